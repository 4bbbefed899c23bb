"""A small workspace with a run in it, made by the commands: what the attacks start from."""

import random
import shutil
from pathlib import Path

from core import paths
from core.bench.attacks.commands import whet
from core.errors import EngineError, ModelError

SHORT = ("--budget", "calls=60", "--anyway")
"""A run that is over in a moment; the command line would ask for more calls."""

_LONG = ("--budget", "calls=500")
"""Enough to learn a label bias, which is what this model's runs end with."""


def model() -> Path:
    """A model that is small enough to be asked all the time."""
    found = paths.tiny_model()
    if found is None:
        raise ModelError("The tiny model is missing from this installation.")
    return found


def rows(file: Path, count: int = 120, seed: int = 0) -> Path:
    """A data file with made-up rows."""
    chance = random.Random(seed)
    words = ("a", "roof", "town", "storm", "saw", "calm", "river", "night", "cold", "bright", "long", "old")
    lines = (f"{' '.join(chance.choices(words, k=9))},{chance.choice(('yes', 'no'))}\n" for _ in range(count))
    file.write_text("input,answer\n" + "".join(lines), encoding="utf-8")
    return file


def workspace(folder: Path) -> Path:
    """A workspace with a task and a finished run, in `folder`/base; `folder`/home is its person's."""
    base, home = folder / "base", folder / "home"
    if not base.exists():
        base.mkdir(parents=True)
        data = rows(folder / "rows.csv")
        _done("task", "create", "own", data, "--prompt", "Answer.", "--workspace", base, home=home)
        _done("optimize", "own", "--model", model(), *SHORT, "--workspace", base, home=home)
    return base


def certifiable(folder: Path) -> Path:
    """A workspace whose run can be certified, in `folder`/learnt."""
    base, home = folder / "learnt", folder / "home"
    if not base.exists():
        shutil.copytree(workspace(folder), base)
        shutil.rmtree(base / "runs")
        _done("optimize", "own", "--model", model(), *_LONG, "--workspace", base, home=home)
    return base


def _done(*words: str | Path, home: Path) -> None:
    """Run a command that attacks start from: on an empty workspace each of them would hold, and show nothing."""
    done = whet(*words, home=home)
    if done.code != 0:
        raise EngineError(f"What is to be attacked could not be made: {done.err.decode(errors='replace')[-300:]}")


def copy(folder: Path, name: str) -> Path:
    """A fresh copy of that workspace."""
    place = folder / name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(workspace(folder), place)
    return place


def run_of(place: Path) -> Path:
    """The folder of its run."""
    return next(each for each in (place / "runs").iterdir() if each.is_dir())
