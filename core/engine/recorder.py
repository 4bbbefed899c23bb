"""Writes a run's log before anyone else sees an event, and answers from it what an earlier session has done."""

import errno
import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from core import files
from core.errors import RunError
from core.events import Event, FinalChosen, RoundEnded, RunEnded, RunStarted, decode, encode
from core.said import Said
from core.state import RESUMABLE_OUTCOMES
from core.store.eventlog import LONGEST

E = TypeVar("E", bound=Event)

_SYNCED = (RunStarted, RoundEnded, FinalChosen, RunEnded)
"""Events after which the log is forced to the disk: a power cut loses one round at most."""


class Recorder:
    """The journal of a run that lies in a file (`core.lab.journal.Journal`).

    On opening it reads what an earlier session wrote. A line that was cut by a crash, and an ending that is now
    superseded ("cancelled", "failed"), are dropped, but only once new work is written after them. While events remain
    from earlier, `emit` compares instead of writing, and publishes, so that a listener sees the whole run again.
    """

    def __init__(self, log: Path, publish: Callable[[Event], None]) -> None:
        self._path = log
        self.publish = publish
        earlier = _read(log)
        if earlier and _is_superseded(earlier[-1][0]):
            earlier.pop()
        self._end = earlier[-1][1] if earlier else 0
        self._earlier = deque(event for event, _ in earlier)
        try:
            self._file = files.descriptor(log, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise RunError(
                Said("The run's log cannot be opened for writing: {reason}.", reason=error.strerror)
            ) from error
        self._clean = False

    def emit(self, event: Event) -> None:
        """Write the event and publish it; while replaying, check that the earlier session said the same."""
        if self._earlier:
            expected = self._earlier.popleft()
            if expected != event:
                self._earlier.appendleft(expected)
                raise RunError(
                    Said(
                        "The run's log does not fit: it says {logged} where this version of Whet now does {done}.",
                        logged=type(expected).__name__,
                        done=type(event).__name__,
                    ),
                    kept="The log is kept as it is.",
                    hint="Start a new run with the same settings.",
                )
        else:
            self._write(event)
        self.publish(event)

    def end(self, event: RunEnded) -> None:
        """Write the ending; in the middle of a replay only publish it: the log already says more than this session."""
        if self._earlier:
            self.publish(event)
        else:
            self.emit(event)

    @property
    def replaying(self) -> bool:
        """Whether the earlier session said more than this one so far."""
        return bool(self._earlier)

    def recall(self, kind: type[E], past: tuple[type[Event], ...] = ()) -> E | None:
        """The next event of the earlier session, those of the kinds in `past` apart, if it is of this kind."""
        coming = next((event for event in self._earlier if not isinstance(event, past)), None)
        return coming if isinstance(coming, kind) else None

    def nothing_but(self, kinds: tuple[type[Event], ...]) -> bool:
        """Whether all that is left of the earlier session is of these kinds."""
        return all(isinstance(event, kinds) for event in self._earlier)

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _write(self, event: Event) -> None:
        line = encode(event)
        self._check_place()
        try:
            if not self._clean:
                os.ftruncate(self._file, self._end)
                self._clean = True
            _write_all(self._file, line, self._end)
            if isinstance(event, _SYNCED):
                os.fsync(self._file)
        except OSError as error:
            self._undo()
            raise _write_error(error) from error
        self._end += len(line)

    def _check_place(self) -> None:
        """What is written into a file that was deleted, or put elsewhere, is lost as soon as it is closed."""
        try:
            there, ours = os.lstat(self._path), os.fstat(self._file)
            same = (there.st_ino, there.st_dev) == (ours.st_ino, ours.st_dev)
        except OSError:
            same = False
        if not same:
            raise RunError(
                "The run's log was deleted or replaced while the run was writing it.",
                kept="What was written to it before is wherever it was put.",
                hint="Put it back and resume, or start a new run.",
            )

    def _undo(self) -> None:
        try:
            os.ftruncate(self._file, self._end)
        except OSError:  # a half-written line is dropped by the next reader as well
            self._clean = False


def _write_all(file: int, data: bytes, offset: int) -> None:
    os.lseek(file, offset, os.SEEK_SET)
    while data:
        data = data[os.write(file, data) :]


def _write_error(error: OSError) -> RunError:
    kept = "Everything up to the last complete answer is kept."
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return RunError("The disk is full: the run's log cannot grow.", kept=kept, hint="Free some space and resume.")
    return RunError(
        Said("The run's log cannot be written: {reason}.", reason=error.strerror), kept=kept, hint="Resume when it can."
    )


def _is_superseded(event: Event) -> bool:
    return isinstance(event, RunEnded) and event.outcome in RESUMABLE_OUTCOMES


def _read(log: Path) -> list[tuple[Event, int]]:
    """The complete events of a log, each with the offset at which its line ends."""
    if not log.exists():
        return []
    events: list[tuple[Event, int]] = []
    end = 0
    lines = files.read(log, LONGEST).splitlines(keepends=True)
    for number, line in enumerate(lines, 1):
        try:
            event = decode(line) if line.endswith(b"\n") else None
        except RunError as error:
            if number < len(lines):
                raise RunError(
                    Said("Line {number} of the run's log is damaged.", number=number), hint="The run cannot go on."
                ) from error
            event = None
        if event is None:
            break
        end += len(line)
        events.append((event, end))
    return events
