"""`read_table`: any supported file becomes a `Table`."""

from dataclasses import replace
from pathlib import Path

from core.data.blocks import blocks_in
from core.data.columnar import parse_parquet
from core.data.decoding import Encoding, detect, first_bytes, read_lines, read_text
from core.data.delimited import Cells, is_fasttext, is_markdown, parse_delimited, parse_fasttext, parse_markdown
from core.data.dialects import Dialect
from core.data.flags import with_flags
from core.data.foreign import refuse_foreign
from core.data.json_rows import Objects, holds_rows, is_one_object, parse_json, parse_jsonl
from core.data.options import ReadOptions
from core.data.packed import is_packed, unpacked
from core.data.reshaping import reshaped
from core.data.table import FileFormat, Row, RowError, Table
from core.data.workbook import parse_workbook
from core.data.yaml_rows import parse_yaml
from core.errors import DatasetError
from core.said import Said, as_said

_DELIMITED = frozenset({".csv", ".tsv", ".tab"})
_TAB = frozenset({".tsv", ".tab"})
_YAML = frozenset({".yaml", ".yml"})
_JSON = frozenset({".json", ".jsonl", ".ndjson", ".json5", ".jsonc"})


def read_table(path: Path, options: ReadOptions | None = None) -> Table:
    """Read CSV, TSV, JSONL, JSON, Parquet or XLSX. Rows that cannot be used are in the table's `errors`.

    Encoding and delimiter are detected unless given. The content decides between JSON and JSONL, and over an unknown
    extension. Raises `DatasetError` if nothing can be read: no such file, no text, no header, no good row.
    """
    path, options = Path(path), options or ReadOptions()
    head = first_bytes(path)
    if is_packed(path, head):
        with unpacked(path, head) as inner:
            table = read_table(inner, options)
        return replace(table, name=path.name, notes=(Said("It was unpacked: {name}.", name=inner.name), *table.notes))
    packed = _PACKED.get(head[:4])
    if packed is not None:
        return _filled(packed(path, options), own=options.plain)
    found = detect(path, options.encoding)
    table = _read(path, found, options)
    if found.mixed and found.guessed:
        table = _without_other_encoding(table, found)
    return _filled(table, own=options.plain)


def _filled(table: Table, *, own: bool = False) -> Table:
    if not table.rows:
        raise _nothing(table)
    if table.roles is None and table.format in {FileFormat.DELIMITED, FileFormat.WORKBOOK} and not own:
        table = reshaped(table)
        if not table.rows:
            raise _nothing(table)
    return table if own else with_flags(table)


def _workbook(path: Path, options: ReadOptions) -> Table:
    sheet = parse_workbook(path, options)
    return Table(
        path.name,
        sheet.columns,
        sheet.rows,
        sheet.errors,
        FileFormat.WORKBOOK,
        notes=sheet.notes,
        headless=sheet.headless,
    )


def _parquet(path: Path, options: ReadOptions) -> Table:
    found = parse_parquet(path, options)
    return Table(
        path.name, found.columns, found.rows, found.errors, FileFormat.PARQUET, notes=found.notes, roles=found.roles
    )


_PACKED = {b"PK\x03\x04": _workbook, b"\xd0\xcf\x11\xe0": _workbook, b"PAR1": _parquet}
"""Readers of what is not text, by the first bytes."""


def _read(path: Path, encoding: Encoding, options: ReadOptions) -> Table:
    lines = read_lines(path, encoding)
    first = next((line.strip() for line in lines if line.strip()), "")
    if not first:
        raise DatasetError(Said("{name} is empty.", name=path.name), hint="Choose a file with a header and rows.")
    refuse_foreign(path, first, lines)
    kind = _format(path, first, lines)
    try:
        if kind is FileFormat.DELIMITED:
            cells = _cells(path, lines, first, options)
            table = _table(
                path, kind, encoding, cells.columns, cells.rows, cells.errors, cells.notes, cells.dialect.delimiter
            )
            return replace(table, headless=cells.headless)
        objects = _objects(path, kind, encoding, lines, options)
    except DatasetError as error:
        raise _named(path, error) from error
    table = _table(path, kind, encoding, objects.columns, objects.rows, objects.errors, objects.notes)
    return replace(table, roles=objects.roles, headless=objects.headless)


def _objects(path: Path, kind: FileFormat, encoding: Encoding, lines: list[str], options: ReadOptions) -> Objects:
    if kind is FileFormat.JSON:
        return parse_json(read_text(path, encoding), options)
    if kind is FileFormat.YAML:
        return parse_yaml(read_text(path, encoding), plain=options.plain)
    return parse_jsonl(lines, options)


def _cells(path: Path, lines: list[str], first: str, options: ReadOptions) -> Cells:
    if not options.delimiter and path.suffix.lower() not in _DELIMITED and (found := blocks_in(lines)) is not None:
        names, rows, errors = found
        said = Said("It is blocks of “{first}:” and “{second}:”.", first=names[0], second=names[1])
        return Cells(names, rows, errors, Dialect(""), (said,))
    if is_fasttext(lines):
        return parse_fasttext(lines)
    if not options.delimiter and is_markdown(lines):
        return parse_markdown(lines, options)
    return parse_delimited(lines, replace(options, delimiter=options.delimiter or _by_name(path, first)))


def _format(path: Path, first: str, lines: list[str]) -> FileFormat:
    extension = path.suffix.lower()
    if extension in _YAML and first[0] not in "{[":
        return FileFormat.YAML
    if first[0] == "{" and extension in _DELIMITED and is_one_object(first) and not holds_rows(first):
        return FileFormat.JSONL
    if extension in _DELIMITED or (extension not in _JSON and first[0] not in "{["):
        return FileFormat.DELIMITED
    if first[0] == "{" and is_one_object(first):
        whole = len(lines) == 1 and holds_rows(first)
        return FileFormat.JSON if whole or not _are_lines(lines, 1 / 3) else FileFormat.JSONL
    if extension not in _JSON and first[0] == "[" and first[1:2] not in {"", "{", " ", "]"}:
        return FileFormat.DELIMITED
    if extension in {".jsonl", ".ndjson"} and (first[0] != "[" or _are_lines(lines)):
        return FileFormat.JSONL if first[0] != "{" or _are_lines(lines) else FileFormat.JSON
    return FileFormat.JSON


def _are_lines(lines: list[str], least: float = 0.5) -> bool:
    """Whether enough lines are a value each, from bracket to bracket."""
    shown = [line.strip() for line in lines[:50] if line.strip()]
    whole = sum(line[0] in "{[" and line[-1] in "}]" for line in shown)
    return whole > least * len(shown) and (len(shown) > 1 or least < 0.5)


def _by_name(path: Path, first: str) -> str:
    return "\t" if path.suffix.lower() in _TAB and "\t" in first else ""


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
        notes = (*notes, Said("The encoding is a guess: {name}.", name=encoding.name))
    name = "utf-8" if encoding.name == "utf-8-sig" else encoding.name
    return Table(path.name, columns, rows, errors, kind, name, encoding.guessed, delimiter, notes)


def _without_other_encoding(table: Table, encoding: Encoding) -> Table:
    """Take out rows that are valid UTF-8 in a file whose other rows are not: decoded as guessed they are nonsense."""
    message = Said("is written in UTF-8, while other rows of the file are in {name}.", name=encoding.name)
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
        return DatasetError(Said("{name} has a header but no rows.", name=table.name), hint="Choose a file with rows.")
    first = table.errors[0]
    return DatasetError(
        Said(
            "{name} has no usable row: all {errors} have errors. Row {row} {message}",
            name=table.name,
            errors=f"{len(table.errors):,}",
            row=first.row,
            message=as_said(first.message),
        ),
        hint="Check its format and encoding.",
    )


def _named(path: Path, error: DatasetError) -> DatasetError:
    named = DatasetError(
        Said("{name}: {message}", name=path.name, message=error.message), hint=error.hint, kept=error.kept
    )
    named.row = error.row
    return named
