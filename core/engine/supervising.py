"""A run in an engine whose process may die, or be stopped by the person who waits for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from core.control import Cancelled
from core.engine.client import EngineProcess
from core.engine.commands.run import Run
from core.engine.commands.start import Start, Started
from core.engine.connection import EngineCommandError
from core.engine.messages import Message
from core.errors import EngineError, ShortfallError, UsageError
from core.events import STOPPED, Event
from core.said import joined
from core.state import RunState, advance
from core.store.runs import RunFolder

Follow = Callable[[Start | Run, RunState], Iterable[Event | Message]]
"""Gives the command to the engine, and folds the events that come back into the state."""


@dataclass(slots=True)
class Supervised:
    """A run while it goes on: the state after its last event, and how it was started, if it was started here."""

    state: RunState = field(default_factory=RunState)
    started: Started | None = None


def supervised(
    engine: EngineProcess,
    command: Start | Run,
    follow: Follow,
    say: Callable[[str], None],
    begun: Callable[[Started], object] = lambda _: None,
) -> Supervised:
    """The run after its last event; `begun` is told when its folder is there. If the process dies then, it is started
    again, once, and the run goes on where its log ends, which is said. Raises `EngineError` if it dies a second time,
    and `Cancelled` where it was stopped before it began."""
    found = Supervised()
    try:
        _follow(command, follow, found, begun)
    except EngineError as death:
        again = command if isinstance(command, Run) else _going_on(found.started)
        if again is None:
            raise
        say(joined(death.message, "It is started again, and the run goes on where its log ends."))
        engine.restart()
        found.state = RunState()
        _follow(again, follow, found, begun)
    return found


def begun_and_supervised(
    engine: EngineProcess,
    command: Start,
    follow: Follow,
    say: Callable[[str], None],
    begun: Callable[[Started], object],
    *,
    advice: str,
) -> tuple[Started, RunState]:
    """A new run from its beginning on. Raises `UsageError` with `advice` for a limit that is too small, and else as
    `supervised`."""
    try:
        found = supervised(engine, command, follow, say, begun)
    except EngineCommandError as error:
        if error.code != ShortfallError.code:
            raise
        raise UsageError(error.message, kept=error.kept, hint=advice) from error
    if found.started is None:
        raise EngineError("The engine did not answer.", hint="Try again.")
    return found.started, found.state


def _going_on(started: Started | None) -> Run | None:
    return None if started is None else Run(started.run_folder, started.task_folder, started.models)


def _follow(command: Start | Run, follow: Follow, found: Supervised, begun: Callable[[Started], object]) -> None:
    try:
        for item in follow(command, found.state):
            if isinstance(item, Started):
                found.started = item
                begun(item)
    except Cancelled:
        folder = command.run_folder if isinstance(command, Run) else found.started and found.started.run_folder
        if not folder:
            raise
        RunFolder(Path(folder)).write_ending(STOPPED)
        advance(found.state, STOPPED)
