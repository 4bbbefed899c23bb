"""Rows that a program has in memory, as a table: dictionaries, pairs, columns, or a frame of another library."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

import msgspec

from core.data.json_rows import collect
from core.data.table import FileFormat, Table
from core.errors import DatasetError

if TYPE_CHECKING:
    from core.data.json_rows import Objects

NAME = "rows"
"""What a table without a file is called."""

_FRAMES = ("to_dicts", "to_pylist", "to_dict")
"""How polars, Arrow and pandas give their rows, asked in this order; none of them is imported."""

_PAIR = ("input", "answer")
_SHAPES = "Give dictionaries (one per row), pairs of input and answer, a dictionary of columns, or a data frame."


def table_of(data: object) -> Table:
    """A table of rows in memory, read as a JSON file of them would be. Raises `DatasetError` for anything else."""
    found = collect(list(_encoded(_records(data))))
    if not found.rows:
        raise _nothing(found)
    return Table(NAME, found.columns, found.rows, found.errors, FileFormat.JSON, notes=found.notes, roles=found.roles)


def _nothing(found: "Objects") -> DatasetError:
    if not found.errors:
        return DatasetError("There are no rows.", hint=_SHAPES)
    first = found.errors[0]
    return DatasetError(f"None of the {len(found.errors):,} rows can be used. Row {first.row} {first.message}")


def _records(data: object) -> Iterable[object]:
    """The rows one by one, whatever holds them."""
    for name in _FRAMES:
        if callable(give := getattr(data, name, None)):
            return cast("Iterable[object]", give("records") if name == "to_dict" else give())
    if isinstance(data, Mapping):
        return _of_columns(data)
    if isinstance(data, Iterable) and not isinstance(data, str | bytes):
        return data
    raise DatasetError(f"A value of the type {type(data).__name__} holds no rows.", hint=_SHAPES)


def _of_columns(columns: Mapping[object, object]) -> list[dict[object, object]]:
    """A dictionary of columns, which are all of one length, as rows."""
    values: list[list[object]] = []
    for name, column in columns.items():
        if isinstance(column, str | bytes) or not isinstance(column, Iterable):
            raise DatasetError(f"“{name}” is no column: it holds {type(column).__name__}, no list.", hint=_SHAPES)
        values.append(list(column))
    if len(set(map(len, values))) > 1:
        sizes = ", ".join(f"“{name}” {len(each):,}" for name, each in zip(columns, values, strict=True))
        raise DatasetError(f"The columns are not of one length: {sizes}.", hint="Each needs a value per row.")
    return [dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)]


def _encoded(records: Iterable[object]) -> Iterable[tuple[int, bytes]]:
    """Each row as an object in JSON, with its number from 1. Raises `DatasetError` for what is no row."""
    for number, record in enumerate(records, start=1):
        try:
            yield number, msgspec.json.encode(_fields(record), enc_hook=_plain)
        except (TypeError, ValueError, UnicodeEncodeError, RecursionError) as error:
            raise DatasetError(f"it cannot be used: {error}.", row=number, hint=_SHAPES) from error


def _fields(record: object) -> dict[str, object]:
    """The named values of a row."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return dataclasses.asdict(record)
    if callable(named := getattr(record, "_asdict", None)):
        return cast("dict[str, object]", named())
    if isinstance(record, Mapping):
        return {str(name): value for name, value in record.items()}
    if isinstance(record, tuple | list) and len(record) == len(_PAIR):
        return dict(zip(_PAIR, record, strict=True))
    what = f"a {type(record).__name__}"
    raise TypeError(f"{what} of {len(record)} values is no pair" if isinstance(record, tuple | list) else what)


def _plain(value: Any) -> object:
    """What JSON has no form for: numbers and arrays of numerical libraries, their missing values, everything else as
    text."""
    if type(value).__name__ in {"NAType", "NaTType"}:
        return None
    for name in ("tolist", "item"):
        if callable(give := getattr(value, name, None)):
            return give()
    return str(value)
