"""The sample tasks that come with Whet."""

import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from core import paths
from core.data.tasks import is_bundled_sample, is_sample, open_sealed_test, read_task
from core.domain.task import AnswerKind
from core.metrics import check_metric, judge

_SAMPLES = paths.sample_tasks()
_ALL = paths.every_sample()
_SCRIPT = Path(__file__).parents[3] / "packaging" / "demo_model" / "make_samples.py"
_STARTERS = Path(__file__).parents[3] / "packaging" / "starter_sample" / "make_sample.py"


def test_that_there_are_six_of_every_sort() -> None:
    tasks = [read_task(folder).task for folder in _SAMPLES]
    assert len(tasks) == 6
    labels = sorted(len(task.contract.labels) for task in tasks if task.contract.kind is AnswerKind.LABEL)
    assert labels == [2, 6]
    assert {task.metric for task in tasks} == {"exact_match", "token_f1"}


@pytest.mark.parametrize("folder", _ALL, ids=lambda folder: folder.name)
def test_that_a_sample_has_the_prompts_that_people_wrote(folder: Path) -> None:
    reading = read_task(folder)
    written = tomllib.loads((folder / "prompts.toml").read_text(encoding="utf-8"))
    assert [prompt.text for prompt in reading.task.seed_prompts] == [written["vague"]]
    assert reading.reference == written["human"]
    assert [grade["clarity"] for grade in written["graded"]] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


@pytest.mark.parametrize("folder", _ALL, ids=lambda folder: folder.name)
def test_that_a_sample_is_large_enough_and_without_a_flaw(folder: Path) -> None:
    reading = read_task(folder)
    sealed = open_sealed_test(folder)
    assert len(reading.task.train) >= 100
    assert len(reading.task.validation) >= 150
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


def test_that_the_starters_sample_shares_no_frame_or_word_between_search_and_sealed_rows() -> None:
    world = tomllib.loads((_STARTERS.parent / "sentences.toml").read_text("utf-8"))
    for topic in world["topics"].values():
        for part in (topic, topic["a"], topic["b"]):
            assert not set(part["seen"]) & set(part["held"])
            assert len(set(part["seen"])) == len(part["seen"])


def test_that_the_starters_sample_is_written_by_its_script_and_balanced(tmp_path: Path) -> None:
    subprocess.run([sys.executable, _STARTERS, tmp_path], check=True, capture_output=True)
    folder = paths.starter_sample()
    assert (tmp_path / "data.jsonl").read_bytes() == (folder / "data.jsonl").read_bytes()
    task = read_task(folder).task
    labels = task.contract.labels
    assert 4 <= len(labels) <= 8
    for rows in (task.train, task.validation, open_sealed_test(folder)):
        counts = Counter(row.answer for row in rows)
        assert set(counts) == set(labels)
        assert len(set(counts.values())) == 1


def test_that_a_sample_is_recognized_whichever_model_it_was_made_for(tmp_path: Path) -> None:
    fingerprint = read_task(paths.starter_sample()).task.test_fingerprint
    assert is_sample(fingerprint)
    assert not is_bundled_sample(fingerprint)


def test_that_the_starters_sample_is_offered_first_where_the_starter_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    assert paths.starter_sample() not in paths.offered_samples()
    model = paths.models_folder() / f"{paths.STARTER}.gguf"
    model.parent.mkdir()
    model.touch()
    assert paths.offered_samples()[0] == paths.starter_sample()
    assert paths.starter_sample() not in paths.sample_tasks()
