"""What the colours of scores mean, in a line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.colours import colour, colours
from desktop.theme import Space
from desktop.typography import Type, font

_STEPS, _APART = 5, 9.0
_HEIGHT = 20
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class ScoreLegend(QWidget):
    """From the worst to the best score, in the tree's colours and sizes; before them the rows that the scores are of,
    where there is room for the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range: tuple[float, float] | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours of the scores"))

    def show_range(self, range_: tuple[float, float] | None, words: str = "") -> None:
        """Show what the lightest and the deepest colour stand for, 0…1, and of which rows."""
        self._range, self._words = range_, words
        ends = " – ".join(self._ends)
        tip = self.tr("Scores on {rows} rows: {range}").format(rows=words, range=ends) if ends else ""
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: without the words."""
        return QSize(self._least, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Qt: it gives way."""
        return QSize(0, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw it at the right end."""
        del event
        if self._range is None or self.width() < self._least:
            return
        theme, middle = colours(), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.CAPTION))
        painter.setPen(colour(theme.text_soft))
        low, high = self._ends
        at = float(self.width() - self._least)
        if self._wide(self._words) + Space.S <= at:
            painter.drawText(QRectF(0, 0, at - Space.S, self.height()), _RIGHT, self._words)
        painter.drawText(QRectF(at, 0, self._wide(low), self.height()), _RIGHT, low)
        painter.drawText(QRectF(0, 0, self.width(), self.height()), _RIGHT, high)
        painter.setPen(Qt.PenStyle.NoPen)
        at += self._wide(low) + Space.S + _APART / 2
        for step in range(_STEPS):
            share = step / (_STEPS - 1)
            painter.setBrush(theme.score_colour(share))
            radius = 2.0 + 2.5 * share
            painter.drawEllipse(QPointF(at + step * _APART, middle), radius, radius)

    @property
    def _ends(self) -> tuple[str, ...]:
        return tuple(f"{100 * value:.1f}" for value in self._range) if self._range is not None else ()

    @property
    def _least(self) -> int:
        """Pixels of both numbers and the dots."""
        return sum(map(self._wide, self._ends)) + round(_STEPS * _APART) + 2 * Space.S

    def _wide(self, text: str) -> int:
        return QFontMetrics(font(Type.CAPTION)).horizontalAdvance(text)
