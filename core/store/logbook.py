"""The window's log on disk: JSON lines in a file that is begun anew when it is full; a few old ones are kept."""

import logging
from collections.abc import Sequence
from contextlib import closing, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

import msgspec

from core import nested
from core.said import Words


class LogLine(msgspec.Struct, frozen=True):
    """Something that was said: when (seconds since 1970), how bad, by whom. `details` are for a report of a problem."""

    at: float
    level: str
    text: Words
    details: Words = ""
    source: str = "engine"


class Logbook:
    """Lines in `folder`. Losing them costs nothing else, so a full disk is passed over in silence."""

    def __init__(self, folder: Path, *, limit: int = 1 << 20, kept: int = 3) -> None:
        self.file = folder / "window.jsonl"
        self._limit = limit
        self._kept = kept

    def append(self, lines: Sequence[LogLine]) -> None:
        """Write lines at the end."""
        if not lines:
            return
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(_Writer(self.file, self._limit, self._kept)) as writer:
                for line in lines:
                    writer.write(nested.encode(line).decode())

    def read(self, most: int) -> list[LogLine]:
        """The last lines, the earliest first. What cannot be read is left out."""
        found: list[LogLine] = []
        for file in self._files():
            if len(found) >= most:
                break
            with suppress(OSError):
                found = [*_lines(file.read_bytes()), *found]
        return found[-most:]

    def clear(self) -> None:
        """Delete all of it."""
        for file in self._files():
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        """The latest first."""
        return [self.file, *(self.file.with_name(f"window-{number}.jsonl") for number in range(1, self._kept))]


class _Writer(RotatingFileHandler):
    """Logging's own handler, open for as long as lines are written: another window may want to turn the files over."""

    def __init__(self, file: Path, limit: int, kept: int) -> None:
        super().__init__(file, maxBytes=limit, backupCount=kept - 1, encoding="utf-8", delay=True)
        self.namer = _numbered

    def write(self, text: str) -> None:
        """One line."""
        self.emit(logging.LogRecord("whet", logging.INFO, "", 0, text, None, None))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging calls it by this name
        """A line that cannot be written is lost, in silence."""


def _numbered(name: str) -> str:
    """`window.jsonl.1`, as the handler says, is `window-1.jsonl` here."""
    file, _, number = name.rpartition(".")
    return str(Path(file).with_name(f"{Path(file).stem}-{number}{Path(file).suffix}"))


def _lines(content: bytes) -> list[LogLine]:
    found = []
    for line in content.splitlines():
        with suppress(msgspec.DecodeError):
            found.append(nested.decode(line, type=LogLine))
    return found
