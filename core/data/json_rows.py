"""JSON and JSONL: objects become rows; numbers keep their written form, nested values become compact JSON."""

import ast
import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from core.data.decoding import TOO_LONG
from core.data.delimited import arranged
from core.data.dialects import Dialect
from core.data.documents import FoundDocument, rows_of, turned
from core.data.formats import Flat, RowFormat, recognized
from core.data.formats.base import as_fields, decoded, text
from core.data.loose_json import from_json5, mended, values
from core.data.nested_rows import unnested
from core.data.openai_rows import Fields, flatten
from core.data.options import ReadOptions
from core.data.roles import Flattened, roles_of
from core.data.table import LONGEST_LINE, Roles, Row, RowError, cell_error
from core.errors import DatasetError
from core.said import Said, as_said

_object = msgspec.json.Decoder(Fields)
_string = msgspec.json.Decoder(str)
_texts = msgspec.json.Decoder(dict[str, str])
_LONGEST_PYTHON = 2**20
_FAULTS = (ValueError, RecursionError)
"""What decoding raises: msgspec's and Unicode's errors are ValueErrors, too."""


@dataclass(frozen=True, slots=True)
class Objects:
    """The content of a JSON or JSONL file: the union of the objects' keys, good rows, named bad ones."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    errors: tuple[RowError, ...]
    notes: tuple[str, ...] = ()
    roles: Roles | None = None
    headless: bool = False


def parse_jsonl(lines: Sequence[str], options: ReadOptions | None = None) -> Objects:
    """One object per line; blank lines are skipped. A row's number is its line."""
    plain = options is not None and options.plain
    remarks = [number for number, line in enumerate(lines, start=1) if line.lstrip().startswith(("//", "#"))]
    left_out = frozenset(remarks)
    numbered = [
        (number, as_bytes(line.strip()))
        for number, line in enumerate(lines, start=1)
        if line.strip() and number not in left_out
    ]
    if numbered and sum(data.startswith(b"[") for _, data in numbered[:20]) > 0.8 * len(numbered[:20]):
        return _of_lists(numbered, options or ReadOptions(), FoundDocument(()))
    nested = None if plain else _unnested([data for _, data in numbered])
    notes = tuple(_remark_note(remarks))
    if nested is not None:
        numbered, notes = list(enumerate(nested[0], start=1)), (*notes, nested[1])
    return _with_notes(collect(numbered, plain=plain), notes)


def _unnested(rows: Sequence[bytes]) -> tuple[list[bytes], str] | None:
    try:
        return unnested(rows)
    except _FAULTS:
        return None  # a row that is no JSON is told of where rows are read one by one


def _remark_note(lines: Sequence[int]) -> Iterable[str]:
    if lines:
        shown = ", ".join(map(str, lines[:5])) + (", …" if len(lines) > 5 else "")
        one = len(lines) == 1
        are = "line is a remark" if one else "lines are remarks"
        yield Said(
            "{lines} {are} and left out: line {shown}." if one else "{lines} {are} and left out: lines {shown}.",
            lines=f"{len(lines):,}",
            are=are,
            shown=shown,
        )


def parse_json(whole: str, options: ReadOptions | None = None) -> Objects:
    """A list of objects, an object that holds one, or objects one after another. Raises `DatasetError` otherwise."""
    data = as_bytes(whole.strip())
    options = options or ReadOptions()
    notes: tuple[str, ...] = ()
    try:
        found = rows_of(data)
    except _FAULTS as error:
        found, notes = _rescued(whole, error)
    if not found.columns and found.rows and all(row.lstrip().startswith(b"[") for row in found.rows):
        columns = turned(found.rows)
        if columns is not None:
            found, notes = FoundDocument(columns), (*notes, "The file holds its columns one by one, without names.")
    nested = None if options.plain or found.columns else _unnested(found.rows)
    if nested is not None and not found.splits:
        found, notes = replace(found, rows=nested[0]), (*notes, nested[1])
    numbered = list(enumerate(found.rows, start=1))
    if found.columns or (numbered and all(row.lstrip().startswith(b"[") for _, row in numbered)):
        return _with_notes(_of_lists(numbered, options, found), (*notes, *found.notes))
    made = _with_notes(collect(numbered, found.splits, plain=options.plain), (*notes, *found.notes))
    if found.kept is None or made.roles is None:
        return made
    roles = replace(made.roles, kept=found.kept, system=found.kept.prompt, metric=found.kept.metric)
    return replace(made, roles=roles)


def _with_notes(found: Objects, notes: tuple[str, ...]) -> Objects:
    return Objects(found.columns, found.rows, found.errors, (*notes, *found.notes), found.roles, found.headless)


def _rescued(whole: str, error: Exception) -> tuple[FoundDocument, tuple[str, ...]]:
    """What is there in a text that is no JSON as a whole: mended, or value by value."""
    loose = mended(whole)
    try:
        return rows_of(as_bytes(loose.strip())), (
            "The file is not strictly JSON: comments, commas before brackets, NaN or halves of characters were mended.",
        )
    except _FAULTS:
        pass
    try:
        return rows_of(as_bytes(mended(from_json5(whole)).strip())), ("The file is JSON5; it was read as JSON.",)
    except _FAULTS:
        found = [as_bytes(value) for value in values(loose)]
    if not found or not any(map(_is_json, found)):
        raise DatasetError(
            Said("The file is not valid JSON: {problem}.", problem=_said(error)), hint="Check its end: was it cut?"
        ) from error
    return FoundDocument(found), ("The file is no single JSON value; its values were read one by one.",)


def _is_json(data: bytes) -> bool:
    try:
        decoded(data)
    except _FAULTS:
        return False
    return True


def _of_lists(numbered: Sequence[tuple[int, bytes]], options: ReadOptions, found: FoundDocument) -> Objects:
    """Rows that are lists of cells: a table like a delimited one, whose first row may name the columns."""
    records: list[tuple[int, Sequence[str] | str]] = []
    for number, data in numbered:
        try:
            cells = decoded(data)
        except _FAULTS as error:
            records.append((number, _why(data, error)))
            continue
        records.append((number, [text(cell) for cell in cells] if isinstance(cells, list) else "is not a list."))
    if found.columns:
        good = [(number, cells) for number, cells in records if not isinstance(cells, str)]
        errors = [RowError(number, cells) for number, cells in records if isinstance(cells, str)]
        width = len(found.columns)
        errors += [
            RowError(n, Said("has {cells} cells instead of {width}.", cells=len(cells), width=width))
            for n, cells in good
            if len(cells) != width
        ]
        rows = tuple(Row(number, tuple(cells)) for number, cells in good if len(cells) == len(found.columns))
        return Objects(found.columns, rows, tuple(sorted(errors)))
    made = arranged(records, options, Dialect("", ""))
    if not found.splits:
        return Objects(made.columns, made.rows, made.errors, made.notes, headless=made.headless)
    rows = tuple(Row(row.number, (*row.cells, found.splits[row.number - 1])) for row in made.rows)
    return Objects((*made.columns, "split"), rows, made.errors, made.notes, Roles(split="split"), made.headless)


def is_one_object(line: str) -> bool:
    """Whether a line is a complete JSON object, as in JSONL."""
    try:
        _object.decode(as_bytes(line))
    except _FAULTS:
        try:
            _object.decode(as_bytes(mended(line)))
        except _FAULTS:
            return False
    return True


def holds_rows(line: str) -> bool:
    """Whether a line is a complete object that holds a list of rows, so that the file is JSON on a single line."""
    try:
        rows_of(as_bytes(line))
    except (*_FAULTS, DatasetError):
        return False
    return True


def as_bytes(whole: str) -> bytes:
    """The text as UTF-8; bytes that could not be decoded come back as they were."""
    return whole.encode("utf-8", "surrogateescape")


def collect(numbered: Sequence[tuple[int, bytes]], splits: Sequence[str] = (), *, plain: bool = False) -> Objects:
    """Objects as rows under the union of their keys, in the form of the format that they have. `splits` by place."""
    form = None if plain else recognized(_sample(numbered))
    columns: dict[str, int] = {}
    read: list[tuple[int, Mapping[str, str]]] = []
    errors: list[RowError] = []
    flat = Flattened()
    mended_rows: list[int] = []
    for place, (number, data) in enumerate(numbered):
        try:
            row, was_mended = _row(data, form, flat)
        except _FAULTS as error:
            errors.append(RowError(number, _why(data, error)))
            continue
        problem = cell_error(tuple(row.values()))
        if problem:
            errors.append(RowError(number, problem))
            continue
        if was_mended:
            mended_rows.append(number)
        if splits:
            row = {**row, "split": splits[place]}
        for name in row:
            columns.setdefault(name, len(columns))
        read.append((number, row))
    names = tuple(columns)
    rows = tuple(_rows(read, names))
    found, notes = roles_of(form, flat, names, rows, named_splits=bool(splits))
    return Objects(names, rows, tuple(errors), (*_mended_note(mended_rows), *notes), found)


def _sample(numbered: Sequence[tuple[int, bytes]]) -> list[Mapping[str, object]]:
    """The first good rows as objects, for recognizing; rows of texts alone belong to no format."""
    found: list[Mapping[str, object]] = []
    for _, data in numbered[:60]:
        try:
            found.append(as_fields(decoded(data)))
        except _FAULTS:
            continue
        if len(found) == 20:
            break
    return found


def _row(data: bytes, form: RowFormat | None, flat: Flattened) -> tuple[Mapping[str, str], bool]:
    try:
        return _values(data, form, flat), False
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        written = data.decode("utf-8", "surrogateescape")
        for loose in (_of_python(data), as_bytes(mended(written)), as_bytes(mended(from_json5(written)))):
            if loose and loose != data:
                with contextlib.suppress(msgspec.DecodeError):
                    return _values(loose, form, flat), True
        raise


def _of_python(data: bytes) -> bytes:
    """A dictionary as Python prints it, in JSON; nothing for anything else."""
    if not data.startswith(b"{'") or len(data) > _LONGEST_PYTHON:
        return b""
    try:
        found = ast.literal_eval(data.decode("utf-8", "strict"))
        return msgspec.json.encode(found) if isinstance(found, dict) else b""
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return b""


def _values(data: bytes, form: RowFormat | None, flat: Flattened) -> Mapping[str, str]:
    if form is not None:
        fields = decoded(data)
        if not isinstance(fields, dict):
            raise ValueError("is not a JSON object.")
        if not form.matches(fields):
            raise ValueError(Said("is no row of {title}, as most others are.", title=form.title))
        return flat.see(_flattened(form, fields))
    try:
        return _texts.decode(data)  # nothing but texts, as most rows are: a third of the time
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _columns(data)


def _flattened(form: RowFormat, fields: Mapping[str, object]) -> Flat:
    """The row in the form's columns. Raises `ValueError` for one that lacks what others of its form have."""
    try:
        return form.flatten(fields)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError(
            Said(
                "is no whole row of {title} ({name}: {error}).",
                title=form.title,
                name=type(error).__name__,
                error=error,
            )
        ) from error


def _columns(data: bytes) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else _cell(value) for name, value in flatten(_object.decode(data)).items()
    }


def _rows(read: Iterable[tuple[int, Mapping[str, str]]], names: tuple[str, ...]) -> Iterator[Row]:
    for number, row in read:
        yield Row(number, tuple(row.get(name, "") for name in names))


def _cell(raw: msgspec.Raw) -> str:
    data = bytes(raw).strip()
    match data[:1]:
        case b'"':
            return _string.decode(data)
        case b"n":
            return ""
        case b"{" | b"[":
            return msgspec.json.format(data, indent=-1).decode()
        case _:
            return data.decode()


def _mended_note(rows: Sequence[int]) -> Iterable[str]:
    if rows:
        shown = ", ".join(map(str, rows[:5])) + (", …" if len(rows) > 5 else "")
        said = as_said("not strictly JSON (NaN, comments, halves of characters) and mended")
        yield Said("{rows} rows were {said}: rows {shown}.", rows=f"{len(rows):,}", said=said, shown=shown)


def _why(data: bytes, error: Exception) -> str:
    if data.startswith(TOO_LONG.encode()):
        length = int(data.removeprefix(TOO_LONG.encode()))
        return Said(
            "is {length} characters long and was skipped; a line may have at most {longest_line}.",
            length=f"{length:,}",
            longest_line=f"{LONGEST_LINE:,}",
        )
    if isinstance(error, RecursionError):
        return "is nested too deeply."
    if isinstance(error, UnicodeDecodeError):
        return Said(
            "contains the byte 0x{object}, which is not valid in the file's encoding.",
            object=f"{error.object[error.start]:02X}",
        )
    if isinstance(error, msgspec.ValidationError):
        return "is not a JSON object."
    if isinstance(error, msgspec.DecodeError):
        return Said("is not valid JSON: {problem}.", problem=_said(error))
    return str(error)


def _said(error: Exception) -> str:
    return str(error).removeprefix("JSON is malformed: ").rstrip(".")
