"""Eyes in front of the real window: only what is on the screen is seen, by its words and accessible names."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop.windows.main_window import MainWindow

Kind = TypeVar("Kind", bound=QWidget)
Thing = TypeVar("Thing")


class Eyes:
    """Looks, and waits for what is to be seen. What does not come within the patience ends the path with a sentence."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def sees(self, words: str) -> bool:
        """Whether a text with these words is on the screen."""
        return any(words in text for text in self.texts())

    def reads(self, words: str) -> str:
        """The text on the screen that has these words, as soon as there is one."""
        self.waits(lambda: self.sees(words), f"a text with “{words}”")
        return next(text for text in self.texts() if words in text)

    def texts(self) -> list[str]:
        """Every text that is on the screen."""
        labels = [each.text() for each in self.visible(QLabel)]
        pages = [each.toPlainText() for kind in (QTextEdit, QPlainTextEdit) for each in self.visible(kind)]
        return [*labels, *pages, *(each.text() for each in self.visible(QAbstractButton))]

    def said(self, field: str) -> str:
        """What stands in a field or a block of text, as soon as it is on the screen."""
        kinds = (QTextEdit, QPlainTextEdit, QLineEdit)
        shown = self.awaited(lambda: next(filter(None, (self.shown_as(kind, field) for kind in kinds)), None), field)
        return shown.text() if isinstance(shown, QLineEdit) else shown.toPlainText()

    def all_said(self, block: str) -> list[str]:
        """What stands in every block of text of this name on the screen, from left to right."""
        shown = [each for each in self.visible(QTextEdit) if each.accessibleName() == block]
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
            each.accessibleName() for each in self.visible(QWidget) if each.accessibleName().startswith(beginning)
        )

    def cells(self, table: str) -> list[list[str]]:
        """The texts of a table or a list on the screen, column by column as they are shown."""
        view = self.shown_as(QAbstractItemView, table)
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

    # How it is found

    def button(self, words: str) -> QAbstractButton | None:
        """A button that can be pressed, by its words, else by its accessible name."""
        found = [each for each in self.visible(QAbstractButton) if each.isEnabled()]
        by_words = (each for each in found if words == each.text().replace("&", ""))
        return next(by_words, next((each for each in found if words == each.accessibleName()), None))

    def buttons(self) -> list[str]:
        """The accessible names of the buttons on the screen."""
        return [each.accessibleName() for each in self.visible(QAbstractButton)]

    def fields(self) -> list[str]:
        """The accessible names of the lines that can be typed into."""
        return [each.accessibleName() for each in self.visible(QLineEdit)]

    def field(self, name: str) -> QWidget | None:
        """Something that can be typed into."""
        kinds = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
        found = filter(None, (self.shown_as(kind, name) for kind in kinds))
        return next((each for each in found if each.isEnabled()), None)

    def of_rail(self, page: str) -> QToolButton | None:
        """The button of a page."""
        found = (each for each in self.visible(QToolButton) if each.isCheckable() and each.accessibleName() == page)
        return next(found, None)

    def shown_as(self, kind: type[Kind], name: str) -> Kind | None:
        return next((each for each in self.visible(kind) if each.accessibleName() == name), None)

    def visible(self, kind: type[Kind]) -> list[Kind]:
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return [
            each
            for top in tops
            for each in (top, *top.findChildren(QWidget))
            if isinstance(each, kind) and each.isVisible()
        ]

    def awaited(self, find: Callable[[], Thing | None], what: str, patience: float = 60.0) -> Thing:
        self.waits(lambda: find() is not None, what, patience)
        found = find()
        assert found is not None
        return found
