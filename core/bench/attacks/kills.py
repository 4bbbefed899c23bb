"""SIGKILL at any moment of what commands write; then the same command again, which must end as if nothing had been."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.bench.attacks import made
from core.bench.attacks.commands import start, whet
from core.bench.attacks.server import serving
from core.program import program

Words = list[str | Path]


@dataclass(frozen=True, slots=True)
class _Site:
    """Where commands are killed: a workspace that is made anew for each, its person's home, and who serves models."""

    folder: Path
    place: Path
    home: Path
    address: str

    def at(self, *words: str | Path) -> Words:
        return [*words, "--workspace", self.place]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A command. `prepared` makes what it starts from; `again` is what a person gives after it was killed, one after
    the other until one is done; `made` is what there is in the end, the same whether it was killed or not."""

    words: Callable[[_Site], Words]
    prepared: Callable[[_Site], None]
    made: Callable[[_Site], object]
    again: tuple[Callable[[_Site], Words], ...] = ()


def attack(folder: Path, moments: int, seed: int, say: Callable[[str], None]) -> tuple[int, int]:
    """Moments at which a command was killed, and those after which something was lost or different."""
    chance = random.Random(seed)
    made.workspace(folder)
    made.rows(folder / "more.csv", seed=3)
    with serving(made.model()) as address:
        site = _Site(folder, folder / "killed", folder / "killed-home", address)
        wanted: dict[str, object] = {}
        longest: dict[str, float] = {}
        lost = 0
        for number in range(moments):
            name = list(_KINDS)[number % len(_KINDS)]
            kind = _KINDS[name]
            if name not in wanted:
                wanted[name], longest[name] = _alone(kind, site)
            _prepare(kind, site)
            began = time.monotonic()
            killed = _killed(kind.words(site), site.home, chance.uniform(0.05, longest[name]))
            if not killed:  # it was done before: aim earlier
                longest[name] = max(0.3, 0.8 * (time.monotonic() - began))
            problem = _again(kind, site, wanted[name])
            lost += bool(problem)
            say(f"kill {number + 1} of {moments}, {name}: {problem or 'as if nothing had been'}")
    return moments, lost


def _prepare(kind: _Kind, site: _Site) -> None:
    for each in (site.place, site.home):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir()
    kind.prepared(site)


def _alone(kind: _Kind, site: _Site) -> tuple[object, float]:
    """What the command makes if nobody kills it, and the seconds it takes."""
    _prepare(kind, site)
    began = time.monotonic()
    whet(*kind.words(site), home=site.home)
    return kind.made(site), time.monotonic() - began


def _killed(words: Words, home: Path, after: float) -> bool:
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


def _again(kind: _Kind, site: _Site, wanted: object) -> str:
    """What is wrong after the command was given again; nothing if all is well."""
    time.sleep(0.2)  # an engine notices that nobody listens any more
    said = b""
    for words in (*kind.again, kind.words):
        done = whet(*words(site), home=site.home)
        said = done.err
        if not done.clear:
            return f"code {done.code}: {done.err[-200:]!r}"
        if done.code == 0:
            break
    found = kind.made(site)
    return "" if found == wanted and found else f"not the same as alone: {said[-200:]!r}"


def _nothing(site: _Site) -> None:
    """An empty folder."""
    del site


def _base(site: _Site) -> None:
    shutil.copytree(made.workspace(site.folder), site.place, dirs_exist_ok=True)


def _learnt(site: _Site) -> None:
    shutil.copytree(made.certifiable(site.folder), site.place, dirs_exist_ok=True)


def _task_alone(site: _Site) -> None:
    _base(site)
    shutil.rmtree(site.place / "runs")


def _task(name: str) -> Callable[[_Site], object]:
    """The files of a task, and of those beside it."""

    def files(site: _Site) -> object:
        tasks = site.place / "tasks"
        found = {file.relative_to(tasks): file.read_bytes() for file in tasks.glob("*/[!.]*") if file.is_file()}
        return found if (tasks / name / "task.toml").exists() else None

    return files


def _logs(site: _Site) -> object:
    """Every different log; a run that was killed before its first event has none."""
    return {file.read_bytes() for file in (site.place / "runs").glob("*/events.jsonl")} - {b""}


def _certificates(site: _Site) -> object:
    return {file.read_bytes() for file in (site.place / "runs").glob("*/certificate.json")}


def _file(name: str) -> Callable[[_Site], object]:
    return lambda site: (site.home / name).read_bytes() if (site.home / name).exists() else b""


_KINDS = {
    "create": _Kind(
        lambda site: site.at("task", "create", "own", site.folder / "rows.csv", "--prompt", "Answer."),
        _nothing,
        _task("own"),
        (lambda site: site.at("try", "own", "--prompt", "x", "--model", made.model()),),
    ),
    "import": _Kind(
        lambda site: site.at("task", "create", "more", site.folder / "more.csv", "--prompt", "Answer."),
        _base,
        _task("more"),
        (lambda site: site.at("try", "more", "--prompt", "x", "--model", made.model()),),
    ),
    "begin": _Kind(
        lambda site: site.at("try", "sentiment", "--prompt", "Say it.", "--model", made.model()),
        _nothing,
        lambda site: (site.place / "whet.json").exists(),
    ),
    "optimize": _Kind(
        lambda site: site.at("optimize", "own", "--model", made.model(), *made.SHORT),
        _task_alone,
        _logs,
        (lambda site: site.at("resume", "last", "--model", made.model()),),
    ),
    "certify": _Kind(
        lambda site: site.at("certify", "last", "--model", made.model()), _learnt, _certificates
    ),
    "export": _Kind(
        lambda site: site.at("export", "last", "--output", site.home / "out.txt"), _base, _file("out.txt")
    ),
    "download": _Kind(
        lambda site: ["models", "download", site.address, "--to", site.home / "models"],
        _nothing,
        lambda site: _file(f"models/{made.model().name}")(site) == made.model().read_bytes(),
    ),
}  # fmt: skip
