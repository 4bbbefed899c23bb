"""What several commands need: the task, the model's file, work in the engine that Ctrl-C stops politely."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

from core.cli.screen import Screen
from core.domain.runspec import Role
from core.engine.choosing import bundled_model, find_task, model_for
from core.engine.client import EngineProcess, OnItem
from core.engine.commands.run import Run
from core.engine.messages import Command, Message
from core.engine.supervising import supervised
from core.events import Event
from core.state import RunState, advance
from core.store.runs import RunFolder
from core.store.workspace import Workspace

__all__ = ["Session", "bundled_model", "find_task", "model_for", "polite_interrupt"]

A = TypeVar("A")


@dataclass(slots=True)
class Session:
    """A command's engine, workspace and screen."""

    engine: EngineProcess
    workspace: Workspace
    screen: Screen

    def ask(self, command: Command[A], on_item: OnItem | None = None) -> A:
        """The answer to a command; everything else goes to `on_item`, or to the screen: how far it is."""
        with polite_interrupt(self.engine, self.screen):
            return self.engine.ask(command, on_item or self.screen.on_item)

    def run(
        self, folder: RunFolder, task_folder: Path, models_: dict[Role, str], *, end_early: bool = False
    ) -> RunState:
        """Go on with the run in the folder; the state after its last event. With `end_early` it searches no further
        and chooses among what was tried."""
        command = Run(str(folder.path), str(task_folder), models_, end_early)
        return supervised(self.engine, command, self.follow, self.screen.say).state

    def follow(self, command: Command[Any], state: RunState) -> Iterator[Event | Message]:
        """Everything that comes back from a run, with each event folded into the state and shown."""
        with polite_interrupt(self.engine, self.screen):
            for item in self.engine.do(command):
                if isinstance(item, Event):
                    advance(state, item)
                self.screen.follow(item, state)
                yield item


@contextmanager
def polite_interrupt(engine: EngineProcess, screen: Screen) -> Iterator[None]:
    """The first Ctrl-C asks the engine to stop, the second kills it."""
    pressed = 0

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        del number, frame
        pressed += 1
        if pressed == 1:
            screen.say("Stopping …")
            engine.cancel()
        else:
            engine.kill()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
