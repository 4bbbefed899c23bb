"""Compressed files: unpacked beside the original, never more than a table may hold, then read like any other."""

import bz2
import gzip
import importlib
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, cast

from core.data.decoding import LARGEST_FILE, open_bytes
from core.errors import DatasetError
from core.said import Said

_CHUNK = 2**20
_ENDINGS = frozenset({".gz", ".bz2", ".xz", ".zst", ".zstd"})
_TABLES = frozenset({
    ".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson", ".md", ".yaml", ".yml", ".xlsx", ".xls", ".ods",
    ".parquet",
})  # fmt: skip
_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_OTHERS = {"word/document.xml": "a Word document", "ppt/presentation.xml": "a presentation"}
_FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


def is_packed(path: Path, head: bytes) -> bool:
    """Whether a file is compressed: by its first bytes. Workbooks, which are ZIP files, too, are not."""
    return _opener(head) is not None or (head.startswith(b"PK\x03\x04") and not _is_workbook(path))


@contextmanager
def unpacked(path: Path, head: bytes) -> Iterator[Path]:
    """The file inside, for as long as it is read. Raises `DatasetError` for a damaged or endless one, and for a ZIP
    that holds several tables or none."""
    with TemporaryDirectory(prefix="whet-") as folder:
        try:
            yield _written(path, head, Path(folder))
        except _faults(head) as error:
            raise DatasetError(
                Said(
                    "{name} is compressed and cannot be unpacked: {error}.",
                    name=path.name,
                    error=str(error).rstrip("."),
                ),
                hint="Is the file complete? Unpack it first.",
            ) from error


def _written(path: Path, head: bytes, folder: Path) -> Path:
    opener = _opener(head)
    if opener is None:
        return _from_zip(path, folder)
    name = path.stem if path.suffix.lower() in _ENDINGS else path.name
    with open_bytes(path) as file, opener(file) as source:
        return _copied(source, folder / name, path)


def _from_zip(path: Path, folder: Path) -> Path:
    with open_bytes(path) as file, zipfile.ZipFile(file) as archive:
        inside = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each.filename)]
        tables = [each for each in inside if Path(each.filename).suffix.lower() in _TABLES] or inside
        if len(tables) != 1:
            names = ", ".join(each.filename for each in tables[:5]) + (", …" if len(tables) > 5 else "")
            raise DatasetError(
                Said(
                    "{name} holds {tables} files: {names}." if names else "{name} holds {tables} files.",
                    name=path.name,
                    tables=len(tables),
                    names=names,
                ),
                hint="Unpack it and name one.",
            )
        with archive.open(tables[0]) as source:
            return _copied(source, folder / Path(tables[0].filename).name, path)


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or Path(name).name.startswith(".")


def _copied(source: "IO[bytes]", target: Path, path: Path) -> Path:
    held = 0
    with target.open("wb") as file:
        while chunk := source.read(_CHUNK):
            held += len(chunk)
            if held > LARGEST_FILE:
                raise DatasetError(
                    Said(
                        "{name} unfolds to more than {largest_file} MB.",
                        name=path.name,
                        largest_file=LARGEST_FILE // 2**20,
                    ),
                    hint="Take a sample of it: a few thousand rows are plenty for improving a prompt.",
                )
            file.write(chunk)
    return target


def _is_workbook(path: Path) -> bool:
    try:
        with open_bytes(path) as file, zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except _FAULTS:
        return True  # the reader of workbooks says what is wrong with it
    for name, what in _OTHERS.items():
        if name in names:
            raise DatasetError(
                Said("{name} is {what}, not a table.", name=path.name, what=what),
                hint="Copy its table into a CSV file.",
            )
    return "[Content_Types].xml" in names or any(name in names for name in _WORKBOOKS)


def _faults(head: bytes) -> tuple[type[Exception], ...]:
    """What unpacking a file with these first bytes may raise."""
    module = _zstd() if _opener(head) is _zstandard else None
    return _FAULTS if module is None else (*_FAULTS, cast("type[Exception]", module.ZstdError))


def _opener(head: bytes) -> "Callable[[IO[bytes]], IO[bytes]] | None":
    if head.startswith(b"\x1f\x8b"):
        return lambda file: cast("IO[bytes]", gzip.open(file))
    if head.startswith(b"BZh"):
        return lambda file: cast("IO[bytes]", bz2.open(file))
    if head.startswith(b"\xfd7zXZ"):
        return lambda file: cast("IO[bytes]", lzma.open(file))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstandard
    return None


def _zstandard(file: "IO[bytes]") -> "IO[bytes]":
    module = _zstd()
    if module is None:
        raise DatasetError(
            "The file is compressed with Zstandard, and the reader for that is not installed.",
            hint="Install Whet again, or unpack the file first (zstd -d FILE).",
        )
    return cast("IO[bytes]", module.open(file, "rb"))


def _zstd() -> Any:
    """Python's own reader, from 3.14 on; before, the one of which it is made. `None` where there is neither."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    return None
