"""What a metric is."""

from collections.abc import Sequence
from typing import Protocol

from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind


class Metric(Protocol):
    """One way of saying what answers are worth. `label` names it for people, `kinds` the answers it can judge.

    `whole_reply`: it judges the cleaned reply, not the answer that was read from it. `mean_of_rows`: its value
    over rows is the mean of their scores, so that a part of the rows bounds the whole.
    """

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def kinds(self) -> frozenset[AnswerKind]: ...

    @property
    def whole_reply(self) -> bool: ...

    @property
    def mean_of_rows(self) -> bool: ...

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """The score of one answer, 0…1."""
        ...

    def aggregate(self, verdicts: Sequence[Verdict], examples: Sequence[Example], contract: AnswerContract) -> float:
        """The metric over rows, 0…1; `verdicts` and `examples` are of the same rows in the same order."""
        ...


def mean(verdicts: Sequence[Verdict]) -> float:
    """The mean score; 0 of no rows."""
    return sum(verdict.score for verdict in verdicts) / len(verdicts) if verdicts else 0.0
