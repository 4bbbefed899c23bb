"""A person in front of the real window: only what can be seen is used, and it is used by mouse and keyboard.

Buttons, fields, lists and tables are known by their words and accessible names. With `WHET_PICTURES=FOLDER` a picture
of every step of a path is kept there.
"""

import os
import signal
from pathlib import Path

from eyes import Eyes
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from desktop.app import Whet
from desktop.widgets.banner import Banner

Found = dict[str, object]

_LEFT = Qt.MouseButton.LeftButton


class Person(Eyes):
    """Looks, clicks and types."""

    def __init__(self, whet: Whet) -> None:
        super().__init__(whet.window)
        self._whet = whet
        self._pictures = os.environ.get("WHET_PICTURES", "")
        self._kept = 0
        self.clicked = 0

    def keeps(self, name: str) -> None:
        """Take a picture of what is on the screen now."""
        if self._pictures:
            self._kept += 1
            Path(self._pictures).mkdir(parents=True, exist_ok=True)
            QTest.qWait(400)
            self._window.grab().save(str(Path(self._pictures) / f"{self._kept:02}-{name}.png"))

    def drops(self, file: str) -> None:
        """Let a file fall on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(file)])
        where, copy = self._window.rect().center(), Qt.DropAction.CopyAction
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._window, QDragEnterEvent(where, copy, data, _LEFT, plain))
        QApplication.sendEvent(self._window, QDropEvent(QPointF(where), copy, data, _LEFT, plain))
        QTest.qWait(30)

    def clicks(self, words: str, patience: float = 60.0) -> None:
        """Press a button."""
        self._press(self.awaited(lambda: self.button(words), f"the button “{words}”", patience))

    def rests(self, seconds: float) -> None:
        """Do nothing, to see that nothing happens."""
        QTest.qWait(round(1000 * seconds))

    def answers(self, words: str) -> None:
        """Press a button of the message above the pages."""
        buttons = (each for banner in self.visible(Banner) for each in banner.findChildren(QPushButton))
        self._press(next(each for each in buttons if each.text() == words))

    def kills_engine(self) -> None:
        """End the engine's process from outside, as the system does when memory is short."""
        pid = self._whet.client.pid
        assert pid > 0, "there is no engine to end"
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))

    def opens(self, page: str) -> None:
        """Go to a page by its button at the left."""
        self._press(self.awaited(lambda: self.of_rail(page), f"the page “{page}”"))

    def turns_to(self, tab: str) -> None:
        """Click a tab, by its words or how they begin."""
        for bar in self.visible(QTabBar):
            for place in range(bar.count()):
                if bar.tabText(place).startswith(tab):
                    QTest.mouseClick(bar, _LEFT, pos=bar.tabRect(place).center())
                    QTest.qWait(30)
                    return
        raise TimeoutError(f"there is no tab “{tab}”")

    def chooses(self, box: str, words: str) -> None:
        """Open a list of choices by mouse, and take one by the keys."""
        shown = self.awaited(lambda: self.shown_as(QComboBox, box), f"the list “{box}”")
        self.waits(lambda: self._place_in(shown, words) >= 0, f"“{words}” in the list “{box}”")
        self._press(shown)
        self.waits(shown.view().isVisible, f"the choices of “{box}”")
        self.clicked += 1  # taken by the keys, which a second click would do as well
        QTest.keyClick(shown.view(), Qt.Key.Key_Home)
        for _ in range(self._place_in(shown, words)):
            QTest.keyClick(shown.view(), Qt.Key.Key_Down)
        QTest.keyClick(shown.view(), Qt.Key.Key_Return)
        self.waits(lambda: not shown.view().isVisible(), f"the end of the choices of “{box}”")

    def ticks(self, list_: str, words: str) -> None:
        """Click on an entry of a list, and change its tick by the space bar."""
        view = self.awaited(lambda: self.shown_as(QListView, list_), f"the list “{list_}”")
        self.waits(lambda: [words] in self.cells(list_), f"“{words}” in the list “{list_}”")
        self._click_at(view, view.model().index(self.cells(list_).index([words]), 0))
        QTest.keyClick(view, Qt.Key.Key_Space)
        QTest.qWait(30)

    def clicks_row(self, table: str, words: str, column: str = "", *, twice: bool = False) -> None:
        """Click on the row of a table that has these words in one of its cells; in this column, else in the cell."""

        def found() -> QModelIndex | None:
            model = view.model()
            for row in range(model.rowCount()):
                for place in range(model.columnCount()):
                    if words in str(model.index(row, place).data() or "") and not view.isColumnHidden(place):
                        return model.index(row, self._column(view, column) if column else place)
            return None

        view = self.awaited(lambda: self.shown_as(QTableView, table), f"the table “{table}”")
        cell = self.awaited(found, f"“{words}” in the table “{table}”")
        self._click_at(view, cell, twice=twice)

    def types(self, field: str, text: str) -> None:
        """Type into a field in place of what stands there, and press Return."""
        QTest.keyClick(self.writes(field, text), Qt.Key.Key_Return)
        QTest.qWait(30)

    def writes(self, field: str, text: str) -> QWidget:
        """Click into a field and type in place of what stands there."""
        into = self.awaited(lambda: self.field(field), f"the field “{field}”")
        self._reach(into)
        QTest.mouseClick(into, _LEFT, pos=QPoint(8, into.height() // 2))
        QTest.keySequence(into, "Ctrl+A")
        QTest.keyClicks(into, text)
        QTest.qWait(30)
        return into

    def fills_cell(self, table: str, text: str) -> None:
        """Type into the cell of a table that is being edited."""
        view = self.awaited(lambda: self.shown_as(QTableView, table), f"the table “{table}”")
        editor = self.awaited(lambda: next(iter(view.viewport().findChildren(QLineEdit)), None), "the editor of a cell")
        QTest.keySequence(editor, "Ctrl+A")
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.qWait(30)

    def presses(self, keys: str) -> None:
        """Press keys wherever the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self._window, keys)
        QTest.qWait(30)

    def names_file(self, path: str) -> None:
        """Type a path into the dialog that asks for a file, and confirm it by mouse."""
        dialog = self.awaited(lambda: next(iter(self.visible(QFileDialog)), None), "the dialog for a file")
        line, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
        assert line is not None
        assert buttons is not None
        QTest.mouseClick(line, _LEFT)
        QTest.keySequence(line, "Ctrl+A")
        QTest.keyClicks(line, path)
        kind = QDialogButtonBox.StandardButton
        confirm = buttons.button(kind.Save) or buttons.button(kind.Open)
        self.waits(confirm.isEnabled, "the confirmation of the dialog")
        QTest.mouseClick(confirm, _LEFT)
        self.waits(lambda: not self.visible(QFileDialog), "the end of the dialog")

    def _place_in(self, box: QComboBox, words: str) -> int:
        return next((place for place in range(box.count()) if words in box.itemText(place)), -1)

    def _column(self, view: QTableView, title: str) -> int:
        titles = [view.model().headerData(i, Qt.Orientation.Horizontal) for i in range(view.model().columnCount())]
        return titles.index(title)

    def _press(self, widget: QWidget) -> None:
        self.clicked += 1
        self._reach(widget)
        QTest.mouseClick(widget, _LEFT, pos=widget.rect().center())
        QTest.qWait(30)

    def _click_at(self, view: QAbstractItemView, cell: QModelIndex, *, twice: bool = False) -> None:
        self._reach(view)
        view.scrollTo(cell)
        place = view.visualRect(cell).center()
        QTest.mouseClick(view.viewport(), _LEFT, pos=place)
        if twice:
            QTest.mouseDClick(view.viewport(), _LEFT, pos=place)
        QTest.qWait(30)

    def _reach(self, widget: QWidget) -> None:
        """Scroll until it can be clicked, as with the wheel."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
                QTest.qWait(20)
            above = above.parentWidget()
