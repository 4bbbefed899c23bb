"""Runs of a method on simulated models, from the first event to the final choice, as the engine does them."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.bench.scripted import LARGE, Script, SimulatedModel, answer_by_prompt, letters_task, write_words
from core.control import CancelToken
from core.domain.runspec import Budget, FinalRule, ParamValue, Role, RunSpec
from core.domain.scoring import Scored
from core.domain.task import Task
from core.engine.recorder import Recorder
from core.engine.runner import most_calls, reserved_calls, run
from core.events import Event, RunEnded
from core.lab.bench import Bench
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.steering import RunControl
from core.llm.base import ChatModel
from core.methods import method
from core.methods.base import as_values
from core.state import RunState, advance

GOOD_ENDINGS = frozenset({"finished", "budget", "kept"})
"""Outcomes of runs in which nothing went wrong."""

_SLACK = 1_000
"""Calls beyond a method's own upper bound after which it counts as endless."""


@dataclass(frozen=True, slots=True)
class BenchTrial:
    """What one simulated run is made of. An empty `preset` is the method's first.

    It begins as the method does, without what rules make of the prompt, unless `params` ask for that.
    """

    method: str
    preset: str = ""
    seed: int = 0
    budget: Budget = field(default_factory=Budget)
    optimizer: Script = write_words
    answers: Script = answer_by_prompt
    parameters: int = LARGE
    limited: bool = True
    task: Task = field(default_factory=letters_task)
    final_rule: FinalRule | None = None
    params: Mapping[str, ParamValue] = field(default_factory=dict)

    @property
    def spec(self) -> RunSpec:
        """Everything needed to repeat the run."""
        module = method(self.method)
        preset = module.PRESETS[self.preset] if self.preset else next(iter(module.PRESETS.values()))
        params, search = preset.chosen(module.Params, {"warm_start": False, **self.params})
        return RunSpec(
            self.task.name,
            "",
            self.task.test_fingerprint,
            self.task.seed_prompts,
            {},
            self.method,
            as_values(params),
            self.final_rule or preset.final_rule,
            seed=self.seed,
            budget=self.budget,
            search=search,
        )


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """What came of it. `calls`, `tokens` and `asked` are what the models themselves have seen."""

    spec: RunSpec
    task: Task
    ended: RunEnded
    state: RunState
    results: list[Scored]
    log: bytes
    calls: int
    tokens: int
    asked: tuple[str, ...]

    @property
    def most_calls(self) -> int:
        """The upper bound that a person is told before the run."""
        return most_calls(self.spec, self.task)


def attempt(
    trial: BenchTrial,
    *,
    log: Path | None = None,
    cancel: CancelToken | None = None,
    began: Callable[[], None] = lambda: None,
    control: RunControl | None = None,
) -> TrialOutcome:
    """Run a trial, or go on with it where its log ends. Raises `EndlessError` for a method that does not stop asking.

    `began` is called before every call of a model; `control` is what a person says meanwhile.
    """
    if log is None:
        with tempfile.TemporaryDirectory(prefix="whet-trial-") as folder:
            return attempt(trial, log=Path(folder) / "events.jsonl", cancel=cancel, began=began, control=control)
    control = control or RunControl()
    state = RunState()

    def on_event(event: Event) -> None:
        advance(state, event)

    most = most_calls(trial.spec, trial.task) + _SLACK
    answering = SimulatedModel(trial.answers, began=began, most=most)
    writing = SimulatedModel(trial.optimizer, trial.parameters, began=began, most=most, limited=trial.limited)
    models: dict[Role, ChatModel] = {Role.TASK: answering, Role.OPTIMIZER: writing}
    ended, results = carry_out(trial, models, log, on_event, cancel or CancelToken(), control)
    return TrialOutcome(
        trial.spec,
        trial.task,
        ended,
        state,
        results,
        log.read_bytes(),
        answering.calls + writing.calls,
        answering.tokens + writing.tokens,
        (*answering.asked, *writing.asked),
    )


def carry_out(
    trial: BenchTrial,
    models: Mapping[Role, ChatModel],
    log: Path,
    on_event: Callable[[Event], None],
    cancel: CancelToken,
    control: RunControl,
) -> tuple[RunEnded, list[Scored]]:
    """Run a trial on these models, with its events in `log`: how it ended, and what the search scored."""
    spec = trial.spec
    recorder = Recorder(log, on_event)
    try:
        reserve = reserved_calls(spec.final_rule, len(trial.task.validation), len(spec.seed_prompts), spec.budget.calls)
        meter = Meter(spec.budget, reserved_calls=reserve, clock=control.clock)
        bench = Bench(dict(models), recorder, meter, cancel, control=control)
        lab = Lab(trial.task, spec, bench)
        return run(lab, bench, recorder), lab.search_results()
    finally:
        recorder.close()
