"""What the window draws can be had from the command line."""

import csv
import json
from pathlib import Path

import pytest

from core.cli.main import main
from core.domain.review import Review, SentenceEffect, SentenceReview
from core.events import decode
from core.state import fold
from core.store.runs import RunFolder
from core.store.times import add_times, milliseconds, read_times
from core.store.workspace import open_workspace

GOLDEN = Path(__file__).parents[2] / "golden" / "gpo.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    open_workspace(tmp_path, create=True).close()
    folder = RunFolder(tmp_path / "runs" / "2026-11-20-1432-gpo-golden-0001")
    folder.path.mkdir(parents=True, exist_ok=True)
    folder.log_path.write_bytes(GOLDEN.read_bytes())
    started = decode(GOLDEN.read_bytes().splitlines(keepends=True)[0])
    folder.write_spec(started.spec)
    return folder


@pytest.mark.parametrize("what", ["candidates", "curve", "grid", "tradeoff"])
def test_that_a_table_is_csv_with_the_candidates_of_the_run(
    folder: RunFolder, capfdbinary: pytest.CaptureFixture[bytes], what: str
) -> None:
    assert main(["table", folder.id, what, "--workspace", str(folder.workspace)]) == 0
    rows = list(csv.DictReader(capfdbinary.readouterr().out.decode().splitlines()))
    assert rows[0]["candidate"] == "c0"


def test_that_a_story_is_one_json_object_by_title(folder: RunFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story", folder.id, "--json", "--workspace", str(folder.workspace)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["Steps"][0][0] == "Round"
    assert len(told["Steps"]) == 3


def test_that_only_the_candidates_that_are_looked_for_are_shown(
    folder: RunFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", folder.id, "--find", "c1", "--workspace", str(folder.workspace)]) == 0
    shown = capsys.readouterr().out
    assert "c1" in shown
    assert "c4" not in shown


def test_that_the_times_of_two_sessions_are_added_and_a_damaged_file_is_no_harm(tmp_path: Path) -> None:
    add_times(tmp_path, {"c0": (16, 0.8)})
    add_times(tmp_path, {"c0": (16, 0.4), "c1": (10, 0.1)})
    assert milliseconds(read_times(tmp_path)) == pytest.approx({"c0": 37.5, "c1": 10.0})
    (tmp_path / "times.json").write_bytes(b'{"c0": [1')
    assert read_times(tmp_path) == {}


@pytest.mark.parametrize("removable", [1, 2])
def test_that_sentences_that_can_be_removed_are_said_to_be_so_one_at_a_time(
    folder: RunFolder, capsys: pytest.CaptureFixture[str], removable: int
) -> None:
    effects = tuple(SentenceEffect(f"Sentence {n}.", 0.0, -0.01, 0.01, 1.0, removable=n < removable) for n in range(3))
    best = fold(folder.read_events().events).best
    folder.write_review(Review(best, sentences=SentenceReview(best, 48, 96, effects)))
    assert main(["show", folder.id, "--workspace", str(folder.workspace)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("can be removed by itself)") == removable
    assert ("Each of these 2 sentences" in shown) == (removable == 2)
    assert ("without all of them was not tried" in shown) == (removable == 2)
