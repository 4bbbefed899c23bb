"""A folder of a published benchmark becomes a task through the window's import form."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data.tasks import load_task
from core.domain.task import AnswerKind
from desktop.app import Whet
from desktop.pages.names import NEW_RUN

Opened = Callable[..., Whet]


@pytest.fixture
def benchmark(tmp_path: Path) -> Path:
    """Made-up rows in the form of two tasks of BIG-Bench Hard, and a file that is nothing of the kind."""
    folder = tmp_path / "published"
    folder.mkdir()
    for name, answers in (("navigate", ("Yes", "No")), ("object_counting", ("3", "7"))):
        rows = [{"input": f"Question {number}, made up.", "target": answers[number % 2]} for number in range(80)]
        (folder / f"{name}.json").write_text(json.dumps({"canary": "none", "examples": rows}))
    (folder / "readme.txt").write_text("Nothing of the kind.")
    return folder


def test_that_a_recognized_task_is_made_as_its_paper_asks_and_can_be_run(
    open_whet: Opened, silent: list[str], qtbot: QtBot, benchmark: Path
) -> None:
    whet = open_whet(engine=silent)
    whet.window.actions_["import_data"].trigger()
    part = whet.window.datasets.form.benchmark
    part.look(str(benchmark))
    qtbot.waitUntil(part.make.isEnabled)
    assert [part.list.itemText(place) for place in range(part.list.count())] == [
        "BIG-Bench Hard: navigate",
        "BIG-Bench Hard: object counting",
    ]
    part.list.setCurrentIndex(1)
    assert "2210.09261" in part._says.text()
    with qtbot.waitSignal(part.created, timeout=10_000):
        part.make.click()
    page = whet.window.new_run
    whet.window.show_page(NEW_RUN)
    qtbot.waitUntil(lambda: page.task.task is not None and page.task.task.name == "bbh-object_counting")
    assert whet.workspace.folder is not None
    task = load_task(whet.workspace.folder / "tasks" / "bbh-object_counting")
    assert task.contract.kind is AnswerKind.NUMBER
    assert len(task.train) + len(task.validation) + task.test_rows == 80


def test_that_a_folder_without_a_benchmark_says_which_are_known(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    whet.window.actions_["import_data"].trigger()
    part = whet.window.datasets.form.benchmark
    (tmp_path / "empty").mkdir()
    part.look(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: part._says.text().startswith("None of its files"))
    assert "GSM8K" in part._says.text()
    assert not part.make.isEnabled()
    part.look(str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: "no folder nowhere" in part._says.text())


def test_that_the_part_unfolds_by_keyboard(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    whet.window.actions_["import_data"].trigger()
    part = whet.window.datasets.form.benchmark
    assert not part.isVisible()
    fold = part.parentWidget()
    button = getattr(fold, "button")  # noqa: B009 - the disclosure around the part
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert part.isVisible()
    assert part.choose.isEnabled()
