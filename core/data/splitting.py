"""Train, validation and sealed test: stratified, repeatable, and with duplicates on one side."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.data.mapping import label_set
from core.domain.example import Example, Split
from core.domain.prompt import WHOLE_INPUT, fill
from core.errors import DatasetError
from core.said import Said

_Item = TypeVar("_Item")

_PUNCTUATION = re.compile(r"[;:!?\"'`´“”„‘’‚«»…¿¡、。，；：！？「」『』—–]+|[.,](?!\d)|(?<=[^\W\d])-|-(?=[^\W\d])")
"""What may differ in rows that ask the same. Brackets, signs of arithmetic and of numbers change a question."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows each split gets: whole numbers are rows, numbers below 1 are shares of all rows.

    Rows beyond the sum stay unused.
    """

    train: float = 0.3
    validation: float = 0.3
    test: float = 0.4

    def counts(self, n: int) -> tuple[int, int, int]:
        """Rows of each split out of `n`. Raises `DatasetError` if there are not as many."""
        asked = (self.train, self.validation, self.test)
        if any(size < 0 or (size > 1 and size != int(size)) for size in asked):
            raise DatasetError("A split's size is a number of rows, or a share between 0 and 1.")
        ends = [0.0]
        for size in asked:
            ends.append(ends[-1] + (size * n if isinstance(size, float) and size <= 1 else size))
        cuts = [round(end) for end in ends]
        if cuts[-1] > n:
            raise DatasetError(
                Said("The splits ask for {cuts} rows; there are {n}.", cuts=f"{cuts[-1]:,}", n=f"{n:,}"),
                hint="Make them smaller.",
            )
        return cuts[1], cuts[2] - cuts[1], cuts[3] - cuts[2]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One question with different answers: at least one of these rows is wrong, and no prompt can be right on all."""

    rows: tuple[int, ...]
    answers: tuple[str, ...]

    def __str__(self) -> str:
        rows = ", ".join(map(str, self.rows))
        answers = ", ".join(f"“{answer[:60]}”" for answer in self.answers[:5])
        return f"Rows {rows} ask the same and have different answers: {answers}."


@dataclass(frozen=True, slots=True)
class Leak:
    """One question in several splits: what was learnt on one is not news on the other."""

    rows: tuple[tuple[Split, int], ...]

    def __str__(self) -> str:
        return f"The same is asked in {', '.join(f'row {row} ({split.value})' for split, row in self.rows)}."


@dataclass(frozen=True, slots=True)
class Splits:
    """The rows of each split in evaluation order: every leading part of them is a fair sample."""

    train: tuple[Example, ...]
    validation: tuple[Example, ...]
    test: tuple[Example, ...]

    def rows(self, split: Split) -> tuple[Example, ...]:
        """The rows of a split."""
        return {Split.TRAIN: self.train, Split.VALIDATION: self.validation, Split.TEST: self.test}[split]


def suggest_sizes(n: int) -> Sizes:
    """A fifth to learn from, three tenths to choose by, half sealed; no more than the methods and the test can use."""
    return Sizes(min(n // 5, 200), min(3 * n // 10, 500), min(n - n // 5 - 3 * n // 10, 1000))


def split(
    examples: Sequence[Example],
    sizes: Sizes | None = None,
    *,
    seed: int = 0,
    template: str = WHOLE_INPUT,
    groups: Mapping[int, str] | None = None,
) -> Splits:
    """Divide examples into train, validation and test.

    Stratified by answer where the answers are labels. Rows that ask the same question, or nearly the same, as
    `template` puts it, are kept in one split; so are the rows of a group (`groups`: its name by row). The result
    depends on the rows' content, the sizes and the seed, not on their order in the file.
    """
    counts = (sizes or suggest_sizes(len(examples))).counts(len(examples))
    stratum = _stratum_of(examples)
    kept = _kept_together(examples, template, groups or {}).items()
    ordered = _interleaved(((stratum(group[0]), text, group) for text, group in kept), salt=str(seed))
    parts: list[list[Example]] = [[], [], []]
    for group in ordered:
        for part, count in zip(parts, counts, strict=True):
            if len(part) + len(group) <= count:
                part.extend(group)
                break
    train, validation, test = map(evaluation_order, parts)
    return Splits(train, validation, test)


def evaluation_order(examples: Sequence[Example]) -> tuple[Example, ...]:
    """The rows so that every leading part is a fair sample: labels take turns in proportion to their numbers.

    It depends on the rows' content alone, not on their order in a file.
    """
    stratum = _stratum_of(examples)
    return tuple(_interleaved(((stratum(example), example.key, example) for example in examples), salt=""))


def question(example: Example, template: str = WHOLE_INPUT) -> str:
    """What is asked, for telling duplicates: compatible characters, case and spaces made equal."""
    asked = "\n".join((*(said for _, said in example.turns), fill(template, example)))
    return " ".join(unicodedata.normalize("NFKC", asked).casefold().split())


def contradictions(examples: Iterable[Example], template: str = WHOLE_INPUT) -> tuple[Contradiction, ...]:
    """Questions whose rows have no accepted answer in common."""
    found = []
    for group in _by_question(examples, template).values():
        if len(group) > 1 and not set.intersection(*(set(example.answers) for example in group)):
            answers = dict.fromkeys(answer for example in group for answer in example.answers)
            found.append(Contradiction(tuple(example.row for example in group), tuple(answers)))
    return tuple(found)


def duplicates(examples: Iterable[Example], template: str = WHOLE_INPUT) -> tuple[tuple[int, ...], ...]:
    """Rows that ask the same question, as groups of two or more row numbers."""
    groups = _by_question(examples, template).values()
    return tuple(tuple(example.row for example in group) for group in groups if len(group) > 1)


def leaks(splits: Splits, template: str = WHOLE_INPUT) -> tuple[Leak, ...]:
    """Questions that occur in more than one split, but for punctuation, case and spaces."""
    places: dict[str, list[tuple[Split, int]]] = defaultdict(list)
    for each in Split:
        for example in splits.rows(each):
            places[nearly(question(example, template))].append((each, example.row))
    return tuple(Leak(tuple(rows)) for rows in places.values() if len({each for each, _ in rows}) > 1)


def nearly(asked: str) -> str:
    """A question without its punctuation: what differs in that alone is asked twice."""
    bare = " ".join(_PUNCTUATION.sub(" ", asked).split())
    return bare or asked


def _kept_together(examples: Sequence[Example], template: str, groups: Mapping[int, str]) -> dict[str, list[Example]]:
    """Rows that belong on one side, under the first question of each such group, in the order of the alphabet."""
    leaders: dict[str, str] = {}

    def leader(key: str) -> str:
        while (above := leaders.setdefault(key, key)) != key:
            leaders[key] = leaders[above]
            key = above
        return key

    questions = _by_question(examples, template)
    if not groups and len(set(map(nearly, questions))) == len(questions):
        return questions  # as in most files: nothing is nearly the same
    for text, rows in questions.items():
        keys = (f"n{nearly(text)}", *(f"g{groups[row.row]}" for row in rows if row.row in groups))
        for key in keys:
            one, other = leader(f"q{text}"), leader(key)
            if one != other:
                leaders[other] = one
    together: dict[str, list[str]] = defaultdict(list)
    for text in questions:
        together[leader(f"q{text}")].append(text)
    return {min(texts): [row for text in texts for row in questions[text]] for texts in together.values()}


def _by_question(examples: Iterable[Example], template: str) -> dict[str, list[Example]]:
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        groups[question(example, template)].append(example)
    return groups


def _stratum_of(examples: Sequence[Example]) -> Callable[[Example], str]:
    labels = frozenset(label_set(examples))
    return lambda example: example.answer if example.answer in labels else ""


def _interleaved(items: Iterable[tuple[str, str, _Item]], *, salt: str) -> list[_Item]:
    """Items, given with their stratum and their identity, so that every leading part is a stratified sample.

    Systematic sampling: the i-th of a stratum's n items, ordered by hash, stands at (i + u)/n, where u is fixed per
    stratum by its hash. A leading part then holds each stratum's share to within one item, and rare strata do not all
    come late.
    """
    strata: dict[str, list[tuple[bytes, _Item]]] = defaultdict(list)
    for name, identity, item in items:
        strata[name].append((_hash(salt, identity), item))
    placed: list[tuple[float, str, int, _Item]] = []
    for name, members in strata.items():
        members.sort(key=lambda member: member[0])
        start = int.from_bytes(_hash(salt, name)[:6], "big") / 2**48
        placed.extend(((i + start) / len(members), name, i, item) for i, (_, item) in enumerate(members))
    placed.sort(key=lambda place: place[:3])
    return [item for *_, item in placed]


def _hash(salt: str, text: str) -> bytes:
    return hashlib.sha256(f"{salt}\0{text}".encode("utf-8", "surrogatepass")).digest()
