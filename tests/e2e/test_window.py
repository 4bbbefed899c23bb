"""A person's paths through the real window, with real mouse and keyboard events, the real engine and the real model.

On an X server of its own where Xvfb is installed, else on Qt's offscreen platform, which the test's output says.
"""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.domain.runspec import Role
from core.paths import bundled_model, sample_tasks
from core.state import fold
from core.store.runs import RunFolder

Walk = Callable[..., dict[str, Any]]


@pytest.mark.slow
@pytest.mark.timeout(540)
def test_that_a_person_runs_a_sample_certifies_it_and_takes_the_prompt_away(walk: Walk, tmp_path: Path) -> None:
    found = walk("sample")
    (folder,) = (tmp_path / "workspace" / "runs").iterdir()
    run = RunFolder(folder)
    certificate = run.read_certificate()
    assert certificate is not None
    assert certificate.sentence in found["sentence"] or found["sentence"] in certificate.sentence
    state = fold(run.read_events().events)
    assert state.ended is not None
    assert state.ended.outcome in {"finished", "budget"}
    assert state.final is not None
    assert found["copied"] == state.nodes[state.final.candidate].candidate.prompt.text


@pytest.mark.slow
@pytest.mark.timeout(540)
def test_that_a_person_improves_a_prompt_with_a_file_and_a_model_of_their_own(walk: Walk, tmp_path: Path) -> None:
    bundled = bundled_model()
    assert bundled is not None
    model = shutil.copyfile(bundled, tmp_path / "my-own.gguf")
    dates = next(folder for folder in sample_tasks() if folder.name == "iso-date") / "data.jsonl"
    rows = [json.loads(line) for line in dates.read_text(encoding="utf-8").splitlines()]
    file = tmp_path / "dates.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["text", "date"], *((row["input"], row["answer"]) for row in rows[:400])])
    found = walk("own", file, model)
    (folder,) = (tmp_path / "workspace" / "runs").iterdir()
    run = RunFolder(folder)
    certificate = run.read_certificate()
    assert certificate is not None
    assert certificate.certified, found["sentence"]
    assert run.read_spec().models[Role.TASK].name == found["model"] == "my-own"


@pytest.mark.slow
def test_that_a_person_makes_a_task_of_a_file(walk: Walk, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(
        "text,label\n" + "".join(f"sentence {i} <b>bold</b>,{'yes' if i % 2 else 'no'}\n" for i in range(80))
    )
    found = walk("own_rows", file)
    assert 40 <= found["rows"] < 80, "a part of the rows is sealed"


@pytest.mark.slow
def test_that_every_page_opens_at_a_click_and_says_something(walk: Walk) -> None:
    found = walk("pages")
    assert len(found) >= 6
    assert all(len(texts) > 3 for texts in found.values())
    assert len({tuple(texts) for texts in found.values()}) == len(found), "every page shows something else"
