"""Cells of a table on a ground that says good or bad; the words in them say it too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.colours import colours

_Index = QModelIndex | QPersistentModelIndex

_BESIDE = 9
"""Pixels beside a text: the stylesheet's 6, and the 3 that Qt leaves to a frame of the focus."""
_KEPT = 4_000
_TEXT = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus


class ToneDelegate(QStyledItemDelegate):
    """Asks the model for a tone ("good", "bad" or nothing) under a role of its own.

    A cell is drawn here as the stylesheet would have it: Qt's own way works the sheet's rules out again for every cell
    of every frame, which takes ten times as long as a frame may. Only the cell with the focus is left to it.
    """

    def __init__(self, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._elided: dict[tuple[str, int], str] = {}
        self._grounds: dict[str, QColor] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: draw a cell. With a stylesheet Qt leaves out the ground that a model asks for."""
        state, rect = option.state, option.rect
        selected, theme = bool(state & _SELECTED), colours()
        tone = "" if selected else index.data(self._role)
        if tone:
            painter.fillRect(rect, self._colour(theme.good_soft if tone == "good" else theme.bad_soft))
        if state & _FOCUSED:
            super().paint(painter, option, index)
            return
        if selected:
            painter.fillRect(rect, self._colour(theme.accent_soft))
        text = index.data(_TEXT)
        if text:
            room = QRect(rect.left() + _BESIDE, rect.top(), rect.width() - 2 * _BESIDE, rect.height())
            painter.setFont(option.font)
            painter.setPen(self._colour(theme.text))
            painter.drawText(room, index.data(_ALIGN), self._short(text, room.width(), option.fontMetrics))

    def _short(self, text: str, room: int, metrics: QFontMetrics) -> str:
        """What of a text has room; measured once, not at every step of a scroll."""
        found = self._elided.get((text, room))
        if found is None:
            if len(self._elided) >= _KEPT:
                self._elided.clear()
            found = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._elided[text, room] = found
        return found

    def _colour(self, name: str) -> QColor:
        if name not in self._grounds:
            self._grounds[name] = QColor(name)
        return self._grounds[name]
