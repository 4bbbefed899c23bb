"""kill -9 at random moments, then resume: the log must end byte for byte like that of a run never killed."""

import random
import threading
import time
from pathlib import Path

from core import paths
from core.bench import runs
from core.bench.table import Bar, BenchOptions, BenchResult, Cell
from core.domain.runspec import Budget, RunSpec
from core.engine.client import EngineProcess
from core.errors import EngineError
from core.store.runs import RunFolder
from core.store.workspace import Workspace

_KILLS = 50
_CALLS = 400


def bench(options: BenchOptions) -> BenchResult:
    """One row per killed run. Every third is also cut in the middle of its last line, as a power cut would."""
    task = paths.sample_tasks()[0]
    chance = random.Random(options.seed)
    with runs.scratch() as workspace:
        with EngineProcess() as engine:
            prepared = runs.prepare(engine, task, seed=options.seed, budget=Budget(calls=_CALLS))
        began = time.monotonic()
        expected = _whole_run(workspace, prepared.spec, task)
        seconds = time.monotonic() - began
        rows: list[dict[str, Cell]] = []
        for number in range(_KILLS):
            row = _killed(workspace, prepared.spec, task, expected, chance.uniform(0.0, seconds), number % 3 == 0)
            options.say(f"kill {number + 1} of {_KILLS}: {row}")
            rows.append(row)
    settings: dict[str, Cell] = {"task": task.name, "calls": _CALLS, "seconds of a whole run": round(seconds, 1)}
    equal = sum(bool(row["equal"]) for row in rows)
    return BenchResult("resume", prepared.machine, settings, rows, [Bar("equal logs", equal, "runs", _KILLS)])


def _whole_run(workspace: Workspace, spec: RunSpec, task: Path) -> bytes:
    folder = workspace.new_run(spec)
    with EngineProcess() as engine:
        runs.run(engine, folder, task)
    return folder.log_path.read_bytes()


def _killed(
    workspace: Workspace,
    spec: RunSpec,
    task: Path,
    expected: bytes,
    after: float,
    cut: bool,  # noqa: FBT001 - one caller
) -> dict[str, Cell]:
    folder = workspace.new_run(spec)
    _run_and_kill(folder, task, after)
    log = folder.log_path
    left = log.read_bytes() if log.exists() else b""
    if cut and left:
        left = left[: -min(len(left), 1 + len(left.splitlines()[-1]) // 2)]
        log.write_bytes(left)
    with EngineProcess() as engine:
        runs.run(engine, folder, task)
    return {
        "killed after s": round(after, 2),
        "events before": left.count(b"\n"),
        "cut": cut,
        "equal": log.read_bytes() == expected,
    }


def _run_and_kill(folder: RunFolder, task: Path, after: float) -> None:
    with EngineProcess() as engine:
        killer = threading.Timer(after, engine.kill)
        killer.start()
        try:
            runs.run(engine, folder, task)
        except EngineError:
            pass
        finally:
            killer.cancel()
