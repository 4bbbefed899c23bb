"""Full questions, or the few words that small models are trained on."""

from core.domain.search import Wording
from core.domain.writer import Form
from core.lab.lab import Lab

__all__ = ["Wording", "settled"]

SMALL = 100_000_000
"""Optimizer models with fewer parameters than this get the compact wording, unless the person chooses."""


def settled(lab: Lab) -> Wording:
    """Full or compact: `AUTO` is what the writer's profile says, else compact for models that say they are below
    `SMALL`. What the profile calls one line is made of the question when it is put (`core.lab.proposing`)."""
    if lab.settings.wording is not Wording.AUTO:
        return lab.settings.wording
    writer = lab.spec.profile
    if writer is not None:
        return Wording.FULL if writer.form is Form.FULL else Wording.COMPACT
    return Wording.COMPACT if 0 < lab.optimizer_parameters < SMALL else Wording.FULL
