"""From a reply to a verdict, from verdicts to a score; and all metrics by name."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import TaskError, near_match
from core.metrics.base import Metric
from core.metrics.extract import extract
from core.metrics.f1 import MacroF1
from core.metrics.match import Contains, ExactMatch
from core.metrics.numeric import Numeric
from core.metrics.overlap import TokenF1

_ALL: tuple[Metric, ...] = (ExactMatch(), MacroF1(), Contains(), Numeric(), TokenF1())

METRICS: Mapping[str, Metric] = MappingProxyType({each.name: each for each in _ALL})
"""Every metric by the name that `task.toml` gives it."""

EMPTY = "empty"
UNPARSED = "unparsed"
_AS_TEXT = AnswerContract(AnswerKind.TEXT)


def metric(name: str) -> Metric:
    """The metric of that name. Raises `TaskError` naming those there are and a near match."""
    if name not in METRICS:
        raise TaskError(f"There is no metric “{name}”.", hint=near_match(name, METRICS))
    return METRICS[name]


def check_metric(task: Task) -> Metric:
    """The task's metric. Raises `TaskError` if it does not exist or cannot judge answers of the task's kind."""
    chosen = metric(task.metric)
    kind = task.contract.kind
    if kind not in chosen.kinds:
        fitting = [each.name for each in METRICS.values() if kind in each.kinds]
        raise TaskError(
            f"The metric “{chosen.name}” cannot judge answers of the kind “{kind.value}”.",
            hint=f"Metrics for it: {', '.join(fitting)}.",
        )
    return chosen


def judge(reply: str, example: Example, task: Task) -> Verdict:
    """What a reply is worth. A reply that is empty, or without an answer of the contract's kind, is worth 0."""
    chosen = metric(task.metric)
    contract = _AS_TEXT if chosen.whole_reply else task.contract
    extracted = extract(reply, contract, example.input)
    if extracted is None:
        return Verdict(example.row, 0.0, reply, reason=UNPARSED if reply.strip() else EMPTY)
    return Verdict(example.row, chosen.judge(extracted, example, task.contract), reply, extracted)


def aggregate(verdicts: Sequence[Verdict], examples: Sequence[Example], task: Task) -> float:
    """The task's metric over rows, 0…1; `verdicts` and `examples` are of the same rows in the same order."""
    return metric(task.metric).aggregate(verdicts, examples, task.contract)
