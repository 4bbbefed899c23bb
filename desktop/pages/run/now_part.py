"""What a run does right now, in a sentence, and what became of the replies of the model that writes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.domain.runspec import Role
from core.engine.messages import Progressed
from core.state import RunState
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import column, row
from desktop.words import count, listed

_ASKING = "asking the optimizer"
_LAST_CHARACTERS = 110


class NowPart(QWidget):
    """Shown while a run goes on. `refused_wanted`: the person wants to see the replies that could not be used."""

    refused_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self.see = QPushButton(self.tr("See why"))
        self.see.setProperty("kind", "quiet")
        self.see.setAccessibleName(self.tr("See the replies that could not be used"))
        self.see.clicked.connect(self.refused_wanted)
        self._written = ElidedLabel(kind="caption")
        line = row(self._words, self.see, space=Space.S)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._written, space=Space.HAIR))
        self.hide()

    @property
    def written(self) -> str:
        """What the model that writes prompts is writing, as far as there is room."""
        return self._written.text()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_run(self, state: RunState, progress: Progressed | None, *, live: bool) -> None:
        """Say what goes on; nothing of a run that is over."""
        self.setVisible(live)
        if not live:
            return
        self._show_written(progress.writing if progress is not None else "")
        refused = len(state.rounds[-1].rejected) if state.rounds else len(state.rejected)
        self.see.setVisible(bool(refused))
        self._words.show_text(listed((self._doing(state, progress), self._refused(state))))

    def _show_written(self, writing: str) -> None:
        """Its last words; the line keeps its height while a run goes on, so that nothing below it jumps."""
        words = " ".join(writing.split())
        shown = words[-_LAST_CHARACTERS:]
        self._written.show_text(f"{'…' if len(shown) < len(words) else ''}{shown}")

    def _doing(self, state: RunState, progress: Progressed | None) -> str:
        phase = progress.phase if progress is not None else ""
        if phase.startswith(_ASKING):
            what = self.tr("{model} is writing prompts").format(model=self._writer(state))
        else:
            what = translated(phase) or self.tr("loading the model")
        if not state.rounds:
            return self.tr("Before the first round: {what}").format(what=what)
        return self.tr("Round {n}: {what}").format(n=state.rounds[-1].number, what=what)

    def _refused(self, state: RunState) -> str:
        """Of this round's proposals, how many could not be used."""
        if not state.rounds:
            return ""
        round_ = state.rounds[-1]
        refused, used = len(round_.rejected), len(round_.candidates)
        if not refused:
            return ""
        return self.tr("{n} of {of} proposals unusable").format(n=count(refused), of=count(refused + used))

    def _writer(self, state: RunState) -> str:
        models = state.spec.models if state.spec is not None else {}
        model = models.get(Role.OPTIMIZER) or models.get(Role.TASK)
        return model.name if model is not None else self.tr("The model")
