"""A small workspace with a run in it, made by the commands: what the attacks start from."""

import random
import shutil
from pathlib import Path

from core import paths
from core.bench.attacks.commands import whet
from core.errors import ModelError

CALLS = "calls=60"
_LONG = "calls=500"
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
        whet("task", "create", "own", data, "--prompt", "Answer.", "--workspace", base, home=home)
        whet("optimize", "own", "--model", model(), "--budget", CALLS, "--workspace", base, home=home)
    return base


def certifiable(folder: Path) -> Path:
    """A workspace whose run can be certified, in `folder`/learnt."""
    base, home = folder / "learnt", folder / "home"
    if not base.exists():
        shutil.copytree(workspace(folder), base)
        shutil.rmtree(base / "runs")
        whet("optimize", "own", "--model", model(), "--budget", _LONG, "--workspace", base, home=home)
    return base


def copy(folder: Path, name: str) -> Path:
    """A fresh copy of that workspace."""
    place = folder / name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(workspace(folder), place)
    return place


def run_of(place: Path) -> Path:
    """The folder of its run."""
    return next(each for each in (place / "runs").iterdir() if each.is_dir())
