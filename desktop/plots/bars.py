"""Bars: how labels and lengths are spread over the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.plots.axes import dress, made_plot
from desktop.theme import Space, colours
from desktop.tips import as_plain_tip
from desktop.widgets.layout import column

_GAP = 0.12
_LONGEST_NAME = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the words below it, its height, and the part of it that is drawn lighter, on top (0: none)."""

    name: str
    height: int
    light: int = 0
    about: str = ""


class BarPlot(QWidget):
    """Bars side by side, named below; pointing at one says its numbers, which the accessible description holds too."""

    def __init__(self, title: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bars: tuple[Bar, ...] = ()
        self._plot = made_plot(unit, self.tr("Rows"))
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item = self._plot.getPlotItem()
        self._item.setMouseEnabled(x=False, y=False)
        self._full = pg.BarGraphItem(x=[], height=[], width=1)
        self._light = pg.BarGraphItem(x=[], height=[], width=1)
        self._item.addItem(self._full)
        self._item.addItem(self._light)
        self._plot.scene().sigMouseMoved.connect(self._on_move)
        self.setLayout(column(self._plot, margin=Space.XS))
        self.setMinimumHeight(130)
        self._colour()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar], *, most_names: int = 8) -> None:
        """Show these bars, and at most so many of their names."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(bar.about or f"{bar.name}: {bar.height}" for bar in bars[:40]))
        step = max(1, -(-len(bars) // most_names))
        names = [(place, _short(bar.name)) for place, bar in enumerate(bars) if place % step == 0]
        self._item.getAxis("bottom").setTicks([names])
        x = np.arange(len(bars), dtype=float)
        top = np.array([bar.height for bar in bars], dtype=float)
        light = np.array([bar.light for bar in bars], dtype=float)
        self._full.setOpts(x=x, height=top - light, y0=np.zeros(len(bars)), width=1 - _GAP)
        self._light.setOpts(x=x, height=light, y0=top - light, width=1 - _GAP)
        self._item.setXRange(-0.6, max(len(bars) - 0.4, 0.6), padding=0)
        self._item.setYRange(0, max(float(top.max(initial=0.0)) * 1.06, 1.0), padding=0)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        dress(self._plot)
        theme = colours()
        self._full.setOpts(brush=pg.mkBrush(theme.accent), pen=pg.mkPen(None))
        self._light.setOpts(brush=pg.mkBrush(theme.score_colour(0.3)), pen=pg.mkPen(None))

    def _on_move(self, at: QPointF) -> None:
        place = round(self._item.getViewBox().mapSceneToView(at).x())
        if not 0 <= place < len(self._bars) or not self._plot.underMouse():
            QToolTip.hideText()
            return
        bar = self._bars[place]
        words = as_plain_tip(bar.about or f"{bar.name}: {bar.height}")
        QToolTip.showText(self._plot.mapToGlobal(self._plot.mapFromScene(at)), words, self._plot)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
