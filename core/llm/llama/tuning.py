"""Which settings are fastest here? A few seconds of the work that a run consists of, one setting changed at a time.

The weights are loaded once; every trial gets a context of its own. Done in the child process that tries a model anyway
(`core.llm.llama.probe_child`), and remembered there, so that the same machine chooses the same settings again.

A change is tried against the settings of the moment in turns (A B A B A B), after a warm-up of both that is thrown
away: what the machine does meanwhile falls on both alike. What other programs took of the processor is measured beside
it, so that figures of a busy machine are known as such, and taken again when it is quiet (`probing`).
"""

import statistics
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import psutil

from core.domain.runspec import ModelSettings
from core.llm import hardware
from core.llm.llama.session import DecodingSession

SECONDS: Final = 6.0
BUSY: Final = 0.25
"""Share of one core that other programs may take before a measurement counts as one of a busy machine."""

_TURNS: Final = 3
_SUFFIX: Final = 2
_STEP: Final = 0.3
"""Seconds that a step may take, so that some of them fit."""
_SHAPES: Final = ((200, 16), (64, 16), (24, 8), (8, 4), (8, 1))
"""Tokens of the prefix and lanes of a step, the most telling one first. How the cache is laid out shows only behind a
prefix of real length: behind a short one a unified cache and flash attention look fast on a processor, which they are
not (measured). So with a model that is too slow for the first shape only threads are tried."""
_DEEP: Final = 200

_CLEARLY: Final = 0.9
"""A change must save a tenth: less is noise, and settings that change for nothing change results for nothing."""


@dataclass(frozen=True, slots=True)
class TuningTrial:
    """Settings, and the milliseconds that a small step took with them: a prefix, all lanes' inputs, one token each.

    `cpu_ms`: processor time of the same step, over all threads. `busy`: cores that other programs used meanwhile.
    """

    settings: ModelSettings
    ms: float
    cpu_ms: float = 0.0
    busy: float = 0.0


def measure(
    model: Any,
    vocabulary: int,
    settings: ModelSettings,
    *,
    rewinds: bool = True,
    fixed: Collection[str] = (),
    seconds: float = SECONDS,
) -> list[TuningTrial]:
    """Trials, the one with `settings` first. `fixed` names settings that a person chose, which are not changed.

    `model` is a native model. Other threads are always tried; after `seconds` nothing else is begun.
    """
    end = time.monotonic() + seconds
    depth, lanes = _shape(model, vocabulary, settings, rewinds=rewinds)
    compared = _Compared(model, vocabulary, rewinds, depth, lanes)
    found: list[TuningTrial] = []
    for name, values in _changes(settings, deep=depth == _DEEP):
        if name in fixed:
            continue
        for value in values(_chosen(found, settings)):
            if found and name != "threads" and time.monotonic() > end:
                return found
            now = _chosen(found, settings)
            found = _with(found, *compared.trials(now, replace(now, **{name: value})))  # type: ignore[arg-type]
    return found or [compared.alone(settings)]


def best(trials: list[TuningTrial]) -> ModelSettings:
    """The settings of the first trial, or of the fastest one if that is clearly faster.

    While others used the machine, fewer threads than all cores but one are never chosen: they would be taken for the
    machine's own speed, long after the other program has ended.
    """
    first, cores = trials[0], hardware.cores()
    quiet = all(trial.busy <= BUSY for trial in trials)
    allowed = [trial for trial in trials if quiet or trial.settings.threads >= min(cores - 1, first.settings.threads)]
    fastest = min(allowed, key=lambda trial: trial.ms)
    return fastest.settings if fastest.ms < _CLEARLY * first.ms else first.settings


_Values = Callable[[ModelSettings], Collection[int | bool]]


def _changes(settings: ModelSettings, *, deep: bool) -> Iterator[tuple[str, _Values]]:
    """What is tried, in the order of what it may win."""
    cores = hardware.cores()
    threads = {count for count in (cores, cores - 1, cores // 2, 1) if count >= 1} - {settings.threads}
    yield "threads", lambda _: sorted(threads, reverse=True)
    if deep:
        yield "flash_attention", lambda now: [not now.flash_attention]
        yield "unified_kv", lambda now: [not now.unified_kv]
        yield "batch", lambda now: [size for size in (256, 1024) if now.lanes <= size]


def _chosen(found: list[TuningTrial], settings: ModelSettings) -> ModelSettings:
    return best(found) if found else settings


def _with(found: list[TuningTrial], base: TuningTrial, changed: TuningTrial) -> list[TuningTrial]:
    """The changed settings' time is put on the scale of what was found first: base is measured anew each time."""
    known = next((trial for trial in found if trial.settings == base.settings), base)
    scale = known.ms / base.ms
    return [*(found or [base]), replace(changed, ms=changed.ms * scale, cpu_ms=changed.cpu_ms * scale)]


def _shape(model: Any, vocabulary: int, settings: ModelSettings, *, rewinds: bool) -> tuple[int, int]:
    """The step that can be afforded. Touches all weights once, which is not to be measured."""
    depth, lanes = _SHAPES[-1]
    short = _Compared(model, vocabulary, rewinds, depth, lanes).alone(settings)
    per_token = short.ms / (depth + _SUFFIX + 1) / 1000
    affordable = [shape for shape in _SHAPES if (shape[0] + shape[1] * (_SUFFIX + 1)) * per_token < _STEP]
    return affordable[0] if affordable else _SHAPES[-1]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Small steps of a run, in contexts of their own."""

    model: Any
    vocabulary: int
    rewinds: bool
    depth: int
    lanes: int

    def alone(self, settings: ModelSettings) -> TuningTrial:
        """One way of running a model."""
        return self._in_turns([settings])[0]

    def trials(self, one: ModelSettings, other: ModelSettings) -> tuple[TuningTrial, TuningTrial]:
        """Two ways of running a model, measured in turns."""
        first, second = self._in_turns([one, other])
        return first, second

    def _in_turns(self, ways: list[ModelSettings]) -> list[TuningTrial]:
        wall: list[list[float]] = [[] for _ in ways]
        processor: list[list[float]] = [[] for _ in ways]
        others = OtherPrograms()
        for turn in range(_TURNS + 1):
            for place, settings in enumerate(ways):
                took, cpu = self._step(settings)
                if turn:  # the first one is the warm-up
                    wall[place].append(took)
                    processor[place].append(cpu)
        busy = others.cores()
        return [
            TuningTrial(settings, statistics.median(wall[place]), statistics.median(processor[place]), round(busy, 2))
            for place, settings in enumerate(ways)
        ]

    def _step(self, settings: ModelSettings) -> tuple[float, float]:
        """Milliseconds of a step by the clock, and of processor time."""
        settings = replace(settings, lanes=min(settings.lanes, self.lanes))
        random = np.random.default_rng(0)
        prompt = [int(token) for token in random.integers(0, self.vocabulary, size=self.depth + _SUFFIX)]
        opened = closing(DecodingSession(self.model, self.vocabulary, settings, rewinds=self.rewinds))
        with opened as session, session.work(None):
            session.clear()
            session.begin(tuple(prompt[:2]))  # the context's buffers are made at its first use
            session.clear()
            began, processor = time.perf_counter(), time.process_time()
            session.begin(tuple(prompt[: self.depth]))
            for _ in session.fill(0, [prompt[self.depth :]] * session.lanes):
                pass
            session.extend(np.full((session.lanes, 1), prompt[0], dtype=np.int32))
            return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - processor)


class OtherPrograms:
    """How many cores other programs used since this was made."""

    def __init__(self) -> None:
        self._began, self._own, self._all = time.monotonic(), time.process_time(), _used()

    def cores(self) -> float:
        """Never below 0; short spans are coarse, as the system counts in hundredths of a second."""
        span = max(0.01, time.monotonic() - self._began)
        own = time.process_time() - self._own
        return max(0.0, (_used() - self._all - own) / span)


def _used() -> float:
    """Seconds of processor time of all programs since the system began, idle time left out."""
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0))
