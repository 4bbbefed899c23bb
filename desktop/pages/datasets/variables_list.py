"""The columns that prompts and template may use, each to be ticked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_BESIDE_NAME = 44
"""Pixels of a box to tick, and of the distances around it and its name."""


class VariablesList(QListWidget):
    """`ticked_changed` says that another column is ticked."""

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns that prompts and template may use"))
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFixedHeight(34)
        self.itemChanged.connect(lambda _: self.ticked_changed.emit())

    def offer(self, columns: Sequence[str]) -> None:
        """These columns, all of them ticked."""
        with QSignalBlocker(self):
            self.clear()
            for name in columns:
                item = QListWidgetItem(name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                item.setSizeHint(QSize(self.fontMetrics().horizontalAdvance(name) + _BESIDE_NAME, 26))
                self.addItem(item)

    def hide_used(self, used: Collection[str]) -> None:
        """Columns with another meaning are no variables."""
        for item in self._items():
            item.setHidden(item.text() in used)

    def ticked(self, used: Collection[str]) -> tuple[str, ...]:
        """The ticked columns that have no other meaning."""
        return tuple(
            item.text()
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked and item.text() not in used
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]
