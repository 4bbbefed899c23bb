"""Threads: how much faster is the engine with 1, 2, 4 and 8 of them, on an idle machine and beside a busy program?

How threads wait for each other is chosen where `core.llm.llama` is imported; other values of its two variables
(OMP_WAIT_POLICY, GOMP_SPINCOUNT) can be measured by setting them before.
"""

import os
import time
from typing import Final

from core import paths
from core.bench import engine_threads
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import ModelSettings
from core.engine.prepare import machine
from core.errors import RunError
from core.llm import hardware
from core.llm.llama import load
from core.llm.llama.tuning import BUSY, OtherPrograms

COUNTS: Final = (1, 2, 4, 8)
_SETTINGS: Final = ModelSettings(context=512, lanes=16, batch=512, threads=1)
_BARS: Final = {"prompt": 1.7, "decode 16": 1.4}


def bench(options: BenchOptions) -> BenchResult:
    """One row per number of threads and load. More threads than cores are measured with `--full` alone."""
    file = options.model or paths.starter_model() or paths.bundled_model()
    if file is None:
        raise RunError("This installation has no model.", hint="Name a GGUF with --model FILE.")
    cores = hardware.cores()
    counts = tuple(count for count in COUNTS if options.full or count <= cores)
    model = load(file, _SETTINGS)
    others = OtherPrograms()
    try:
        time.sleep(0.5)
        busy = others.cores()
        rows = engine_threads.table(model, counts, 5 if options.full else 3, options.say)
    finally:
        model.close()
    settings: dict[str, Cell] = {
        "model": file.name, "cores": cores, "OMP_WAIT_POLICY": os.environ.get("OMP_WAIT_POLICY", ""),
        "GOMP_SPINCOUNT": os.environ.get("GOMP_SPINCOUNT", ""), "cores used by others before": round(busy, 2),
        "quiet": busy <= BUSY,
    }  # fmt: skip
    return BenchResult("threads", machine(), settings, rows, _bars(rows))


def _bars(rows: list[dict[str, Cell]]) -> list[BenchBar]:
    """Two threads against one on cores that nobody else uses."""
    idle = {row["threads"]: row for row in rows if row["busy programs"] == 0}
    if not {1, 2} <= idle.keys():
        return []
    return [
        BenchBar(f"two threads against one: {what}", round(_speed(idle[2], what) / _speed(idle[1], what), 2), "×", bar)
        for what, bar in _BARS.items()
    ]


def _speed(row: dict[str, Cell], what: str) -> float:
    return float(row[f"{what}, tokens/s"] or 0.0)
