"""The pre-flight as a person calls it, on the bundled model."""

from collections.abc import Callable
from typing import Any

Whet = Callable[..., Any]


def test_that_a_preflight_says_what_can_be_shown_and_what_it_costs(whet: Whet) -> None:
    done = whet("preflight", "sentiment", "--json")
    assert done.code == 0, done.err
    outlook = done.json["outlook"]
    assert outlook["sealed_rows"] == 300
    assert 0.5 <= outlook["floor"] <= 0.6
    assert outlook["spread"]["prompts"] >= 3
    assert outlook["spread"]["rows"] == 48
    assert outlook["tokens"]["least"] < outlook["tokens"]["most"]
    assert 0 < outlook["seconds"]["least"] < outlook["seconds"]["most"]
    assert any("sealed rows" in sentence for sentence in done.json["sentences"])


def test_that_a_preflight_leaves_no_run_behind(whet: Whet) -> None:
    assert whet("preflight", "sentiment", "--json").code == 0
    assert whet("runs", "--json").json == []


def test_that_three_rows_can_be_tried_and_judged_otherwise(whet: Whet) -> None:
    done = whet("try", "sentiment", "--prompt", "Say whether the review is good or bad.", "--json")
    assert done.code == 0, done.err
    rows = done.json["rows"]
    assert len(rows) == 3
    assert all(row["score"] in {0.0, 1.0} and row["answers"] for row in rows)
    every = whet("try", "sentiment", "--rows", "2", "--metric", "regex", "--metric-set", "pattern=.*", "--json")
    assert [row["score"] for row in every.json["rows"]] == [1.0, 1.0], every.err
    assert whet("try", "sentiment", "--rows", "40", "--json").code != 0


def test_that_locked_words_stay_in_every_prompt_and_a_clock_ends_the_run(whet: Whet) -> None:
    done = whet(
        "optimize", "order-number", "--method", "grips", "--prompt", "Complete the task. Be brief.", "--lock",
        "Be brief.", "--until", "23:59", "--budget", "calls=300", "--anyway", "--json",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert "Be brief." in done.json["best"]["text"]
    wrong = whet("optimize", "order-number", "--lock", "nowhere to be found", "--json")
    assert wrong.code == 2
    assert "nowhere to be found" in wrong.json["error"]["message"]
    assert whet("optimize", "order-number", "--until", "late", "--json").code == 2
