"""How long answers took, candidate by candidate: beside the log, because a log has no clock."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.engine.progress import Telemetry
from core.events import AnswersWeighed, BlockScored, Event
from core.llm.base import ModelProgress
from core.store.times import AnswerTimes


@dataclass(slots=True)
class Stopwatch:
    """Listens where the telemetry listens: a block's time runs from its beginning to its event.

    Blocks that were read from the log, or of which an answer came from disk, say nothing of the model's speed.
    """

    telemetry: Telemetry
    clock: Callable[[], float]
    times: AnswerTimes = field(default_factory=dict)
    _began: float | None = None

    def begin(self, phase: str) -> None:
        """Another piece of work begins."""
        self._began = self.clock()
        self.telemetry.begin(phase)

    def observe(self, progress: ModelProgress) -> None:
        """Take note of the model's progress."""
        if progress.cached:
            self._began = None
        self.telemetry.observe(progress)

    def on_event(self, event: Event) -> None:
        """Take note of an event."""
        if isinstance(event, BlockScored | AnswersWeighed) and self._began is not None and event.spent.calls:
            answers, seconds = self.times.get(event.candidate, (0, 0.0))
            took = self.clock() - self._began
            self.times[event.candidate] = (answers + event.spent.calls, seconds + took)
        self._began = None
