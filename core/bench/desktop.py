"""How fast and how steady the window is, at 1280×800 and drawn by the processor. Each part is measured by a process of
its own, `python -m desktop.bench PART`, because this half of the program knows nothing of windows.
"""

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path

import msgspec

from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.engine.prepare import machine
from core.errors import EngineError, UsageError
from core.program import program

PARTS = ("start", "registry", "clicks", "pages", "tree", "difference", "dataset", "grid", "log", "writing", "memory")
"""The modules of `desktop/bench` that measure something."""

_EXTRA = 'Install Whet with its extra “window”: pip install "whet-desktop[window]"'
_TAKES, _FULL_TAKES = 3, 9
_LONGEST = 900
"""Seconds for one part."""


class WindowFigures(msgspec.Struct, frozen=True):
    """One figure of a part: the median of several takes by the clock, the worst of them, and the processor time that
    the window's thread took for the median one, which other programs do not disturb."""

    id: str
    value: float
    worst: float
    processor: float | None
    unit: str
    bar: float | None


def bench(options: BenchOptions) -> BenchResult:
    """Every part, one after the other. Raises `UsageError` where the window is not installed."""
    if find_spec("PySide6") is None:
        raise UsageError("This bench opens the window, which is not installed here.", hint=_EXTRA)
    takes = _FULL_TAKES if options.full else _TAKES
    found: list[WindowFigures] = []
    for part in PARTS:
        found += measure(part, takes)
        options.say(f"{part}: {len(found)} figures")
    settings: dict[str, Cell] = {
        "window": "1280×800, offscreen, drawn by the processor",
        "takes": takes,
        "Qt": qt_version(),
        "load before": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }
    bars = [
        BenchBar(each.id, each.value, each.unit, each.bar, at_least=False) for each in found if each.bar is not None
    ]
    return BenchResult("desktop", machine(), settings, [_row(each) for each in found], bars)


def measure(part: str, takes: int, size: float = 1.0) -> list[WindowFigures]:
    """The figures of one part; at less than its whole `size` they only show that it works. Raises `EngineError` if its
    process fails."""
    done = subprocess.run(  # noqa: S603 - our own module
        program("desktop.bench", part, "--takes", str(takes), "--size", str(size)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_LONGEST,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([_source(), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep),
        },
    )
    if done.returncode:
        raise EngineError(f"The part “{part}” of the bench failed.", hint=done.stderr.strip()[-2000:])
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=list[WindowFigures])


def qt_version() -> str:
    """The version of Qt that draws, without loading it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("PySide6-Essentials")
    except PackageNotFoundError:
        return "unknown"


def _row(each: WindowFigures) -> dict[str, Cell]:
    return {
        "what": each.id,
        "median": each.value,
        "worst": each.worst,
        "processor": each.processor,
        "unit": each.unit,
        "at most": each.bar,
    }


def _source() -> str:
    """The folder that this program comes from."""
    return str(Path(__file__).parents[2])
