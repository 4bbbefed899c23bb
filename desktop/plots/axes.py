"""How the axes of plots look: quiet lines, small soft words, titles where there is room."""

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPen

from desktop.theme import Type, colours, font

_ROOM = 150
"""Pixels of height below which axes have no titles; tooltips name the values."""


def made_plot(across: str, up: str) -> pg.PlotWidget:
    """A plot without a menu, buttons or a frame, with these titles of its axes."""
    plot = pg.PlotWidget()
    plot.setFrameShape(plot.Shape.NoFrame)
    item = plot.getPlotItem()
    item.setMenuEnabled(False)
    item.hideButtons()
    item.setLabel("bottom", across)
    item.setLabel("left", up)
    for name in ("bottom", "left"):
        item.getAxis(name).enableAutoSIPrefix(False)  # noqa: FBT003 - pyqtgraph's own signature
    return plot


def dress(plot: pg.PlotWidget) -> None:
    """Put the theme's colours on."""
    theme, item = colours(), plot.getPlotItem()
    plot.setBackground(QColor(theme.surface))
    for name in ("bottom", "left"):
        axis = item.getAxis(name)
        axis.setPen(pg.mkPen(theme.line_strong))
        axis.setTextPen(pg.mkPen(theme.text_soft))
        axis.setTickFont(font(Type.CAPTION))
        axis.label.setFont(font(Type.CAPTION))
        axis.setStyle(tickLength=-4)
    item.showGrid(x=False, y=True, alpha=0.18)


def line(plot: pg.PlotWidget, ink: str, width: float = 2.0) -> QPen:
    """A pen of so many device-independent pixels: pyqtgraph takes widths for pixels of the screen."""
    pen = QPen(QColor(ink), width * plot.devicePixelRatioF())
    pen.setCosmetic(True)
    return pen


def fit_titles(plot: pg.PlotWidget, height: int) -> None:
    """Titles of the axes only where they leave room for the picture."""
    for name in ("left", "bottom"):
        plot.getPlotItem().showLabel(name, height >= _ROOM)
