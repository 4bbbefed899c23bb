"""What a test may leave behind: no thread, no process, no timer that runs, no file."""

import gc
import tempfile
import threading
import time
from pathlib import Path

import psutil
import pytest
import shiboken6
from PySide6.QtCore import QTimer

_GRACE = 3.0
"""Seconds in which a thread or a process that has been told to end must be gone."""


def temporary_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let this process, and those that it starts, put their temporary files here."""
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def seen() -> set[str]:
    """What is there now."""
    return {*_processes(), *_threads()}


def left_since(before: set[str], temporary: Path) -> list[str]:
    """What is there now and was not there before; what is on its way out gets a moment."""
    ends = time.monotonic() + _GRACE
    while (left := seen() - before) and time.monotonic() < ends:
        time.sleep(0.02)
    return [*sorted(left), *_timers(), *(f"file {file.name}" for file in temporary.iterdir())]


def _timers() -> list[str]:
    """Those that fire for ever, and those that will fire for somebody who is gone."""
    timers = [each for each in gc.get_objects() if isinstance(each, QTimer)]
    running = [each for each in timers if shiboken6.isValid(each) and each.isActive()]
    return [f"timer of {each.parent()}" for each in running if not each.isSingleShot() or each.parent() is None]


def _processes() -> list[str]:
    children = psutil.Process().children(recursive=True)
    return [f"process {child.pid} {_command(child)}" for child in children if _lives(child)]


def _lives(child: psutil.Process) -> bool:
    try:
        return child.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _command(child: psutil.Process) -> str:
    try:
        return " ".join(child.cmdline())
    except psutil.Error:
        return ""


def _threads() -> list[str]:
    """Python's. Those of the window's pools end with their pool, which waits for their work; those of the pool in which
    Qt draws large pictures ("Thread (pooled)" in a debugger) stay for 30 seconds, and no program can end them sooner.
    """
    return [f"thread {thread.name}" for thread in threading.enumerate() if not _is_of_qt(thread)]


def _is_of_qt(thread: threading.Thread) -> bool:
    """Python makes up an entry for each thread of Qt's that ever called it, and keeps it."""
    return thread.name.startswith("Dummy-")
