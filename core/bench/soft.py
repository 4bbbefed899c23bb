"""Soft scores against the metric: do they rank prompts alike, and how many rows find the best of 16 prompts?

Every prompt of a pool is read once (`core.lab.soft`) and answers once, as a run of the default preset has it answer, on
the same rows; labels are also compared, which the same pass gives. Choices among 16 prompts drawn from the pool, on the
first rows of a random half, are then replayed on the record, as searches make them: soft scores on a few rows of all
prompts, then the metric on more rows of the few that are left. What a choice is worth is the metric on the other half.
"""

import math
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core import paths
from core.bench import suites
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.control import CancelToken
from core.data import tasks
from core.domain.bias import LabelBias
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Reading
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.prepare import machine
from core.errors import UsageError
from core.lab.bias import verdicts_with
from core.lab.ranking import kendall
from core.lab.scorer import BLOCK, Scorer
from core.lab.soft import SoftReader, has_soft_score, row_score
from core.llm import gguf, hardware
from core.llm.base import ChatModel
from core.metrics import aggregate
from core.operators import bank, demonstrations

ENTRANTS = 16
"""Prompts of a choice."""

REFERENCE = 48
"""Rows of a choice by right or wrong that soft scores are held against: a default search's."""

_VAGUE = ("What is this?", "Complete the task.", "Answer.", "Read the input and reply.")
_SHOWN = (2, 4)
"""Worked examples in a prompt."""

_ROWS, _FULL_ROWS = 128, 384
_DRAWS = 400
_FIRST = (4, 8, 16, 24, 32, 48)
_KEPT = (1, 2, 3, 4, 6)
_DIFFER = 0.1
"""Only where the metric of prompts differs by so much (0…1) is there an order to be found; the bars are over these."""

_EVEN = 2.5e-3
"""A choice that is worth so little less (0…1) is as good."""

Floats = NDArray[np.float64]


class SoftPlan(NamedTuple):
    """Soft scores on the `first` rows choose which prompts are `kept`; right or wrong on `reference` rows chooses one
    of these."""

    first: int
    kept: int
    reference: int

    @property
    def rows(self) -> float:
        """Rows per prompt, on average."""
        return self.first + (self.kept * self.reference / ENTRANTS if self.kept > 1 else 0)


@dataclass(frozen=True, slots=True)
class Landscape:
    """A pool of prompts on the same rows, shape `(prompts, rows)`: soft scores in nats, and the metric's of 0…1.

    `metric` is the metric over all rows of each prompt.
    """

    task: str
    prompts: tuple[Prompt, ...]
    soft: Floats
    hard: Floats
    metric: tuple[float, ...]

    @property
    def tau(self) -> float:
        """The rank correlation of the soft score with the metric, over the pool, on the same rows."""
        return _tau(self.soft.mean(axis=1), self.metric)


def bench(options: BenchOptions) -> BenchResult:
    """One row per task."""
    from core.llm import llama  # loads the native library

    places, file = suites.tasks_and_model(options, [place.name for place in paths.sample_tasks()])
    model = llama.load(file, hardware.suggest(gguf.read_header(file)))
    try:
        found = [each for place in places for each in _recorded(model, tasks.load_task(place), options)]
    finally:
        model.close()
    if not found:
        raise UsageError("None of these tasks has a soft score.", hint="Answers must be labels or short.")
    settings: dict[str, Cell] = {
        "model": file.stem,
        "choice among": ENTRANTS,
        "choices drawn": _DRAWS,
        "rows of the choice by right or wrong": REFERENCE,
        "bars over tasks whose prompts differ by points": round(100 * _DIFFER),
    }
    rows = [_row(each, options.seed) for each in found]
    contested = [row for row, each in zip(rows, found, strict=True) if max(each.metric) - min(each.metric) >= _DIFFER]
    return BenchResult("soft", machine(), settings, rows, _bars(contested) if contested else [])


def pool_of(task: Task, seed: int) -> tuple[Prompt, ...]:
    """At least 16 prompts of all kinds: vague ones, the ready wordings, and some with worked examples."""
    own = task.seed_prompts[0]
    ready = [draft.prompt for draft in bank.wordings(task, own, task.train)]
    rng = random.Random(f"{seed}/{task.name}")
    shown = demonstrations.sets(task, (own, *ready[:2]), task.train, rng, sizes=_SHOWN)
    return tuple(dict.fromkeys((own, *map(Prompt, _VAGUE), *ready, *(draft.prompt for draft in shown))))


def cheapest(landscape: Landscape, seed: int) -> SoftPlan:
    """The plan with the fewest rows whose choice is worth as much as one by right or wrong on 48 rows of every prompt;
    of all prompts' rows if there is none."""
    rng = random.Random(f"{seed}/{landscape.task}")
    prompts, rows = landscape.hard.shape
    half = rows // 2
    reference = min(REFERENCE, half)
    plans = [SoftPlan(first, kept, reference) for first in _FIRST if first <= half for kept in _KEPT]
    worth = dict.fromkeys(plans, 0.0)
    by_hits = 0.0
    for _ in range(_DRAWS):
        some = rng.sample(range(prompts), min(ENTRANTS, prompts))
        order = rng.sample(range(rows), rows)
        true = landscape.hard[np.ix_(some, order[half:])].mean(axis=1)
        hits, soft = (matrix[np.ix_(some, order[:half])] for matrix in (landscape.hard, landscape.soft))
        by_hits += float(true[_best(hits[:, :reference], rng)]) / _DRAWS
        for plan in plans:
            left = np.argsort(-soft[:, : plan.first].mean(axis=1))[: plan.kept]
            worth[plan] += float(true[left[_best(hits[left, :reference], rng)]]) / _DRAWS
    good = [plan for plan in plans if worth[plan] >= by_hits - _EVEN]
    return min(good, key=lambda plan: plan.rows, default=SoftPlan(0, ENTRANTS, reference))


def _best(scores: Floats, rng: random.Random) -> int:
    """The prompt with the highest mean; of equals any."""
    means = scores.mean(axis=1)
    return rng.choice(np.flatnonzero(means >= means.max() - 1e-12).tolist())


def _recorded(model: ChatModel, task: Task, options: BenchOptions) -> list[Landscape]:
    """Of written answers, and where they are labels of compared ones: both from the same pass of soft scores."""
    if not has_soft_score(task, model):
        options.say(f"{task.name} has no soft score: its answers are neither labels nor short.")
        return []
    pool = pool_of(task, options.seed)
    shown = {one.input for prompt in pool for one in prompt.demonstrations}
    rows = [row for row in (*task.validation, *task.train) if row.input not in shown]
    rows = rows[: _FULL_ROWS if options.full else _ROWS]
    reader = SoftReader(model, task, CancelToken())
    scorer = Scorer(model, task, Reading.GENERATED, CancelToken(), stop_at_label=True)
    written, read = [], []
    for number, prompt in enumerate(pool, 1):
        written.append([verdict for block in _blocks(rows) for verdict in scorer.score(prompt, block)[0]])
        read.append([logprobs for block in _blocks(rows) for logprobs in reader.read(prompt, block)[0]])
        value = aggregate(written[-1], rows, task)
        options.say(f"{task.name}: {number} of {len(pool)} prompts, {100 * value:.0f} %")
    found = [_landscape(reader, Reading.GENERATED, pool, rows, read, written)]
    if reader.labels:
        plain = LabelBias(reader.labels, (0.0,) * len(reader.labels))
        chosen = [verdicts_with(plain, each, rows, task) for each in read]
        found.append(_landscape(reader, Reading.CHOICES, pool, rows, read, chosen))
    return found


def _landscape(
    reader: SoftReader,
    reading: Reading,
    pool: Sequence[Prompt],
    rows: Sequence[Example],
    read: Sequence[Sequence[tuple[float, ...]]],
    verdicts: Sequence[Sequence[Verdict]],
) -> Landscape:
    soft = [
        [row_score(reader.row(*pair), reader.labels, reading) for pair in zip(rows, each, strict=True)] for each in read
    ]
    hard = [[verdict.score for verdict in each] for each in verdicts]
    metric = tuple(aggregate(each, rows, reader.task) for each in verdicts)
    return Landscape(f"{reader.task.name}, {reading.value}", tuple(pool), np.array(soft), np.array(hard), metric)


def _blocks(rows: Sequence[Example]) -> list[Sequence[Example]]:
    return [rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)]


def _tau(one: Sequence[float] | Floats, other: Sequence[float] | Floats) -> float:
    """Kendall's τ-b; 0 where one of them does not differ at all."""
    value = kendall(one, other)
    return 0.0 if math.isnan(value) else value


def _row(landscape: Landscape, seed: int) -> dict[str, Cell]:
    rows = landscape.hard.shape[1]
    first, second = landscape.hard[:, : rows // 2].mean(axis=1), landscape.hard[:, rows // 2 :].mean(axis=1)
    plan = cheapest(landscape, seed)
    return {
        "task": landscape.task,
        "prompts": len(landscape.prompts),
        "rows": rows,
        "worst %": round(100 * min(landscape.metric), 1),
        "best %": round(100 * max(landscape.metric), 1),
        "τ": round(landscape.tau, 2),
        "τ of the metric with itself, half by half": round(_tau(first, second), 2),
        "plan": f"{plan.kept} of {ENTRANTS} after {plan.first} rows",
        "rows %": round(100 * plan.rows / plan.reference),
    }


def _bars(rows: Sequence[dict[str, Cell]]) -> list[BenchBar]:
    taus = [float(row["τ"] or 0.0) for row in rows]
    shares = [float(row["rows %"] or 0.0) for row in rows]
    return [
        BenchBar(
            "rank correlation of the soft score with the metric, mean", round(statistics.fmean(taus), 2), "τ", 0.7
        ),
        BenchBar("rows that find the best of 16, mean", round(statistics.fmean(shares)), "%", 60, at_least=False),
    ]
