"""A client of the engine process without a window: for the command line, notebooks, benches and tests."""

import contextlib
import io
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from types import NoneType, TracebackType
from typing import Any, Self, TypeVar

from core.control import Cancelled
from core.engine.connection import PATIENCE, Connection, EngineCommandError, EngineDiedError, engine_command
from core.engine.messages import CANCELLED, AtOnce, Cancel, Command, Failed, Idle, Message, Quit, Ready, answer_of
from core.errors import EngineError
from core.events import Event
from core.said import Said

_END = object()

A = TypeVar("A")

OnItem = Callable[[Event | Message], object]


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
        self._connection = Connection()
        self._lines: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._patience: threading.Timer | None = None
        threading.Thread(target=_read, args=(self._process, self._connection, self._lines), daemon=True).start()
        threading.Thread(target=_read_stderr, args=(self._process, self._connection), daemon=True).start()

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

    def ask(self, command: Command[A], on_item: OnItem | None = None) -> A:
        """The answer to a command, `None` for one that has no single one; `on_item` is given everything else that comes
        back. Raises what `do` raises."""
        kind: type[Any] = answer_of(type(command))
        found: Any = None
        for item in self.do(command):
            if isinstance(item, kind):
                found = item
            elif on_item is not None:
                on_item(item)
        if found is None and kind is not NoneType:
            raise EngineError("The engine did not answer.", hint="Try again.")
        answer: A = found
        return answer

    def do(self, command: Command[Any]) -> Iterator[Event | Message]:
        """Send a command and give everything that comes back, up to and without its `Idle`.

        Raises `Cancelled` when the work was stopped, `EngineCommandError` for an error the engine names, and
        `EngineDiedError` when its process dies.
        """
        while self._connection.busy:  # somebody stopped listening to the last command
            self._next()
        self._send(command)
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
        while self._connection.busy:
            self._next()
        self._be_patient()

    def say(self, command: AtOnce) -> None:
        """Say something of the work that is going on: pause, go on, end early, take a prompt in."""
        self._send(command)

    def cancel(self) -> None:
        """Ask the engine to stop what it does; if it does not within two seconds, kill it: `do` raises `Cancelled`."""
        self._send(Cancel())
        self._patience = threading.Timer(PATIENCE, self.kill)
        self._patience.daemon = True
        self._patience.start()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self) -> None:
        """Let the engine go: end of stdin, then patience, then kill."""
        if self._process.poll() is None:
            with contextlib.suppress(EngineError, Cancelled):
                self._send(Quit())
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()

    def _be_patient(self) -> None:
        """The work has ended in time: the process is not killed."""
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _send(self, command: Command[Any]) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(self._connection.send(command))
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
        if not isinstance(item, bytes):
            self._lines.put(_END)
            raise self._death()
        return self._connection.take(item)

    def _death(self) -> EngineError | Cancelled:
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            code = 0
        found = self._connection.ended(code, crashed=code < 0)
        if found.asked:
            return Cancelled()  # it was asked to stop, and had to be killed
        last = f" The end of its stderr: {found.stderr[-1]}" if found.stderr else ""
        return EngineDiedError(found, hint=Said("Resume the run.{last}", last=last))


def _read(process: "subprocess.Popen[bytes]", connection: Connection, lines: "queue.SimpleQueue[object]") -> None:
    stdout = process.stdout
    assert isinstance(stdout, io.BufferedReader)
    with contextlib.suppress(ValueError):  # closed while reading: we are leaving
        while data := stdout.read1():
            for line in connection.feed(data):
                lines.put(line)
            if connection.broken:
                process.kill()
    lines.put(_END)


def _read_stderr(process: "subprocess.Popen[bytes]", connection: Connection) -> None:
    assert process.stderr is not None
    with contextlib.suppress(ValueError):
        for line in process.stderr:
            connection.note_stderr(line)
