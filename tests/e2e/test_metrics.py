"""Metrics and published benchmarks from the command line, seen from outside."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.paths import bundled_model

Whet = Callable[..., Any]
_EVIL = "def score(reply, answers, input):\n    return 0.5  # \x1b[8m\u202e hidden\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.csv"
    rows = "".join(f"Write {i} as a word.,word {i}\n" for i in range(60))
    file.write_text(f"question,answer\n{rows}")
    return file


def optimizing(calls: int) -> tuple[Any, ...]:
    """A short run on the task, with a limit that is too small on purpose."""
    limit = ("--budget", f"calls={calls}", "--anyway", "--final", "search_score")
    return ("optimize", "t", *limit, "--model", bundled_model(), "--json")


def test_that_every_metric_is_listed_with_its_options(whet: Whet) -> None:
    listed = {each["metric"]: each for each in whet("metrics", "--json").json}
    assert {"rouge_l", "bleu", "chrf", "meteor", "json_fields", "regex", "judge", "weighted", "custom"} <= set(listed)
    assert "WordNet" in listed["meteor"]["about"]
    assert {option["option"] for option in listed["numeric"]["options"]} == {"relative", "absolute"}


def test_that_a_metric_with_options_is_stored_in_the_task(whet: Whet, data: Path, tmp_path: Path) -> None:
    made = whet("task", "create", "t", data, "--metric", "rouge_l", "--metric-set", "stemming=english")
    assert made.code == 0, made.err
    text = (tmp_path / "workspace" / "tasks" / "t" / "task.toml").read_text()
    assert 'stemming = "english"' in text
    wrong = whet("task", "create", "u", data, "--metric", "rouge_l", "--metric-set", "stemming=klingon")
    assert (wrong.code, "does not fit" in wrong.err) == (1, True)
    assert not (tmp_path / "workspace" / "tasks" / "u").exists()


def test_that_a_metric_file_runs_only_after_it_was_confirmed_and_shows_what_it_hides(
    whet: Whet, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "own.py").write_text(_EVIL)
    whet("task", "create", "t", data, "--metric", "custom", "--metric-set", "file=own.py")
    arguments = optimizing(40)
    refused = whet(*arguments)
    assert refused.code == 1
    assert "has not been confirmed on this machine" in refused.json["error"]["message"]
    asked = whet("task", "trust", "t")
    assert asked.code == 2
    assert "\x1b" not in asked.out
    assert "\\u{1b}[8m\\u{202e}" in asked.out
    assert whet("task", "trust", "t", "--yes").code == 0
    ran = whet(*arguments)
    assert ran.code == 0, ran.err
    assert ran.json["seed_prompt"]["search"] == 0.5
    file = tmp_path / "workspace" / "tasks" / "t" / "metric.py"
    file.write_text(_EVIL + "# changed\n")
    assert "or has changed since" in whet(*arguments).json["error"]["message"]


def test_that_a_judge_must_be_named_and_then_judges(whet: Whet, data: Path) -> None:
    whet("task", "create", "t", data, "--metric", "judge", "--metric-set", "both_orders=false")
    arguments = optimizing(80)
    refused = whet(*arguments)
    assert refused.code == 2
    assert "--judge FILE" in refused.json["error"]["hint"]
    ran = whet(*arguments, "--judge", bundled_model())
    assert ran.code == 0, ran.err
    assert ran.json["calls"] <= 80


def test_that_a_published_file_becomes_a_task_and_another_is_refused(whet: Whet, tmp_path: Path) -> None:
    rows = [{"question": f"{i} + 1?", "answer": f"so\n#### {i + 1}"} for i in range(60)]
    (tmp_path / "test.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    made = whet("task", "create", "g", "test.jsonl", "--protocol", "gsm8k", "--json")
    assert made.code == 0, made.err
    assert made.json["rows"] == {"train": 12, "validation": 18, "test": 30}
    wrong = whet("task", "create", "h", "test.jsonl", "--protocol", "trec")
    assert (wrong.code, "is no file of TREC questions" in wrong.err) == (1, True)


@pytest.mark.skipif(
    "WHET_TEST_DATA" not in os.environ, reason="names the folder of published benchmarks, if there is one"
)
def test_that_the_real_files_are_recognized() -> None:
    from core.data import protocols

    found = {each.name for each in protocols.recognized(Path(os.environ["WHET_TEST_DATA"]))}
    assert {"banking77", "gsm8k", "bbh-navigate", "bbh-dyck_languages"} <= found
