"""What a run says of its best prompt before the sealed test is opened: search scores, and why they flatter."""

from PySide6.QtWidgets import QWidget

from core.domain.scoring import Scorecard
from core.report.bias import bias_words
from core.report.result import best_seed
from core.state import RunState
from desktop.models.example_table import split_name
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.interval_plot import IntervalAxis, IntervalBar, IntervalPlot
from desktop.widgets.labels import label
from desktop.widgets.layout import column
from desktop.words import count, percent

_TICKS = 5


class SoFarPart(QWidget):
    """Both prompts on the rows that chose between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label(kind="soft", wrap=True, selectable=True)
        self._plot = IntervalPlot(self.tr("Search scores of both prompts, with 95 % intervals"))
        self._bias = label(kind="soft", wrap=True, selectable=True)
        title = label(self.tr("What the search says so far"), "title")
        self.setLayout(column(title, self._words, self._bias, self._plot, space=Space.S))

    def show_run(self, state: RunState) -> None:
        """Show a finished run."""
        own, best = best_seed(state), state.nodes.get(state.best)
        cards = (own.card if own is not None else None, best.card if best is not None else None)
        before, after = cards
        self._plot.setVisible(before is not None and after is not None)
        if own is None or best is None or before is None or after is None:
            self._words.setText(self.tr("The two prompts were not both scored."))
            self._bias.hide()
            return
        both = _on_same_rows(before, after)
        self._words.setText(
            self.tr(
                "On {n} {split} rows the best prompt fixed {fixed} and broke {broken}. It was chosen on these rows, "
                "so this score is optimistic: only rows that nothing has seen can tell what it is worth."
            ).format(
                n=count(len(both)),
                split=split_name(after.split).lower(),
                fixed=count(sum(old < 1.0 <= new for old, new in both)),
                broken=count(sum(new < 1.0 <= old for old, new in both)),
            )
        )
        bars = [self._bar(self.tr("Your prompt"), before), self._best(after), *self._with_bias(state)]
        self._bias.setText(translated(bias_words(state)))
        self._bias.setVisible(bool(state.biases))
        self._plot.show_groups([(bars, self._axis())])

    def _best(self, card: Scorecard) -> IntervalBar:
        return self._bar(self.tr("The best prompt"), card, "strong")

    def _with_bias(self, state: RunState) -> list[IntervalBar]:
        fitted = state.bias
        if fitted is None:
            return []
        figures = self.tr("{value} ({low} … {high})").format(
            value=percent(fitted.value), low=percent(fitted.low), high=percent(fitted.high)
        )
        return [
            IntervalBar(self.tr("With label bias"), 100 * fitted.value, 100 * fitted.low, 100 * fitted.high, figures)
        ]

    def _bar(self, name: str, card: Scorecard, tone: str = "") -> IntervalBar:
        figures = self.tr("{value} ({low} … {high})").format(
            value=percent(card.value), low=percent(card.low), high=percent(card.high)
        )
        return IntervalBar(name, 100 * card.value, 100 * card.low, 100 * card.high, figures, tone)

    def _axis(self) -> IntervalAxis:
        ticks = tuple((100.0 * place / _TICKS, f"{100 * place // _TICKS}") for place in range(_TICKS + 1))
        return IntervalAxis(0.0, 100.0, ticks, self.tr("search score, 95 %"))


def _on_same_rows(before: Scorecard, after: Scorecard) -> list[tuple[float, float]]:
    """Both scores of each row that both scorecards are about; what was answered beside them is in no figure here."""
    if before.split is not after.split:
        return []
    old = {verdict.row: verdict.score for verdict in before.verdicts}
    return [(old[verdict.row], verdict.score) for verdict in after.verdicts if verdict.row in old]
