"""Is the gain real? Paired tests of two prompts on the same rows, each with the interval that agrees with its p."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.certificate import PairedGain
from core.lab import binomial, mcnemar

LEVEL = 0.05
"""Two-sided: what a p-value must stay below."""

_TAIL = LEVEL / 2
_EXACT_ROWS = 16
_FEWEST_CHANGED = 6  # with fewer changed rows no two-sided sign test can reach 0.05
_DRAWS = 9_999
_DRAWN = "sign-flip test, 9,999 draws"
_STEP = 1e-6
SLACK = 1e-12
"""Sums of equal scores in another order differ by rounding."""


Floats = NDArray[np.float64]


def paired_gain(before: Sequence[float], after: Sequence[float]) -> PairedGain:
    """Compare two prompts whose value is the mean score of the rows, given in the same order.

    Scores of 0 and 1 only: McNemar's exact test with an exact interval (`core.lab.mcnemar`). Graded scores: a sign-flip
    test of the differences (Fisher 1935), by enumeration up to 16 changed rows and by 9,999 seeded draws above, with
    the interval of Hartigan's typical values (JASA 64, 1969) that inverts it. Its p-value is exact whatever the scores;
    its interval is exact if the differences lie symmetrically about the gain, and approximate otherwise.

    Raises `ValueError` if the lengths differ.
    """
    old, new = np.asarray(before, dtype=np.float64), np.asarray(after, dtype=np.float64)
    if old.shape != new.shape:
        raise ValueError("scores before and after must be of the same rows", old.size, new.size)
    improved, worsened = int((new > old).sum()), int((new < old).sum())
    if old.size == 0:
        return PairedGain(0.0, -1.0, 1.0, 1.0, 0, 0, 0, "no rows")
    difference = float((new - old).mean())
    if _only_zero_and_one(old) and _only_zero_and_one(new):
        low, high = mcnemar.exact_interval(improved, worsened, old.size)
        p, method = mcnemar.exact_p(improved, worsened), "exact McNemar test"
    else:
        low, high, p, method = _sign_flip(new - old, improved, worsened)
    return PairedGain(difference, max(low, -1.0), min(high, 1.0), p, old.size, improved, worsened, method)


def _only_zero_and_one(scores: Floats) -> bool:
    return bool(np.isin(scores, (0.0, 1.0)).all())


def rank_of_level(draws: int, level: float) -> int:
    """How many draws as extreme as the found value just make (1 + count) / (draws + 1) reach the level."""
    return max(1, int(np.ceil(level * (draws + 1) - 1e-9)) - 1)


def _sign_flip(differences: Floats, improved: int, worsened: int) -> tuple[float, float, float, str]:
    """Interval, p-value and name of the sign-flip test of graded differences.

    Flipping a set of rows leaves the sum of (difference - shift) as large as it was exactly when the mean over that set
    is at most the shift; so the p-value of every shift is read from the distribution of the means of random subsets.
    """
    changed = differences[differences != 0.0]
    if changed.size <= _EXACT_ROWS:
        low, high, p = _exact_flips(changed, differences.size - changed.size)
        name = "exact sign-flip test"
    else:
        low, high, p = _drawn_flips(changed, differences.size - changed.size)
        name = _DRAWN
    if changed.size < _FEWEST_CHANGED:  # too few to show anything: as wide as if each change were a whole point
        widest = mcnemar.exact_interval(improved, worsened, differences.size)
        low, high = min(low, widest[0]), max(high, widest[1])
    return low, high, p, name


def _exact_flips(changed: Floats, unchanged: int) -> tuple[float, float, float]:
    """By enumerating all subsets of the changed rows; of the unchanged ones only the number in the subset matters."""
    sums, sizes = np.zeros(1), np.zeros(1)
    for value in changed:
        sums, sizes = np.concatenate([sums, sums + value]), np.concatenate([sizes, sizes + 1])
    padding = np.arange(unchanged + 1)
    weights = _binomial_half(unchanged)
    heavy = weights > 1e-9
    padding, weights = padding[heavy], weights[heavy] / weights[heavy].sum()

    def share_up_to(shift: float, sign: float) -> float:
        """The probability that a random subset of the rows, with this sign, has a mean of at most `shift`."""
        hits = [(sign * sums <= shift * (sizes + extra) + SLACK).mean() for extra in padding]
        return float(np.dot(hits, weights))

    def smallest_kept(sign: float) -> float:
        rejected, kept = float((sign * changed).min(initial=0.0)) - _STEP, float((sign * changed).max(initial=0.0))
        while kept - rejected > _STEP:
            middle = (rejected + kept) / 2
            if share_up_to(middle, sign) >= _TAIL:
                kept = middle
            else:
                rejected = middle
        return kept

    p = min(1.0, 2 * min(share_up_to(0.0, 1.0), share_up_to(0.0, -1.0)))
    return _agreeing(smallest_kept(1.0), -smallest_kept(-1.0), p, float(changed.sum()))


def _binomial_half(n: int) -> Floats:
    """The probabilities of 0…n heads."""
    return binomial.pmf(np.arange(n + 1), n, 0.5)


def _drawn_flips(changed: Floats, unchanged: int) -> tuple[float, float, float]:
    """By seeded random subsets; the interval's ends are order statistics of their means."""
    generator = np.random.default_rng(0)
    chosen = generator.integers(0, 2, size=(_DRAWS, changed.size), dtype=np.int8)
    sums = chosen.astype(np.float64) @ changed
    sizes = chosen.sum(axis=1, dtype=np.int64) + generator.binomial(unchanged, 0.5, size=_DRAWS)
    means = np.sort(np.where(np.abs(sums) < SLACK, 0.0, sums) / np.maximum(sizes, 1))
    rank = rank_of_level(_DRAWS, _TAIL)
    tail = 1 + min(int((means <= 0.0).sum()), int((means >= 0.0).sum()))
    p = min(1.0, 2 * tail / (_DRAWS + 1))
    return _agreeing(float(means[rank - 1]), float(means[-rank]), p, float(changed.sum()))


def _agreeing(low: float, high: float, p: float, total: float) -> tuple[float, float, float]:
    """Both ends on the side of zero that the p-value says, where bisection or rounding left them a hair off."""
    if p >= LEVEL:
        return min(low, 0.0), max(high, 0.0), p
    return (max(low, _STEP), high, p) if total > 0 else (low, min(high, -_STEP), p)
