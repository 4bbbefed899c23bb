"""Telemetry of a run: what is going on, how fast, and how long it may still take. Never logged."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from core.engine.messages import Progressed
from core.engine.remaining_calls import RemainingCalls
from core.events import Event
from core.lab.interlude import PAUSED
from core.lab.meter import Meter
from core.llm.base import ModelProgress

_EVERY = 0.1
"""Seconds between two messages at most."""

_WINDOW = 2.0
"""Seconds over which speeds are measured."""

_ASKING = "asking the optimizer"
"""How the phase begins in which prompts are written."""

_LAST_CHARACTERS = 400
"""Of a reply that grows, so much of its end is told."""


@dataclass(slots=True)
class Telemetry:
    """Turns the model's progress into messages, at most ten a second.

    `forecast` says how many calls may still come. `clock` stands still while the run is paused. `overhear`: what the
    model that writes prompts is writing is told, too; it goes into no log.
    """

    send: Callable[[Progressed], None]
    meter: Meter
    forecast: RemainingCalls = field(default_factory=RemainingCalls)
    clock: Callable[[], float] = time.monotonic
    overhear: bool = False
    phase: str = ""
    _sent: float = 0.0
    _began: float | None = None
    _samples: deque[tuple[float, int, int]] = field(default_factory=deque)
    _prompt: int = 0
    _reply: int = 0
    _shared: int = 0
    _answered: int = 0
    _cached: int = 0
    _last: ModelProgress | None = None

    def begin(self, phase: str) -> None:
        """Another piece of work begins."""
        now = self.clock()
        self._began = now if self._began is None else self._began
        self.phase = phase
        self._last = None
        self._report(0.0, now)

    def on_event(self, event: Event) -> None:
        """Take note of what happened in the run, what an earlier session has logged included."""
        self.forecast.on_event(event)

    def observe(self, progress: ModelProgress) -> None:
        """Take note of the model's progress (an `Observer`). What comes from disk says nothing about its speed."""
        last = self._last
        before = last if last and last.group == progress.group else ModelProgress(progress.group, 0, 0)
        answered = max(0, progress.done - before.done)
        self._answered += answered
        if progress.cached:
            self._cached += answered
        else:
            self._prompt += max(0, progress.prompt_tokens - before.prompt_tokens)
            self._reply += max(0, progress.completion_tokens - before.completion_tokens)
            self._shared += max(0, progress.shared_tokens - before.shared_tokens)
        self._last = progress
        now = self.clock()
        if now - self._sent >= _EVERY:
            self._report(progress.done / progress.total if progress.total else 0.0, now)

    def _report(self, fraction: float, now: float) -> None:
        self._samples.append((now, self._prompt, self._reply))
        while now - self._samples[0][0] > _WINDOW:
            self._samples.popleft()
        then, prompt, reply = self._samples[0]
        span = max(now - then, 1e-3)
        self._sent = now
        calls, per_call = self.forecast.remaining(self.meter.calls), self._seconds_per_call(now)
        self.send(
            Progressed(
                self.phase,
                fraction,
                self.meter.calls,
                self.meter.tokens,
                self.meter.seconds,
                (self._prompt - prompt) / span,
                (self._reply - reply) / span,
                self._shared / self._prompt if self._prompt else 0.0,
                self._cached / self._answered if self._answered else 0.0,
                self._within_minutes(per_call * calls.most) if per_call and calls else None,
                least_seconds=self._within_minutes(per_call * calls.least) if per_call and calls else None,
                least_calls=round(self.meter.calls + calls.least) if calls else 0,
                most_calls=round(self.meter.calls + calls.most) if calls else 0,
                paused=self.phase == PAUSED,
                choice_seconds=per_call * self.forecast.choice(self.meter.calls) if per_call else None,
                writing=self._overheard(),
            )
        )

    def _overheard(self) -> str:
        if not self.overhear or self._last is None or not self.phase.startswith(_ASKING):
            return ""
        return self._last.writing[-_LAST_CHARACTERS:]

    def _seconds_per_call(self, now: float) -> float:
        """By what was answered in this session; 0 as long as too little was."""
        if self._began is None or now - self._began < _WINDOW or not self._answered:
            return 0.0
        return (now - self._began) / self._answered

    def _within_minutes(self, seconds: float) -> float:
        """No longer than a budget of minutes allows the search to go on."""
        minutes = self.meter.budget.minutes
        return seconds if minutes is None else min(seconds, max(0.0, 60 * minutes - self.meter.seconds))
