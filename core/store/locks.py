"""One writer at a time, by a lock that the operating system takes back when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from core import files
from core.errors import TaskError, WorkspaceError
from core.said import Said

_LONGEST_NUMBER = 32
_PATIENCE = 20.0  # seconds; a change of a task takes well below one


class HeldElsewhereError(Exception):
    """Somebody else holds the lock; `pid` is the process, if it left its number."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"held by process {pid}")
        self.pid = pid

    @property
    def holder(self) -> str:
        """Who holds it, in words."""
        return "another process" if self.pid is None else f"the process {self.pid}"


class WriteLock:
    """A lock file, and beside it the number of the process that holds it (`NAME.pid`)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, thread_local=False)
        self._pid = _pid_file(path)

    def acquire(self, *, timeout: float = 0.0) -> None:
        """Take the lock. Raises `HeldElsewhereError`, or `OSError` if the folder cannot be written."""
        try:
            _check(self._path)
            self._lock.acquire(timeout=timeout)
        except Timeout:
            raise HeldElsewhereError(_read_pid(self._pid)) from None
        try:
            with files.opened(self._pid, "wb") as file:
                file.write(b"%d" % os.getpid())
        except OSError:
            self._lock.release()
            raise

    def release(self) -> None:
        """Give the lock back; calling it twice does nothing."""
        if self._lock.is_locked:
            with suppress(OSError):  # a stale number is only read while somebody holds the lock
                self._pid.unlink(missing_ok=True)
            self._lock.release()


@contextmanager
def holding(path: Path, *, timeout: float = 0.0) -> Iterator[None]:
    """Hold a lock file for a `with` block. Raises as `WriteLock.acquire`."""
    lock = WriteLock(path)
    lock.acquire(timeout=timeout)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def task_turn(folder: Path) -> Iterator[None]:
    """Be the one who changes a task's folder, for a `with` block. Raises `TaskError` if somebody else does for long."""
    if not (folder / "task.toml").exists():  # whoever wants to change it will say so
        yield
        return
    try:
        with holding(folder / ".task.lock", timeout=_PATIENCE):
            yield
    except HeldElsewhereError as error:
        raise TaskError(
            Said("The task {name} is being changed by {holder}.", name=folder.name, holder=error.holder),
            kept="Nothing was changed.",
            hint="Try again.",
        ) from error
    except PermissionError as error:
        raise WorkspaceError(
            Said("{name} cannot be written: the folder is read-only.", name=folder.name),
            kept="Nothing was changed.",
            hint="Open a copy of it in a folder that you may write to.",
        ) from error


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock right now. Where that cannot be tried (a read-only folder) nobody can write."""
    if not path.exists():
        return False
    lock = FileLock(path, thread_local=False)
    try:
        _check(path)
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def _check(path: Path) -> None:
    """A lock is a file of ours, in a folder that is no link. Raises `OSError` for any other."""
    with suppress(FileNotFoundError):
        os.close(files.descriptor(path, os.O_RDWR))


def _pid_file(path: Path) -> Path:
    return path.with_name(path.name + ".pid")


def _read_pid(path: Path) -> int | None:
    try:
        return int(files.read(path, _LONGEST_NUMBER))
    except (OSError, ValueError):
        return None
