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
from pathlib import Path
from typing import BinaryIO

from core import __version__, offline
from core.control import Cancelled, CancelToken
from core.engine import finding as servers
from core.engine.ask import ask
from core.engine.call import show_call
from core.engine.certify import certify
from core.engine.compare import compared
from core.engine.library import fetch, fetch_starter, find_models, speed_up
from core.engine.models import LoadedModels
from core.engine.outlook import preflight
from core.engine.prepare import inspect, measure, prepare
from core.engine.profile import profile
from core.engine.protocol import (
    CANCELLED,
    VERSION,
    Ask,
    AtOnce,
    Cancel,
    Certified,
    Certify,
    Command,
    Compare,
    Download,
    EditDeclined,
    EndSearch,
    Failed,
    FindModels,
    FindServers,
    GetStarter,
    GoOn,
    Idle,
    Inspect,
    InspectServer,
    Logged,
    Measure,
    Message,
    Pause,
    Preflight,
    Preflown,
    Prepare,
    ProfileWriter,
    Progressed,
    Quit,
    Rate,
    Ready,
    Run,
    SentencesWeighed,
    ShowCall,
    SpeedUp,
    SubmitEdit,
    TryRows,
    Weigh,
    WeighSentences,
    decode_command,
    encode,
)
from core.engine.rate import rate
from core.engine.sentences import weigh_sentences
from core.engine.sitting import sit
from core.engine.trial import try_rows
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

    def phase(self, phase: str, fraction: float) -> None:
        """Send where a piece of work without calls stands."""
        self.message(Progressed(phase, fraction, connections=offline.connections()))

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
        self._cancel = CancelToken()
        self._control = RunControl(lambda edit, reason: wire.message(EditDeclined(edit, reason)))
        self._queue: queue.SimpleQueue[Command | EngineError] = queue.SimpleQueue()
        self._pending = 0
        self._pending_lock = threading.Lock()
        self._models = LoadedModels()

    def work(self) -> None:
        """Serve until told to quit."""
        threading.Thread(target=self._listen, daemon=True).start()
        self._wire.message(Ready(VERSION, __version__, os.getpid()))
        try:
            while not isinstance(command := self._queue.get(), Quit):
                self._serve(command)
        finally:
            self._models.close()

    def _listen(self) -> None:
        for line in self._stdin:
            try:
                self._receive(decode_command(line))
            except EngineError as error:
                self._receive(error)
        self._receive(Quit())

    def _receive(self, command: Command | EngineError) -> None:
        with self._pending_lock:
            if isinstance(command, Cancel | Quit) and self._pending:  # a late cancel must not hit the next command
                self._cancel.cancel()
            if isinstance(command, AtOnce):
                self._steer(command)
            else:
                self._pending += 1
                self._queue.put(command)

    def _steer(self, command: AtOnce) -> None:
        """What is said of a run that goes on. What comes too late is meant for no other."""
        match command:
            case SubmitEdit(edit=edit) if not self._pending:
                self._wire.message(EditDeclined(edit, TOO_LATE))
            case _ if not self._pending:
                return
            case Pause():
                self._control.pause()
            case GoOn():
                self._control.go_on()
            case EndSearch(at_once=at_once):
                self._control.end_early(at_once=at_once)
            case SubmitEdit(edit=edit):
                self._control.submit(edit)

    def _serve(self, command: Command | EngineError) -> None:
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
        self._models.rest()
        with self._pending_lock:
            self._pending -= 1
            self._cancel.reset()
            self._control.reset()
        self._wire.message(Idle(offline.connections()))

    def _do(self, command: Command | EngineError) -> None:
        match command:
            case EngineError():
                raise command
            case Run():
                sit(command, self._models, self._wire.event, self._wire.message, self._cancel, self._control)
            case Preflight() | Certify() | Rate() | WeighSentences() | TryRows() | ShowCall() | ProfileWriter():
                self._wire.message(self._asked_of_models(command))
            case Prepare():
                self._wire.message(prepare(command, self._wire.phase, self._cancel))
            case FindServers() | InspectServer():
                self._wire.message(servers.about(command, self._wire.phase, self._cancel))
            case Inspect() | Measure() | FindModels() | Download() | GetStarter() | SpeedUp():
                self._wire.message(self._about_models(command))
            case Ask() | Compare() | Weigh():
                self._ask_or_compare(command)
            case _:
                raise EngineError(f"The engine does not know what to do with {type(command).__name__}.")

    def _ask_or_compare(self, command: Ask | Compare | Weigh) -> None:
        """What has many answers and is no run."""
        send = self._wire.message
        if isinstance(command, Ask):
            ask(command, self._models, send, self._cancel)
        else:
            send(compared(command, self._models, send, self._cancel))

    def _about_models(self, command: Inspect | Measure | FindModels | Download | GetStarter | SpeedUp) -> Message:
        """What is done about model files, and no loaded model is asked."""
        report = self._wire.phase
        match command:
            case Inspect(path=path):
                return inspect(Path(path), report, self._cancel)
            case Measure():
                return measure(command, report, self._cancel)
            case FindModels():
                return find_models(command, report, self._cancel)
            case Download():
                return fetch(command, report, self._cancel)
            case SpeedUp():
                return speed_up(command, report, self._cancel)
            case GetStarter():
                return fetch_starter(command, report, self._cancel)

    def _asked_of_models(
        self, command: Preflight | Certify | Rate | WeighSentences | TryRows | ShowCall | ProfileWriter
    ) -> Message:
        """What needs loaded models and is no run."""
        send = self._wire.message
        match command:
            case Preflight():
                found = preflight(command, self._models, send, self._cancel)
                return Preflown(found, found.sentences)
            case Certify():
                certificate = certify(command, self._models, send, self._cancel)
                return Certified(certificate, certificate.sentence)
            case Rate():
                return rate(command, self._models, send, self._cancel)
            case TryRows():
                return try_rows(command, self._models, send, self._cancel)
            case ShowCall():
                return show_call(command, self._models, send, self._cancel)
            case ProfileWriter():
                return profile(command, self._models, send, self._cancel)
            case WeighSentences():
                return SentencesWeighed(weigh_sentences(command, self._models, send, self._cancel))


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
