"""The times of a run's answers, in a file of its own: `times.json`, answers and seconds by candidate."""

from pathlib import Path

import msgspec

from core import files, nested
from core.store.atomic import write_atomically

AnswerTimes = dict[str, tuple[int, float]]
"""Answers and the seconds they took together, by candidate."""


def add_times(folder: Path, times: AnswerTimes) -> None:
    """Add what a session measured. Raises `WorkspaceError` if it cannot be written."""
    kept = read_times(folder)
    for candidate, (answers, seconds) in times.items():
        before = kept.get(candidate, (0, 0.0))
        kept[candidate] = (before[0] + answers, round(before[1] + seconds, 4))
    if times:
        write_atomically(_path(folder), nested.encode(kept) + b"\n")


def read_times(folder: Path) -> AnswerTimes:
    """What was measured so far; nothing where it is missing or cannot be read: nothing depends on it."""
    try:
        return nested.decode(files.read(_path(folder)), type=AnswerTimes)
    except (OSError, msgspec.DecodeError):
        return {}


def milliseconds(times: AnswerTimes) -> dict[str, float]:
    """Milliseconds per answer, by candidate."""
    return {candidate: 1000 * seconds / answers for candidate, (answers, seconds) in times.items() if answers}


def _path(folder: Path) -> Path:
    return folder / "times.json"
