"""JSON and JSONL: objects become rows; numbers keep their written form, nested values become compact JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from core.data.decoding import TOO_LONG
from core.data.openai_rows import Fields, flatten
from core.data.table import LONGEST_LINE, Row, RowError, cell_error
from core.errors import DatasetError

_LISTS = ("examples", "data", "rows", "items", "samples", "questions", "instances", "records")
_NOT_A_LIST_OF_ROWS = frozenset({"messages", "input"})
_object = msgspec.json.Decoder(Fields)
_list = msgspec.json.Decoder(list[msgspec.Raw])
_string = msgspec.json.Decoder(str)
_texts = msgspec.json.Decoder(dict[str, str])


@dataclass(frozen=True, slots=True)
class Objects:
    """The content of a JSON or JSONL file: the union of the objects' keys, good rows, named bad ones."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    errors: tuple[RowError, ...]
    notes: tuple[str, ...] = ()


def parse_jsonl(lines: Sequence[str]) -> Objects:
    """One object per line; blank lines are skipped. A row's number is its line."""
    numbered = ((number, _bytes(line.strip())) for number, line in enumerate(lines, start=1) if line.strip())
    return _collect(numbered)


def parse_json(text: str) -> Objects:
    """A list of objects, or an object that holds one. Raises `DatasetError` for anything else."""
    data = _bytes(text.strip())
    notes: tuple[str, ...] = ()
    try:
        if data.startswith(b"{"):
            key, data = _the_list(_object.decode(data))
            notes = (f"The rows are the list “{key}” of the file.",)
        rows = _list.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DatasetError(f"The file is not valid JSON: {_said(error)}.", hint="Check its end: was it cut?") from error
    found = _collect((number, bytes(raw)) for number, raw in enumerate(rows, start=1))
    return Objects(found.columns, found.rows, found.errors, notes)


def is_one_object(line: str) -> bool:
    """Whether a line is a complete JSON object, as in JSONL."""
    try:
        _object.decode(_bytes(line))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def holds_rows(line: str) -> bool:
    """Whether a line is a complete object that holds a list of rows, so that the file is JSON on a single line."""
    try:
        _the_list(_object.decode(_bytes(line)))
    except (msgspec.DecodeError, UnicodeDecodeError, DatasetError):
        return False
    return True


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _the_list(fields: Fields) -> tuple[str, bytes]:
    lists = [
        name
        for name, value in fields.items()
        if name not in _NOT_A_LIST_OF_ROWS and bytes(value).lstrip().startswith(b"[") and _holds_objects(value)
    ]
    for name in (*_LISTS, *lists):
        if name in lists and (name in _LISTS or len(lists) == 1):
            return name, bytes(fields[name])
    raise DatasetError(
        "The file is one JSON object without a list of rows.",
        hint='Rows are expected as a list of objects, or as {"examples": [...]}.',
    )


def _holds_objects(value: msgspec.Raw) -> bool:
    return bytes(value).lstrip()[1:].lstrip()[:1] in {b"{", b"]"}


def _collect(numbered: Iterable[tuple[int, bytes]]) -> Objects:
    columns: dict[str, int] = {}
    read: list[tuple[int, dict[str, str]]] = []
    errors: list[RowError] = []
    for number, data in numbered:
        try:
            values = _values(data)
        except ValueError as error:  # msgspec's and Unicode's errors are ValueErrors, too
            errors.append(RowError(number, _why(data, error)))
            continue
        problem = cell_error(tuple(values.values()))
        if problem:
            errors.append(RowError(number, problem))
            continue
        for name in values:
            columns.setdefault(name, len(columns))
        read.append((number, values))
    names = tuple(columns)
    return Objects(names, tuple(_rows(read, names)), tuple(errors))


def _rows(read: Iterable[tuple[int, dict[str, str]]], names: tuple[str, ...]) -> Iterator[Row]:
    for number, values in read:
        yield Row(number, tuple(values.get(name, "") for name in names))


def _values(data: bytes) -> dict[str, str]:
    try:
        return _texts.decode(data)  # nothing but texts, as most rows are: a third of the time
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _columns(data)


def _columns(data: bytes) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else _cell(value) for name, value in flatten(_object.decode(data)).items()
    }


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


def _why(data: bytes, error: ValueError) -> str:
    if data.startswith(TOO_LONG.encode()):
        length = int(data.removeprefix(TOO_LONG.encode()))
        return f"is {length:,} characters long and was skipped; a line may have at most {LONGEST_LINE:,}."
    if isinstance(error, UnicodeDecodeError):
        return f"contains the byte 0x{error.object[error.start]:02X}, which is not valid in the file's encoding."
    if isinstance(error, msgspec.ValidationError):
        return "is not a JSON object."
    if isinstance(error, msgspec.DecodeError):
        return f"is not valid JSON: {_said(error)}."
    return str(error)


def _said(error: Exception) -> str:
    return str(error).removeprefix("JSON is malformed: ")
