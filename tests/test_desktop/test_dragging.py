"""Prompts and runs are dragged to Compare with the mouse, and columns of tables to where a person wants them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from core.domain.comparison import Contestant
from core.domain.prompt import Prompt
from core.events import Event
from core.report.result import summarize
from core.state import fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.history_model import HistoryTableModel
from desktop.models.prompt_mime import of_prompts, of_runs, prompts_in, runs_in
from desktop.pages.names import COMPARE, HISTORY, HOME, RUN

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def whet(open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> Whet:
    """A window with a finished run."""
    events = made_up_run(rounds=2)
    folder = stored_run(events)
    folder.write_result(summarize(folder.id, fold(events), 1.0))
    made = open_whet(engine=silent)
    made.window.run.open(folder)
    qtbot.waitUntil(lambda: not made.workspace.busy and bool(made.window.run.model.state.nodes))
    return made


def mouse(widget: QWidget, *way: QPoint, let_go: bool = True) -> None:
    """Press, move along a way, and let go, with the button held down in between: `QTest.mouseMove` holds none."""
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(way) - 1)]
    steps = [*zip(kinds, way, strict=True), *([(QEvent.Type.MouseButtonRelease, way[-1])] if let_go else [])]
    for kind, at in steps:
        button = NO_BUTTON if kind is QEvent.Type.MouseMove else LEFT
        held = NO_BUTTON if kind is QEvent.Type.MouseButtonRelease else LEFT
        there = QPointF(at), QPointF(widget.mapToGlobal(at))
        QApplication.sendEvent(widget, QMouseEvent(kind, *there, button, held, NONE))


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What is on its way when the mouse leaves with it. The loop of a drag needs a screen: the offscreen platform ends
    it at once, and what was carried is brought by `bring`."""
    found: list[QMimeData] = []
    taken = HistoryTableModel.mimeData

    def note(data: QMimeData) -> QMimeData:
        copy = QMimeData()
        for kind in data.formats():
            copy.setData(kind, data.data(kind))
        found.append(copy)
        return data

    def carry(drag: QDrag, *_: object) -> Qt.DropAction:
        note(drag.mimeData())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)
    monkeypatch.setattr(HistoryTableModel, "mimeData", lambda self, indexes: note(taken(self, indexes)))
    return found


def bring(target: QWidget, data: QMimeData) -> bool:
    """Carry it over a widget and let go there, through Qt's own delivery; whether it was wanted."""
    at = target.rect().center()
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, actions, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDragMoveEvent(at, actions, data, LEFT, NONE))
    drop = QDropEvent(QPointF(at), actions, data, NO_BUTTON, NONE)
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()


def test_that_a_candidate_is_dragged_out_of_the_tree_into_compare(
    whet: Whet, dragged: list[QMimeData], qtbot: QtBot
) -> None:
    window, view = whet.window, whet.window.run.tree.view
    window.show_page(RUN)
    qtbot.waitUntil(view.isVisible)
    start = view.position("c2")
    mouse(view, start, start + QPoint(0, 8), QPoint(start.x(), view.height() + 40))
    prompt = window.run.model.state.nodes["c2"].candidate.prompt
    assert [prompts_in(data) for data in dragged] == [[Contestant("c2", prompt)]]
    assert bring(window.rail.buttons[COMPARE], dragged[0])
    assert window.page == COMPARE
    chosen = [each.prompt for each in window.compare.choice.prompts.contestants()]
    assert prompt in chosen
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_a_short_drag_within_the_tree_only_moves_the_picture(whet: Whet, dragged: list[QMimeData]) -> None:
    window, view = whet.window, whet.window.run.tree.view
    window.show_page(RUN)
    before = view.position("c2")
    mouse(view, before, before + QPoint(30, 10))
    assert not dragged
    assert view.position("c2") != before


def test_that_a_run_is_dragged_from_the_history_into_compare(
    whet: Whet, dragged: list[QMimeData], qtbot: QtBot
) -> None:
    window, page = whet.window, whet.window.runs
    window.show_page(HISTORY)
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0 and not whet.workspace.busy)
    place = page.model.index_of(lambda entry: entry.run is not None).siblingAtColumn(2)
    at = page.view.visualRect(place).center()
    mouse(page.view.viewport(), at, *(at + QPoint(step, step) for step in (4, 12, 24)))
    run = page.model.row_at(place)
    assert [runs_in(data) for data in dragged] == [[run.id]]
    window.show_page(COMPARE)
    assert bring(window.compare.choice.prompts.viewport(), dragged[0])
    qtbot.waitUntil(
        lambda: any(run.id in each.name for each in window.compare.choice.prompts.contestants()), timeout=10_000
    )


def test_that_the_sidebar_takes_prompts_and_runs_on_compare_and_nothing_elsewhere(whet: Whet, qtbot: QtBot) -> None:
    window, nothing = whet.window, QMimeData()
    prompts = of_prompts([Contestant("mine", Prompt("Mine."))])
    assert not bring(window.rail.buttons[HOME], prompts)
    assert not bring(window.rail.buttons[COMPARE], nothing)
    assert bring(window.rail.buttons[COMPARE], of_runs([whet.window.run.folder.id]))
    assert window.page == COMPARE
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def drag_column(view: QTableView, column: int, onto: int) -> None:
    """Take a column by its title and let go over another one."""
    header = view.horizontalHeader()
    middle = header.height() // 2

    def place(logical: int, share: float) -> QPoint:
        left, width = header.sectionViewportPosition(logical), header.sectionSize(logical)
        return QPoint(left + round(width * share), middle)

    start, end = place(column, 0.5), place(onto, 0.8)
    mouse(header.viewport(), start, *(start + (end - start) * share for share in (0.25, 0.5, 0.75, 1.0)))


def test_that_a_column_is_dragged_to_another_place_and_is_there_again_the_next_time(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    stored_run(made_up_run(rounds=1))
    for time in range(2):
        whet = open_whet(engine=silent)
        page = whet.window.runs
        whet.window.show_page(HISTORY)
        qtbot.waitUntil(lambda page=page: page.view.isVisible() and page.model.rowCount() > 0)
        header = page.view.horizontalHeader()
        if time == 0:
            assert header.visualIndex(1) < header.visualIndex(2)
            drag_column(page.view, 1, 2)
        qtbot.waitUntil(lambda header=header: header.visualIndex(1) > header.visualIndex(2))
        qtbot.waitUntil(lambda whet=whet: not whet.workspace.busy)
        whet.window.leave()
