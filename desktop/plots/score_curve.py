"""The score of every candidate over the calls that were spent, with intervals and the best so far."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.report.curve import CurvePoint
from desktop.colours import colour, colours
from desktop.plots.axes import brush, dress, entitle, fit_titles, line, pen, within_scores
from desktop.plots.plot import Plot

if TYPE_CHECKING:
    import pyqtgraph as pg

_STEPS = 12

_MANY = 800
"""From so many dots on only those that were the best when they came have their intervals drawn."""

_LEAST_CALLS = 10
"""The axis below never shows less, so that its numbers are whole ones."""

_NEAR = 14.0
"""Pixels within which the pointer means a dot."""


class ScoreCurve(Plot):
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
        self._scores = self.tr("Score, 0 to 100")

    def set_points(self, points: Sequence[CurvePoint], best: str = "") -> None:
        """Show these candidates, in the order in which their scores were known."""
        self._points = tuple(points)
        self._best = best
        self.redraw()

    def name_scores(self, words: str) -> None:
        """Say on the axis what the scores are of."""
        if words != self._scores:
            self._scores = words
            if self.made:
                self._entitle()

    def select(self, candidate: str) -> None:
        """Mark a candidate, without announcing it."""
        if candidate != self._selected:
            self._selected = candidate
            if self.made:
                self._draw_mark()

    @property
    def points(self) -> tuple[CurvePoint, ...]:
        """What is shown."""
        return self._points

    def show_all(self) -> None:
        """Show the whole range again."""
        self.item.enableAutoRange(x=True)
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

    def _go(self, step: int) -> None:
        names = [point.candidate for point in self._points]
        at = names.index(self._selected) if self._selected in names else -1 if step > 0 else len(names)
        target = names[min(max(at + step, 0), len(names) - 1)]
        self.select(target)
        self.selected.emit(target)

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        import pyqtgraph as pg

        self._intervals = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0), beam=0.0)
        self._line = pg.PlotDataItem(stepMode="right")
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self._mark = pg.ScatterPlotItem(pxMode=True)
        self.item.getViewBox().setMouseEnabled(x=True, y=False)
        for item in (self._intervals, self._line, self._dots, self._mark):
            plot.addItem(item)
        plot.scene().sigMouseClicked.connect(self._on_click)
        plot.scene().sigMouseMoved.connect(self._on_move)
        self._entitle()

    def _entitle(self) -> None:
        entitle(self.plot, self.tr("Calls spent"), self._scores)
        fit_titles(self.plot, self.height())

    def _draw(self) -> None:
        theme = colours()
        dress(self.plot)
        self._line.setPen(line(self.plot, theme.winner))
        self._intervals.setData(pen=pen(colour(theme.line_strong, 0.75)))
        self._draw_points()

    def _draw_points(self) -> None:
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
        brushes = [brush(theme.score_colour(step / _STEPS)) for step in range(_STEPS + 1)]
        self._dots.setData(
            x=x, y=y, size=6 + 5 * steps / _STEPS, brush=[brushes[step] for step in steps], pen=pen(theme.surface)
        )
        room = 0.03 * max(float(x.max(initial=0.0)), _LEAST_CALLS)
        self.item.getViewBox().setLimits(xMin=-room, minXRange=_LEAST_CALLS)
        self._fit_scores()
        self._draw_mark()

    def _steps(self, y: NDArray[np.float64]) -> NDArray[np.intp]:
        """Where each score stands between worst and best, in few steps: equal dots are drawn from one picture."""
        if not len(y):
            return np.zeros(0, dtype=np.intp)
        span = float(np.ptp(y))
        share = (y - y.min()) / span if span > 0 else np.full_like(y, 0.5)
        steps: NDArray[np.intp] = np.rint(share * _STEPS).astype(np.intp)
        return steps

    def _fit_scores(self) -> None:
        low = min((point.low for point in self._points), default=0.0)
        high = max((point.high for point in self._points), default=1.0)
        pad = max(0.06 * (high - low), 0.01)
        self.item.setYRange(*within_scores(100 * (low - pad), 100 * (high + pad)), padding=0)

    def _draw_mark(self) -> None:
        theme = colours()
        spots = []
        for point in self._points:
            place = (point.spent, 100 * point.value)
            if point.candidate == self._best:
                spots.append(
                    {"pos": place, "symbol": "star", "size": 18, "brush": theme.winner, "pen": pen(theme.surface)}
                )
            if point.candidate == self._selected:
                spots.append({"pos": place, "symbol": "o", "size": 17, "brush": None, "pen": pen(theme.text, 2)})
        self._mark.setData(spots)

    def _near(self, at: QPointF) -> CurvePoint | None:
        box = self.item.getViewBox()
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
        QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(at)), text, self.plot)
