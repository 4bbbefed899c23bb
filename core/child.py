"""Children that do for us what a stranger's file may make endless or huge: with a deadline, and a limit on memory.

The child reads requests from its stdin and writes answers to its stdout, each after its length in four bytes. It dies
with its parent: the system kills it (Linux), or the end of stdin ends it; and where the system counts processor time,
a request that runs on in native code uses up its share and is ended by that.
"""

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Final

from core.control import CancelToken
from core.program import program

_LENGTH: Final = 4
_LOOK_EVERY: Final = 0.05
_PATIENCE: Final = 4
"""Times its seconds that a child gets on a machine that is too busy to give it any processor time."""


class ChildError(Exception):
    """The child gave no answer. `reason` completes “it …”."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooSlowError(ChildError):
    """It did not answer in time."""


class TooLargeError(ChildError):
    """It needed more memory than it may have, or said more than it may."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take: seconds, and bytes of memory beyond what the child takes by itself."""

    seconds: float
    memory: int
    answer: int = 1 << 30


class Child:
    """A child that runs `module`, started with the first request, and again after it died. Threads may share it."""

    def __init__(self, module: str, limits: Limits) -> None:
        self.limits = limits
        self._module = module
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def ask(self, request: bytes, *, cancel: CancelToken | None = None) -> bytes:
        """The answer to a request. Raises `ChildError`, and `Cancelled`; the child is gone then."""
        with self._turn:
            process = self._running()
            try:
                _say(process.stdin, request)
                return self._hear(process, cancel)
            except BaseException as error:
                self._end()
                if isinstance(error, OSError):
                    raise ChildError("ended unexpectedly") from error
                raise

    def memory(self) -> int:
        """Bytes of memory that the child holds now; 0 without one."""
        process = self._process
        return _memory(process.pid) if process is not None else 0

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._end()

    def _running(self) -> "subprocess.Popen[bytes]":
        process = self._process
        if process is None or process.poll() is not None:
            self._end()
            process = self._process = subprocess.Popen(  # noqa: S603 - our own module
                program(self._module, str(self.limits.memory), str(self.limits.seconds)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=sys.platform != "win32",
            )
            self._answers = queue.SimpleQueue()
            threading.Thread(
                target=_listen, args=(process.stdout, self._answers, self.limits.answer), daemon=True
            ).start()
            self._hear(process, None, start=True)
        return process

    def _hear(self, process: "subprocess.Popen[bytes]", cancel: CancelToken | None, *, start: bool = False) -> bytes:
        began = time.monotonic()
        used = 0.0
        while True:
            try:
                answer = self._answers.get(timeout=_LOOK_EVERY)
                break
            except queue.Empty:
                if cancel is not None:
                    cancel.check()
                used = used or _used(process.pid)
                if not start:
                    self._check(process, time.monotonic() - began, used)
                elif time.monotonic() - began > 100 * _PATIENCE:
                    raise TooSlowError("did not start") from None
        if answer is None:
            raise _manner(process)
        if answer[:1] == b"m":
            raise TooLargeError("needs too much memory")
        if answer[:1] == b"l":
            raise TooLargeError("says too much")
        return answer[1:]

    def _check(self, process: "subprocess.Popen[bytes]", waited: float, used: float) -> None:
        """A busy machine is not the child's fault: time counts once it was given as much, or after a long while."""
        seconds = self.limits.seconds
        if waited > seconds and (_used(process.pid) - used > seconds / 3 or waited > _PATIENCE * seconds):
            raise TooSlowError("takes too long")
        if sys.platform != "linux" and _memory(process.pid) > self.limits.memory + (256 << 20):
            raise TooLargeError("needs too much memory")

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()


def serve(answer: Callable[[bytes], bytes]) -> int:
    """Be such a child: answer requests until there are no more. The command line names memory and seconds."""
    memory, seconds = int(sys.argv[1]), float(sys.argv[2])
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    settle(memory)
    _say(answers, b"")
    while True:
        request = _read(requests)
        if request is None:
            return 0
        _limit_time(seconds)
        try:
            said = b"a" + answer(request)
        except MemoryError:
            said = b"m"
        _say(answers, said)


def settle(memory: int | None = None) -> None:
    """What every child does first: die with the parent, leave nothing behind after a crash, and take no more memory
    than it has now and `memory` bytes."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _die_with_parent()
        if memory is not None:
            with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - not a file
                now = int(file.read().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (now + memory, now + memory))


def _die_with_parent() -> None:
    import ctypes
    import signal

    parent = os.getppid()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it died in between
        os._exit(1)


def _limit_time(seconds: float) -> None:
    """Processor time of one request: the system ends a child whose parent cannot."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    most = int(spent.ru_utime + spent.ru_stime + 2 * seconds) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _listen(stream: IO[bytes] | None, answers: "queue.SimpleQueue[bytes | None]", most: int) -> None:
    assert stream is not None
    with contextlib.suppress(OSError, ValueError):
        while True:
            head = stream.read(_LENGTH)
            if len(head) < _LENGTH:
                break
            length = int.from_bytes(head, "little")
            if length > most:
                answers.put(b"l")
                break
            answers.put(stream.read(length))
    answers.put(None)


def _say(stream: IO[bytes] | None, data: bytes) -> None:
    assert stream is not None
    stream.write(len(data).to_bytes(_LENGTH, "little") + data)
    stream.flush()


def _read(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH)
    return stream.read(int.from_bytes(head, "little")) if len(head) == _LENGTH else None


def _manner(process: "subprocess.Popen[bytes]") -> ChildError:
    """How a child died that gave no answer."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(2.0)
    code = process.returncode
    if sys.platform != "win32" and code is not None and code < 0:
        import signal

        if -code == signal.SIGXCPU:
            return TooSlowError("takes too long")
        if -code in {signal.SIGABRT, signal.SIGKILL, signal.SIGSEGV, signal.SIGBUS}:
            return TooLargeError("needs too much memory, or crashes its reader")
    return ChildError("ended unexpectedly")


def _used(process: int) -> float:
    """Seconds of processor time that a process has used; 0 if it is gone."""
    import psutil

    with contextlib.suppress(psutil.Error):
        times = psutil.Process(process).cpu_times()
        return float(times.user + times.system)
    return 0.0


def _memory(process: int) -> int:
    import psutil

    with contextlib.suppress(psutil.Error):
        return int(psutil.Process(process).memory_info().rss)
    return 0
