"""How the house stands: lines, imports, places that something new costs, and names that are used twice.

Counted in a checkout. What something new costs is not believed but tried: it is added to a copy, place by place, and
the tests that it concerns are run there (`core.bench.house_additions`).
"""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import core
from core.bench.house_additions import ADDITIONS
from core.bench.house_copy import PYTHON, AddedPlaces, cost
from core.bench.house_count import PACKAGES, Source, imports_per_file, lines, modules_at, names_used_twice, sources
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.engine.prepare import machine
from core.errors import UsageError

_LINES, _CORE_IMPORTS, _DESKTOP_IMPORTS, _TWICE = 61_300, 5.6, 5.8, 48
"""From the review of November 2026: 64,300 lines were to become about 3,000 fewer; the others were not to grow."""

_MINUTES = {"test --fast": 2.0, "test": 15.0}

_REVIEWED = "23fd344"
"""The commit that was looked at. Files that came after it are features, and their lines are told, not counted."""


def bench(options: BenchOptions) -> BenchResult:
    """One row per figure; what something new costs, and names used twice, are tables beside. `--only` names additions;
    `--full` runs both test commands, too."""
    root = _checkout()
    found = {package: sources(root, package) for package in PACKAGES}
    every = [each for package in PACKAGES for each in found[package]]
    costs = list(_costs(options, root))
    twice = names_used_twice(every)
    minutes = _minutes(options, root) if options.full else {}
    old = modules_at(root, _REVIEWED)
    counted = lines(each for each in every if old is not None and each.module in old)
    bars = [
        *(
            [BenchBar("lines of files that were there at the review", counted, "lines", _LINES, at_least=False)]
            if old
            else []
        ),
        BenchBar("own imports per file of core", _mean(found["core"]), "", _CORE_IMPORTS, at_least=False),
        BenchBar("own imports per file of desktop", _mean(found["desktop"]), "", _DESKTOP_IMPORTS, at_least=False),
        BenchBar("public classes named alike", len(twice), "names", _TWICE, at_least=False),
        *(_bar(each) for each in costs),
        BenchBar("additions whose tests pass", sum(not each.failed for each in costs), "", len(costs)),
        *(BenchBar(f"`{name}`", spent, "min", _MINUTES[name], at_least=False) for name, spent in minutes.items()),
    ]
    rows = [_package(name, parts) for name, parts in found.items()]
    added = lines(every) - counted if old else None
    rows.append({**dict.fromkeys(rows[0]), "part": "files added since the review", "lines": added})
    more = {"costs": [_cost_row(each) for each in costs], "named alike": [_twice(*each) for each in twice.items()]}
    settings: dict[str, Cell] = {"version": core.__version__, "review": _REVIEWED if old else "not in this history"}
    return BenchResult("house", machine(), settings, rows, bars, more)


def _checkout() -> Path:
    root = Path(core.__file__).parents[1]
    if not (root / "tests").is_dir() or not (root / "pyproject.toml").is_file():
        raise UsageError("The bench of the house counts sources and tests, which are not installed here.",
                         hint="Run it in a checkout.")  # fmt: skip
    return root


def _costs(options: BenchOptions, root: Path) -> Iterator[AddedPlaces]:
    known = {each.what: each for each in ADDITIONS}
    unknown = [name for name in options.only if name not in known]
    if unknown:
        raise UsageError(f"There is no addition “{unknown[0]}”.", hint=f"There are: {', '.join(known)}.")
    for addition in ADDITIONS:
        if not options.only or addition.what in options.only:
            found = cost(addition, root)
            options.say(f"a new {found.what}: {len(found.places)} places, {found.failed or 'its tests pass'}")
            yield found


def _bar(found: AddedPlaces) -> BenchBar:
    most = next(each.most for each in ADDITIONS if each.what == found.what)
    return BenchBar(f"places that a new {found.what} costs", len(found.places), "places", most, at_least=False)


def _mean(found: list[Source]) -> float:
    return round(imports_per_file(found), 2)


def _package(name: str, found: list[Source]) -> dict[str, Cell]:
    return {
        "part": name,
        "lines": lines(found),
        "files": len(found),
        "longest file": max(each.lines for each in found),
        "own imports per file": _mean(found),
    }


def _cost_row(found: AddedPlaces) -> dict[str, Cell]:
    return {
        "a new": found.what,
        "places": len(found.places),
        "tests": "failed" if found.failed else "pass",
        "seconds": round(found.seconds, 1),
        "written in": ", ".join(found.places),
        "made by": ", ".join(found.commands),
        "what failed": found.failed,
    }


def _twice(name: str, modules: list[str]) -> dict[str, Cell]:
    return {"name": name, "modules": ", ".join(modules)}


def _minutes(options: BenchOptions, root: Path) -> dict[str, float]:
    """How long the two test commands take, by the clock. Raises nothing where tests fail: that is theirs to say."""
    found = {}
    for name in _MINUTES:
        began, spent = time.monotonic(), sum(os.times()[2:4])
        command = [PYTHON, "packaging/bootstrap.py", *name.split(), "--no-starter"]
        subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # noqa: S603
        found[name] = round((time.monotonic() - began) / 60, 1)
        options.say(f"{name}: {found[name]} minutes, {(sum(os.times()[2:4]) - spent) / 60:.1f} of processor time")
    return found
