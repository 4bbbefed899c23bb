"""A task's metric and contract, changed in its folder; pre-flights, kept in the workspace."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from core.data.tasks import load_task, task_fingerprint
from core.domain.prompt import Prompt
from core.domain.run_estimate import Range, RunEstimate, Spread
from core.domain.runspec import ModelRef, Role, RunSpec
from core.domain.task import AnswerContract, AnswerKind
from core.errors import TaskError
from core.paths import sample_tasks
from core.store import preflights
from core.store.judging import Judging, change_judging

CODE = "def score(reply, answers, input):\n    return 1.0\n"
SPEC = RunSpec("t", "1" * 64, "2" * 64, (Prompt("Go."),), {Role.TASK: ModelRef("m", "3" * 64)}, "gpo", {})
SEEN = RunEstimate(300, 0.3, 0.1, 0.5, 900, None, Range(1, 2), spread=Spread(4, 48, 0.1, 0.02, 0.01, 0.3, 0.6))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_tasks()[0], tmp_path / "mine"))


def test_that_only_the_judging_of_a_task_changes(folder: Path) -> None:
    before = load_task(folder)
    contract = AnswerContract(AnswerKind.TEXT, (), "Be brief.", 9, ("\n", "END"))
    change_judging(folder, Judging("regex", {"pattern": "a+"}, "", contract))
    after = load_task(folder)
    assert (after.metric, dict(after.metric_options), after.contract) == ("regex", {"pattern": "a+"}, contract)
    assert (
        replace(after, metric=before.metric, metric_options=before.metric_options, contract=before.contract) == before
    )
    assert task_fingerprint(after) != task_fingerprint(before)
    assert (folder / "task.toml.bak").is_file()


def test_that_a_metric_file_is_kept_once_and_never_overwrites_another(folder: Path) -> None:
    contract = load_task(folder).contract
    for code in (CODE, CODE, CODE.replace("1.0", "0.5")):
        change_judging(folder, Judging("custom", {}, code, contract))
        assert load_task(folder).metric_code == code
    assert sorted(path.name for path in folder.glob("*.py")) == ["metric-2.py", "metric.py"]
    assert (folder / "metric.py").read_text() == CODE


def test_that_a_folder_that_is_no_task_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TaskError):
        change_judging(tmp_path, Judging("exact_match"))
    assert not list(tmp_path.iterdir())


def test_that_a_pre_flight_is_found_for_the_same_rows_models_and_prompt_alone(tmp_path: Path) -> None:
    kept = preflights.keep_now(tmp_path, SPEC, SEEN)
    assert preflights.find(tmp_path, SPEC) == kept
    assert kept.outlook == SEEN
    assert preflights.find(tmp_path, replace(SPEC, method="opro", seed=7)) == kept
    others = (
        replace(SPEC, task_fingerprint="9" * 64),
        replace(SPEC, seed_prompts=(Prompt("Stop."),)),
        replace(SPEC, models={Role.TASK: ModelRef("m", "4" * 64)}),
    )
    assert [preflights.find(tmp_path, other) for other in others] == [None, None, None]


def test_that_a_damaged_pre_flight_is_as_good_as_none(tmp_path: Path) -> None:
    preflights.keep_now(tmp_path, SPEC, SEEN)
    (file,) = (tmp_path / preflights.FOLDER).iterdir()
    file.write_bytes(file.read_bytes()[:40])
    assert preflights.find(tmp_path, SPEC) is None
