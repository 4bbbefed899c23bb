"""Runs that wait are kept from one start to the next, and a damaged file costs no more than its damaged lines."""

from pathlib import Path

import pytest

from core.domain.runspec import Budget, Role
from core.engine.commands.prepare import Prepare
from core.engine.waiting import keep_waiting, read_waiting, waiting_file


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    return tmp_path / "workspace"


def run(seed: int) -> Prepare:
    models = {Role.TASK: "/models/a b.gguf"}
    return Prepare("/tasks/mood", models, seed_prompts=("Écris\n😀",), seed=seed, budget=Budget(calls=9))


def test_that_runs_are_read_as_they_were_kept(workspace: Path) -> None:
    keep_waiting(workspace, [run(1), run(2)])
    assert read_waiting(workspace).runs == (run(1), run(2))
    assert read_waiting(workspace).damage is None
    assert read_waiting(workspace.with_name("another")).runs == ()


def test_that_no_file_is_left_when_nothing_waits(workspace: Path) -> None:
    keep_waiting(workspace, [run(1)])
    keep_waiting(workspace, [])
    assert not waiting_file(workspace).exists()
    keep_waiting(workspace, [])


@pytest.mark.parametrize(
    "damaged",
    [b"{", b"\xff\xfe", b'{"command":"Pause"}', b'{"command":"Prepare","task_folder":"t","models":{},"method":"gone"}'],
)
def test_that_lines_that_are_no_runs_cost_only_themselves_and_stay_on_the_disk(workspace: Path, damaged: bytes) -> None:
    keep_waiting(workspace, [run(1), run(2)])
    file = waiting_file(workspace)
    first, second = file.read_bytes().splitlines()
    whole = b"\n".join((first, damaged, second))
    file.write_bytes(whole)
    found = read_waiting(workspace)
    assert found.runs == (run(1), run(2))
    assert found.damage is not None
    aside = file.with_name(f"{file.name}.damaged-1")
    assert str(found.damage).startswith("1 of 3 waiting runs cannot be read.")
    assert str(aside) in found.damage.kept
    assert aside.read_bytes() == whole
    assert read_waiting(workspace).damage is None, "it is said once"
    file.write_bytes(damaged)
    assert read_waiting(workspace).damage is not None
    assert aside.read_bytes() == whole, "what was put aside before is not written over"
