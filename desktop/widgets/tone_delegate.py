"""Cells of a table on a ground that says good or bad; the words in them say it too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import colours


class ToneDelegate(QStyledItemDelegate):
    """Asks the model for a tone ("good", "bad" or nothing) under a role of its own."""

    def __init__(self, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Qt: how a cell is drawn."""
        super().initStyleOption(option, index)
        tone = index.data(self._role)
        if tone:
            theme = colours()
            ground = theme.good_soft if tone == "good" else theme.bad_soft
            option.backgroundBrush = QBrush(QColor(ground))
