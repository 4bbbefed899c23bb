"""What a score over part of the rows says of the whole."""

from collections.abc import Sequence

from core.domain.scoring import Verdict

_SLACK = 1e-9
"""Sums of graded scores are rounded differently by order: a bound must never be too low by that."""


def upper_bound(verdicts: Sequence[Verdict], rows: int) -> float:
    """The mean score over `rows` rows, 0…1, if all rows without a verdict turn out right."""
    return (sum(verdict.score for verdict in verdicts) + rows - len(verdicts)) / rows + _SLACK
