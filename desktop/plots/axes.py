"""How the axes of plots look: quiet lines, small soft words, titles where there is room."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPen

from desktop.colours import colours
from desktop.typography import Type, font

if TYPE_CHECKING:
    import pyqtgraph as pg

_ROOM = 130
"""Pixels of height below which axes have no titles; tooltips name the values."""


_BELOW = 44
"""Pixels below the vertical axis: numbers and a title."""

_BRIM = 2.0
"""Of an axis of 0 to 100, so that a dot at its end is not cut; less than a tick."""


def made_plot() -> "pg.PlotWidget":
    """A plot without a menu, buttons or a frame."""
    import pyqtgraph as pg  # not before there is a plot: it takes as long as a large page

    plot = pg.PlotWidget()
    plot.setFrameShape(plot.Shape.NoFrame)
    item = plot.getPlotItem()
    item.setMenuEnabled(False)
    item.hideButtons()
    for name in ("bottom", "left"):
        item.getAxis(name).enableAutoSIPrefix(False)  # noqa: FBT003 - pyqtgraph's own signature
    return plot


def entitle(plot: "pg.PlotWidget", across: str, up: str) -> None:
    """Give the axes these titles."""
    plot.getPlotItem().setLabel("bottom", across)
    plot.getPlotItem().setLabel("left", up)


def dress(plot: "pg.PlotWidget") -> None:
    """Put the theme's colours on."""
    theme, item = colours(), plot.getPlotItem()
    plot.setBackground(QColor(theme.surface))
    for name in ("bottom", "left"):
        axis = item.getAxis(name)
        axis.setPen(pen(theme.line_strong))
        axis.setTextPen(pen(theme.text_soft))
        axis.setTickFont(font(Type.CAPTION))
        axis.label.setFont(font(Type.CAPTION))
        axis.setStyle(tickLength=-4)
    item.showGrid(x=False, y=True, alpha=0.18)


def within_scores(low: float, high: float) -> tuple[float, float]:
    """Ends of an axis of scores (0 to 100): no further than scores go, but for the half of a dot at an end."""
    return max(low, -_BRIM), min(high, 100 + _BRIM)


def pen(ink: str | QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen of so many pixels of the screen."""
    made = QPen(QColor(ink), width, style)
    made.setCosmetic(True)
    return made


def brush(ink: str | QColor) -> QBrush:
    """A full brush."""
    return QBrush(QColor(ink))


def line(plot: "pg.PlotWidget", ink: str, width: float = 2.0) -> QPen:
    """A pen of so many device-independent pixels: pyqtgraph takes widths for pixels of the screen."""
    return pen(ink, width * plot.devicePixelRatioF())


def fit_titles(plot: "pg.PlotWidget", height: int) -> None:
    """Titles of the axes only where they leave room for the picture, and none that would be cut."""
    item = plot.getPlotItem()
    along = QFontMetrics(font(Type.CAPTION)).horizontalAdvance(item.getAxis("left").labelText) + _BELOW
    item.showLabel("left", height >= max(_ROOM, along))
    item.showLabel("bottom", height >= _ROOM)
