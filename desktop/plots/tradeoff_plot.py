"""What scores cost: every candidate by its cost and its score, and the line of those that nobody beats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.colours import colour, colours
from desktop.plots.axes import brush, dress, entitle, pen, within_scores
from desktop.plots.plot import Plot
from desktop.tips import as_plain_tip

if TYPE_CHECKING:
    import pyqtgraph as pg

_NEAR = 14.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A candidate in the plot; `third` (0…1) is drawn as the size of its dot."""

    id: str
    x: float
    y: float
    third: float
    about: str


class TradeoffPlot(Plot):
    """`selected` carries a candidate's id. Left and right walk along the front, 0 shows everything."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Score against cost"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._spots: dict[str, Spot] = {}
        self._front: tuple[str, ...] = ()
        self._selected = self._best = ""
        self._title = ""
        self._fitted = False

    @property
    def front(self) -> tuple[str, ...]:
        """The candidates that nobody beats, the cheapest first."""
        return self._front

    def show_spots(self, spots: Sequence[Spot], front: Sequence[str], title: str, best: str) -> None:
        """Show these candidates; `title` is that of the axis across."""
        self._spots = {spot.id: spot for spot in spots}
        self._front, self._best = tuple(front), best
        self._title = title
        self._fitted = False
        self.redraw()

    def select(self, candidate: str) -> None:
        """Mark a candidate, without announcing it."""
        if candidate != self._selected:
            self._selected = candidate
            if self.made:
                self._draw_mark()

    def show_all(self) -> None:
        """Show the whole range."""
        if self.made and self._spots:
            x, y = [spot.x for spot in self._spots.values()], [spot.y for spot in self._spots.values()]
            beside, above = max(0.08 * (max(x) - min(x)), 0.1 * max(x), 0.5), max(0.08 * (max(y) - min(y)), 5.0)
            self.item.setXRange(max(min(x) - beside, -0.02 * max(x)), max(x) + beside, padding=0)
            self._fitted = True
            self.item.setYRange(*within_scores(min(y) - above, max(y) + above), padding=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk along the front, or show everything."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_0:
            self.show_all()
        elif step and self._front:
            at = self._front.index(self._selected) if self._selected in self._front else -1 if step > 0 else 0
            self._go(self._front[min(max(at + step, 0), len(self._front) - 1)])
        else:
            super().keyPressEvent(event)

    def _go(self, candidate: str) -> None:
        self.select(candidate)
        self.setAccessibleDescription(self._spots[candidate].about)
        self.selected.emit(candidate)

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        import pyqtgraph as pg

        self._line = pg.PlotDataItem(stepMode="right")
        self._plain = pg.ScatterPlotItem(pxMode=True)
        self._kept = pg.ScatterPlotItem(pxMode=True, symbol="d")
        self._mark = pg.ScatterPlotItem(pxMode=True)
        for item in (self._line, self._plain, self._kept, self._mark):
            plot.addItem(item)
        plot.scene().sigMouseClicked.connect(self._on_click)
        plot.scene().sigMouseMoved.connect(self._on_move)

    def _draw(self) -> None:
        theme = colours()
        dress(self.plot)
        entitle(self.plot, self._title, self.tr("Score, 0 to 100"))
        kept = [self._spots[id_] for id_ in self._front]
        rest = [spot for spot in self._spots.values() if spot.id not in set(self._front)]
        self._line.setData(
            np.array([spot.x for spot in kept]),
            np.array([spot.y for spot in kept]),
            pen=pen(theme.accent, 2),
        )
        for item, spots, ink in (
            (self._plain, rest, colour(theme.text_soft, 0.45)),
            (self._kept, kept, colour(theme.accent)),
        ):
            item.setData(
                x=np.array([spot.x for spot in spots]),
                y=np.array([spot.y for spot in spots]),
                size=np.array([7.0 + 7.0 * spot.third for spot in spots]),
                brush=brush(ink),
                pen=pen(theme.surface),
            )
        self._draw_mark()
        if not self._fitted:  # perhaps drawn long after it was given what to show
            self.show_all()

    def _draw_mark(self) -> None:
        theme = colours()
        marks = []
        if self._best in self._spots:
            best = self._spots[self._best]
            marks.append({"pos": (best.x, best.y), "symbol": "star", "size": 17, "brush": theme.winner})
        if self._selected in self._spots:
            chosen = self._spots[self._selected]
            ring = {"pos": (chosen.x, chosen.y), "symbol": "o", "size": 20, "brush": None}
            marks.append({**ring, "pen": pen(theme.text, 2)})
        self._mark.setData(marks)

    def _near(self, at: QPointF) -> Spot | None:
        box = self.item.getViewBox()
        places = [(spot, box.mapViewToScene(QPointF(spot.x, spot.y)) - at) for spot in self._spots.values()]
        near = [(away.manhattanLength(), spot.id) for spot, away in places if away.manhattanLength() < _NEAR]
        return self._spots[min(near)[1]] if near else None

    def _on_click(self, event: object) -> None:
        spot = self._near(event.scenePos())  # type: ignore[attr-defined]
        if event.double():  # type: ignore[attr-defined]
            self.show_all()
        elif spot is not None:
            self._go(spot.id)

    def _on_move(self, at: QPointF) -> None:
        spot = self._near(at)
        if spot is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(at)), as_plain_tip(spot.about), self.plot)
