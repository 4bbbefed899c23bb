"""A client of the engine process without a window: for the command line, benches and tests."""

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

from core.control import Cancelled
from core.engine.protocol import (
    CANCELLED,
    AtOnce,
    Cancel,
    Command,
    Failed,
    Idle,
    Message,
    Quit,
    Ready,
    decode_output,
    encode,
)
from core.errors import EngineError, WhetError
from core.events import Event
from core.program import program

_PATIENCE = 2.0
"""Seconds that a cancelled engine gets before it is killed."""

_END = object()


M = TypeVar("M", bound=Message)


def answer(items: Iterable[Event | Message], kind: type[M]) -> M:
    """The one answer of this kind among all that a command gives back. Raises what `EngineProcess.do` raises."""
    found = [item for item in items if isinstance(item, kind)]
    if not found:
        raise EngineError("The engine did not answer.", hint="Try again.")
    return found[0]


def engine_command() -> list[str]:
    """How the engine process is started."""
    return program("core", "engine")


class EngineCommandError(WhetError):
    """The engine answered a command with an error; `code` is the engine's."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.text, hint=failed.hint, kept=failed.kept)
        self.code = failed.code


class EngineProcess:
    """An engine in a child process. Leaving the context ends it; a run that is going on is cancelled first."""

    def __init__(self) -> None:
        self._start()

    def restart(self) -> None:
        """Another process in place of one that died."""
        self.close()
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            engine_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            process_group=None if sys.platform == "win32" else 0,  # Ctrl-C is for us; the engine is told by us
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._lines: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._unanswered = False
        self._stderr = bytearray()
        self._patience: threading.Timer | None = None
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_stderr, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def do(self, command: Command) -> Iterator[Event | Message]:
        """Send a command and give everything that comes back, up to and without its `Idle`.

        Raises `Cancelled` when the work was stopped, `EngineCommandError` for an error the engine names, and
        `EngineError` when its process dies.
        """
        while self._unanswered:  # somebody stopped listening to the last command
            self._next()
        self._send(command)
        self._unanswered = True
        failure: Failed | None = None
        while not isinstance(item := self._next(), Idle):
            if isinstance(item, Failed):
                failure = item
            elif not isinstance(item, Ready):
                yield item
        self._be_patient()
        if failure is not None and failure.code == CANCELLED:
            raise Cancelled
        if failure is not None:
            raise EngineCommandError(failure)

    def drain(self) -> None:
        """Hear out a command that nobody listens to any more. Raises what `do` raises when the process dies."""
        while self._unanswered:
            self._next()
        self._be_patient()

    def _be_patient(self) -> None:
        """The work has ended in time: the process is not killed."""
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def say(self, command: AtOnce) -> None:
        """Say something of the work that is going on: pause, go on, end early, take a prompt in."""
        self._send(command)

    def cancel(self) -> None:
        """Ask the engine to stop what it does; if it does not within two seconds, kill it: `do` raises `Cancelled`."""
        self._send(Cancel())
        self._patience = threading.Timer(_PATIENCE, self.kill)
        self._patience.daemon = True
        self._patience.start()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self) -> None:
        """Let the engine go: end of stdin, then patience, then kill."""
        if self._process.poll() is None:
            with contextlib.suppress(EngineError):
                self._send(Quit())
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()

    def _send(self, command: Command) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(encode(command))
            stdin.flush()
        except (BrokenPipeError, OSError, ValueError) as error:
            raise self._death() from error

    def _next(self) -> Event | Message:
        while True:
            try:
                item = self._lines.get(timeout=0.2)  # in slices, so that Ctrl-C is noticed on Windows, too
                break
            except queue.Empty:
                continue
        if item is _END:
            self._lines.put(_END)
            raise self._death()
        line = decode_output(item) if isinstance(item, bytes) else Idle()
        if isinstance(line, Idle):
            self._unanswered = False
        return line

    def _death(self) -> EngineError | Cancelled:
        if self._patience is not None:
            return Cancelled()  # it was asked to stop, and had to be killed
        try:
            code = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            code = 0
        return EngineError(
            f"The engine process ended unexpectedly ({_manner(code)}).{self._last_words()}",
            kept="Everything up to its last complete answer is kept.",
            hint="Resume the run.",
        )

    def _last_words(self) -> str:
        lines = self._stderr.decode("utf-8", "replace").strip().splitlines()
        return f" Its last words: {lines[-1]}" if lines else ""

    def _read(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        try:
            for line in stdout:
                self._lines.put(line)
        except ValueError:  # closed while reading: we are leaving
            pass
        self._lines.put(_END)

    def _read_stderr(self) -> None:
        stderr = self._process.stderr
        assert stderr is not None
        try:
            for line in stderr:
                self._stderr += line
                del self._stderr[:-8192]
        except ValueError:
            pass


def _manner(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
