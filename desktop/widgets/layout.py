"""Boxes with the distances of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Space

Item = QWidget | QLayout | int | None
"""What a box holds: a widget, another box, a stretch (a number), or nothing."""


def _fill(box: QHBoxLayout | QVBoxLayout, items: tuple[Item, ...]) -> None:
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif item is not None:
            box.addStretch(item)


def row(*items: Item, space: int = Space.S, margin: int = 0) -> QHBoxLayout:
    """Side by side."""
    box = QHBoxLayout()
    box.setSpacing(space)
    box.setContentsMargins(margin, margin, margin, margin)
    _fill(box, items)
    return box


def column(*items: Item, space: int = Space.S, margin: int = 0) -> QVBoxLayout:
    """One below the other."""
    box = QVBoxLayout()
    box.setSpacing(space)
    box.setContentsMargins(margin, margin, margin, margin)
    _fill(box, items)
    return box


def framed(layout: QLayout, name: str = "") -> QFrame:
    """A frame around a box; `name` is what the stylesheet knows it by ("card", "footer", …)."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setLayout(layout)
    return frame


def separator() -> QFrame:
    """A line between two parts of a card."""
    line = QFrame()
    line.setObjectName("separator")
    line.setFixedHeight(1)
    return line


def scrolled(layout: QLayout, most: int = 0) -> QScrollArea:
    """A box that scrolls vertically; lines get no wider than `most` pixels, in the middle of what is wider."""
    inside = QWidget()
    inside.setObjectName("page")
    inside.setLayout(layout)
    if most:
        inside.setMaximumWidth(most)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    area.setWidget(inside)
    inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return area


def widen(area: QScrollArea, most: int) -> None:
    """Let the lines of such a box get this wide."""
    inside = area.widget()
    if inside is not None and inside.maximumWidth() != most:
        inside.setMaximumWidth(most)


def clear(box: QLayout) -> None:
    """Remove everything from a box."""
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def tab_after(before: QWidget, part: QWidget) -> None:
    """Let Tab reach what is in `part` right after what is in `before`, and not last because it was made last."""
    first = (_reached(before) or [before])[-1]
    for second in _reached(part):
        QWidget.setTabOrder(first, second)
        first = second


def _reached(part: QWidget) -> list[QWidget]:
    """What in it takes the focus, in the order of Tab."""
    found, each = [], part.nextInFocusChain()
    while each is not None and part.isAncestorOf(each):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
            found.append(each)
        each = each.nextInFocusChain()
    return found
