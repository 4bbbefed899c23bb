"""Train rows for two uses: those that a search scores on, and those that a prompt may show as worked examples.

A model copies the answer of a row that it was shown, so the two never meet: where there are rows enough they are
others, and where there are few a row that is asked is left out of the examples before it (`core.lab.scorer.messages`).
"""

import math

from core.domain.example import Example, Split
from core.domain.search import SearchSettings, SearchSplit
from core.lab.lab import Lab
from core.lab.scorer import BLOCK
from core.lab.soft import SOFT_BLOCK

_ENOUGH = 16
"""Rows that may be shown: with fewer, every set of worked examples is made of the same ones."""


def rows_beside_shown(wanted: int, available: int, on: Split) -> int:
    """How many leading rows to score on, in whole blocks: as wanted (0: all), but of train rows half at most."""
    wished = wanted or available
    if on is Split.TRAIN:
        wished = min(wished, max(BLOCK, available // 2 // BLOCK * BLOCK))
    return min(available, math.ceil(wished / BLOCK) * BLOCK)


def searched_rows(search: SearchSettings, *, train: int, validation: int) -> int:
    """The same for a search, given the rows of the splits."""
    available = train if search.split is SearchSplit.TRAIN else validation
    return rows_beside_shown(search.rows, available, search.split.as_split)


def rows_of(lab: Lab) -> int:
    """The same for the search of this run."""
    train, validation = (len(lab.rows(each)) for each in (Split.TRAIN, Split.VALIDATION))
    return searched_rows(lab.settings, train=train, validation=validation)


def rows_apart(lab: Lab, on: Split, rows: int) -> tuple[Example, ...]:
    """The train rows that may be shown by a method that changes its worked examples, so that nobody could tell any more
    whose they are: none of those that are scored."""
    train = lab.rows(Split.TRAIN)
    return train[rows:] if on is Split.TRAIN else train


def shown_rows(lab: Lab, on: Split, rows: int) -> tuple[Example, ...]:
    """The train rows that may be shown where the first `rows` of split `on` are scored; there may be none.

    Others than those, if there are enough; else all but the rows of the first look, where most prompts are left behind:
    a row that is shown and asked costs the examples behind it once more.
    """
    apart = rows_apart(lab, on, rows)
    return apart if on is not Split.TRAIN or len(apart) >= _ENOUGH else lab.rows(Split.TRAIN)[SOFT_BLOCK:]
