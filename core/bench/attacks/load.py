"""Much of everything: a run of thousands of candidates, thousands of runs, a hundred thousand rows, and calls without
end. Times are of whole commands, as a person waits for them: the middle one of three.

The run of many candidates and the many runs are copies of a real one, which differ in names alone.
"""

import itertools
import shutil
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from msgspec.structs import replace as with_fields

from core.bench.attacks import made
from core.bench.attacks.commands import whet
from core.bench.scripted import SimulatedModel, answer_by_prompt, write_words
from core.bench.trials import BenchTrial, carry_out
from core.control import CancelToken
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role
from core.errors import EngineError
from core.events import (
    BlockScored,
    CandidateDropped,
    CandidateProposed,
    CandidateScored,
    Cost,
    Event,
    FinalChosen,
    RowsProbed,
    RunEnded,
    encode,
)
from core.lab.steering import RunControl
from core.store.eventlog import read_log

CANDIDATES = 5_000
RUNS = 2_000
ROWS = 100_000
CALLS = 200_000

_TAKES = 3
_MARKS = 10
_MEGABYTE = 1024 * 1024

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds that the commands took."""

    show: float
    runs: float
    create: float


def waits(folder: Path, say: Say) -> Waits:
    """What a person waits for. Raises `EngineError` where a command fails, as nothing is measured then."""
    home = folder / "home"
    place = shutil.copytree(made.certifiable(folder), folder / "many-candidates")
    multiply_candidates(made.run_of(place) / "events.jsonl", CANDIDATES)
    show = _seconds("show", "last", "--workspace", place, home=home, say=say)
    place = made.copy(folder, "many-runs")
    _multiply_runs(made.run_of(place))
    runs = _seconds("runs", "--workspace", place, home=home, say=say)
    data = made.rows(folder / "many.csv", ROWS, seed=7)
    at = (data, "--prompt", "Answer.", "--workspace", place)
    created = [_seconds("task", "create", f"many-{n}", *at, home=home, say=say, takes=1) for n in range(_TAKES)]
    return Waits(show, runs, statistics.median(created))


def _seconds(*words: str | Path, home: Path, say: Say, takes: int = _TAKES) -> float:
    """How long a command takes, the middle one of several times; before them once for what is made only once."""
    taken = []
    for take in range(takes + (takes > 1)):
        began = time.perf_counter()
        done = whet(*words, home=home)
        if done.code != 0:
            raise EngineError(f"whet {words[0]} failed: {done.err.decode(errors='replace')[-300:]}")
        if take or takes == 1:
            taken.append(time.perf_counter() - began)
    say(f"whet {words[0]}: {', '.join(f'{each:.2f}' for each in taken)} s")
    return statistics.median(taken)


def _multiply_runs(run: Path) -> None:
    """Copies of a run beside it, as if it had been made over and over."""
    for number in range(RUNS - 1):
        shutil.copytree(run, run.with_name(f"{run.name[:-4]}{number:04x}"), dirs_exist_ok=True)


def multiply_candidates(log: Path, count: int) -> None:
    """Write a log with so many candidates as if the search had gone on: each further one is one that there was, by
    another name."""
    events = read_log(log).events
    end = next(i for i, event in enumerate(events) if isinstance(event, FinalChosen | RunEnded))
    head, tail = events[:end], events[end:]
    groups = list(_candidates(head))
    more = itertools.islice(itertools.cycle(groups), count - len(groups))
    renamed = (_renamed(group, number) for number, group in enumerate(more))
    log.write_bytes(b"".join(map(encode, itertools.chain(head, *renamed, tail))))


_OF_ONE = BlockScored | CandidateScored | CandidateDropped | RowsProbed


def _candidates(events: Iterable[Event]) -> Iterator[list[Event]]:
    """What the log tells of each candidate."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        if isinstance(event, CandidateProposed):
            groups[event.candidate.id] = [event]
        elif isinstance(event, _OF_ONE):
            groups[event.candidate].append(event)
    yield from groups.values()


def _renamed(group: list[Event], number: int) -> list[Event]:
    renamed: list[Event] = []
    for event in group:
        if isinstance(event, CandidateProposed):
            was = event.candidate
            now = replace(was, id=f"x{number}", prompt=Prompt(f"{was.prompt.text} {number}"), parents=(was.id,))
            renamed.append(CandidateProposed(now))
        elif isinstance(event, _OF_ONE):
            renamed.append(with_fields(event, candidate=f"x{number}"))
    return renamed


class _Gauge:
    """Looks at memory and log each time another tenth of the calls is over."""

    def __init__(self, calls: int, log: Path, say: Say) -> None:
        self._process, self._spent = psutil.Process(), 0
        self._calls, self._log, self._say = calls, log, say
        self._memory: list[float] = []
        self._bytes: list[int] = []

    def look(self, event: Event) -> None:
        """Count an event."""
        told = getattr(event, "spent", None)
        self._spent += told.calls if isinstance(told, Cost) else 0
        spent = self._spent
        if spent >= self._calls * (len(self._memory) + 1) // _MARKS and len(self._memory) < _MARKS:
            self._memory.append(self._process.memory_info().rss / _MEGABYTE)
            self._bytes.append(self._log.stat().st_size)
            self._say(f"{spent} calls: {self._memory[-1]:.0f} MB, log {self._bytes[-1] // 1000} kB")

    def growth(self) -> "Growth":
        """What was seen."""
        if len(self._memory) < _MARKS - 1:
            raise EngineError(f"The search ended after {self._spent} of {self._calls} calls.")
        middle = (max(self._memory) + min(self._memory)) / 2
        steps = [after - before for before, after in itertools.pairwise([0, *self._bytes])]
        return Growth(
            self._spent,
            100 * (max(self._memory) - middle) / middle,
            statistics.fmean(steps[-3:]) / statistics.fmean(steps[:3]),
        )


@dataclass(frozen=True, slots=True)
class Growth:
    """How a search of so many calls grew.

    `memory` is how far this process went from the middle of its sizes, either way, in per cent of it; `log` how many
    bytes a call took in the last part of the log, as a multiple of the first part's.
    """

    calls: int
    memory: float
    log: float


def growth(folder: Path, calls: int, say: Say) -> Growth:
    """Search with so many calls of simulated models, which cost nothing, and look ten times at memory and log."""
    trial = BenchTrial(
        "gpo", "faithful", budget=Budget(calls=calls), params={"steps": 500, "proposals": 64}
    )  # no other method asks as often with so few prompts kept
    log = folder / "calls.jsonl"
    forgotten: deque[str] = deque(maxlen=0)
    models = {
        Role.TASK: SimulatedModel(answer_by_prompt, most=2 * calls, asked=forgotten),
        Role.OPTIMIZER: SimulatedModel(write_words, most=2 * calls, asked=forgotten),
    }
    gauge = _Gauge(calls, log, say)
    carry_out(trial, dict(models), log, gauge.look, CancelToken(), RunControl())
    return gauge.growth()
