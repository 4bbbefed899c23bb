"""GPO's parts by themselves: momentum, and edit budget × refinement, on sealed rows of two sample tasks.

After Tables 2 and 3 of Tang et al. (arXiv 2402.17564), at a hundredth of their size: what differs here is what the
bundled model and two small tasks can show, and no more. Everything else is as in the preset `hardened`, but for fewer
rows per score, so that there are steps enough for a history; nothing reflects.
"""

import statistics
from collections.abc import Sequence

from core.bench import suites
from core.bench.contests import SEED_PROMPT, BenchContest, ContestPlan, hold
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import FinalRule, ParamValue
from core.domain.tournament import Entrant
from core.methods import method
from core.methods.base import fields
from core.report.standings import crossed_share, pooled_interval

_METHOD = "gpo"
_SAMPLES = ("last-letter", "order-number")
_CALLS, _FULL_CALLS = 800, 3_000
_SEEDS, _FULL_SEEDS = 5, 10
_SEALED = 150
_COMMON: dict[str, ParamValue] = {"rows": 32, "steps": 12}
_WITHOUT = "none"


def bench(options: BenchOptions) -> BenchResult:
    """One table of momentum, one of edit budget × refinement, each compared with its first row."""
    momentum, budget = _momentum(), _budget()
    folders, model = suites.tasks_and_model(options, _SAMPLES)
    plan = ContestPlan(
        "ablation",
        folders,
        model,
        (*momentum, *budget),
        tuple(range(options.seed, options.seed + (_FULL_SEEDS if options.full else _SEEDS))),
        _FULL_CALLS if options.full else _CALLS,
        0 if options.full else _SEALED,
        FinalRule.SEARCH_SCORE,
    )
    contest = hold(plan, options)
    settings: dict[str, Cell] = {
        "model": plan.model.stem,
        "tasks": ", ".join(contest.fixed),
        "seeds": len(plan.seeds),
        "calls at most": plan.calls,
        "sealed rows": plan.sealed_rows or "all",
        "parameters": ", ".join(f"{name} {value}" for name, value in _COMMON.items()),
    }
    rows = _table(contest, momentum)
    own = statistics.fmean(contest.matrix(task, SEED_PROMPT).mean() for task in contest.fixed)
    best = max(float(row["sealed %"] or 0) for row in rows)
    bars = [BenchBar("best momentum over the seed prompt", round(best - 100 * own, 1), "points", 0.1)]
    return BenchResult("ablation", contest.machine, settings, rows, bars, {"edit budget": _table(contest, budget)})


def _momentum() -> tuple[Entrant, ...]:
    """No momentum first, then every other kind there is."""
    kinds = sorted(_choices("momentum"), key=lambda kind: kind != _WITHOUT)
    found = [Entrant(f"momentum {kind}", _METHOD, params={**_COMMON, "momentum": kind}) for kind in kinds]
    if _WITHOUT in kinds:
        return tuple(found)
    alone: dict[str, ParamValue] = {"trajectory": 1}  # the current prompt, and none of the past
    return (Entrant(f"momentum {_WITHOUT}", _METHOD, params={**_COMMON, **alone}), *found)


def _budget() -> tuple[Entrant, ...]:
    return tuple(
        Entrant(
            f"{variation}, {refinement}",
            _METHOD,
            params={**_COMMON, "variation": variation, "refinement": refinement},
        )
        for variation in _choices("variation")
        for refinement in _choices("refinement")
    )


def _choices(name: str) -> tuple[str, ...]:
    return next(each.choices for each in fields(method(_METHOD).Params) if each.name == name)


def _table(contest: BenchContest, entrants: Sequence[Entrant]) -> list[dict[str, Cell]]:
    """Per configuration the mean of the tasks, its difference to the first one, and the tasks by themselves."""
    rows: list[dict[str, Cell]] = []
    for entrant in entrants:
        parts = {task: contest.matrix(task, entrant.name) for task in contest.fixed}
        row: dict[str, Cell] = {
            "configuration": entrant.name,
            "sealed %": _percent(statistics.fmean(float(part.mean()) for part in parts.values())),
        }
        row |= _difference(contest, entrant.name, entrants[0].name)
        for task, part in parts.items():
            low, high = crossed_share(part)
            row[task] = f"{_percent(float(part.mean()))} ({_percent(low)} … {_percent(high)})"
        found = [each for task in contest.fixed for each in contest.of(task, entrant.name)]
        row["prompts a run"] = round(statistics.fmean(each.scored for each in found), 1)
        rows.append(row)
    return rows


def _difference(contest: BenchContest, name: str, first: str) -> dict[str, Cell]:
    """Points over the first configuration, paired by seed and row."""
    if name == first:
        return {"over the first": "", "low": "", "high": ""}
    parts = [contest.matrix(task, name) - contest.matrix(task, first) for task in contest.fixed]
    low, high = pooled_interval(parts)
    mean = statistics.fmean(float(part.mean()) for part in parts)
    return {"over the first": _percent(mean), "low": _percent(low), "high": _percent(high)}


def _percent(share: float) -> float:
    return round(100 * share, 1)
