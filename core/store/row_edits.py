"""Changes to the rows of a task, written so that its folder always holds all of the old rows or all of the new ones."""

import contextlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core import files, nested
from core.data.json_rows import parse_jsonl
from core.data.looking import PlacedExample
from core.data.mapping import to_examples
from core.data.options import ReadOptions
from core.data.table import Row, Table
from core.data.task_file import (
    FILE_NAME,
    DataSection,
    TaskFile,
    dump_task_file,
    inside,
    parse_task_file,
    read_task_file,
)
from core.data.tasks import mapping_of, rows_by_split
from core.domain.example import Example, Split
from core.errors import DatasetError, TaskError
from core.said import Said
from core.store.atomic import write_atomically
from core.store.locks import task_turn

_KEPT = "Nothing was changed on the disk."


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: `None` before is a new row, `None` after a removed one. `row` is its number."""

    row: int
    before: PlacedExample | None
    after: PlacedExample | None

    @property
    def inverse(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.row, self.after, self.before)


def change_rows(folder: Path, changes: Sequence[RowChange]) -> None:
    """Write these changes. The version before the first edit stays as `NAME.original`, the last one as `NAME.bak`.

    Rows keep their numbers: a removed row leaves a blank line. Data in another form than JSONL with a split column is
    written as such beside the old file, which stays. Raises `TaskError` if a row is not what it was when it was read,
    and `WorkspaceError` if the disk refuses; nothing is changed then.
    """
    with task_turn(folder):
        file = read_task_file(folder)
        if not changes:
            return
        if not _in_place(file.data):
            file = _rewritten(folder, file)
        path = inside(folder, file.data.file)
        lines = files.read(path).split(b"\n")
        for change in changes:
            _change(lines, change, file.data)
        _keep_original(path)
        write_atomically(path, b"\n".join(lines).rstrip(b"\n") + b"\n", keep_previous=True)


def _in_place(data: DataSection) -> bool:
    plain = isinstance(data.answer, str) and not data.encoding and not data.delimiter
    return bool(data.file) and data.file.endswith(".jsonl") and bool(data.split) and plain


def _rewritten(folder: Path, file: TaskFile) -> TaskFile:
    """The task with its rows in a JSONL file of its own, each in the line of its number; the old file stays.

    The task file is replaced last, in one step: until then it names the old data.
    """
    _, splits = rows_by_split(folder, file)
    data = _named(folder, file.data)
    rows = [PlacedExample(each, example) for each in Split for example in splits.rows(each)]
    lines = [b""] * max(row.example.row for row in rows)
    for row in rows:
        lines[row.example.row - 1] = _line(row, data, {})
    write_atomically(folder / data.file, b"\n".join(lines) + b"\n")
    text = files.read(folder / FILE_NAME)
    made = msgspec.structs.replace(parse_task_file(text, folder.name), data=data)
    write_atomically(folder / FILE_NAME, dump_task_file(made), keep_previous=True)
    return made


def _named(folder: Path, data: DataSection) -> DataSection:
    taken = {data.input, *data.variables}
    answer = data.answer if isinstance(data.answer, str) else _free("answers", taken)
    names = (f"rows{number}.jsonl" for number in ("", *range(2, 1000)))
    name = next(name for name in names if not (folder / name).exists())
    split = data.split or _free("split", taken | {answer})
    return DataSection(name, input=data.input, answer=answer, variables=data.variables, split=split, turns=data.turns)


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _change(lines: list[bytes], change: RowChange, data: DataSection) -> None:
    while len(lines) < change.row:
        lines.append(b"")
    line = lines[change.row - 1]
    if _read(line, data) != _plain(change.before):
        raise TaskError(
            Said(
                "Row {row} is no longer what it was when it was read: the file was changed by somebody else.",
                row=change.row,
            ),
            kept=_KEPT,
            hint="Read the task again (F5), then repeat the change.",
        )
    lines[change.row - 1] = b"" if change.after is None else _line(change.after, data, _fields(line))


def _plain(row: PlacedExample | None) -> tuple[object, ...] | None:
    if row is None:
        return None
    return row.split, row.example.input, row.example.answers, row.example.variables, row.example.turns


def _read(line: bytes, data: DataSection) -> tuple[object, ...] | None:
    """What a line says under the task's mapping; nothing if it is blank. A row that cannot be used equals no row."""
    if not line.strip():
        return None
    found = parse_jsonl([line.decode("utf-8", "surrogateescape")], ReadOptions(plain=True))
    mapping = mapping_of(data)
    columns = (mapping.input, *mapping.answers, *mapping.variables, mapping.split, *filter(None, [mapping.turns]))
    given = dict(zip(found.columns, found.rows[0].cells, strict=True)) if found.rows else {}
    rows = to_examples(Table("", columns, (Row(1, tuple(given.get(name, "") for name in columns)),)), mapping)
    return _plain(PlacedExample(rows.splits[0], rows.examples[0])) if rows.examples else ()


def _fields(line: bytes) -> dict[str, msgspec.Raw]:
    with contextlib.suppress(msgspec.DecodeError):
        return nested.decode(line, type=dict[str, msgspec.Raw])
    return {}


def _line(row: PlacedExample, data: DataSection, kept: Mapping[str, msgspec.Raw]) -> bytes:
    """The row as one line; fields that the task does not use stay as they were if the line has the same form."""
    example, answer = row.example, str(data.answer)
    answers = example.answer if len(example.answers) == 1 else list(example.answers)
    mapped: dict[str, object] = {
        data.input: example.input,
        answer: answers,
        **dict(example.variables),
        data.split: row.split.value,
    }
    if data.turns and (example.turns or data.turns not in kept):  # what a person does not edit stays
        turns = [{"role": role, "content": text} for role, text in example.turns]
        mapped = {**mapped, data.turns: turns}
    others = kept if mapped.keys() <= kept.keys() else {}
    return msgspec.json.encode({**others, **mapped})


def _keep_original(path: Path) -> None:
    original = path.with_name(f"{path.name}.original")
    if original.exists():
        return
    with contextlib.suppress(OSError):  # a file system without hard links: `.bak` is kept in any case
        os.link(path, original)


def example(row: int, input_: str, answers: Sequence[str], variables: Mapping[str, str]) -> Example:
    """A row as a person typed it. Raises `DatasetError` for one that could not be used."""
    given = tuple(dict.fromkeys(text for answer in answers if (text := answer.strip())))
    if not input_.strip():
        raise DatasetError("the input is empty.", row=row, hint="Write it, or remove the row.")
    if not given:
        raise DatasetError("the answer is empty.", row=row, hint="Write it, or remove the row.")
    return Example(row, input_, given, tuple(variables.items()))
