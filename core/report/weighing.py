"""Two combinations of a comparison held against each other: by the task's metric, or by what a person said of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.data import tasks
from core.domain.certificate import PairedGain
from core.domain.comparison import CellKey, Contrast, reply_id
from core.domain.scoring import Verdict
from core.errors import UsageError
from core.lab.paired import paired_gain
from core.report.certificate import gain
from core.store import comparisons


@dataclass(frozen=True, slots=True)
class Pair:
    """What is weighed: two cells of the comparison in `file`, on the rows of the task in `task_folder`.

    With `by_thumbs` the `thumbs` decide (reply's id → 1 or -1), on the rows where both replies have one.
    """

    file: Path
    task_folder: Path
    before: CellKey
    after: CellKey
    by_thumbs: bool = False
    thumbs: Mapping[str, int] = field(default_factory=dict)


def weigh(pair: Pair) -> Contrast:
    """Hold `after` against `before`. Raises `UsageError` if one was not scored, or the rows have changed since."""
    comparison = comparisons.read(pair.file)
    cells = {cell.key: cell for cell in comparison.cells}
    if pair.before not in cells or pair.after not in cells:
        raise UsageError("One of these combinations has not been scored yet.", hint="Compare them first.")
    before, after = cells[pair.before].verdicts, cells[pair.after].verdicts
    if pair.by_thumbs:
        return _by_thumbs(pair, comparison.spec.task_fingerprint, before, after)
    task = tasks.load_task(pair.task_folder)
    if tasks.task_fingerprint(task) != comparison.spec.task_fingerprint:
        raise UsageError("The rows of the task have changed since.", hint="Compare again.")
    found = gain(task, task.validation[: len(before)], before, after)
    return _contrast(pair, [verdict.score for verdict in before], [verdict.score for verdict in after], found)


def _by_thumbs(pair: Pair, fingerprint: str, before: Sequence[Verdict], after: Sequence[Verdict]) -> Contrast:
    said = [
        (old, new)
        for first, second in zip(before, after, strict=True)
        if (old := _thumb(pair.thumbs, fingerprint, first)) and (new := _thumb(pair.thumbs, fingerprint, second))
    ]
    scores = [(1.0 if old > 0 else 0.0, 1.0 if new > 0 else 0.0) for old, new in said]
    old_scores, new_scores = [old for old, _ in scores], [new for _, new in scores]
    return _contrast(pair, old_scores, new_scores, paired_gain(old_scores, new_scores))


def _thumb(thumbs: Mapping[str, int], fingerprint: str, verdict: Verdict) -> int:
    return thumbs.get(reply_id(fingerprint, verdict), 0)


def _contrast(pair: Pair, before: Sequence[float], after: Sequence[float], found: PairedGain) -> Contrast:
    wins = sum(new > old for old, new in zip(before, after, strict=True))
    losses = sum(new < old for old, new in zip(before, after, strict=True))
    ties = len(before) - wins - losses
    return Contrast(pair.before, pair.after, wins, ties, losses, found, pair.by_thumbs)
