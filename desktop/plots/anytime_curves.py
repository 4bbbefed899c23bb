"""What each method would have given, had it been stopped earlier: a line per method over the share of the budget."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.plots.axes import dress, made_plot
from desktop.theme import Space, colours
from desktop.widgets.layout import column

_SYMBOLS = ("o", "s", "t", "d", "+", "x", "star", "p", "h", "t1")
_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True, slots=True)
class AnytimeLine:
    """A method's name and its score, 0…1, at each share, 0…1, of the budget."""

    name: str
    shares: tuple[float, ...]
    scores: tuple[float, ...]


class AnytimeCurves(QWidget):
    """Lines that differ in colour, dash and sign, named in a legend."""

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Score over the budget"))
        self.lines: tuple[AnytimeLine, ...] = ()
        self._plot = made_plot(self.tr("Share of the token budget, %"), self.tr("Search score, 0 to 100"))
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item = self._plot.getPlotItem()
        self._item.getViewBox().setMouseEnabled(x=False, y=False)
        self._item.setYRange(0, 100, padding=0.03)
        self._legend = self._item.addLegend(offset=(-8, -8), labelTextSize="9pt")
        self.setLayout(column(self._plot, margin=Space.XS))
        self._draw()

    def show_lines(self, lines: Sequence[AnytimeLine]) -> None:
        """Show these methods."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        dress(self._plot)
        theme = colours()
        self._item.clear()
        self._legend.clear()
        self._legend.setLabelTextColor(theme.text)
        tints = (theme.accent, theme.warn, theme.good, theme.bad, theme.text_soft)
        for number, line in enumerate(self.lines):
            tint = tints[number % len(tints)]
            self._item.plot(
                [100 * share for share in line.shares],
                [100 * score for score in line.scores],
                pen=pg.mkPen(tint, width=2, style=_STYLES[number % len(_STYLES)]),
                symbol=_SYMBOLS[number % len(_SYMBOLS)],
                symbolSize=8,
                symbolBrush=tint,
                symbolPen=theme.surface,
                name=line.name,
            )
        self.drawn.emit()
