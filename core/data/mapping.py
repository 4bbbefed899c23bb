"""From columns to examples: which column is the input, which holds the accepted answers, and what does not fit."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from core.data.parts import WORDS, split_of, splits_named
from core.data.table import Row, RowError, Table
from core.domain.example import Example, Split
from core.domain.label_sets import labels_in, listed_texts, written_labels
from core.domain.prompt import PLACEHOLDER
from core.said import Said, as_said

_LETTER = re.compile(r"\(?[A-Z]\)?\.?")
_MOST_LABELS = 50
_MOST_FREQUENT_LABELS = 200
_FREQUENT = 10
_GAPS = re.compile(r"\n[\x20\t]*\n(?:[\x20\t]*\n)+")

EMPTY_ANSWER = "the answer is empty."


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a table mean.

    `answer` may name several columns, each with one accepted answer. `variables` fill `{{column}}` in prompts and in
    the input template. `split` names the column that says which row belongs to train, validation or test; `group` the
    column whose rows stay in one split (one document, one patient). `template` puts the input together from several
    columns, `turns` names that of earlier messages. `multiple`: an answer is a set of labels, all of which are meant.
    `blank` stands for an empty answer; without it a row that has none cannot be used.
    """

    input: str
    answer: str | tuple[str, ...]
    variables: tuple[str, ...] = ()
    split: str = ""
    group: str = ""
    template: str = ""
    turns: str = ""
    blank: str = ""
    multiple: bool = False

    @property
    def answers(self) -> tuple[str, ...]:
        """The answer columns."""
        return (self.answer,) if isinstance(self.answer, str) else self.answer


@dataclass(frozen=True, slots=True)
class ExampleSet:
    """The usable rows as examples, the others named, and what was tidied up (a sentence each).

    `splits` holds one split per example if the table gives them, else it is empty; so does `groups`.
    """

    examples: tuple[Example, ...]
    splits: tuple[Split, ...] = ()
    errors: tuple[RowError, ...] = ()
    warnings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    def of(self, split: Split) -> tuple[Example, ...]:
        """The examples that the table gives to a split."""
        return tuple(example for example, given in zip(self.examples, self.splits, strict=True) if given is split)


def to_examples(table: Table, mapping: Mapping) -> ExampleSet:
    """The table's rows as examples. Rows with an empty input or answer, or an unknown split, are in `errors`.

    Answers lose the spaces at their ends. A JSON list of strings is several accepted answers, or a set of labels where
    the mapping says so. Raises `DatasetError` if a column does not exist.
    """
    reader = _RowReader.of(table, mapping)
    examples: list[Example] = []
    splits: list[Split] = []
    groups: list[str] = []
    errors = list(table.errors)
    tidied = _Tidied()
    for row in table.rows:
        problem = reader.problem(row)
        if problem:
            errors.append(RowError(row.number, problem))
            tidied.blank += problem == EMPTY_ANSWER
            continue
        example = reader.example(row)
        if example is None:
            errors.append(RowError(row.number, "its turns are not what they should be."))
            continue
        examples.append(example)
        tidied.see(row, reader)
        if reader.split is not None:
            splits.append(reader.split_of(row))
        if reader.group is not None:
            groups.append(row.cells[reader.group])
    warnings = (*tidied.warnings(mapping, examples), *_case_warning(examples))
    return ExampleSet(tuple(examples), tuple(splits), tuple(sorted(errors)), warnings, tuple(groups))


def label_set(examples: Sequence[Example]) -> tuple[str, ...]:
    """The labels, most frequent first, if the answers are labels, else nothing.

    They are if each row has one answer and there are at most 50 different ones with two rows each on average, or at
    most 200 with ten rows each.
    """
    counts = Counter(example.answer for example in examples)
    several = any(len(example.answers) > 1 for example in examples)
    most, rows = (_MOST_LABELS, 2) if len(counts) <= _MOST_LABELS else (_MOST_FREQUENT_LABELS, _FREQUENT)
    if several or not 2 <= len(counts) <= most or rows * len(counts) > len(examples):
        return ()
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))


def is_letter(answer: str) -> bool:
    """Whether an answer names an option of a multiple-choice row by its letter: "B", "(B)"."""
    return _LETTER.fullmatch(answer) is not None


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Places of the mapped columns."""

    input: int
    answers: tuple[int, ...]
    variables: tuple[tuple[str, int], ...]
    split: int | None
    group: int | None
    turns: int | None
    template: str
    columns: tuple[tuple[str, int], ...]
    blank: str
    multiple: bool
    splits: dict[str, Split]

    @classmethod
    def of(cls, table: Table, mapping: Mapping) -> "_RowReader":
        def place(name: str) -> int | None:
            return table.index(name) if name else None

        return cls(
            table.index(mapping.input),
            tuple(table.index(name) for name in mapping.answers),
            tuple((name, table.index(name)) for name in mapping.variables),
            place(mapping.split),
            place(mapping.group),
            place(mapping.turns),
            mapping.template,
            tuple((name, at) for at, name in enumerate(table.columns)) if mapping.template else (),
            mapping.blank,
            mapping.multiple,
            splits_named(table.column(mapping.split)) or {} if mapping.split else {},
        )

    def problem(self, row: Row) -> str:
        """Why the row cannot be used, or nothing."""
        if not self.asked(row).strip():
            return "the input is empty."
        if not self.blank and not self.multiple and not any(map(_says_something, self.given(row))):
            return EMPTY_ANSWER
        if self.split is not None and split_of(row.cells[self.split], self.splits) is None:
            return Said("“{cells}” names no split; {words}.", cells=row.cells[self.split], words=as_said(WORDS))
        return ""

    def given(self, row: Row) -> list[str]:
        """What the row's answer columns hold."""
        return [row.cells[place] for place in self.answers if row.cells[place].strip()]

    def asked(self, row: Row) -> str:
        """The input: a cell, or several put together, without the gaps that empty ones leave."""
        if not self.template:
            return row.cells[self.input]
        cells = {"input": row.cells[self.input], **{name: row.cells[place] for name, place in self.columns}}
        text = PLACEHOLDER.sub(lambda match: cells.get(match.group(1), match.group(0)), self.template)
        return _GAPS.sub("\n\n", text).strip("\n ")

    def split_of(self, row: Row) -> Split:
        """The split that the row names."""
        assert self.split is not None
        found = split_of(row.cells[self.split], self.splits)
        assert found is not None
        return found

    def example(self, row: Row) -> Example | None:
        """The example; nothing if its turns cannot be read."""
        cells = self.given(row)
        if self.multiple:
            answers: tuple[str, ...] = (written_labels(label for cell in cells for label in labels_in(cell)),)
        else:
            answers = tuple(dict.fromkeys(answer for cell in cells for answer in accepted(cell)))
        variables = tuple((name, row.cells[place]) for name, place in self.variables)
        turns = _turns(row.cells[self.turns]) if self.turns is not None else ()
        if turns is None:
            return None
        return Example(row.number, self.asked(row), answers or (self.blank,), variables, turns)


@dataclass(slots=True)
class _Tidied:
    """What was done to answers, to be told."""

    spaced: list[int] = field(default_factory=list)
    listed: int = 0
    blank: int = 0
    filled: int = 0

    def see(self, row: Row, reader: _RowReader) -> None:
        cells = reader.given(row)
        if any(cell != cell.strip() for cell in cells):
            self.spaced.append(row.number)
        self.listed += any(len(accepted(cell)) > 1 for cell in cells)
        self.filled += bool(reader.blank) and not any(map(_says_something, cells))

    def warnings(self, mapping: Mapping, examples: Sequence[Example]) -> Iterable[str]:
        yield from _spaces_warning(self.spaced)
        if mapping.multiple:
            yield "An answer is a set of labels: a reply is right if it names all of them and no other."
        elif self.listed:
            yield Said(
                "{counted} hold a list: any one of its items is accepted.", counted=_counted(self.listed, "answer")
            )
        if self.filled:
            yield Said(
                "{counted} became “{blank}”.", counted=_counted(self.filled, "empty answer"), blank=mapping.blank
            )
        if self.blank and self.blank >= 0.02 * (len(examples) + self.blank):
            yield (
                Said(
                    "{counted} without an answer are left out; if an empty answer is right there, say "
                    "what stands for it (--empty-answer).",
                    counted=_counted(self.blank, "row"),
                )
            )


def _says_something(cell: str) -> bool:
    """Not blank, and no empty list."""
    return bool(cell.strip()) and cell.strip() != "[]"


def _turns(cell: str) -> tuple[tuple[str, str], ...] | None:
    if not cell.strip():
        return ()
    try:
        return tuple((turn["role"], turn["content"]) for turn in msgspec.json.decode(cell, type=list[dict[str, str]]))
    except (msgspec.DecodeError, UnicodeEncodeError, KeyError):
        return None


def accepted(cell: str) -> list[str]:
    """A list of strings, in JSON or as Python prints it, as several answers; anything else, such as "[1, 2]" or "[ ]",
    as written."""
    text = cell.strip()
    if text == "[]":
        return []
    found = [answer.strip() for answer in listed_texts(text) or () if answer.strip()]
    return found or [text]


def _spaces_warning(rows: Sequence[int]) -> Iterable[str]:
    if rows:
        yield Said(
            "{counted} had spaces at the ends, which were removed ({places}).",
            counted=_counted(len(rows), "answer"),
            places=_places(rows),
        )


def _case_warning(examples: Sequence[Example]) -> Iterable[str]:
    by_folded: dict[str, set[str]] = {}
    for label in label_set(examples):
        by_folded.setdefault(" ".join(label.casefold().split()), set()).add(label)
    for spellings in by_folded.values():
        if len(spellings) > 1:
            yield Said(
                "These labels differ only in case or spaces: {spellings}.", spellings=", ".join(sorted(spellings))
            )


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def _places(rows: Sequence[int]) -> str:
    shown = ", ".join(map(str, rows[:5]))
    return (
        Said("row {shown}", shown=shown)
        if len(rows) == 1
        else Said("rows {shown}, …" if len(rows) > 5 else "rows {shown}", shown=shown)
    )
