"""Starts `whet` as a person does, in a home of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.program import program

More = Mapping[str, str]
"""Variables of the environment."""

_NONE: More = {}

TRACEBACK = b"Traceback (most recent call last)"


@dataclass(frozen=True, slots=True)
class Done:
    """What a command said, and how it ended; `code` is -9 for one that had to be killed."""

    code: int
    out: bytes
    err: bytes

    @property
    def clear(self) -> bool:
        """Whether it ended by itself, and without a traceback."""
        return self.code >= 0 and TRACEBACK not in self.out + self.err


def whet(
    *words: str | Path,
    home: Path,
    cwd: Path | None = None,
    seconds: float = 120.0,
    more: More = _NONE,
) -> Done:
    """Run a command to its end."""
    return run(program("core", *map(str, words)), home=home, cwd=cwd, seconds=seconds, more=more)


def run(
    command: list[str],
    *,
    home: Path,
    cwd: Path | None = None,
    seconds: float = 120.0,
    more: More = _NONE,
) -> Done:
    """Run a program of ours to its end; what it does to files of a person it does to those below `home`."""
    with start(command, home=home, cwd=cwd, more=more) as child:
        try:
            out, err = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            out, err = child.communicate()
            return Done(-9, out, err)
    return Done(child.returncode, out, err)


def start(command: list[str], *, home: Path, cwd: Path | None = None, more: More = _NONE) -> "subprocess.Popen[bytes]":
    """Start a program of ours."""
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        cwd=cwd,
        env={**os.environ, "WHET_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=sys.platform != "win32",
    )
