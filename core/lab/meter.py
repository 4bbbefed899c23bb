"""What a run has spent, against its budget."""

import time
from collections.abc import Callable

from core.domain.runspec import Budget
from core.events import Cost


class OutOfBudget(BaseException):
    """The search has used its budget up. Not an `Exception`, so that no method can swallow it."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Meter:
    """Counts calls, tokens and seconds. Spending is refused *before* a limit would be passed, never noticed after.

    `reserved_calls` are kept back for the final choice; their tokens are estimated by the mean of the calls
    so far, and are at most half of the budget.
    """

    def __init__(self, budget: Budget, *, reserved_calls: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self.budget = budget
        self.calls = 0
        self.tokens = 0
        self._reserved_calls = reserved_calls
        self._clock = clock
        self._started = clock()
        self._earlier_seconds = 0.0
        self._final = False

    @property
    def seconds(self) -> float:
        """Time spent on this run, earlier sessions included."""
        return self._earlier_seconds + self._clock() - self._started

    def continue_from(self, seconds: float) -> None:
        """Take over the time that an earlier session has spent."""
        self._earlier_seconds = seconds
        self._started = self._clock()

    def release_reserve(self) -> None:
        """The search is over: what was kept back may be spent now, and the final choice may outlast the minutes."""
        self._reserved_calls = 0
        self._final = True

    def check(self, calls: int, tokens: int) -> None:
        """Raise `OutOfBudget` if work of this size at most would pass a limit."""
        limits = self.budget
        if limits.calls is not None and self.calls + calls + self._reserved_calls > limits.calls:
            raise OutOfBudget("calls")
        if limits.tokens is not None and self.tokens + tokens + self._reserved_tokens() > limits.tokens:
            raise OutOfBudget("tokens")
        if limits.minutes is not None and not self._final and self.seconds >= 60 * limits.minutes:
            raise OutOfBudget("minutes")

    def remaining_calls(self) -> int | None:
        """Calls that are left, by the limits of calls and, at the mean cost so far, of tokens; `None`: no limit."""
        left = [self.budget.calls - self.calls] if self.budget.calls is not None else []
        if self.budget.tokens is not None and self.tokens:
            left.append((self.budget.tokens - self.tokens) * self.calls // self.tokens)
        return min(left, default=None)

    def search_calls(self) -> int | None:
        """As `remaining_calls`, without those that are kept back for the final choice."""
        left = self.remaining_calls()
        return None if left is None else max(0, left - self._reserved_calls)

    def charge(self, spent: Cost) -> None:
        """Count work that was done."""
        self.calls += spent.calls
        self.tokens += spent.tokens

    def _reserved_tokens(self) -> int:
        if not self.calls or self.budget.tokens is None:
            return 0
        return min(round(self._reserved_calls * self.tokens / self.calls), self.budget.tokens // 2)
