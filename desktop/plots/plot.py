"""A widget around a plot, which is made when somebody looks at it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.plots.axes import fit_titles, made_plot
from desktop.theme import Space
from desktop.widgets.layout import column

if TYPE_CHECKING:
    import pyqtgraph as pg

_USUAL, _LEAST = QSize(608, 488), QSize(76, 76)


class Plot(QWidget):
    """Making a plot takes as long as making a small page, and importing pyqtgraph as long as a large one, so both wait
    until the widget is shown. Until then a subclass keeps what it shall show; then `_furnish` adds its items to the
    plot, and `_draw` gives them their colours and what was kept. Nothing on the way there may import pyqtgraph.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: pg.PlotWidget | None = None
        self._due = False
        self._room = column(margin=Space.XS)
        self.setLayout(self._room)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def plot(self) -> "pg.PlotWidget":
        """The picture itself, made now if it was not yet, with all that it shall show."""
        return self._finished()

    @property
    def item(self) -> "pg.PlotItem":
        """Its axes and what stands between them."""
        return self.plot.getPlotItem()

    @property
    def made(self) -> bool:
        """Whether anybody has looked at it."""
        return self._plot is not None

    def redraw(self) -> None:
        """Draw again what is there, as soon as somebody looks at it; not together with the rest of what is new, which
        takes its time, too."""
        if self.made and not self._due:
            self._due = True
            QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if self.isVisible():
            self._finished()

    def _finished(self) -> "pg.PlotWidget":
        if self._plot is None:
            self._plot = made_plot()
            self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._furnish(self._plot)
            self._place(self._plot)
            fit_titles(self._plot, self.height())
            self._due = True
        if self._due:
            self._due = False
            self._draw()
        return self._plot

    def _place(self, plot: "pg.PlotWidget") -> None:
        self._room.addWidget(plot)

    def sizeHint(self) -> QSize:
        """Qt: the same before and after the plot is made, so that nothing moves then."""
        return _USUAL

    def minimumSizeHint(self) -> QSize:
        """Qt: as `sizeHint`."""
        return _LEAST

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: somebody looks at it. It is made a turn later: the page around it takes its time, too."""
        super().showEvent(event)
        if not self.made or self._due:
            QTimer.singleShot(0, self, self._catch_up)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: titles of the axes only where they leave room for the picture."""
        super().resizeEvent(event)
        if self._plot is not None:
            fit_titles(self._plot, self.height())

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        raise NotImplementedError

    def _draw(self) -> None:
        raise NotImplementedError
