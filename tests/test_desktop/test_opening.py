"""What a file manager hands over is opened: a task of this workspace or of another, a workspace, a file of rows."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.store.workspace import open_workspace
from desktop.app import Whet
from desktop.opening import Given, given
from desktop.pages.names import NEW_RUN

Opened = Callable[..., Whet]


def test_that_a_workspace_is_known_by_its_folder_and_by_its_marker(tmp_path: Path) -> None:
    open_workspace(tmp_path / "work", create=True).close()
    assert given(tmp_path / "work") == Given(workspace=tmp_path / "work")
    assert given(tmp_path / "work" / "whet.json") == Given(workspace=tmp_path / "work")


@pytest.mark.parametrize("name", ["", "task.toml"])
def test_that_a_task_is_shown_in_the_workspace_that_it_lies_in(tmp_path: Path, sample: Path, name: str) -> None:
    open_workspace(tmp_path / "work", create=True).close()
    task = tmp_path / "work" / "tasks" / "mine"
    shutil.copytree(sample, task)
    assert given(task / name) == Given(workspace=tmp_path / "work", task=task)


def test_that_a_task_elsewhere_names_no_workspace_and_another_file_is_a_file(tmp_path: Path, sample: Path) -> None:
    task = tmp_path / "tasks" / "mine"
    shutil.copytree(sample, task)
    assert given(task) == Given(task=task)
    rows = tmp_path / "rows.csv"
    rows.write_text("question,answer\n1+1,2\n", "utf-8")
    assert given(rows) == Given(file=rows)


def test_that_a_task_from_elsewhere_is_copied_into_the_workspace_and_chosen(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path, sample: Path
) -> None:
    task = tmp_path / "mail" / "brought"
    shutil.copytree(sample, task)
    whet = open_whet(engine=silent)
    whet.take(given(task / "task.toml"))
    qtbot.waitUntil(lambda: getattr(whet.window.new_run.task.folder, "name", "") == "brought")
    assert whet.window.page == NEW_RUN
    assert whet.window.new_run.task.folder == tmp_path / "workspace" / "tasks" / "brought"
    assert task.is_dir()


def test_that_a_file_of_rows_is_taken_as_if_it_were_dropped(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    rows = tmp_path / "rows.csv"
    rows.write_text("question,answer\n" + "".join(f"{n}+1,{n + 1}\n" for n in range(40)), "utf-8")
    with qtbot.waitSignal(whet.window.dropped) as dropped:
        whet.take(given(rows))
    assert dropped.args == [str(rows)]
    qtbot.waitUntil(lambda: not whet.window.new_run.incoming.working)
