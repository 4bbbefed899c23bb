"""Who is ahead in a tournament: values with intervals, ranks with intervals, values after part of the budget.

A value's interval covers both the choice of seeds and that of rows: the mean over seeds and rows with a squared error
of (variance over seeds) / seeds + (variance over rows) / rows, and Student's distribution. It is a little too wide, as
the variance over seeds holds part of that over rows. A rank's interval is the middle 95 % of 2,000 bootstrap samples
of seeds and rows, the same for all (Goldstein and Spiegelhalter, JRSS A 159, 1996); with few seeds it is too narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.figures import percent
from core.lab.ranking import ranks
from core.lab.stats import Interval, wilson

CHECKPOINTS = (0.1, 0.25, 0.5, 0.75, 1.0)
"""Shares of the token budget at which curves are read."""

_DRAWS = 2_000
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Finish:
    """How one run ended: the score of its final prompt, 0…1, and of each row; `rows` is empty where a score is no mean.

    `curve`: the score of the best prompt at each of `CHECKPOINTS`.
    """

    task: str
    entrant: str
    seed: int
    value: float
    rows: tuple[float, ...]
    curve: tuple[float, ...]
    tokens: int
    calls: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One entrant over all runs that every entrant has finished (`runs` each)."""

    entrant: str
    value: float
    interval: Interval
    rank: float
    ranks: Interval
    curve: tuple[float, ...]
    tokens: float
    calls: float
    runs: int


def standings(finishes: Sequence[Finish]) -> list[Standing]:
    """Best first. Tasks weigh the same; what not every entrant has finished is left out."""
    entrants = list(dict.fromkeys(finish.entrant for finish in finishes))
    by_key = {(each.task, each.entrant, each.seed): each for each in finishes}
    blocks = [
        (task, seed)
        for task, seed in dict.fromkeys((each.task, each.seed) for each in finishes)
        if all((task, entrant, seed) in by_key for entrant in entrants)
    ]
    if not blocks:
        return []
    tables = [
        [[by_key[task, entrant, seed] for _, seed in _of(blocks, task)] for entrant in entrants]
        for task in dict.fromkeys(task for task, _ in blocks)
    ]
    rank, low, high = _ranks([_scores(table) for table in tables])
    ranks = [Interval(float(low[i]), float(high[i])) for i in range(len(entrants))]
    found = [_standing(name, float(rank[i]), ranks[i], [t[i] for t in tables]) for i, name in enumerate(entrants)]
    return sorted(found, key=lambda standing: standing.rank)


def crossed_interval(scores: Floats) -> Interval:
    """The 95 % interval of the mean of scores of seeds × rows, shape `(seeds, rows)`, over other seeds and rows."""
    return pooled_interval([scores])


def pooled_interval(tables: Sequence[Floats]) -> Interval:
    """As `crossed_interval`, of the mean of several tasks' means: over other seeds and rows of these same tasks."""
    parts = [_error(table) for table in tables]
    mean = float(np.mean([mean for mean, _, _ in parts]))
    error = float(np.linalg.norm([error for _, error, _ in parts])) / len(parts)
    half = _t(min(freedom for _, _, freedom in parts)) * error
    return Interval(mean - half, mean + half)


def crossed_share(scores: Floats) -> Interval:
    """As `crossed_interval` for scores in 0…1; where no score differs from another, Wilson's for these rows."""
    if np.ptp(scores) == 0.0:
        return wilson(float(scores.mean()) * scores.shape[1], scores.shape[1])
    low, high = crossed_interval(scores)
    return Interval(max(0.0, low), min(1.0, high))


def as_markdown(found: Sequence[Standing], heading: str) -> str:
    """The standings as a table for documents."""
    titles = ["", "search score", "95 %", "rank", "95 %", *(f"at {share:.0%}" for share in CHECKPOINTS), "tokens"]
    lines = [f"### {heading}", "", f"| {' | '.join(titles)} |", "|" + " --- |" * len(titles)]
    lines += [f"| {' | '.join(cells(standing))} |" for standing in found]
    return "\n".join(lines) + "\n"


def cells(standing: Standing) -> list[str]:
    """One line of the table, in text."""
    return [
        standing.entrant,
        percent(standing.value),
        f"{percent(standing.interval.low)} … {percent(standing.interval.high)}",
        f"{standing.rank:.1f}",
        f"{standing.ranks.low:.1f} … {standing.ranks.high:.1f}",
        *map(percent, standing.curve),
        f"{standing.tokens:,.0f}",
    ]


def _of(blocks: Sequence[tuple[str, int]], task: str) -> list[tuple[str, int]]:
    return [block for block in blocks if block[0] == task]


def _scores(table: Sequence[Sequence[Finish]]) -> Floats:
    """Entrants × seeds × rows; one “row” where scores are no means of rows."""
    return np.asarray([[each.rows or (each.value,) for each in runs] for runs in table], dtype=np.float64)


def _standing(name: str, rank: float, ranks: Interval, tables: Sequence[Sequence[Finish]]) -> Standing:
    value, interval = _pooled([_scores([runs])[0] for runs in tables])
    every = [finish for runs in tables for finish in runs]
    curve = tuple(
        float(np.mean([np.mean([finish.curve[i] for finish in runs]) for runs in tables]))
        for i in range(len(CHECKPOINTS))
    )
    tokens, calls = (float(np.mean([getattr(finish, kind) for finish in every])) for kind in ("tokens", "calls"))
    return Standing(name, value, interval, rank, ranks, curve, tokens, calls, len(every))


def _pooled(tables: Sequence[Floats]) -> tuple[float, Interval]:
    """The mean over tasks of seeds × rows, and its interval in 0…1."""
    if len(tables) == 1 or np.ptp(np.concatenate([table.ravel() for table in tables])) == 0.0:
        return float(np.mean([table.mean() for table in tables])), crossed_share(tables[0])
    low, high = pooled_interval(tables)
    return float(np.mean([table.mean() for table in tables])), Interval(max(0.0, low), min(1.0, high))


def _error(scores: Floats) -> tuple[float, float, int]:
    """Mean, standard error and degrees of freedom of seeds × rows."""
    seeds, rows = scores.shape
    over_seeds = scores.mean(axis=1).var(ddof=1) / seeds if seeds > 1 else 0.0
    over_rows = scores.mean(axis=0).var(ddof=1) / rows if rows > 1 else 0.0
    return float(scores.mean()), float(np.sqrt(over_seeds + over_rows)), max(1, seeds - 1 if seeds > 1 else rows - 1)


def _ranks(tables: Sequence[Floats]) -> tuple[Floats, Floats, Floats]:
    """Rank of each entrant by its mean over tasks, and the ends of its interval."""
    generator = np.random.default_rng(0)
    means = np.zeros((_DRAWS, tables[0].shape[0]))
    for table in tables:
        _, seeds, rows = table.shape
        for draw in range(_DRAWS):
            chosen = table[:, generator.integers(seeds, size=seeds)].mean(axis=1)
            means[draw] += chosen[:, generator.integers(rows, size=rows)].mean(axis=1)
    drawn = _ranked(means)
    observed = _ranked(sum((table.mean(axis=(1, 2)) for table in tables), np.zeros(tables[0].shape[0]))[None])[0]
    return observed, *np.quantile(drawn, (0.025, 0.975), axis=0)


def _ranked(means: Floats) -> Floats:
    """Ranks from 1, the best first, in each line; equals share the mean of theirs."""
    return ranks(-np.round(means, 12))


def _t(freedom: int) -> float:
    from scipy import special

    return float(special.stdtrit(freedom, 0.975))
