"""A person in front of the real window, in a process of its own: `python tests/e2e/person.py PATH [FILE …]`.

Only what can be seen is used: buttons and fields by their words, real mouse and keyboard events. What was found is
printed as one JSON object. With `WHET_PICTURES=FOLDER` a picture of every step of the path is kept there.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
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
        self._pictures = os.environ.get("WHET_PICTURES", "")
        self._kept = 0

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
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._window, QDragEnterEvent(where, copy, data, left, plain))
        QApplication.sendEvent(self._window, QDropEvent(QPointF(where), copy, data, left, plain))
        QTest.qWait(30)

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

    def turns_to(self, tab: str) -> None:
        """Click a tab."""
        for bar in self._visible(QTabBar):
            for place in range(bar.count()):
                if bar.tabText(place) == tab:
                    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
                    QTest.qWait(30)
                    return
        raise TimeoutError(f"there is no tab “{tab}”")

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
    """Home, one click on a sample, the run to its end, the sealed test, the export, and the prompt on the clipboard."""
    person.waits(lambda: person.sees("Run"), "the samples")
    start = next(each for each in _names(person) if each.startswith("Run the sample"))
    person.keeps("home")
    person.clicks(start)
    found = _watched_and_certified(person)
    person.turns_to("Export")
    person.waits(lambda: person.sees("Copy"), "the formats")
    person.keeps("export")
    person.opens("Run")
    person.clicks("Copy this prompt")
    return found | {"copied": QGuiApplication.clipboard().text()}


def own(person: Person) -> Found:
    """A CSV and a GGUF of one's own: the task, the model by a drop on the window, the run, and the sealed test."""
    table, model = sys.argv[2:4]
    _import(person, table, "Tidy this up.")
    person.keeps("own-rows")
    person.drops(model)
    person.waits(lambda: person.sees(Path(model).stem), "the model")
    person.keeps("own-model")
    person.clicks("Start the run", 120)
    return _watched_and_certified(person) | {"model": Path(model).stem}


def own_rows(person: Person) -> Found:
    """A CSV of one's own becomes a task whose rows are shown."""
    _import(person, sys.argv[2])
    return {"rows": person.rows("Rows of the task")}


def _import(person: Person, table: str, prompt: str = "") -> None:
    person.opens("Datasets")
    person.clicks("Import data…")
    fields = [each.accessibleName() for each in person._visible(QLineEdit)]
    person.types(next(name for name in fields if "file" in name.lower()), table)
    if prompt:
        person.types("Your prompt", prompt)
    person.keeps("import")
    person.clicks("Create the task")
    person.waits(lambda: person.rows("Rows of the task") > 0, "the rows")


def _watched_and_certified(person: Person) -> Found:
    person.waits(lambda: person.sees("Trajectory"), "the tree")
    person.keeps("watch")
    person.waits(lambda: person.sees("Finished") or person.sees("Budget used up"), "the end of the run", 240)
    person.keeps("finished")
    person.opens("Certificate")
    person.clicks("Open the sealed test…")
    person.keeps("question")
    person.clicks("Open it and certify")
    person.waits(lambda: any("→" in text and "point" in text for text in person.texts()), "the certificate", 120)
    person.keeps("certificate")
    return {"sentence": next(text for text in person.texts() if "→" in text and "point" in text)}


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
        found |= {"sample": sample, "own": own, "own_rows": own_rows, "pages": pages}[path](Person(whet))
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
