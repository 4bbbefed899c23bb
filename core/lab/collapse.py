"""Label collapse: a prompt that gives nearly every row the same label answers without having read."""

from collections import Counter
from collections.abc import Sequence

from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import AnswerKind, Task

NEARLY_ALL = 0.9
"""The share of predictions, 0…1, from which a label is taken for collapsed."""

LARGEST_CLASS = 0.75
"""Where one label is right for so many rows, giving it nearly always is no fault."""

_LEAST_ROWS = 12
"""Fewer predictions are alike by chance."""


def collapsed_label(predicted: Sequence[str], wanted: Sequence[str]) -> str:
    """The label that nearly all rows are given although fewer have it; empty if there is none.

    `predicted`: a label per row, empty where none was read; `wanted`: the right labels of the data.
    """
    given = Counter(filter(None, predicted)).most_common(1)
    if not given or not wanted or len(predicted) < _LEAST_ROWS:
        return ""
    (label, count), largest = given[0], max(Counter(wanted).values())
    nearly_all = count >= NEARLY_ALL * len(predicted)
    return label if nearly_all and largest < LARGEST_CLASS * len(wanted) else ""


def collapse_of(verdicts: Sequence[Verdict], examples: Sequence[Example], task: Task) -> str:
    """The label that these verdicts have collapsed to; empty if none, and for answers that are no labels."""
    if task.contract.kind not in {AnswerKind.LABEL, AnswerKind.CHOICE}:
        return ""
    return collapsed_label([verdict.extracted or "" for verdict in verdicts], [row.answer for row in examples])
