"""Adds something to a copy of the sources, as a person would, and runs the tests that it concerns."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from core.errors import RunError

_COPIED = ("core", "desktop", "packaging", "resources", "tests", ".github", ".ci")
PYTHON = sys.executable
"""It runs the tests of a copy, which is no process of the product's: a checkout is never frozen."""

_LONGEST = 1_200
"""Seconds for one command in a copy."""


class TouchedPlace(Protocol):
    """One place that somebody who adds something has to know of, and to write in."""

    @property
    def name(self) -> str:
        """The file, or the folder."""

    def write(self, tree: Path) -> None:
        """Do it in a copy."""


@dataclass(frozen=True, slots=True)
class New:
    """New files: one place, however many of them lie in the same folder."""

    name: str
    files: Mapping[str, str]

    def write(self, tree: Path) -> None:
        """Make them."""
        for name, text in self.files.items():
            file = tree / self.name / name if self.name.endswith("/") else tree / self.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines put into a file that is there, each before an anchor that must stand in it exactly once."""

    name: str
    before: Mapping[str, str]

    def write(self, tree: Path) -> None:
        """Put them in. Raises `RunError` where an anchor is not found once: the recipe is to be mended."""
        text = (tree / self.name).read_text("utf-8")
        for anchor, new in self.before.items():
            if text.count(anchor) != 1:
                raise RunError(
                    f"{self.name} has {text.count(anchor)} places {anchor!r} instead of one.",
                    hint="Mend the recipe in core/bench/house_additions.py.",
                )
            text = text.replace(anchor, new + anchor)
        (tree / self.name).write_text(text, "utf-8")


@dataclass(frozen=True, slots=True)
class Chinese:
    """What is new on the screen, in Chinese. The translators' files are kept in step by their own command."""

    texts: Mapping[str, str]
    name: str = "resources/translations/whet_zh_CN.ts"

    def write(self, tree: Path) -> None:
        """Fill it in, and make what the window loads."""
        with TemporaryDirectory(prefix="whet-") as scratch:
            file = Path(scratch) / "filled.json"
            file.write_text(json.dumps(dict(self.texts)), "utf-8")
            for words in (["update"], ["fill", str(file)], ["compile"]):
                run(tree, "packaging/translations.py", *words)


@dataclass(frozen=True, slots=True)
class Addition:
    """Something new: the places to write in, commands that make the rest, and the tests that must pass then. `proof`
    is Python that uses it and fails if it does not work."""

    what: str
    most: int
    places: tuple[TouchedPlace, ...]
    tests: tuple[str, ...]
    proof: str
    made: tuple[tuple[str, ...], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class AddedPlaces:
    """What it cost: places, commands that wrote the rest, and what the tests said if they did not pass."""

    what: str
    places: tuple[str, ...]
    commands: tuple[str, ...]
    failed: str
    seconds: float


def cost(addition: Addition, root: Path) -> AddedPlaces:
    """Add it to a copy, and see whether that was all of it."""
    began = time.monotonic()
    with copied(root) as tree:
        failed = ""
        try:
            for place in addition.places:
                place.write(tree)
            for command in addition.made:
                run(tree, *command)
            run(tree, "-c", addition.proof)
            run(tree, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *addition.tests)
        except RunError as error:
            failed = f"{error.message} {error.hint}"
    commands = tuple(" ".join(command) for command in addition.made)
    names = tuple(place.name for place in addition.places)
    return AddedPlaces(addition.what, names, commands, failed, time.monotonic() - began)


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """A copy of the sources and tests that is gone afterwards."""
    with TemporaryDirectory(prefix="whet-house-") as scratch:
        tree = Path(scratch) / "whet"
        tree.mkdir()
        for entry in root.iterdir():
            if entry.name in _COPIED:
                shutil.copytree(entry, tree / entry.name, ignore=shutil.ignore_patterns("__pycache__"))
            elif entry.is_file():
                shutil.copy(entry, tree)
        yield tree


def run(tree: Path, *words: str) -> str:
    """Run this Python in a copy, with the copy's own modules. Raises `RunError` with the last lines of what it said."""
    bent = ("WHET_", "PYTHONSAFEPATH")  # scripts of a copy import what lies beside them
    variables = {name: value for name, value in os.environ.items() if not name.startswith(bent)}
    variables |= {"PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen", "WHET_HOME": str(tree.parent / "home")}
    done = subprocess.run(  # noqa: S603 - our own sources
        [PYTHON, *words],
        cwd=tree,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_LONGEST,
        check=False,
    )
    if done.returncode:
        raise RunError(f"{_named(words)} failed.", hint=_end(done.stdout + done.stderr))
    return done.stdout


def _named(words: Sequence[str]) -> str:
    return "The proof" if words[0] == "-c" else " ".join(words[:3])


def _end(said: str) -> str:
    return " / ".join(line.strip() for line in said.strip().splitlines()[-12:])[-1_500:]
