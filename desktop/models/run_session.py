"""What the window does with the engine: estimate, start, stop, resume, certify; one at a time, never waiting."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.domain.runspec import Role
from core.engine.commands.certify import Certified, Certify
from core.engine.commands.inspect import Inspect
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.commands.sentence_ablation import AblateSentences
from core.engine.commands.start import Start, Started
from core.engine.connection import EngineDiedError
from core.engine.messages import Command, Message, Progressed
from core.errors import EngineError, WhetError, WorkspaceError
from core.events import Event, RunEnded
from core.report.html import write_report
from core.store import places
from core.store.runs import RunFolder
from desktop.language import spoken_now
from desktop.models.engine_requests import EngineRequest, EngineRequests
from desktop.models.kept_queue import KeptQueue
from desktop.models.run_model import RunModel
from desktop.models.run_queue import QueuedRun, RunQueue
from desktop.models.run_steering import RunSteering
from desktop.models.work import Work
from desktop.models.workspace_model import WorkspaceModel

A = TypeVar("A")

STOPPABLE = frozenset({Work.STARTING, Work.RUNNING, Work.CERTIFYING, Work.WEIGHING})
"""What a person can stop."""

_Deed = Callable[[RunFolder, Path, dict[Role, str]], None]
"""What needs a run's folder, its task's folder, and its models."""


class RunSession(QObject):
    """The live run, and everything that asks the engine for something.

    `estimated` carries a `Prepared`, `inspected` an `Inspected`, `started` the `RunFolder` of a run that begins or goes
    on, `ended` the one whose session is over, `certified` a `Certified`, `weighed` a `SentencesWeighed`; `failed` an
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

    def __init__(self, requests: EngineRequests, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run = RunModel(self)
        self.queue = RunQueue(self)
        self.kept_queue = KeptQueue(self.queue, workspace, self)
        self.kept_queue.failed.connect(self.failed)
        self.steering = RunSteering(requests, self.run, self)
        self.steering.changed.connect(self.changed)
        self._requests = requests
        self._workspace = workspace
        self._work = Work.NOTHING
        self._folder: RunFolder | None = None
        self._waiting: Callable[[], None] | None = None
        self._request: EngineRequest | None = None
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
        self._requests.ask(
            Inspect(path), self.inspected.emit, on_message=self._pass_progress, on_failed=self.failed.emit
        )

    def estimate(self, command: Prepare) -> None:
        """Ask what a run would cost. Does nothing while something else is going on."""
        if self._work is Work.NOTHING:
            self._set(Work.ESTIMATING)
            self._request = self._requests.ask(
                command, self._on_estimate, on_message=self._pass_progress, on_failed=self._fail
            )

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
        self._when_free(lambda: self._with_places(folder, Work.STARTING, self._go_on_with))

    def certify(self, folder: RunFolder) -> None:
        """Open the sealed test for a finished run, once."""
        self._when_free(lambda: self._with_places(folder, Work.CERTIFYING, self._open_sealed_test))

    def weigh_sentences(self, folder: RunFolder) -> None:
        """Score the final prompt without each of its sentences."""
        self._when_free(lambda: self._with_places(folder, Work.WEIGHING, self._weigh))

    def stop(self) -> None:
        """Ask the engine to stop what it does, be it that a run is prepared."""
        if self._work in {*STOPPABLE, Work.ESTIMATING}:
            if self._work in {Work.STARTING, Work.RUNNING}:
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

    def _give(self, request: EngineRequest) -> None:
        self._request = request
        self._requests.give(request)

    def _withdraw(self) -> None:
        """Stop what this session has ordered, and nothing of what others have."""
        if self._request is not None:
            self._requests.withdraw(self._request)

    def _start(self, command: Prepare) -> None:
        self._set(Work.STARTING)
        if not self._workspace.writable or self._workspace.folder is None:
            self._fail(WorkspaceError("The workspace is open for reading only.", hint="Close the other window first."))
            return
        begun: list[Started] = []

        def on_message(message: Message) -> None:
            if isinstance(message, Started):
                begun.append(message)
                self.estimated.emit(message.prepared)
                self._begin(RunFolder(Path(message.run_folder)))
                self._run_begins(request)
            (self._on_run_message if begun else self._pass_progress)(message)

        def on_done() -> None:
            if begun:
                self._end(RunFolder(Path(begun[0].run_folder)))
            else:
                self._fail(EngineError("The engine did not answer.", hint="Look at the engine log, then try again."))

        def on_failed(error: WhetError) -> None:
            if begun:
                self._on_run_failed(error, begun[0])
            else:
                self._fail(error)

        request = EngineRequest(
            Start(command, str(self._workspace.folder), overhear=True),
            on_message=on_message,
            on_event=self._on_run_event,
            on_done=on_done,
            on_failed=on_failed,
        )
        self._give(request)

    def _begin(self, folder: RunFolder) -> None:
        """What was said of the run before concerns this one no more."""
        self._folder = folder
        self._unasked, self._turn = self._turn is not None, None
        self.queue.begin()
        self.steering.begin()

    def _run_begins(self, request: EngineRequest) -> None:
        """The engine has a run's folder, and its events follow."""
        self.run.begin()
        if self._work is Work.STOPPING:  # asked for while it was prepared
            self._withdraw()
        else:
            self._set(Work.RUNNING)
        self.started.emit(self._folder)
        self.steering.take(request)

    def _go_on_with(self, folder: RunFolder, task: Path, paths: dict[Role, str]) -> None:
        self._begin(folder)
        self._request_run(Run(str(folder.path), str(task), paths, overhear=True))

    def _request_run(self, command: Run, *, again: bool = False) -> None:
        folder = RunFolder(Path(command.run_folder))
        request = EngineRequest(
            msgspec.structs.replace(command, end_early=self.steering.ending),
            on_message=self._on_run_message,
            on_event=self._on_run_event,
            on_done=lambda: self._end(folder),
            on_failed=lambda error: self._end(folder, error) if again else self._on_run_failed(error, command),
        )
        self._give(request)
        self._run_begins(request)

    def _on_run_failed(self, error: WhetError, run: Run | Started) -> None:
        """An engine that died in a run is started again, and the run goes on, once."""
        if isinstance(error, EngineDiedError) and self._work is Work.RUNNING:
            self._request_run(Run(run.run_folder, run.task_folder, run.models, overhear=True), again=True)
            self.restarted.emit(error)
        else:
            self._end(RunFolder(Path(run.run_folder)), error)

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
            self._workspace.do(lambda: write_report(folder, spoken_now()), lambda _: None)
        self._start_next()

    def _write_ending(self, folder: RunFolder) -> None:
        """The engine had to be killed: the run's last event is the window's to write, so that its log has an ending."""
        words = QCoreApplication.translate(
            "RunSession", "The run was stopped; the engine did not respond and was ended."
        )
        ending = RunEnded("cancelled", "cancelled", words)
        self.run.accept(ending)
        self._workspace.do(lambda: folder.write_ending(ending), lambda _: None)

    def _open_sealed_test(self, folder: RunFolder, task: Path, paths: dict[Role, str]) -> None:
        def on_answer(found: Certified) -> None:
            self.certified.emit(found)
            self._workspace.index_run(folder)

        self._ask_once(Certify(str(folder.path), str(task), paths), on_answer)

    def _weigh(self, folder: RunFolder, task: Path, paths: dict[Role, str]) -> None:
        self._ask_once(AblateSentences(str(folder.path), str(task), paths), self.weighed.emit)

    def _ask_once(self, command: Command[A], then: Callable[[A], object]) -> None:
        """Give a command that has one answer."""

        def on_answer(found: A) -> None:
            self._rest()
            then(found)

        self._request = self._requests.ask(command, on_answer, on_message=self._pass_progress, on_failed=self._fail)

    def _rest(self) -> None:
        self._set(Work.NOTHING)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        else:
            self._start_next()

    def _fail(self, error: Exception) -> None:
        gave_way, stopped = self._waiting is not None, self._work is Work.STOPPING
        if not gave_way and self._turn is not None:
            self.queue.put_back(self._turn)
            self._turn = None
        self._rest()
        if not gave_way and not stopped:
            self.failed.emit(error)

    # What the engine says

    def _on_estimate(self, prepared: Prepared) -> None:
        self.estimated.emit(prepared)  # first: who hears that nothing goes on any more asks again for what is unknown
        self._rest()

    def _on_run_message(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self.run.take_progress(message)
        self.steering.on_said(message)
        self._pass_progress(message)

    def _on_run_event(self, event: Event) -> None:
        self.steering.on_said(event)
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
