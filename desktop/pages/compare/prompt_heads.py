"""Heads of columns that show a prompt in several lines, with all of it in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QTableView

from desktop.plots.lineage_paint import wrapped
from desktop.typography import Type, font

_LINES = 3
_BESIDE = 8
_KEPT = 200


class PromptHeads(QHeaderView):
    """As wide as its column and three lines high; a double click on one asks to edit its prompt."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._measured: dict[tuple[str, int], str] = {}
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(40)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        """Qt: room for the lines."""
        hint = super().sizeHint()
        return QSize(hint.width(), _LINES * QFontMetrics(_font()).lineSpacing() + _BESIDE)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Qt: how a head is drawn."""
        super().initStyleOptionForIndex(option, logicalIndex)
        room = self.sectionSize(logicalIndex) - 2 * _BESIDE
        option.text = self._lines(str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or ""), room)

    def _lines(self, whole: str, room: int) -> str:
        """A prompt in lines of this width; measured once, not at every step of a sideways scroll."""
        if (whole, room) not in self._measured:
            if len(self._measured) > _KEPT:
                self._measured.clear()
            metrics = QFontMetrics(_font())
            self._measured[whole, room] = "\n".join(wrapped(whole, room, _LINES, metrics.horizontalAdvance))
        return self._measured[whole, room]


def _font() -> QFont:
    title = font(Type.CAPTION)
    title.setWeight(QFont.Weight.DemiBold)
    return title
