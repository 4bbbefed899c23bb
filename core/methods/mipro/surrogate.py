"""Which combination to try next: a tree-structured Parzen estimator over choices (Bergstra et al., NeurIPS 2011).

The joint form for categories (S. Falkner, A. Klein, F. Hutter: BOHB. ICML 2018): each trial is a kernel that gives most
of its weight to its own choice. What is tried next is likely among the good trials and unlikely among the others.
"""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Choice = tuple[int, ...]

_RANDOM_FIRST = 6
"""Trials before there is anything to learn from."""
_GOOD_SHARE = 0.25
_DRAWS = 24
"""Combinations that are drawn from the good trials, of which the most promising one is tried."""
_PRIOR = 1.0
_MOST_TRIES = 2
"""What was tried so often is known: others that were drawn come first."""


@dataclass(frozen=True, slots=True)
class SurrogateTrial:
    """A combination and its score, 0…1."""

    choice: Choice
    score: float


def suggest(trials: Sequence[SurrogateTrial], sizes: Sequence[int], rng: random.Random) -> Choice:
    """A combination: one of `sizes[k]` choices in each place k."""
    if len(trials) < _RANDOM_FIRST:
        return tuple(rng.randrange(size) for size in sizes)
    order = sorted(trials, key=lambda trial: -trial.score)
    cut = max(1, math.ceil(_GOOD_SHARE * len(order)))
    good, rest = order[:cut], order[cut:]
    drawn = {_drawn(good, sizes, rng) for _ in range(_DRAWS)}
    tries = Counter(trial.choice for trial in trials)
    able = [choice for choice in sorted(drawn) if tries[choice] < _MOST_TRIES] or sorted(drawn)
    return max(able, key=lambda choice: _density(choice, good, sizes) / _density(choice, rest, sizes))


def _drawn(trials: Sequence[SurrogateTrial], sizes: Sequence[int], rng: random.Random) -> Choice:
    """A draw from the mixture of all trials' kernels and a uniform prior."""
    if rng.random() < _PRIOR / (_PRIOR + len(trials)):
        return tuple(rng.randrange(size) for size in sizes)
    centre = rng.choice(list(trials)).choice
    return tuple(
        rng.choices(range(size), weights=[_kernel(value, near, size) for value in range(size)])[0]
        for near, size in zip(centre, sizes, strict=True)
    )


def _density(choice: Choice, trials: Sequence[SurrogateTrial], sizes: Sequence[int]) -> float:
    uniform = math.prod(1 / size for size in sizes)
    near = (
        math.prod(_kernel(value, other, size) for value, other, size in zip(choice, trial.choice, sizes, strict=True))
        for trial in trials
    )
    return (_PRIOR * uniform + sum(near)) / (_PRIOR + len(trials))


def _kernel(value: int, centre: int, size: int) -> float:
    """Half of the weight on the centre beside an even share of the other half."""
    return 0.5 * (value == centre) + 0.5 / size
