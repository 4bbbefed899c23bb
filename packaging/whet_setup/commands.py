"""The command line of the setup: what was asked for is installed once, and then started in our place."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from whet_setup.backend import BACKENDS
from whet_setup.children import ChildError, Children, environment
from whet_setup.failure import SetupError
from whet_setup.fetching import check_fetched, fetch
from whet_setup.installation import Installation
from whet_setup.locks import alone
from whet_setup.places import Places, find_places, script
from whet_setup.speech import duration, say
from whet_setup.steps import Step, outdated, pending, perform
from whet_setup.system import find_display

_INTERRUPTED = 130
_CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("mypy", "-p", "whet_setup"),
    ("lint-imports",),
)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Set Whet up in this folder, and start it.")
    commands = parser.add_subparsers(dest="command", required=True)
    about = {
        "run": "set up what is missing, then open the window on a sample task (in the terminal without a display)",
        "test": "set up what is missing, then run all tests; what follows `--` goes to pytest",
        "check": "set up what is missing, then run the static checks",
        "freeze": "set up what is missing, then make a program that starts without Python, in dist/whet",
        "fetch": "download all that an isolated machine needs into a folder",
    }
    for name, text in about.items():
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument(
            "--backend", choices=("auto", *BACKENDS), help="what llama.cpp is built for (as before, else auto)"
        )
        command.add_argument("--no-starter", action="store_true", help="leave the starter model out (98 MB)")
        if name == "fetch":
            command.add_argument("folder", type=Path, metavar="DIR")
        else:
            command.add_argument(
                "--wheels", type=Path, metavar="DIR", help="install from a fetched folder, without any network"
            )
        if name == "test":
            command.add_argument(
                "--fast", action="store_true", help="only tests that start no model, engine or window, two minutes"
            )
            command.add_argument("pytest", nargs="*", help="arguments for pytest")
    return parser.parse_args(argv)


def _installation(asked: argparse.Namespace, places: Places) -> Installation:
    wheels = None if asked.command == "fetch" or asked.wheels is None else asked.wheels.absolute()
    if wheels is not None:
        check_fetched(wheels)
    children = Children(places.log, offline=wheels is not None)
    needed = asked.command != "run"
    return Installation(places, children, asked.backend, wheels, with_starter=not asked.no_starter, with_llama=needed)


def _steps(command: str, installation: Installation) -> list[Step]:
    if command == "fetch":
        return installation.tool_steps()
    if command == "freeze":
        return installation.freeze_steps()
    return installation.run_steps(find_display()) if command == "run" else installation.test_steps()


def _set_up(asked: argparse.Namespace, places: Places) -> None:
    installation = _installation(asked, places)
    with alone(places.scratch / "setup.lock"):
        steps, stamps = _steps(asked.command, installation), installation.stamps
        if stamps.half_made():
            say("An earlier setup was stopped half-way; the environment is made anew (what was built is kept).")
        if outdated(steps, stamps):
            stamps.scrap()
        todo = pending(steps, stamps)
        if todo:
            places.log.unlink(missing_ok=True)
            perform(todo, stamps)
        if asked.command == "fetch":
            fetch(installation, asked.folder.absolute())


def _become(command: Sequence[str | Path], *, cwd: Path | None = None, extra: dict[str, str] | None = None) -> int:
    """Start a program in our place; its exit code is ours."""
    words = [str(word) for word in command]
    variables = environment(extra)
    sys.stdout.flush()
    if cwd is not None:
        os.chdir(cwd)
    if os.name != "nt":  # there, exec would return to the shell at once
        os.execve(words[0], words, variables)
    return subprocess.run(words, env=variables, check=False).returncode


def _run(places: Places, *, can_load: bool) -> int:
    safe = {"PYTHONSAFEPATH": "1"}  # a folder named core where the person stands must not be taken for ours
    if find_display():
        if not can_load:
            say("Opening the window.")
            return _become([places.python, "-m", "desktop"], extra=safe)
        say("Opening the window on a sample task.")
        return _become([places.python, "-m", "desktop", "--demo"], extra=safe)
    if not can_load:
        say("There is no display here, and no model that could be loaded. Servers that run:")
        return _become([places.python, "-m", "core", "models", "servers"], extra=safe)
    say("There is no display, so the sample task runs here in the terminal.")
    return _become([places.python, "-m", "core", "demo"], extra=safe)


def _test(places: Places, pytest: Sequence[str], *, fast: bool) -> int:
    """All tests on all cores, in work lists that even out; what a person asks of pytest is asked as it stands."""
    say("Running the tests; windows are drawn into memory.")
    some = ["-m", "pure and not slow"] if fast else []
    workers = 1 + max(1, os.cpu_count() or 1)  # one more than cores, as many a test waits for its engine or a window
    spread = [] if pytest else ["-n", str(workers), "--dist", "worksteal"]
    words: list[str | Path] = [places.python, "-m", "pytest", *spread, *some, *pytest]
    return _become(words, cwd=places.root, extra={"QT_QPA_PLATFORM": "offscreen"})


def _passes(places: Places, name: str, *arguments: str) -> bool:
    start = time.monotonic()
    command = [str(script(places.venv, name)), *arguments]
    done = subprocess.run(command, cwd=places.root, env=environment({"MYPYPATH": "packaging"}), check=False)
    outcome = "ok" if done.returncode == 0 else "FAILED"
    say(f"{' '.join((name, *arguments))}: {outcome} in {duration(time.monotonic() - start)}")
    return done.returncode == 0


def _check(places: Places) -> int:
    """Every static check, all of them even if one fails; 0 if none did."""
    outcomes = [_passes(places, *check) for check in _CHECKS]
    return 0 if all(outcomes) else 1


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say. 0 done, 1 failed with a sentence, 2 usage, 130 interrupted; else the program's own."""
    asked = _arguments(argv)
    try:
        places = find_places()
        _set_up(asked, places)
    except ChildError as error:
        say(f"\n{error}\nWhat was finished is kept; once the cause is gone, start this again.")
        return 1
    except SetupError as error:
        say(f"\n{error}")
        return 1
    except OSError as error:
        say(f"\nThe setup could not go on: {error}. What was finished is kept; start this again when that is mended.")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted. What was finished is kept: start the same command again to go on.")
        return _INTERRUPTED
    if asked.command == "fetch":
        return 0
    if asked.command == "run":
        return _run(places, can_load=not _installation(asked, places).llama.is_left_out())
    if asked.command == "freeze":
        return _become([places.python, places.root / "packaging" / "freeze.py"])
    return _test(places, asked.pytest, fast=asked.fast) if asked.command == "test" else _check(places)
