"""What a reply is worth: the answer read from it, judged, and summed up over rows."""

from core.domain.contract import contract_instruction
from core.metrics.base import Metric
from core.metrics.extract import extract
from core.metrics.judging import METRICS, aggregate, check_metric, judge, metric

__all__ = ["METRICS", "Metric", "aggregate", "check_metric", "contract_instruction", "extract", "judge", "metric"]
