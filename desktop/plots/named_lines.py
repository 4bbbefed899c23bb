"""Lines that differ in colour and dash, and are named in a legend."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.colours import colours
from desktop.plots.axes import dress, pen
from desktop.plots.plot import Plot

if TYPE_CHECKING:
    import pyqtgraph as pg

_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)

L = TypeVar("L")


class NamedLines(Plot, Generic[L]):
    """Subclasses give the plot its axes, then a legend, and draw each line. `lines` are those that are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[L, ...] = ()

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these."""
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.redraw()

    def draw_line(self, line: L, number: int, tint: str, drawn: Any) -> None:
        """Put one into the plot, `drawn` with this pen."""
        raise NotImplementedError

    def _add_legend(self, plot: "pg.PlotWidget") -> None:
        self._legend = plot.getPlotItem().addLegend(offset=(-8, -8), labelTextSize="9pt")

    def _draw(self) -> None:
        dress(self.plot)
        theme = colours()
        self.item.clear()
        self._legend.clear()
        self._legend.setLabelTextColor(theme.text)
        tints = (theme.accent, theme.warn, theme.good, theme.bad, theme.text_soft)
        for number, line in enumerate(self.lines):
            tint = tints[number % len(tints)]
            self.draw_line(line, number, tint, pen(tint, 2, _STYLES[number % len(_STYLES)]))
