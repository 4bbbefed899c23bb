"""After the final choice: label bias for the prompt found and for the person's own, kept if it makes answers better."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from msgspec import structs

from core.domain.bias import LabelBias
from core.domain.example import Split
from core.domain.runspec import FinalRule, Reading, RunSpec
from core.domain.scoring import Scored
from core.domain.search import SearchSplit
from core.domain.task import Task
from core.events import BiasFitted
from core.lab.bias import FIT_ROWS, LEAST_FIT_ROWS, fit, verdicts_with
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.meter import OutOfBudget
from core.lab.scorer import BLOCK
from core.lab.soft import labels_of
from core.lab.stats import scorecard_interval
from core.metrics import aggregate

LEAST_ROWS = 32
"""With fewer rows to choose on, whether a bias helps is anybody's guess."""

_PROMPTS = 2
"""The prompt found, and the person's own: how much of a gain is the bias alone?"""

_log = logging.getLogger("whet.engine")


def bias_calls(spec: RunSpec, task: Task) -> int:
    """Calls that label bias takes at most: one pass over train rows and those of the choice for each of two prompts."""
    if not spec.learns_label_bias or not labels_of(task):
        return 0
    learned, judged = min(FIT_ROWS, len(task.train)), len(task.validation)
    chosen = spec.final_rule is FinalRule.VALIDATION
    if spec.reading is Reading.CHOICES:  # scores are made of the same weights
        searched = spec.settings.split is SearchSplit.TRAIN
        return _PROMPTS * (max(0, learned - searched * (spec.settings.rows or learned)) + judged * (not chosen))
    return _PROMPTS * (learned + judged + judged * (not chosen))


def fit_biases(lab: Lab, judged: Sequence[Scored], final: str, remaining: int | None) -> list[BiasFitted]:
    """What label bias makes of the final prompt, first, and of the best of the person's own, within so many calls.

    `judged` are the scores that the final choice was made by. Offsets are learned on train rows and kept by validation
    rows, whatever the choice was made on. Nothing where the run asks for none, where answers are not labels, and where
    the budget does not reach.
    """
    task = lab.task
    rows = lab.spec.learns_label_bias and task.train and task.validation
    if not rows or not lab.has_soft_score or not labels_of(task):
        return []
    chosen = next(scored for scored in judged if scored.candidate.id == final)
    own = [scored for scored in ranked(judged) if scored.candidate.is_seed]
    prompts = list(dict.fromkeys((chosen, *own[:1])))
    known = chosen.card.split is Split.VALIDATION
    plan = _affordable(lab, prompts, chosen.card.n if known else len(task.validation), remaining)
    try:
        tried = [_fitted(lab, scored, plan.learned_on, plan.rows) for scored in prompts[: plan.prompts]]
    except OutOfBudget:  # tokens were dearer than before
        tried = []
    if not tried:
        _log.warning("The budget did not suffice to learn a label bias.")
        return []
    best = max(tried, key=lambda found: found.value)
    better = best.value > tried[0].alone
    return [structs.replace(found, kept=better and found is best) for found in tried]


def _fitted(lab: Lab, scored: Scored, learned_on: int, n: int) -> BiasFitted:
    task, on = lab.task, Split.VALIDATION
    train, rows = lab.rows(Split.TRAIN, learned_on), lab.rows(on, n)
    known = scored if scored.card.split is on else lab.score([scored.candidate], on=on, rows=n)[0]
    (learned,) = lab.soft_score([scored.candidate], on=Split.TRAIN, rows=learned_on)
    (read,) = lab.soft_score([scored.candidate], on=on, rows=n)
    shown = {demonstration.input for demonstration in scored.candidate.prompt.demonstrations}
    unseen = [place for place, row in enumerate(train) if row.input not in shown]  # what is shown is copied
    unseen = unseen or list(range(len(train)))
    learned = replace(learned, rows=tuple(learned.rows[place] for place in unseen))
    bias = fit(learned, [train[place] for place in unseen], task)
    without = LabelBias(bias.labels, (0.0,) * len(bias.labels))
    verdicts = verdicts_with(bias, read.logprobs, rows, task)
    low, high = scorecard_interval(verdicts, rows, task)
    alone, value = aggregate(known.card.verdicts[:n], rows, task), aggregate(verdicts, rows, task)
    return BiasFitted(
        scored.candidate.id,
        bias,
        len(unseen),
        on,
        value,
        low,
        high,
        alone,
        len(rows),
        kept=False,
        tokens=lab.label_tokens(scored.candidate),
        compared=aggregate(verdicts_with(without, read.logprobs, rows, task), rows, task),
    )


class _Plan(NamedTuple):
    """Train rows to learn on, rows to choose on, and prompts."""

    learned_on: int
    rows: int
    prompts: int


def _affordable(lab: Lab, prompts: Sequence[Scored], rows: int, remaining: int | None) -> _Plan:
    """What so many calls suffice for: all rows for all prompts if possible, else fewer rows, else fewer prompts."""
    learned_on = min(FIT_ROWS, len(lab.task.train))
    for count in range(len(prompts), 0, -1):
        plans = [
            _Plan(learned, judged, count)
            for learned in _fewer(learned_on, LEAST_FIT_ROWS)
            for judged in _fewer(rows, LEAST_ROWS)
        ]
        possible = [plan for plan in plans if remaining is None or _price(lab, prompts, plan) <= remaining]
        if possible:
            return max(possible, key=lambda plan: (min(plan.learned_on, plan.rows), plan.rows, plan.learned_on))
    return _Plan(0, 0, 0)


def _fewer(rows: int, least: int) -> list[int]:
    """All of the rows, or fewer by whole blocks."""
    whole = range((rows - 1) // BLOCK * BLOCK, 0, -BLOCK)
    return [rows, *(fewer for fewer in whole if fewer >= least)]


def _price(lab: Lab, prompts: Sequence[Scored], plan: _Plan) -> int:
    """Calls: what is known costs nothing, and where labels are compared a score is known with its weights."""
    price = 0
    for scored in prompts[: plan.prompts]:
        price += lab.unweighed(scored.candidate, on=Split.TRAIN, rows=plan.learned_on)
        price += lab.unweighed(scored.candidate, on=Split.VALIDATION, rows=plan.rows)
        scored_already = scored.card.split is Split.VALIDATION
        price += 0 if scored_already or lab.spec.reading is Reading.CHOICES else plan.rows
    return price
