"""Choosing the best few of many prompts with few rows: best-arm bandits, counted in blocks of rows.

An arm is a prompt, and pulling it `n` blocks deep gives its mean score over its first `n` blocks. All arms see the same
rows in the same order, so that two arms at equal depth differ in the prompt alone.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from core.lab.scorer import BLOCK


class Selection(StrEnum):
    """How the best arms are found."""

    UCB = "ucb"
    REJECTS = "successive rejects"
    HALVING = "successive halving"
    ALL = "all rows"


@dataclass(frozen=True, slots=True)
class BanditContest:
    """`arms` arms, of which `keep` are wanted, for about `blocks` blocks in all; one arm has at most `depth` of them.

    `pull(arm, n)` gives the mean score, 0…1, of an arm's first `n` blocks; what was pulled before costs nothing.
    """

    arms: int
    keep: int
    blocks: int
    depth: int
    pull: Callable[[int, int], float]

    def winners(self, by: Selection, exploration: float = 1.0) -> list[int]:
        """The best `keep` arms by number, best first; of equals the earlier one. Nothing is pulled if all are kept."""
        if self.arms <= self.keep:
            return list(range(self.arms))
        match by:
            case Selection.UCB:
                means = self._ucb(exploration)
            case Selection.REJECTS:
                means = self._rejects()
            case Selection.HALVING:
                means = self._halving()
            case Selection.ALL:
                means = {arm: self.pull(arm, self.depth) for arm in range(self.arms)}
        return self._best(means)[: self.keep]

    def _ucb(self, exploration: float) -> dict[int, float]:
        """Upper confidence bounds (Auer et al. 2002): each arm once, then the highest mean + c √(ln t / rows)."""
        depths = dict.fromkeys(range(self.arms), 1)
        means = {arm: self.pull(arm, 1) for arm in depths}
        for t in range(self.arms + 1, self.blocks + 1):
            open_arms = [arm for arm in depths if depths[arm] < self.depth]
            if not open_arms:
                break
            bonus = {arm: exploration * math.sqrt(math.log(t) / (BLOCK * depths[arm])) for arm in open_arms}
            arm = max(open_arms, key=lambda arm: means[arm] + bonus[arm])
            depths[arm] += 1
            means[arm] = self.pull(arm, depths[arm])
        return means

    def _rejects(self) -> dict[int, float]:
        """Successive rejects (Audibert et al. 2010), ended when `keep` arms are left: one arm goes in every phase."""
        left = list(range(self.arms))
        spread = 0.5 + sum(1.0 / i for i in range(2, self.arms + 1))
        means: dict[int, float] = {}
        for phase in range(1, self.arms - self.keep + 1):
            deep = math.ceil((self.blocks - self.arms) / (spread * (self.arms + 1 - phase)))
            means = {arm: self.pull(arm, self._within(deep)) for arm in left}
            left = self._best(means)[:-1]
        return {arm: means[arm] for arm in left}

    def _halving(self) -> dict[int, float]:
        """Sequential halving (Karnin et al. 2013): equal shares of the blocks per round, and the better half stays."""
        left = list(range(self.arms))
        rounds = max(1, math.ceil(math.log2(self.arms / self.keep)))
        deep = 0
        means: dict[int, float] = {}
        while len(left) > self.keep:
            deep += max(1, self.blocks // (len(left) * rounds))
            means = {arm: self.pull(arm, self._within(deep)) for arm in left}
            left = self._best(means)[: max(self.keep, math.ceil(len(left) / 2))]
        return {arm: means[arm] for arm in left}

    def _within(self, blocks: int) -> int:
        return min(self.depth, max(1, blocks))

    @staticmethod
    def _best(means: dict[int, float]) -> list[int]:
        return sorted(means, key=lambda arm: (-means[arm], arm))
