"""Values over the rounds of a run, a line or a row of marks each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.colours import colours
from desktop.plots.axes import brush, dress, entitle, line, pen
from desktop.plots.plot import Plot
from desktop.words import listed

if TYPE_CHECKING:
    import pyqtgraph as pg

_SYMBOLS = ("o", "s", "t", "d", "p", "h")
_NEAR = 14.0
_NAMES, _AXIS = 26.0, 24.0
"""Pixels of height for the names of the rows, and for the axis below them."""


@dataclass(frozen=True, slots=True)
class Values:
    """A named row of values. A stepped one holds until the next and is drawn as a line, others as marks on a line."""

    name: str
    rounds: tuple[float, ...]
    values: tuple[float, ...]
    stepped: bool = False


class RoundLines(Plot):
    """Lines differ in colour and in their marks; pointing, and left and right, say the values of a round.

    `pointed` carries the words about a round.
    """

    pointed = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: tuple[Values, ...] = ()
        self._at = -1
        self._unit = ""

    @property
    def rows(self) -> tuple[Values, ...]:
        """What is shown."""
        return self._rows

    def show_values(self, rows: Sequence[Values], unit: str) -> None:
        """Show these rows; `unit` is the title of the vertical axis."""
        self._rows = tuple(row for row in rows if row.values)
        self._unit = unit
        self.redraw()

    def words(self, number: float) -> str:
        """The values of a round, for hovering and for those who cannot see the picture."""
        parts = [self.tr("Round {n}").format(n=f"{number:g}")]
        for row in self._rows:
            found = [value for at, value in zip(row.rounds, row.values, strict=True) if at == number]
            parts += [f"{row.name} {found[-1]:g}"] if found else []
        return listed(parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk from round to round."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        rounds = self._rounds()
        if step and rounds:
            self._at = min(max(self._at + step, 0), len(rounds) - 1)
            self._point(rounds[self._at])
        else:
            super().keyPressEvent(event)

    def _rounds(self) -> list[float]:
        return sorted({number for row in self._rows for number in row.rounds})

    def _point(self, number: float) -> None:
        self._cursor.setPos(number)
        self._cursor.show()
        self.setAccessibleDescription(self.words(number))
        self.pointed.emit(self.words(number))

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        import pyqtgraph as pg

        item = plot.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        self._legend = item.addLegend(offset=(-10, 2), verSpacing=-4, labelTextSize="9pt")
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        plot.scene().sigMouseMoved.connect(self._on_move)

    def _draw(self) -> None:
        theme = colours()
        entitle(self.plot, self.tr("Round"), self._unit)
        self.item.clear()
        dress(self.plot)
        self._legend.setLabelTextColor(theme.text_soft)
        inks = (theme.accent, theme.winner, theme.moved, theme.deleted, theme.text_soft, theme.good)
        for number, row in enumerate(self._rows):
            ink = inks[number % len(inks)]
            x, y = np.array(row.rounds, dtype=float), np.array(row.values, dtype=float)
            marks = {
                "symbol": _SYMBOLS[number % len(_SYMBOLS)],
                "symbolSize": 7,
                "symbolBrush": brush(ink),
                "symbolPen": pen(theme.surface),
            }
            shown = {} if row.stepped and len(x) > 1 else marks
            mode = {"stepMode": "right"} if row.stepped and len(x) > 1 else {}
            self.item.plot(x, y, pen=line(self.plot, ink), name=row.name, **shown, **mode)
        self._legend.setColumnCount(max(1, len(self._rows)))
        self._fit_values()
        self._cursor.setPen(pen(theme.line_strong, style=Qt.PenStyle.DotLine))
        self._cursor.hide()
        self.item.addItem(self._cursor)
        self.item.getAxis("bottom").setTickSpacing(*_spacing(self._rounds()))

    def _fit_values(self) -> None:
        """All values, with room for the names above them."""
        values = [value for row in self._rows for value in row.values]
        if values:
            low, high = min(values), max(values)
            span = max(high - low, 0.04 * abs(high), 0.5)
            drawn = max(self.height() - _AXIS, 2 * _NAMES)
            above = _NAMES / (drawn - _NAMES)
            self.item.setYRange(low - 0.06 * span, high + max(above, 0.1) * span, padding=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the names keep their room above the lines."""
        super().resizeEvent(event)
        if self.made:
            self._fit_values()

    def _on_move(self, at: QPointF) -> None:
        rounds = self._rounds()
        if not rounds or not self.plot.underMouse():
            return
        x = self.item.getViewBox().mapSceneToView(at).x()
        nearest = min(rounds, key=lambda number: abs(number - x))
        self._at = rounds.index(nearest)
        self._point(nearest)
        QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(at)), self.words(nearest), self.plot)


def _spacing(rounds: Sequence[float]) -> tuple[float, float]:
    """Ticks at whole rounds."""
    span = (rounds[-1] - rounds[0]) if rounds else 1.0
    step = max(1.0, float(round(span / 8)))
    return step, step
