"""A person in front of the real window: only what can be seen is used, and it is used by mouse and keyboard.

Buttons, fields, lists and tables are known by their words and accessible names. With `WHET_PICTURES=FOLDER` a picture
of every step of a path is kept there.
"""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop.app import Whet
from desktop.widgets.banner import Banner

Found = dict[str, object]
Kind = TypeVar("Kind", bound=QWidget)

_LEFT = Qt.MouseButton.LeftButton


class Person:
    """Looks, clicks and types. What does not come within the patience ends the path with a sentence."""

    def __init__(self, whet: Whet) -> None:
        self.whet = whet
        self._window = whet.window
        self._pictures = os.environ.get("WHET_PICTURES", "")
        self._kept = 0

    # What is seen

    def keeps(self, name: str) -> None:
        """Take a picture of what is on the screen now."""
        if self._pictures:
            self._kept += 1
            Path(self._pictures).mkdir(parents=True, exist_ok=True)
            QTest.qWait(400)
            self._window.grab().save(str(Path(self._pictures) / f"{self._kept:02}-{name}.png"))

    def sees(self, words: str) -> bool:
        """Whether a text with these words is on the screen."""
        return any(words in text for text in self.texts())

    def reads(self, words: str) -> str:
        """The text on the screen that has these words, as soon as there is one."""
        self.waits(lambda: self.sees(words), f"a text with “{words}”")
        return next(text for text in self.texts() if words in text)

    def texts(self) -> list[str]:
        """Every text that is on the screen."""
        labels = [each.text() for each in self._visible(QLabel)]
        pages = [each.toPlainText() for kind in (QTextEdit, QPlainTextEdit) for each in self._visible(kind)]
        return [*labels, *pages, *(each.text() for each in self._visible(QAbstractButton))]

    def said(self, field: str) -> str:
        """What stands in a field or a block of text, as soon as it is on the screen."""
        kinds = (QTextEdit, QPlainTextEdit, QLineEdit)
        shown = self._awaited(lambda: next(filter(None, (self._named(kind, field) for kind in kinds)), None), field)
        return shown.text() if isinstance(shown, QLineEdit) else shown.toPlainText()

    def all_said(self, block: str) -> list[str]:
        """What stands in every block of text of this name on the screen, from left to right."""
        shown = [each for each in self._visible(QTextEdit) if each.accessibleName() == block]
        return [each.toPlainText() for each in sorted(shown, key=lambda each: each.mapToGlobal(QPoint()).x())]

    def watches(self, block: str) -> list[str]:
        """Everything that stands in the blocks of text of this name from now on, after each change."""
        seen: list[str] = []
        for page in self._window.findChildren(QTextEdit):
            if page.accessibleName() == block:
                page.textChanged.connect(lambda page=page: seen.append(page.toPlainText()))
        return seen

    def named(self, beginning: str) -> str:
        """The accessible name that begins so: what a screen reader says of something drawn."""
        return next(
            each.accessibleName() for each in self._visible(QWidget) if each.accessibleName().startswith(beginning)
        )

    def cells(self, table: str) -> list[list[str]]:
        """The texts of a table or a list on the screen, column by column as they are shown."""
        view = self._named(QAbstractItemView, table)
        if view is None:
            return []
        model, columns = view.model(), [0]
        if isinstance(view, QTableView):
            columns = [place for place in range(model.columnCount()) if not view.isColumnHidden(place)]
        return [[str(model.index(row, place).data() or "") for place in columns] for row in range(model.rowCount())]

    def rows(self, table: str) -> int:
        """How many rows a table on the screen has."""
        return len(self.cells(table))

    def brightness(self) -> float:
        """How light the window is as a whole, 0…255."""
        small = self._window.grab().toImage().scaled(16, 16)
        return sum(small.pixelColor(x, y).lightness() for x in range(16) for y in range(16)) / 256

    def ratio(self) -> float:
        """How many points of the screen a unit of the window has."""
        return self._window.devicePixelRatioF()

    def waits(self, for_: Callable[[], object], what: str, patience: float = 60.0) -> None:
        """Let the window work until something can be seen."""
        ends = time.monotonic() + patience
        while not for_():
            if time.monotonic() > ends:
                raise TimeoutError(f"waited in vain for {what}; on the screen: {self.texts()}")
            QTest.qWait(50)

    # What is done

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
        self._press(self._awaited(lambda: self.button(words), f"the button “{words}”", patience))

    def answers(self, words: str) -> None:
        """Press a button of the message above the pages."""
        buttons = (each for banner in self._visible(Banner) for each in banner.findChildren(QPushButton))
        self._press(next(each for each in buttons if each.text() == words))

    def kills_engine(self) -> None:
        """End the engine's process from outside, as the system does when memory is short."""
        os.kill(self.whet.client.pid, getattr(signal, "SIGKILL", signal.SIGTERM))

    def opens(self, page: str) -> None:
        """Go to a page by its button at the left."""
        self._press(self._awaited(lambda: self.of_rail(page), f"the page “{page}”"))

    def turns_to(self, tab: str) -> None:
        """Click a tab, by its words or how they begin."""
        for bar in self._visible(QTabBar):
            for place in range(bar.count()):
                if bar.tabText(place).startswith(tab):
                    QTest.mouseClick(bar, _LEFT, pos=bar.tabRect(place).center())
                    QTest.qWait(30)
                    return
        raise TimeoutError(f"there is no tab “{tab}”")

    def chooses(self, box: str, words: str) -> None:
        """Open a list of choices by mouse, and take one by the keys."""
        shown = self._awaited(lambda: self._named(QComboBox, box), f"the list “{box}”")
        self.waits(lambda: self._place_in(shown, words) >= 0, f"“{words}” in the list “{box}”")
        self._press(shown)
        self.waits(shown.view().isVisible, f"the choices of “{box}”")
        QTest.keyClick(shown.view(), Qt.Key.Key_Home)
        for _ in range(self._place_in(shown, words)):
            QTest.keyClick(shown.view(), Qt.Key.Key_Down)
        QTest.keyClick(shown.view(), Qt.Key.Key_Return)
        self.waits(lambda: not shown.view().isVisible(), f"the end of the choices of “{box}”")

    def ticks(self, list_: str, words: str) -> None:
        """Click on an entry of a list, and change its tick by the space bar."""
        view = self._awaited(lambda: self._named(QListView, list_), f"the list “{list_}”")
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

        view = self._awaited(lambda: self._named(QTableView, table), f"the table “{table}”")
        cell = self._awaited(found, f"“{words}” in the table “{table}”")
        self._click_at(view, cell, twice=twice)

    def types(self, field: str, text: str) -> None:
        """Type into a field in place of what stands there, and press Return."""
        QTest.keyClick(self.writes(field, text), Qt.Key.Key_Return)
        QTest.qWait(30)

    def writes(self, field: str, text: str) -> QWidget:
        """Click into a field and type in place of what stands there."""
        into = self._awaited(lambda: self.field(field), f"the field “{field}”")
        self._reach(into)
        QTest.mouseClick(into, _LEFT, pos=QPoint(8, into.height() // 2))
        QTest.keySequence(into, "Ctrl+A")
        QTest.keyClicks(into, text)
        QTest.qWait(30)
        return into

    def fills_cell(self, table: str, text: str) -> None:
        """Type into the cell of a table that is being edited."""
        view = self._awaited(lambda: self._named(QTableView, table), f"the table “{table}”")
        editor = self._awaited(
            lambda: next(iter(view.viewport().findChildren(QLineEdit)), None), "the editor of a cell"
        )
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
        dialog = self._awaited(lambda: next(iter(self._visible(QFileDialog)), None), "the dialog for a file")
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        QTest.mouseClick(line, _LEFT)
        QTest.keySequence(line, "Ctrl+A")
        QTest.keyClicks(line, path)
        kind = QDialogButtonBox.StandardButton
        buttons = dialog.findChild(QDialogButtonBox)
        confirm = buttons.button(kind.Save) or buttons.button(kind.Open)
        self.waits(confirm.isEnabled, "the confirmation of the dialog")
        QTest.mouseClick(confirm, _LEFT)
        self.waits(lambda: not self._visible(QFileDialog), "the end of the dialog")

    # How it is found

    def button(self, words: str) -> QAbstractButton | None:
        """A button that can be pressed, by its words, else by its accessible name."""
        found = [each for each in self._visible(QAbstractButton) if each.isEnabled()]
        by_words = (each for each in found if words == each.text().replace("&", ""))
        return next(by_words, next((each for each in found if words == each.accessibleName()), None))

    def buttons(self) -> list[str]:
        """The accessible names of the buttons on the screen."""
        return [each.accessibleName() for each in self._visible(QAbstractButton)]

    def fields(self) -> list[str]:
        """The accessible names of the lines that can be typed into."""
        return [each.accessibleName() for each in self._visible(QLineEdit)]

    def field(self, name: str) -> QWidget | None:
        """Something that can be typed into."""
        kinds = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
        found = filter(None, (self._named(kind, name) for kind in kinds))
        return next((each for each in found if each.isEnabled()), None)

    def of_rail(self, page: str) -> QToolButton | None:
        """The button of a page."""
        found = (each for each in self._visible(QToolButton) if each.isCheckable() and each.accessibleName() == page)
        return next(found, None)

    def _named(self, kind: type[Kind], name: str) -> Kind | None:
        return next((each for each in self._visible(kind) if each.accessibleName() == name), None)

    def _visible(self, kind: type[Kind]) -> list[Kind]:
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return [
            each
            for top in tops
            for each in (top, *top.findChildren(QWidget))
            if isinstance(each, kind) and each.isVisible()
        ]

    def _awaited(self, find: Callable[[], Kind | None], what: str, patience: float = 60.0) -> Kind:
        self.waits(lambda: find() is not None, what, patience)
        found = find()
        assert found is not None
        return found

    def _place_in(self, box: QComboBox, words: str) -> int:
        return next((place for place in range(box.count()) if words in box.itemText(place)), -1)

    def _column(self, view: QTableView, title: str) -> int:
        titles = [view.model().headerData(i, Qt.Orientation.Horizontal) for i in range(view.model().columnCount())]
        return titles.index(title)

    def _press(self, widget: QWidget) -> None:
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
