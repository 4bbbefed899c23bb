"""The engine process: reads commands from stdin, writes events and messages to stdout, one JSON object per line.

The main thread does the work; a listener thread reads stdin, so that a cancel arrives in the middle of a decode. The
end of stdin means that the client is gone. File descriptor 1 is given to stderr first thing, so that nothing that
native code prints can break the stream.
"""

import logging
import os
import queue
import sys
import threading
from typing import Any, BinaryIO

from core import __version__, offline
from core.control import Cancelled, CancelToken
from core.engine.commands.run import EditDeclined, SubmitEdit
from core.engine.context import EngineContext
from core.engine.messages import (
    CANCELLED,
    HANDLERS,
    VERSION,
    AtOnce,
    Cancel,
    Command,
    Failed,
    Idle,
    Logged,
    Message,
    Quit,
    Ready,
)
from core.engine.models import LoadedModels
from core.engine.protocol import decode_command, encode
from core.errors import EngineError, OfflineError, WhetError
from core.events import Event
from core.events import encode as encode_event
from core.files import StrangeFileError
from core.lab.steering import TOO_LATE, RunControl
from core.store import connections

_log = logging.getLogger("whet.engine")


class Wire:
    """The stream to the client. A line is written whole, by one thread at a time."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def message(self, message: Message) -> None:
        """Send a message."""
        self._write(encode(message))

    def event(self, event: Event) -> None:
        """Send a durable event."""
        self._write(encode_event(event))

    def _write(self, line: bytes) -> None:
        with self._lock:
            self._stream.write(line)
            self._stream.flush()


class LogLines(logging.Handler):
    """Sends Python's log to the client's log window."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record; a client that is gone is noticed elsewhere."""
        try:
            self._wire.message(Logged(record.levelname.lower(), self.format(record)))
        except OSError:
            self.handleError(record)


class Worker:
    """Does one command after the other until `Quit` or the end of stdin."""

    def __init__(self, wire: Wire, commands: BinaryIO) -> None:
        self._wire = wire
        self._stdin = commands
        control = RunControl(lambda edit, reason: wire.message(EditDeclined(edit, reason)))
        self._context = EngineContext(LoadedModels(), wire.message, wire.event, CancelToken(), control)
        self._queue: queue.SimpleQueue[Command[Any] | EngineError] = queue.SimpleQueue()
        self._pending = 0
        self._pending_lock = threading.Lock()

    def work(self) -> None:
        """Serve until told to quit."""
        threading.Thread(target=self._listen, daemon=True).start()
        self._wire.message(Ready(VERSION, __version__, os.getpid()))
        try:
            while not isinstance(command := self._queue.get(), Quit):
                self._serve(command)
        finally:
            self._context.models.close()

    def _listen(self) -> None:
        for line in self._stdin:
            try:
                self._receive(decode_command(line))
            except EngineError as error:
                self._receive(error)
        self._receive(Quit())

    def _receive(self, command: Command[Any] | EngineError) -> None:
        with self._pending_lock:
            if isinstance(command, Cancel | Quit) and self._pending:  # a late cancel must not hit the next command
                self._context.cancel.cancel()
            if isinstance(command, AtOnce):
                self._do_at_once(command)
            else:
                self._pending += 1
                self._queue.put(command)

    def _do_at_once(self, command: AtOnce) -> None:
        """What is said of a run that goes on. What comes too late is meant for no other."""
        if self._pending and not isinstance(command, Cancel):
            HANDLERS[type(command)](command, self._context)
        elif isinstance(command, SubmitEdit):
            self._wire.message(EditDeclined(command.edit, TOO_LATE))

    def _serve(self, command: Command[Any] | EngineError) -> None:
        try:
            self._do(command)
        except Cancelled:
            self._wire.message(Failed(CANCELLED, "Stopped."))
        except WhetError as error:
            host = error.host if isinstance(error, OfflineError) else ""
            self._wire.message(Failed(error.code, error.message, error.kept, error.hint, host))
        except StrangeFileError as error:
            said = error.said
            self._wire.message(Failed(said.code, said.message, said.kept, said.hint))
        except Exception as error:  # a surprise is shown in full, and the engine stays for the next command
            _log.exception("The engine met something unexpected.")
            self._wire.message(Failed("unexpected", f"{type(error).__name__}: {error}"))
        self._context.models.rest()
        with self._pending_lock:
            self._pending -= 1
            self._context.cancel.reset()
            self._context.control.reset()
        self._wire.message(Idle(offline.connections()))

    def _do(self, command: Command[Any] | EngineError) -> None:
        if isinstance(command, EngineError):
            raise command
        answer = HANDLERS[type(command)](command, self._context)
        if answer is not None:
            self._wire.message(answer)


def main() -> int:
    """Be the engine process."""
    offline.install()
    offline.tell(connections.keep)
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    wire = Wire(events)
    logging.basicConfig(level=logging.INFO, handlers=[LogLines(wire)], format="%(name)s: %(message)s")
    try:
        Worker(wire, sys.stdin.buffer).work()
    except BrokenPipeError:
        return 1
    return 0
