"""A task's rows as a person looks at them: in the order of the file, with what is wrong; sealed rows stay sealed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.data.dividing import identity
from core.data.mapping import label_set
from core.data.splitting import Sizes, contradictions, duplicates, leaks, split
from core.data.table import RowError
from core.data.task_file import read_task_file
from core.data.tasks import rows_by_split
from core.domain.example import Example, Split

_BINS = 24
_SEALED_LAST = (Split.TRAIN, Split.VALIDATION, Split.TEST)


@dataclass(frozen=True, slots=True)
class PlacedExample:
    """An example and the split that it belongs to."""

    split: Split
    example: Example


@dataclass(frozen=True, slots=True)
class TaskRows:
    """What may be shown of a task's data. `rows` are train and validation in the file's order; the `sealed` ones are
    only counted, as are those that no split uses (`unused`). `variables` are the columns beside input and answer.
    `last` is the highest row number that is taken, by whatever row."""

    rows: tuple[PlacedExample, ...]
    sealed: int
    unused: int
    variables: tuple[str, ...]
    template: str
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    last: int = 0


class FileTrouble(StrEnum):
    """What can be wrong with rows that ask the same question."""

    LEAK = "leak"
    CONTRADICTION = "contradiction"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Finding:
    """Rows that ask the same question. `rows` are those that may be shown; `sealed` counts the others.

    `surplus` are the rows whose removal mends it: all copies but the first in the best guarded split. A contradiction
    has none, because only a person knows which answer is right.
    """

    trouble: FileTrouble
    rows: tuple[int, ...]
    sealed: int
    surplus: tuple[int, ...]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bin:
    """How many rows have `low` to `high` words, both included."""

    low: int
    high: int
    rows: int


@dataclass(frozen=True, slots=True)
class Health:
    """What rows look like as a whole. `labels` are label and rows in train and validation, the most frequent first;
    they are empty if the answers are no labels. `input_words` and `answer_words` are histograms of lengths."""

    findings: tuple[Finding, ...]
    labels: tuple[tuple[str, int, int], ...]
    input_words: tuple[Bin, ...]
    answer_words: tuple[Bin, ...]


def read_rows(folder: Path) -> TaskRows:
    """The rows of a task folder that may be shown. Raises `TaskError` and `DatasetError` as `load_task` does."""
    file = read_task_file(folder)
    found, splits = rows_by_split(folder, file)
    rows = [PlacedExample(each, example) for each in (Split.TRAIN, Split.VALIDATION) for example in splits.rows(each)]
    rows.sort(key=lambda row: row.example.row)
    used = len(rows) + len(splits.test)
    variables = tuple(file.data.variables)
    return TaskRows(
        tuple(rows),
        len(splits.test),
        len(found.examples) - used,
        variables,
        file.prompt.input_template,
        found.errors,
        found.warnings,
        max(
            [*(example.row for example in found.examples[-1:]), *(error.row for error in found.errors[-1:])], default=0
        ),
    )


def check_rows(folder: Path) -> Health:
    """Duplicates, contradictions and leaks of a task folder, its labels and lengths. Raises as `read_rows`."""
    file = read_task_file(folder)
    _, splits = rows_by_split(folder, file)
    template = identity(file.prompt)
    places = {example.row: each for each in Split for example in splits.rows(each)}
    every = sorted((example for each in Split for example in splits.rows(each)), key=lambda example: example.row)
    odd = {found.rows: found.answers for found in contradictions(every, template)}
    apart = {tuple(sorted(row for _, row in leak.rows)) for leak in leaks(splits, template)}
    groups = [tuple(sorted(rows)) for rows in duplicates(every, template)]
    findings = [_finding(rows, places, odd.get(rows, ()), leaking=rows in apart) for rows in groups]
    shown = (*splits.train, *splits.validation)
    return Health(
        tuple(sorted((each for each in findings if each.rows), key=_seriousness)),
        _labels(splits.train, splits.validation),
        _bins(len(example.input.split()) for example in shown),
        _bins(len(example.answer.split()) for example in shown),
    )


def divide_again(rows: Sequence[PlacedExample], share: float, seed: int, template: str) -> list[PlacedExample]:
    """The same rows with this share of them in validation and the others in train, stratified and repeatable.

    Sealed rows take no part. Raises `DatasetError` for a share outside of 0…1.
    """
    examples = [row.example for row in rows]
    sizes = Sizes(1.0 - share, float(share), 0)
    made = split(examples, sizes, seed=seed, template=template)
    validation = {example.row for example in made.validation}
    return [
        PlacedExample(Split.VALIDATION if row.example.row in validation else Split.TRAIN, row.example) for row in rows
    ]


def _seriousness(finding: Finding) -> tuple[int, int]:
    return list(FileTrouble).index(finding.trouble), finding.rows[0]


def _finding(rows: tuple[int, ...], places: Mapping[int, Split], answers: tuple[str, ...], *, leaking: bool) -> Finding:
    shown = tuple(row for row in rows if places[row] is not Split.TEST)
    trouble = FileTrouble.CONTRADICTION if answers else FileTrouble.LEAK if leaking else FileTrouble.DUPLICATE
    kept = max(rows, key=lambda row: (_SEALED_LAST.index(places[row]), -row))
    surplus = () if answers else tuple(row for row in shown if row != kept)
    return Finding(trouble, shown, len(rows) - len(shown), surplus, answers if len(shown) == len(rows) else ())


def _labels(train: Sequence[Example], validation: Sequence[Example]) -> tuple[tuple[str, int, int], ...]:
    counts = [Counter(example.answer for example in rows) for rows in (train, validation)]
    return tuple((label, counts[0][label], counts[1][label]) for label in label_set((*train, *validation)))


def _bins(lengths: Iterable[int]) -> tuple[Bin, ...]:
    """Bins of equal width; the last holds the longest hundredth, so that one huge row does not flatten the others."""
    ordered = sorted(lengths)
    if not ordered:
        return ()
    low, usual = ordered[0], ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    width = max(1, -(-(usual - low + 1) // _BINS))
    last = (usual - low) // width
    counts = Counter(min((length - low) // width, last) for length in ordered)
    ends = [low + width * (place + 1) - 1 for place in range(last)] + [ordered[-1]]
    return tuple(Bin(low + width * place, ends[place], counts[place]) for place in range(last + 1))
