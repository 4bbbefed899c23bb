"""Bars: how labels and lengths are spread over the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.colours import colours
from desktop.plots.axes import brush, dress, entitle
from desktop.plots.plot import Plot
from desktop.tips import as_plain_tip
from desktop.words import titled

if TYPE_CHECKING:
    import pyqtgraph as pg

_GAP = 0.12
translate = QCoreApplication.translate

_FEW = 5
"""Fewer bars are no wider than those of so many."""
_LONGEST_NAME = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the words below it, its height, and the part of it that is drawn lighter, on top (0: none)."""

    name: str
    height: int
    light: int = 0
    about: str = ""


class BarPlot(Plot):
    """Bars side by side, named below; pointing at one says its numbers, which the accessible description holds too."""

    def __init__(self, title: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bars: tuple[Bar, ...] = ()
        self._unit = unit
        self._most_names = 8
        self.setMinimumHeight(130)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    @property
    def unit(self) -> str:
        """What stands below the bars."""
        return self._unit

    def set_bars(self, bars: Sequence[Bar], *, most_names: int = 8) -> None:
        """Show these bars, and at most so many of their names."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(bar.about or titled(bar.name, f"{bar.height}") for bar in bars[:40]))
        self._most_names = most_names
        self.redraw()

    def _furnish(self, plot: "pg.PlotWidget") -> None:
        import pyqtgraph as pg

        self._full = pg.BarGraphItem(x=[], height=[], width=1, pen=None)
        self._light = pg.BarGraphItem(x=[], height=[], width=1, pen=None)
        entitle(plot, self._unit, self.tr("Rows"))
        self.item.setMouseEnabled(x=False, y=False)
        self.item.addItem(self._full)
        self.item.addItem(self._light)
        plot.scene().sigMouseMoved.connect(self._on_move)

    def _draw(self) -> None:
        dress(self.plot)
        bars, theme = self._bars, colours()
        step = max(1, -(-len(bars) // self._most_names))
        names = [(place, _short(bar.name)) for place, bar in enumerate(bars) if place % step == 0]
        self.item.getAxis("bottom").setTicks([names])
        x = np.arange(len(bars), dtype=float)
        top = np.array([bar.height for bar in bars], dtype=float)
        light = np.array([bar.light for bar in bars], dtype=float)
        self._full.setOpts(
            x=x,
            height=top - light,
            y0=np.zeros(len(bars)),
            width=1 - _GAP,
            brush=brush(theme.accent),
        )
        self._light.setOpts(
            x=x,
            height=light,
            y0=top - light,
            width=1 - _GAP,
            brush=brush(theme.score_colour(0.3)),
        )
        half = max(len(bars), _FEW) / 2 + 0.1
        self.item.setXRange((len(bars) - 1) / 2 - half, (len(bars) - 1) / 2 + half, padding=0)
        self.item.setYRange(0, max(float(top.max(initial=0.0)) * 1.06, 1.0), padding=0)

    def _on_move(self, at: QPointF) -> None:
        place = round(self.item.getViewBox().mapSceneToView(at).x())
        if not 0 <= place < len(self._bars) or not self.plot.underMouse():
            QToolTip.hideText()
            return
        bar = self._bars[place]
        words = as_plain_tip(bar.about or titled(bar.name, f"{bar.height}"))
        QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(at)), words, self.plot)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def bar_table(plot: BarPlot) -> list[tuple[str, ...]]:
    """Its numbers: a line for each bar, with the part of it that is drawn lighter."""
    head = (plot.unit, plot.accessibleName(), translate("BarPlot", "of these lighter"))
    return [head, *((bar.name, str(bar.height), str(bar.light)) for bar in plot.bars)]
