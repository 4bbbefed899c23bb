"""After the final choice: label bias for the prompt found, the person's own, and all whose weights are known by then.

With worked examples a small model often knows the answer and leans to one label all the same: of the prompts that the
final choice compared, the best with its offsets is then often not the best alone. Where labels are compared, both rows
to learn on and rows to choose on have been paid for.
"""

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
"""The prompt found, and the person's own: how much of a gain is the bias alone? The others are free, or left out."""

_log = logging.getLogger("whet.engine")


def bias_calls(spec: RunSpec, task: Task) -> int:
    """Calls that label bias takes at most: one pass over train rows and those of the choice for each of two prompts."""
    if not spec.learns_label_bias or not labels_of(task):
        return 0
    learned, judged = min(FIT_ROWS, len(task.train)), len(task.validation)
    chosen = spec.final_rule is FinalRule.VALIDATION
    if spec.reading is Reading.CHOICES:  # scores are made of the same weights
        searched = min(learned, spec.settings.rows or learned) if spec.settings.split is SearchSplit.TRAIN else 0
        unknown = learned - searched
        own = 0 if searched >= LEAST_FIT_ROWS else unknown
        return unknown + own + _PROMPTS * judged * (not chosen)
    return _PROMPTS * (learned + judged + judged * (not chosen))


def fit_biases(lab: Lab, judged: Sequence[Scored], final: str, remaining: int | None) -> list[BiasFitted]:
    """What label bias makes of the final prompt, first, and of the best of the person's own, within so many calls; then
    of the others that the choice was among and that cost nothing any more.

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
    first = prompts[: plan.prompts]
    try:
        tried = [_fitted(lab, scored, plan) for scored in first]
    except OutOfBudget:  # tokens were dearer than before
        tried = []
    if not tried:
        _log.warning("The budget did not suffice to learn a label bias.")
        return []
    others = (scored for scored in judged if scored not in first)
    tried += [_fitted(lab, scored, plan) for scored in others if not plan.price(lab, scored)]
    best = max(tried, key=lambda found: found.value)
    better = best.value > tried[0].alone
    return [structs.replace(found, kept=better and found is best) for found in tried]


def _fitted(lab: Lab, scored: Scored, plan: "_Plan") -> BiasFitted:
    task, on, n = lab.task, Split.VALIDATION, plan.rows
    learned_on = plan.learning(lab, scored)
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
    """Train rows to learn on, rows to choose on, prompts, and the one of them that is worth calls."""

    learned_on: int
    rows: int
    prompts: int
    final: str

    def learning(self, lab: Lab, scored: Scored) -> int:
        """The train rows for a prompt's offsets: of any but the final one those that it has answered, if they do."""
        known = [] if scored.candidate.id == self.final else _fewer(self.learned_on, LEAST_FIT_ROWS)
        return next((rows for rows in known if not _unlearned(lab, scored, rows)), self.learned_on)

    def price(self, lab: Lab, scored: Scored) -> int:
        """Calls: what is known costs nothing, and where labels are compared a score is known with its weights."""
        unread = lab.unweighed(scored.candidate, on=Split.VALIDATION, rows=self.rows)
        written = scored.card.split is not Split.VALIDATION and lab.spec.reading is not Reading.CHOICES
        return _unlearned(lab, scored, self.learning(lab, scored)) + unread + (self.rows if written else 0)


def _unlearned(lab: Lab, scored: Scored, rows: int) -> int:
    return lab.unweighed(scored.candidate, on=Split.TRAIN, rows=rows)


def _affordable(lab: Lab, prompts: Sequence[Scored], rows: int, remaining: int | None) -> _Plan:
    """What so many calls suffice for: all rows for all prompts if possible, else fewer rows, else fewer prompts."""
    learned_on = min(FIT_ROWS, len(lab.task.train))
    for count in range(len(prompts), 0, -1):
        plans = [
            _Plan(learned, judged, count, prompts[0].candidate.id)
            for learned in _fewer(learned_on, LEAST_FIT_ROWS)
            for judged in _fewer(rows, LEAST_ROWS)
        ]
        price = {plan: sum(plan.price(lab, scored) for scored in prompts[:count]) for plan in plans}
        possible = [plan for plan in plans if remaining is None or price[plan] <= remaining]
        if possible:
            return max(possible, key=lambda plan: (min(plan.learned_on, plan.rows), plan.rows, plan.learned_on))
    return _Plan(0, 0, 0, "")


def _fewer(rows: int, least: int) -> list[int]:
    """All of the rows, or fewer by whole blocks."""
    whole = range((rows - 1) // BLOCK * BLOCK, 0, -BLOCK)
    return [rows, *(fewer for fewer in whole if fewer >= least)]
