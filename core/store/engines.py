"""Engines of this person that hold a model in memory now: who finds too little memory waits for them, and only then."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from core import paths

_FOLDER = "engines"
_LOOK_EVERY = 1.0


class Presence:
    """Says that this process holds a model, as long as it lives: a lock that the system takes back."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or paths.user_folder() / _FOLDER
        self._lock: FileLock | None = None

    def begin(self) -> None:
        """This process holds a model from now on. Where that cannot be noted nobody waits for it."""
        if self._lock is None:
            with suppress(OSError, Timeout):
                self._folder.mkdir(parents=True, exist_ok=True)
                lock = FileLock(self._folder / f"{os.getpid()}.lock", thread_local=False)
                lock.acquire(timeout=0)
                self._lock = lock

    def end(self) -> None:
        """It holds none any more."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()
            with suppress(OSError):
                Path(lock.lock_file).unlink(missing_ok=True)

    def others(self) -> bool:
        """Whether any other process holds a model. What dead ones have left is removed."""
        return any(self._is_held(file) for file in self._folder.glob("*.lock") if file.stem != str(os.getpid()))

    def _is_held(self, file: Path) -> bool:
        lock = FileLock(file, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError:
            return False
        lock.release()
        with suppress(OSError):
            file.unlink(missing_ok=True)
        return False


def wait_for_memory(presence: Presence, fits: Callable[[], bool], waits: Callable[[], None]) -> None:
    """Return once it fits, or nobody else holds a model that could be given up. `waits` is called each second."""
    while not fits() and presence.others():
        waits()
        time.sleep(_LOOK_EVERY)
