"""The best score of several runs over the calls that they spent, one line over the other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.plots.axes import entitle, within_scores
from desktop.plots.line_legend import LegendEntry
from desktop.plots.named_lines import NamedLines

if TYPE_CHECKING:
    import pyqtgraph as pg


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run's name, and its best score, 0…1, after so many calls."""

    name: str
    spent: tuple[float, ...]
    best: tuple[float, ...]


class RunCurves(NamedLines[RunLine]):
    """A line of steps per run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Best scores of the selected runs"))

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        entitle(plot, self.tr("Calls spent"), self.tr("Best search score, 0 to 100"))
        plot.getPlotItem().getViewBox().setMouseEnabled(x=True, y=False)

    def draw_line(self, line: RunLine, number: int, tint: str, drawn: Any) -> LegendEntry:
        """The steps of a run."""
        del number, tint
        best = [100 * value for value in line.best]
        self.item.plot(list(line.spent), best, pen=drawn, stepMode="right")
        return LegendEntry(line.name, drawn)

    def _draw(self) -> None:
        super()._draw()
        scores = [100 * value for line in self.lines for value in line.best]
        if scores:
            room = max(0.08 * (max(scores) - min(scores)), 2.0)
            self.item.setYRange(*within_scores(min(scores) - room, max(scores) + room), padding=0)
