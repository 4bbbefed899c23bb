"""What every step of the form says of itself: done, or what it needs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.words import count

if TYPE_CHECKING:
    from desktop.pages.new_run.page import NewRunPage

State = tuple[str, str, str]
"""One or two words for the head of the step, a line for the list of steps, and a tone."""


class StepStates(QObject):
    """Reads the parts of the page and writes the states of its steps."""

    def __init__(self, page: "NewRunPage") -> None:
        super().__init__(page)
        self._page = page

    def show(self) -> None:
        """Write them."""
        page = self._page
        states = (
            self._task(),
            self._prompt(),
            self._judging(),
            self._model(),
            self._method(),
            self._limits(),
            self._before(),
        )
        for place, (step, (short, long, tone)) in enumerate(zip(page.steps, states, strict=True)):
            step.show_state(short, tone)
            page.index.show_state(place, long or short, tone)

    def _done(self, line: str) -> State:
        return self.tr("done"), line, "good"

    def _task(self) -> State:
        task = self._page.task.task
        if task is None:
            return self.tr("needs a task"), "", "bad"
        rows = self.tr("{train} + {validation} rows, {sealed} sealed").format(
            train=count(len(task.train)), validation=count(len(task.validation)), sealed=count(task.test_rows)
        )
        return self._done(rows)

    def _prompt(self) -> State:
        part = self._page.prompt
        if part.trouble:
            return self.tr("look at it"), part.trouble, "warn"
        return self._done(part.summary)

    def _judging(self) -> State:
        part, page = self._page.judging, self._page
        if page.task.task is None:
            return "", self.tr("comes with the task"), ""
        if part.trust.waiting:
            return self.tr("needs your word"), self.tr("confirm the metric file"), "bad"
        if part.drafted:
            return self.tr("changed"), self.tr("keep it, or take it back"), "warn"
        if page.obstacle:
            return self.tr("needs a model"), page.obstacle, "bad"
        return self._done(part.summary)

    def _model(self) -> State:
        part = self._page.model
        if not part.paths:
            return self.tr("needs a model"), "", "bad"
        if part.fit == "too_big":
            return self.tr("does not fit"), part.summary, "bad"
        if part.fit == "partly":
            return self.tr("fits partly"), part.summary, "warn"
        return self._done(part.summary)

    def _method(self) -> State:
        part = self._page.method
        return self._done(f"{part.title}: {part.preset_title}")

    def _limits(self) -> State:
        return self._done(self._page.limits.summary)

    def _before(self) -> State:
        words, tone = self._page.before.state
        return words, "", tone
