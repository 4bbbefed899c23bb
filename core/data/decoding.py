"""The characters of a file: its encoding found out, and its lines read without ever holding an endless one."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TextIO

from core import files
from core.data.code_pages import escaped, likelier, western
from core.data.table import LONGEST_LINE
from core.errors import DatasetError
from core.said import Said

LARGEST_FILE = 512 * 2**20
"""Bytes. A table is held in memory, in the window's process too."""

TOO_LONG = "\0too long:"
"""What stands for a line that was skipped, followed by its length; no text file contains it."""

_CHUNK = 2**20
_SAMPLE = 2**18
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOT_TEXT = (
    (b"GGUF", "a model, not data", "Name it as the model."),
    (b"SQLite format 3", "a database", "Export the table as CSV first."),
    (b"%PDF", "a PDF document", "Save its table as CSV first."),
    (b"ARROW1", "an Arrow file", "Save it as Parquet, CSV or JSONL."),
    (b"\x93NUMPY", "an array of NumPy", "Save it as CSV first."),
    (b"\x89HDF", "an HDF5 file", "Save its table as CSV first."),
    (b"\x80\x04\x95", "a pickle of Python, which could run anything", "Save it as CSV or JSONL."),
    (b"\x80\x05\x95", "a pickle of Python, which could run anything", "Save it as CSV or JSONL."),
    (b"{\\rtf", "a document in RTF", "Save its table as CSV first."),
    (b"ORC", "an ORC file", "Save it as Parquet, CSV or JSONL."),
    (b"Obj\x01", "an Avro file", "Save it as Parquet, CSV or JSONL."),
    (b"\xff\xd8\xff", "an image", "Copy its table into a CSV file."),
    (b"\x89PNG", "an image", "Copy its table into a CSV file."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """The codec of a file. `mixed`: some lines are valid UTF-8 while the file as a whole is not."""

    name: str
    guessed: bool = False
    mixed: bool = False

    @property
    def escapes(self) -> bool:
        """Whether single bytes can be marked as undecodable; in UTF-16 and UTF-32 a wrong one ends all sense."""
        return not self.name.startswith(("utf-16", "utf-32"))


def detect(path: Path, asked: str = "") -> Encoding:
    """The encoding of a file: as asked, by its mark, UTF-8 if all of it is, UTF-16 by its zeros, else a guess.

    Raises `DatasetError` for what cannot be opened or is not text.
    """
    with open_bytes(path) as file:
        head = file.read(2**16)
        _refuse_binary(path, head)
        if asked:
            return Encoding(_known_codec(asked))
        marked = _marked(head) or _zeros(head) or _escapes(head)
        if marked:
            return marked
        file.seek(0)
        return Encoding("utf-8") if _is_utf8(file) else _survey(file)


@contextmanager
def open_bytes(path: Path) -> Iterator[IO[bytes]]:
    """The file, open for reading. Raises `DatasetError` with a sentence if it is missing, a folder, or closed to us."""
    try:
        if path.is_dir():
            raise DatasetError(Said("{name} is a folder, not a file.", name=path.name), hint="Choose a data file.")
        if path.exists() and not path.is_file():
            raise DatasetError(Said("{name} is a device, not a file.", name=path.name), hint="Choose a data file.")
        if path.stat().st_size > LARGEST_FILE:
            raise DatasetError(
                Said(
                    "{name} has {megabytes} MB; at most {most} MB are read.",
                    name=path.name,
                    megabytes=f"{path.stat().st_size / 2**20:,.0f}",
                    most=LARGEST_FILE // 2**20,
                ),
                hint="Take a sample of it: a few thousand rows are plenty for improving a prompt.",
            )
        with files.opened(path) as file:
            yield file
    except FileNotFoundError as error:
        raise DatasetError(
            Said("There is no file {name} in {parent}.", name=path.name, parent=path.parent), hint="Check its name."
        ) from error
    except OSError as error:
        if error.errno is None:  # what a reader says of the contents, as bz2 and gzip do, and no fault of the disk
            raise
        raise DatasetError(
            Said("{name} cannot be read: {reason}.", name=path.name, reason=(error.strerror or str(error)).lower()),
            hint="Check its permissions.",
        ) from error


def read_text(path: Path, encoding: Encoding) -> str:
    """The whole text. Undecodable bytes become surrogate escapes (PEP 383) where the encoding allows it."""
    with open_bytes(path) as file:
        data = file.read()
    try:
        return data.decode(encoding.name, "surrogateescape" if encoding.escapes else "strict")
    except UnicodeError as error:  # UTF-16 without a mark is none with a place
        raise _undecodable(path, encoding, getattr(error, "start", 0)) from error


def read_lines(path: Path, encoding: Encoding) -> list[str]:
    """The lines with their ends. One longer than `LONGEST_LINE` is skipped in pieces and leaves `TOO_LONG`."""
    errors = "surrogateescape" if encoding.escapes else "strict"
    with open_bytes(path) as file:
        text = io.TextIOWrapper(file, encoding=encoding.name, errors=errors, newline="")
        try:
            return list(_bounded(text))
        except UnicodeError as error:
            raise _undecodable(path, encoding, file.tell()) from error
        finally:
            text.detach()


def _bounded(stream: TextIO) -> Iterator[str]:
    while line := stream.readline(LONGEST_LINE + 2):
        if len(line.rstrip("\r\n")) <= LONGEST_LINE:
            yield line
            continue
        length = len(line)
        while not line.endswith(("\n", "\r")) and (line := stream.readline(LONGEST_LINE)):
            length += len(line)
        yield f"{TOO_LONG}{length}\n"


def _undecodable(path: Path, encoding: Encoding, offset: int) -> DatasetError:
    return DatasetError(
        Said(
            "{name} is not valid {encoding} near byte {offset}.",
            name=path.name,
            encoding=encoding.name.upper(),
            offset=f"{offset:,}",
        ),
        hint="Save it again as UTF-8, or name its encoding.",
    )


def first_bytes(path: Path) -> bytes:
    """What a file begins with. Raises `DatasetError` if it cannot be opened."""
    with open_bytes(path) as file:
        return file.read(8)


def _refuse_binary(path: Path, head: bytes) -> None:
    for magic, what, hint in _NOT_TEXT:
        if head.startswith(magic):
            raise DatasetError(Said("{name} is {what}.", name=path.name, what=what), hint=hint)


def _known_codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise DatasetError(
            Said("There is no encoding “{name}”.", name=name), hint="Examples: utf-8, utf-16, cp1252, gbk."
        ) from None


def _marked(head: bytes) -> Encoding | None:
    if head.startswith(_UTF32):
        return Encoding("utf-32")
    return next((Encoding(name) for mark, name in _MARKS if head.startswith(mark)), None)


def _zeros(head: bytes) -> Encoding | None:
    """UTF-16 without a mark: in text of any alphabet, the high bytes of spaces, digits and line ends are zero."""
    zeros = head[0::2].count(0), head[1::2].count(0)
    if max(zeros) * 8 < len(head) or min(zeros) * 4 > max(zeros):
        return None
    return Encoding("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le", guessed=True)


def _escapes(head: bytes) -> Encoding | None:
    """ASCII that switches to Japanese or Korean by escape sequences."""
    name = escaped(head) if head.isascii() else ""
    return Encoding(name, guessed=True) if name else None


def _is_utf8(file: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _survey(file: IO[bytes]) -> Encoding:
    """Not UTF-8 as a whole: UTF-8 with a few damaged lines, or another encoding, which is then guessed."""
    file.seek(0)
    sample = bytearray()
    valid = invalid = 0
    while line := file.readline(_CHUNK):
        if line.isascii():
            continue
        if len(sample) < _SAMPLE:
            sample += line
        try:
            line.decode()
            valid += 1
        except UnicodeDecodeError:
            invalid += 1
    if valid >= invalid:
        return Encoding("utf-8", mixed=True)
    return Encoding(_guess(bytes(sample[:_SAMPLE])), guessed=True, mixed=valid > 0)


def _guess(sample: bytes) -> str:
    """Short Western text fits a dozen code pages equally well: the one that Windows wrote is the likeliest."""
    found = western(sample)
    if found:
        return found
    import charset_normalizer  # not before a file needs it: the window starts sooner

    best = charset_normalizer.from_bytes(sample).best()
    return likelier("cp1252" if best is None else best.encoding, sample)
