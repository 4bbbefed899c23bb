"""A softmax over arms whose weights grow by what they earned, after EXP3.

P. Auer, N. Cesa-Bianchi, Y. Freund, R. E. Schapire: The Nonstochastic Multiarmed Bandit Problem. SIAM Journal on
Computing 32, 2002. Unlike there, an arm is drawn in proportion to the exponential of its weight (Dual-Phase, Eq. 5).
"""

import math
import random
from collections.abc import Mapping
from typing import NamedTuple

MOST_GROWTH = 1.0
"""The largest exponent of one update."""


class Draw(NamedTuple):
    """An arm, the probability with which it was drawn, and the number of arms that it was drawn among."""

    arm: int
    chance: float
    of: int


def chances(weights: Mapping[int, float], mixing: float = 0.0) -> dict[int, float]:
    """The probability of each arm, with a share of `mixing` spread evenly. The largest weight is subtracted first."""
    if not weights:
        return {}
    largest = max(weights.values())
    powers = {arm: math.exp(weight - largest) for arm, weight in weights.items()}
    total = sum(powers.values())
    return {arm: (1.0 - mixing) * power / total + mixing / len(weights) for arm, power in powers.items()}


def draw(rng: random.Random, weights: Mapping[int, float], mixing: float = 0.0) -> Draw | None:
    """One arm at random by `chances`, or `None` if there is none."""
    by_arm = chances(weights, mixing)
    if not by_arm:
        return None
    arm = rng.choices(list(by_arm), list(by_arm.values()))[0]
    return Draw(arm, by_arm[arm], len(by_arm))


def grown(weight: float, reward: float, chance: float, arms: int, rate: float) -> float:
    """The weight of an arm that earned `reward` when drawn with `chance` among `arms` (Dual-Phase, Eq. 9)."""
    return weight * math.exp(min(MOST_GROWTH, max(0.0, rate * reward / (chance * arms))))
