"""After a run, on the command line: a branch from one of its candidates, and any of its calls token by token."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Whet = Callable[..., Any]


@pytest.mark.slow
def test_that_a_run_is_branched_and_its_calls_are_shown(whet: Whet, tmp_path: Path) -> None:
    first = whet("optimize", "iso-date", "--budget", "calls=250", "--anyway", "--json").json["run"]
    text = "Write the date as year, month and day."
    branched = whet("branch", first, "c0", "--text", text, "--budget", "calls=120", "--anyway", "--seed", 4, "--json")
    assert branched.code == 0, branched.err
    second = branched.json["run"]
    assert branched.json["seed_prompt"]["text"] == text
    spec = json.loads((tmp_path / "workspace" / "runs" / second / "spec.json").read_text())
    assert spec["origin"] == {"run": first, "candidate": "c0", "edited": True}
    assert spec["seed"] == 4
    assert "origin" not in json.loads((tmp_path / "workspace" / "runs" / first / "spec.json").read_text())
    assert f"run {first}, an edited candidate c0" in whet("show", "last").out

    events = [json.loads(line) for line in (tmp_path / "workspace" / "runs" / first / "events.jsonl").open()]
    verdict = next(event for event in events if event["event"] == "BlockScored")["verdicts"][0]
    call = whet("show", first, "--call", f"c0:{verdict['row']}", "--json").json
    assert call["call"]["reply"] == verdict["output"]
    assert "".join(token["text"] for token in call["call"]["read"]) == call["text"]
    assert "same reply as in the log" in call["call"]["note"]
    wrong = whet("show", first, "--call", "c0")
    assert wrong.code == 2
    assert "names no call" in wrong.err
    nothing = whet("branch", first, "c0", "--text", "   ")
    assert nothing.code == 2
    assert "empty" in nothing.err
