"""The history in a real window: found, named, deleted, put back, compared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.events import Event
from core.report.result import summarize
from core.state import fold
from core.store import activity_log
from core.store.history import Kind
from core.store.runs import RunFolder, RunStatus
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import COMPARE, HISTORY, RUN

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


@pytest.fixture
def whet(
    open_whet: Opened,
    silent: list[str],
    stored_run: Callable[..., RunFolder],
    made_up_run: Callable[..., list[Event]],
    tmp_path: Path,
    qtbot: QtBot,
) -> Whet:
    """A workspace with three runs, of which the latest was cut off, an export and an import."""
    opened = open_whet(engine=silent)
    events = made_up_run()
    for number, kept in enumerate((events, events, events[: len(events) // 2]), 1):
        folder = stored_run(kept, f"2026-01-2{number}-1432-gpo-made-up-000{number}")
        folder.write_result(summarize(folder.id, fold(kept), 12.0))
    activity_log.exported(tmp_path / "workspace", folder.id, "markdown", "/somewhere/prompt.md")
    activity_log.imported(tmp_path / "workspace", "tickets", "/somewhere/tickets.csv")
    opened.workspace.refresh()
    opened.window.show_page(HISTORY)
    qtbot.waitUntil(lambda: len(opened.window.runs.history.entries) == 5)
    return opened


def settled(whet: Whet, qtbot: QtBot) -> None:
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def ids(whet: Whet) -> list[str]:
    return [entry.id for entry in whet.window.runs.model.rows]


def test_that_everything_done_is_listed_the_latest_first_without_a_folder_of_this_machine(whet: Whet) -> None:
    rows = whet.window.runs.model.rows
    assert [row.kind for row in rows] == [Kind.IMPORT, Kind.EXPORT, Kind.RUN, Kind.RUN, Kind.RUN]
    assert [row.subject for row in rows[:2]] == ["tickets.csv", "markdown, prompt.md"]
    assert rows[2].id.endswith("0003")
    QAbstractItemModelTester(whet.window.runs.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_that_a_search_and_a_kind_leave_only_what_fits(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.runs
    QTest.keyClicks(page.search, "interrupted gpo")
    assert ids(whet) == ["2026-01-23-1432-gpo-made-up-0003"]
    page.search.clear()
    page.show_kind(Kind.EXPORT.value)
    assert [row.kind for row in page.model.rows] == [Kind.EXPORT]


def test_that_a_double_click_opens_a_run_though_the_list_is_read_again_between_its_clicks(
    whet: Whet, qtbot: QtBot
) -> None:
    page = whet.window.runs
    view, place = page.view.viewport(), page.view.visualRect(page.model.index(3, 2)).center()
    opened: list[object] = []
    page.wanted.connect(lambda _, target: opened.append(target))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    page.history.refresh()
    settled(whet, qtbot)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert opened == [page.model.rows[3].id]


def test_that_a_name_a_note_and_a_star_are_kept_and_found_again(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.runs
    page.view.selectRow(3)
    chosen = page.entry
    assert chosen is not None
    page.detail.name.setFocus()
    QTest.keyClicks(page.detail.name, "The good one")
    QTest.keyClick(page.detail.name, Qt.Key.Key_Return)
    settled(whet, qtbot)
    page.detail.note.setPlainText("short and clear")
    QTest.mouseClick(page.detail.star, Qt.MouseButton.LeftButton)
    settled(whet, qtbot)
    QTest.keyClicks(page.search, "good clear")
    assert ids(whet) == [chosen.id]
    entry = page.model.rows[0]
    assert (entry.title, entry.note, entry.starred) == ("The good one", "short and clear", True)


def test_that_what_is_deleted_lies_in_the_trash_and_undo_puts_it_back(whet: Whet, qtbot: QtBot, tmp_path: Path) -> None:
    page = whet.window.runs
    page.view.selectRow(3)
    chosen = page.entry
    assert chosen is not None
    folder = tmp_path / "workspace" / chosen.place
    log = (folder / "events.jsonl").read_bytes()
    QTest.mouseClick(page._delete_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chosen.id not in ids(whet))
    assert not folder.exists()
    assert page.hint.isVisible()
    page.show_kind("trash")
    assert ids(whet) == [chosen.id]
    page.show_kind("everything")
    whet.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: chosen.id in ids(whet))
    assert (folder / "events.jsonl").read_bytes() == log


def test_that_the_trash_is_emptied_only_after_a_second_press(whet: Whet, qtbot: QtBot, tmp_path: Path) -> None:
    page = whet.window.runs
    page.view.selectRow(4)
    page.delete()
    qtbot.waitUntil(lambda: page.history.can_undo)
    settled(whet, qtbot)
    page.show_kind("trash")
    trash = tmp_path / "workspace" / ".trash"
    QTest.mouseClick(page.empty_trash.button, Qt.MouseButton.LeftButton)
    assert any(trash.iterdir())
    QTest.keyClick(page.empty_trash.no, Qt.Key.Key_Escape)
    QTest.mouseClick(page.empty_trash.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.empty_trash.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(trash.iterdir()))


def test_that_an_export_has_nothing_to_delete_and_opens_its_run(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.runs
    page.view.selectRow(1)
    assert not page.can_delete
    page.view.activated.emit(page.view.currentIndex())
    assert whet.window.page == RUN
    settled(whet, qtbot)


def test_that_two_runs_of_one_task_are_handed_to_the_comparison(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.runs
    page.view.selectRow(3)
    assert not page.can_compare
    page.view.selectRow(4)
    model = page.view.selectionModel()
    model.select(page.model.index(3, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
    assert page.can_compare
    page.compare_deed.trigger()
    assert whet.window.page == COMPARE
    settled(whet, qtbot)


def test_that_a_run_is_listed_as_soon_as_it_begins(open_whet: Opened, qtbot: QtBot) -> None:
    opened = open_whet("--rounds", 9, "--pause", 0.05)
    qtbot.waitUntil(lambda: opened.window.new_run.can_start)
    opened.window.new_run.start()
    qtbot.waitUntil(lambda: opened.session.work is Work.RUNNING)
    history = opened.window.runs.history
    qtbot.waitUntil(lambda: bool(history.entries))
    assert [entry.status for entry in history.entries] == [RunStatus.RUNNING]
    opened.session.stop()
    qtbot.waitUntil(lambda: opened.session.work is Work.NOTHING and not opened.workspace.busy)
    qtbot.waitUntil(lambda: [entry.status for entry in history.entries] == [RunStatus.CANCELLED])


def test_that_nothing_moves_under_the_pointer_when_something_is_added_above(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = made_up_run(rounds=1)
    for number in range(40):
        stored_run(events, f"2026-02-{1 + number // 2:02d}-14{number % 60:02d}-gpo-made-up-{number:04d}")
    opened = open_whet(engine=silent)
    opened.window.show_page(HISTORY)
    page = opened.window.runs
    qtbot.waitUntil(lambda: len(page.history.entries) >= 40)
    bar = page.view.verticalScrollBar()
    bar.setValue(300)
    before = page.view.indexAt(QPoint(5, 5))
    entry, place = page.model.row_at(before), page.view.visualRect(before).top()
    stored_run(events, "2026-03-01-1400-gpo-made-up-0099")
    opened.workspace.refresh()
    qtbot.waitUntil(lambda: len(page.history.entries) >= 41)
    after = page.view.indexAt(QPoint(5, 5))
    assert entry is not None
    assert page.model.row_at(after).id == entry.id
    assert page.view.visualRect(after).top() == place
