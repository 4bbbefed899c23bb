"""A run in an engine whose process may die, or be stopped by the person who waits for it."""

from collections.abc import Callable

from core.control import Cancelled
from core.engine.client import EngineProcess
from core.engine.protocol import Run
from core.errors import EngineError
from core.events import STOPPED
from core.state import RunState, advance
from core.store.runs import RunFolder

Follow = Callable[[Run, RunState], object]
"""Gives the command to the engine, and folds the events that come back into the state."""


def supervised(
    engine: EngineProcess, command: Run, folder: RunFolder, follow: Follow, say: Callable[[str], None]
) -> RunState:
    """The state after the run's last event. If the process dies it is started again, once, and the run goes on where
    its log ends, which is said. Raises `EngineError` if it dies a second time."""
    try:
        return _sat(command, folder, follow)
    except EngineError as death:
        say(f"{death.message} It is started again, and the run goes on where its log ends.")
        engine.restart()
        return _sat(command, folder, follow)


def _sat(command: Run, folder: RunFolder, follow: Follow) -> RunState:
    state = RunState()
    try:
        follow(command, state)
    except Cancelled:
        folder.write_ending(STOPPED)
        advance(state, STOPPED)
    return state
