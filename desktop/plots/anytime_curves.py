"""What each method would have given, had it been stopped earlier: a line per method over the share of the budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.colours import colours
from desktop.plots.axes import dress, entitle, pen
from desktop.plots.plot import Plot

if TYPE_CHECKING:
    import pyqtgraph as pg

_SYMBOLS = ("o", "s", "t", "d", "+", "x", "star", "p", "h", "t1")
_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True, slots=True)
class AnytimeLine:
    """A method's name and its score, 0…1, at each share, 0…1, of the budget."""

    name: str
    shares: tuple[float, ...]
    scores: tuple[float, ...]


class AnytimeCurves(Plot):
    """Lines that differ in colour, dash and sign, named in a legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Score over the budget"))
        self.lines: tuple[AnytimeLine, ...] = ()

    def show_lines(self, lines: Sequence[AnytimeLine]) -> None:
        """Show these methods."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.redraw()

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        entitle(plot, self.tr("Share of the token budget, %"), self.tr("Search score, 0 to 100"))
        item = plot.getPlotItem()
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.setYRange(0, 100, padding=0.03)
        self._legend = item.addLegend(offset=(-8, -8), labelTextSize="9pt")

    def _draw(self) -> None:
        dress(self.plot)
        theme = colours()
        self.item.clear()
        self._legend.clear()
        self._legend.setLabelTextColor(theme.text)
        tints = (theme.accent, theme.warn, theme.good, theme.bad, theme.text_soft)
        for number, line in enumerate(self.lines):
            tint = tints[number % len(tints)]
            self.item.plot(
                [100 * share for share in line.shares],
                [100 * score for score in line.scores],
                pen=pen(tint, 2, _STYLES[number % len(_STYLES)]),
                symbol=_SYMBOLS[number % len(_SYMBOLS)],
                symbolSize=8,
                symbolBrush=tint,
                symbolPen=theme.surface,
                name=line.name,
            )
