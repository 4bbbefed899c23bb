"""What a metric is, and what it may want to know of other models."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example
from core.domain.runspec import ParamValue, Role
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind

TEXTS = frozenset({AnswerKind.SPAN, AnswerKind.TEXT, AnswerKind.LIST})
"""Answers that are words, of which one may be more right than another."""


class Reads(StrEnum):
    """What of a reply a metric judges: the answer that the contract finds in it, all of it without thinking and
    markdown, or all of it as written but for the thinking."""

    ANSWER = "answer"
    REPLY = "reply"
    AS_WRITTEN = "as_written"


class JudgeQuestion(NamedTuple):
    """What a metric asks the judge model: one user message, and the form (GBNF) of its reply."""

    text: str
    grammar: str
    max_tokens: int


class Wants(NamedTuple):
    """What a metric needs from other models before it can judge an answer: replies of the judge, vectors of texts."""

    questions: tuple[JudgeQuestion, ...] = ()
    texts: tuple[str, ...] = ()


class Answers(NamedTuple):
    """What the other models said. A question that could not be asked is missing."""

    replies: Mapping[JudgeQuestion, str] = {}
    vectors: Mapping[str, NDArray[np.float32]] = {}


class Judged(NamedTuple):
    """A score of 0…1, and why, where there is something to say."""

    score: float
    reason: str = ""


class CannotJudge(Exception):  # noqa: N818 - it ends one verdict, not a run
    """This answer cannot be judged: it is worth 0, and the message becomes the verdict's reason."""


class MetricFailed(CannotJudge):
    """The metric itself failed on this row: its own fault, not the answer's. It happens to no metric of the product."""


Make = Callable[[str, Mapping[str, ParamValue]], "Metric"]
"""A metric by its name and options."""


class Metric(ABC):
    """One way of saying what answers are worth: a frozen dataclass whose fields are its options.

    `label` names it for people and `about` says what it measures, `kinds` are the answers it can judge.
    """

    __slots__ = ()

    name: ClassVar[str]
    label: ClassVar[str]
    about: ClassVar[str]
    kinds: ClassVar[frozenset[AnswerKind]]
    reads: ClassVar[Reads] = Reads.ANSWER

    @property
    def mean_of_rows(self) -> bool:
        """Whether its value over rows is the mean of their scores, so that a part of the rows bounds the whole."""
        return True

    @property
    def roles(self) -> frozenset[Role]:
        """The models that a run needs for it beside the task model."""
        return frozenset()

    @property
    def calls(self) -> int:
        """Calls of the judge model per row, at most."""
        return 0

    def check(self, kind: AnswerKind) -> None:  # noqa: B027 - most metrics have nothing to check
        """Raise `TaskError` if its options do not fit together, or not with answers of this kind."""

    def bind(self, code: str, make: Make) -> "Metric":
        """Itself, or the metric that its options describe; `code` is the text of the task's own metric file."""
        del code, make
        return self

    def wants(self, extracted: str, example: Example) -> Wants:
        """What it must know from other models before `weigh`."""
        del extracted, example
        return Wants()

    @abstractmethod
    def weigh(self, extracted: str, example: Example, contract: AnswerContract, answers: Answers) -> Judged:
        """What one answer is worth, given what the other models said. Raises `CannotJudge`."""

    def aggregate(self, verdicts: Sequence[Verdict], examples: Sequence[Example], contract: AnswerContract) -> float:
        """The metric over rows, 0…1; `verdicts` and `examples` are of the same rows in the same order."""
        del examples, contract
        return mean(verdicts)


class PlainMetric(Metric):
    """A metric that needs no other model."""

    __slots__ = ()

    def weigh(self, extracted: str, example: Example, contract: AnswerContract, answers: Answers) -> Judged:
        """As `judge`."""
        del answers
        return Judged(self.judge(extracted, example, contract))

    @abstractmethod
    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """The score of one answer, 0…1. Raises `CannotJudge`."""


@runtime_checkable
class SummedMetric(Protocol):
    """A metric whose value over rows depends on sums of numbers of each row, so that many samples of rows are cheap."""

    def counts(
        self, verdicts: Sequence[Verdict], examples: Sequence[Example], contract: AnswerContract
    ) -> NDArray[np.float64]:
        """What each row adds to the sums, shape `(rows, k)`.

        `k` and what it means depend on these rows: counts of two prompts can be added only if they were made together.
        """
        ...

    def of_sums(self, sums: NDArray[np.float64]) -> NDArray[np.float64]:
        """The metric of each sum over rows, 0…1: shape `(…, k)` becomes `(…,)`."""
        ...


def mean(verdicts: Sequence[Verdict]) -> float:
    """The mean score; 0 of no rows."""
    return sum(verdict.score for verdict in verdicts) / len(verdicts) if verdicts else 0.0
