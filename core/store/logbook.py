"""The window's log on disk: JSON lines in a file that is begun anew when it is full; a few old ones are kept."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from core import nested


class LogLine(msgspec.Struct, frozen=True):
    """Something that was said: when (seconds since 1970), how bad, by whom. `details` are for a report of a problem."""

    at: float
    level: str
    text: str
    details: str = ""
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
            self._make_room()
            with self.file.open("ab") as file:
                file.write(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))

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

    def _make_room(self) -> None:
        if not self.file.exists() or self.file.stat().st_size < self._limit:
            return
        files = self._files()
        for newer, older in zip(files[-2::-1], files[:0:-1], strict=True):
            if newer.exists():
                os.replace(newer, older)  # noqa: PTH105 - on Windows, too, over a file that is there


def _lines(content: bytes) -> list[LogLine]:
    found = []
    for line in content.splitlines():
        with suppress(msgspec.DecodeError):
            found.append(nested.decode(line, type=LogLine))
    return found
