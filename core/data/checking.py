"""What a data file holds, and what is wrong with it: plain values for the command line and the window."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from core.data.contracts import guess_answer
from core.data.dividing import group_leaks
from core.data.guessing import suggest_mapping
from core.data.mapping import ExampleSet, Mapping, label_set, to_examples
from core.data.options import ReadOptions
from core.data.reading import read_table
from core.data.splitting import Contradiction, Leak, Splits, contradictions, duplicates, evaluation_order, leaks
from core.data.table import RowError, Table
from core.domain.example import Example, Split
from core.domain.task import AnswerKind
from core.errors import DatasetError

Reader = Callable[[Path, ReadOptions | None], Table]
"""Reads a file as `read_table` does."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Lengths of a column's values, in words."""

    shortest: int
    median: float
    longest: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything `whet data check` says. Without a `mapping` (`None`) nothing could be said about inputs and answers.

    `labels` holds label and count, most frequent first, if the answers are labels; `kind` is the likeliest form of the
    answers. `duplicates` are groups of rows that ask the same. `leaks` are found if the file has a split column.
    """

    name: str
    format: str
    encoding: str
    encoding_guessed: bool
    delimiter: str
    columns: tuple[str, ...]
    rows: int
    usable: int
    mapping: Mapping | None
    kind: AnswerKind | None
    labels: tuple[tuple[str, int], ...]
    answers: int
    input_words: Lengths | None
    answer_words: Lengths | None
    duplicates: tuple[tuple[int, ...], ...]
    contradictions: tuple[Contradiction, ...]
    leaks: tuple[Leak, ...]
    errors: tuple[RowError, ...]
    notes: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong: no row lost, no contradiction, no leak."""
        return not (self.errors or self.contradictions or self.leaks)


def check(
    path: Path, *, mapping: Mapping | None = None, options: ReadOptions | None = None, reader: Reader = read_table
) -> CheckReport:
    """Read a data file and look at it under a mapping, the suggested one if none is given.

    Raises `DatasetError` if nothing can be read, or for a given mapping whose columns do not exist.
    """
    table = reader(path, options)
    notes = list(table.notes)
    if mapping is None:
        try:
            mapping = suggest_mapping(table)
        except DatasetError as error:
            notes.append(str(error))
            return _report(table, None, ExampleSet((), errors=table.errors), notes)
    found = to_examples(table, mapping)
    return _report(table, mapping, found, [*notes, *found.warnings, *group_leaks(found, mapping.group)])


def _report(table: Table, mapping: Mapping | None, found: ExampleSet, notes: Sequence[str]) -> CheckReport:
    examples = found.examples
    counts = Counter(example.answer for example in examples)
    return CheckReport(
        name=table.name,
        format=table.format.value,
        encoding=table.encoding,
        encoding_guessed=table.encoding_guessed,
        delimiter=table.delimiter,
        columns=table.columns,
        rows=len(table.rows) + len(table.errors),
        usable=len(examples),
        mapping=mapping,
        kind=_kind(examples, mapping),
        labels=tuple((label, counts[label]) for label in label_set(examples)),
        answers=len(counts),
        input_words=_lengths([example.input for example in examples]),
        answer_words=_lengths([example.answer for example in examples]),
        duplicates=duplicates(examples),
        contradictions=contradictions(examples),
        leaks=_leaks(found),
        errors=found.errors,
        notes=tuple(notes),
    )


def _kind(examples: Sequence[Example], mapping: Mapping | None) -> AnswerKind | None:
    if not examples or mapping is None:
        return None
    return guess_answer(examples, column=mapping.answers[0], multiple=mapping.multiple).kind


def _leaks(found: ExampleSet) -> tuple[Leak, ...]:
    if not found.splits:
        return ()
    return leaks(Splits(*(evaluation_order(found.of(each)) for each in Split)))


def _lengths(texts: Sequence[str]) -> Lengths | None:
    if not texts:
        return None
    words = sorted(len(text.split()) for text in texts)
    return Lengths(words[0], median(words), words[-1])


def majority_share(examples: Sequence[Example]) -> float:
    """The share of the most frequent answer: what a prompt reaches that always gets the same reply."""
    counts = Counter(example.answer for example in examples)
    return max(counts.values()) / len(examples) if examples else 0.0
