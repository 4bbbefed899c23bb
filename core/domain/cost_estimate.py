"""What a run costs at most, and about how long it takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CostEstimate:
    """At most so many calls, in about so many seconds (0: nobody can say). `measured`: by earlier runs, not by the
    model's size."""

    calls: int
    seconds: float
    measured: bool
