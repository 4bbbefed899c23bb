"""Work for an engine process of its own, that ends with it: a model that is fetched for an hour holds up no run."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.engine.messages import Command, Message, Progressed
from core.errors import WhetError
from desktop.engine.client import EngineClient
from desktop.models.engine_requests import EngineRequest, EngineRequests


class BackgroundJob(QObject):
    """One command on its way. `answered` carries what comes back, `progressed` a `Progressed`; then comes either `done`
    or `failed`, with an error."""

    answered = Signal(object)
    progressed = Signal(object)
    done = Signal()
    failed = Signal(object)
    gone = Signal()

    def __init__(self, command: Command[Any], engine: Sequence[str] | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = EngineClient(engine, self)
        self._requests = EngineRequests(self._client, self)
        self._client.gone.connect(self.gone)
        self.connections: tuple[str, ...] = ()
        self._request = EngineRequest(
            command, on_message=self._on_message, on_done=self._on_done, on_failed=self._on_failed
        )

    def begin(self) -> None:
        """Start the process and give it the command."""
        self._requests.give(self._request)

    def cancel(self) -> None:
        """Stop it; `failed` follows with the code “cancelled”."""
        self._requests.cancel()

    def leave(self) -> None:
        """End the process, whatever it does."""
        self._client.leave()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self.connections = message.connections
            self.progressed.emit(message)
        else:
            self.answered.emit(message)

    def _on_done(self) -> None:
        self._finish()
        self.done.emit()

    def _on_failed(self, error: WhetError) -> None:
        self._finish()
        self.failed.emit(error)

    def _finish(self) -> None:
        self.connections = self._requests.connections or self.connections
        self._client.leave()


class BackgroundJobs(QObject):
    """The jobs that are on their way. `gone`: the window has left, and so has the last of them."""

    progressed = Signal()
    gone = Signal()

    def __init__(self, engine: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._open: list[BackgroundJob] = []
        self._past: tuple[str, ...] = ()
        self._leaving = False

    @property
    def running(self) -> bool:
        """Whether there is a process left."""
        return bool(self._open)

    @property
    def connections(self) -> tuple[str, ...]:
        """Every connection to another machine that a job has opened."""
        return (*self._past, *(host for job in self._open for host in job.connections))

    def send(
        self,
        command: Command[Any],
        *,
        answered: Callable[[Any], object],
        failed: Callable[[WhetError], object],
        progressed: Callable[[Progressed], object] | None = None,
        done: Callable[[], object] | None = None,
    ) -> BackgroundJob:
        """Begin a job."""
        job = BackgroundJob(command, self._engine, self)
        job.answered.connect(answered)
        job.failed.connect(failed)
        if progressed is not None:
            job.progressed.connect(progressed)
        if done is not None:
            job.done.connect(done)
        job.progressed.connect(lambda _: self.progressed.emit())
        job.gone.connect(lambda: self._clean_up(job))
        self._open.append(job)
        if self._leaving:
            job.leave()
        else:
            job.begin()
        return job

    def leave(self) -> None:
        """The window goes: end all of them. `gone` follows, perhaps at once."""
        self._leaving = True
        for job in list(self._open):
            job.leave()
        if not self._open:
            self.gone.emit()

    def _clean_up(self, job: BackgroundJob) -> None:
        if job not in self._open:
            return
        self._past = (*self._past, *job.connections)
        self._open.remove(job)
        job.deleteLater()
        self.progressed.emit()
        if self._leaving and not self._open:
            self.gone.emit()
