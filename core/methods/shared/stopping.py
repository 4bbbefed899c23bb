"""When going on is no use, and what to do about an optimizer that repeats itself."""

import math
from collections.abc import Sequence


def on_plateau(bests: Sequence[float], steps: int) -> bool:
    """Whether the best score is perfect, or did not grow in max(4, a third of all) steps.

    `bests`: the best score so far, 0…1, at the start and after each step.
    """
    patience = max(4, math.ceil(steps / 3))
    return bests[-1] >= 1.0 or (len(bests) > patience and bests[-1] <= bests[-1 - patience])


def raised(temperature: float) -> float:
    """A temperature 0.2 higher, up to 1.3; one that is higher already stays."""
    return max(temperature, min(1.3, round(temperature + 0.2, 2)))
