"""kill -9 at random moments, then resume: the log must end byte for byte like that of a run never killed."""

import random
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from core import paths
from core.bench import runs
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import Budget, RunSpec
from core.engine.client import EngineProcess
from core.errors import EngineError
from core.store.runs import RunFolder
from core.store.workspace import Workspace

_KILLS = 50
_CALLS = 400


def bench(options: BenchOptions) -> BenchResult:
    """One row per killed run: half of them after a random time, half as soon as a random event was written.

    Every third log is also cut in the middle of its last line, as a power cut would.
    """
    task = paths.sample_tasks()[0]
    chance = random.Random(options.seed)
    with runs.scratch() as workspace:
        with EngineProcess() as engine:
            prepared = runs.prepare(engine, task, seed=options.seed, budget=Budget(calls=_CALLS))
        began = time.monotonic()
        with EngineProcess() as engine:  # started within the time that moments of kills are drawn from
            expected = whole_run(engine, workspace, prepared.spec, task)
        seconds = time.monotonic() - began
        rows: list[dict[str, Cell]] = []
        for number in range(_KILLS):
            moment = Moment(chance.uniform(0.0, seconds), chance.randrange(expected.count(b"\n")), number % 2 == 0)
            row = killed(workspace, prepared.spec, task, expected, moment, number % 3 == 0)
            options.say(f"kill {number + 1} of {_KILLS}: {row}")
            rows.append(row)
    settings: dict[str, Cell] = {"task": task.name, "calls": _CALLS, "seconds of a whole run": round(seconds, 1)}
    equal = sum(bool(row["equal"]) for row in rows)
    return BenchResult("resume", prepared.machine, settings, rows, [BenchBar("equal logs", equal, "runs", _KILLS)])


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: after so many seconds, or as soon as the log has more than so many events."""

    seconds: float
    events: int
    by_time: bool

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s" if self.by_time else f"event {self.events + 1}"

    def wait(self, log: Path, over: threading.Event) -> bool:
        """Wait for it; false if the run was over before."""
        if self.by_time:
            return not over.wait(self.seconds)
        while not over.wait(0.001):
            if log.exists() and log.read_bytes().count(b"\n") > self.events:
                return True
        return False


def whole_run(engine: EngineProcess, workspace: Workspace, spec: RunSpec, task: Path) -> bytes:
    """The log of a run that nobody disturbs."""
    folder = workspace.new_run(spec)
    runs.run(engine, folder, task)
    return folder.log_path.read_bytes()


def killed(
    workspace: Workspace,
    spec: RunSpec,
    task: Path,
    expected: bytes,
    moment: Moment,
    cut: bool,  # noqa: FBT001 - one caller
) -> dict[str, Cell]:
    """One run that is killed at a moment and resumed; whether its log is as `expected`."""
    folder = workspace.new_run(spec)
    _run_and_kill(folder, task, moment)
    log = folder.log_path
    left = log.read_bytes() if log.exists() else b""
    if cut and left:
        left = left[: -min(len(left), 1 + len(left.splitlines()[-1]) // 2)]
        log.write_bytes(left)
    with EngineProcess() as engine:  # another one: what the first had in its memory is lost
        runs.run(engine, folder, task)
    return {
        "killed at": str(moment),
        "events before": left.count(b"\n"),
        "cut": cut,
        "equal": log.read_bytes() == expected,
    }


def _run_and_kill(folder: RunFolder, task: Path, moment: Moment) -> None:
    over = threading.Event()
    with EngineProcess() as engine:

        def strike() -> None:
            if moment.wait(folder.log_path, over):
                engine.kill()

        striker = threading.Thread(target=strike)
        striker.start()
        try:
            runs.run(engine, folder, task)
        except EngineError:
            pass  # as intended
        finally:
            over.set()
            striker.join()
