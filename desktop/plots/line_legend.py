"""Names of lines beside their plot, each with a piece of its line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.colours import colours
from desktop.theme import Space
from desktop.tips import as_plain_tip
from desktop.typography import Type, font

_WIDEST, _PIECE = 300, 30
_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line's name, how it is drawn, and the sign on it, as pyqtgraph calls it."""

    name: str
    pen: QPen
    symbol: str = ""


class LineLegend(QWidget):
    """As wide as the longest name, up to a limit; what is cut is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[LegendEntry, ...] = ()
        self.setAccessibleName(self.tr("Lines of the plot"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Name these lines."""
        self._entries = tuple(entries)
        names = "\n".join(entry.name for entry in entries)
        self.setAccessibleDescription(names)
        self.setToolTip(as_plain_tip(names))
        self.setVisible(bool(entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: room for the names."""
        self.setFont(font(Type.CAPTION))
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(entry.name) for entry in self._entries), default=0)
        width = min(_PIECE + 2 * Space.S + widest, _WIDEST)
        return QSize(width, len(self._entries) * (metrics.height() + _BETWEEN))

    def minimumSizeHint(self) -> QSize:
        """Qt: the plot is more important."""
        return QSize(min(self.sizeHint().width(), _PIECE + 90), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.CAPTION))
        metrics = painter.fontMetrics()
        height = metrics.height() + _BETWEEN
        for number, entry in enumerate(self._entries):
            top = Space.XS + number * height
            middle = top + height / 2
            painter.setPen(entry.pen)
            painter.drawLine(QPointF(0, middle), QPointF(_PIECE, middle))
            if entry.symbol:
                _draw_symbol(painter, entry, QPointF(_PIECE / 2, middle))
            room = QRectF(_PIECE + Space.S, top, self.width() - _PIECE - Space.S, height)
            words = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.setPen(QColor(colours().text))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _draw_symbol(painter: QPainter, entry: LegendEntry, at: QPointF) -> None:
    from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol  # there is a plot, so it has been imported

    painter.save()
    painter.translate(at)
    drawSymbol(painter, entry.symbol, 8, QPen(QColor(colours().surface)), entry.pen.color())
    painter.restore()
