"""The steps of the form, and what every one says of itself: done, or what it needs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from core.domain.runspec import Role
from desktop.context import Context
from desktop.models.work import Work
from desktop.pages.new_run.footer import Footer
from desktop.pages.new_run.parts import FormParts
from desktop.theme import Space
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.layout import column, row
from desktop.widgets.step import Step
from desktop.words import count, titled

State = tuple[str, str, str]
"""One or two words for the head of the step, a line for the list of steps, and a tone."""

FOLDED = 3
"""So many steps stand in the card; those after them are folded below it."""
DATA, PROMPT, MODEL, MEASURE, METHOD, LIMITS, BEFORE = range(7)
"""The places of the steps."""

translate = QCoreApplication.translate


def made_steps(parts: FormParts) -> tuple[Step, ...]:
    """The steps around the parts of the form. Only what everybody looks at has a number."""
    return (
        Step(
            1,
            translate("NewRunPage", "Data"),
            translate("NewRunPage", "What Whet understood of your rows."),
            parts.task,
            flat=True,
        ),
        Step(
            2,
            translate("NewRunPage", "Your prompt"),
            translate("NewRunPage", "The search starts here and must beat it."),
            parts.prompt,
            flat=True,
        ),
        Step(
            3,
            translate("NewRunPage", "Model"),
            translate("NewRunPage", "A GGUF file on this machine answers. Nothing is sent anywhere."),
            parts.model,
            flat=True,
        ),
        Step(
            0,
            translate("NewRunPage", "Metric"),
            translate("NewRunPage", "What a good answer is, and what form it must have."),
            parts.judging,
        ),
        Step(
            0,
            translate("NewRunPage", "Method"),
            translate("NewRunPage", "How better prompts are looked for."),
            parts.method,
        ),
        Step(
            0,
            translate("NewRunPage", "Limits"),
            translate("NewRunPage", "The run ends when the first limit is reached."),
            parts.limits,
        ),
        Step(
            0,
            translate("NewRunPage", "Before you start"),
            translate("NewRunPage", "What these rows can show, and whether the prompt matters here."),
            parts.before,
        ),
    )


def made_advanced(steps: Sequence[Step], footer: Footer) -> Disclosure:
    """Everything that has a good value already."""
    deeds = row(footer.estimate, footer.tournament, 1)
    holder = QWidget()
    holder.setLayout(column(*steps[FOLDED:], deeds, space=Space.M))
    title = translate("NewRunPage", "Advanced: metric, method, limits and pre-flight")
    return Disclosure(title, holder)


class StepStates(QObject):
    """Reads the parts of the form."""

    def __init__(self, parts: FormParts, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._context = context

    def states(self) -> tuple[State, ...]:
        """What each step says, in their order."""
        return (
            self._task(),
            self._prompt(),
            self._model(),
            self._judging(),
            self._method(),
            self._limits(),
            self._before(),
        )

    def _done(self, line: str) -> State:
        return self.tr("done"), line, "good"

    def _task(self) -> State:
        task = self._parts.task.task
        if task is None:
            return self.tr("needs a task"), "", "bad"
        rows = self.tr("{train} + {validation} rows, {sealed} sealed").format(
            train=count(len(task.train)), validation=count(len(task.validation)), sealed=count(task.test_rows)
        )
        return self._done(rows)

    def _prompt(self) -> State:
        part = self._parts.prompt
        if part.trouble:
            return self.tr("look at it"), part.trouble, "warn"
        return self._done(part.summary)

    def _judging(self) -> State:
        part, parts = self._parts.judging, self._parts
        if parts.task.task is None:
            return "", self.tr("comes with the task"), ""
        if part.trust.waiting:
            return self.tr("needs your confirmation"), self.tr("confirm the metric file"), "bad"
        if part.drafted:
            return self.tr("changed"), self.tr("keep or discard it"), "warn"
        if self.obstacle():
            return self.tr("needs a model"), self.obstacle(), "bad"
        return self._done(part.summary)

    def _model(self) -> State:
        part = self._parts.model
        if not part.paths:
            return self.tr("needs a model"), "", "bad"
        if part.fit == "too_big":
            return self.tr("does not fit"), part.summary, "bad"
        if part.fit == "partly":
            return self.tr("fits partly"), part.summary, "warn"
        return self._done(part.summary)

    def _method(self) -> State:
        part = self._parts.method
        return self._done(titled(part.title, part.preset_title))

    def _limits(self) -> State:
        return self._done(self._parts.limits.summary)

    def _before(self) -> State:
        words, tone = self._parts.before.state
        return words, "", tone

    # What stands in the way

    def obstacle(self) -> str:
        """What the person has to decide before a run makes sense, in a sentence; empty if nothing."""
        parts = self._parts
        if parts.judging.trust.waiting:
            return self.tr("Read and confirm the metric file under Advanced, Metric first.")
        if parts.judging.drafted:
            return self.tr("Keep or discard the changed metric under Advanced first.")
        missing = parts.judging.roles - parts.model.paths.keys()
        if parts.task.task is not None and Role.JUDGE in missing:
            return self.tr("The metric needs a judge model: choose one under Other models.")
        if parts.task.task is not None and Role.EMBEDDER in missing:
            return self.tr("The metric compares meanings: choose an embedding model for it under Other models.")
        return ""

    def situation(self, *, playing: bool, reading: bool) -> str:
        """What can be done now, or what stands in the way; `playing`: a tournament goes on; `reading`: a file came."""
        parts, context = self._parts, self._context
        if not context.workspace.writable:
            return self.tr("This workspace is open for reading only, so no run can be started here.")
        if reading:
            return self.tr("Reading your file …")
        if parts.task.task is None:
            return self.tr("Choose a task first.")
        if not parts.model.paths:
            return self.tr("Choose a model first.")
        if self.obstacle():
            return self.obstacle()
        if playing:
            return self.tr("A tournament is being played. Watch it, or stop it, under Tournament.")
        if context.session.work is Work.STARTING:
            return self.tr("A run is being prepared. It opens as soon as the model is loaded.")
        if not context.session.idle:
            return self.tr("Another run is going on. Queue this one, and it starts when that one has ended.")
        return self.tr(
            "Whet writes prompts, scores them on your rows, and keeps the best. You can stop it at any time."
        )
