"""What each method would have given, had it been stopped earlier: a line per method over the share of the budget."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.colours import colours
from desktop.plots.axes import entitle
from desktop.plots.line_legend import LegendEntry
from desktop.plots.named_lines import NamedLines

if TYPE_CHECKING:
    import pyqtgraph as pg

_SYMBOLS = ("o", "s", "t", "d", "+", "x", "star", "p", "h", "t1")


@dataclass(frozen=True, slots=True)
class AnytimeLine:
    """A method's name and its score, 0…1, at each share, 0…1, of the budget."""

    name: str
    shares: tuple[float, ...]
    scores: tuple[float, ...]


class AnytimeCurves(NamedLines[AnytimeLine]):
    """A line per method, which has its sign, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Score over the budget"))

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        entitle(plot, self.tr("Share of the token budget, %"), self.tr("Search score, 0 to 100"))
        item = plot.getPlotItem()
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.setYRange(0, 100, padding=0.03)

    def draw_line(self, line: AnytimeLine, number: int, tint: str, drawn: Any) -> LegendEntry:
        """The scores of a method."""
        symbol = _SYMBOLS[number % len(_SYMBOLS)]
        self.item.plot(
            [100 * share for share in line.shares],
            [100 * score for score in line.scores],
            pen=drawn,
            symbol=symbol,
            symbolSize=8,
            symbolBrush=tint,
            symbolPen=colours().surface,
        )
        return LegendEntry(line.name, drawn, symbol)
