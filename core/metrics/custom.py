'''A metric of the person's own, in Python. It runs only after they confirmed this very file on this machine.

The file defines one function:

    def score(reply: str, answers: list[str], input: str, row: dict[str, str]) -> float:
        """0…1, or a pair of it and a remark, or {"score": 0…1, "feedback": "…"}"""

`row` may be left out; it has all columns of the row. Remarks are shown beside scores, and methods that reflect on
failures read them.
'''

import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from core import trust
from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.errors import TaskError
from core.metrics.base import Answers, CannotJudge, Judged, Make, Metric, MetricFailed, PlainMetric, Reads
from core.said import Said

Score = Callable[[Example, str], object]
"""A person's function, asked with a row and a reply."""

_FUNCTION = "score"
_LONGEST_REMARK = 2000
_HINT = "Read it, then confirm it with: whet task trust TASK"


@dataclass(frozen=True, slots=True)
class Custom(PlainMetric):
    """What `task.toml` says of a person's own metric; `bind` gives it the file's text."""

    name: ClassVar[str] = "custom"
    label: ClassVar[str] = "Your own Python file"
    about: ClassVar[str] = (
        "A function score(reply, answers, input, row) in a file of the task's folder, once confirmed."
    )
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset(AnswerKind)
    reads: ClassVar[Reads] = Reads.AS_WRITTEN

    file: str = param("", "File", about="A Python file that defines score(); it is copied into the task's folder.")

    def bind(self, code: str, make: Make) -> Metric:
        """The metric that the file defines."""
        del make
        return OwnMetric(code)

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """Never: without the file's text there is nothing to run."""
        raise CannotJudge("the metric's file has not been read")


@dataclass(frozen=True, slots=True)
class OwnMetric(Metric):
    """A metric file's text, run in this process. It is not sandboxed: confirming it means trusting it."""

    name: ClassVar[str] = Custom.name
    label: ClassVar[str] = Custom.label
    about: ClassVar[str] = Custom.about
    kinds: ClassVar[frozenset[AnswerKind]] = Custom.kinds
    reads: ClassVar[Reads] = Custom.reads

    code: str

    def check(self, kind: AnswerKind) -> None:
        """Raise `TaskError` if there is no file, it is not confirmed, or it defines no such function."""
        del kind
        _function(self.code)

    def weigh(self, extracted: str, example: Example, contract: AnswerContract, answers: Answers) -> Judged:
        """What the person's function says. Its exceptions, and anything but 0…1, make this one verdict 0."""
        del contract, answers
        function = _function(self.code)
        try:
            value, remark = _parted(function(example, extracted))
        except Exception as error:
            raise MetricFailed(f"the metric failed: {type(error).__name__}: {error}") from error
        if not isinstance(value, int | float) or not math.isfinite(value) or not 0 <= value <= 1:
            raise MetricFailed(f"the metric failed: it gave {str(value)[:60]!r}, which is no number from 0 to 1")
        return Judged(float(value), remark)


def _parted(said: object) -> tuple[object, str]:
    """The score and the remark of what a function gave."""
    if isinstance(said, Mapping):
        return said.get("score"), _remark(said.get("feedback"))
    if isinstance(said, tuple) and len(said) == 2:
        return said[0], _remark(said[1])
    return said, ""


def _remark(said: object) -> str:
    return "" if said is None else str(said).strip()[:_LONGEST_REMARK]


def _asking(function: Callable[..., object]) -> Score:
    """The function with the arguments that it takes: `row` only where it has one of that name, or room for a fourth."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except ValueError:  # some functions written in C have none
        parameters = []
    named = any(each.name == "row" or each.kind is each.VAR_KEYWORD for each in parameters)
    fourth = sum(each.kind in {each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD} for each in parameters) > 3

    def ask(example: Example, reply: str) -> object:
        given = (reply, list(example.answers), example.input)
        row = {"input": example.input, **dict(example.variables)}
        if named:
            return function(*given, row=row)
        return function(*given, row) if fourth else function(*given)

    return ask


@lru_cache(maxsize=8)
def _function(code: str) -> Score:
    """The function of a confirmed file. Nothing is run before the confirmation is found."""
    if not code:
        raise TaskError("The task names no metric file, or it is empty.", hint="Set metric_options.file in task.toml.")
    if not trust.is_confirmed(code):
        raise TaskError(
            Said(
                "The task's metric file (SHA-256 {fingerprint}…) has not been confirmed on this "
                "machine, or has changed since.",
                fingerprint=trust.fingerprint(code)[:12],
            ),
            kept="Nothing of it was run.",
            hint=_HINT,
        )
    names: dict[str, object] = {"__name__": "whet_custom_metric"}
    try:
        exec(compile(code, "metric file", "exec"), names)  # noqa: S102 - confirmed by the person, by its hash
    except Exception as error:
        raise TaskError(
            Said("The metric file cannot be run: {name}: {error}.", name=type(error).__name__, error=error),
            hint="Correct and confirm it again.",
        ) from error
    function = names.get(_FUNCTION)
    if not callable(function):
        raise TaskError(
            Said("The metric file defines no function {function}(reply, answers, input, row).", function=_FUNCTION),
            hint="Add it, confirm again.",
        )
    return _asking(function)
