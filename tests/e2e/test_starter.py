"""The starter model as a person meets it: offered, found, taken for a task of one's own and for its sample."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.paths import starter_sample

Whet = Callable[..., Any]


@pytest.fixture
def own_starter(starter: Path, environment: dict[str, str]) -> Path:
    """The starter model in the home of the test."""
    folder = Path(environment["WHET_HOME"]) / "models"
    folder.mkdir(parents=True)
    return Path(shutil.copy2(starter, folder / starter.name))


def test_that_without_the_starter_model_a_task_of_ones_own_says_how_to_get_it(whet: Whet, tmp_path: Path) -> None:
    done = whet("optimize", starter_sample().name)
    assert done.code == 1
    assert "whet models get starter" in done.err
    assert "--model" in done.err


def test_that_the_starters_sample_runs_on_it_and_compares_labels(whet: Whet, own_starter: Path, tmp_path: Path) -> None:
    done = whet("optimize", starter_sample().name, "--budget", "calls=120", "--method", "bank", "--json")
    assert done.code == 0, done.err
    specs = list((tmp_path / "workspace" / "runs").glob("*/spec.json"))
    assert '"reading":"choices"' in specs[0].read_text("utf-8").replace(" ", "")
    assert own_starter.stem in specs[0].read_text("utf-8")


def test_that_a_hardened_run_knows_its_starter_as_a_writer_of_one_line(
    whet: Whet, own_starter: Path, tmp_path: Path
) -> None:
    shown = whet("models", "profile", own_starter, "--json")
    assert shown.json["form"] == "one_line"
    assert shown.json["writes"]
    done = whet("optimize", starter_sample().name, "--budget", "calls=150", "--method", "paraphrase", "--anyway")
    assert done.code == 0, done.err
    assert "for one line with a begun answer" in done.err
    log = next((tmp_path / "workspace" / "runs").glob("*/events.jsonl")).read_text("utf-8")
    assert "Put this instruction in other words: What is this?" in log
    assert "<new_prompt>" not in log
