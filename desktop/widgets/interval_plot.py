"""Values with their intervals on one axis, and a difference with its interval on another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.colours import colours
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.words import titled

_LINE = 34
_AXIS = 24
_AXIS_WIDTH = 160
_DOT = 6.0


@dataclass(frozen=True, slots=True)
class IntervalBar:
    """One line: its name, its value with `low` … `high`, its figures in words, and a tone ("", "good", "bad",
    "strong")."""

    name: str
    value: float
    low: float
    high: float
    figures: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class IntervalAxis:
    """From `low` to `high` with its ticks; `zero` draws a line at 0."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    title: str
    zero: bool = False


class IntervalPlot(QWidget):
    """Groups of lines, each group on an axis of its own. Every number also stands there in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[tuple[tuple[IntervalBar, ...], IntervalAxis], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def groups(self) -> tuple[tuple[tuple[IntervalBar, ...], IntervalAxis], ...]:
        """What is shown."""
        return self._groups

    def show_groups(self, groups: Sequence[tuple[Sequence[IntervalBar], IntervalAxis]]) -> None:
        """Show these."""
        self._groups = tuple((tuple(bars), axis) for bars, axis in groups)
        lines = [titled(bar.name, bar.figures) for bars, _ in self._groups for bar in bars]
        self.setAccessibleDescription("; ".join(lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: as high as its lines."""
        lines = sum(len(bars) for bars, _ in self._groups)
        return QSize(560, lines * _LINE + len(self._groups) * (_AXIS + Space.M) - Space.M)

    def minimumSizeHint(self) -> QSize:
        """Qt: room for the names, the figures and a little axis."""
        return QSize(round(self._name_width() + self._figures_width()) + _AXIS_WIDTH, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the groups below each other."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for bars, axis in self._groups:
            top = self._draw_group(painter, bars, axis, top) + Space.M
        painter.end()

    def _name_width(self) -> float:
        """As the longest name, or the title of an axis beside the half of its first tick that hangs over."""
        words, small = QFontMetricsF(font(Type.STRONG)), QFontMetricsF(font(Type.CAPTION))
        names = [words.horizontalAdvance(bar.name) for bars, _ in self._groups for bar in bars]
        titles = [
            small.horizontalAdvance(axis.title) + max(small.horizontalAdvance(tick) for _, tick in axis.ticks) / 2
            for _, axis in self._groups
            if axis.ticks
        ]
        return max([*names, *titles], default=0.0) + Space.L

    def _figures_width(self) -> float:
        """As the longest figures, which stand beside the half of the last tick that hangs over."""
        words = QFontMetricsF(font(Type.STRONG))
        figures = [words.horizontalAdvance(bar.figures) for bars, _ in self._groups for bar in bars]
        return max(figures, default=0.0) + Space.L + 2

    def _draw_group(self, painter: QPainter, bars: Sequence[IntervalBar], axis: IntervalAxis, top: float) -> float:
        theme = colours()
        left, right = self._name_width(), self.width() - self._figures_width()
        bottom = top + len(bars) * _LINE

        def x(value: float) -> float:
            inside = min(max(value, axis.low), axis.high)
            return left + (right - left) * (inside - axis.low) / ((axis.high - axis.low) or 1.0)

        painter.setFont(font(Type.CAPTION))
        for value, words in axis.ticks:
            strong = axis.zero and value == 0
            painter.setPen(QPen(QColor(theme.line_strong if strong else theme.line), 1.5 if strong else 1.0))
            painter.drawLine(QPointF(x(value), top), QPointF(x(value), bottom + 3))
            painter.setPen(QColor(theme.text_soft))
            painter.drawText(QRectF(x(value) - 30, bottom + 4, 60, 16), int(Qt.AlignmentFlag.AlignHCenter), words)
        painter.setPen(QColor(theme.text_soft))
        painter.drawText(QPointF(0, bottom + 4 + painter.fontMetrics().ascent()), axis.title)
        for number, bar in enumerate(bars):
            self._draw_bar(painter, bar, top + (number + 0.5) * _LINE, (x(bar.low), x(bar.value), x(bar.high)))
        return bottom + _AXIS

    def _draw_bar(self, painter: QPainter, bar: IntervalBar, y: float, places: tuple[float, float, float]) -> None:
        theme = colours()
        ink = {"good": theme.good, "bad": theme.bad, "strong": theme.accent}.get(bar.tone, theme.text_soft)
        low, at, high = places
        painter.setFont(font(Type.STRONG if bar.tone else Type.BODY))
        painter.setPen(QColor(theme.text))
        side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        figures = self._figures_width()
        painter.drawText(QRectF(0, y - _LINE / 2, self._name_width(), _LINE), side, bar.name)
        painter.drawText(
            QRectF(self.width() - figures + Space.L, y - _LINE / 2, figures - Space.L, _LINE), side, bar.figures
        )
        painter.setPen(QPen(QColor(ink), 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        painter.setPen(QPen(QColor(theme.surface), 2.0))
        painter.setBrush(QColor(ink))
        painter.drawEllipse(QPointF(at, y), _DOT, _DOT)
