"""Numeric answers within a tolerance."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import mean
from core.metrics.numbers import accepted_number, parse_number

TOLERANCE = Decimal("1e-6")
"""Relative to the larger of the two numbers."""


@dataclass(frozen=True, slots=True)
class Numeric:
    """1 if the answer is an accepted number to a relative 1e-6, else 0; over rows, the share that is right."""

    name: str = "numeric"
    label: str = "Number within 1e-6"
    kinds: frozenset[AnswerKind] = frozenset({AnswerKind.NUMBER})
    whole_reply: bool = False
    mean_of_rows: bool = True

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1 or 0."""
        del contract
        value = parse_number(extracted)
        golds = (accepted_number(answer) for answer in example.answers)
        return float(value is not None and any(gold is not None and close(value, gold) for gold in golds))

    def aggregate(self, verdicts: Sequence[Verdict], examples: Sequence[Example], contract: AnswerContract) -> float:
        """The share of right numbers."""
        del examples, contract
        return mean(verdicts)


def close(left: Decimal, right: Decimal) -> bool:
    """Whether two numbers agree to the tolerance."""
    return abs(left - right) <= TOLERANCE * max(abs(left), abs(right))
