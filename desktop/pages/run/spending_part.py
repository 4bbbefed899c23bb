"""What a run has cost so far, how fast it is, and when it will be done."""

from PySide6.QtWidgets import QLabel, QWidget

from core.engine.messages import Progressed
from core.report.ending import ending_words
from core.state import RunState
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, row
from desktop.widgets.run_bar import Extent, RunBar
from desktop.words import count, duration, short_count, time_left


class SpendingPart(QWidget):
    """A bar and a line of figures. A finished run shows what it has cost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = RunBar()
        self._left = QLabel()
        self._left.setProperty("kind", "strong")
        self._figures = ElidedLabel(kind="soft")
        top = row(self.bar, self._left, space=Space.M)
        top.setStretch(0, 1)
        self._why = label(kind="soft", wrap=True)
        self._why.hide()
        self.setLayout(column(top, self._why, self._figures, space=Space.HAIR))

    @property
    def words(self) -> str:
        """The figures in words."""
        return self._figures.text()

    @property
    def left(self) -> str:
        """When it will be done, in words."""
        return self._left.text()

    @property
    def why(self) -> str:
        """Why the run ended as it did; the rest is said on its result."""
        return self._why.text()

    def show_live(self, progress: Progressed | None, state: RunState) -> None:
        """Show a run that goes on."""
        calls = max(progress.calls if progress is not None else 0, state.spend.calls)
        most = progress.most_calls if progress is not None else 0
        least = progress.least_calls if progress is not None else 0
        extent = Extent(calls, least, most)
        self.bar.setVisible(True)
        self._why.hide()
        self.bar.show_extent(extent, self._extent_words(extent))
        self._left.setText(self._left_words(progress))
        self._left.setVisible(bool(self._left.text()))
        self._figures.show_text(" · ".join(self._parts(progress, state, extent)))

    def show_done(self, state: RunState) -> None:
        """Show what a run has cost that nobody is writing."""
        self.bar.setVisible(False)
        self._left.setVisible(False)
        self._why.setText(" ".join(map(translated, ending_words(state)[:1])))
        self._why.setVisible(bool(self._why.text()))
        spend = state.spend
        parts = [
            self.tr("{n} calls", "", spend.calls).format(n=count(spend.calls)),
            self.tr("{n} tokens read, {m} written").format(
                n=short_count(spend.prompt_tokens), m=short_count(spend.completion_tokens)
            ),
        ]
        self._figures.show_text(" · ".join(parts) if spend.calls else "")

    def _parts(self, progress: Progressed | None, state: RunState, extent: Extent) -> list[str]:
        if progress is None:
            return [self.tr("Loading the model …")]
        parts = [self._calls(extent), self.tr("{n} tokens", "", progress.tokens).format(n=short_count(progress.tokens))]
        speed = progress.prompt_tokens_per_second + progress.reply_tokens_per_second
        if speed > 0 and not progress.paused:
            parts.append(self.tr("{n} tokens/s").format(n=count(round(speed))))
        if progress.cached > 0:
            parts.append(self.tr("{share} of the answers from disk").format(share=f"{progress.cached:.0%}"))
        if progress.shared > 0:
            parts.append(self.tr("{share} of the prompt tokens reused").format(share=f"{progress.shared:.0%}"))
        parts.append(duration(progress.seconds))
        if state.exhausted or state.ended_early:
            parts.append(self.tr("final choice"))
        return parts

    def _calls(self, extent: Extent) -> str:
        if not extent.most:
            return self.tr("{n} calls", "", extent.done).format(n=count(extent.done))
        return self.tr("{n} of at most {most} calls").format(n=count(extent.done), most=count(extent.most))

    def _extent_words(self, extent: Extent) -> str:
        if not extent.most:
            return self.tr("{n} calls so far", "", extent.done).format(n=count(extent.done))
        return self.tr("{n} calls so far; the run ends between {least} and {most} of them").format(
            n=count(extent.done), least=count(extent.least), most=count(extent.most)
        )

    def _left_words(self, progress: Progressed | None) -> str:
        return time_left(progress.least_seconds, progress.remaining_seconds) if progress is not None else ""
