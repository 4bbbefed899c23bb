"""The two ways to look at a run, what it has come to and how it was searched, with what goes on above both."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QWidget

from core.engine.messages import Progressed
from core.report.outcome import Standstill, Trouble, standstill
from core.state import RunState
from desktop.pages.run.ending_part import EndingPart
from desktop.pages.run.next_steps import NextStep, step_words, trouble_steps
from desktop.pages.run.now_part import NowPart
from desktop.theme import Space
from desktop.widgets.banner import Banner, Notice
from desktop.widgets.layout import column, row
from desktop.words import count

_SEARCH, _RESULT = range(2)


class RunViews(QWidget):
    """The result is shown by itself when a run that was watched ends; a switch leads from one to the other.

    `step_wanted` carries the next step that the person chose, of the result or of a search that gets nowhere.
    """

    step_wanted = Signal(object)

    def __init__(self, search: QWidget, ending: EndingPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now = NowPart()
        self.ending = ending
        self.hints = Banner()
        self._watched = False
        self._said: Trouble | None = None
        self._steps: dict[str, NextStep] = {}
        self._choice = QButtonGroup(self)
        self.switch = self._made_switch()
        self._stack = QStackedWidget()
        self._stack.addWidget(search)
        self._stack.addWidget(ending)
        box = column(self.now, self.hints, self.switch, self._stack, space=Space.S)
        box.setStretch(3, 1)
        self.setLayout(box)
        ending.search_wanted.connect(self.show_search)
        ending.step_wanted.connect(self.step_wanted)
        self.hints.chosen.connect(self._on_hint)

    @property
    def on_result(self) -> bool:
        """Whether the result is shown."""
        return self._stack.currentIndex() == _RESULT

    def forget(self) -> None:
        """Another run comes."""
        self._watched, self._said = False, None
        self.hints.hide()
        self.switch.hide()
        self._show(_SEARCH)

    def show_run(self, state: RunState, progress: Progressed | None, *, live: bool) -> None:
        """Show how a run stands."""
        self.now.show_run(state, progress, live=live)
        self._show_hints(standstill(state) if live else None)
        done = not live and state.final is not None
        self.switch.setVisible(done)
        if done:
            self.ending.show_run(state)
        if done and self._watched:
            self._show(_RESULT)
        elif not done:
            self._show(_SEARCH)
        self._watched = live

    def show_search(self) -> None:
        """Show how it was found."""
        self._show(_SEARCH)

    def show_result(self) -> None:
        """Show what it has come to."""
        self._show(_RESULT)

    def _show(self, which: int) -> None:
        self._stack.setCurrentIndex(which)
        self._choice.button(which).setChecked(True)

    def _show_hints(self, found: Standstill | None) -> None:
        """Said once for each kind of trouble; a search that finds something takes it back."""
        if found is None:
            self._said = None
            self.hints.hide()
        elif found.trouble is not self._said:
            self._said = found.trouble
            self._steps = {step_words(step): step for step in trouble_steps(found.trouble)}
            self.hints.say(
                Notice(
                    self._trouble_words(found),
                    todo=self.tr("The search goes on. Something else may help more:"),
                    tone="warn",
                    actions=tuple(self._steps),
                )
            )

    def _trouble_words(self, found: Standstill) -> str:
        if found.trouble is Trouble.UNUSABLE:
            return self.tr(
                "The optimizer model writes hardly anything usable: {n} of {of} proposals were rejected."
            ).format(n=count(found.refused), of=count(found.replies))
        return self.tr("After {n} rounds no proposal is better than your prompt.").format(n=count(found.rounds))

    def _on_hint(self, words: str) -> None:
        if words in self._steps:
            self.step_wanted.emit(self._steps[words])

    def _made_switch(self) -> QWidget:
        for place, words in ((_RESULT, self.tr("Result")), (_SEARCH, self.tr("Search"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            self._choice.addButton(button, place)
        self._choice.button(_SEARCH).setChecked(True)
        self._choice.idClicked.connect(self._stack_shows)
        holder = QWidget()
        holder.setLayout(row(self._choice.button(_RESULT), self._choice.button(_SEARCH), 1, space=Space.XS))
        holder.hide()
        return holder

    def _stack_shows(self, which: int) -> None:
        self._stack.setCurrentIndex(which)
