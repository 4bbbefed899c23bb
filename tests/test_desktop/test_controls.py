"""Manners of every field of every page: the wheel passes over it, its list shows whole entries."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar, QTabBar, QWidget
from pytestqt.qtbot import QtBot

import desktop
from desktop.app import Whet

Opened = Callable[..., Whet]

TURNED = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QTimeEdit", "QDateEdit", "QDateTimeEdit", "QFontComboBox"}
TURNED |= {"QSlider", "QDial", "QTabBar", "QTabWidget"}
"""Classes of Qt whose value the wheel turns."""


def test_that_no_field_is_made_of_a_class_that_the_wheel_turns() -> None:
    """Use `desktop.widgets.controls` instead."""
    home = Path(desktop.__file__).parent
    made = [
        f"{file.relative_to(home)}:{node.lineno} {node.func.id}"
        for file in home.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TURNED
    ]
    assert not made


def test_that_the_wheel_passes_over_every_field_that_nobody_works_in(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    fields = [each for page in pages(whet) for each in turned(page)]
    assert len(fields) > 50
    whet.window.activateWindow()
    whet.window.rail.setFocus()
    taken = [(type(each).__name__, each.accessibleName(), each.isVisible()) for each in fields if turned_by(each)]
    assert not taken, f"{len(taken)} of {len(fields)}: {taken}"


def test_that_the_list_of_every_field_shows_each_entry_whole(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    cut = []
    for page in pages(whet):
        for box in page.findChildren(QComboBox):
            if box.count() == 0:
                continue
            box.showPopup()
            view = box.view()
            shown = min(box.count(), box.maxVisibleItems())
            needed = sum(view.sizeHintForRow(row) for row in range(shown))
            if view.viewport().height() < min(needed, box.screen().availableGeometry().height() - 40):
                cut.append((box.accessibleName(), needed, view.viewport().height()))
            box.hidePopup()
    assert not cut


def pages(whet: Whet) -> Iterator[QWidget]:
    for name, page in whet.window.pages.items():
        whet.window.show_page(name)
        yield page


def turned(page: QWidget) -> list[QWidget]:
    kinds = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar)
    return [each for kind in kinds for each in page.findChildren(kind) if not isinstance(each, QScrollBar)]


def turned_by(field: QWidget) -> bool:
    before = value(field)
    kept = [turn(field, step) for step in (120, -120)]
    return any(kept) or value(field) != before or field.hasFocus()


def value(field: QWidget) -> object:
    if isinstance(field, QComboBox | QTabBar):
        return field.currentIndex()
    return field.text() if isinstance(field, QAbstractSpinBox) else None


def turn(field: QWidget, step: int) -> bool:
    """Whether the field keeps the wheel to itself."""
    place = QPointF(field.rect().center())
    event = QWheelEvent(
        place, QPointF(field.mapToGlobal(field.rect().center())), QPoint(), QPoint(0, step),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    return event.isAccepted()
