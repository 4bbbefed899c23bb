"""A workspace that came from elsewhere: links, devices, holes and long names in it reach nothing of the person's."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core import files, names
from core.domain.runspec import RunSpec
from core.errors import TaskError, WhetError, WorkspaceError
from core.store import activity_log, comparisons, trash
from core.store.atomic import append_durably, write_atomically
from core.store.history import history
from core.store.locks import holding
from core.store.runs import RunFolder
from core.store.workspace import Workspace, open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")

_SECRET = b"alias text=true\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of the person's, outside of any workspace."""
    file = tmp_path / "private"
    file.write_bytes(_SECRET)
    return file


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "w", create=True)


_DOINGS: dict[str, Callable[[Path], object]] = {
    "append": lambda file: append_durably(file, b"more\n"),
    "read": files.read,
    "open to change": lambda file: files.opened(file, "r+b"),
    "open to write": lambda file: files.opened(file, "wb"),
    "lock": lambda file: holding(file).__enter__(),
    "note": comparisons.read,
}


@pytest.mark.parametrize("doing", _DOINGS)
@pytest.mark.parametrize("how", ["link", "hard link", "linked folder", "linked far above"])
def test_that_no_file_of_a_workspace_leads_out_of_it(doing: str, how: str, workspace: Workspace, secret: Path) -> None:
    place = workspace.folder / "runs" / "r" / "file"
    place.parent.mkdir()
    if how == "link":
        place.symlink_to(secret)
    elif how == "hard link":
        os.link(secret, place)
    else:
        inner = place.parent if how == "linked folder" else place.parent.parent
        outside = secret.parent / "outside"
        (outside / "r").mkdir(parents=True)
        for each in (outside / "file", outside / "r" / "file"):
            each.write_bytes(_SECRET)
        if how == "linked far above":
            place.parent.rmdir()
        inner.rmdir()
        inner.symlink_to(outside)
    with pytest.raises((OSError, WhetError), match="link"):
        _DOINGS[doing](place)
    assert secret.read_bytes() == _SECRET
    assert not (secret.parent / "private.pid").exists()


def test_that_what_is_replaced_as_a_whole_replaces_the_link_and_not_what_it_leads_to(
    workspace: Workspace, secret: Path
) -> None:
    for name in ("a.json", "a.json.bak"):
        (workspace.folder / name).symlink_to(secret)
    write_atomically(workspace.folder / "a.json", b"new", keep_previous=True)
    assert (workspace.folder / "a.json").read_bytes() == b"new"
    assert not (workspace.folder / "a.json").is_symlink()
    assert secret.read_bytes() == _SECRET


def test_that_the_version_before_is_no_foreign_hard_link(workspace: Workspace) -> None:
    file = workspace.folder / "a.json"
    write_atomically(file, b"1")
    os.link(file, workspace.folder / "a.json.bak")
    assert files.read(file) == b"1"


def test_that_the_workspace_itself_may_be_reached_by_a_link(tmp_path: Path, workspace: Workspace) -> None:
    (tmp_path / "short").symlink_to(workspace.folder)
    with open_workspace(tmp_path / "short") as again:
        assert again.writable


def test_that_a_marker_planted_below_a_link_makes_nothing_of_it(workspace: Workspace, secret: Path) -> None:
    (secret.parent / "outside").mkdir()
    (secret.parent / "outside" / files.MARKER).write_text('{"format":1}')
    (workspace.folder / "runs" / "r").symlink_to(secret.parent / "outside")
    with pytest.raises(WorkspaceError, match="link"):
        write_atomically(workspace.folder / "runs" / "r" / "spec.json", b"{}")


def test_that_a_device_and_a_queue_are_no_files(workspace: Workspace) -> None:
    os.mkfifo(workspace.folder / "events.jsonl")
    for mode in ("rb", "r+b", "wb", "ab"):
        with pytest.raises(OSError, match="ordinary"):
            files.opened(workspace.folder / "events.jsonl", mode)


def test_that_a_file_of_holes_is_not_read_into_the_memory(workspace: Workspace) -> None:
    with (workspace.folder / "index.json").open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(OSError, match="holes"):
        files.read(workspace.folder / "index.json")
    with (workspace.folder / "index.json").open("wb") as file:
        file.truncate(100 << 30)
    with pytest.raises(OSError, match="at most"):
        files.read(workspace.folder / "index.json")


def test_that_deeds_are_written_into_no_file_of_the_person(workspace: Workspace, secret: Path) -> None:
    (workspace.folder / "deeds.jsonl").symlink_to(secret)
    activity_log.exported(workspace.folder, "run", "text", "out.txt")
    assert secret.read_bytes() == _SECRET
    assert activity_log.done(workspace.folder) == []


def test_that_a_task_with_a_link_in_it_is_not_copied(workspace: Workspace, secret: Path) -> None:
    task = secret.parent / "task"
    task.mkdir()
    (task / "task.toml").write_text("[data]\nfile = 'data.jsonl'\n")
    (task / "notes.txt").symlink_to(secret)
    with pytest.raises(WorkspaceError, match=r"notes.txt is a link"):
        workspace.adopt_task(task)
    assert list(workspace.tasks_folder.iterdir()) == []


def test_that_what_is_thrown_away_goes_to_no_linked_trash(workspace: Workspace, secret: Path) -> None:
    (workspace.folder / ".trash").symlink_to(secret.parent)
    (workspace.folder / "runs" / "r").mkdir()
    with pytest.raises(WorkspaceError, match="could not be moved"):
        trash.throw_away(workspace.folder, workspace.folder / "runs" / "r")
    trash.empty(workspace.folder, [trash.Trashed("private", "runs/r", 0.0)])
    assert secret.read_bytes() == _SECRET


def test_that_linked_runs_and_runs_with_strange_names_are_not_listed(
    workspace: Workspace, spec: RunSpec, tmp_path: Path
) -> None:
    run = workspace.new_run(spec)
    for name in ("a\nb", ".hidden", "x" * 121, "\u202egpj.exe"):
        (workspace.runs_folder / name).mkdir()
        (workspace.runs_folder / name / "spec.json").write_bytes((run.path / "spec.json").read_bytes())
    (workspace.runs_folder / "linked").symlink_to(run.path)
    assert [each.id for each in workspace.runs()] == [run.id]


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", ".a", "a.", "a\nb", "x" * 121, "ß" * 61, "con", "a\u200bb"]
)
def test_that_no_task_is_given_a_name_that_is_more_than_a_name(name: str, workspace: Workspace) -> None:
    assert not names.is_plain(name)
    made = names.plain_from(name)
    assert not made or names.may_be_given(made)


def test_that_a_task_cannot_be_created_under_a_name_with_dots(tmp_path: Path) -> None:
    from core.data import Mapping, create_task, read_table

    file = tmp_path / "rows.csv"
    file.write_text("input,answer\n" + "".join(f"row {n},{n % 2}\n" for n in range(60)))
    with pytest.raises(TaskError, match="cannot be called"):
        create_task(tmp_path / "a.b", read_table(file), Mapping("input", ("answer",)))


def test_that_a_log_deleted_during_the_run_ends_it(workspace: Workspace, spec: RunSpec) -> None:
    from core.engine.recorder import Recorder
    from core.errors import RunError
    from core.events import RunStarted

    run = RunFolder(workspace.new_run(spec).path)
    recorder = Recorder(run.log_path, lambda event: None)
    recorder.emit(RunStarted(1, spec))
    run.log_path.unlink()
    with pytest.raises(RunError, match="deleted or replaced"):
        recorder.emit(RunStarted(1, spec))
    recorder.close()


_OPENERS = {"open", "read_bytes", "write_bytes", "read_text", "write_text", "touch", "copyfile", "copytree", "copy2"}
_OWN = {f"core/store/{name}.py" for name in ("connections", "logbook", "servers", "writers")}
"""What lies in the person's own folder, and in no workspace."""


def test_that_nothing_in_a_workspace_is_opened_but_through_one_module() -> None:
    root = Path(__file__).parents[3]
    found = []
    for file in (*(root / "core" / "store").glob("*.py"), root / "core" / "engine" / "recorder.py"):
        if file.relative_to(root).as_posix() in _OWN:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            holder = getattr(getattr(called, "value", None), "id", "")
            name = getattr(called, "attr", getattr(called, "id", ""))
            if name in _OPENERS and holder not in {"folder", "files", "holder", "self"}:
                found.append(f"{file.name}:{node.lineno}: {name}")
    assert found == []


def test_that_a_workspace_from_a_stranger_reaches_nothing_through_the_commands(
    workspace: Workspace, secret: Path, tmp_path: Path
) -> None:
    for name in (".whet.lock", ".whet.lock.pid", "index.json", "ledger.jsonl", "deeds.jsonl"):
        place = workspace.folder / name
        place.unlink(missing_ok=True)
        place.symlink_to(secret)
    for words in (["runs"], ["preflight", "nothing"], ["models"]):
        said = subprocess.run(
            [sys.executable, "-m", "core", *words, "--workspace", str(workspace.folder)],
            env={**os.environ, "WHET_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in said.stderr
    assert secret.read_bytes() == _SECRET


@pytest.mark.parametrize("name", ["preflights", "comparisons", "tournaments", "runs", "tasks", ".whet.lock"])
def test_that_a_linked_folder_is_a_sentence_for_whoever_writes_in_it(
    name: str, workspace: Workspace, spec: RunSpec, secret: Path
) -> None:
    place = workspace.folder / name
    if place.is_dir():
        place.rmdir()
    place.unlink(missing_ok=True)
    place.symlink_to(secret.parent)
    doings: dict[str, Callable[[], object]] = {
        "preflights": lambda: files.make_folder(workspace.folder / "preflights"),
        "comparisons": lambda: comparisons.writing(workspace.folder / "comparisons" / "a.jsonl").__enter__(),
        "tournaments": lambda: files.make_folder(workspace.folder / "tournaments" / "t"),
        "runs": lambda: workspace.new_run(spec),
        "tasks": lambda: files.make_folder(workspace.folder / "tasks" / "t"),
        ".whet.lock": lambda: workspace.new_run(spec),
    }
    with pytest.raises((files.StrangeFileError, WhetError)) as caught:
        doings[name]()
    said = caught.value.said if isinstance(caught.value, files.StrangeFileError) else caught.value
    assert "link" in str(said)


@pytest.mark.parametrize("at", ["1e300", "-1e300", "-5", "9e15"])
def test_that_a_moment_that_no_calendar_has_is_as_if_it_were_not_said(
    at: str, workspace: Workspace, spec: RunSpec
) -> None:
    run = workspace.new_run(spec)
    (run.path / "began.json").write_text(f'{{"at": {at}, "since": {at}, "turn": 0}}')
    (workspace.folder / "deeds.jsonl").write_text(f'{{"kind": "import", "what": "a", "at": {at}}}\n')
    assert [each.began is not None for each in workspace.runs()] == [True]
    assert [entry.id for entry in history(workspace)] == [run.id]
    assert workspace.new_run(spec).id == workspace.run("last").id
