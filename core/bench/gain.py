"""The main job: from the vague seed prompt of each sample task to a better one, certified on sealed rows."""

import time
from pathlib import Path

from core import paths
from core.bench import runs
from core.bench.table import Bar, BenchOptions, BenchResult, Cell
from core.domain.runspec import Budget
from core.engine.client import EngineProcess
from core.errors import RunError
from core.store.workspace import Workspace

_CALLS = 1500
_SEEDS = 3
_FULL_SEEDS = 10


def bench(options: BenchOptions) -> BenchResult:
    """One row per sample task and seed."""
    rows: list[dict[str, Cell]] = []
    machine = ""
    seeds = range(options.seed, options.seed + (_FULL_SEEDS if options.full else _SEEDS))
    with runs.scratch() as workspace, EngineProcess() as engine:
        for task in paths.sample_tasks():
            for seed in seeds:
                row, machine = _row(workspace, engine, task, seed)
                options.say(f"{row['task']}, seed {seed}: {row['seed prompt %']} → {row['best %']} %")
                rows.append(row)
    settings: dict[str, Cell] = {"method": "gpo, hardened", "calls": _CALLS, "model": "bundled"}
    return BenchResult("gain", machine, settings, rows, _bars(rows))


def _row(workspace: Workspace, engine: EngineProcess, task: Path, seed: int) -> tuple[dict[str, Cell], str]:
    prepared = runs.prepare(engine, task, seed=seed, budget=Budget(calls=_CALLS))
    folder = workspace.new_run(prepared.spec)
    began = time.monotonic()
    state = runs.run(engine, folder, task)
    seconds = time.monotonic() - began
    runs.certify(engine, folder, task)
    certificate = folder.read_certificate()
    if certificate is None:
        raise RunError(f"The run on “{task.name}” found nothing better than the seed prompt.")
    row: dict[str, Cell] = {
        "task": task.name,
        "seed": seed,
        "seed prompt %": round(100 * certificate.before, 1),
        "best %": round(100 * certificate.after, 1),
        "gain": round(100 * certificate.gain.difference, 1),
        "low": round(100 * certificate.gain.low, 1),
        "high": round(100 * certificate.gain.high, 1),
        "rows": certificate.gain.n,
        "calls": state.spend.calls,
        "seconds": round(seconds, 1),
        "prompt": state.nodes[state.best].candidate.prompt.text,
    }
    return row, prepared.machine


def _bars(rows: list[dict[str, Cell]]) -> list[Bar]:
    def least(column: str) -> float:
        return min(float(row[column] or 0) for row in rows)

    return [
        Bar("least gain", least("gain"), "points", 25),
        Bar("least lower end of the interval", least("low"), "points", 0.1),
        Bar("least number of sealed rows", least("rows"), "rows", 200),
    ]
