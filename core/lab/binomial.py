"""Binomial probabilities for whole arrays: `scipy.stats` takes a second to import, and the window would wait for it."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


def pmf(count: ArrayLike, n: ArrayLike, share: Floats | float) -> Floats:
    """The probability of exactly `count` hits in `n` trials with this share of hits each."""
    from scipy import special  # a quarter of a second to import: the window starts without

    hits, trials = np.asarray(count), np.asarray(n)
    log = special.gammaln(trials + 1) - special.gammaln(hits + 1) - special.gammaln(trials - hits + 1)
    log = log + special.xlogy(hits, share) + special.xlog1py(trials - hits, -np.asarray(share))
    return np.asarray(np.exp(log), dtype=np.float64)


def at_least(count: ArrayLike, n: ArrayLike, share: Floats | float) -> Floats:
    """The probability of `count` hits or more in `n` trials."""
    from scipy import special  # a quarter of a second to import: the window starts without

    hits, trials = np.broadcast_arrays(np.asarray(count), np.asarray(n))
    inside = (hits > 0) & (hits <= trials)
    tail = special.betainc(np.where(inside, hits, 1), np.where(inside, trials - hits + 1, 1), share)
    return np.where(inside, tail, np.where(hits <= 0, 1.0, 0.0))


def critical_heads(n: Counts, tail: float) -> Counts:
    """For each number of fair coins, the fewest heads whose probability, with all above, is at most `tail`.

    One more than the coins where no number is that improbable.
    """
    below, above = np.zeros(n.shape, dtype=np.int64), n + 1
    while np.any(above - below > 1):
        middle = (below + above) // 2
        rare = at_least(middle, n, 0.5) <= tail
        open_ = above - below > 1
        above, below = np.where(open_ & rare, middle, above), np.where(open_ & ~rare, middle, below)
    return above
