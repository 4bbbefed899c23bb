"""What the window does with the engine: estimate, start, stop, resume, certify; one at a time, never waiting."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.domain.runspec import Role
from core.engine.protocol import (
    Certified,
    Certify,
    Command,
    Inspect,
    Inspected,
    Message,
    Prepare,
    Prepared,
    ProfileWriter,
    Progressed,
    Run,
    SentencesWeighed,
    WeighSentences,
)
from core.errors import EngineError, WhetError
from core.events import Event, RunEnded
from core.report.html import write_report
from core.store import places
from core.store.runs import RunFolder
from desktop.models.kept_queue import KeptQueue
from desktop.models.orders import EngineDiedError, Order, Orders
from desktop.models.run_model import RunModel
from desktop.models.run_queue import QueuedRun, RunQueue
from desktop.models.run_steering import RunSteering
from desktop.models.work import Work
from desktop.models.workspace_model import WorkspaceModel

_Answer = TypeVar("_Answer", Certified, SentencesWeighed)

_Deed = Callable[[RunFolder, Path, dict[Role, str]], None]
"""What needs a run's folder, its task's folder, and its models."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A run that is about to begin: what prepared it, its task in the workspace, whether its writer was tried."""

    command: Prepare
    task: Path
    tried: bool = False


class RunSession(QObject):
    """The live run, and everything that asks the engine for something.

    `estimated` carries a `Prepared`, `inspected` an `Inspected`, `started` the `RunFolder` of a run that begins or goes
    on, `ended` the one whose sitting is over, `certified` a `Certified`, `weighed` a `SentencesWeighed`; `failed` an
    error with its sentence. When the engine dies in a run, it is started again and the run goes on, once: `restarted`
    carries the death.

    `steering` says to the run that goes on what the person wants of it.

    `queue` holds the runs that were ordered with `enqueue` and wait for the present one to end. A run that the person
    stops, one whose engine dies twice, and one that cannot begin hold the queue; every other end starts the next.
    `kept_queue` keeps what waits until the window is open again.
    """

    changed = Signal()
    estimated = Signal(object)
    inspected = Signal(object)
    started = Signal(object)
    ended = Signal(object)
    certified = Signal(object)
    weighed = Signal(object)
    restarted = Signal(object)
    progressed = Signal(object)
    failed = Signal(object)

    def __init__(self, orders: Orders, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run = RunModel(self)
        self.queue = RunQueue(self)
        self.kept_queue = KeptQueue(self.queue, workspace, self)
        self.kept_queue.failed.connect(self.failed)
        self.steering = RunSteering(orders, self.run, self)
        self.steering.changed.connect(self.changed)
        self._orders = orders
        self._workspace = workspace
        self._work = Work.NOTHING
        self._folder: RunFolder | None = None
        self._waiting: Callable[[], None] | None = None
        self._order: Order | None = None
        self._turn: QueuedRun | None = None
        self._unasked = False
        self._progress: Progressed | None = None

    @property
    def latest_progress(self) -> Progressed | None:
        """What the engine said last of the present work."""
        return self._progress

    @property
    def work(self) -> Work:
        """What is going on."""
        return self._work

    @property
    def folder(self) -> RunFolder | None:
        """The run that this window started or resumed last."""
        return self._folder

    @property
    def idle(self) -> bool:
        """Whether something can be started. An estimate that is still being made gives way."""
        return self._work in {Work.NOTHING, Work.ESTIMATING}

    def inspect(self, path: str) -> None:
        """Ask what a GGUF says of itself."""
        self._orders.give(Order(Inspect(path), on_message=self._on_inspected, on_failed=self.failed.emit))

    def estimate(self, command: Prepare) -> None:
        """Ask what a run would cost. Does nothing while something else is going on."""
        if self._work is Work.NOTHING:
            self._set(Work.ESTIMATING)
            self._give(Order(command, on_message=self._on_estimate, on_done=self._rest, on_failed=self._fail))

    def start(self, command: Prepare) -> None:
        """Prepare a run, make its folder, and begin."""
        self._when_free(lambda: self._start(command))

    @property
    def unasked(self) -> bool:
        """Whether the present run was the queue's next one: nobody asked to see it just now."""
        return self._unasked

    @property
    def queued(self) -> tuple[QueuedRun, ...]:
        """The runs that wait for their turn."""
        return self.queue.runs

    def enqueue(self, command: Prepare) -> QueuedRun:
        """Start a run as soon as those before it have ended: at once if nothing goes on."""
        run = self.queue.add(command)
        self._start_next()
        return run

    def unqueue(self, number: int) -> None:
        """Take a waiting run out of the queue."""
        self.queue.remove(number)

    def release_queue(self) -> None:
        """Go on with a queue that is held."""
        self.queue.release()
        self._start_next()

    def resume(self, folder: RunFolder) -> None:
        """Go on with a run that was stopped or whose process died."""
        self._when_free(lambda: self._with_places(folder, Work.STARTING, self._sit_down))

    def certify(self, folder: RunFolder) -> None:
        """Open the sealed test for a finished run, once."""
        self._when_free(lambda: self._with_places(folder, Work.CERTIFYING, self._open_sealed_test))

    def weigh_sentences(self, folder: RunFolder) -> None:
        """Score the final prompt without each of its sentences."""
        self._when_free(lambda: self._with_places(folder, Work.WEIGHING, self._weigh))

    def stop(self) -> None:
        """Ask the engine to stop what it does."""
        if self._work in {Work.RUNNING, Work.CERTIFYING, Work.WEIGHING, Work.ESTIMATING}:
            if self._work is Work.RUNNING:
                self._set(Work.STOPPING)
            self._withdraw()

    # How a run begins

    def _when_free(self, deed: Callable[[], None]) -> None:
        """Do it now, or as soon as the estimate that is being made has given way; not while a run goes on."""
        if self._work is Work.ESTIMATING and self._waiting is None:  # who waits already is not pushed aside
            self._waiting = deed
            self._withdraw()
        elif self._work is Work.NOTHING:
            deed()

    def _start_next(self) -> None:
        """Give the next of the queue its turn, unless something goes on."""
        if not self.idle or self._waiting is not None or not self._workspace.writable:
            return
        run = self.queue.take()
        if run is not None:
            self._turn = run
            self.start(run.command)

    def _give(self, order: Order) -> None:
        self._order = order
        self._orders.give(order)

    def _withdraw(self) -> None:
        """Stop what this session has ordered, and nothing of what others have."""
        if self._order is not None:
            self._orders.withdraw(self._order)

    def _start(self, command: Prepare) -> None:
        self._set(Work.STARTING)
        self._workspace.do(
            lambda: self._workspace.adopt_task(Path(command.task_folder)),
            lambda task: self._prepare(_Plan(msgspec.structs.replace(command, task_folder=str(task)), task)),
            otherwise=self._fail,
        )

    def _prepare(self, plan: _Plan) -> None:
        prepared: list[Prepared] = []

        def on_message(message: Message) -> None:
            if isinstance(message, Prepared):
                prepared.append(message)
            self._pass_progress(message)

        def on_done() -> None:
            if not prepared:
                self._fail(_silence())
            elif prepared[0].unknown_writer and not plan.tried:
                self._try_writer(plan, prepared[0].unknown_writer)
            else:
                self._make_folder(plan, prepared[0])

        self._give(Order(plan.command, on_message=on_message, on_done=on_done, on_failed=self._fail))

    def _try_writer(self, plan: _Plan, file: str) -> None:  # once, before the first run of a file
        again = partial(self._prepare, replace(plan, tried=True))
        self._give(Order(ProfileWriter(file), on_message=self._pass_progress, on_done=again, on_failed=self._fail))

    def _make_folder(self, plan: _Plan, prepared: Prepared) -> None:
        self.estimated.emit(prepared)

        def work() -> RunFolder:
            for role, ref in prepared.spec.models.items():
                places.remember(plan.command.models[role], ref)
            return self._workspace.new_run(prepared.spec)

        self._workspace.do(
            work, lambda folder: self._sit_down(folder, plan.task, plan.command.models), otherwise=self._fail
        )

    def _begin(self, folder: RunFolder) -> None:
        """What was said of the run before concerns this one no more."""
        self._folder = folder
        self._unasked, self._turn = self._turn is not None, None
        self.queue.begin()
        self.steering.begin()

    def _sit_down(self, folder: RunFolder, task: Path, paths: dict[Role, str]) -> None:
        self._begin(folder)
        self._sit(folder, task, paths)

    def _sit(self, folder: RunFolder, task: Path, paths: dict[Role, str], *, again: bool = False) -> None:
        def on_failed(error: WhetError) -> None:
            if isinstance(error, EngineDiedError) and self._work is Work.RUNNING and not again:
                self._sit(folder, task, paths, again=True)
                self.restarted.emit(error)
            else:
                self._end(folder, error)

        self.run.begin()
        self._set(Work.RUNNING)
        self.started.emit(folder)
        order = Order(
            Run(str(folder.path), str(task), paths, self.steering.ending, overhear=True),
            on_message=self._on_run_message,
            on_event=self._on_run_event,
            on_done=lambda: self._end(folder),
            on_failed=on_failed,
        )
        self._give(order)
        self.steering.take(order)

    def _with_places(self, folder: RunFolder, work: Work, then: _Deed) -> None:
        self._set(work)

        def find() -> tuple[Path, dict[Role, str]]:
            spec = folder.read_spec()
            return self._workspace.task_of_run(spec), places.model_paths(spec)

        self._workspace.do(find, lambda found: then(folder, *found), otherwise=self._fail)

    # How it ends

    def _end(self, folder: RunFolder, error: WhetError | None = None) -> None:
        stopped = self._work is Work.STOPPING
        self.steering.release()
        if isinstance(error, EngineDiedError) and stopped:
            self._write_ending(folder)
            error = None
        if stopped or error is not None:
            self.queue.hold()
        self.run.stop()
        self._set(Work.NOTHING)
        self.ended.emit(folder)
        if error is not None:
            self.failed.emit(error)
        self._workspace.index_run(folder)
        if self.run.state.final is not None:
            self._workspace.do(lambda: write_report(folder), lambda _: None)
        self._start_next()

    def _write_ending(self, folder: RunFolder) -> None:
        """The engine had to be killed: the run's last event is the window's to write, so that its log has an ending."""
        words = QCoreApplication.translate(
            "RunSession", "The run was stopped; the engine did not listen and was ended."
        )
        ending = RunEnded("cancelled", "cancelled", words)
        self.run.accept(ending)
        self._workspace.do(lambda: folder.write_ending(ending), lambda _: None)

    def _open_sealed_test(self, folder: RunFolder, task: Path, paths: dict[Role, str]) -> None:
        def on_answer(found: Certified) -> None:
            self.certified.emit(found)
            self._workspace.index_run(folder)

        self._ask_once(Certify(str(folder.path), str(task), paths), Certified, on_answer)

    def _weigh(self, folder: RunFolder, task: Path, paths: dict[Role, str]) -> None:
        self._ask_once(WeighSentences(str(folder.path), str(task), paths), SentencesWeighed, self.weighed.emit)

    def _ask_once(self, command: Command, kind: type[_Answer], then: Callable[[_Answer], object]) -> None:
        """Give a command that has one answer of this kind."""
        found: list[_Answer] = []

        def on_message(message: Message) -> None:
            if isinstance(message, kind):
                found.append(message)
            self._pass_progress(message)

        def on_done() -> None:
            if not found:
                self._fail(_silence())
                return
            self._rest()
            then(found[0])

        self._give(Order(command, on_message=on_message, on_done=on_done, on_failed=self._fail))

    def _rest(self) -> None:
        self._set(Work.NOTHING)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        else:
            self._start_next()

    def _fail(self, error: Exception) -> None:
        gave_way = self._waiting is not None
        if not gave_way and self._turn is not None:
            self.queue.put_back(self._turn)
            self._turn = None
        self._rest()
        if not gave_way:
            self.failed.emit(error)

    # What the engine says

    def _on_inspected(self, message: Message) -> None:
        if isinstance(message, Inspected):
            self.inspected.emit(message)
        self._pass_progress(message)

    def _on_estimate(self, message: Message) -> None:
        if isinstance(message, Prepared):
            self.estimated.emit(message)
        self._pass_progress(message)

    def _on_run_message(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self.run.take_progress(message)
        self.steering.hear(message)
        self._pass_progress(message)

    def _on_run_event(self, event: Event) -> None:
        self.steering.hear(event)
        self.run.accept(event)

    def _pass_progress(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self._progress = message
            self.progressed.emit(message)

    def _set(self, work: Work) -> None:
        if work is not self._work:
            self._work = work
            self._progress = None
            self.changed.emit()


def _silence() -> EngineError:
    """The engine was done without a word."""
    return EngineError("The engine did not answer.", hint="Look at the engine log, then try again.")
