"""What several commands need: the task, the model's file, a run in the engine that Ctrl-C stops politely."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from core.cli.screen import Screen
from core.domain.review import SentenceReview
from core.domain.runspec import Reading, Role
from core.engine.choosing import bundled_model, find_task, model_for
from core.engine.client import EngineProcess, answer
from core.engine.protocol import (
    CallShown,
    Certified,
    Certify,
    Command,
    Message,
    Preflight,
    Preflown,
    Prepare,
    Prepared,
    Profiled,
    ProfileWriter,
    Rate,
    Rated,
    Run,
    SentencesWeighed,
    ShowCall,
    WeighSentences,
)
from core.engine.supervising import supervised
from core.events import Event
from core.state import RunState, advance
from core.store import places, preflights
from core.store.runs import RunFolder
from core.store.workspace import Workspace

__all__ = ["Session", "bundled_model", "find_task", "model_for", "polite_interrupt"]


@dataclass(slots=True)
class Session:
    """A command's engine, workspace and screen."""

    engine: EngineProcess
    workspace: Workspace
    screen: Screen

    def prepare(self, command: Prepare) -> Prepared:
        """The complete spec; the models' places are remembered for resuming."""
        prepared = answer(self._follow(command, RunState()), Prepared)
        for note in prepared.notes:
            self.screen.say(note)
        for role, ref in prepared.spec.models.items():
            places.remember(command.models[role], ref)
        return prepared

    def know_writer(self, command: Prepare, prepared: Prepared) -> Prepared:
        """Try first how the model writes, where nobody knows: once for each file, for up to a minute."""
        file = prepared.unknown_writer
        if not file:
            return prepared
        self.screen.say(f"{Path(file).name} was never tried as a writer of prompts: that comes first, once.")
        found = answer(self._follow(ProfileWriter(file), RunState()), Profiled)
        self.screen.say(found.sentence)
        return self.prepare(command)

    def preflight(self, prepared: Prepared, task_folder: Path, models_: dict[Role, str]) -> Preflown:
        """Score a handful of prompts before a run."""
        command = Preflight(prepared.spec, str(task_folder), models_, str(self.workspace.folder))
        found = answer(self._follow(command, RunState()), Preflown)
        preflights.keep_now(self.workspace.folder, prepared.spec, found.outlook)
        return found

    def run(
        self, folder: RunFolder, task_folder: Path, models_: dict[Role, str], *, end_early: bool = False
    ) -> RunState:
        """Run, or go on with, the run in the folder; the state after its last event. With `end_early` it searches no
        further and chooses among what was tried.

        If the engine's process dies, the model is loaded again and the run goes on, once.
        """
        command = Run(str(folder.path), str(task_folder), models_, end_early)
        return supervised(self.engine, command, folder, self._follow, self.screen.say)

    def certify(
        self,
        folder: RunFolder,
        task_folder: Path,
        models_: dict[Role, str],
        reading: Reading | None = None,
    ) -> Certified:
        """Open the sealed test for a finished run."""
        command = Certify(str(folder.path), str(task_folder), models_, reading)
        return answer(self._follow(command, RunState()), Certified)

    def weigh_sentences(self, folder: RunFolder, task_folder: Path, models_: dict[Role, str]) -> SentenceReview:
        """Score the final prompt without each of its sentences."""
        command = WeighSentences(str(folder.path), str(task_folder), models_)
        return answer(self._follow(command, RunState()), SentencesWeighed).review

    def show_call(self, command: ShowCall) -> CallShown:
        """One call of a run, exactly."""
        return answer(self._follow(command, RunState()), CallShown)

    def rate(
        self, folder: RunFolder, task_folder: Path, models_: dict[Role, str], candidates: tuple[str, ...]
    ) -> Rated:
        """Scores of a run's candidates on all validation rows."""
        command = Rate(str(folder.path), str(task_folder), models_, candidates)
        return answer(self._follow(command, RunState()), Rated)

    def _follow(self, command: Command, state: RunState) -> list[Message]:
        found: list[Message] = []
        with polite_interrupt(self.engine, self.screen):
            for item in self.engine.do(command):
                if isinstance(item, Event):
                    advance(state, item)
                else:
                    found.append(item)
                self.screen.follow(item, state)
        return found


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
