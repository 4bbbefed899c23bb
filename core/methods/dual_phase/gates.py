"""Whether a rewritten prompt is good enough to replace the current one."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain.scoring import Scorecard, Verdict

_SLACK = 1e-9
"""0.8 - 0.7 must pass a gate of 0.1."""

MOST_CHANCE = 0.25
"""The largest p-value of the sign test that a guarded gate lets through: 2 rows better and none worse just passes."""
LEAST_GAIN = 2
"""Rows by which a guarded full gate wants a rewrite to be better, at the least."""


@dataclass(frozen=True, slots=True)
class ProbedPrompt:
    """What a rewrite gained on failed rows: the mean, over those answered until it was clear whether it suffices."""

    gain: float
    rows: int
    passed: bool


def probe_gate(answers: Iterable[Sequence[Verdict]], failed: Sequence[Verdict], least: float) -> ProbedPrompt:
    """Whether the mean gain over all failed rows reaches `least`; no more answers are taken than it needs.

    Scores are in 0…1, so rows without an answer gain at least minus what they had, and at most what they lacked.
    """
    before = {verdict.row: verdict.score for verdict in failed}
    needed, gained, left = least * len(failed) - _SLACK, 0.0, dict(before)
    for verdicts in answers:
        for verdict in verdicts:
            gained += verdict.score - left.pop(verdict.row)
        if gained - sum(left.values()) >= needed:
            return ProbedPrompt(gained / (len(failed) - len(left)), len(failed) - len(left), passed=True)
        if gained + sum(1.0 - score for score in left.values()) < needed:
            return ProbedPrompt(gained / (len(failed) - len(left)), len(failed) - len(left), passed=False)
    return ProbedPrompt(0.0, 0, passed=needed <= 0.0)


@dataclass(frozen=True, slots=True)
class FullGate:
    """How much better a rewrite must be over all rows: `least` in 0…1.

    Plain: `least`, or any gain where the current prompt is so good that `least` is out of reach. Guarded: what a good
    prompt can still gain counts, two rows at least, and the rows that changed must not look like chance.
    """

    least: float
    guarded: bool

    def threshold(self, current: Scorecard) -> float:
        """The gain that is asked for beside this card."""
        room = 1.0 - current.value
        if self.guarded:
            return max(LEAST_GAIN / current.n, min(self.least, 0.3 * room))
        return self.least if room > self.least + _SLACK else _SLACK * 2

    def passes(self, current: Scorecard, new: Scorecard) -> bool:
        """Whether the new card may replace the current one; both are over the same rows."""
        if new.value - current.value < self.threshold(current) - _SLACK:
            return False
        better, worse = changes(current, new)
        return not self.guarded or (better - worse >= LEAST_GAIN and chance_of(better, worse) <= MOST_CHANCE)


def changes(current: Scorecard, new: Scorecard) -> tuple[int, int]:
    """How many rows got better, and how many worse."""
    pairs = [(old.score, verdict.score) for old, verdict in zip(current.verdicts, new.verdicts, strict=True)]
    return sum(new_ > old for old, new_ in pairs), sum(new_ < old for old, new_ in pairs)


def chance_of(better: int, worse: int) -> float:
    """The probability that at least so many of the changed rows got better if either was equally likely (sign test)."""
    changed = better + worse
    ways: int = sum(math.comb(changed, k) for k in range(better, changed + 1))
    return ways / (1 << changed)


class Reward(StrEnum):
    """What counts as earned: the score that a rewrite has, or what it gained."""

    GAIN = "gain"
    ACCURACY = "accuracy"

    def of(self, current: Scorecard, new: Scorecard, failed: Sequence[Verdict], share: float) -> float:
        """`share` of the score over all rows, the rest of that over the rows that failed before."""
        before = {verdict.row: verdict.score for verdict in failed}
        after = [verdict.score for verdict in new.verdicts if verdict.row in before]
        on_all, on_failed = new.value, sum(after) / len(before)
        if self is Reward.GAIN:
            on_all, on_failed = on_all - current.value, on_failed - sum(before.values()) / len(before)
        return share * on_all + (1.0 - share) * on_failed
