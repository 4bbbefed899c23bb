"""A person in front of the real window, in a process of its own: `python person.py PATH`.

Only what can be seen is used: buttons and fields by their words, real mouse and keyboard events. What was found is
printed as one JSON object.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop.app import Whet

Found = dict[str, object]


class Person:
    """Looks, clicks and types. What does not come within the patience ends the path with a sentence."""

    def __init__(self, whet: Whet) -> None:
        self._window = whet.window

    def sees(self, words: str) -> bool:
        """Whether a text with these words is on the screen."""
        return any(words in text for text in self.texts())

    def texts(self) -> list[str]:
        """Every text that is on the screen."""
        labels = [each.text() for each in self._visible(QLabel)]
        pages = [each.toPlainText() for kind in (QTextEdit, QPlainTextEdit) for each in self._visible(kind)]
        return [*labels, *pages, *(each.text() for each in self._visible(QAbstractButton))]

    def waits(self, for_: Callable[[], object], what: str, patience: float = 60.0) -> None:
        """Let the window work until something can be seen."""
        ends = time.monotonic() + patience
        while not for_():
            if time.monotonic() > ends:
                raise TimeoutError(f"waited in vain for {what}; on the screen: {self.texts()}")
            QTest.qWait(20)

    def clicks(self, words: str, patience: float = 60.0) -> None:
        """Press a button."""
        self.waits(lambda: self._button(words) is not None, f"the button “{words}”", patience)
        button = self._button(words)
        assert button is not None
        self._reach(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        QTest.qWait(30)

    def opens(self, page: str) -> None:
        """Go to a page by its button at the left."""
        self.waits(lambda: self._of_rail(page) is not None, f"the page “{page}”")
        button = self._of_rail(page)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        QTest.qWait(30)

    def _of_rail(self, page: str) -> QToolButton | None:
        found = (each for each in self._visible(QToolButton) if each.isCheckable() and each.accessibleName() == page)
        return next(found, None)

    def types(self, field: str, text: str) -> None:
        """Click into a field and type."""
        self.waits(lambda: self._field(field) is not None, f"the field “{field}”")
        into = self._field(field)
        assert into is not None
        self._reach(into)
        QTest.mouseClick(into, Qt.MouseButton.LeftButton, pos=QPoint(8, into.height() // 2))
        QTest.keySequence(into, "Ctrl+A")
        QTest.keyClicks(into, text)
        QTest.keyClick(into, Qt.Key.Key_Return)
        QTest.qWait(30)

    def rows(self, table: str) -> int:
        """How many rows a table on the screen has."""
        found = [each for each in self._visible(QAbstractItemView) if each.accessibleName() == table]
        return found[0].model().rowCount() if found else 0

    def _button(self, words: str) -> QAbstractButton | None:
        found = (each for each in self._visible(QAbstractButton) if each.isEnabled())
        return next((each for each in found if words in {each.text().replace("&", ""), each.accessibleName()}), None)

    def _field(self, name: str) -> QWidget | None:
        found = [*self._visible(QLineEdit), *self._visible(QPlainTextEdit)]
        return next((each for each in found if each.accessibleName() == name and each.isEnabled()), None)

    def _visible(self, kind: type) -> list:
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return [
            each
            for top in tops
            for each in (top, *top.findChildren(QWidget))
            if isinstance(each, kind) and each.isVisible()
        ]

    def _reach(self, widget: QWidget) -> None:
        """Scroll until it can be clicked, as with the wheel."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
                QTest.qWait(20)
            above = above.parentWidget()


def sample(person: Person) -> Found:
    """Home, one click on a sample, the run to its end, the sealed test, and the prompt on the clipboard."""
    person.waits(lambda: person.sees("Run"), "the samples")
    start = next(each for each in _names(person) if each.startswith("Run the sample"))
    person.clicks(start)
    person.waits(lambda: person.sees("Trajectory"), "the tree")
    person.waits(lambda: person.sees("Finished") or person.sees("Budget used up"), "the end of the run", 240)
    person.opens("Certificate")
    person.clicks("Open the sealed test…")
    person.clicks("Open it and certify")
    person.waits(lambda: any("→" in text and "point" in text for text in person.texts()), "the certificate", 120)
    sentence = next(text for text in person.texts() if "→" in text and "point" in text)
    person.opens("Run")
    person.clicks("Copy this prompt")
    return {"sentence": sentence, "copied": QGuiApplication.clipboard().text()}


def own_rows(person: Person) -> Found:
    """A CSV of one's own becomes a task whose rows are shown."""
    person.opens("Datasets")
    person.clicks("Import data…")
    fields = [each.accessibleName() for each in person._visible(QLineEdit)]
    person.types(next(name for name in fields if "file" in name.lower()), sys.argv[2])
    person.clicks("Create the task")
    person.waits(lambda: 0 < person.rows("Rows of the task") < 80, "the rows")
    return {"rows": person.rows("Rows of the task")}


def pages(person: Person) -> Found:
    """Every page of the rail, by the mouse."""
    seen: Found = {}
    rail = ("Home", "New run", "Run", "Certificate", "Datasets", "Models", "Compare", "Playground", "Log", "Settings")
    for name in (each for each in rail if person._of_rail(each) is not None):
        person.opens(name)
        seen[name] = sorted({text for text in person.texts() if text})
    return seen


def _names(person: Person) -> list[str]:
    person.waits(
        lambda: any(each.accessibleName().startswith("Run the sample") for each in person._visible(QAbstractButton)),
        "a sample",
    )
    return [each.accessibleName() for each in person._visible(QAbstractButton)]


def main(path: str) -> None:
    """Walk one path in a new workspace, with the real engine."""
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    whet = Whet(application)
    whet.open()
    found: Found = {"platform": application.platformName()}
    try:
        QTest.qWaitForWindowExposed(whet.window)
        found |= {"sample": sample, "own_rows": own_rows, "pages": pages}[path](Person(whet))
    except Exception as error:  # the picture and the sentence go to the test
        whet.window.grab().save(str(Path("failed.png")))
        found["failed"] = f"{type(error).__name__}: {error}"
    whet.window.close()
    ends = time.monotonic() + 20
    while whet.running and time.monotonic() < ends:
        QTest.qWait(20)
    found["engine left"] = whet.running
    whet.close()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
