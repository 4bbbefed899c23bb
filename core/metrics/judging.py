"""From a reply to a verdict, from verdicts to a score; and all metrics by name."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from core.domain.example import Example
from core.domain.params import make_params
from core.domain.runspec import ParamValue
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, Task
from core.domain.thinking import named, split
from core.errors import TaskError, UsageError
from core.metrics.base import Answers, CannotJudge, Metric, MetricFailed, Reads, Wants
from core.metrics.cleaning import LONGEST, clean, well_formed, without_thoughts
from core.metrics.custom import Custom
from core.metrics.embedding import EmbeddingMetric
from core.metrics.extract import extract
from core.metrics.f1 import MacroF1
from core.metrics.json_answers import JsonFields, JsonValid
from core.metrics.judge_model import JudgeMetric
from core.metrics.label_overlap import Jaccard, LabelF1
from core.metrics.match import Contains, ExactMatch
from core.metrics.meteor import Meteor
from core.metrics.numeric import Numeric
from core.metrics.overlap import TokenF1
from core.metrics.own import own_metric
from core.metrics.patterns import Regex
from core.metrics.rouge import Rouge1, Rouge2, RougeL
from core.metrics.translation import Bleu, ChrF
from core.metrics.weighted import Weighted, WeightedSum
from core.said import Said

_ALL: tuple[type[Metric], ...] = (
    ExactMatch,
    MacroF1,
    Jaccard,
    LabelF1,
    Contains,
    Numeric,
    TokenF1,
    Rouge1,
    Rouge2,
    RougeL,
    Bleu,
    ChrF,
    Meteor,
    JsonValid,
    JsonFields,
    Regex,
    EmbeddingMetric,
    JudgeMetric,
    Weighted,
    Custom,
)

METRICS: Mapping[str, type[Metric]] = MappingProxyType({each.name: each for each in _ALL})
"""Every metric by the name that `task.toml` gives it; the fields of each are its options (`core.domain.params`)."""

EMPTY = "empty"
UNPARSED = "unparsed"
_NOTHING = Answers()


def metric(name: str, options: Mapping[str, ParamValue] | None = None) -> Metric:
    """The metric of that name with these options, the others at their defaults.

    Raises `TaskError` naming the metrics there are and a near match, or saying which option does not fit.
    """
    try:
        chosen = METRICS[name] if name in METRICS else own_metric(name, tuple(METRICS))
    except UsageError as error:
        raise TaskError(error.message, hint=error.hint, kept=error.kept) from error
    try:
        return make_params(chosen, options or {})
    except UsageError as error:
        raise TaskError(
            Said("The metric “{name}”: {message}", name=name, message=error.message), hint=error.hint
        ) from error


def metric_of(task: Task) -> Metric:
    """The task's metric, ready to judge. Raises `TaskError` as `metric` does."""
    return _bound(task.metric, task.metric_options, task.metric_code)


@lru_cache(maxsize=32)
def _bound(name: str, options: tuple[tuple[str, ParamValue], ...], code: str) -> Metric:
    return metric(name, dict(options)).bind(code, metric)


def check_metric(task: Task) -> Metric:
    """The task's metric. Raises `TaskError` if it does not exist, or cannot judge answers of the task's kind."""
    chosen = metric_of(task)
    kind = task.contract.kind
    if kind not in chosen.kinds:
        fitting = [each.name for each in METRICS.values() if kind in each.kinds]
        raise TaskError(
            Said("The metric “{name}” cannot judge answers of the kind “{kind}”.", name=chosen.name, kind=kind.value),
            hint=Said("Metrics for it: {fitting}.", fitting=", ".join(fitting)),
        )
    chosen.check(kind)
    return chosen


def wants(reply: str, example: Example, task: Task) -> Wants:
    """What the task's metric must know from other models before it can judge this reply."""
    return _wants(metric_of(task), reply, example, task.contract)


def judge(
    reply: str, example: Example, task: Task, answers: Answers = _NOTHING, failures: list[Verdict] | None = None
) -> Verdict:
    """What a reply is worth, given what other models said. One that is empty, or without an answer, is worth 0.

    A verdict on which the metric itself failed is also put into `failures`.
    """
    return _judge(metric_of(task), reply, example, task.contract, answers, failures)


def aggregate(verdicts: Sequence[Verdict], examples: Sequence[Example], task: Task) -> float:
    """The task's metric over rows, 0…1; `verdicts` and `examples` are of the same rows in the same order."""
    return metric_of(task).aggregate(verdicts, examples, task.contract)


def _wants(chosen: Metric, reply: str, example: Example, contract: AnswerContract) -> Wants:
    if isinstance(chosen, WeightedSum):
        parts = [_wants(part, reply, example, contract) for _, part in chosen.parts]
        questions = (question for part in parts for question in part.questions)
        return Wants(tuple(questions), tuple(text for part in parts for text in part.texts))
    extracted = _read(chosen, reply, example, contract)
    return Wants() if extracted is None else chosen.wants(extracted, example)


def _judge(
    chosen: Metric,
    reply: str,
    example: Example,
    contract: AnswerContract,
    answers: Answers,
    failures: list[Verdict] | None,
) -> Verdict:
    reply = well_formed(reply)
    if isinstance(chosen, WeightedSum):
        return chosen.combine([_judge(part, reply, example, contract, answers, failures) for _, part in chosen.parts])
    extracted = _read(chosen, reply, example, contract)
    if extracted is None:
        return Verdict(example.row, 0.0, reply, reason=UNPARSED if reply.strip() else EMPTY)
    try:
        score, reason = chosen.weigh(extracted, example, contract, answers)
    except MetricFailed as problem:
        score, reason = 0.0, str(problem)
        if failures is not None:
            failures.append(Verdict(example.row, score, reply, extracted, reason))
    except CannotJudge as problem:
        score, reason = 0.0, str(problem)
    return Verdict(example.row, score, reply, extracted, reason)


def _read(chosen: Metric, reply: str, example: Example, contract: AnswerContract) -> str | None:
    """What of the reply the metric judges, or `None`."""
    found = _part(chosen, reply, example, contract)
    return None if found is None else well_formed(found)


def _part(chosen: Metric, reply: str, example: Example, contract: AnswerContract) -> str | None:
    if contract.thought_tags:
        reply = split(reply[:LONGEST], named(contract.thought_tags)).answer
    match chosen.reads:
        case Reads.ANSWER:
            return extract(reply, contract, example.input, example.answers)
        case Reads.REPLY:
            return clean(reply) or without_thoughts(reply[:LONGEST]).strip() or None
        case Reads.AS_WRITTEN:
            return without_thoughts(reply[:LONGEST]).strip() or None
