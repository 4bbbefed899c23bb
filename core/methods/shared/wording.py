"""Which words the questions to the optimizer are made of: full ones, or the few that small models are trained on."""

from enum import StrEnum

from core.lab.lab import Lab

SMALL = 100_000_000
"""Optimizer models with fewer parameters than this get the compact wording, unless the person chooses."""


class Wording(StrEnum):
    """Which words a question is made of."""

    AUTO = "auto"
    FULL = "full"
    COMPACT = "compact"

    def settled(self, lab: Lab) -> "Wording":
        """Full or compact: `AUTO` is compact for optimizer models that say they are below `SMALL`."""
        if self is not Wording.AUTO:
            return self
        return Wording.COMPACT if 0 < lab.optimizer_parameters < SMALL else Wording.FULL
