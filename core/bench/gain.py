"""The main job: from the vague seed prompt of each sample task to a better one, certified on sealed rows."""

import time
from dataclasses import dataclass
from pathlib import Path

from core import paths
from core.bench import runs
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import Budget
from core.engine.client import EngineProcess
from core.errors import RunError
from core.store.workspace import Workspace

CALLS = 1500
_SEEDS = 3
_FULL_SEEDS = 10


@dataclass(frozen=True, slots=True)
class GainRow:
    """One search with its certificate. Scores are percentages of the sealed rows, gains points."""

    task: str
    seed: int
    before: float
    after: float
    gain: float
    low: float
    high: float
    rows: int
    calls: int
    seconds: float
    prompt: str
    machine: str

    def cells(self) -> dict[str, Cell]:
        """As a row of the table."""
        return {
            "task": self.task,
            "seed": self.seed,
            "seed prompt %": self.before,
            "best %": self.after,
            "gain": self.gain,
            "low": self.low,
            "high": self.high,
            "rows": self.rows,
            "calls": self.calls,
            "seconds": self.seconds,
            "prompt": self.prompt,
        }


def bench(options: BenchOptions) -> BenchResult:
    """One row per sample task and seed."""
    found: list[GainRow] = []
    seeds = range(options.seed, options.seed + (_FULL_SEEDS if options.full else _SEEDS))
    with runs.scratch() as workspace, EngineProcess() as engine:
        for task in paths.sample_tasks():
            for seed in seeds:
                row = measured(workspace, engine, task, seed)
                options.say(f"{row.task}, seed {seed}: {row.before} → {row.after} %")
                found.append(row)
    settings: dict[str, Cell] = {"method": "gpo, hardened", "calls": CALLS, "model": "bundled"}
    return BenchResult("gain", found[0].machine, settings, [row.cells() for row in found], _bars(found))


def measured(workspace: Workspace, engine: EngineProcess, task: Path, seed: int) -> GainRow:
    """One search from the vague prompt, certified on the sealed rows."""
    prepared = runs.prepare(engine, task, seed=seed, budget=Budget(calls=CALLS))
    folder = workspace.new_run(prepared.spec)
    began = time.monotonic()
    state = runs.run(engine, folder, task)
    seconds = time.monotonic() - began
    runs.certify(engine, folder, task)
    certificate = folder.read_certificate()
    if certificate is None:
        raise RunError(f"The run on “{task.name}” found nothing better than the seed prompt.")
    gain = certificate.gain
    return GainRow(
        task.name,
        seed,
        round(100 * certificate.before, 1),
        round(100 * certificate.after, 1),
        round(100 * gain.difference, 1),
        round(100 * gain.low, 1),
        round(100 * gain.high, 1),
        gain.n,
        state.spend.calls,
        round(seconds, 1),
        state.nodes[state.best].candidate.prompt.text,
        prepared.machine,
    )


def _bars(rows: list[GainRow]) -> list[BenchBar]:
    return [
        BenchBar("least gain", min(row.gain for row in rows), "points", 25),
        BenchBar("least lower end of the interval", min(row.low for row in rows), "points", 0.1),
        BenchBar("least number of sealed rows", min(row.rows for row in rows), "rows", 200),
    ]
