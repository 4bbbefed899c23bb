"""How many words may change in a step: GPO's learning rate (Tang et al. 2025, "Prompt Variation Control")."""

import math
from enum import StrEnum


class Variation(StrEnum):
    """How the number of words that may change develops."""

    NONE = "none"
    FIXED = "fixed"
    LINEAR = "linear"
    COSINE = "cosine"


def budget(t: int, steps: int, variation: Variation, first: int, last: int, warm_up: int = 0) -> int | None:
    """Words that may change in step `t` of `steps`, or `None` for no control.

    Steps count from 1, as in the authors' code, so decay shows `first` itself only after a warm-up. Never below `last`,
    not during the warm-up either.
    """
    if variation is Variation.NONE:
        return None
    if t < warm_up:
        return max(last, first * t // warm_up)
    passed = (t - warm_up) / (steps - warm_up) if steps > warm_up else 0.0
    if variation is Variation.LINEAR:  # in the order of operations that leaves whole numbers whole
        return max(last, int(first - (first - last) * passed))
    left = 1.0 if variation is Variation.FIXED else 0.5 * (1.0 + math.cos(math.pi * passed))
    return max(last, int(last + (first - last) * left))
