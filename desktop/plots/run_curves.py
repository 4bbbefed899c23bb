"""The best score of several runs over the calls that they spent, one line over the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.colours import colours
from desktop.plots.axes import dress, entitle, pen, within_scores
from desktop.plots.plot import Plot

if TYPE_CHECKING:
    import pyqtgraph as pg

_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run's name, and its best score, 0…1, after so many calls."""

    name: str
    spent: tuple[float, ...]
    best: tuple[float, ...]


class RunCurves(Plot):
    """Steps that differ in colour and dash, named in a legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Best scores of the selected runs"))
        self.lines: tuple[RunLine, ...] = ()

    def show_lines(self, lines: Sequence[RunLine]) -> None:
        """Show these runs."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.redraw()

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        entitle(plot, self.tr("Calls spent"), self.tr("Best search score, 0 to 100"))
        self._legend = plot.getPlotItem().addLegend(offset=(-8, -8), labelTextSize="9pt")
        plot.getPlotItem().getViewBox().setMouseEnabled(x=True, y=False)

    def _draw(self) -> None:
        dress(self.plot)
        theme = colours()
        self.item.clear()
        self._legend.clear()
        self._legend.setLabelTextColor(theme.text)
        tints = (theme.accent, theme.warn, theme.good, theme.bad, theme.text_soft)
        for number, line in enumerate(self.lines):
            self.item.plot(
                list(line.spent),
                [100 * value for value in line.best],
                pen=pen(tints[number % len(tints)], 2, _STYLES[number % len(_STYLES)]),
                stepMode="right",
                name=line.name,
            )
        scores = [100 * value for line in self.lines for value in line.best]
        if scores:
            room = max(0.08 * (max(scores) - min(scores)), 2.0)
            self.item.setYRange(*within_scores(min(scores) - room, max(scores) + room), padding=0)
