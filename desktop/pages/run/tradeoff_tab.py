"""What the scores of a run cost: length, tokens or time, with the front of those that nobody beats."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from core.report.tradeoff import CostKind, TradeoffPrompt, front, offers, tradeoff_table
from core.state import RunState
from desktop.plots.saving import SaveButton, of_plot
from desktop.plots.tradeoff_plot import Spot, TradeoffPlot
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import column, row
from desktop.words import count, listed

_NARROWEST = 90
"""Least pixels of a choice; where there is room it is as wide as its words."""


class TradeoffTab(QWidget):
    """A plot with a choice of its axis; the size of a dot is the cost that is not on the axis."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[TradeoffPrompt, ...] = ()
        self._best = ""
        self.times: dict[str, float] = {}
        self.plot = TradeoffPlot()
        self.plot.selected.connect(self.selected)
        self.axis = ChoiceBox()
        self.axis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.axis.setMinimumWidth(_NARROWEST)
        self.axis.setAccessibleName(self.tr("Cost on the axis"))
        for cost, words in self._titles().items():
            self.axis.addItem(words, cost)
        self.axis.currentIndexChanged.connect(lambda _: self._draw())
        self._about = ElidedLabel(kind="caption")
        self.save = SaveButton(of_plot(self.tr("Score against cost"), self.plot, lambda: tradeoff_table(self._offers)))
        self.save.offer_on(self.plot)
        bar = row(self.axis, self._about, self.save, space=Space.M)
        bar.setStretch(1, 1)
        bar.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        box = column(bar, self.plot, space=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_run(self, state: RunState) -> None:
        """Show the candidates of a run."""
        self._offers, self._best = offers(state, self.times), state.best
        self._draw()

    def select(self, candidate: str) -> None:
        """Mark a candidate, without announcing it."""
        self.plot.select(candidate)

    def _titles(self) -> dict[CostKind, str]:
        return {
            CostKind.WORDS: self.tr("Length of the prompt, words"),
            CostKind.TOKENS: self.tr("Tokens per answer"),
            CostKind.MILLISECONDS: self.tr("Time per answer, milliseconds"),
        }

    def _draw(self) -> None:
        cost = CostKind(self.axis.currentData())
        other = CostKind.TOKENS if cost is CostKind.WORDS else CostKind.WORDS
        others = [value for offer in self._offers if (value := offer.cost(other)) is not None] or [0.0]
        least, span = min(others), (max(others) - min(others)) or 1.0
        spots = [
            Spot(
                offer.candidate,
                value,
                100 * offer.score,
                ((offer.cost(other) or least) - least) / span,
                self._words(offer),
            )
            for offer in self._offers
            if (value := offer.cost(cost)) is not None
        ]
        kept = [offer.candidate for offer in front(self._offers, cost)]
        self.plot.show_spots(spots, kept, self._titles()[cost], self._best)
        size = self.tr("tokens") if other is CostKind.TOKENS else self.tr("words")
        if not spots and self._offers:
            self._about.show_text(self.tr("This was not measured for this run."))
        else:
            self._about.show_text(
                self.tr("◆ {n} that nobody beats; larger dots have more {what}").format(n=len(kept), what=size)
            )

    def _words(self, offer: TradeoffPrompt) -> str:
        parts = [
            f"{offer.candidate}: {100 * offer.score:.1f} ({100 * offer.low:.0f}–{100 * offer.high:.0f})",
            self.tr("{n} words", "", offer.words).format(n=count(offer.words)),
        ]
        if offer.tokens is not None:
            parts.append(self.tr("{n} tokens per answer").format(n=f"{offer.tokens:.1f}"))
        if offer.milliseconds is not None:
            parts.append(self.tr("{n} ms per answer").format(n=f"{offer.milliseconds:.1f}"))
        return listed(parts)
