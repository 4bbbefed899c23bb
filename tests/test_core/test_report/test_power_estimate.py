"""What is said before a sealed test is opened."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core import events as e
from core.data.tasks import load_task, open_sealed_test
from core.domain.sameness import marks
from core.domain.task import Task
from core.paths import sample_tasks
from core.report.power_estimate import PowerEstimate, power_estimate
from core.state import RunState, fold
from core.store.ledger import Ledger
from core.store.runs import RunFolder

Fabricate = Callable[..., list[e.Event]]

TASK = Task("Smaller number", (), (), test_rows=200, test_fingerprint="b" * 64)


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "workspace" / "runs" / "run-1")
    made.path.mkdir(parents=True)
    return made


@pytest.fixture
def state(fabricate: Fabricate) -> RunState:
    return fold(fabricate(11))


def test_that_it_says_what_the_sealed_rows_can_show(folder: RunFolder, state: RunState) -> None:
    found = power_estimate(folder, state, TASK)
    assert found.possible
    assert found.measured == 48
    assert found.smallest_gain is not None
    assert 0.05 < found.smallest_gain < 0.4
    assert found.power.startswith("200 sealed rows show a gain of ")
    assert "as on 48 rows of this run" in found.power
    assert "can be used once" in found.meaning


def test_that_more_sealed_rows_show_smaller_gains(folder: RunFolder, state: RunState) -> None:
    few, many = (power_estimate(folder, state, replace(TASK, test_rows=rows)).smallest_gain for rows in (60, 600))
    assert few is not None
    assert many is not None
    assert many < few


def test_that_rows_which_another_run_opened_are_refused_with_its_name(folder: RunFolder, state: RunState) -> None:
    Ledger(folder.workspace).record(TASK.test_fingerprint, ["k1", "k2"], "run-0", task="Smaller number")
    found = power_estimate(folder, state, TASK)
    assert not found.possible
    assert found.opened is not None
    assert "by the run run-0" in found.obstacle
    assert found.hint == "Seal new rows, then run again."


def test_that_rows_in_another_dress_are_refused_before_anybody_opens_them(
    tmp_path: Path, folder: RunFolder, state: RunState
) -> None:
    first, again, fresh = (
        _task(tmp_path / name, seed, mark) for name, seed, mark in (("a", 1, ""), ("b", 1, " !"), ("c", 2, ""))
    )
    rows = open_sealed_test(first)
    task = load_task(first)
    known_by = marks(rows, task.input_template)
    Ledger(folder.workspace).record(task.test_fingerprint, [row.key for row in rows], "run-0", marks=known_by)
    found = {each: _prospect(folder, state, each) for each in (again, fresh)}
    assert not found[again].possible
    assert "opened on" in found[again].obstacle
    assert "by the run run-0" in found[again].obstacle
    assert found[fresh].opened is None
    assert len(Ledger(folder.workspace).openings()) == 1


def _prospect(folder: RunFolder, state: RunState, place: Path) -> PowerEstimate:
    task = load_task(place)
    assert state.spec is not None
    state.spec = replace(state.spec, test_fingerprint=task.test_fingerprint)
    return power_estimate(folder, state, task, place)


def _task(place: Path, seed: int, mark: str) -> Path:
    chance = random.Random(seed)
    words = ("storm", "roof", "town", "seen", "wind", "long", "born", "cold", "river", "night")
    rows = "".join(f"{' '.join(chance.choices(words, k=9))}{mark},{n % 2}\n" for n in range(80))
    place.mkdir()
    (place / "rows.csv").write_text("input,answer\n" + rows)
    (place / "task.toml").write_text(
        'name = "own"\n[prompt]\nseed = "Answer."\n[answer]\nkind = "label"\nlabels = ["0", "1"]\n'
        '[data]\nfile = "rows.csv"\ninput = "input"\nanswer = "answer"\n'
    )
    return place


def test_that_the_run_itself_may_come_back(folder: RunFolder, state: RunState) -> None:
    Ledger(folder.workspace).record(TASK.test_fingerprint, ["k1"], folder.id)
    assert power_estimate(folder, state, TASK).possible


def test_that_practice_rows_may_be_opened_by_every_run(folder: RunFolder, state: RunState) -> None:
    task = load_task(sample_tasks()[0])
    assert state.spec is not None
    state.spec = replace(state.spec, test_fingerprint=task.test_fingerprint)
    Ledger(folder.workspace).record(task.test_fingerprint, ["k1"], "run-0")
    found = power_estimate(folder, state, task)
    assert found.practice
    assert found.possible
    assert "practice" in found.meaning


@pytest.mark.parametrize(
    ("task", "words"),
    [
        (None, "not in the workspace"),
        (replace(TASK, test_rows=0), "no sealed test"),
        (replace(TASK, test_rows=12), "12 sealed rows are too few"),
        (replace(TASK, test_fingerprint="d" * 64), "have changed since"),
    ],
)
def test_that_an_obstacle_is_said_before_anything_is_opened(
    folder: RunFolder, state: RunState, task: Task | None, words: str
) -> None:
    found = power_estimate(folder, state, task)
    assert not found.possible
    assert words in found.obstacle
    assert not Ledger(folder.workspace).openings()
