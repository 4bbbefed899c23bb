"""How sure are we: intervals of a score, paired tests of two prompts, and what so many rows can show at all."""

import math
from collections.abc import Sequence
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from core.domain.certificate import PairedGain
from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.lab import binomial
from core.lab.paired import paired_gain
from core.lab.swapped import Metric, paired_gain_of, paired_gain_of_sums
from core.metrics import SummedMetric, aggregate, metric

__all__ = [
    "Interval",
    "Metric",
    "PairedGain",
    "chance_to_certify",
    "holm",
    "mean_and_half_width",
    "mean_interval",
    "paired_gain",
    "paired_gain_of",
    "paired_gain_of_sums",
    "rows_needed",
    "scorecard_interval",
    "smallest_detectable_gain",
    "wilson",
]

_TAIL = 0.025
_Z = NormalDist().inv_cdf(1.0 - _TAIL)
_JACKKNIFE_GROUPS = 60
_MOST_ROWS = 10_000_000


class Interval(NamedTuple):
    """The ends of a 95 % interval of a value in 0…1."""

    low: float
    high: float


def wilson(successes: float, n: int) -> Interval:
    """The score interval of a proportion (Wilson, JASA 22, 1927); 0…1 if there are no rows."""
    if n == 0:
        return Interval(0.0, 1.0)
    share = successes / n
    centre = share + _Z * _Z / (2 * n)
    half = _Z * math.sqrt(share * (1 - share) / n + (_Z / (2 * n)) ** 2)
    scale = 1 + _Z * _Z / n
    return Interval(max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale))


def mean_interval(scores: Sequence[float]) -> Interval:
    """The interval of a mean of scores in 0…1.

    Wilson's for scores of 0 and 1, Student's t for graded ones. Equal graded scores say nothing of how much they vary,
    so they get Wilson's, which is the widest that scores with this mean can need.
    """
    values = np.asarray(scores, dtype=np.float64)
    if values.size < 2 or np.ptp(values) == 0.0 or np.isin(values, (0.0, 1.0)).all():
        return wilson(float(values.sum()), values.size)
    half = _t(values.size - 1) * float(values.std(ddof=1)) / math.sqrt(values.size)
    mean = float(values.mean())
    return Interval(max(0.0, mean - half), min(1.0, mean + half))


def scorecard_interval(verdicts: Sequence[Verdict], examples: Sequence[Example], task: Task) -> Interval:
    """The interval of a scorecard: of the mean where the task's metric is one, else by the delete-a-group jackknife.

    The jackknife (Shao and Tu 1995, section 2.3) computes the metric anew without each of up to 60 groups of rows, in
    evaluation order, every group a fair sample. It needs no random numbers and a tenth of a bootstrap's time, and
    covered as well in simulations of macro-F1 with a rare label: 87 to 89 % at 40 to 60 rows, 95 % at 200.
    `verdicts` and `examples` are of the same rows in the same order.
    """
    n = len(verdicts)
    value = aggregate(verdicts, examples, task) if n else 0.0
    scores = [verdict.score for verdict in verdicts]
    if n < 2 or math.isclose(value, sum(scores) / n, abs_tol=1e-12):
        return mean_interval(scores)
    groups = min(n, _JACKKNIFE_GROUPS)
    without = _without_each_group(verdicts, examples, task, groups)
    error = math.sqrt((groups - 1) * float(np.var(without)))
    if error == 0.0:
        return wilson(value * n, n)
    half = _t(groups - 1) * error
    return Interval(max(0.0, value - half), min(1.0, value + half))


def mean_and_half_width(values: Sequence[float]) -> tuple[float, float]:
    """The mean of measurements and half the width of its 95 % interval (Student's t); no width for fewer than two."""
    mean = sum(values) / len(values) if values else 0.0
    if len(values) < 2:
        return mean, 0.0
    return mean, _t(len(values) - 1) * float(np.std(values, ddof=1)) / math.sqrt(len(values))


def _without_each_group(
    verdicts: Sequence[Verdict], examples: Sequence[Example], task: Task, groups: int
) -> list[float]:
    """The metric without each group of rows; every so-manieth row is in a group."""
    chosen = metric(task.metric)
    if isinstance(chosen, SummedMetric):
        counts = chosen.counts(verdicts, examples, task.contract)
        inside = np.stack([counts[group::groups].sum(axis=0) for group in range(groups)])
        return [float(value) for value in chosen.of_sums(inside.sum(axis=0) - inside)]
    return [
        aggregate(
            [verdict for i, verdict in enumerate(verdicts) if i % groups != group],
            [example for i, example in enumerate(examples) if i % groups != group],
            task,
        )
        for group in range(groups)
    ]


def _t(freedom: int) -> float:
    """The half-width of a 95 % interval in standard errors, by Student's distribution."""
    from scipy import special

    return float(special.stdtrit(freedom, 1.0 - _TAIL))


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values of several comparisons, adjusted so that *all* of those below 0.05 hold together (Holm 1979).

    In the order given. The chance that any comparison without a difference comes out below 0.05 is at most 5 %.
    """
    ranked = sorted(range(len(p_values)), key=lambda i: p_values[i])
    adjusted = [0.0] * len(p_values)
    highest = 0.0
    for rank, i in enumerate(ranked):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[i]))
        adjusted[i] = highest
    return adjusted


def chance_to_certify(n: int, gain: float, changing: float = 0.2) -> float:
    """The probability that McNemar's exact test on `n` rows certifies a true `gain` (0…1). Exact, no simulation.

    `changing` is the share of the answers that changes; it is raised to the gain, which needs that many changes.
    """
    changing = min(1.0, max(changing, gain))
    if not changing:
        return 0.0
    totals = np.arange(n + 1)
    shown = binomial.at_least(_critical_heads(n), totals, (1 + gain / changing) / 2)
    return float(np.dot(shown, binomial.pmf(totals, n, changing)))


@lru_cache(maxsize=64)
def _critical_heads(n: int) -> binomial.Counts:
    """The fewest improvements that are shown, for each number of changed rows up to `n`."""
    return binomial.critical_heads(np.arange(n + 1), _TAIL)


def smallest_detectable_gain(n: int, changing: float = 0.2, power: float = 0.8) -> float:
    """The smallest true gain (0…1) that `n` rows show with this power; infinite where no gain at all can be shown."""
    if chance_to_certify(n, 1.0, changing) < power:
        return math.inf
    missed, shown = 0.0, 1.0
    while shown - missed > 1e-4:
        middle = (missed + shown) / 2
        missed, shown = (missed, middle) if chance_to_certify(n, middle, changing) >= power else (middle, shown)
    return shown


def rows_needed(gain: float, changing: float = 0.2, power: float = 0.8) -> int:
    """How many rows show a true `gain` (0…1) with this power, to the nearest row of the first crossing found.

    Raises `ValueError` for a gain of zero or less, which no number of rows can show.
    """
    if gain <= 0:
        raise ValueError("only a gain above zero can be shown")
    few, enough = 0, 8
    while chance_to_certify(enough, gain, changing) < power:
        few, enough = enough, 2 * enough
        if enough > _MOST_ROWS:
            raise ValueError(f"a gain of {gain} needs more than {_MOST_ROWS:,} rows")
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (few, middle) if chance_to_certify(middle, gain, changing) >= power else (middle, enough)
    return enough
