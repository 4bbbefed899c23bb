"""Train rows for two uses: those that a search scores on, and those that a prompt may show as worked examples.

A model copies the answer of a row that it was shown, so the two never meet.
"""

import math

from core.domain.example import Example, Split
from core.lab.lab import Lab
from core.lab.scorer import BLOCK


def rows_beside_shown(wanted: int, available: int, on: Split) -> int:
    """How many leading rows to score on, in whole blocks: as wanted (0: all), but of train rows half at most."""
    wished = wanted or available
    if on is Split.TRAIN:
        wished = min(wished, max(BLOCK, available // 2 // BLOCK * BLOCK))
    return min(available, math.ceil(wished / BLOCK) * BLOCK)


def shown_rows(lab: Lab, on: Split, rows: int) -> tuple[Example, ...]:
    """The train rows that may be shown where the first `rows` of split `on` are scored; there may be none."""
    train = lab.rows(Split.TRAIN)
    return train[rows:] if on is Split.TRAIN else train
