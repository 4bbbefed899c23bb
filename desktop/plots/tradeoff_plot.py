"""What scores cost: every candidate by its cost and its score, and the line of those that nobody beats."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.plots.axes import dress, fit_titles, made_plot
from desktop.theme import Space, colour, colours
from desktop.tips import as_plain_tip
from desktop.widgets.layout import column

_NEAR = 14.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A candidate in the plot; `third` (0…1) is drawn as the size of its dot."""

    id: str
    x: float
    y: float
    third: float
    about: str


class TradeoffPlot(QWidget):
    """`selected` carries a candidate's id. Left and right walk along the front, 0 shows everything."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Score against cost"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._spots: dict[str, Spot] = {}
        self._front: tuple[str, ...] = ()
        self._selected = self._best = ""
        self.plot = made_plot("", self.tr("Score, 0 to 100"))
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item = self.plot.getPlotItem()
        self._line = pg.PlotDataItem(stepMode="right")
        self._plain = pg.ScatterPlotItem(pxMode=True)
        self._kept = pg.ScatterPlotItem(pxMode=True, symbol="d")
        self._mark = pg.ScatterPlotItem(pxMode=True)
        for item in (self._line, self._plain, self._kept, self._mark):
            self.plot.addItem(item)
        self.plot.scene().sigMouseClicked.connect(self._on_click)
        self.plot.scene().sigMouseMoved.connect(self._on_move)
        self.setLayout(column(self.plot, margin=Space.XS))
        self._draw()

    @property
    def front(self) -> tuple[str, ...]:
        """The candidates that nobody beats, the cheapest first."""
        return self._front

    def show_spots(self, spots: Sequence[Spot], front: Sequence[str], title: str, best: str) -> None:
        """Show these candidates; `title` is that of the axis across."""
        self._spots = {spot.id: spot for spot in spots}
        self._front, self._best = tuple(front), best
        self._item.setLabel("bottom", title)
        self._draw()
        self.show_all()

    def select(self, candidate: str) -> None:
        """Mark a candidate, without announcing it."""
        if candidate != self._selected:
            self._selected = candidate
            self._draw_mark()

    def show_all(self) -> None:
        """Show the whole range."""
        self._item.enableAutoRange()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: titles where there is room."""
        super().resizeEvent(event)
        fit_titles(self.plot, self.height())

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

    def _draw(self) -> None:
        theme = colours()
        dress(self.plot)
        kept = [self._spots[id_] for id_ in self._front]
        rest = [spot for spot in self._spots.values() if spot.id not in set(self._front)]
        self._line.setData(
            np.array([spot.x for spot in kept]),
            np.array([spot.y for spot in kept]),
            pen=pg.mkPen(theme.accent, width=2),
        )
        for item, spots, brush in (
            (self._plain, rest, colour(theme.text_soft, 0.45)),
            (self._kept, kept, colour(theme.accent)),
        ):
            item.setData(
                x=np.array([spot.x for spot in spots]),
                y=np.array([spot.y for spot in spots]),
                size=np.array([7.0 + 7.0 * spot.third for spot in spots]),
                brush=pg.mkBrush(brush),
                pen=pg.mkPen(theme.surface),
            )
        self._draw_mark()

    def _draw_mark(self) -> None:
        theme = colours()
        marks = []
        if self._best in self._spots:
            best = self._spots[self._best]
            marks.append({"pos": (best.x, best.y), "symbol": "star", "size": 17, "brush": theme.winner})
        if self._selected in self._spots:
            chosen = self._spots[self._selected]
            ring = {"pos": (chosen.x, chosen.y), "symbol": "o", "size": 20, "brush": None}
            marks.append({**ring, "pen": pg.mkPen(theme.text, width=2)})
        self._mark.setData(marks)

    def _near(self, at: QPointF) -> Spot | None:
        box = self._item.getViewBox()
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
