"""How large a packed table says it is, before any of its cells is read."""

import os
import re
import zipfile
import zlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec

from core import files
from core.errors import DatasetError
from core.said import Said

_DIMENSION = re.compile(rb'<dimension[^>]*ref="(?:[A-Z]+\d+:)?([A-Z]+)(\d+)"')
_CELL = re.compile(rb'<c[^>]*\br="([A-Z]{1,4})(\d{1,9})"')
_PACKED = {b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"}
_TAME_BYTES = 32 << 20
_TAME_ARRAY = 32 << 10
_TAME_CELLS = 8_000_000
_TAME_KEYS = 2_000
_LOOKED_AT = 200
_BLANK = b"\xef\xbb\xbf \t\r\n"
_object = msgspec.json.Decoder(dict[str, msgspec.Raw])
_BLOCK = 1 << 20
_SMALLER = "Delete what stands far away from the others, or save the part that you need as CSV."


def is_tame(path: Path) -> bool:
    """Whether a file is text of a moderate size that makes a table of a moderate size. A file that cannot be opened is:
    its reader says why."""
    try:
        with files.opened(path) as file:
            status = os.fstat(file.fileno())
    except OSError:
        return True
    return _is_tame(path, status.st_size, status.st_mtime_ns, status.st_ino)


@lru_cache(maxsize=256)
def _is_tame(path: Path, size: int, *identity: int) -> bool:
    del identity
    if size > _TAME_BYTES:
        return False
    try:
        data = files.read(path, _TAME_BYTES)
    except OSError:
        return True
    if data[:4] in _PACKED:
        return False
    start = data[:64].lstrip(_BLANK)[:1]
    lines = data.count(b"\n") + data.count(b"\r") + 1
    if start in {b"{", b"["}:
        return len(data) < _TAME_ARRAY or _keys(data) * lines <= _TAME_CELLS
    widest = max((line.count(mark) for line in data[:_BLOCK].splitlines()[:_LOOKED_AT] for mark in b",;\t|"), default=0)
    return (widest + 1) * lines <= _TAME_CELLS


def _keys(data: bytes) -> int:
    """How many names the objects of a file have, an object a line; far too many for what is not so."""
    names: set[str] = set()
    for line in data.splitlines():
        try:
            names.update(_object.decode(line)) if line.strip() else None
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return len(data)
        if len(names) > _TAME_KEYS:
            return len(data)
    return max(1, len(names))


def refuse_declared(path: Path, cells: int) -> None:
    """Raises `DatasetError` for a workbook that declares more cells, or unfolds to more bytes, than may be read.

    What a sheet says of itself is a claim; where its last cell stands is counted too, since everything between takes
    memory once it is read.
    """
    damaged = (zipfile.BadZipFile, zlib.error, OSError, KeyError, NotImplementedError, RuntimeError, EOFError)
    with suppress(*damaged), files.opened(path) as file:
        start = file.read(4)
        if start == b"PK\x03\x04":
            with zipfile.ZipFile(file) as book:
                _look(path, book, cells)
        elif start not in _PACKED:
            _look_at_text(path, start + file.read(_TAME_BYTES), cells)


def _look_at_text(path: Path, data: bytes, cells: int) -> None:
    """Every row gets a cell for every column, whether it has one or not: many names and many lines make billions."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    head = data.lstrip(_BLANK).partition(b"\n")[0]
    if head[:1] in {b"{", b"["}:
        columns = min(_keys(data), _TAME_KEYS + 1) if head[:1] == b"{" else 1
    else:
        columns = 1 + max(head.count(mark) for mark in b",;\t|")
    if columns > _TAME_KEYS and columns * lines > cells:
        raise DatasetError(
            Said(
                "{name} has {columns} columns or more in {lines} lines: at most {cells} million cells are read.",
                name=path.name,
                columns=f"{columns:,}",
                lines=f"{lines:,}",
                cells=f"{cells / 1e6:,.0f}",
            ),
            hint="Keep the columns that you need, or save one row to a line.",
        )


def _look(path: Path, book: zipfile.ZipFile, cells: int) -> None:
    parts = book.infolist()
    unfolded = sum(part.file_size for part in parts)
    if unfolded > 16 * cells:
        raise DatasetError(
            Said("{name} unfolds to {unfolded} MB.", name=path.name, unfolded=f"{unfolded / 2**20:,.0f}"), hint=_SMALLER
        )
    for part in parts:
        if not part.filename.startswith("xl/worksheets/") or not part.filename.endswith(".xml"):
            continue
        rows, columns = _extent(book, part)
        if rows * columns > cells:
            raise DatasetError(
                Said(
                    "{name} has {rows} rows × {columns} columns, which is {millions} million cells; at "
                    "most {most} million are read.",
                    name=path.name,
                    rows=f"{rows:,}",
                    columns=f"{columns:,}",
                    millions=f"{rows * columns / 1e6:,.0f}",
                    most=f"{cells / 1e6:,.0f}",
                ),
                hint=_SMALLER,
            )


def _extent(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """The last row and column that any cell of a sheet names."""
    rows = columns = 0
    with book.open(part) as sheet:
        rest = b""
        while block := sheet.read(_BLOCK):
            text = rest + block
            for pattern in (_DIMENSION, _CELL):
                for column, row in pattern.findall(text):
                    rows, columns = max(rows, int(row)), max(columns, _number(column))
            rest = text[-256:]
    return rows, columns


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = 26 * number + letter - 64
    return number
