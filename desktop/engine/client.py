"""The engine under `QProcess`: asked politely, killed when it must be, and never waited for."""

import time
from collections import deque
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from core.engine.connection import PATIENCE, Connection, EngineExit, engine_command
from core.engine.messages import Cancel, Command, Idle, Logged, Quit
from core.events import Event

_SLICE = 0.012
"""Seconds of decoding in one go: the window must draw in between."""


class EngineClient(QObject):
    """Starts the engine when it is first needed and keeps it, and its loaded model, between commands.

    `event_received` carries durable events, `message_received` the engine's messages, `exited` an `EngineExit`; `idle`
    says that the last command is done, `gone` that the process has ended after `leave`. Nothing here blocks.
    """

    event_received = Signal(object)
    message_received = Signal(object)
    exited = Signal(object)
    idle = Signal()
    gone = Signal()

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command) if command is not None else engine_command()
        self._process: QProcess | None = None
        self._connection = Connection()
        self._waiting: deque[bytes] = deque()
        self._leaving = False
        self._exit: EngineExit | None = None
        self._patience = self._timer(round(1000 * PATIENCE))
        self._patience.timeout.connect(self.kill)
        self._soon = self._timer(0)
        self._soon.timeout.connect(self._work_off)

    @property
    def running(self) -> bool:
        """Whether there is an engine process."""
        return self._process is not None

    @property
    def busy(self) -> bool:
        """Whether a command is being worked on."""
        return self._connection.busy

    @property
    def pid(self) -> int:
        """The engine's process number; 0 without one."""
        return self._process.processId() if self._process is not None else 0

    def send(self, command: Command[Any]) -> None:
        """Queue a command; starts the engine if there is none, unless the window is going."""
        if self._leaving:
            return
        (self._process or self._start()).write(self._connection.send(command))

    def cancel(self) -> None:
        """Ask for the current command to stop; if it has not stopped after two seconds, kill the process."""
        if self._process is not None and self.busy:
            self.send(Cancel())
            self._patience.start()

    def kill(self) -> None:
        """End the process at once."""
        if self._process is not None:
            self._process.kill()

    def leave(self) -> None:
        """The window goes: end the engine's stdin, and kill it after two seconds. `gone` follows, perhaps at once."""
        self._leaving = True
        if self._process is None:
            self.gone.emit()
            return
        self._process.write(self._connection.send(Quit()))
        self._process.closeWriteChannel()
        self._patience.start()

    def _start(self) -> QProcess:
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(self._command[1:])
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_errors)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._process = process
        self._connection, self._exit = Connection(), None
        process.start()
        return process

    def _read(self) -> None:
        if self._process is not None:
            self._waiting.extend(self._connection.feed(bytes(self._process.readAllStandardOutput().data())))
            if self._connection.broken:
                self.kill()
            self._work_off()

    def _work_off(self) -> None:
        until = time.monotonic() + _SLICE
        while self._waiting:
            self._take(self._waiting.popleft())
            if time.monotonic() > until:
                break
        if self._waiting:
            self._soon.start()
        elif self._exit is not None:
            self._clean_up(self._exit)

    def _take(self, line: bytes) -> None:
        said = self._connection.take(line)
        if isinstance(said, Event):
            self.event_received.emit(said)
            return
        if isinstance(said, Idle) and not self._leaving:
            self._patience.stop()  # what was to stop has stopped
        self.message_received.emit(said)
        if isinstance(said, Idle) and not self.busy:
            self.idle.emit()

    def _read_errors(self) -> None:
        if self._process is not None:
            for line in self._connection.note_stderr(bytes(self._process.readAllStandardError().data())):
                self.message_received.emit(Logged("debug", line))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._connection.note_stderr(self._process.errorString().encode())
            self._exit = self._connection.ended(None)
            self._work_off()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._read_errors()
        self._exit = self._connection.ended(code, crashed=status is QProcess.ExitStatus.CrashExit)
        self._work_off()

    def _clean_up(self, found: EngineExit) -> None:
        process, self._process, self._exit = self._process, None, None
        self._patience.stop()
        if process is not None:
            process.deleteLater()
        self.exited.emit(found)
        if self._leaving:
            self.gone.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer


def _environment() -> QProcessEnvironment:
    """This window's own; where the engine's modules come from, `core.start` says."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONIOENCODING", "utf-8")
    return environment
