"""What a run has come to: the best prompt large, its difference, the two scores, why it ended, and what to do next."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from core.domain.ending import Advice
from core.domain.example import Split
from core.report.diff import diff_words
from core.report.diff_sentences import by_sentences
from core.report.ending import ending_words
from core.report.outcome import Outcome, outcome
from core.state import RunState
from desktop.actions import Actions
from desktop.models.workspace_model import WorkspaceModel
from desktop.pages.run.next_steps import advice_steps, step_words
from desktop.sentences import translated
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.diff_view import DiffSpan, DiffView
from desktop.widgets.labels import Chip, label, restyle
from desktop.widgets.layout import clear, column, framed, row, scrolled, widen
from desktop.widgets.text_block import PromptText
from desktop.words import count, without_mnemonic

_MOST, _WIDE, _MOST_OF_WIDE = 1160, 1380, 1800
_NARROW = 760
_PROMPT_HEIGHT = 130


class EndingPart(QWidget):
    """`search_wanted`: the person wants to see how it was found, `refused_wanted`: which replies could not be used;
    `step_wanted` carries the next step to take. The exact interval of the gain takes its time, so the outcome is
    computed beside the window's thread."""

    search_wanted = Signal()
    refused_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, actions: Actions, workspace: WorkspaceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._workspace = workspace
        self._asked: tuple[RunState, int] | None = None
        self.outcome: Outcome | None = None
        self._why = label(kind="title", wrap=True)
        self._chip = Chip()
        self.scores = label(kind="headline", wrap=True, selectable=True)
        self._gain = label(kind="soft", wrap=True, selectable=True)
        self.prompt = PromptText(self.tr("The best prompt"))
        large = font(Type.CODE)
        large.setPointSizeF(font(Type.TITLE).pointSizeF())
        self.prompt.setFont(large)
        self.diff = DiffView()
        self._evidence = label(wrap=True, selectable=True)
        self._steps = row(space=Space.S)
        self.steps: list[QPushButton] = []
        self._deeds = self._made_deeds()
        self._lay_out()

    def show_run(self, state: RunState) -> None:
        """Show the outcome of a finished run, once it is known."""
        asked = (state, state.events)
        if self._asked is None or self._asked[0] is not state or self._asked[1] != state.events:
            self._asked, self.outcome = asked, None
            self._workspace.do(
                partial(outcome, state), lambda found: self._show(state, found), latest="what a run has come to"
            )

    def _show(self, state: RunState, found: Outcome | None) -> None:
        self.outcome = found
        if found is None:
            return
        words = [translated(each) for each in ending_words(state)]
        self._why.setText(words[0] if words else self.tr("The run has chosen its prompt."))
        self._chip.show_state("" if found.improved else self.tr("nothing better found"), "warn")
        self.scores.setText(self._score_words(found))
        self._gain.setText(self._gain_words(found))
        best, own = state.nodes[found.best].candidate.prompt.shown, state.nodes[found.own].candidate.prompt.shown
        self.prompt.show_text(best)
        self.diff.show_diff([DiffSpan(span.kind.value, span.text) for span in by_sentences(diff_words(own, best))])
        self._changed.setVisible(best != own)
        self._evidence.setText(" ".join(words[1:]))
        self._evidence.setVisible(len(words) > 1)
        self._offer(found)

    def _offer(self, found: Outcome) -> None:
        """The next steps, one button each; certifying has its own."""
        clear(self._steps)
        self.steps = []
        advice = found.evidence.advice if found.evidence is not None else None
        for step in advice_steps(advice) if advice is not None and advice is not Advice.CERTIFY else ():
            button = QPushButton(step_words(step))
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            self.steps.append(button)
            self._steps.addWidget(button)
        if found.evidence is not None and found.evidence.refused:
            see = QPushButton(self.tr("See the rejected replies"))
            see.setProperty("kind", "quiet")
            see.clicked.connect(self.refused_wanted)
            self._steps.addWidget(see)
        self._steps.addStretch(1)
        restyle(self._deeds["certify"], "kind", "primary" if found.improved else "")

    def _score_words(self, found: Outcome) -> str:
        if found.before is None or found.after is None:
            return self.tr("There is no score of both prompts on the same rows.")
        before, after = f"{100 * found.before:.1f}", f"{100 * found.after:.1f}"
        if not found.improved:
            return self.tr("Your prompt {before} %: nothing that was tried is better").format(before=before)
        return self.tr("Your prompt {before} % → {after} %").format(before=before, after=after)

    def _gain_words(self, found: Outcome) -> str:
        validation = found.split is Split.VALIDATION
        rows = self.tr("on the same {n} validation rows") if validation else self.tr("on the same {n} train rows")
        rows = rows.format(n=count(found.rows))
        if not found.improved or found.low is None or found.high is None:
            return rows
        assert found.before is not None
        assert found.after is not None
        return self.tr(
            "{gain} points (95 % interval {low} to {high}), {rows}. The certificate measures it again on sealed rows."
        ).format(gain=_points(found.after - found.before), low=_points(found.low), high=_points(found.high), rows=rows)

    def _made_deeds(self) -> dict[str, QPushButton]:
        made = {}
        for name in ("certify", "copy_prompt", "export", "try_prompt"):
            action = self._actions[name]
            button = QPushButton()
            button.clicked.connect(lambda _=False, action=action: action.trigger())
            action.changed.connect(lambda button=button, action=action: button.setEnabled(action.isEnabled()))
            button.setEnabled(action.isEnabled())
            button.setToolTip(without_mnemonic(action.text()))
            made[name] = button
        made["certify"].setText(self.tr("Certify"))
        made["copy_prompt"].setText(self.tr("Copy the prompt"))
        made["export"].setText(self.tr("Export…"))
        made["try_prompt"].setText(self.tr("Try in the Playground"))
        made["certify"].setProperty("kind", "primary")
        made["copy_prompt"].setAccessibleName(self.tr("Copy this prompt"))
        return made

    def _lay_out(self) -> None:
        search = QPushButton(self.tr("Show the search"))
        search.setProperty("kind", "quiet")
        search.clicked.connect(self.search_wanted)
        head = row(self._why, self._chip, space=Space.M)
        head.setStretch(0, 1)
        deeds = row(*self._deeds.values(), 1, search, space=Space.S)
        prompt = self._block(self.tr("The prompt"), self.prompt)
        self._changed = self._block(self.tr("What changed against yours"), self.diff)
        halves = self._halves = row(prompt, self._changed, space=Space.M)
        halves.setStretch(0, 3)
        halves.setStretch(1, 2)
        inside = column(
            head, self.scores, self._gain, halves, deeds, self._evidence, self._steps, space=Space.M, margin=Space.L
        )
        self._area = scrolled(column(framed(inside, "card"), 1), _MOST)
        self.setLayout(column(self._area))

    def _block(self, title: str, content: QWidget) -> QFrame:
        content.setMinimumHeight(_PROMPT_HEIGHT)
        box = column(label(title, "caption"), content, space=Space.XS, margin=Space.S)
        box.setStretch(1, 1)
        return framed(box, "figure")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: prompt and difference side by side only where both are wide enough to read."""
        super().resizeEvent(event)
        widen(self._area, _MOST_OF_WIDE if self.width() >= _WIDE else _MOST)
        narrow = self.width() < _NARROW
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def _points(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")
