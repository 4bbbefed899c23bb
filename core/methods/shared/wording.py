"""Which words the questions to the optimizer are made of: full ones, or the few that small models are trained on."""

from enum import StrEnum

from core.domain.writer import Form
from core.lab.lab import Lab

SMALL = 100_000_000
"""Optimizer models with fewer parameters than this get the compact wording, unless the person chooses."""


class Wording(StrEnum):
    """Which words a question is made of."""

    AUTO = "auto"
    FULL = "full"
    COMPACT = "compact"

    def settled(self, lab: Lab) -> "Wording":
        """Full or compact: `AUTO` is what the writer's profile says, else compact for models that say they are below
        `SMALL`. What the profile calls one line is made of the question when it is put (`core.lab.proposing`)."""
        if self is not Wording.AUTO:
            return self
        writer = lab.spec.profile
        if writer is not None:
            return Wording.FULL if writer.form is Form.FULL else Wording.COMPACT
        return Wording.COMPACT if 0 < lab.optimizer_parameters < SMALL else Wording.FULL
