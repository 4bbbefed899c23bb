"""Steps that are done once: each leaves a stamp with the fingerprint of what it was made from."""

import json
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from whet_setup.failure import SetupError
from whet_setup.speech import duration, say

ENVIRONMENT = "python"


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do once for each `key`. `seconds` is what it takes on two cores; `work` returns the key reached."""

    name: str
    title: str
    seconds: int
    key: str
    work: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Stamps:
    """What was finished in this environment, and whether something was left half-done in it."""

    venv: Path
    folder: Path
    aside: Path

    def key(self, name: str) -> str:
        """The key with which a step was last finished, or an empty text."""
        try:
            read = json.loads((self.folder / f"{name}.json").read_text("utf-8"))
            return str(read["key"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""  # no stamp, or half of one: the step is done again

    def write(self, name: str, key: str, seconds: float) -> None:
        """Say that a step is finished; in one move, so that no half of a stamp can be read."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f"{name}.json.tmp"
        draft.write_text(json.dumps({"key": key, "seconds": round(seconds, 1)}), "utf-8")
        draft.replace(self.folder / f"{name}.json")

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Around anything that writes into the environment: if it does not end well, the environment is given up."""
        self.folder.mkdir(parents=True, exist_ok=True)
        marker = self.folder / "changing"
        marker.touch()
        yield
        marker.unlink()

    def half_made(self) -> bool:
        """Whether an earlier setup was stopped while it wrote into the environment."""
        return (self.folder / "changing").exists()

    def scrap(self) -> None:
        """Delete the environment. Raises SetupError if it is not one of ours, or is in use."""
        if not self.venv.exists():
            return
        if not self.folder.is_dir() and any(self.venv.iterdir()):
            raise SetupError(
                f"{self.venv} exists and was not made by this setup; it was left as it is. "
                "Rename or delete it, then start this again."
            )
        try:
            shutil.rmtree(self.aside, ignore_errors=True)
            self.aside.parent.mkdir(parents=True, exist_ok=True)
            self.venv.rename(self.aside)  # a stop in the middle of deleting must not leave stamps without files
            shutil.rmtree(self.aside)
        except OSError as error:
            raise SetupError(
                f"The environment {self.venv} must be made anew and could not be removed ({error.strerror}). "
                "Close every program that runs from it, then start this again."
            ) from error


def pending(steps: Sequence[Step], stamps: Stamps) -> list[Step]:
    """The steps that are not finished; all of them if the environment itself is not, or not whole."""
    if outdated(steps, stamps):
        return list(steps)
    return [step for step in steps if stamps.key(step.name) != step.key]


def outdated(steps: Sequence[Step], stamps: Stamps) -> bool:
    """Whether the environment cannot be gone on with: half-made, or made by another Python or for another folder."""
    wanted = next(step.key for step in steps if step.name == ENVIRONMENT)
    return stamps.half_made() or stamps.key(ENVIRONMENT) != wanted


def perform(steps: Sequence[Step], stamps: Stamps) -> None:
    """Do the steps in order, each stamped when it is finished. What was finished before stays finished."""
    expected = sum(step.seconds for step in steps)
    say(f"Setting up: {len(steps)} step{'s' * (len(steps) > 1)}, about {duration(expected)} on two cores.")
    begun = time.monotonic()
    for number, step in enumerate(steps, 1):
        say(f"[{number}/{len(steps)}] {step.title} (about {duration(step.seconds)})")
        start = time.monotonic()
        reached = step.work()
        spent = time.monotonic() - start
        stamps.write(step.name, reached, spent)
        say(f"      done in {duration(spent)}")
    say(f"Set up in {duration(time.monotonic() - begun)}.")
