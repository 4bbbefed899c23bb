"""Workspaces: one writer, any place, any age."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.prompt import Prompt
from core.domain.runspec import RunSpec
from core.errors import UsageError, WorkspaceError, WorkspaceLockedError
from core.store import began, formats, index
from core.store.locks import holding
from core.store.workspace import Workspace, open_workspace

_WRITER = """
import sys
from pathlib import Path
from core.store import index
from core.store.workspace import open_workspace
with open_workspace(Path(sys.argv[1])) as workspace:
    for number in range(10):
        workspace.models.put(index.ModelEntry(f"{sys.argv[2]}-{number}", "m"))
"""


def _as_nobody(action: Callable[[], object]) -> str:
    """What an action raises for a user who owns nothing; root is stopped by no permission."""
    if os.name == "nt":
        pytest.skip("folders have other permissions there")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            action()
            os.write(writer, b"nothing")
        except BaseException as error:  # the child must end here, whatever happens
            os.write(writer, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as said:
        return said.read()


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_that_an_empty_folder_becomes_a_workspace_that_opens_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        workspace.prompts.put(index.PromptEntry("short", Prompt("Be brief.")))
    with open_workspace(tmp_path, write=False) as workspace:
        assert workspace.prompts.get("short") == index.PromptEntry("short", Prompt("Be brief."))
    assert json.loads((tmp_path / "whet.json").read_text()) == {"format": 1}


def test_that_only_the_default_workspace_is_made_where_there_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WorkspaceError, match=r"There is no folder .*typo"):
        open_workspace(tmp_path / "typo")
    monkeypatch.setenv("WHET_WORKSPACE", str(tmp_path / "deep" / "default"))
    with open_workspace(tmp_path / "deep" / "default") as workspace:
        assert workspace.runs() == []


def test_that_a_folder_with_other_things_in_it_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("x")
    with pytest.raises(WorkspaceError, match="is not a workspace"):
        open_workspace(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.startswith(".whet.lock")) == ["thesis.tex"]
    with open_workspace(tmp_path, create=True) as workspace:
        assert workspace.writable


def test_that_several_processes_work_in_one_workspace_and_none_loses_anything(tmp_path: Path, spec: RunSpec) -> None:
    open_workspace(tmp_path).close()
    with ExitStack() as stack:
        writers = [
            stack.enter_context(subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), str(number)]))
            for number in range(3)
        ]
        with open_workspace(tmp_path) as workspace:
            for _ in range(5):
                workspace.index_run(workspace.new_run(spec))
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    with open_workspace(tmp_path, write=False) as workspace:
        assert len(workspace.models.all()) == 31
        assert len(workspace.runs()) == len(workspace.run_notes.all()) == 5
        orders = [began.order(workspace.runs_folder / run.id) for run in workspace.runs()]
        assert orders == sorted(set(orders))


def test_that_what_is_opened_for_reading_cannot_be_changed(tmp_path: Path, spec: RunSpec) -> None:
    open_workspace(tmp_path).close()
    with open_workspace(tmp_path, write=False) as workspace:
        with pytest.raises(WorkspaceError, match="reading only"):
            workspace.new_run(spec)
        with pytest.raises(WorkspaceError, match="reading only"):
            workspace.models.put(index.ModelEntry("0", "m"))


def test_that_a_workspace_that_somebody_keeps_locked_names_him(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_workspace(tmp_path).close()
    with holding(tmp_path / ".whet.lock"), pytest.raises(WorkspaceLockedError, match=f"the process {os.getpid()}"):
        open_workspace(tmp_path)


def test_that_one_window_has_a_workspace_beside_any_number_of_commands(tmp_path: Path) -> None:
    with open_workspace(tmp_path, alone=True):
        with pytest.raises(WorkspaceLockedError, match=f"the process {os.getpid()}"):
            open_workspace(tmp_path, alone=True)
        with open_workspace(tmp_path) as command:
            assert command.writable
    open_workspace(tmp_path, alone=True).close()


@pytest.mark.parametrize("left", [(), ("tasks",), ("tasks", "runs"), ("tasks", "runs", ".gitignore")])
def test_that_a_workspace_whose_making_was_cut_short_is_finished(tmp_path: Path, left: tuple[str, ...]) -> None:
    whole = tmp_path / "whole"
    open_workspace(whole, create=True).close()
    folder = tmp_path / "w"
    folder.mkdir()
    for name in left:
        (folder / name).mkdir() if name != ".gitignore" else shutil.copy(whole / name, folder)
    (folder / "..gitignore.99999999-0123abcd.writing").write_bytes(b"half")
    with open_workspace(folder) as workspace:
        assert workspace.writable
    assert sorted(file.name for file in folder.iterdir()) == sorted(file.name for file in whole.iterdir())


def test_that_the_last_run_is_the_last_one_whatever_the_clock_and_the_zone_say(
    workspace: Workspace, spec: RunSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    zones, made = ("Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin"), []
    clock = 1_793_000_000.0
    for step, zone in zip(
        (0.0, 30.0, -7200.0, 0.0), (*zones, "UTC"), strict=True
    ):  # the clock is set back, stands still
        clock += step
        monkeypatch.setenv("TZ", zone)
        if hasattr(time, "tzset"):
            time.tzset()
        monkeypatch.setattr(began.time, "time", lambda clock=clock: clock)
        made.append(workspace.new_run(spec).id)
        assert workspace.run("last").id == made[-1]
    assert [run.id for run in workspace.runs()] == made
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def test_that_a_read_only_folder_can_be_read_and_says_why_it_cannot_be_written(spec: RunSpec) -> None:
    with tempfile.TemporaryDirectory() as parent:  # pytest's own folders are closed to others
        folder = Path(parent) / "w"
        with open_workspace(folder, create=True) as workspace:
            workspace.new_run(spec)
        before = _tree(folder)
        Path(parent).chmod(0o755)
        folder.chmod(0o555)
        try:
            said = _as_nobody(lambda: open_workspace(folder))
            assert said.startswith("WorkspaceError")
            assert "cannot be written" in said
            assert "reading only" in said
            assert _as_nobody(lambda: open_workspace(folder, write=False).runs()[0].id) == "nothing"
            folder.chmod(0o700)
            if os.geteuid() == 0:
                assert "WorkspaceError: You may not open" in _as_nobody(lambda: open_workspace(folder, write=False))
        finally:
            folder.chmod(0o755)
        assert _tree(folder) == before


def test_that_a_workspace_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with open_workspace(tmp_path):
        pass
    (tmp_path / "whet.json").write_text('{"format": 7, "new": true}')
    for write in (True, False):
        with pytest.raises(WorkspaceError, match=r"newer version of Whet \(format 7.*Nothing was changed"):
            open_workspace(tmp_path, write=write)


def test_that_nothing_in_a_workspace_depends_on_where_it_lies(tmp_path: Path, spec: RunSpec) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    with open_workspace(first, create=True) as workspace:
        run = workspace.new_run(spec)
        workspace.index_run(run)
    assert not [name for name, content in _tree(first).items() if str(tmp_path).encode() in content]
    shutil.move(first, second)
    with open_workspace(second) as workspace:
        assert workspace.run(run.id).read_spec() == spec
        assert workspace.models.all() == [index.ModelEntry("c" * 64, "interim")]


def test_that_a_damaged_index_is_repaired_with_a_notice(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        for name in "ab":
            workspace.prompts.put(index.PromptEntry(name, Prompt(name)))
    (tmp_path / "index.json").write_bytes(b"\x00" * 100)
    with open_workspace(tmp_path) as workspace:
        assert [entry.name for entry in workspace.prompts.all()] == ["a"]
        assert "previous version" in workspace.notices[0]


def test_that_an_entry_is_replaced_by_its_name_and_can_be_dropped(workspace: Workspace) -> None:
    for text in ("one", "two"):
        workspace.prompts.put(index.PromptEntry("p", Prompt(text)))
    assert [entry.prompt.text for entry in workspace.prompts.all()] == ["two"]
    workspace.prompts.remove("p")
    assert workspace.prompts.get("p") is None


def test_that_threads_do_not_overwrite_each_others_entries(workspace: Workspace) -> None:
    def put(letter: str) -> None:
        for number in range(10):
            workspace.prompts.put(index.PromptEntry(f"{letter}{number}", Prompt("")))
            workspace.models.put(index.ModelEntry(f"{letter}{number}", "m"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put, "abcd"))
    assert len(workspace.prompts.all()) == len(workspace.models.all()) == 40


def test_that_ids_of_runs_are_unique_and_say_what_they_are(workspace: Workspace, spec: RunSpec) -> None:
    runs = [workspace.new_run(spec) for _ in range(30)]
    assert len({run.id for run in runs}) == 30
    assert all("-gpo-smaller-number-" in run.id for run in runs)
    assert runs[0].summary().began is not None
    assert "-gpo-情感-分析-" in workspace.new_run(replace(spec, task="情感/分析 ..")).id


def test_that_a_run_is_found_by_its_beginning_or_end_and_never_by_guess(workspace: Workspace, spec: RunSpec) -> None:
    with pytest.raises(UsageError, match="no runs yet"):
        workspace.run("last")
    runs = [workspace.new_run(spec) for _ in range(3)]
    assert workspace.run(runs[1].id).id == runs[1].id
    assert workspace.run(runs[1].id[-4:]).id == runs[1].id
    assert workspace.run("last").id == runs[-1].id, "ids end in chance: within a minute the disk knows the order"
    with pytest.raises(UsageError, match="fits 3 runs"):
        workspace.run("20")
    with pytest.raises(UsageError, match="no run “nothing”"):
        workspace.run("nothing")


def test_that_a_task_is_adopted_once_and_another_of_its_name_gets_a_number(
    workspace: Workspace, tmp_path: Path
) -> None:
    task = tmp_path / "reviews"
    task.mkdir()
    (task / "task.toml").write_text("title = 'Reviews'")
    (task / "rows.csv").write_text("a,b\n")
    first = workspace.adopt_task(task)
    assert first == workspace.tasks_folder / "reviews"
    assert workspace.adopt_task(task) == workspace.adopt_task(first) == first
    (task / "rows.csv").write_text("a,c\n")
    assert workspace.adopt_task(task).name == "reviews-2"
    assert workspace.task_folders() == [first, workspace.tasks_folder / "reviews-2"]


def _old_format(folder: Path) -> None:
    """A fabricated workspace of format 1 in which tasks were called `jobs` in the index."""
    with open_workspace(folder):
        pass
    (folder / "index.json").write_text('{"jobs": {"1": {"name": "t", "folder": "t"}}}')
    (folder / "runs" / "r").mkdir()
    (folder / "runs" / "r" / "spec.json").write_text("{}")


def _rename_jobs(copy: Path) -> None:
    tables = json.loads((copy / "index.json").read_text())
    tables["tasks"] = tables.pop("jobs")
    (copy / "index.json").write_text(json.dumps(tables))


def _mark_runs(copy: Path) -> None:
    for spec in copy.glob("runs/*/spec.json"):
        spec.write_text('{"marked": true}')


def test_that_an_old_format_is_brought_up_to_date_step_by_step_and_kept(tmp_path: Path) -> None:
    _old_format(tmp_path)
    steps = (_rename_jobs, _mark_runs)
    assert formats.check_format(tmp_path, steps)
    formats.migrate(tmp_path, steps)
    assert not formats.check_format(tmp_path, steps)
    assert formats.read_format(tmp_path) == 3
    assert "tasks" in json.loads((tmp_path / "index.json").read_text())
    assert (tmp_path / "runs" / "r" / "spec.json").read_text() == '{"marked": true}'
    assert "jobs" in json.loads((tmp_path / ".before-format-3" / "index.json").read_text())
    assert not (tmp_path / ".migrating").exists()


def test_that_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    _old_format(tmp_path)
    before = _tree(tmp_path)

    def fail(copy: Path) -> None:
        _mark_runs(copy)
        raise RuntimeError("bug")

    with pytest.raises(RuntimeError):
        formats.migrate(tmp_path, (_rename_jobs, fail))
    assert {name: content for name, content in _tree(tmp_path).items() if ".migrating" not in name} == before
    formats.migrate(tmp_path, (_rename_jobs, _mark_runs))
    assert formats.read_format(tmp_path) == 3


@pytest.mark.parametrize("steps_done", range(12))
def test_that_a_swap_cut_off_anywhere_is_finished_by_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps_done: int
) -> None:
    _old_format(tmp_path)
    moves, moved = {"rename": Path.rename, "replace": Path.replace}, 0

    def move_until(move: str) -> Callable[[Path, Path], Path]:
        def moving(self: Path, target: Path) -> Path:
            nonlocal moved
            moved += ".migrating" not in target.parts
            if moved > steps_done:
                raise KeyboardInterrupt
            return moves[move](self, target)

        return moving

    steps = (_rename_jobs, _mark_runs)
    with monkeypatch.context() as patch:
        for move in moves:
            patch.setattr(Path, move, move_until(move))
        try:
            formats.migrate(tmp_path, steps)
        except KeyboardInterrupt:
            assert formats.check_format(tmp_path, steps)
            patch.undo()
            formats.migrate(tmp_path, steps)
    assert formats.read_format(tmp_path) == 3
    assert "tasks" in json.loads((tmp_path / "index.json").read_text())
    assert (tmp_path / "runs" / "r" / "spec.json").read_text() == '{"marked": true}'
    assert not (tmp_path / ".migrating").exists()
