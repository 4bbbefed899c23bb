"""What kind of answer a task wants, and what form its answers have: from the contract, the metric and the rows."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.domain.example import Example
from core.domain.label_sets import labels_in
from core.domain.task import AnswerContract, AnswerKind, Task

_LABELLED = frozenset({AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE})
_NUMBER = re.compile(r"[-+]?[$€£¥]?\s?\d[\d\s.,']*\s?%?")
_OPTION = re.compile(r"\(?[A-Z]\)?\.?")
_MOST_LABELS = 20
"""So many different answers at most may be labels that nobody declared."""
_ROWS_PER_LABEL = 3
_MOST_LABEL_WORDS = 4
_NEARLY_ALL = 0.9
_MOST_NAMED = 30
"""Labels in a list; more are a page that a small model does not read."""


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """The kind of the answers and their labels, of which a text need not repeat what the contract `says` already.

    `longest`: words of a long answer (the 90th percentile). `copied`: answers stand word for word in their inputs.
    """

    kind: AnswerKind
    labels: tuple[str, ...] = ()
    says_labels: bool = False
    says_form: bool = False
    longest: int = 0
    copied: bool = False

    @property
    def nameable(self) -> tuple[str, ...]:
        """The labels that a text should list: none where the contract lists them, or where they fill a page."""
        return () if self.says_labels or len(self.labels) > _MOST_NAMED else self.labels


def answers_of(task: Task, rows: Sequence[Example]) -> AnswerFacts:
    """What the contract says, and what the answers of `rows` show where it says nothing."""
    contract = task.contract
    kind = contract.kind if contract.kind is not AnswerKind.TEXT else _seen_kind(task, rows)
    labels = labels_of(contract, rows) if kind in _LABELLED else ()
    lengths = sorted(len(row.answer.split()) for row in rows)
    return AnswerFacts(
        kind,
        labels,
        says_labels=bool(labels) and names_all(labels, contract.instruction),
        says_form=bool(contract.instruction.strip()),
        longest=lengths[min(len(lengths) - 1, int(len(lengths) * _NEARLY_ALL))] if lengths else 0,
        copied=_mostly(rows, _is_copied),
    )


def labels_of(contract: AnswerContract, rows: Sequence[Example]) -> tuple[str, ...]:
    """The contract's labels, else the answers in the rows, in the order of the alphabet."""
    several = contract.kind is AnswerKind.LABELS
    seen = {label for row in rows for label in (labels_in(row.answer) if several else (row.answer,))}
    return contract.labels or tuple(sorted(seen))


def names_all(labels: Sequence[str], text: str) -> bool:
    """Whether a text names every label as a word of its own."""
    return all(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.IGNORECASE) for label in labels)


def _seen_kind(task: Task, rows: Sequence[Example]) -> AnswerKind:
    """What free text turns out to be. Metrics that weigh words mean texts, however short these are."""
    if task.metric == "numeric" or _mostly(rows, lambda row: bool(_NUMBER.fullmatch(row.answer.strip()))):
        return AnswerKind.NUMBER
    if task.metric in {"exact_match", "macro_f1", "contains"} and _are_labels(rows):
        options = _mostly(rows, lambda row: bool(_OPTION.fullmatch(row.answer.strip())))
        return AnswerKind.CHOICE if options else AnswerKind.LABEL
    return AnswerKind.SPAN if _mostly(rows, _is_copied) else AnswerKind.TEXT


def _are_labels(rows: Sequence[Example]) -> bool:
    counts = Counter(row.answer for row in rows)
    few = 1 < len(counts) <= min(_MOST_LABELS, len(rows) // _ROWS_PER_LABEL)
    return few and all(len(answer.split()) <= _MOST_LABEL_WORDS for answer in counts)


def _is_copied(row: Example) -> bool:
    return bool(row.answer.strip()) and row.answer.casefold() in row.input.casefold()


def _mostly(rows: Sequence[Example], holds: Callable[[Example], bool]) -> bool:
    return bool(rows) and sum(map(holds, rows)) >= _NEARLY_ALL * len(rows)
