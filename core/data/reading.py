"""`read_table`: any supported file becomes a `Table`."""

from dataclasses import dataclass
from pathlib import Path

from core.data.columnar import parse_parquet
from core.data.decoding import Encoding, detect, first_bytes, read_lines, read_text
from core.data.delimited import parse_delimited
from core.data.json_rows import holds_rows, is_one_object, parse_json, parse_jsonl
from core.data.table import FileFormat, Row, RowError, Table
from core.data.workbook import parse_workbook
from core.errors import DatasetError

_DELIMITED = frozenset({".csv", ".tsv", ".tab"})
_TAB = frozenset({".tsv", ".tab"})
_JSON = frozenset({".json", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says of a file; what is left empty is detected.

    `header`: whether the first row names the columns, `header_row`: the number of the row that does. `quote` encloses
    cells (“none”: nothing does). `sheet` is a sheet's name, or its number from 1.
    """

    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    header: bool | None = None
    header_row: int = 0
    sheet: str = ""


def read_table(path: Path, options: ReadOptions | None = None) -> Table:
    """Read CSV, TSV, JSONL, JSON, Parquet or XLSX. Rows that cannot be used are in the table's `errors`.

    Encoding and delimiter are detected unless given. The content decides between JSON and JSONL, and over an unknown
    extension. Raises `DatasetError` if nothing can be read: no such file, no text, no header, no good row.
    """
    path, options = Path(path), options or ReadOptions()
    packed = _PACKED.get(first_bytes(path)[:4])
    if packed is not None:
        return _filled(packed(path))
    found = detect(path, options.encoding)
    table = _read(path, found, options)
    if found.mixed and found.guessed:
        table = _without_other_encoding(table, found)
    return _filled(table)


def _filled(table: Table) -> Table:
    if not table.rows:
        raise _nothing(table)
    return table


def _workbook(path: Path) -> Table:
    sheet = parse_workbook(path)
    return Table(path.name, sheet.columns, sheet.rows, sheet.errors, FileFormat.WORKBOOK, notes=sheet.notes)


def _parquet(path: Path) -> Table:
    found = parse_parquet(path)
    return Table(path.name, found.columns, found.rows, found.errors, FileFormat.PARQUET)


_PACKED = {b"PK\x03\x04": _workbook, b"\xd0\xcf\x11\xe0": _workbook, b"PAR1": _parquet}
"""Readers of what is not text, by the first bytes."""


def _read(path: Path, encoding: Encoding, options: ReadOptions) -> Table:
    lines = read_lines(path, encoding)
    first = next((line.strip() for line in lines if line.strip()), "")
    if not first:
        raise DatasetError(f"{path.name} is empty.", hint="Choose a file with a header and rows.")
    kind = _format(path, first, lines)
    try:
        if kind is FileFormat.DELIMITED:
            cells = parse_delimited(lines, options.delimiter or _by_name(path, first))
            return _table(
                path, kind, encoding, cells.columns, cells.rows, cells.errors, cells.notes, cells.dialect.delimiter
            )
        objects = parse_json(read_text(path, encoding)) if kind is FileFormat.JSON else parse_jsonl(lines)
    except DatasetError as error:
        raise _named(path, error) from error
    return _table(path, kind, encoding, objects.columns, objects.rows, objects.errors, objects.notes)


def _format(path: Path, first: str, lines: list[str]) -> FileFormat:
    extension = path.suffix.lower()
    if extension in _DELIMITED or (extension not in _JSON and first[0] not in "{["):
        return FileFormat.DELIMITED
    if first[0] == "{" and is_one_object(first):
        return FileFormat.JSON if len(lines) == 1 and holds_rows(first) else FileFormat.JSONL
    if extension not in _JSON and first[0] == "[" and first[1:2] not in {"", "{", " ", "]"}:
        return FileFormat.DELIMITED
    return FileFormat.JSONL if extension in {".jsonl", ".ndjson"} and first[0] != "[" else FileFormat.JSON


def _by_name(path: Path, first: str) -> str | None:
    return "\t" if path.suffix.lower() in _TAB and "\t" in first else None


def _table(
    path: Path,
    kind: FileFormat,
    encoding: Encoding,
    columns: tuple[str, ...],
    rows: tuple[Row, ...],
    errors: tuple[RowError, ...],
    notes: tuple[str, ...],
    delimiter: str = "",
) -> Table:
    if encoding.guessed:
        notes = (*notes, f"The encoding is a guess: {encoding.name}.")
    name = "utf-8" if encoding.name == "utf-8-sig" else encoding.name
    return Table(path.name, columns, rows, errors, kind, name, encoding.guessed, delimiter, notes)


def _without_other_encoding(table: Table, encoding: Encoding) -> Table:
    """Take out rows that are valid UTF-8 in a file whose other rows are not: decoded as guessed they are nonsense."""
    message = f"is written in UTF-8, while other rows of the file are in {encoding.name}."
    odd = {row.number for row in table.rows if any(_is_utf8(cell, encoding.name) for cell in row.cells)}
    return Table(
        table.name,
        table.columns,
        tuple(row for row in table.rows if row.number not in odd),
        tuple(sorted((*table.errors, *(RowError(number, message) for number in odd)))),
        table.format,
        table.encoding,
        table.encoding_guessed,
        table.delimiter,
        table.notes,
    )


def _is_utf8(cell: str, encoding: str) -> bool:
    if cell.isascii():
        return False
    try:
        cell.encode(encoding).decode("utf-8")
    except UnicodeError:
        return False
    return True


def _nothing(table: Table) -> DatasetError:
    if not table.errors:
        return DatasetError(f"{table.name} has a header but no rows.", hint="Choose a file with rows.")
    first = table.errors[0]
    return DatasetError(
        f"{table.name} has no usable row: all {len(table.errors):,} have errors. Row {first.row} {first.message}",
        hint="Check its format and encoding.",
    )


def _named(path: Path, error: DatasetError) -> DatasetError:
    named = DatasetError(f"{path.name}: {error.message}", hint=error.hint, kept=error.kept)
    named.row = error.row
    return named
