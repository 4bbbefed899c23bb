"""Train rows for two uses: those that a search scores on, and those that a prompt may show as worked examples.

A model copies the answer of a row that it was shown, so the two never meet.
"""

import math

from core.domain.example import Example, Split
from core.domain.search import SearchSettings, SearchSplit
from core.lab.lab import Lab
from core.lab.scorer import BLOCK


def rows_beside_shown(search: SearchSettings, *, train: int, validation: int) -> int:
    """How many leading rows to score on, in whole blocks: as wanted (0: all), but of train rows half at most."""
    available = train if search.split is SearchSplit.TRAIN else validation
    wished = search.rows or available
    if search.split is SearchSplit.TRAIN:
        wished = min(wished, max(BLOCK, available // 2 // BLOCK * BLOCK))
    return min(available, math.ceil(wished / BLOCK) * BLOCK)


def rows_of(lab: Lab) -> int:
    """How many leading rows the search of this run scores on."""
    train, validation = (len(lab.rows(each)) for each in (Split.TRAIN, Split.VALIDATION))
    return rows_beside_shown(lab.settings, train=train, validation=validation)


def shown_rows(lab: Lab, rows: int) -> tuple[Example, ...]:
    """The train rows that may be shown where the first `rows` are scored; there may be none."""
    train = lab.rows(Split.TRAIN)
    return train[rows:] if lab.settings.split is SearchSplit.TRAIN else train
