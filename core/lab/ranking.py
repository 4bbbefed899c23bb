"""Ranks, and how far two rankings agree.

Not by `scipy.stats`: that takes a second to import, and brings forty megabytes of optimizers and sparse matrices into
the program that is given to people, for what are three lines of numpy here.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def ranks(values: ArrayLike) -> Floats:
    """Ranks from 1, the smallest first, along the last axis; equals share the mean of theirs."""
    given = np.asarray(values, dtype=np.float64)
    one, other = given[..., :, None], given[..., None, :]
    return np.asarray((other < one).sum(axis=-1) + ((other == one).sum(axis=-1) + 1) / 2, dtype=np.float64)


def spearman(one: ArrayLike, other: ArrayLike) -> float:
    """The correlation of the ranks, -1…1 (Spearman 1904); NaN where one of them has no order at all."""
    return _agreement(ranks(one) - np.mean(ranks(one)), ranks(other) - np.mean(ranks(other)))


def kendall(one: ArrayLike, other: ArrayLike) -> float:
    """Kendall's tau-b, -1…1 (Biometrika 33, 1945): pairs in the same order less those in the other, ties left out of
    the scale; NaN where one of them has no order at all."""
    return _agreement(_orders(one), _orders(other))


def _orders(values: ArrayLike) -> Floats:
    """Of each pair, which of the two is larger."""
    given = np.asarray(values, dtype=np.float64)
    return np.asarray(np.sign(given[:, None] - given[None, :]), dtype=np.float64)


def _agreement(one: Floats, other: Floats) -> float:
    scale = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / scale if scale else float("nan")
