"""How many calls a run may still make: between the least and the most that its rounds so far let expect."""

from dataclasses import dataclass, field

from core.domain.run_estimate import Range
from core.events import (
    AnswersWeighed,
    BlockScored,
    BudgetExhausted,
    Event,
    OptimizerReplied,
    PromptEdited,
    RoundEnded,
    RoundStarted,
    RowsProbed,
    SearchEnded,
)


@dataclass(slots=True)
class RemainingCalls:
    """Hears a run's events. `most` is the upper bound of all its calls (0: unknown), `reserve` those of the final
    choice. A prompt that a person adds costs at most `per_edit` more, within the `limit` of the run.

    A round to come is expected to cost between as much as the cheapest and as much as the dearest one so far. Before
    the first one has ended nothing is known but the upper bound. A method that stops early takes less than the least.
    """

    most: int = 0
    reserve: int = 0
    per_edit: int = 0
    limit: int | None = None
    _calls: int = 0
    _rounds: list[int] = field(default_factory=list)
    _of: int = 0
    _began: int = 0
    _over: bool = False

    def on_event(self, event: Event) -> None:
        """Take note of what happened."""
        match event:
            case BlockScored() | RowsProbed() | AnswersWeighed() | OptimizerReplied():
                self._calls += event.spent.calls
            case RoundStarted(of=of):
                self._of, self._began = of, self._calls
            case RoundEnded():
                self._rounds.append(self._calls - self._began)
                self._began = self._calls
            case PromptEdited() if self.most:
                more = self.most + self.per_edit
                self.most = more if self.limit is None else min(more, self.limit)
            case BudgetExhausted() | SearchEnded():
                self._over, self._began = True, self._calls

    def choice(self, calls: int) -> int:
        """Calls of the final choice at most, if the search ended after these."""
        left = max(0, self.most - calls) if self.most else self.reserve
        return min(left, max(0, self.reserve - (calls - self._began if self._over else 0)))

    def remaining(self, calls: int) -> Range | None:
        """Calls to come after these; `None` without an upper bound."""
        if not self.most:
            return None
        left = max(0, self.most - calls)
        begun = calls - self._began
        if self._over or 0 < self._of <= len(self._rounds):
            return Range(0, self.choice(calls) if self._over else min(left, max(0, self.reserve - begun)))
        if not self._rounds:
            return Range(min(left, self.reserve), left)
        to_come = self._of - len(self._rounds)
        least, most = to_come * min(self._rounds) - begun, to_come * max(self._rounds) - begun + self.reserve
        return Range(min(left, max(0, least)), min(left, max(0, most)))
