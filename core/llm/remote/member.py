"""One server of a pool: how many questions it has, how fast it answers, and whether it is well."""

import math
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Final

from core.errors import ModelError
from core.llm.remote.address import Address
from core.llm.remote.failures import UnansweredError
from core.llm.remote.wire import ServerWire

_REMEMBERED: Final = 64
_MOST_AHEAD: Final = 4
"""Questions that wait at a server at most, so that it has the next one when it has answered one."""

_FIRST_REST: Final = 0.25
_LONGEST_REST: Final = 30.0
_FAILURES: Final = 3
"""Failures one after the other by which a server is drained."""

_PATIENCE: Final = 300.0
"""Seconds that an answer may take where nothing is known yet, or where there is nobody else to ask."""

_LEAST_PATIENCE: Final = 5.0
_TIMES_SLOWER: Final = 8.0
_BASE: Final = 8.0
"""Work of a question without a single token."""

Clock = Callable[[], float]


class Member:
    """A server of a pool. `limit`: questions that it works on at a time; a few more wait there, until it once says that
    it has too much to do. It is `drained` while it is not asked anything, and `lost` for
    good once it turned out to be another model."""

    def __init__(self, wire: ServerWire, limit: int = 1, clock: Clock = time.monotonic) -> None:
        self.wire = wire
        self.limit = limit
        self.named = ""
        self.outstanding = 0
        self.answered = 0
        self.drained = False
        self.lost: ModelError | None = None
        self.why = ""
        self._waits = True
        self._failures = 0
        self._rests = 0
        self._rested_at = self._failed_at = -math.inf
        self._paces: deque[float] = deque(maxlen=_REMEMBERED)
        self._clock = clock

    @property
    def at(self) -> Address:
        """Where it is."""
        return self.wire.at

    def named_in(self, body: Mapping[str, object]) -> Mapping[str, object]:
        """A question with the name that this server has for the model, if it has one."""
        return {**body, "model": self.at.model} if self.at.model else body

    @property
    def is_well(self) -> bool:
        """Whether it may be asked now, if it has room."""
        return not self.drained and self.lost is None and self._clock() >= self._rested_at

    @property
    def has_room(self) -> bool:
        """Whether it can take one more question."""
        return self.outstanding < self.room

    @property
    def room(self) -> int:
        """Questions that it may have, the waiting ones included."""
        return self.limit + (min(self.limit, _MOST_AHEAD) if self._waits else 0)

    @property
    def rests_for(self) -> float:
        """Seconds until it may be asked, or looked at, again."""
        return max(0.0, self._rested_at - self._clock())

    def patience(self, work: float, tries: int, *, alone: bool) -> float:
        """Seconds to wait for an answer that is so much work: much longer than any took, and longer each time."""
        if not self._paces:
            return _PATIENCE if alone else _PATIENCE / 5
        seconds = max(_LEAST_PATIENCE, max(self._paces) * (work + _BASE) * _TIMES_SLOWER)
        return min(_PATIENCE, seconds * 2.0**tries)

    def answers(self, seconds: float, work: float) -> None:
        """Take note of an answer."""
        self.answered += 1
        self._failures = self._rests = 0
        self.paces(seconds, work)

    def paces(self, seconds: float, work: float) -> None:
        """Take note of how long so much work took."""
        self._paces.append(seconds / (work + _BASE))

    def fails(self, error: UnansweredError, jitter: float, began: float) -> None:
        """Take note of a failure: it rests, the longer the more often, and is drained if it is likely to fail again.

        What was asked before (`began`) an earlier failure says nothing new.
        """
        self.why = error.reason
        self._waits = self._waits and not error.busy
        self.drained = self.drained or error.gone or error.slow
        if began < self._failed_at:
            self._rested_at = max(self._rested_at, self._clock() + error.after)
            return
        self._failed_at = self._clock()
        self._failures += 1
        self._rests += 1
        self.drained = self.drained or self._failures >= _FAILURES
        pause = min(_LONGEST_REST, _FIRST_REST * 2 ** min(self._rests - 1, 10)) * (0.5 + jitter)
        self._rested_at = self._clock() + max(pause, error.after)

    def recovers(self) -> None:
        """It was looked at, and is well again."""
        self.drained = False
        self._failures = 0
        self._rested_at = -math.inf

    def loses(self, error: ModelError) -> None:
        """It is another model, or will never answer."""
        self.lost = error
        self.why = error.message
