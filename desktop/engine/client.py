"""The engine under `QProcess`: asked politely, killed when it must be, and never waited for."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from core.engine.protocol import AtOnce, Cancel, Command, Idle, Logged, Quit, decode_output, encode
from core.errors import EngineError
from core.events import Event
from desktop.engine.lines import LineBuffer
from desktop.engine.program import engine_command

PATIENCE_MS = 2000
"""What an engine that was asked to stop gets before it is killed."""

LONGEST_LINE = 512 * 2**20
"""Bytes; an engine that says more without ending the line has lost its mind."""

_SLICE = 0.012
"""Seconds of decoding in one go: the window must draw in between."""

_LAST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Death:
    """The engine process ended. `asked`: because it was told to. `last_words`: the end of what it wrote to stderr."""

    sentence: str
    asked: bool
    last_words: str = ""


class EngineClient(QObject):
    """Starts the engine when it is first needed and keeps it, and its loaded model, between commands.

    `heard` carries durable events, `told` the engine's messages, `died` a `Death`; `idle` says that the last command is
    done, `gone` that the process has ended after `leave`. Nothing here blocks.
    """

    heard = Signal(object)
    told = Signal(object)
    died = Signal(object)
    idle = Signal()
    gone = Signal()

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command) if command is not None else engine_command()
        self._process: QProcess | None = None
        self._lines = LineBuffer()
        self._waiting: deque[bytes] = deque()
        self._last_words: deque[str] = deque(maxlen=_LAST_WORDS)
        self._pending = 0
        self._leaving = False
        self._killed_for_slowness = False
        self._ended: tuple[int, QProcess.ExitStatus] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._work_off)

    @property
    def running(self) -> bool:
        """Whether there is an engine process."""
        return self._process is not None

    @property
    def busy(self) -> bool:
        """Whether a command is being worked on."""
        return self._pending > 0

    @property
    def pid(self) -> int:
        """The engine's process number; 0 without one."""
        return self._process.processId() if self._process is not None else 0

    def send(self, command: Command) -> None:
        """Queue a command; starts the engine if there is none, unless the window is going."""
        if self._leaving:
            return
        process = self._process or self._start()
        if not isinstance(command, AtOnce | Quit):
            self._pending += 1
        process.write(encode(command))

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
        self._process.write(encode(Quit()))
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
        self._lines = LineBuffer()
        self._last_words.clear()
        self._ended = None
        process.start()
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        self._waiting.extend(self._lines.feed(bytes(self._process.readAllStandardOutput().data())))
        if self._lines.held > LONGEST_LINE:
            self._last_words.append("A line from the engine did not end.")
            self._process.kill()
        self._work_off()

    def _work_off(self) -> None:
        until = time.monotonic() + _SLICE
        while self._waiting:
            self._take(self._waiting.popleft())
            if time.monotonic() > until:
                break
        if self._waiting:
            self._soon.start()
        elif self._ended is not None:
            self._bury()

    def _take(self, line: bytes) -> None:
        try:
            said = decode_output(line)
        except EngineError as error:
            self.told.emit(Logged("error", str(error)))
            return
        if isinstance(said, Event):
            self.heard.emit(said)
            return
        if isinstance(said, Idle):
            self._pending = max(0, self._pending - 1)
            if not self._leaving:
                self._patience.stop()  # what was to stop has stopped
        self.told.emit(said)
        if isinstance(said, Idle) and not self.busy:
            self.idle.emit()

    def _read_errors(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in text.splitlines():
            self._last_words.append(line)
            self.told.emit(Logged("debug", line))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._last_words.append(self._process.errorString())
            self._ended = (-1, QProcess.ExitStatus.NormalExit)
            self._work_off()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._ended = (code, status)
        self._read()

    def _bury(self) -> None:
        assert self._ended is not None
        code, status = self._ended
        process, self._process, self._ended = self._process, None, None
        asked = self._leaving or self._killed_for_slowness
        self._patience.stop()
        self._killed_for_slowness = False
        self._pending = 0
        if process is not None:
            process.deleteLater()
        self.died.emit(Death(_sentence(code, status), asked, "\n".join(self._last_words)))
        if self._leaving:
            self.gone.emit()

    def _lose_patience(self) -> None:
        self._killed_for_slowness = True
        self.kill()


def _environment() -> QProcessEnvironment:
    """This window's own; where the engine's modules come from, `core.start` says."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONIOENCODING", "utf-8")
    return environment


def _sentence(code: int, status: QProcess.ExitStatus) -> str:
    translate = QCoreApplication.translate
    if code == -1 and status is QProcess.ExitStatus.NormalExit:
        return translate("EngineClient", "The engine could not be started.")
    if status is QProcess.ExitStatus.CrashExit:
        return translate("EngineClient", "The engine stopped unexpectedly: its process crashed or was killed.")
    if code:
        return translate("EngineClient", "The engine stopped unexpectedly with code {code}.").format(code=code)
    return translate("EngineClient", "The engine has ended.")
