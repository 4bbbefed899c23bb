"""Numeric answers within a tolerance."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import PlainMetric
from core.metrics.numbers import accepted_number, decimal_comma, parse_number


@dataclass(frozen=True, slots=True)
class Numeric(PlainMetric):
    """1 if the answer is an accepted number within either tolerance, else 0; over rows, the share that is right."""

    name: ClassVar[str] = "numeric"
    label: ClassVar[str] = "Number within a tolerance"
    about: ClassVar[str] = "The share of numbers that are close enough to an accepted one."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset({AnswerKind.NUMBER})

    relative: float = param(
        1e-6, "Relative tolerance", about="As a share of the larger of the two numbers.", low=0, high=1
    )
    absolute: float = param(0.0, "Absolute tolerance", about="In the numbers' own unit.", low=0)

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1 or 0."""
        del contract
        if extracted.strip() in map(str.strip, example.answers):
            return 1.0
        value, comma = parse_number(extracted), decimal_comma(example.answers, example.input)
        golds = (accepted_number(answer, comma=comma) for answer in example.answers)
        return float(value is not None and any(gold is not None and self._close(value, gold) for gold in golds))

    def _close(self, left: Decimal, right: Decimal) -> bool:
        relative = Decimal(str(self.relative)) * max(abs(left), abs(right))
        return abs(left - right) <= max(relative, Decimal(str(self.absolute)))
