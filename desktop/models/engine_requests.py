"""Commands to the engine, each with who hears its answers: the engine answers them one after the other."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from core.engine.connection import EngineCommandError, EngineDiedError, EngineExit
from core.engine.messages import CANCELLED, AtOnce, Command, Failed, Idle, Logged, Message, Ready, answer_of
from core.errors import EngineError, WhetError
from core.events import Event
from desktop.engine.client import EngineClient

A = TypeVar("A")


def _nothing(_: Any = None) -> None:
    """The listener that has nothing to do."""


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """A command with its listeners: its answers, its run's events, its end, and its failure (instead of its end)."""

    command: Command[Any]
    on_message: Callable[[Message], None] = _nothing
    on_event: Callable[[Event], None] = _nothing
    on_done: Callable[[], None] = _nothing
    on_failed: Callable[[WhetError], None] = _nothing


class EngineRequests(QObject):
    """Sends requests to the engine, one at a time, and brings the answers to whoever listens to each.

    What waits here was not sent yet: it can be withdrawn without a word to the engine, and outlives the engine's death.
    `connections` are the addresses that the engine's process has connected to.
    """

    logged = Signal(object)
    busy_changed = Signal()

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._open: deque[EngineRequest] = deque()
        self._failure: WhetError | None = None
        self.connections: tuple[str, ...] = ()
        client.message_received.connect(self._on_message)
        client.event_received.connect(self._on_event)
        client.exited.connect(self._on_death)

    @property
    def current(self) -> EngineRequest | None:
        """What the engine works on."""
        return self._open[0] if self._open else None

    def give(self, request: EngineRequest) -> None:
        """Queue a request behind the others."""
        self._open.append(request)
        if len(self._open) == 1:
            self._client.send(request.command)
        self.busy_changed.emit()

    def ask(
        self,
        command: Command[A],
        then: Callable[[A], object],
        *,
        on_message: Callable[[Message], None] = _nothing,
        on_failed: Callable[[WhetError], None] = _nothing,
    ) -> EngineRequest:
        """Queue a command that has one answer, which `then` is given once the command is done."""
        kind, found = answer_of(type(command)), list[A]()

        def keep(message: Message) -> None:
            if isinstance(message, kind):
                found.append(message)
            on_message(message)

        def finish() -> None:
            if found:
                then(found[0])
            else:
                on_failed(EngineError("The engine did not answer.", hint="Look at the engine log, then try again."))

        request = EngineRequest(command, keep, on_done=finish, on_failed=on_failed)
        self.give(request)
        return request

    def cancel(self) -> None:
        """Stop what the engine works on; it is killed if it does not listen."""
        self._client.cancel()

    def say(self, request: EngineRequest, command: AtOnce) -> bool:
        """Say something of the work that goes on, if it is that of this request; whether it is."""
        meant = self.current is request
        if meant:
            self._client.send(command)
        return meant

    def withdraw(self, request: EngineRequest) -> None:
        """Stop this request and no other; `on_failed` follows, at once if the engine has not heard of it yet."""
        if self.current is request:
            self._client.cancel()
        elif any(waiting is request for waiting in self._open):
            self._open = deque(waiting for waiting in self._open if waiting is not request)
            request.on_failed(EngineCommandError(Failed(CANCELLED, "Stopped.")))
            self.busy_changed.emit()

    def _on_event(self, event: Event) -> None:
        if self._open:
            self._open[0].on_event(event)

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Logged):
            self.logged.emit(message)
        elif isinstance(message, Failed):
            self._failure = EngineCommandError(message)
        elif isinstance(message, Idle):
            self.connections = message.connections
            self._close()
        elif self._open and not isinstance(message, Ready):
            self._open[0].on_message(message)

    def _close(self) -> None:
        failure, self._failure = self._failure, None
        if not self._open:
            return
        request = self._open.popleft()
        self._send_next()
        if failure is None:
            request.on_done()
        else:
            request.on_failed(failure)
        self.busy_changed.emit()

    def _send_next(self) -> None:
        """What comes next is sent before the last one's listener hears: what it requests then comes after."""
        if self._open:
            self._client.send(self._open[0].command)

    def _on_death(self, death: EngineExit) -> None:
        self._failure = None
        if not self._open:
            return
        request = self._open.popleft()
        self._send_next()
        request.on_failed(EngineDiedError(death, hint="The engine is started again when it is needed."))
        self.busy_changed.emit()


def was_asked_for(error: WhetError) -> bool:
    """Whether work failed because the person stopped it, or its engine had to be ended for that."""
    return error.code == CANCELLED or bool(getattr(error, "asked", False))
