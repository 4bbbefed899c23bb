"""What a reply is worth: the answer read from it, judged, and summed up over rows."""

from core.domain.contract import contract_instruction
from core.metrics.base import Answers, JudgeQuestion, Metric, SummedMetric, Wants
from core.metrics.deciding import LabelDecided, can_stop_at_label
from core.metrics.extract import extract
from core.metrics.judging import METRICS, aggregate, check_metric, judge, metric, metric_of, wants

__all__ = [
    "METRICS",
    "Answers",
    "JudgeQuestion",
    "LabelDecided",
    "Metric",
    "SummedMetric",
    "Wants",
    "aggregate",
    "can_stop_at_label",
    "check_metric",
    "contract_instruction",
    "extract",
    "judge",
    "metric",
    "metric_of",
    "wants",
]
