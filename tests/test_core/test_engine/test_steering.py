"""Pausing, ending early, editing and looking at calls in a real engine process on the bundled model."""

import threading
import time
from pathlib import Path

import pytest

from core.data.tasks import load_task
from core.domain.editing import EDITED, Edit
from core.domain.example import Split
from core.domain.runspec import Budget, Role
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import EditDeclined, EndSearch, GoOn, Pause, Run, SubmitEdit
from core.engine.commands.show_call import CallShown, ShowCall
from core.engine.connection import EngineCommandError
from core.engine.messages import Message, Progressed
from core.errors import EngineError
from core.events import BlockScored, Event, PromptEdited, RunEnded
from core.state import fold
from core.store.runs import RunFolder
from core.store.workspace import Workspace

WRITTEN = "Copy the code at the end of the sentence."


class SessionOfRun:
    """A run in an engine of its own, steered by what it says."""

    def __init__(self, folder: RunFolder, task: Path, model: Path) -> None:
        self.folder = folder
        self.command = Run(str(folder.path), str(task), {Role.TASK: str(model)})
        self.heard: list[Event | Message] = []

    def until_paused(self, *edits: Edit) -> None:
        """Pause at the first block, hand the edits in, wait until the log has them, and kill the engine."""
        with EngineProcess() as engine:

            def kill() -> None:
                deadline = time.monotonic() + 30
                while not self.settled(len(edits)) and time.monotonic() < deadline:
                    time.sleep(0.01)
                engine.kill()

            killer = threading.Thread(target=kill)
            with pytest.raises(EngineError):
                self.follow(engine, killer, edits)
            killer.join()

    def follow(self, engine: EngineProcess, killer: threading.Thread, edits: tuple[Edit, ...]) -> None:
        for item in engine.do(self.command):
            self.heard.append(item)
            if isinstance(item, BlockScored) and killer.ident is None:
                for command in (Pause(), *map(SubmitEdit, edits)):
                    engine.say(command)
                killer.start()

    def settled(self, edits: int) -> bool:
        waits = any(isinstance(item, Progressed) and item.paused for item in self.heard)
        return waits and sum(isinstance(item, PromptEdited) for item in self.heard) == edits

    def to_the_end(self) -> list[Event]:
        with EngineProcess() as engine:
            return [item for item in engine.do(self.command) if isinstance(item, Event)]


@pytest.fixture
def session(workspace: Workspace, task: Path, model: Path) -> SessionOfRun:
    with EngineProcess() as engine:
        plain = {"warm_start": False}  # so few calls are for the method
        command = Prepare(str(task), {Role.TASK: str(model)}, params=plain, budget=Budget(calls=250))
        spec = next(item for item in engine.do(command) if isinstance(item, Prepared)).spec
    return SessionOfRun(workspace.new_run(spec), task, model)


def test_that_a_run_killed_while_it_is_paused_ends_as_if_nothing_had_been(
    session: SessionOfRun, workspace: Workspace, task: Path, model: Path
) -> None:
    session.until_paused()
    blocks = sum(isinstance(event, BlockScored) for event in session.folder.read_events().events)
    assert blocks <= 2, "the pause takes effect within one block"
    session.to_the_end()
    untouched = SessionOfRun(workspace.new_run(session.folder.read_spec()), task, model)
    untouched.to_the_end()
    assert session.folder.log_path.read_bytes() == untouched.folder.log_path.read_bytes()


def test_that_a_prompt_written_in_a_pause_survives_a_kill_and_is_scored_on_resume(session: SessionOfRun) -> None:
    session.until_paused(Edit("c0", WRITTEN))
    left = session.folder.log_path.read_bytes()
    assert any(isinstance(event, PromptEdited) for event in session.folder.read_events().events)
    events = session.to_the_end()
    assert session.folder.log_path.read_bytes().startswith(left)
    state = fold(events)
    mine = next(node for node in state.nodes.values() if node.candidate.operator == EDITED)
    assert mine.candidate.prompt.text == WRITTEN
    assert mine.cards, "it was scored under the run's budget"
    assert state.spend.calls <= 250
    assert session.to_the_end() == events, "and is replayed from then on"


def test_that_ending_early_leaves_a_run_with_a_best_prompt_and_a_late_edit_is_declined(session: SessionOfRun) -> None:
    declined: list[EditDeclined] = []
    events: list[Event] = []
    with EngineProcess() as engine:
        for item in engine.do(session.command):
            if isinstance(item, BlockScored) and len(events) < 3:
                engine.say(EndSearch())
            if isinstance(item, Event):
                events.append(item)
            elif isinstance(item, EditDeclined):
                declined.append(item)
        ended = events[-1]
        assert isinstance(ended, RunEnded)
        assert ended.outcome == "kept"
        assert fold(events).final is not None
        engine.say(SubmitEdit(Edit("c0", WRITTEN)))
        late = [item for item in engine.do(session.command) if isinstance(item, EditDeclined)]
    assert [item.edit.text for item in (*declined, *late)] == [WRITTEN]


def test_that_a_paused_run_goes_on_when_it_is_told_to(session: SessionOfRun) -> None:
    waited = 0
    with EngineProcess() as engine:
        for item in engine.do(session.command):
            if isinstance(item, BlockScored) and not waited:
                engine.say(Pause())
            if isinstance(item, Progressed) and item.paused:
                waited += 1
                engine.say(GoOn())
            session.heard.append(item)
    assert waited
    assert isinstance(session.heard[-1], RunEnded)


def test_that_a_call_is_shown_token_by_token_with_the_reply_of_the_log(session: SessionOfRun, task: Path) -> None:
    state = fold(session.to_the_end())
    rows = load_task(task)
    example = rows.validation[17]
    with EngineProcess() as engine:

        def shown(candidate: str = "", row: int = 0, ask: int = 0) -> CallShown:
            run = session.command
            command = ShowCall(run.run_folder, run.task_folder, run.models, candidate, row, ask)
            return next(item for item in engine.do(command) if isinstance(item, CallShown))

        call = shown("c0", example.row)
        assert example.input in call.text
        assert "Complete the task." in call.text
        assert call.text.startswith("<|im_start|>"), "the template is part of what the model reads"
        assert call.verdict == state.nodes["c0"].verdicts[Split.VALIDATION][example.row]
        assert "the same reply as in the log" in call.note
        assert call.reply.strip() in "".join(token.text for token in call.wrote)
        assert all(token.logprob is not None and token.logprob <= 0 for token in call.wrote)
        question = shown(ask=0)
        assert state.asks[0].prompt.strip().splitlines()[0] in question.text
        assert question.reply == "\n\n".join(state.asks[0].replies)
        for candidate, row in (("c999", example.row), ("c0", 1_000_000)):
            with pytest.raises(EngineCommandError):
                shown(candidate, row)
