"""The engine driven by a Python program: progress as values, and stopping politely from any thread."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from core.control import Cancelled, CancelToken
from core.engine.client import EngineProcess
from core.engine.messages import Command, Logged, Message, Progressed
from core.events import Event
from core.state import RunState, advance

A = TypeVar("A")

_LOOKS_EVERY = 0.1
"""Seconds between looks at a token that another thread may set."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the work stands: `fraction` (0…1) of the `phase`, what was spent, and the best score so far (0…1).

    `note` is a sentence on what just happened, empty most of the time. `remaining_seconds` is an upper bound.
    """

    phase: str
    fraction: float = 0.0
    calls: int = 0
    tokens: int = 0
    best: float | None = None
    remaining_seconds: float | None = None
    note: str = ""


OnProgress = Callable[[Progress], None]
"""What is told of progress, in the thread that called."""


@dataclass(frozen=True, slots=True)
class Driver:
    """An engine with those who watch the work and may stop it."""

    engine: EngineProcess
    on_progress: OnProgress | None = None
    cancel: CancelToken = field(default_factory=CancelToken)

    def ask(self, command: Command[A]) -> A:
        """The answer to a command. Raises what `EngineProcess.do` raises."""
        with self._stoppable():
            return self.engine.ask(command, lambda item: self._tell(item, RunState()))

    def follow(self, command: Command[Any], state: RunState | None = None) -> Iterator[Event | Message]:
        """Everything that comes back, with each event folded into the state. Ctrl-C stops the work and is raised."""
        state = state or RunState()
        with self._stoppable():
            for item in self.engine.do(command):
                if isinstance(item, Event):
                    advance(state, item)
                self._tell(item, state)
                yield item

    def say(self, note: str) -> None:
        """Tell the watcher a sentence."""
        if self.on_progress is not None and note:
            self.on_progress(Progress("", note=note))

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        """While inside, the token that is set in any thread stops the engine, and so does Ctrl-C."""
        self.cancel.check()
        done = threading.Event()

        def watch() -> None:
            while not done.wait(_LOOKS_EVERY):
                if self.cancel.is_cancelled():
                    self.engine.cancel()
                    return

        watcher = threading.Thread(target=watch, name="whet-cancel", daemon=True)
        watcher.start()
        try:
            yield
        except KeyboardInterrupt:
            self._end()
            raise
        finally:
            done.set()
            watcher.join()

    def _end(self) -> None:
        """Stop what goes on, and hear it out, so that a run's log gets its ending."""
        self.engine.cancel()
        try:
            self.engine.drain()
        except Cancelled:  # it had to be killed: the next session repairs the log
            return

    def _tell(self, item: Event | Message, state: RunState) -> None:
        if self.on_progress is None:
            return
        if isinstance(item, Logged):
            if item.level in {"warning", "error"}:
                self.on_progress(Progress("", note=item.text))
            return
        if isinstance(item, Progressed):
            best = state.nodes.get(state.best)
            self.on_progress(
                Progress(
                    item.phase,
                    item.fraction,
                    item.calls,
                    item.tokens,
                    best.card.value if best is not None and best.card is not None else None,
                    item.remaining_seconds,
                )
            )
