"""When a prompt has lost a race: it cannot catch up any more, or paired evidence says that it will not.

The evidence is a bet on every row (I. Waudby-Smith, A. Ramdas: Estimating means of bounded random variables by betting.
Journal of the Royal Statistical Society, Series B 86(1), 2024, 1–27; section 5 on sampling without replacement):

    null       the candidate would end more than `tolerance` above the leader
    y[i]       leader's score - candidate's score on row i, in -1 … 1
    m[i]       what y[i] is on average under the null: its total must still come about in the rows that are left
    capital    1, times 1 + c (y[i] - m[i]) / (1 + m[i]) on every row; the mean over many shares c
    lost       as soon as capital ≥ 1 / alpha, at any time

Under the null no strategy of betting makes capital of 1 grow on average, so with rows in random order it *ever* reaches
1 / alpha with probability alpha at most (Ville's inequality), however often one looks. Leaders are chosen by the very
rows that are bet on, so `alpha` is shared among all rivals (Bonferroni): whoever comes to lead, by whatever rule, the
best prompt is dropped with probability alpha at most, unless its lead is within the tolerance. `opening` is the other
way: rows that choose the leader count towards the total without a bet; it needs more rows (`whet bench racing`).
The rows of a task lie in one shuffled, stratified order for all prompts: the probability is over that shuffle.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.domain.runspec import Racing

Scores = Sequence[float]
"""Of one prompt on the leading rows, in evaluation order, each in 0…1."""

BOUND = "bound"
"""Why a prompt was dropped: with all remaining rows right it would still stay below the leader."""

MARGIN = "margin"
"""Why a prompt was dropped: with all remaining rows right its lead would still be too small to matter."""

EVIDENCE = "evidence"
"""Why a prompt was dropped: a paired test against the leader says that it will not end above it."""

SET_ASIDE = "set_aside"
"""Why a prompt was dropped: its method chose others to go on with."""

_SLACK = 1e-9
"""Sums of graded scores are rounded differently by order: a bound must never be too low by that."""

_SHARES = (np.arange(16) + 0.5) / 16
"""The shares of the capital that are bet side by side (the paper's diversified bets)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How sure one must be. `alpha` 0: no evidence counts, and nothing is lost that might still be the best.

    `tolerance`: a lead of so much (0…1) is not worth the rows that show it. `opening`: leading rows without a bet.
    """

    alpha: float = 0.0
    tolerance: float = 0.0
    opening: int = 0


RULES = {Racing.EXACT: Rule(), Racing.STATISTICAL: Rule(alpha=0.05, tolerance=0.01)}
"""What a run's `Racing` means."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A prompt with all its rows. `penalty` is subtracted from its mean (a penalty for length)."""

    name: str
    scores: Scores
    penalty: float = 0.0

    @property
    def mark(self) -> float:
        """What another one has to reach."""
        return sum(self.scores) / len(self.scores) - self.penalty


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a prompt is out of the race (`BOUND`, `MARGIN`, `EVIDENCE`), by whose lead, and what it reaches at best."""

    reason: str
    leader: str
    bound: float


@dataclass(slots=True)
class Race:
    """The standings of a race over `rows` rows for `places` places. `rivals`: how many others each prompt may meet."""

    rule: Rule
    rows: int
    rivals: int = 1
    places: int = 1
    leaders: list[Leader] = field(default_factory=list)

    def finish(self, leader: Leader) -> None:
        """Take a prompt with all its rows into the standings; of equals the earlier is ahead."""
        self.leaders = sorted([*self.leaders, leader], key=lambda item: -item.mark)[: self.places]

    def loss(self, scores: Scores, penalty: float = 0.0) -> Loss | None:
        """Why a prompt with these first rows cannot take a place; `None` while it might."""
        if len(self.leaders) < self.places or len(scores) >= self.rows:
            return None
        bound = upper_bound(scores, self.rows)
        last = self.leaders[-1]
        if bound - penalty < last.mark:
            return Loss(BOUND, last.name, bound)
        if self.rule.tolerance and bound - penalty <= last.mark + self.rule.tolerance:
            return Loss(MARGIN, last.name, bound)
        if all(self._beaten(scores, penalty, leader) for leader in self.leaders):
            return Loss(EVIDENCE, last.name, bound)
        return None

    def _beaten(self, scores: Scores, penalty: float, leader: Leader) -> bool:
        if not self.rule.alpha:
            return False
        lead = np.asarray(leader.scores[: len(scores)]) - np.asarray(scores)
        null = leader.penalty - penalty - self.rule.tolerance
        return capital(lead, self.rows, null, self.rule.opening) >= self.rivals / self.rule.alpha


def upper_bound(scores: Scores, rows: int) -> float:
    """The mean over `rows` rows, 0…1, if all rows without a score turn out right."""
    return (sum(scores) + rows - len(scores)) / rows + _SLACK


def capital(lead: NDArray[np.float64], rows: int, null: float, opening: int = 0) -> float:
    """What 1 has become by betting that the mean of `rows` differences (each -1…1) is above `null`.

    `lead` holds the first differences, fewer than `rows`, in random order. Nothing is bet on the first `opening` ones.
    Infinite where the null has become impossible: not even -1 in all remaining rows would bring the mean down to it.
    """
    sums = np.concatenate(([0.0], np.cumsum(lead)))
    expected = (rows * null - sums) / (rows - np.arange(len(sums)))
    if expected[-1] < -1.0:
        return float("inf")
    return _product(lead[opening:], expected[opening:-1])


def _product(lead: NDArray[np.float64], expected: NDArray[np.float64]) -> float:
    """Mean over all shares of the product of the bets' returns."""
    returns = (1.0 + lead) / np.maximum(1.0 + expected, _SLACK)
    return float(np.mean(np.prod(1.0 + _SHARES[:, None] * (returns - 1.0), axis=1)))
