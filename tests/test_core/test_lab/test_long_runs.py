"""A run of very many calls takes hardly more memory than a short one, and its log grows with the calls alone."""

import tracemalloc
from pathlib import Path

from core.bench.scripted import SimulatedModel, write_words
from core.bench.trials import BenchTrial
from core.control import CancelToken
from core.domain.runspec import Budget, Role
from core.domain.scoring import Recurring, Verdict
from core.engine.recorder import Recorder
from core.engine.runner import run
from core.events import Event
from core.lab.bench import Bench
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import ChatModel


class _Forgetful(list[str]):
    """What a simulated model was asked, which nobody wants to know."""

    def append(self, asked: str, /) -> None:
        """Forget it."""


def test_that_memory_hardly_grows_with_calls_and_the_log_by_the_same_each(tmp_path: Path) -> None:
    trial = BenchTrial("gpo", budget=Budget(calls=9_000), params={"steps": 500, "proposals": 12})
    asked = _Forgetful()
    answering, writing = (SimulatedModel(script, asked=asked) for script in (trial.answers, write_words))
    log = tmp_path / "events.jsonl"
    found: list[tuple[int, int, int]] = []

    def on_event(event: Event) -> None:
        calls = answering.calls + writing.calls
        if calls >= 3_000 * (len(found) + 1):
            found.append((calls, tracemalloc.get_traced_memory()[0], log.stat().st_size))

    recorder = Recorder(log, on_event)
    models: dict[Role, ChatModel] = {Role.TASK: answering, Role.OPTIMIZER: writing}
    bench = Bench(models, recorder, Meter(trial.budget), CancelToken())
    tracemalloc.start(1)
    try:
        run(Lab(trial.task, trial.spec, bench), bench, recorder)
    finally:
        tracemalloc.stop()
        recorder.close()
    (calls, memory, size), (later_calls, later_memory, later_size) = found[0], found[-1]
    assert (later_memory - memory) / (later_calls - calls) < 100  # bytes; a verdict of its own takes more than this
    assert abs((later_size - size) / (later_calls - calls) / (size / calls) - 1) < 0.15


def test_that_equal_verdicts_are_kept_once_and_stay_the_same() -> None:
    recurring = Recurring()
    first = recurring((Verdict(1, 1.0, "yes", "yes"), Verdict(2, 0.0, "no", "no")))
    again = recurring((Verdict(1, 1.0, "yes", "yes"), Verdict(2, 1.0, "no", "no")))
    assert again[0] is first[0]
    assert again[1] == Verdict(2, 1.0, "no", "no")
