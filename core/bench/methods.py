"""Every method against the random paraphrase, with equal tokens, on sealed rows of the sample tasks.

`--suite DIR --model FILE` does the same on datasets of papers (`core.bench.suites`).
"""

import statistics
from collections import Counter
from collections.abc import Sequence

from core.bench import suites
from core.bench.contests import BenchContest, ContestPlan, ContestResult, hold
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.domain.runspec import FinalRule
from core.domain.tournament import Entrant
from core.lab.stats import PairedGain, holm, paired_gain
from core.methods import NAMES
from core.report.standings import crossed_share

CONTROL = "paraphrase"
"""The method that everything else must beat: prompts in other words, without any feedback."""

_SAMPLES = ("last-letter", "order-number", "ticket-topic")
_CALLS, _FULL_CALLS = 500, 1_500
_SEEDS, _FULL_SEEDS = 5, 10
_SEALED = 200
"""Sealed rows per task without `--full`."""


def bench(options: BenchOptions) -> BenchResult:
    """One row per task and method; a second table holds every method against the control."""
    plan = _plan(options)
    contest = hold(plan, options)
    entrants = [entrant.name for entrant in plan.entrants]
    rows = [_row(contest, task, name) for task, fixed in contest.fixed.items() for name in (*fixed, *entrants)]
    against = _against(contest, entrants) if CONTROL in entrants else []
    settings: dict[str, Cell] = {
        "model": plan.model.stem,
        "seeds": len(plan.seeds),
        "calls at most": plan.calls,
        "tokens at most": ", ".join(f"{task} {tokens}" for task, tokens in contest.tokens.items()),
        "sealed rows": plan.sealed_rows or "all",
        "final choice": plan.final_rule.value if plan.final_rule else "of the preset",
        "control": CONTROL if against else "none",
    }
    return BenchResult("methods", contest.machine, settings, rows, _bars(rows, against), {"against": against})


def _plan(options: BenchOptions) -> ContestPlan:
    folders, model = suites.tasks_and_model(options, _SAMPLES)
    seeds = _FULL_SEEDS if options.full else _SEEDS
    return ContestPlan(
        "methods",
        folders,
        model,
        tuple(Entrant(name, name) for name in NAMES),
        tuple(range(options.seed, options.seed + seeds)),
        _FULL_CALLS if options.full else _CALLS,
        0 if options.full else _SEALED,
        # half of so small a budget would go into scoring finalists a second time
        None if options.full else FinalRule.SEARCH_SCORE,
    )


def _row(contest: BenchContest, task: str, name: str) -> dict[str, Cell]:
    scores = contest.matrix(task, name)
    low, high = crossed_share(scores)
    found = contest.of(task, name)
    return {
        "task": task,
        "prompt or method": name,
        "sealed %": _percent(float(scores.mean())),
        "low": _percent(low),
        "high": _percent(high),
        "search %": _percent(statistics.fmean(each.search for each in found)) if found else "",
        "kept own": sum(each.is_own for each in found) if found else "",
        "calls": _mean(found, "calls"),
        "tokens": _mean(found, "tokens"),
        "best prompt": max(found, key=lambda each: each.search).prompt if found else "",
    }


def _against(contest: BenchContest, entrants: Sequence[str]) -> list[dict[str, Cell]]:
    """Every method but the control: paired by task and seed, adjusted for the number of comparisons."""
    control = [each for task in contest.fixed for each in contest.of(task, CONTROL)]
    others = [name for name in entrants if name != CONTROL]
    runs = {name: [each for task in contest.fixed for each in contest.of(task, name)] for name in others}
    gains = {
        name: paired_gain([each.value for each in control], [each.value for each in found])
        for name, found in runs.items()
    }
    adjusted = dict(zip(gains, holm([gain.p_value for gain in gains.values()]), strict=True))
    return [_comparison(name, gains[name], adjusted[name], runs[name], control) for name in others]


def _comparison(
    name: str, gain: PairedGain, adjusted: float, found: Sequence[ContestResult], control: Sequence[ContestResult]
) -> dict[str, Cell]:
    beats = gain.difference > 0 and adjusted < 0.05
    return {
        "method": name,
        "over the control": _percent(gain.difference),
        "low": _percent(gain.low),
        "high": _percent(gain.high),
        "p": round(gain.p_value, 4),
        "p, Holm": round(adjusted, 4),
        "beats it": "yes" if beats else "no",
        "why, as far as the numbers tell": "" if beats else why(gain, found, control),
    }


def why(gain: PairedGain, found: Sequence[ContestResult], control: Sequence[ContestResult]) -> str:
    """What in the runs differs from the control's and may explain that a method does not beat it; facts, no proof."""
    facts: list[str] = []
    own, theirs = (sum(each.is_own for each in runs) for runs in (found, control))
    if own > theirs:
        facts.append(f"{own} of {len(found)} runs kept the own prompt (control {theirs})")
    tried, tries = (statistics.fmean(each.scored for each in runs) for runs in (found, control))
    if tried < 0.8 * tries:
        facts.append(f"it scored {tried:.1f} prompts a run (control {tries:.1f})")
    share, usual = (statistics.fmean(each.optimizer for each in runs) for runs in (found, control))
    if share > usual + 0.1:
        facts.append(f"its optimizer took {share:.0%} of the tokens (control {usual:.0%})")
    facts += _refusals(found)
    optimism, common = (statistics.fmean(each.search - each.value for each in runs) for runs in (found, control))
    if optimism > common + 0.05:
        facts.append(
            f"search scores were {100 * optimism:.0f} points above the sealed ones (control {100 * common:.0f})"
        )
    if gain.difference > 0:
        facts.append(f"it was ahead, but {gain.n} runs do not show it")
    return "; ".join(facts) or "nothing stands out: its prompts are as good as paraphrases"


def _refusals(found: Sequence[ContestResult]) -> list[str]:
    refused = sum((each.refused for each in found), Counter[str]())
    replies = sum(each.replies for each in found)
    if refused.total() < 0.2 * replies:
        return []
    reason, _ = refused.most_common(1)[0]
    return [f"{refused.total() / replies:.0%} of its replies were refused, most as “{reason}”"]


def _bars(rows: Sequence[dict[str, Cell]], against: Sequence[dict[str, Cell]]) -> list[BenchBar]:
    beaten = sum(row["beats it"] == "yes" for row in against)
    calls = max((float(row["calls"]) for row in rows if isinstance(row["calls"], float)), default=0.0)
    return [
        BenchBar("methods that beat the control", beaten, "methods", min(1, len(against))),
        BenchBar("calls of a run, largest mean", calls, "calls", _CALLS, at_least=False),
    ]


def _mean(found: Sequence[ContestResult], kind: str) -> Cell:
    return round(statistics.fmean(getattr(each, kind) for each in found), 1) if found else ""


def _percent(share: float) -> float:
    return round(100 * share, 1)
