"""The sample tasks that come with Whet."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from core import paths
from core.data.tasks import open_sealed_test, read_task
from core.domain.task import AnswerKind
from core.metrics import check_metric, judge

_SAMPLES = paths.sample_tasks()
_SCRIPT = Path(__file__).parents[3] / "packaging" / "demo_model" / "make_samples.py"


def test_that_there_are_six_of_every_sort() -> None:
    tasks = [read_task(folder).task for folder in _SAMPLES]
    assert len(tasks) == 6
    labels = sorted(len(task.contract.labels) for task in tasks if task.contract.kind is AnswerKind.LABEL)
    assert labels == [2, 6]
    assert {task.metric for task in tasks} == {"exact_match", "token_f1"}


@pytest.mark.parametrize("folder", _SAMPLES, ids=lambda folder: folder.name)
def test_that_a_sample_has_the_prompts_that_people_wrote(folder: Path) -> None:
    reading = read_task(folder)
    written = tomllib.loads((folder / "prompts.toml").read_text(encoding="utf-8"))
    assert [prompt.text for prompt in reading.task.seed_prompts] == [written["vague"]]
    assert reading.reference == written["human"]
    assert [grade["clarity"] for grade in written["graded"]] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


@pytest.mark.parametrize("folder", _SAMPLES, ids=lambda folder: folder.name)
def test_that_a_sample_is_large_enough_and_without_a_flaw(folder: Path) -> None:
    reading = read_task(folder)
    sealed = open_sealed_test(folder)
    assert (len(reading.task.train), len(reading.task.validation)) == (100, 150)
    assert len(sealed) >= 250
    assert (reading.errors, reading.warnings, reading.leaks) == ((), (), ())
    rows = (*reading.task.train, *reading.task.validation, *sealed)
    assert len({example.input for example in rows}) == len(rows)
    check_metric(reading.task)
    assert all(judge(example.answer, example, reading.task).score == 1 for example in rows)
    assert reading.reference


@pytest.mark.slow
def test_that_the_script_writes_the_very_same_samples(tmp_path: Path) -> None:
    subprocess.run([sys.executable, _SCRIPT, tmp_path], check=True, capture_output=True)
    for folder in _SAMPLES:
        for name in ("task.toml", "data.jsonl", "trained.toml"):
            assert (tmp_path / folder.name / name).read_bytes() == (folder / name).read_bytes()
