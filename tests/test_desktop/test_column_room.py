"""Columns that hold what people came for are never crushed, and numbers never cut, in a wide and in a narrow window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core.events import Event
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.names import DATASETS
from desktop.widgets.table import LEGIBLE

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


@pytest.fixture
def full(open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> Whet:
    """A window whose tables have rows."""
    stored_run(made_up_run(rounds=4))
    whet = open_whet(engine=silent)
    qtbot.waitUntil(lambda: bool(whet.workspace.runs) and not whet.workspace.busy)
    whet.window.run.open(whet.workspace.run_folder(whet.workspace.runs[0].id))
    qtbot.waitUntil(lambda: bool(whet.window.run.model.state.nodes) and not whet.workspace.busy)
    whet.window.show_page(DATASETS)
    qtbot.waitUntil(lambda: whet.window.datasets.data.health is not None)
    return whet


@pytest.mark.parametrize("size", [(1280, 800), (820, 560)])
def test_that_no_table_crushes_what_it_stretches_or_cuts_a_number(
    full: Whet, size: tuple[int, int], qtbot: QtBot
) -> None:
    full.window.resize(*size)
    seen, crushed = 0, []
    for view in tables(full, qtbot):
        seen += 1
        header, model = view.horizontalHeader(), view.model()
        metrics = QFontMetrics(view.font())
        for column in range(model.columnCount()):
            if header.isSectionHidden(column):
                continue
            title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            stretched = column in (view.property("stretched columns") or ())
            if stretched and header.sectionSize(column) < LEGIBLE:
                crushed.append((view.accessibleName(), title, header.sectionSize(column)))
            for row in range(min(model.rowCount(), 40)):
                cell = model.index(row, column)
                number = int(cell.data(Qt.ItemDataRole.TextAlignmentRole) or 0) & int(Qt.AlignmentFlag.AlignRight)
                if number and metrics.horizontalAdvance(str(cell.data() or "")) + 12 > header.sectionSize(column):
                    crushed.append((view.accessibleName(), title, cell.data()))
    assert seen >= 4
    assert not crushed


def tables(whet: Whet, qtbot: QtBot) -> Iterator[QTableView]:
    """Every table with rows, on every tab of every page."""
    for name in whet.window.pages:
        whet.window.show_page(name)
        qtbot.wait(10)
        page = whet.window.shown_page
        yield from shown(page)
        for tabs in page.findChildren(QTabWidget):
            for place in range(tabs.count()):
                if tabs.isVisible() and tabs.isTabVisible(place):
                    tabs.setCurrentIndex(place)
                    qtbot.wait(10)
                    yield from shown(tabs.widget(place))


def shown(part: QWidget) -> list[QTableView]:
    found = part.findChildren(QTableView) + ([part] if isinstance(part, QTableView) else [])
    return [view for view in found if view.isVisible() and view.model() is not None and view.model().rowCount()]
