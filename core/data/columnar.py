"""Parquet files: columns of any type become text.

Read by arro3, of the extra “tables”: Apache's own Rust reader in wheels of 12 MB; pyarrow and polars take 40 to 50.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import msgspec

from core.data.decoding import LARGEST_FILE, open_bytes
from core.data.formats.base import as_fields, as_list, decoded
from core.data.json_rows import Objects, collect
from core.data.options import ReadOptions
from core.data.table import Row, RowError, cell_error
from core.errors import DatasetError
from core.said import Said

MISSING = 'Install Whet with its extra “tables” (pip install "whet-desktop[tables]"), or save the file as CSV or JSONL.'
_EXPANDED = 4 * LARGEST_FILE
"""Characters of all cells: a small file may unfold to more than the memory holds."""


def parse_parquet(path: Path, options: ReadOptions | None = None) -> Objects:
    """Read a Parquet file; a row's number is its place, from 1. Nested columns are looked at for formats by name, and
    numbers of classes become their names. Raises `DatasetError` if the reader is missing or the file is damaged."""
    try:
        from arro3.core import Table
        from arro3.io import read_parquet
    except ImportError as error:
        raise DatasetError(
            Said("{name} is a Parquet file, and the reader for these is not installed.", name=path.name), hint=MISSING
        ) from error
    columns: dict[str, list[object]] = {}
    held = 0
    with open_bytes(path) as file:
        try:
            reader = read_parquet(file)
            names = tuple(map(str, reader.schema.names))
            classes = class_names(dict(reader.schema.metadata).get(b"huggingface", b""))
            columns = {name: [] for name in names}
            for batch in reader:
                table = Table.from_batches([batch])
                for place, name in enumerate(names):
                    values = table.column(place).to_pylist()
                    columns[name] += values
                    held += sum(len(value) for value in values if isinstance(value, str | bytes))
                _refuse_flood(path, held)
        except DatasetError:
            raise
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise  # a damaged footer makes arro3 panic, which pyo3 derives from BaseException
            raise DatasetError(
                Said("{name} cannot be read as Parquet: {first_line}", name=path.name, first_line=_first_line(error)),
                hint="Is the file complete?",
            ) from error
    named = {name: [_classed(value, classes[name]) for value in values] if name in classes else values
             for name, values in columns.items()}  # fmt: skip
    found = (
        _as_objects(named, plain=options is not None and options.plain)
        if any(map(_nested, named.values()))
        else _as_rows(named)
    )
    notes = (
        *found.notes,
        *(
            Said("Numbers in “{name}” became the names of their classes.", name=name)
            for name in classes
            if name in named
        ),
    )
    return replace(found, notes=notes)


def class_names(metadata: bytes) -> dict[str, list[str]]:
    """The names of classes by column, as the datasets library keeps them in a file's metadata."""
    try:
        info = as_fields(decoded(metadata)) if metadata else {}
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}
    features = as_fields(as_fields(info.get("info")).get("features"))
    named = {name: as_fields(feature) for name, feature in features.items()}
    return {
        name: [str(each) for each in as_list(feature.get("names"))]
        for name, feature in named.items()
        if feature.get("_type") == "ClassLabel"
    }


def _classed(value: object, names: list[str]) -> object:
    return names[value] if isinstance(value, int) and 0 <= value < len(names) else value


def _nested(values: list[object]) -> bool:
    return any(isinstance(value, list | dict) for value in values[:100])


def _as_objects(columns: Mapping[str, list[object]], *, plain: bool) -> Objects:
    rows = zip(*columns.values(), strict=True)
    return collect(
        [(n, _encoder.encode(dict(zip(columns, cells, strict=True)))) for n, cells in enumerate(rows, 1)], plain=plain
    )


def _plain(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


_encoder = msgspec.json.Encoder(enc_hook=_plain)


def _as_rows(columns: Mapping[str, list[object]]) -> Objects:
    rows: list[Row] = []
    errors: list[RowError] = []
    for number, cells in enumerate(zip(*columns.values(), strict=True), 1):
        row = Row(number, tuple(map(_text, cells)))
        problem = cell_error(row.cells)
        if problem:
            errors.append(RowError(number, problem))
        else:
            rows.append(row)
    return Objects(tuple(columns), tuple(rows), tuple(errors))


def _refuse_flood(path: Path, held: int) -> None:
    if held > _EXPANDED:
        raise DatasetError(
            Said("{name} unfolds to more than {expanded} MB.", name=path.name, expanded=f"{_EXPANDED // 2**20:,}"),
            hint="Take a sample of it: a few thousand rows are plenty for improving a prompt.",
        )


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).lower()
        case bytes():
            return value.decode("utf-8", "surrogateescape")
        case datetime() | date() | time():
            return value.isoformat()
        case list() | tuple() | dict():
            return msgspec.json.encode(value).decode()
        case _:
            return str(value)


def _first_line(error: BaseException) -> str:
    return next(iter(_lines(str(error))), type(error).__name__).rstrip(".") + "."


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
