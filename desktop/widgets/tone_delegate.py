"""Cells of a table on a ground that says good or bad; the words in them say it too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.colours import colours

_Index = QModelIndex | QPersistentModelIndex


class ToneDelegate(QStyledItemDelegate):
    """Asks the model for a tone ("good", "bad" or nothing) under a role of its own."""

    def __init__(self, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: draw a cell. With a stylesheet Qt leaves out the ground that a model asks for."""
        tone = index.data(self._role)
        if tone and not option.state & QStyle.StateFlag.State_Selected:
            theme = colours()
            ground = theme.good_soft if tone == "good" else theme.bad_soft
            painter.fillRect(option.rect, QColor(ground))
        super().paint(painter, option, index)
