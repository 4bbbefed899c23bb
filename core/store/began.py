"""When a run began, and which one is the last: by UTC, and never by a clock that was set back.

Kept in the run's folder as `began.json`. A name says the local time for people; after a flight west, or in the hour
after summer time ends, names are in another order than the runs.
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import msgspec

from core import files, nested
from core.store.atomic import write_atomically

FILE = "began.json"
_LATEST = 253_000_000_000.0
"""Seconds since 1970, in the year 9987."""

_STAMP = "%Y-%m-%d-%H%M"

Order = tuple[float, int, int]
"""Orders runs: seconds since 1970, a number that counts where the clock did not go forward, and a file's time."""


class Began(msgspec.Struct, frozen=True):
    """When it was, in seconds since 1970 by the clock; and where it stands: no earlier than any run before it, and
    after those of the same `since` by `turn`."""

    at: float
    since: float
    turn: int = 0

    @property
    def local(self) -> datetime:
        """The time for people, here and now."""
        return datetime.fromtimestamp(self.at, UTC).astimezone()


class HasPath(Protocol):
    """A run's folder."""

    path: Path


def after(runs: Sequence[HasPath]) -> Began:
    """The beginning of a run that begins now, after all of these, of which the last one is last."""
    now = time.time()
    since, turn, _ = order(runs[-1].path) if runs else (0.0, 0, 0)
    return Began(now, now) if now > since else Began(now, since, turn + 1)


def keep(folder: Path, began: Began) -> None:
    """Keep it in the run's folder."""
    write_atomically(folder / FILE, nested.encode(began) + b"\n")


def read(folder: Path) -> Began | None:
    """When the run in this folder began; `None` for one of an earlier version."""
    try:
        with files.folder(folder) as opened:
            return read_in(opened)
    except OSError:
        return None


def read_in(folder: files.Folder) -> Began | None:
    """The same of an open folder."""
    try:
        found = nested.decode(folder.read(FILE, 1 << 12), type=Began)
    except (OSError, msgspec.DecodeError):
        return None
    return found if can_be(found.at) and can_be(found.since) else None


def can_be(at: float) -> bool:
    """Whether calendars have this moment: a stranger's file may name any."""
    return 0 <= at <= _LATEST


def order(folder: Path, began: Began | None = None) -> Order:
    """What orders runs. One of an earlier version stands by the local minute in its name, then by its spec's time."""
    began = began or read(folder)
    if began is not None:
        return began.since, began.turn, 0
    try:
        made = (folder / "spec.json").stat().st_mtime_ns
    except OSError:  # it is being removed
        made = 0
    return named(folder.name), 0, made


def named(name: str) -> float:
    """The time in a run's name, in seconds since 1970; 0 if it has none."""
    try:
        return datetime.strptime(name[: len("2026-11-20-1432")], _STAMP).astimezone().timestamp()
    except (ValueError, OverflowError):
        return 0.0
