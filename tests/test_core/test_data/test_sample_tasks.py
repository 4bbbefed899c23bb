"""The two sample tasks that come with Whet."""

import subprocess
import sys
from pathlib import Path

import pytest

from core import paths
from core.data.tasks import open_sealed_test, read_task
from core.metrics import check_metric, judge

_SAMPLES = paths.sample_tasks()
_SCRIPT = Path(__file__).parents[3] / "packaging" / "samples" / "make_samples.py"


def test_that_there_are_two_with_a_vague_seed_prompt_and_a_good_one_to_compare_with() -> None:
    readings = [read_task(folder) for folder in _SAMPLES]
    assert [reading.task.seed_prompts[0].text for reading in readings] == ["Complete the task."] * 2
    assert len({reading.reference for reading in readings}) == 2


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


def test_that_the_script_writes_the_very_same_samples(tmp_path: Path) -> None:
    subprocess.run([sys.executable, _SCRIPT, tmp_path], check=True, capture_output=True)
    for folder in _SAMPLES:
        for name in ("task.toml", "data.jsonl"):
            assert (tmp_path / folder.name / name).read_bytes() == (folder / name).read_bytes()
