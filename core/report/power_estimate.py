"""What opening the sealed test of a run would mean, said before anybody opens it."""

import math
from dataclasses import dataclass
from pathlib import Path

from core.data.tasks import is_sample, sealed_marks
from core.domain.run_estimate import ASSUMED_CHANGING
from core.domain.task import Task
from core.errors import SealedTestError, WhetError
from core.lab.stats import smallest_detectable_gain
from core.report.certificate import check_certifiable
from core.report.compare import compare
from core.report.result import best_seed
from core.said import Said
from core.state import RunState
from core.store.ledger import Ledger, Opening
from core.store.runs import RunFolder

_LEAST_ROWS = 16


@dataclass(frozen=True, slots=True)
class PowerEstimate:
    """What is known before the sealed test is opened.

    `smallest_gain` (0…1) is shown four times in five if a share `changing` of the answers changes, which is that of the
    `measured` rows where both prompts were scored, else (0) an assumption; `None`: no gain can be shown. `opened` is an
    earlier opening of these rows by another run; a `practice` test may be opened by every run. `obstacle`, with its
    `hint`, says why it cannot be opened.
    """

    rows: int
    smallest_gain: float | None
    changing: float
    measured: int
    practice: bool
    opened: Opening | None = None
    obstacle: str = ""
    hint: str = ""

    @property
    def possible(self) -> bool:
        """Whether it can be opened for this run."""
        return not self.obstacle

    @property
    def power(self) -> str:
        """What so many rows can show."""
        how = Said(
            "if {changing} % of the answers change, as on {measured} rows of this run"
            if self.measured
            else "if {changing} % of the answers change (an assumption)",
            changing=f"{100 * self.changing:.0f}",
            measured=self.measured,
        )
        if self.smallest_gain is None:
            return Said("{rows} sealed rows cannot show any gain {how}.", rows=self.rows, how=how)
        return Said(
            "{rows} sealed rows show a gain of {smallest_gain} points or more four times in five {how}.",
            rows=self.rows,
            smallest_gain=f"{100 * self.smallest_gain:.0f}",
            how=how,
        )

    @property
    def meaning(self) -> str:
        """What opening it means."""
        if self.practice:
            return "These are practice rows: every run may open them, so their certificate is for learning."
        return (
            "The sealed rows can be used once: whatever comes out, they cannot certify another run, because prompts "
            "that are chosen after a look at them would be fitted to them."
        )


def power_estimate(
    run: RunFolder, state: RunState, task: Task | None, task_folder: Path | None = None
) -> PowerEstimate:
    """The prospect of a run; without its `task` all that can be said is that it is gone. With the task's folder its
    sealed rows are known again in another dress, too."""
    if task is None or state.spec is None:
        gone = "The task of this run, with its sealed rows, is not in the workspace."
        return PowerEstimate(0, None, 0.0, 0, practice=False, obstacle=gone, hint="Put its folder back.")
    changing, measured = _changing(state)
    smallest = smallest_detectable_gain(task.test_rows, changing)
    practice = is_sample(task.test_fingerprint)
    opened, refusal = (None, None) if practice else _opened(run, task, task_folder)
    obstacle, hint = _obstacle(run, state, task, refusal)
    return PowerEstimate(
        task.test_rows,
        smallest if math.isfinite(smallest) else None,
        changing,
        measured,
        practice,
        opened,
        obstacle,
        hint,
    )


def _changing(state: RunState) -> tuple[float, int]:
    """The share of answers that the best prompt changed, and on how many rows; an assumption on too few."""
    own = best_seed(state)
    if own is None or state.best not in state.nodes:
        return ASSUMED_CHANGING, 0
    rows = compare(state, own.candidate.id, state.best)
    if rows.n < _LEAST_ROWS:
        return ASSUMED_CHANGING, 0
    return max(len(rows.fixed) + len(rows.broken), 1) / rows.n, rows.n


def _opened(run: RunFolder, task: Task, folder: Path | None) -> tuple[Opening | None, SealedTestError | None]:
    """The earlier look for which opening it now would be refused, and the refusal; nothing is noted."""
    ledger = Ledger(run.workspace)
    if not ledger.openings():
        return None, None
    keys, marks = _known_by(task, folder)
    return ledger.refusal(task.test_fingerprint, keys, run.id, marks=marks) or (None, None)


def _known_by(task: Task, folder: Path | None) -> tuple[tuple[str, ...], tuple[frozenset[str], ...]]:
    try:
        return sealed_marks(folder, task.input_template) if folder is not None else ((), ())
    except WhetError:  # the rows cannot be read: the test is known by its fingerprint
        return (), ()


def _obstacle(run: RunFolder, state: RunState, task: Task, refusal: SealedTestError | None) -> tuple[str, str]:
    if refusal is not None:
        return refusal.message, "Seal new rows, then run again."
    if state.spec is not None and task.test_fingerprint != state.spec.test_fingerprint:
        return "The sealed rows have changed since the run was started.", "Restore them, or start a new run."
    try:
        check_certifiable(run.id, state, task.test_rows)
    except WhetError as error:
        return error.message, error.hint
    return "", ""
