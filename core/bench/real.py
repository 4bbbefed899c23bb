"""The main job on models that nobody here trained: from a vague prompt to a better one, on sealed rows.

`--model FILE` names the model, else it is the starter; `--suite DIR` the tables or tasks, else it is the starter's
sample task. Every task is searched from a vague prompt, with `--full` by several methods, and by the default one with
its labels permuted; the prompts found are held against the best of five that a person would write, chosen on validation
rows.
"""

import statistics
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core import paths
from core.bench import runs, suites
from core.bench.honesty_real import shuffled
from core.bench.human import human_prompts
from core.bench.real_sealed import Sealed
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.data import tasks
from core.domain.certificate import certified
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.profile_writer import ProfileWriter
from core.engine.commands.run import Run
from core.engine.ending import BY_RULES
from core.engine.prepare import machine
from core.errors import RunError
from core.events import CandidateRejected, Event, OptimizerReplied
from core.lab.stats import mean_and_half_width
from core.llm.llama import load
from core.state import RunState, advance
from core.store.workspace import Workspace

VAGUE = suites.SEED_PROMPT
_CALLS = 600
_SEALED = 200
_METHOD = "gpo"
_FULL = ("gpo", "dual_phase", "distill_prompt", "paraphrase", "bank")
_PRINTED = 40
_PERMUTED = 2
"""Runs on each task whose labels were permuted."""
_OF_CHANCE = frozenset({"task", "gain", "low", "high", "gain with bias", "low with bias", "certified"})


@dataclass(slots=True)
class RealRun:
    """One run. Shares are 0…1; `alone` and `biased` are paired gains over the person's own prompt on sealed rows, of
    which one at least is real where the run is `certified`."""

    task: str
    method: str
    own: float
    best: float
    alone: float
    low: float
    high: float
    biased: float | None
    biased_low: float
    certified: bool
    human: float
    calls: int
    seconds: float
    usable: float | None
    wasted: float | None
    prompt: str
    demonstrations: int
    proposals: list[str] = field(default_factory=list)

    def cells(self) -> dict[str, Cell]:
        """As a row of the table."""
        return {
            "task": self.task,
            "method": self.method,
            "own %": _percent(self.own),
            "best %": _percent(self.best),
            "gain": _percent(self.alone),
            "low": _percent(self.low),
            "high": _percent(self.high),
            "gain with bias": "" if self.biased is None else _percent(self.biased),
            "low with bias": "" if self.biased is None else _percent(self.biased_low),
            "best human %": _percent(self.human),
            "certified": "yes" if self.certified else "no",
            "calls": self.calls,
            "seconds": round(self.seconds, 1),
            "replies usable %": "" if self.usable is None else _percent(self.usable),
            "tokens that bought nothing %": "" if self.wasted is None else _percent(self.wasted),
            "worked examples": self.demonstrations,
            "best prompt": self.prompt,
        }


def bench(options: BenchOptions) -> BenchResult:
    """One row per task and method; with `--full` a second table of proposals to read."""
    model = options.model or paths.starter_model()
    if model is None:
        raise RunError("There is no starter model here.", hint="Get it with: whet models get starter, or name --model.")
    folders = tuple(task for place in options.suite for task in suites.suite(place)) or (paths.starter_sample(),)
    methods = _FULL if options.full else (_METHOD,)
    found: list[RealRun] = []
    with runs.scratch() as workspace, EngineProcess() as engine:
        for folder in folders:
            for method in methods:
                found.append(_measured(workspace, engine, folder, model, method, options.seed))
                options.say(_line(found[-1]))
        chance = _by_chance(workspace, engine, folders, model, options) if options.full else []
    settings: dict[str, Cell] = {"model": model.stem, "calls at most": _CALLS, "sealed rows": f"up to {_SEALED}"}
    more = {}
    if options.full:
        more = {"arms": _arms(found), "labels that mean nothing": chance, "proposals": _proposals(found)}
    bars = [*_bars(found), *_chance_bars(chance)]
    return BenchResult("real", machine(), settings, [each.cells() for each in found], bars, more)


def _by_chance(
    workspace: Workspace, engine: EngineProcess, folders: Sequence[Path], model: Path, options: BenchOptions
) -> list[dict[str, Cell]]:
    """The default run on every label task with its labels permuted: whatever it finds there is chance."""
    rows: list[dict[str, Cell]] = []
    for folder in folders:
        if not tasks.load_task(folder).contract.labels:
            continue
        for seed in range(options.seed, options.seed + _PERMUTED):
            place = shuffled(folder, workspace.tasks_folder / f"{folder.name}-chance-{seed}", seed)
            found = _measured(workspace, engine, place, model, _METHOD, seed)
            rows.append({name: cell for name, cell in found.cells().items() if name in _OF_CHANCE})
            options.say(f"labels permuted: {_line(found)}")
    return rows


def _chance_bars(rows: Sequence[dict[str, Cell]]) -> list[BenchBar]:
    if not rows:
        return []
    share = _mean([row["certified"] == "yes" for row in rows])
    return [BenchBar(f"certified of {len(rows)} runs on permuted labels", share, "%", 2.5, at_least=False)]


def _measured(
    workspace: Workspace, engine: EngineProcess, folder: Path, model: Path, method: str, seed: int
) -> RealRun:
    models = {Role.TASK: str(model)}
    asked = Prepare(str(folder), models, method, seed=seed, budget=Budget(calls=_CALLS), seed_prompts=(VAGUE,))
    prepared = engine.ask(asked)
    if prepared.unknown_writer:
        engine.ask(ProfileWriter(prepared.unknown_writer))
        prepared = engine.ask(asked)
    run = workspace.new_run(prepared.spec)
    began = time.monotonic()
    state, writing = RunState(), _Writing()
    for item in engine.do(Run(str(run.path), str(folder), models)):
        if isinstance(item, Event):
            advance(state, item)
            writing.see(item)
    seconds = time.monotonic() - began
    if state.final is None:
        raise RunError(f"The run on “{folder.name}” ended without a prompt.")
    loaded = load(model, prepared.spec.models[Role.TASK].settings)
    try:
        return _judged(Sealed.of(folder, loaded, prepared.spec, _SEALED), state, writing, method, seconds)
    finally:
        loaded.close()


def _judged(sealed: Sealed, state: RunState, writing: "_Writing", method: str, seconds: float) -> RealRun:
    own, best = Prompt(VAGUE), state.nodes[state.best].candidate.prompt
    gain = sealed.gain(own, best)
    with_bias = None
    if state.bias is not None:
        with_bias = sealed.gain_with(own, state.nodes[state.bias.candidate].candidate.prompt, state.bias.bias)
    human = sealed.best_of(human_prompts(sealed.task))
    return RealRun(
        sealed.task.name,
        method,
        sealed.score(own),
        sealed.score(best),
        gain.difference,
        gain.low,
        gain.high,
        None if with_bias is None else with_bias.difference,
        0.0 if with_bias is None else with_bias.low,
        any(certified(gain, with_bias)),
        sealed.score(human),
        state.spend.calls,
        seconds,
        writing.usable,
        writing.wasted,
        best.text,
        len(best.demonstrations),
        [node.candidate.prompt.text for node in state.nodes.values() if node.candidate.operator not in _WITHOUT_WRITER],
    )


_WITHOUT_WRITER = BY_RULES | {"seed"}


@dataclass(slots=True)
class _Writing:
    """What was asked of the optimizer, and what came of it."""

    replies: int = 0
    tokens: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    def see(self, event: Event) -> None:
        """Count an event."""
        match event:
            case OptimizerReplied(replies=replies, spent=spent):
                self.replies += len(replies)
                self.tokens += spent.tokens
            case CandidateRejected(reason=reason):
                self.refused[reason] += 1
            case _:
                pass

    @property
    def usable(self) -> float | None:
        """The share of replies that became candidates; `None` if nothing was asked."""
        return max(0.0, 1 - self.refused.total() / self.replies) if self.replies else None

    @property
    def wasted(self) -> float | None:
        """The share of the optimizer's tokens whose replies were refused, by the mean length of a reply."""
        return min(1.0, self.refused.total() / self.replies) if self.replies else None


def _bars(found: Sequence[RealRun]) -> list[BenchBar]:
    default = [each for each in found if each.method == _METHOD]
    labelled = [each for each in default if each.biased is not None]
    bars = [
        BenchBar("mean gain on sealed rows, prompt alone", _mean([each.alone for each in default]), "points", 8),
        BenchBar("runs whose gain is certified", _mean([each.certified for each in default]), "%", 50),
        BenchBar("certified losses", sum(each.high < 0 for each in default), "runs", 0, at_least=False),
        BenchBar(
            "against the best of five human prompts", _mean([each.best - each.human for each in default]), "points", -1
        ),
        BenchBar("seconds of a run, largest", round(max(each.seconds for each in default)), "s", 240, at_least=False),
    ]
    if labelled:
        with_bias = _mean([max(each.alone, each.biased or 0.0) for each in labelled])
        bars.insert(1, BenchBar("mean gain on sealed rows, with label bias on label tasks", with_bias, "points", 15))
    wasted = [each.wasted for each in default if each.wasted is not None]
    if wasted:
        bars.append(BenchBar("optimizer tokens that bought nothing", _mean(wasted), "%", 30, at_least=False))
    return [*bars, *_against(found)]


def _against(found: Sequence[RealRun]) -> list[BenchBar]:
    """Each method's mean over that of random paraphrase, and the default's over the bank alone."""
    return [
        BenchBar(f"{row['arm']} over {row['over']}, mean", float(row["mean"] or 0), "points", 0) for row in _arms(found)
    ]


def _arms(found: Sequence[RealRun]) -> list[dict[str, Cell]]:
    """Each method's best prompts against those of its control on the same tasks, with Student's 95 % interval."""
    of = {method: {each.task: each.best for each in found if each.method == method} for method in _FULL}
    rows: list[dict[str, Cell]] = []
    for method, control in (*((name, "paraphrase") for name in _FULL[:3]), (_METHOD, "bank")):
        both = sorted(of[method].keys() & of[control].keys())
        if both:
            mean, half = mean_and_half_width([of[method][task] - of[control][task] for task in both])
            ends = {"mean": mean, "low": mean - half, "high": mean + half}
            points: dict[str, Cell] = {name: _percent(value) for name, value in ends.items()}
            rows.append({"arm": method, "over": control, "tasks": len(both), **points})
    return rows


def _proposals(found: Sequence[RealRun]) -> list[dict[str, Cell]]:
    texts = [(each.task, each.method, text) for each in found for text in each.proposals]
    step = max(1, len(texts) // _PRINTED)
    return [{"task": task, "method": method, "proposal": text} for task, method, text in texts[::step][:_PRINTED]]


def _line(found: RealRun) -> str:
    bias = "" if found.biased is None else f", with bias {100 * found.biased:+.1f}"
    return (
        f"{found.task}, {found.method}: {100 * found.own:.1f} → {100 * found.best:.1f} % "
        f"({100 * found.alone:+.1f} [{100 * found.low:+.1f} {100 * found.high:+.1f}]{bias}), best human "
        f"{100 * found.human:.1f} %, {found.calls} calls, {found.seconds:.0f} s"
    )


def _mean(shares: Sequence[float]) -> float:
    return round(100 * statistics.fmean(shares), 1) if shares else 0.0


def _percent(share: float) -> float:
    return round(100 * share, 1)
