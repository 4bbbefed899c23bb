"""Lines that differ in colour and dash, and are named beside the plot: in it a legend would lie over them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.colours import colours
from desktop.plots.axes import dress, pen
from desktop.plots.line_legend import LegendEntry, LineLegend
from desktop.plots.plot import Plot
from desktop.theme import Space
from desktop.widgets.layout import row

if TYPE_CHECKING:
    import pyqtgraph as pg

_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)

L = TypeVar("L")


class NamedLines(Plot, Generic[L]):
    """Subclasses give the plot its axes, draw each line, and name it. `lines` are those that are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[L, ...] = ()
        self.legend = LineLegend()
        self._beside = row(self.legend, space=Space.M)
        self._room.addLayout(self._beside)

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.redraw()

    def draw_line(self, line: L, number: int, tint: str, drawn: Any) -> LegendEntry:
        """Put one into the plot, `drawn` with this pen, and say what it is called."""
        raise NotImplementedError

    def _place(self, plot: "pg.PlotWidget") -> None:
        self._beside.insertWidget(0, plot, 1)

    def _draw(self) -> None:
        dress(self.plot)
        theme = colours()
        self.item.clear()
        tints = (theme.accent, theme.warn, theme.good, theme.bad, theme.text_soft)
        entries = []
        for number, line in enumerate(self.lines):
            tint = tints[number % len(tints)]
            entries.append(self.draw_line(line, number, tint, pen(tint, 2, _STYLES[number % len(_STYLES)])))
        self.legend.show_entries(entries)
