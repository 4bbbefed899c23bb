"""Full questions, or the few words that small models are trained on."""

from core.domain.search import Wording
from core.lab.lab import Lab

__all__ = ["Wording", "settled"]

SMALL = 100_000_000
"""Optimizer models with fewer parameters than this get the compact wording, unless the person chooses."""


def settled(lab: Lab) -> Wording:
    """Full or compact: `AUTO` is compact for optimizer models that say they are below `SMALL`."""
    if lab.settings.wording is not Wording.AUTO:
        return lab.settings.wording
    return Wording.COMPACT if 0 < lab.optimizer_parameters < SMALL else Wording.FULL
