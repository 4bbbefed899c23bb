"""What was done in a workspace, the trash, the log and the record of connections, on a real disk."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import UsageError, WorkspaceError
from core.store import activity_log, connections, trash
from core.store.history import HistoryEntry, Kind, annotate, history, put_back, throw_away
from core.store.logbook import Logbook, LogLine
from core.store.runs import RunFolder
from core.store.workspace import Workspace, open_workspace


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    workspace = open_workspace(tmp_path / "w", create=True)
    yield workspace
    workspace.close()


def damaged_run(workspace: Workspace, name: str = "2026-11-20-1432-gpo-x-0001") -> HistoryEntry:
    (workspace.runs_folder / name).mkdir()
    (workspace.runs_folder / name / "spec.json").write_text("{")
    return next(entry for entry in history(workspace) if entry.id == name)


def test_that_a_damaged_run_is_listed_with_its_problem_and_can_be_deleted(place: Workspace) -> None:
    entry = damaged_run(place)
    assert "spec.json" in entry.problem
    thrown = throw_away(place, entry)
    assert [each.thrown for each in history(place)] == [thrown]
    assert put_back(place, thrown) == place.runs_folder / entry.id
    assert trash.thrown_away(place.folder) == []


def test_that_a_run_is_not_put_back_over_another_one(place: Workspace) -> None:
    entry = damaged_run(place)
    thrown = throw_away(place, entry)
    damaged_run(place)
    with pytest.raises(WorkspaceError, match="another"):
        put_back(place, thrown)
    assert trash.thrown_away(place.folder) == [thrown]


def test_that_a_note_which_points_out_of_the_workspace_restores_nothing(place: Workspace) -> None:
    thrown = throw_away(place, damaged_run(place))
    for bad in (trash.Trashed(thrown.name, "../../elsewhere", 0.0), trash.Trashed("../runs", thrown.place, 0.0)):
        with pytest.raises(WorkspaceError):
            put_back(place, bad)


def test_that_a_run_that_is_being_written_is_not_deleted(place: Workspace) -> None:
    entry = damaged_run(place)
    with RunFolder(place.runs_folder / entry.id).writing():
        assert RunFolder(place.runs_folder / entry.id).status().value == "running"


def test_that_names_and_notes_of_a_person_survive_reopening(place: Workspace) -> None:
    entry = damaged_run(place)
    annotate(place, entry, title="Mine", note="why", starred=True)
    place.close()
    with open_workspace(place.folder) as again:
        assert history(again) == [replace(entry, title="Mine", note="why", starred=True)]


def test_that_deeds_keep_the_name_of_a_file_and_not_where_it_lay(place: Workspace) -> None:
    activity_log.exported(place.folder, "some-run", "markdown", "/anywhere/secret/prompt.md")
    assert "secret" not in (place.folder / "deeds.jsonl").read_text()
    assert [(entry.kind, entry.subject) for entry in history(place)] == [(Kind.EXPORT, "markdown, prompt.md")]


def test_that_a_full_log_is_begun_anew_and_the_last_files_are_kept(tmp_path: Path) -> None:
    book = Logbook(tmp_path, limit=2_000, kept=3)
    for number in range(200):
        book.append([LogLine(float(number), "info", f"line {number}")])
    lines = book.read(1000)
    assert [line.text for line in lines] == [f"line {number}" for number in range(200 - len(lines), 200)]
    assert 40 < len(lines) < 200
    assert len(list(tmp_path.iterdir())) == 3
    book.clear()
    assert book.read(10) == []


def test_that_what_was_refused_is_written_down_by_the_process_that_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    code = (
        "import socket\nfrom core import offline\nfrom core.store import connections\n"
        "offline.install(); offline.tell(connections.keep)\n"
        "with offline.because('a test'):\n"
        "    try: socket.create_connection(('192.0.2.1', 9), timeout=0.1)\n"
        "    except Exception as error: print(type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "OfflineError"
    assert [(each.deed, each.host, each.why) for each in connections.ever()] == [("refused", "192.0.2.1", "a test")]


def test_that_only_names_of_hosts_are_allowed_and_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    for wrong in ("", "https://x.example/", "*.example", "a b"):
        with pytest.raises(UsageError):
            connections.allow(wrong)
    connections.allow("X.example")
    connections.allow("x.example")
    assert [each.host for each in connections.allowed()] == ["x.example"]
    assert connections.revoke("x.example")
    assert not connections.revoke("x.example")


def test_that_a_deed_that_cannot_be_noted_is_a_line_in_the_log_and_no_failure(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    activity_log.exported(tmp_path / "gone", "some-run", "markdown", "prompt.md")
    assert "missing in the history" in caplog.text
