"""SIGKILL at any moment of what commands write; then the same command again, which must end as if nothing had been."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from core.bench.attacks import made
from core.bench.attacks.commands import start, whet
from core.program import program


def attack(folder: Path, moments: int, seed: int, say: Callable[[str], None]) -> tuple[int, int]:
    """Moments at which a command was killed, and those after which something was lost or different."""
    chance, home = random.Random(seed), folder / "home"
    base = made.workspace(folder)
    wanted = _log(base)
    longest = dict.fromkeys(_COMMANDS, 2.5)
    lost = 0
    for number in range(moments):
        name = list(_COMMANDS)[number % len(_COMMANDS)]
        place = folder / "killed"
        shutil.rmtree(place, ignore_errors=True)
        if name in {"export", "show"}:
            shutil.copytree(base, place)
        elif name == "optimize":
            shutil.copytree(base / "tasks", place / "tasks")
            shutil.copy(base / "whet.json", place)
            (place / "runs").mkdir()
        else:
            place.mkdir()
        began = time.monotonic()
        killed = _killed(_words(name, folder, place), home, chance.uniform(0.05, longest[name]))
        if not killed:  # it was done before: aim earlier
            longest[name] = max(0.3, 0.8 * (time.monotonic() - began))
        problem = _again(name, folder, place, home, wanted)
        lost += bool(problem)
        say(f"kill {number + 1} of {moments}, {name}: {problem or 'as if nothing had been'}")
    return moments, lost


_COMMANDS = ("create", "optimize", "export", "begin")


def _words(name: str, folder: Path, place: Path) -> list[str | Path]:
    at: list[str | Path] = ["--workspace", place]
    match name:
        case "create":
            return ["task", "create", "own", folder / "rows.csv", "--prompt", "Answer.", *at]
        case "optimize":
            return ["optimize", "own", "--model", made.model(), "--budget", made.CALLS, *at]
        case "export":
            return ["export", "last", "--output", place / "out.txt", *at]
    return ["try", "sentiment", "--prompt", "Say it.", "--model", made.model(), *at]


def _killed(words: list[str | Path], home: Path, after: float) -> bool:
    with start(program("core", *map(str, words)), home=home) as child:
        try:
            child.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            if sys.platform == "win32":
                child.kill()
            else:
                os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            return True
    return False


def _again(name: str, folder: Path, place: Path, home: Path, wanted: bytes) -> str:
    """What is wrong after the command was given again; nothing if all is well."""
    time.sleep(0.2)  # an engine notices that nobody listens any more
    if name == "optimize" and any((place / "runs").iterdir()):
        done = whet("resume", "last", "--model", made.model(), "--workspace", place, home=home)
        unfit = b"is not a run" in done.err or b"There are no runs" in done.err  # killed before its first event
        if not unfit:
            return "" if _log(place) == wanted else f"another log: {done.err[-200:]!r}"
    done = whet(*_words(name, folder, place), home=home)
    if name == "create" and b"exists already" in done.err:
        done = whet("try", "own", "--prompt", "x", "--model", made.model(), "--workspace", place, home=home)
    if name == "optimize":
        return "" if _log(place) == wanted else f"another log: {done.err[-200:]!r}"
    return "" if done.code == 0 else f"code {done.code}: {done.err[-200:]!r}"


def _log(place: Path) -> bytes:
    found = sorted((place / "runs").glob("*/events.jsonl"))
    return found[-1].read_bytes() if found else b""
