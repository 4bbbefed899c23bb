"""The score of every candidate over the calls that were spent, with intervals and the best so far."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.report.curve import CurvePoint
from desktop.plots.axes import dress, line, made_plot
from desktop.theme import Space, colour, colours
from desktop.widgets.layout import column

_STEPS = 12

_ROOM = 150
"""Pixels of height below which the axes have no titles; the tooltip of a dot names both values."""

_MANY = 800
"""From so many dots on only those that were the best when they came have their intervals drawn."""

_NEAR = 14.0
"""Pixels within which the pointer means a dot."""


class ScoreCurve(QWidget):
    """Dots are candidates, thin lines their 95 % intervals, the stepped line the best so far.

    `selected` carries a candidate's id. Left and right walk from dot to dot, 0 shows everything.
    """

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Score curve"))
        self._points: tuple[CurvePoint, ...] = ()
        self._selected = ""
        self._best = ""
        self._plot = made_plot(self.tr("Calls spent"), self.tr("Score, 0 to 100"))
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item = self._plot.getPlotItem()
        self._item.getViewBox().setMouseEnabled(x=True, y=False)
        self._intervals = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0), beam=0.0)
        self._line = pg.PlotDataItem(stepMode="right")
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self._mark = pg.ScatterPlotItem(pxMode=True)
        for item in (self._intervals, self._line, self._dots, self._mark):
            self._plot.addItem(item)
        self._plot.scene().sigMouseClicked.connect(self._on_click)
        self._plot.scene().sigMouseMoved.connect(self._on_move)
        self.setLayout(column(self._plot, margin=Space.XS))
        self._colour()

    def set_points(self, points: Sequence[CurvePoint], best: str = "") -> None:
        """Show these candidates, in the order in which their scores were known."""
        self._points = tuple(points)
        self._best = best
        self._draw()

    def select(self, candidate: str) -> None:
        """Mark a candidate, without announcing it."""
        self._selected = candidate
        self._draw_mark()

    @property
    def plot(self) -> pg.PlotWidget:
        """The picture itself, for saving it."""
        return self._plot

    @property
    def points(self) -> tuple[CurvePoint, ...]:
        """What is shown."""
        return self._points

    def show_all(self) -> None:
        """Show the whole range again."""
        self._item.enableAutoRange(x=True)
        self._fit_scores()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk, or show everything."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_0:
            self.show_all()
        elif step and self._points:
            self._go(step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: titles of the axes only where they leave room for the dots."""
        super().resizeEvent(event)
        self._item.showLabel("left", self.height() >= _ROOM)
        self._item.showLabel("bottom", self.height() >= _ROOM)

    def _go(self, step: int) -> None:
        names = [point.candidate for point in self._points]
        at = names.index(self._selected) if self._selected in names else -1 if step > 0 else len(names)
        target = names[min(max(at + step, 0), len(names) - 1)]
        self.select(target)
        self.selected.emit(target)

    def _colour(self) -> None:
        dress(self._plot)
        theme = colours()
        self._line.setPen(line(self._plot, theme.winner))
        self._intervals.setData(pen=pg.mkPen(colour(theme.line_strong, 0.75), width=1))

    def _draw(self) -> None:
        theme = colours()
        x = np.array([point.spent for point in self._points], dtype=float)
        y = np.array([100 * point.value for point in self._points])
        top = np.array([100 * (point.high - point.value) for point in self._points])
        bottom = np.array([100 * (point.value - point.low) for point in self._points])
        few = np.array([point.value >= point.best for point in self._points], dtype=bool)
        shown = few if len(x) > _MANY else np.ones(len(x), dtype=bool)
        self._intervals.setData(x=x[shown], y=y[shown], top=top[shown], bottom=bottom[shown])
        self._line.setData(x, np.array([100 * point.best for point in self._points]))
        steps = self._steps(y)
        brushes = [pg.mkBrush(theme.score_colour(step / _STEPS)) for step in range(_STEPS + 1)]
        self._dots.setData(
            x=x, y=y, size=6 + 5 * steps / _STEPS, brush=[brushes[step] for step in steps], pen=pg.mkPen(theme.surface)
        )
        self._fit_scores()
        self._draw_mark()

    def _steps(self, y: NDArray[np.float64]) -> NDArray[np.intp]:
        """Where each score stands between worst and best, in few steps: equal dots are drawn from one picture."""
        if not len(y):
            return np.zeros(0, dtype=np.intp)
        share = (y - y.min()) / max(float(np.ptp(y)), 1e-9)
        steps: NDArray[np.intp] = np.rint(share * _STEPS).astype(np.intp)
        return steps

    def _fit_scores(self) -> None:
        if not self._points:
            return
        low = min(point.low for point in self._points)
        high = max(point.high for point in self._points)
        pad = max(0.06 * (high - low), 0.01)
        self._item.setYRange(100 * (low - pad), 100 * (high + pad), padding=0)

    def _draw_mark(self) -> None:
        theme = colours()
        spots = []
        for point in self._points:
            place = (point.spent, 100 * point.value)
            if point.candidate == self._best:
                spots.append(
                    {"pos": place, "symbol": "star", "size": 18, "brush": theme.winner, "pen": pg.mkPen(theme.surface)}
                )
            if point.candidate == self._selected:
                spots.append(
                    {"pos": place, "symbol": "o", "size": 17, "brush": None, "pen": pg.mkPen(theme.text, width=2)}
                )
        self._mark.setData(spots)

    def _near(self, at: QPointF) -> CurvePoint | None:
        box = self._item.getViewBox()
        best: tuple[float, CurvePoint | None] = (_NEAR, None)
        for point in self._points:
            place = box.mapViewToScene(QPointF(point.spent, 100 * point.value))
            distance = (place - at).manhattanLength()
            if distance < best[0]:
                best = (distance, point)
        return best[1]

    def _on_click(self, event: object) -> None:
        point = self._near(event.scenePos())  # type: ignore[attr-defined]
        if event.double():  # type: ignore[attr-defined]
            self.show_all()
        elif point is not None:
            self.select(point.candidate)
            self.selected.emit(point.candidate)

    def _on_move(self, at: QPointF) -> None:
        point = self._near(at)
        if point is None:
            QToolTip.hideText()
            return
        text = self.tr("{id}: {value} ({low} to {high}) after {calls} calls").format(
            id=point.candidate,
            value=f"{100 * point.value:.1f}",
            low=f"{100 * point.low:.1f}",
            high=f"{100 * point.high:.1f}",
            calls=point.spent,
        )
        QToolTip.showText(self._plot.mapToGlobal(self._plot.mapFromScene(at)), text, self._plot)
