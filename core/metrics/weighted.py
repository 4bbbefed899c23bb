"""A weighted sum of other metrics."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from core.domain.example import Example
from core.domain.params import param
from core.domain.runspec import ParamValue, Role
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind
from core.errors import TaskError
from core.metrics.base import Answers, CannotJudge, Judged, Make, Metric
from core.said import Said

_EXAMPLE = "For example: 0.7 rouge_l; 0.3 regex pattern='^Dear ' ignore_case=true"


class _Part(NamedTuple):
    weight: float
    name: str
    options: Mapping[str, ParamValue]


@dataclass(frozen=True, slots=True)
class Weighted(Metric):
    """What `task.toml` says of a weighted sum; `bind` makes the sum.

    The parts are written one after the other with “;” between them: a weight, a metric's name, and its options as
    name=value, in quotation marks where they hold spaces or “;”. Weights are divided by their sum.
    """

    name: ClassVar[str] = "weighted"
    label: ClassVar[str] = "Weighted sum of metrics"
    about: ClassVar[str] = "Several metrics at once, each with a weight."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset(AnswerKind)

    parts: str = param("1 exact_match", "Parts", about=_EXAMPLE)
    file: str = param(
        "", "Metric file", about="The file of a part of your own (custom), in the task's folder.", advanced=True
    )

    def bind(self, code: str, make: Make) -> Metric:
        """The sum. Raises `TaskError` where the parts are not written so, or a part does not exist."""
        parts = list(_parts(self.parts))
        total = sum(part.weight for part in parts)
        return WeightedSum(
            tuple((part.weight / total, make(part.name, part.options).bind(code, make)) for part in parts)
        )

    def weigh(self, extracted: str, example: Example, contract: AnswerContract, answers: Answers) -> Judged:
        """Never: the sum weighs."""
        raise CannotJudge("a weighted sum must be bound before it is used")


@dataclass(frozen=True, slots=True)
class WeightedSum(Metric):
    """Metrics with their weights, which sum to 1. Each reads the reply in its own way (`core.metrics.judging`)."""

    name: ClassVar[str] = Weighted.name
    label: ClassVar[str] = Weighted.label
    about: ClassVar[str] = Weighted.about
    kinds: ClassVar[frozenset[AnswerKind]] = Weighted.kinds

    parts: tuple[tuple[float, Metric], ...]

    @property
    def roles(self) -> frozenset[Role]:
        """Those of all parts."""
        return frozenset[Role]().union(*(metric.roles for _, metric in self.parts))

    @property
    def calls(self) -> int:
        """Those of all parts."""
        return sum(metric.calls for _, metric in self.parts)

    def check(self, kind: AnswerKind) -> None:
        """Raise `TaskError` for a part that cannot judge these answers, or is no mean of rows."""
        for _, metric in self.parts:
            if kind not in metric.kinds:
                raise TaskError(
                    Said("{label} cannot judge answers of the kind “{kind}”.", label=metric.label, kind=kind.value),
                    hint=_EXAMPLE,
                )
            if not metric.mean_of_rows:
                raise TaskError(
                    Said("{label} is no mean of rows and cannot be part of a weighted sum.", label=metric.label),
                    hint=_EXAMPLE,
                )
            metric.check(kind)

    def combine(self, verdicts: Sequence[Verdict]) -> Verdict:
        """The parts' verdicts on one reply as one."""
        score = sum(weight * verdict.score for (weight, _), verdict in zip(self.parts, verdicts, strict=True))
        reasons = [
            f"{metric.name}: {verdict.reason}"
            for (_, metric), verdict in zip(self.parts, verdicts, strict=True)
            if verdict.reason
        ]
        found = next((verdict.extracted for verdict in verdicts if verdict.extracted is not None), None)
        first = verdicts[0]
        only = first.reason if found is None else "; ".join(reasons)
        return Verdict(first.row, min(1.0, score), first.output, found, only)

    def weigh(self, extracted: str, example: Example, contract: AnswerContract, answers: Answers) -> Judged:
        """Never: `combine` is asked, because each part reads the reply in its own way."""
        raise CannotJudge("the parts of a weighted sum are judged one by one")


def _parts(text: str) -> Iterator[_Part]:
    words: list[str] = []
    for word in (*_words(text), ";"):
        if word.strip(";"):
            words.append(word)
        elif words:
            yield _part(words)
            words = []
    if not text.strip(" ;"):
        raise TaskError("A weighted sum needs at least one part.", hint=_EXAMPLE)


def _words(text: str) -> Sequence[str]:
    """Words and “;”; a backslash is only itself, so that patterns stay as they are written."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars=";")
    lexer.whitespace_split, lexer.escape, lexer.commenters = True, "", ""
    try:
        return list(lexer)
    except ValueError as error:
        raise TaskError("A quotation mark in the weighted sum is not closed.", hint=_EXAMPLE) from error


def _part(words: Sequence[str]) -> _Part:
    try:
        weight = float(words[0])
    except ValueError:
        weight = 0.0
    if not 0 < weight < float("inf") or len(words) < 2:
        raise TaskError(Said("“{words}” is no weight above 0 and a metric.", words=" ".join(words)), hint=_EXAMPLE)
    pairs = [word.partition("=") for word in words[2:]]
    for name, equals, _ in pairs:
        if not equals:
            raise TaskError(Said("“{name}” is no option of the form name=value.", name=name), hint=_EXAMPLE)
    return _Part(weight, words[1], {name: value for name, _, value in pairs})
