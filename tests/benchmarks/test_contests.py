"""Benches that hold contests: what they say of the numbers, and that they go on where they were stopped."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from core import paths
from core.bench import methods, scripted, suites
from core.bench.contests import ContestPlan, ContestResult, hold
from core.bench.sealed import SealedJudge
from core.bench.table import BenchOptions
from core.data.tasks import load_task
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule
from core.domain.tournament import Entrant
from core.errors import SealedTestError, UsageError
from core.lab.stats import paired_gain
from core.methods import NAMES
from core.store.ledger import Ledger

RESULT = ContestResult("t", "a", 0, (0.5, 0.5), 0.5, "p", False, 100, 1000, 10, 20, Counter(), 0.2)


class StoppedError(Exception):
    """The person pulled the plug."""


@pytest.mark.slow
def test_that_a_bench_that_was_stopped_goes_on_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = paths.bundled_model()
    assert model is not None
    folder = next(folder for folder in paths.sample_tasks() if folder.name == "last-letter")
    entrant = Entrant(NAMES[0], NAMES[0])
    plan = ContestPlan("small", (folder,), model, (entrant,), (0, 1), 150, 32, FinalRule.SEARCH_SCORE)
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "undisturbed"))
    expected = hold(plan, BenchOptions(say=lambda text: None))
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "stopped"))

    def stop(text: str) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        hold(plan, BenchOptions(say=stop))
    kept = list((tmp_path / "stopped" / "benches").glob("*/runs/*"))
    said: list[str] = []
    found = hold(plan, BenchOptions(say=said.append))
    assert 1 <= len(kept) <= 2, "the next one may have begun"
    assert [line[:6] for line in said[:-1]] == ["2 of 2"]
    assert found == expected
    assert [each.calls <= 150 and len(each.rows) == 32 for each in found.results] == [True, True]
    assert list((tmp_path / "stopped" / "benches").iterdir()) == []


def test_that_a_bench_on_a_person_s_task_uses_its_sealed_test_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    (tmp_path / "task").mkdir()
    task = scripted.task_with_sealed_rows(tmp_path / "task")
    model = scripted.SimulatedModel(scripted.answer_by_prompt)
    judge = SealedJudge.of(tmp_path / "task", model, 20)
    assert len(judge.rows(Prompt("Complete the task."))) == 20
    with pytest.raises(SealedTestError, match=r"opened on .* by the run whet bench"):
        Ledger().record(task.test_fingerprint, [], "a run of mine")
    assert len(SealedJudge.of(tmp_path / "task", model, 0).rows(Prompt("Once more."))) == 40


def test_that_the_reasons_come_from_the_runs() -> None:
    control = [RESULT] * 4
    lost = paired_gain([0.5] * 4, [0.4] * 4)
    few = [replace(RESULT, scored=5, is_own=True, optimizer=0.6, refused=Counter(duplicate=8, empty=1))] * 4
    text = methods.why(lost, few, control)
    assert "4 of 4 runs kept the own prompt (control 0)" in text
    assert "5.0 prompts a run (control 10.0)" in text
    assert "60% of the tokens (control 20%)" in text
    assert "45% of its replies were refused, most as “duplicate”" in text
    assert "30 points above the sealed ones" in methods.why(lost, [replace(RESULT, search=0.8)] * 4, control)
    assert methods.why(lost, control, control).startswith("nothing stands out")
    assert "4 runs do not show it" in methods.why(paired_gain([0.5] * 4, [0.6] * 4), control, control)


def test_that_a_suite_names_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="needs a model"):
        suites.tasks_and_model(BenchOptions(suite=(tmp_path,)), ())
    with pytest.raises(UsageError, match="no tasks"):
        suites.tasks_and_model(BenchOptions(suite=(tmp_path,), model=tmp_path / "m.gguf"), ())
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "task.toml").write_text("", encoding="utf-8")
    assert suites.suite(tmp_path) == (tmp_path / "letters",)


def test_that_a_table_is_a_suite_and_so_is_a_folder_of_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.paths.user_folder", lambda: tmp_path / "user")
    folder = tmp_path / "tables"
    folder.mkdir()
    lines = [f"text {i},{('good', 'bad')[i % 2]}" for i in range(60)]
    for name in ("moods.csv", "tones.csv"):
        (folder / name).write_text("\n".join(["text,label", *lines]), encoding="utf-8")
    made = suites.suite(folder)
    assert [load_task(place).name for place in made] == ["moods", "tones"]
    assert suites.suite(folder / "moods.csv") == made[:1]
    assert load_task(made[0]).contract.labels == ("bad", "good")
    assert load_task(made[0]).seed_prompts[0].text == suites.SEED_PROMPT
