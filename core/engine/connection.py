"""A client's end of the conversation with an engine process, without the process: lines put together and decoded, what
was asked and is not answered yet, whether somebody wants it to stop, and how it ended.

Two adapters move the bytes: `core.engine.client` with a subprocess, `desktop.engine.client` with Qt's.
"""

from collections import deque
from dataclasses import dataclass
from typing import Any, Final

from core.engine.lines import LineBuffer
from core.engine.messages import AtOnce, Cancel, Command, Failed, Idle, Logged, Message, Quit
from core.engine.protocol import decode_output, encode
from core.errors import EngineError, WhetError
from core.events import Event
from core.program import program
from core.said import Said

PATIENCE: Final = 2.0
"""Seconds that an engine that was asked to stop gets before it is killed."""

_LONGEST_LINE: Final = 512 * 2**20
"""Bytes; an engine that says more without ending the line is broken."""

_TAIL: Final = 60
"""Lines of stderr that are remembered."""


def engine_command() -> list[str]:
    """How the engine process is started: this interpreter, or the console program beside the frozen window."""
    return program("core", "engine")


@dataclass(frozen=True, slots=True)
class EngineExit:
    """The engine process ended. `asked`: because it was told to. `stderr`: the end of what it wrote there."""

    sentence: str
    asked: bool
    stderr: tuple[str, ...] = ()


class EngineCommandError(WhetError):
    """The engine answered a command with an error; `code` is the engine's, `host` an address that was refused."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.text, hint=failed.hint, kept=failed.kept)
        self.code = failed.code
        self.host = failed.host


class EngineDiedError(EngineError):
    """The engine's process ended while it had work. `asked`: because it did not stop when it was told to."""

    def __init__(self, found: EngineExit, *, hint: str) -> None:
        super().__init__(found.sentence, kept="Everything up to its last complete answer is kept.", hint=hint)
        self.asked = found.asked
        self.add_note("\n".join(found.stderr))


class Connection:
    """One process, from its start to its end."""

    def __init__(self) -> None:
        self._lines = LineBuffer()
        self._stderr: deque[str] = deque(maxlen=_TAIL)
        self._pending = 0
        self.stopping = False
        """Whether it was asked to stop what it does, or to leave, and has not yet."""

    @property
    def busy(self) -> bool:
        """Whether a command is being worked on."""
        return self._pending > 0

    @property
    def broken(self) -> bool:
        """Whether it writes a line without an end: it is to be killed."""
        return self._lines.held > _LONGEST_LINE

    def send(self, command: Command[Any]) -> bytes:
        """What to write to its stdin."""
        if isinstance(command, Cancel | Quit):
            self.stopping = True
        elif not isinstance(command, AtOnce):
            self.stopping = self.stopping and self.busy  # a cancel that came too late is not meant for this one
            self._pending += 1
        return encode(command)

    def feed(self, data: bytes) -> list[bytes]:
        """The lines of its stdout that these bytes complete, to be given to `take` one by one."""
        return self._lines.feed(data)

    def take(self, line: bytes) -> Event | Message:
        """What a line says; one that is not understood becomes a line of the log."""
        try:
            said = decode_output(line)
        except EngineError as error:
            return Logged("error", str(error))
        if isinstance(said, Idle):
            self._pending = max(0, self._pending - 1)
            self.stopping = False
        return said

    def note_stderr(self, data: bytes) -> list[str]:
        """The lines of its stderr, which are remembered."""
        lines = data.decode("utf-8", "replace").splitlines()
        self._stderr.extend(lines)
        return lines

    def ended(self, code: int | None, *, crashed: bool = False) -> EngineExit:
        """How it ended: with an exit code, or `crashed`; without a code it was never there."""
        self._pending = 0
        return EngineExit(_sentence(code, crashed=crashed), self.stopping, tuple(self._stderr))


def _sentence(code: int | None, *, crashed: bool) -> str:
    if code is None:
        return "The engine could not be started."
    if crashed:
        return "The engine stopped unexpectedly: its process crashed or was killed."
    if code:
        return Said("The engine stopped unexpectedly with code {code}.", code=code)
    return "The engine has ended."
