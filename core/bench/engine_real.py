"""What the machine makes of one real file: a faster copy or not, a step of a search, and two threads against one.

Every ratio is of two ways in one run, taken in turns; processor time, but for threads, which only the clock can judge.
"""

import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from core.bench import engine_threads, llama_server
from core.bench.engine_limits import session_of
from core.bench.engine_load import REPLY, Load
from core.bench.engine_step import EngineStep
from core.bench.fast_copy import copied
from core.bench.table import BenchBar, BenchOptions, Cell
from core.domain.prompt import ExampleLayout
from core.domain.runspec import ModelSettings
from core.llm.base import Contest
from core.llm.llama import load
from core.llm.llama.model import LlamaModel
from core.llm.llama.tuning import OtherPrograms

_ROWS: Final = 16
_SIBLINGS: Final = 4
_CLASSIFYING, _GENERATING = "classifying", f"generating {REPLY}"
_CHOICE_BARS: Final = {_CLASSIFYING: 2.5, _GENERATING: 1.8}
_THREAD_BARS: Final = {"prompt": 1.7, "decode 16": 1.4}
_BEFORE, _NOW, _LADDER = "before: written", "now: labels compared", "now, soft scores first as where a search starts"
_BY_SERVER: Final = "labels written by llama-server"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class EngineFigures:
    """Bars, the table behind them, and what was chosen, for the line of settings."""

    bars: list[BenchBar]
    rows: list[dict[str, Cell]]
    settings: dict[str, Cell]


def measured(file: Path, settings: ModelSettings, options: BenchOptions) -> EngineFigures:
    """The three comparisons of one file. The copy that is tried lies in a folder that goes away."""
    passes = 5 if options.full else 3
    rows: list[dict[str, Cell]] = []
    with ExitStack() as stack:
        model = stack.enter_context(closing(load(file, settings)))
        copy, why = stack.enter_context(copied(file, options.say))
        other = stack.enter_context(closing(load(copy, settings))) if copy is not None else None
        chosen, bars = _choice(model, other, passes, options, rows)
        step = EngineStep.of(2 * _SIBLINGS if options.full else _SIBLINGS, options.seed)
        before, now = _step(model, chosen, step, options.say, rows, full=options.full)
        _layouts(chosen, step, options.say, rows)
        bars.append(BenchBar("a step on label rows, as now against as before", round(before / now, 2), "×", 5.0))
        if options.server is not None:
            served = _server_step(options.server, file, model, step, options.say, rows)
            bars.append(
                BenchBar("a step on label rows, against the best llama-server", round(served / now, 2), "×", 3.0)
            )
        others = OtherPrograms()
        bars += _threads(chosen, step, passes, options.say, rows)
        busy = others.cores()
        kind = chosen.info.quantization
    choice = why or ("its copy" if chosen is other else "the file: its copy is not faster here")
    return EngineFigures(bars, rows, {"machine's choice": f"{choice} ({kind})", "cores used by others": round(busy, 2)})


def _choice(
    model: LlamaModel, other: LlamaModel | None, passes: int, options: BenchOptions, rows: list[dict[str, Cell]]
) -> tuple[LlamaModel, list[BenchBar]]:
    """The faster of file and copy, and what it wins."""
    asked = Load.of(model, _ROWS, options.seed)
    models = [model, *([other] if other is not None else [])]
    generate, choose = asked.generate(_ROWS), asked.choose(_ROWS, Contest.GREEDY)
    times: dict[str, list[float]] = {}
    for what in _CHOICE_BARS:
        works: list[Callable[[], object]] = [
            partial(each.score_choices, choose) if what == _CLASSIFYING else partial(each.complete, generate)
            for each in models
        ]
        times[what] = [1000 * took / _ROWS for took in _in_turns(works, models, passes)]
        for each, ms in zip(models, times[what], strict=True):
            _tell(rows, options.say, f"{what}, {each.info.quantization}", ms, "ms CPU per example")
    totals = [sum(times[what][place] / times[what][0] for what in times) for place in range(len(models))]
    best = totals.index(min(totals))
    bars = [
        BenchBar(f"the machine's choice against the file as it comes, {what}", round(ms[0] / ms[best], 2), "×", bar)
        for (what, bar), ms in zip(_CHOICE_BARS.items(), times.values(), strict=True)
    ]
    return models[best], bars


def _step(
    model: LlamaModel, chosen: LlamaModel, step: EngineStep, say: Say, rows: list[dict[str, Cell]], *, full: bool
) -> tuple[float, float]:
    """Seconds of the same step as it was asked before, and as it is now: by the file, or by the machine's choice."""
    works: list[tuple[str, LlamaModel, Callable[[LlamaModel], object]]] = [
        (_BEFORE, model, step.before), (_NOW, model, step.raced),
        *([(f"{_NOW}, by the machine's choice", chosen, step.raced)] if chosen is not model else []),
        *([(_LADDER, model, step.climbed)] if full else []),
    ]  # fmt: skip
    seconds: dict[str, float] = {}
    for name, by, work in works:
        session_of(by).forget(keep=name != _BEFORE)
        began = time.process_time()
        work(by)
        seconds[name] = time.process_time() - began
        _tell(rows, say, f"a step on label rows, {name}", seconds[name], "s CPU")
    session_of(model).forget(keep=True)
    return seconds[_BEFORE], min(value for name, value in seconds.items() if name.startswith(_NOW))


def _layouts(model: LlamaModel, step: EngineStep, say: Say, rows: list[dict[str, Cell]]) -> None:
    """Siblings with the same worked examples, in each layout: how much is shared where the instruction stands last."""
    for layout in ExampleLayout:
        session_of(model).forget(keep=True)
        began = time.process_time()
        step.looked_at(model, layout)
        what = f"a first look at siblings with the same worked examples, instruction {layout.value}"
        _tell(rows, say, what, time.process_time() - began, "s CPU")
    session_of(model).forget(keep=True)


def _server_step(
    program: Path, file: Path, model: LlamaModel, step: EngineStep, say: Say, rows: list[dict[str, Cell]]
) -> float:
    """Seconds of the same step by the same file in a llama-server: of the fastest of its variants."""
    seconds: list[float] = []
    for name, variant in llama_server.VARIANTS.items():
        with llama_server.running(program, file, variant, model.info.context) as server:
            before = server.seconds()
            step.written(model, server.replies)
            seconds.append(server.seconds() - before)
            _tell(rows, say, f"a step on label rows, {_BY_SERVER} {name}", seconds[-1], "s CPU")
    return min(seconds)


def _threads(model: LlamaModel, step: EngineStep, passes: int, say: Say, rows: list[dict[str, Cell]]) -> list[BenchBar]:
    """Two threads against one by the clock: of what llama.cpp computes, and of a step."""
    speeds = {threads: engine_threads.speeds(model, threads, passes) for threads in (1, 2)}
    seconds: dict[int, float] = {}
    session = session_of(model)
    for threads in (1, 2):
        for what, (ms, _) in speeds[threads].items():
            _tell(rows, say, f"{what}, threads: {threads}", ms, "ms per token")
        session.forget(keep=True)
        with session.threads(threads):
            began = time.perf_counter()
            step.raced(model)
            seconds[threads] = time.perf_counter() - began
        _tell(rows, say, f"a step on label rows, threads: {threads}", seconds[threads], "s")
    ratios = {what: speeds[1][what][0] / speeds[2][what][0] for what in _THREAD_BARS}
    bars = [
        BenchBar(f"two threads against one, {what}", round(ratios[what], 2), "×", bar)
        for what, bar in _THREAD_BARS.items()
    ]
    return [
        *bars,
        BenchBar("two threads against one, a step on label rows", round(seconds[1] / seconds[2], 2), "×", 1.5),
    ]


def _in_turns(works: list[Callable[[], object]], models: list[LlamaModel], passes: int) -> list[float]:
    """Seconds of processor time of each, medians of passes that follow one that warms up."""
    times: list[list[float]] = [[] for _ in works]
    for number in range(passes + 1):
        for place, work in enumerate(works):
            session_of(models[place]).forget(keep=True)
            began = time.process_time()
            work()
            if number:
                times[place].append(time.process_time() - began)
    return [statistics.median(each) for each in times]


def _tell(rows: list[dict[str, Cell]], say: Say, what: str, value: float, unit: str) -> None:
    rows.append({"what": what, "measured": round(value, 2), "unit": unit})
    say(f"{what}: {value:.1f} {unit}")
