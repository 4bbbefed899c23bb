"""The columns that prompts and the input's template may use, each with a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_BESIDE_NAME = 44
"""Pixels of a box to tick, and of the distances around it and its name."""


class VariablesList(QListWidget):
    """All columns are offered and ticked at first; those that mean something else already are hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFixedHeight(34)

    def offer(self, columns: Sequence[str], used: set[str]) -> None:
        """Offer these, without a word to anybody."""
        blocker = QSignalBlocker(self)
        self.clear()
        for name in columns:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setSizeHint(QSize(self.fontMetrics().horizontalAdvance(name) + _BESIDE_NAME, 26))
            self.addItem(item)
        blocker.unblock()
        self.hide_used(used)

    def hide_used(self, used: set[str]) -> None:
        """Input, answer and split are no variables."""
        for place in range(self.count()):
            self.item(place).setHidden(self.item(place).text() in used)

    def chosen(self, used: set[str]) -> tuple[str, ...]:
        """The ticked ones beside those that are used otherwise."""
        items = [self.item(place) for place in range(self.count())]
        return tuple(
            item.text() for item in items if item.checkState() is Qt.CheckState.Checked and item.text() not in used
        )
