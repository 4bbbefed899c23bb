"""Methods × checks: what every method must keep, on simulated models and in real engines that are killed."""

import random

from core import paths
from core.bench import resume, runs
from core.bench.checks import SIMULATED
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import Budget
from core.engine.client import EngineProcess
from core.events import decode
from core.methods import NAMES
from core.state import fold
from core.store.workspace import Workspace

KEPT = "kept"
"""The cell of a check that a method keeps; any other cell says what is wrong."""

_CALLS = 400
_KILLS, _FULL_KILLS = 2, 10


def bench(options: BenchOptions) -> BenchResult:
    """One row per method, one column per check."""
    rows: list[dict[str, Cell]] = []
    with runs.scratch() as workspace:
        for method in NAMES:
            row: dict[str, Cell] = {
                "method": method,
                **{title: check(method) or KEPT for title, check in SIMULATED.items()},
            }
            row |= _real(workspace, method, options, kills=_FULL_KILLS if options.full else _KILLS)
            options.say(f"{method}: {sum(cell == KEPT for cell in row.values())} of {len(row) - 1} checks kept")
            rows.append(row)
        with EngineProcess() as engine:
            machine = runs.prepare(engine, paths.sample_tasks()[0], seed=0, budget=Budget()).machine
    broken = sum(cell != KEPT for row in rows for title, cell in row.items() if title != "method")
    settings: dict[str, Cell] = {"methods": len(rows), "checks": len(rows[0]) - 1, "calls of a real run": _CALLS}
    return BenchResult(
        "conformance", machine, settings, rows, [BenchBar("broken", broken, "checks", 0, at_least=False)]
    )


def real_run(workspace: Workspace, method: str, *, kills: int, seed: int = 0) -> dict[str, str]:
    """What is wrong with a run on the bundled model, and with its log when the engine is killed at random events."""
    task = paths.sample_tasks()[0]
    chance = random.Random(seed)
    unequal = []
    with EngineProcess() as engine:
        spec = runs.prepare(engine, task, seed=seed, budget=Budget(calls=_CALLS), method=method).spec
        expected = resume.whole_run(engine, workspace, spec, task)
    for number in range(kills):
        moment = resume.Moment(0.0, chance.randrange(1, expected.count(b"\n")), by_time=False)
        row = resume.killed(workspace, spec, task, expected, moment, number % 2 == 1)
        unequal += [] if row["equal"] else [str(moment)]
    return {
        "bundled model": _wrong(expected),
        "kill -9": f"killed at {', '.join(unequal)}, the log did not end the same" if unequal else "",
    }


def _real(workspace: Workspace, method: str, options: BenchOptions, *, kills: int) -> dict[str, Cell]:
    found = real_run(workspace, method, kills=kills, seed=options.seed)
    return {title: wrong or KEPT for title, wrong in found.items()}


def _wrong(log: bytes) -> str:
    events = [decode(line) for line in log.splitlines(keepends=True)]
    state = fold(events)
    if state.ended is None or state.ended.outcome not in {"finished", "budget"}:
        return f"it ended with “{state.ended.outcome if state.ended else 'nothing'}”"
    if state.spend.calls > _CALLS:
        return f"{state.spend.calls} calls of {_CALLS}"
    written = [node for node in state.nodes.values() if not node.candidate.is_seed]
    if not any(node.verdicts for node in written):
        return "no reply of the bundled model became a prompt that was scored"
    return ""
