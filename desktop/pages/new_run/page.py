"""The page on which a run is put together, tried, estimated, and started or queued."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from core.engine.commands.prepare import Prepare, Prepared
from desktop.context import Context
from desktop.models.incoming import Incoming
from desktop.models.preflight import PreflightModel, what_is_flown
from desktop.models.pricing import Pricing
from desktop.models.trial import Trial, rows_of
from desktop.models.work import Work
from desktop.pages.names import DATASETS
from desktop.pages.new_run.before_part import BeforePart
from desktop.pages.new_run.branch_part import BranchPart
from desktop.pages.new_run.budget_part import BudgetPart
from desktop.pages.new_run.footer import Footer, refusing
from desktop.pages.new_run.form_memory import FormMemory
from desktop.pages.new_run.judging_part import ROWS, JudgingPart
from desktop.pages.new_run.method_part import MethodPart
from desktop.pages.new_run.model_part import ModelPart
from desktop.pages.new_run.parts import FormParts, said
from desktop.pages.new_run.pending_form import PendingForm
from desktop.pages.new_run.prompt_part import PromptPart
from desktop.pages.new_run.queue_part import QueuePart
from desktop.pages.new_run.steps import FOLDED, MEASURE, StepStates, made_advanced, made_steps
from desktop.pages.new_run.task_part import TaskPart
from desktop.pages.new_run.tournament_page import TournamentPage
from desktop.pages.targets import FileTarget, TaskTarget
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row, scrolled, separator, widen
from desktop.widgets.step import Step
from desktop.widgets.step_index import StepIndex

_PAUSE_MS = 900
_WIDEST, _WIDE, _WIDEST_OF_WIDE = 940, 1380, 1240
_NARROW = 860
_ROOM_FOR_INDEX = 1000  # below this width the list of steps beside the form is left out


class NewRunPage(QWidget):
    """One card with task, prompt and model, everything else folded below it, and a bar with what the run will cost.

    `file_wanted`: the person wants to choose a file; `wanted` carries the name of another page, and what is to be
    opened there; `told` what has ended, for somebody who looks elsewhere, and its tone.
    """

    file_wanted = Signal()
    wanted = Signal(str, object)
    told = Signal(str, str)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._estimated: Prepare | None = None
        self._asked: Prepare | None = None
        self._prepared: Prepared | None = None
        self._updating = False
        self.trial = Trial(context.requests, self)
        self.flight = PreflightModel(context.requests, context.workspace, self)
        self.incoming = Incoming(context.workspace, self)
        self.pricing = Pricing(context.workspace, self)
        self.task = TaskPart(context, self.incoming)
        self.prompt = PromptPart()
        self.judging = JudgingPart(context, self.trial)
        self.model = ModelPart(context)
        self.method = MethodPart()
        self.limits = BudgetPart()
        self.before = BeforePart(self.flight)
        self.queue = QueuePart(context)
        self.branch = BranchPart()
        self.footer = Footer()
        parts = self._parts = FormParts(
            self.task, self.prompt, self.judging, self.model, self.method, self.limits, self.before, self.branch
        )
        self._states = StepStates(parts, context, self)
        self.tournament = TournamentPage(context, lambda: None if self.obstacle else self.command)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.steps = made_steps(parts)
        self.advanced = made_advanced(self.steps, self.footer)
        self.index = StepIndex([step.title for step in self.steps])
        self._pending = PendingForm(parts, self)
        self._lay_out()
        self.setFocusProxy(self.task)
        self._connect()
        if context.settings.method in self.method.cards:
            self.method.choose(context.settings.method)
        self.limits.show_rules(*self.method.rules)
        self.memory = FormMemory(parts, lambda: self.command, context, self)
        self._update()

    @property
    def command(self) -> Prepare | None:
        """What the person chose; `None` while something is missing."""
        return said(self._parts) if self.task.task is not None and self.model.paths else None

    @property
    def can_queue(self) -> bool:
        """Whether a run can be put behind the others."""
        free = self._context.workspace.writable and not (self.tournament.model.working or self.incoming.working)
        return self.command is not None and free and not self.obstacle

    @property
    def can_start(self) -> bool:
        """Whether Start would do something now."""
        return self.can_queue and self._context.session.idle

    @property
    def can_estimate(self) -> bool:
        """Whether the cost can be asked for now."""
        return self.command is not None and self._context.session.work is Work.NOTHING

    @property
    def estimated(self) -> bool:
        """Whether the cost that is shown is that of what is chosen."""
        return self.command is not None and self.command == self._estimated

    @property
    def obstacle(self) -> str:
        """What the person has to decide before a run makes sense, in a sentence; empty if nothing."""
        return self._states.obstacle()

    def start(self, *, anyway: bool = False) -> None:
        """Start the run; `anyway`: with limits that are too small for it, too."""
        if self.command is not None and self.can_start:
            self._on_handed_over()
            self._context.session.start(refusing(self.command, not anyway))

    def enqueue(self) -> None:
        """Start the run as soon as those before it have ended."""
        if self.command is not None and self.can_queue:
            self._on_handed_over()
            self._context.session.enqueue(refusing(self.command))

    def _on_handed_over(self) -> None:
        self._pause.stop()
        self._remember_task()

    def start_sample(self, name: str) -> None:
        """Start a sample task on the bundled model, as soon as it has been read."""
        self._pending.start_sample(name)

    def show_branch(self, command: Prepare, place: int | None = None) -> None:
        """Fill the form with what a branch would start with, as soon as its task has been read; then show a step."""
        self._stack.setCurrentIndex(0)
        self._pending.show_branch(command, place)

    def estimate(self) -> None:
        """Ask what the run will cost."""
        command = self.command
        if command is not None and self.can_estimate:
            self._asked = command
            self.footer.say(self.tr("Estimating the cost …"))
            self._context.session.estimate(command)

    def fly(self) -> None:
        """Make the pre-flight, or stop it."""
        if self.flight.working:
            self.flight.stop()
        elif self.command is not None:
            self.flight.start(self.command)

    def try_rows(self, start: int) -> None:
        """Try three rows from this place on with what is chosen."""
        command, here = self.command, str(self._context.workspace.folder or "")
        if command is not None:
            asked = rows_of(command, self.prompt.editor.toPlainText(), range(start, start + ROWS), here)
            self.trial.start(self.judging.asked(asked))

    def show_tournament(self) -> None:
        """Put a tournament together, or look at one."""
        self._stack.setCurrentWidget(self.tournament)
        self.tournament.refresh()

    def keep(self) -> None:
        """The window goes: the form comes back as it stands."""
        self.memory.keep()

    def choose_task(self, name: str) -> None:
        """Choose a task of the workspace."""
        self.task.choose(name)

    def add_model(self, path: str) -> None:
        """Choose a model's file."""
        self.model.add_file(path)

    def show_model(self) -> None:
        """Scroll to the model that was just chosen elsewhere."""
        self._reveal(next(step for step in self.steps if step.content is self.model))

    def show_top(self, place: int | None = None) -> None:
        """Show the beginning of the form, where the waiting runs are, or a step of it."""
        self._stack.setCurrentIndex(0)
        self._area.verticalScrollBar().setValue(0)
        self.task.setFocus()
        if place is not None:
            self.show_step(place)

    def show_step(self, place: int) -> None:
        """Scroll to a step and give it the focus."""
        self._reveal(self.steps[place])

    def _reveal(self, step: Step) -> None:
        if step in self.steps[FOLDED:]:
            self.advanced.button.setChecked(True)
            QTimer.singleShot(0, self, lambda: self._scroll_to(step))  # once what was folded has a place
        else:
            self._scroll_to(step)

    def _scroll_to(self, step: Step) -> None:
        inside = self._area.widget()
        assert inside is not None
        self._area.verticalScrollBar().setValue(max(0, step.mapTo(inside, QPoint(0, 0)).y() - Space.M))
        step.content.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what was chosen while the page was out of sight has no estimate yet."""
        super().showEvent(event)
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the list of steps only where there is room."""
        super().resizeEvent(event)
        self.index.setVisible(self.width() >= _ROOM_FOR_INDEX)
        widen(self._area, _WIDEST_OF_WIDE if self.width() >= _WIDE else _WIDEST)
        self.footer.set_narrow(self.width() < _NARROW)

    def _lay_out(self) -> None:
        first = [part for step in self.steps[:FOLDED] for part in (separator(), step)]
        card = framed(column(*first[1:], space=0), "card")
        title = label(self.tr("New run"), "headline")
        steps = column(title, self.queue, self.branch, card, self.advanced, 1, space=Space.M, margin=Space.L)
        self._area: QScrollArea = scrolled(steps, _WIDEST)
        body = row(self._area, self.index, space=0)
        body.setStretch(0, 1)
        form = QWidget()
        box = column(body, self.footer, space=0)
        box.setStretch(0, 1)
        form.setLayout(box)
        self._stack = QStackedWidget()
        self._stack.addWidget(form)
        self._stack.addWidget(self.tournament)
        self.setLayout(column(self._stack))

    def _connect(self) -> None:
        session, workspace, footer = self._context.session, self._context.workspace, self.footer
        self.task.began.connect(self._update)  # until it has been read, there is nothing to start
        self.task.read.connect(self._on_task)
        self.task.import_wanted.connect(lambda: self.wanted.emit(DATASETS, FileTarget(self.incoming.path)))
        self.task.file_wanted.connect(self.file_wanted)
        self.task.understood.rows_wanted.connect(self._show_rows)
        self.task.understood.judging_wanted.connect(lambda: self.show_step(MEASURE))
        self.pricing.changed.connect(self._show_price)
        self.method.picked.connect(lambda: setattr(self._context.settings, "method", self.method.name))
        self.method.changed.connect(lambda: self.limits.show_rules(*self.method.rules))
        for part in (self.model, self.prompt, self.method, self.limits):
            part.changed.connect(self._on_change)
        self.prompt.changed.connect(self._keep_draft)
        self.judging.changed.connect(self._update)
        self.judging.kept.connect(self._on_kept)
        self.judging.try_wanted.connect(self.try_rows)
        self.before.pressed.connect(self.fly)
        self.branch.left.connect(self._on_task)
        self.index.chosen.connect(self.show_step)
        footer.estimate_wanted.connect(self.estimate)
        footer.queue_wanted.connect(self.enqueue)
        footer.start_wanted.connect(self.start)
        footer.stop_wanted.connect(session.stop)
        footer.anyway_wanted.connect(lambda: self.start(anyway=True))
        footer.enough_wanted.connect(self.limits.allow)
        footer.tournament_wanted.connect(self.show_tournament)
        self.tournament.left.connect(lambda: self._stack.setCurrentIndex(0))
        self.tournament.changed.connect(self._update)
        self.tournament.told.connect(self.told)
        self.flight.done.connect(lambda: self.told.emit(self.tr("The pre-flight has ended."), "good"))
        self._pending.ready.connect(self.start)
        self._pending.shown.connect(self.show_top)
        self._pause.timeout.connect(self._estimate_cheaply)
        self.trial.failed.connect(self._context.errors.report)
        self.flight.failed.connect(self._context.errors.report)
        self.flight.changed.connect(self._on_flight)
        session.estimated.connect(self._on_estimate)
        session.changed.connect(self._on_session)
        workspace.opened.connect(self.branch.forget)
        workspace.opened.connect(self._update)

    def _on_task(self) -> None:
        task = self.task.task
        if task is not None:
            self._pending.show_prompts(task, self._context.settings.draft_of(str(self.task.folder)))
            self.model.show_task(sample=self.task.bundled_sample)
        self.judging.show_task(task, self.task.folder)
        self.before.show_task(task)
        self.limits.show_task(task)
        self._pending.show_wanted()
        self._on_change()
        self._pending.start_wanted_sample()
        if self.incoming.fresh and self.incoming.made(self.task.folder) is not None and task is not None:
            self.incoming.fresh = False
            self.prompt.offer_to_type()

    def _keep_draft(self) -> None:
        """What a person writes outlives the window; a branch's prompt is in its run."""
        if self.task.task is not None and not self.branch.task:
            self._context.settings.keep_draft(str(self.task.folder), self.prompt.written)

    def _remember_task(self) -> None:
        """The window begins with it the next time; a sample that was only run to see one is no such choice."""
        if self.task.folder is not None and not self.task.sample:
            self._context.settings.task = self.task.folder.name

    def _on_kept(self, folder: object) -> None:
        """The task judges in another way now, or its copy does."""
        if folder == self.task.folder:
            self.task.reread()
        else:
            self.task.choose(getattr(folder, "name", ""))
            self._context.workspace.refresh()

    def _on_change(self) -> None:
        if self.command != self._estimated:
            self.footer.hide_notes()
            self._pause.start()
            if self._changed_what_was_flown():
                self.flight.forget()
        self._ask_price()
        self._update()

    def _ask_price(self) -> None:
        found = self.flight.found
        outlook = found.outlook if found is not None else None
        self.pricing.ask(self.command, self.task.task, outlook, self.method.alternatives(said(self._parts)))

    def _show_price(self) -> None:
        self.footer.show_price(self.pricing.price)
        self.method.show_calls(self.pricing.calls)

    def _changed_what_was_flown(self) -> bool:
        old, new = self._estimated, self.command
        return not (old and new) or what_is_flown(old) != what_is_flown(new)

    def _estimate_cheaply(self) -> None:
        if self.isVisible() and self.command != self._asked and self.model.small and not self.judging.drafted:
            self.estimate()

    def _on_estimate(self, prepared: Prepared) -> None:
        if self._context.session.work is not Work.ESTIMATING:
            return  # a run that begins was prepared, perhaps another than the one in the form
        self._estimated, self._prepared = self._asked, prepared
        self.before.show_outlook(prepared.outlook)
        if not self.flight.working:
            self.flight.look(prepared.spec)
        self._say_cost()

    def _on_flight(self) -> None:
        if self.estimated:
            self._say_cost()
        self._ask_price()
        self._update()

    def _say_cost(self) -> None:
        if self._prepared is not None:
            found = self.flight.found
            budget = self._prepared.spec.budget
            self.footer.show_estimate(self._prepared, found.outlook if found is not None else None, budget.minutes)

    def _show_rows(self) -> None:
        folder = self.task.folder
        self.wanted.emit(DATASETS, TaskTarget(folder.name if folder is not None else "", splits=True))

    def _on_session(self) -> None:
        self._update()
        if self._context.session.work is Work.NOTHING and self.command != self._asked:
            self._pause.start()

    def _update(self) -> None:
        session, reading = self._context.session, self.incoming.working
        self.footer.start.setEnabled(self.can_start)
        self.footer.estimate.setEnabled(self.can_estimate)
        self.footer.queue.setEnabled(self.can_queue)
        self.footer.stop.setVisible(session.work is Work.STARTING)
        free = self.command is not None and session.work in {Work.NOTHING, Work.ESTIMATING}
        if self._updating:
            return
        self._updating = True
        self.judging.allow_test(when=free and not self.flight.working)
        self.before.allow(when=free and not self.trial.working and not self.obstacle)
        self._updating = False
        for place, (step, (short, long, tone)) in enumerate(zip(self.steps, self._states.states(), strict=True)):
            step.show_state(short, tone)
            self.index.show_state(place, long or short, tone)
        if session.work is not Work.ESTIMATING and (self.command != self._estimated or not self.can_queue):
            self.footer.say(self._states.situation(playing=self.tournament.model.working, reading=reading))
        self.changed.emit()
