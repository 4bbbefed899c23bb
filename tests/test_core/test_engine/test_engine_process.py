"""The engine as its clients see it: a real process, a real model, one JSON object per line."""

import contextlib
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from core.domain.runspec import Budget, Role
from core.engine.client import EngineProcess
from core.engine.commands.certify import Certified, Certify
from core.engine.commands.inspect import Inspect, Inspected
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.commands.start import Start, Started
from core.engine.connection import EngineCommandError, engine_command
from core.engine.messages import Failed, Idle, Ready
from core.engine.protocol import decode_output, encode
from core.errors import EngineError, SealedTestError
from core.events import BlockScored, Event, FinalChosen, RunEnded
from core.events import encode as encode_event
from core.state import RunState, advance
from core.store.ledger import Ledger
from core.store.runs import RunFolder
from core.store.workspace import Workspace


def prepared(engine: EngineProcess, task: Path, model: Path, *, calls: int = 200, **more: object) -> Prepared:
    command = Prepare(str(task), {Role.TASK: str(model)}, budget=Budget(calls=calls), **more)  # type: ignore[arg-type]
    return next(item for item in engine.do(command) if isinstance(item, Prepared))


def run(engine: EngineProcess, folder: RunFolder, task: Path, model: Path) -> list[Event]:
    command = Run(str(folder.path), str(task), {Role.TASK: str(model)})
    return [item for item in engine.do(command) if isinstance(item, Event)]


def certify(engine: EngineProcess, folder: RunFolder, task: Path, model: Path) -> Certified:
    command = Certify(str(folder.path), str(task), {Role.TASK: str(model)})
    return next(item for item in engine.do(command) if isinstance(item, Certified))


def fold(events: list[Event]) -> RunState:
    state = RunState()
    for event in events:
        advance(state, event)
    return state


def test_that_nonsense_is_answered_with_a_sentence_and_the_end_of_stdin_ends_the_engine() -> None:
    done = subprocess.run(
        engine_command(), input=b'this is no command\n{"command":"Fly"}\n', capture_output=True, timeout=60, check=False
    )
    lines = [decode_output(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert isinstance(lines[0], Ready)
    assert [type(line) for line in lines[1:]] == [Failed, Idle, Failed, Idle]


def test_that_what_native_code_prints_cannot_break_the_stream() -> None:
    program = (
        "import os, sys, threading, time\n"
        "from core.engine import worker\n"
        "threading.Timer(0.3, lambda: os.write(1, b'printed by native code\\n')).start()\n"
        "threading.Timer(0.6, lambda: os.close(0)).start()\n"
        "sys.exit(worker.main())"
    )
    command = encode(Inspect("/nowhere.gguf"))
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(command)
    process.stdin.flush()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(1.5)
    out, err = process.communicate(timeout=30)
    assert b"printed by native code" in err
    assert all(decode_output(line) for line in out.splitlines())


def test_that_a_cancel_that_comes_too_late_does_not_hit_the_next_command(engine: EngineProcess, model: Path) -> None:
    assert any(isinstance(item, Inspected) for item in engine.do(Inspect(str(model))))
    engine.cancel()
    assert any(isinstance(item, Inspected) for item in engine.do(Inspect(str(model))))


def test_that_a_finished_run_run_again_says_the_same_and_asks_the_model_nothing(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path
) -> None:
    folder = workspace.new_run(prepared(engine, task, model).spec)
    first = run(engine, folder, task, model)
    log = folder.log_path.read_bytes()
    assert isinstance(first[-1], RunEnded)
    assert sum(isinstance(event, RunEnded) for event in first) == 1
    assert run(engine, folder, task, model) == first
    assert folder.log_path.read_bytes() == log
    state = fold(first)
    result = folder.read_result()
    assert result is not None
    assert result.calls == state.spend.calls <= 200
    assert result.best is not None
    assert result.best.text == state.nodes[state.best].candidate.prompt.text


def test_that_a_run_is_started_in_one_round_trip_and_can_be_gone_on_with(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path
) -> None:
    plan = Prepare(str(task), {Role.TASK: str(model)}, budget=Budget(calls=70))
    first, *rest = [item for item in engine.do(Start(plan, str(workspace.folder))) if isinstance(item, Started | Event)]
    assert isinstance(first, Started)
    events = [item for item in rest if isinstance(item, Event)]
    assert isinstance(events[-1], RunEnded)
    folder = RunFolder(Path(first.run_folder))
    assert workspace.run("last").id == folder.id
    assert folder.read_spec() == first.prepared.spec
    assert list(folder.read_events().events) == events
    assert run(engine, folder, Path(first.task_folder), model) == events


def test_that_a_start_that_does_not_fit_leaves_no_run_behind(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path
) -> None:
    plan = Prepare(str(task), {Role.TASK: str(model)}, budget=Budget(calls=20), refuse_shortfall=True)
    with pytest.raises(EngineCommandError, match="too small"):
        list(engine.do(Start(plan, str(workspace.folder))))
    assert workspace.runs() == []


def test_that_a_budget_ends_a_run_by_an_event_and_still_chooses(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path
) -> None:
    folder = workspace.new_run(prepared(engine, task, model, calls=150).spec)
    events = run(engine, folder, task, model)
    assert [type(event).__name__ for event in events[-2:]] == ["FinalChosen", "RunEnded"]
    assert sum(event.spent.calls for event in events if isinstance(event, BlockScored)) <= 150


def test_that_another_model_is_refused_on_resume(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path, tmp_path: Path
) -> None:
    folder = workspace.new_run(prepared(engine, task, model).spec)
    other = tmp_path / "other.gguf"
    other.write_bytes(model.read_bytes() + b"\0")
    with pytest.raises(EngineCommandError, match="not the file that this run was started with"):
        run(engine, folder, task, other)


def test_that_changed_rows_are_refused_on_resume(
    engine: EngineProcess, workspace: Workspace, task: Path, model: Path
) -> None:
    folder = workspace.new_run(prepared(engine, task, model).spec)
    data = task / "data.jsonl"
    data.write_text(data.read_text().replace("mountain", "valley"))
    with pytest.raises(EngineCommandError, match="have changed"):
        run(engine, folder, task, model)


def test_that_a_killed_engine_is_an_error_that_says_what_was_kept(task: Path, model: Path) -> None:
    with EngineProcess() as engine:
        prepared(engine, task, model)
        engine.kill()
        with pytest.raises(EngineError, match="kept"):
            list(engine.do(Inspect(str(model))))


class TestTheSealedTest:
    def forced(self, workspace: Workspace, engine: EngineProcess, task: Path, model: Path) -> RunFolder:
        """A finished run whose log is made to choose another prompt than the person's, whatever the model found."""
        folder = workspace.new_run(prepared(engine, task, model).spec)
        events = run(engine, folder, task, model)
        state = fold(events)
        other = next(node.candidate.id for node in state.nodes.values() if not node.candidate.is_seed)
        log = folder.log_path
        for event in events:
            if isinstance(event, FinalChosen):
                chosen = msgspec.structs.replace(event, candidate=other)
                log.write_bytes(log.read_bytes().replace(encode_event(event), encode_event(chosen)))
        return folder

    def test_that_it_is_opened_once_and_the_same_run_may_ask_again(
        self, engine: EngineProcess, workspace: Workspace, task: Path, model: Path, tmp_path: Path
    ) -> None:
        first, second = (self.forced(workspace, engine, task, model) for _ in range(2))
        certificate = certify(engine, first, task, model)
        assert certificate.certificate.gain.n == 40
        assert certify(engine, first, task, model) == certificate
        with pytest.raises(EngineCommandError, match="opened on") as refused:
            certify(engine, second, task, model)
        assert refused.value.code == SealedTestError.code
        renamed = task.rename(tmp_path / "renamed")
        with pytest.raises(EngineCommandError, match="opened on"):
            certify(engine, second, renamed, model)
        assert len(Ledger(workspace.folder).openings()) == 1

    def test_that_a_run_that_kept_the_persons_prompt_leaves_it_sealed(
        self, engine: EngineProcess, workspace: Workspace, task: Path, model: Path
    ) -> None:
        folder = workspace.new_run(prepared(engine, task, model, calls=70).spec)
        state = fold(run(engine, folder, task, model))
        assert state.final is not None
        assert state.nodes[state.final.candidate].candidate.is_seed, "there was no budget for anything else"
        with pytest.raises(EngineCommandError, match="stays sealed"):
            certify(engine, folder, task, model)
        assert Ledger(workspace.folder).openings() == []


def test_that_settings_of_a_spec_are_concrete_numbers(engine: EngineProcess, task: Path, model: Path) -> None:
    spec = prepared(engine, task, model).spec
    assert spec.models[Role.TASK].settings.threads >= 1
    assert set(spec.params) >= {"steps", "proposals"}, "defaults are part of what a run needs to be repeated"
