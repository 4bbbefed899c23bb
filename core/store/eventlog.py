"""Reading the event log of a run, which may have been cut off in the middle of its last line."""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core import files, nested
from core.errors import RunError
from core.events import FORMAT, Event, RunEnded, decode
from core.said import Said

LONGEST = 4 << 30
"""Bytes of a log that is read; one of a million calls has a fifth of it."""

_TAIL = 1 << 16  # bytes; an ending is a few hundred


@dataclass(frozen=True, slots=True)
class EventLog:
    """What a log says. `complete`: its last event is an ending.

    `damaged_tail` is the last line if it was cut off or cannot be read, and `size` the number of bytes before it: where
    a writer goes on.
    """

    events: tuple[Event, ...]
    complete: bool
    damaged_tail: bytes | None
    size: int


def read_log(path: Path) -> EventLog:
    """Read a log; a missing one is empty.

    Raises `RunError` naming the line if it is damaged anywhere but in its last line, or written by a newer version.
    """
    try:
        data = files.read(path, LONGEST) if path.exists() else b""
    except OSError as error:
        raise RunError(
            Said("The log of the run {name} cannot be read: {reason}.", name=path.parent.name, reason=error.strerror)
        ) from error
    *lines, rest = data.split(b"\n")
    events: list[Event] = []
    size = 0
    for number, line in enumerate(lines, 1):
        try:
            events.append(_decode(line, number))
        except _DamagedLineError as error:
            if number < len(lines) or rest:
                raise RunError(
                    Said(
                        "Line {number} of {lines} in the log of the run {name} is damaged.",
                        number=number,
                        lines=len(lines),
                        name=path.parent.name,
                    ),
                    kept="The log is left as it is.",
                    hint="Restore it from a copy, or start a new run with the same settings.",
                ) from error
            rest = line + b"\n"
            break
        size += len(line) + 1
    complete = bool(events) and isinstance(events[-1], RunEnded)
    return EventLog(tuple(events), complete, rest or None, size)


def last_ending(path: Path, holder: files.Folder | None = None) -> RunEnded | None:
    """The ending of a log if it has one, without reading all of it. `holder` is its folder, if that is open."""
    try:
        opened = os.fdopen(holder.open(path.name, os.O_RDONLY), "rb") if holder is not None else files.opened(path)
        with opened as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL))
            tail = file.read()
    except OSError:
        return None  # no log yet: no ending
    *_, last, rest = (b"", b"", *tail.split(b"\n"))
    if rest or not last.startswith(b'{"event":"RunEnded"'):
        return None
    try:
        event = decode(last)
    except RunError:  # a damaged last line is no ending; reading the log sets it apart
        return None
    return event if isinstance(event, RunEnded) else None


class _DamagedLineError(Exception):
    """A line is no event."""


class _Head(msgspec.Struct):
    """What the first line of every format, past and future, says."""

    event: str
    format: int = 0


def _decode(line: bytes, number: int) -> Event:
    try:
        if number == 1:
            _check_head(nested.decode(line, type=_Head))
        return decode(line)
    except (RunError, msgspec.DecodeError, UnicodeDecodeError) as error:
        if isinstance(error, _ForeignLogError):
            raise
        raise _DamagedLineError from error


class _ForeignLogError(RunError):
    """Not a log of this version."""


def _check_head(head: _Head) -> None:
    kept = "The log is left as it is."
    if head.event != "RunStarted":
        raise _ForeignLogError("The log does not begin with the start of a run.", kept=kept)
    if head.format > FORMAT:
        raise _ForeignLogError(
            Said(
                "The log was written by a newer version of Whet (format {format}; this one reads up to {newest}).",
                format=head.format,
                newest=FORMAT,
            ),
            kept=kept,
            hint="Update Whet.",
        )
