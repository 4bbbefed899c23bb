"""What is known of a finished run beside its log: its certificate or what one would take, its review, its export."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.domain.certificate import Certificate, SealedFlip
from core.domain.review import Review
from core.domain.runspec import RunSpec
from core.domain.task import Task
from core.report.export import Exported, Sources, gather, sources
from core.report.power_estimate import PowerEstimate, power_estimate
from core.state import RunState
from core.store.runs import RunFolder


@dataclass(frozen=True, slots=True)
class RunDetails:
    """What there is of one run. `task` has its train and validation rows; `None` if it is no longer there.

    `with_bias`: the prompt with the label bias that the run ended with, if it did.
    """

    power: PowerEstimate
    certificate: Certificate | None
    flips: tuple[SealedFlip, ...]
    review: Review | None
    exported: Exported | None
    at_hand: Sources
    with_bias: Exported | None = None

    @property
    def task(self) -> Task | None:
        """The task with its train and validation rows."""
        return self.at_hand.task


def read_details(folder: RunFolder, state: RunState, task_of: Callable[[RunSpec], Path]) -> RunDetails:
    """Read it; `task_of` finds the folder of the run's task. Raises `RunError` for a file that is damaged."""
    at_hand = sources(folder.read_spec(), task_of)
    review = folder.read_review()
    return RunDetails(
        power_estimate(folder, state, at_hand.task, at_hand.folder),
        folder.read_certificate(),
        folder.read_flips(),
        review if review is not None and review.candidate == state.best else None,
        gather(folder, state, "", at_hand) if state.best in state.nodes else None,
        at_hand,
        gather(folder, state, "", at_hand, with_bias=True) if state.bias is not None else None,
    )
