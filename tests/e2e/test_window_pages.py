"""A person's stories on the other pages of the real window, with the real engine and the model that comes with Whet."""

import csv
import hashlib
import json
import math
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.data.tasks import load_task
from core.domain.example import Example, Split
from core.paths import bundled_model, resources, sample_tasks
from core.report.export import FORMATS, form_of, read
from core.state import fold
from core.store import comparisons, connections
from core.store.history import Kind, history
from core.store.runs import RunFolder
from core.store.workspace import open_workspace

Walk = Callable[..., dict[str, Any]]
Whet = Callable[..., Any]
SIGNS = {1.0: "✓", 0.0: "✗"}


@pytest.fixture
def small_model(tmp_path: Path) -> Path:
    """A GGUF of one's own."""
    return Path(shutil.copyfile(resources() / "models" / "whet-tiny.gguf", tmp_path / "one-of-mine.gguf"))


@pytest.fixture
def dates(tmp_path: Path) -> Path:
    """A task of one's own with 60 sealed rows, which can be opened once."""
    workspace = tmp_path / "workspace"
    open_workspace(workspace, create=True).close()
    sample = next(folder for folder in sample_tasks() if folder.name == "iso-date")
    task = Path(shutil.copytree(sample, workspace / "tasks" / "dates"))
    rows = (task / "data.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    named = (task / "task.toml").read_text(encoding="utf-8").replace('name = "iso-date"', 'name = "dates"')
    (task / "task.toml").write_text(named, encoding="utf-8")
    sealed = [row for row in rows if json.loads(row)["split"] == "test"]
    (task / "data.jsonl").write_text("".join(row for row in rows if row not in sealed[60:]), encoding="utf-8")
    return task


@pytest.mark.slow
def test_that_two_prompts_are_compared_row_by_row_and_then_asked_one_thing(
    walk: Walk, small_model: Path, tmp_path: Path
) -> None:
    found = walk("compare", small_model)
    (file,) = comparisons.listed(tmp_path / "workspace")
    first, second = comparisons.read(file).cells
    shown = [row[0].splitlines()[0] for row in found["matrix"]]
    assert shown == [f"A  {100 * first.value:.1f} ★", f"B  {100 * second.value:.1f}"]
    scores = {
        verdict.row: (verdict.score, other.score)
        for verdict, other in zip(first.verdicts, second.verdicts, strict=True)
    }
    assert {int(row[0]): (row[3][0], row[4][0]) for row in found["rows"]} == {
        row: (SIGNS[before], SIGNS[after]) for row, (before, after) in scores.items()
    }
    won = sum(after > before for before, after in scores.values())
    lost = sum(after < before for before, after in scores.values())
    assert found["counts"] == f"B wins {won}, ties {48 - won - lost}, loses {lost}"
    assert {int(row[0]) for row in found["differences"]} == {row for row, pair in scores.items() if len(set(pair)) > 1}
    assert found["sentence"].startswith("A is better on these rows.")
    assert f"{100 * (second.value - first.value):+.1f}".replace("-", "−") in found["sentence"]

    assert [cell[2:3] for cell in found["judged"][3:]] == ["▼", "▲"]
    assert "B minus A: +100.0 points" in found["by thumbs"]
    assert sorted(_thumbs(tmp_path / "workspace")) == [-1, 1]
    _check_playground(found)


def _thumbs(folder: Path) -> list[int]:
    workspace = open_workspace(folder, write=False)
    try:
        return [entry.thumb for entry in workspace.reviews.all()]
    finally:
        workspace.close()


def _check_playground(found: dict[str, Any]) -> None:
    """Tokens make up the reply, probabilities are those of the logs, and the second voice came after the first."""
    date = next(folder for folder in sample_tasks() if folder.name == "iso-date")
    row = next(row for row in load_task(date).validation if row.input == found["asked"][1])
    assert found["reply"] == row.answers[0]
    assert "".join(token[1] for token in found["tokens"]) == found["reply"]
    for _, _, _, share, log, alternatives in found["tokens"]:
        assert float(log) <= 0
        assert math.exp(float(log)) == pytest.approx(float(share.removesuffix(" %")) / 100, abs=0.002)
        assert len(alternatives.split("   ")) >= 3
    first, second = found["voices"]
    assert first == found["reply"], "the same question has the same answer"
    assert second != first, "the smaller model says something of its own"
    heard = [text for text in found["writing"] if text]
    assert heard.index(first) < heard.index(second), "shown as it came, not at the end"


@pytest.mark.slow
def test_that_a_model_is_added_measured_and_a_damaged_one_refused_in_words(
    walk: Walk, small_model: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "torn.gguf"
    broken.write_bytes(small_model.read_bytes()[:300_000])
    before = small_model.read_bytes(), broken.read_bytes()
    found = walk("models", small_model, broken)
    assert found["row"][:3] == ["one-of-mine", "added by hand", "✓ Fits"]
    assert found["sha256"] == hashlib.sha256(before[0]).hexdigest()
    used = [row for row in found["trials"] if row[-1] == "✓ used"]
    assert len(used) == 1
    assert used[0][-2] == "× 1.00" or used == found["trials"][:1], (
        "the fastest, or the usual where none is clearly faster"
    )
    assert len(found["trials"]) >= 2, "other threads at least; more where nothing else is busy"
    assert found["broken"][2] == "! Unusable"
    assert found["why"].startswith(f"torn.gguf is incomplete: {len(before[0]) - 300_000:,} of {len(before[0]):,} bytes")
    assert found["row"][:3] in [row[:3] for row in found["after"]], "the others are still there"
    assert [row[0] for row in found["at the end"]] == ["whet-demo", "one-of-mine"]
    assert "torn.gguf" in found["errors"][0][-1]
    assert found["errors"][0][-1] in found["whole"]
    assert (small_model.read_bytes(), broken.read_bytes()) == before, "used in place"


@pytest.mark.slow
def test_that_language_theme_and_size_are_kept_from_one_start_to_the_next(
    walk: Walk, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = walk("settings+in_chinese+larger")
    assert first["number"] == 1, "a large zero"
    assert first["connections"][1].startswith("Zero.")
    assert first["light"] > 150
    assert {"设置", "语言"} <= set(first["chinese"]), "at once"
    assert (first["ratio"], first["larger"]) == (1, pytest.approx(1.25)), "at once"
    second = walk("kept+usual_size+in_english")
    assert {"设置", "语言"} <= set(second["texts"])
    assert not any("Settings" in text for text in second["texts"])
    assert second["brightness"] < 80
    assert (second["ratio"], second["usual"]) == (pytest.approx(1.25), 1)
    assert "Settings" in second["english"]
    assert second["light"] == pytest.approx(first["light"], abs=25)
    monkeypatch.setenv("WHET_HOME", environment["WHET_HOME"])  # in the person's own, set-up has fetched a model
    assert connections.ever() == []


@pytest.mark.slow
def test_that_a_person_puts_the_rows_of_a_file_in_order(walk: Walk, tmp_path: Path) -> None:
    late, calm = "came <b>late</b>", "was in time"
    rows = [
        (f"Parcel {number} {calm if number % 7 else late}, as always", "calm" if number % 7 else "angry")
        for number in range(70)
    ]
    file = tmp_path / "parcels.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("text", "mood"), *rows, *rows[2:12], ("Nobody answered this one", "")])
    content = file.read_bytes()
    found = walk("rows", file)
    assert found["read"].startswith("80 rows can be used. 1 cannot")
    assert found["errors"] == [["82", "the answer is empty."]], "the line of the file"
    assert found["preview"][0] == list(rows[0]), "HTML is text"
    assert {row[2] for row in found["searched"]} == {row[2] for row in found["rows"] if "<b>" in row[2]}
    assert found["shown"] == f"{len(found['searched'])} of {len(found['rows'])} rows"
    assert {row[0] for row in found["findings"]} == {"Duplicate"}
    task = load_task(tmp_path / "workspace" / "tasks" / "moods")
    kept = [(row.row, row.input, row.answers) for split in (Split.TRAIN, Split.VALIDATION) for row in task.rows(split)]
    assert sorted(kept) == sorted((int(row[0]), row[2], (row[3],)) for row in found["left"])
    assert len({text for _, text, _ in kept}) == len(kept) < len(found["rows"]), "each question once"
    corrected = found["corrected"]
    assert (int(corrected[0]), corrected[2], ("furious",)) in kept
    assert task.seed_prompts[0].text == "What is the mood?"
    assert file.read_bytes() == content, "nothing is changed in the file"


@pytest.mark.slow
def test_that_a_finished_run_is_tried_certified_taken_away_named_and_put_back(
    walk: Walk, whet: Whet, dates: Path, tmp_path: Path
) -> None:
    assert whet("optimize", dates, "--model", bundled_model(), "--budget", "calls=1500").code == 0
    (folder,) = (tmp_path / "workspace" / "runs").iterdir()
    state = fold(RunFolder(folder).read_events().events)
    best = state.nodes[state.best].candidate.prompt.text
    taken = tmp_path / "taken"
    taken.mkdir()
    found = walk("keep", taken)
    kind, name, *others = found["history"][0][1:6]
    assert (kind, *others[:2]) == ("Run", "dates", "Finished"), "the name says the model where the window is not wide"
    assert re.fullmatch(r"dates · GPO · whet-demo · \d\d:\d\d", name), name
    assert found["tried"] == found["kept"] == best, "a task that is chosen afterwards changes nothing of it"
    assert found["judged"], "the reply to a row is judged by its task"
    assert found["left"], "a no leaves it sealed"
    certificate = RunFolder(folder).read_certificate()
    assert certificate is not None
    assert found["sentence"] == certificate.sentence
    assert found["flips"] == certificate.gain.improved + certificate.gain.worsened
    assert certificate.certified
    assert not certificate.practice
    _check_files(taken, best, load_task(dates).validation[0])
    assert found["hint"] == "1 moved to the trash of this workspace."
    assert found["gone"]
    assert found["back"][0][2] == "★ The good dates"
    _check_history(tmp_path / "workspace", folder)


def _check_files(taken: Path, best: str, row: Example) -> None:
    """Each file, read by the rules of its own format, has the prompt and the row."""
    assert {file.name for file in taken.iterdir()} == {*FORMATS, "report.html"}
    assert (taken / "text").read_text(encoding="utf-8") == best
    for name in FORMATS:
        form, content = form_of(name), (taken / name).read_bytes()
        if form.read is not None:
            assert read(content, name).text == best
        if form.ask is not None:
            said = "".join(turn.text for turn in form.ask(content, row))
            assert best in said
            assert row.input in said
    assert json.loads((taken / "json").read_bytes())
    assert best in (taken / "report.html").read_text(encoding="utf-8")


def _check_history(folder: Path, run: Path) -> None:
    workspace = open_workspace(folder, write=False)
    try:
        entries = history(workspace)
    finally:
        workspace.close()
    (entry,) = (each for each in entries if each.kind is Kind.RUN)
    assert (entry.title, entry.starred, entry.thrown) == ("The good dates", True, None)
    assert sum(each.kind is Kind.EXPORT for each in entries) == len(FORMATS)
    assert run.is_dir()


@pytest.mark.slow
def test_that_a_run_whose_engine_is_killed_twice_goes_on_at_a_press_of_resume(walk: Walk, tmp_path: Path) -> None:
    runs = tmp_path / "workspace" / "runs"
    found = walk("killed", runs)
    assert "crashed or was killed" in found["helped"]
    assert not found["banner"], "what was said of the run before has gone"
    (folder,) = runs.iterdir()
    log, left = RunFolder(folder).log_path.read_bytes(), found["left"].encode()
    assert log.startswith(left[: left.rfind(b"\n") + 1]), "nothing of what was kept is lost"
    assert len(log) > len(left)
    state = fold(RunFolder(folder).read_events().events)
    assert state.ended is not None
    assert state.ended.outcome in {"finished", "budget"}
    assert sum(b'"event":"RunEnded"' in line for line in log.splitlines()) == 1
    assert state.final is not None


@pytest.mark.slow
def test_that_a_person_looks_before_the_start_pauses_and_keeps_the_best_so_far(walk: Walk, tmp_path: Path) -> None:
    runs = tmp_path / "workspace" / "runs"
    found = walk("steered", runs)
    assert ", 3 calls," in found["tried"]
    assert found["flown"].startswith("Pre-flight of ")
    assert found["at rest"][0] == found["at rest"][1], "nothing is asked while it is paused"
    (folder,) = runs.iterdir()
    state = fold(RunFolder(folder).read_events().events)
    assert state.final is not None
    assert state.ended is not None
    assert state.ended.outcome == "kept", "it was ended early"
    assert found["copied"] == state.nodes[state.final.candidate].candidate.prompt.text
