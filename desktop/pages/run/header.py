"""The top of a run's page: what it is, how it stands, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from core.domain.example import Split
from core.domain.runspec import FinalRule, Role, RunSpec
from core.engine.messages import Progressed
from core.report.curve import search_split
from core.report.result import best_seed
from core.state import RunState
from desktop.actions import Actions
from desktop.colours import colours
from desktop.icons import icon
from desktop.models.run_list import status_tone, status_words
from desktop.pages.run.spending_part import SpendingPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.button_bar import ButtonBar
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import column, row
from desktop.words import count, without_mnemonic

_BUTTONS = ("pause", "keep", "stop", "resume", "certify", "edit_prompt", "branch", "copy_prompt", "export")
_DRAWINGS = {"copy_prompt": "copy", "edit_prompt": "edit"}


class RunHeader(QWidget):
    """Title, state, the two scores that matter, what it costs, and the actions as buttons.

    `origin_wanted` carries the id of the run that this one branched from, or of the branch that was pressed.
    """

    origin_wanted = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(kind="headline")
        self._chip = Chip()
        self._facts = ElidedLabel(kind="soft")
        self._before = label(kind="number")
        self._after = label(kind="number")
        self._arrow = label("→", "soft")
        self._rule = label(kind="caption")
        self._rule.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.spending = SpendingPart()
        self._progress: Progressed | None = None
        self._branches: tuple[str, ...] = ()
        self._paused = self._waiting = self._ending = self._live = self._low = False
        self._origin = QPushButton()
        self._origin.setProperty("kind", "quiet")
        self._origin.clicked.connect(lambda: self.origin_wanted.emit(self._origin.property("run") or ""))
        self._origin.setAccessibleName(self.tr("Related run"))
        self._origin.hide()
        self._buttons = {name: self._button(actions[name]) for name in _BUTTONS}
        under = row(self._chip, self._facts, self._origin)
        under.setStretch(1, 1)
        texts = column(self._title, under, space=Space.XS)
        numbers = row(self._before, self._arrow, self._after)
        scores = column(numbers, self._rule, space=0)
        scores.setAlignment(numbers, Qt.AlignmentFlag.AlignRight)
        scores.setAlignment(self._rule, Qt.AlignmentFlag.AlignRight)
        top = row(texts, scores, space=Space.L)
        top.setStretch(0, 1)
        bar = ButtonBar(tuple(self._buttons.values()))
        self.setLayout(column(top, self.spending, bar, space=Space.S))
        self._draw()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - how the window is
        """Leave out, in a low window, what a finished run has cost."""
        self._low = low
        self.spending.setVisible(self._live or not low)

    def show_run(self, state: RunState, outcome: str, live: bool) -> None:  # noqa: FBT001 - one of the run's facts
        """Show how a run stands."""
        spec = state.spec
        self._title.show_text(spec.task if spec is not None else self.tr("Run"))
        self._facts.show_text(self._about(spec, state) if spec is not None else "")
        self._chip.show_state(self._situation(state, outcome, live), status_tone(outcome))
        self._show_scores(state)
        self._live = live
        self._show_origin(spec)
        if live:
            self.spending.show_live(self._progress, state)
        else:
            self.spending.show_done(state)
        self.set_low(self._low)
        self._buttons["pause"].setVisible(live)
        self._buttons["keep"].setVisible(live)
        self._buttons["stop"].setVisible(live)
        self._buttons["resume"].setVisible(not live and state.resumable)
        self._buttons["certify"].setVisible(not live and state.final is not None)

    def show_progress(self, progress: Progressed | None, state: RunState) -> None:
        """Show the telemetry of a live run, or forget that of the last one."""
        self._progress = progress
        if self._live:
            self.spending.show_live(progress, state)

    def show_control(self, *, paused: bool, waiting: bool, ending: bool) -> None:
        """Show what the person has asked of the run, and whether it has heard."""
        asked = (paused, waiting, ending)
        if asked != (self._paused, self._waiting, self._ending):
            self._paused, self._waiting, self._ending = asked
            self._draw()
        if self._live:
            self._chip.show_state(self._control_words() or status_words("running"), "warn" if paused else "live")

    def show_branches(self, branches: Sequence[str]) -> None:
        """The ids of the runs that branched from this one."""
        self._branches = tuple(branches)

    def _control_words(self) -> str:
        if self._waiting:
            return self.tr("Paused")
        if self._paused:
            return self.tr("Pausing after this step …")
        return self.tr("Choosing the best …") if self._ending else ""

    def _show_origin(self, spec: RunSpec | None) -> None:
        origin = spec.branched_from if spec is not None else None
        if origin is not None:
            words = self.tr("Branch of {candidate} in an earlier run").format(candidate=origin.candidate)
            self._set_origin(words, origin.run, translated(origin.words))
        elif self._branches:
            words = self.tr("Branches: {n}").format(n=len(self._branches))
            self._set_origin(words, self._branches[0], "\n".join(self._branches))
        else:
            self._origin.hide()

    def _set_origin(self, words: str, run: str, tip: str) -> None:
        self._origin.setText(words)
        self._origin.setAccessibleName(words)
        self._origin.setToolTip(tip)
        self._origin.setProperty("run", run)
        self._origin.show()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setObjectName("deed")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        action.setIconText(without_mnemonic(action.iconText()))
        button.setAccessibleName(without_mnemonic(action.text()))
        return button

    def _draw(self) -> None:
        theme = colours()
        names = {**_DRAWINGS, "pause": "go-on" if self._paused else "pause"}
        for name, button in self._buttons.items():
            button.defaultAction().setIcon(icon(names.get(name, name), theme.text, disabled=theme.line_strong))

    def _about(self, spec: RunSpec, state: RunState) -> str:
        model = spec.models.get(Role.TASK)
        rounds = self.tr("round {n} of at most {of}").format(n=len(state.rounds), of=state.of_rounds)
        parts = [
            spec.method.upper(),
            model.name if model is not None else "",
            rounds if state.of_rounds else "",
            self.tr("{n} candidates", "", len(state.nodes)).format(n=count(len(state.nodes))) if state.nodes else "",
            self.tr("seed {n}").format(n=spec.seed),
        ]
        return " · ".join(part for part in parts if part)

    def _situation(self, state: RunState, outcome: str, live: bool) -> str:  # noqa: FBT001
        if live and state.ended is None and not state.events:
            return self.tr("Starting")
        return status_words(outcome)

    def _show_scores(self, state: RunState) -> None:
        seed, best = best_seed(state), state.nodes.get(state.best)
        split = search_split(state)
        if state.final is not None and best is not None and best.card is not None:
            split = best.card.split if state.final.rule is FinalRule.VALIDATION else split
        before = seed.cards.get(split) if seed is not None else None
        after = best.cards.get(split) if best is not None else None
        self._before.setText(f"{before.percent:.1f}" if before is not None else "–")
        self._after.setText(f"{after.percent:.1f}" if after is not None else "–")
        shown = before is not None or after is not None
        for widget in (self._before, self._after, self._arrow, self._rule):
            widget.setVisible(shown)
        self._rule.setText(
            self.tr("your prompt and the best, on validation rows")
            if split is Split.VALIDATION
            else self.tr("your prompt and the best, on train rows")
        )
