"""What a run's search showed, gathered at its end: why it ended so, and what to try next."""

from collections.abc import Sequence

import msgspec

from core.domain.ending import Advice, Evidence, Why
from core.domain.scoring import Scored
from core.domain.task import AnswerKind
from core.lab.bench import Bench
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.stats import paired_gain
from core.operators import bank, demonstrations, glosses

BY_RULES = frozenset({bank.OPERATOR, glosses.OPERATOR, demonstrations.OPERATOR, "exchange", "reorder", "prune"})
"""Operators that ask no model to write."""

_USABLE = 0.25
"""With fewer usable replies than this the model that writes is what the search lacks."""

_RIGHT = 0.95
"""Where the own prompt is right this often there is little to gain."""

_MANY_ROWS = 100


def evidence(lab: Lab, bench: Bench, final: str) -> Evidence | msgspec.UnsetType:
    """Of a search that has chosen its `final` candidate; none of one that a person ended before their own prompt was
    scored."""
    results = lab.search_results()
    seeds = [scored for scored in results if scored.candidate.is_seed]
    if not seeds:
        return msgspec.UNSET
    own = ranked(seeds)[0]
    others = [scored for scored in results if not scored.candidate.is_seed]
    best = ranked(results)[0]
    gain = paired_gain(_scores(own), _scores(best))
    made = [scored.value for scored in others if scored.candidate.operator in BY_RULES]
    chosen = next((scored for scored in results if scored.candidate.id == final), best)
    refused = lab.refusals.total()
    why = _why(lab, own, chosen, others, refused)
    return Evidence(
        why,
        _advice(lab, bench, why, own),
        len(others),
        lab.replies,
        refused,
        gain.difference,
        gain.low,
        gain.high,
        max(made, default=own.value) - own.value,
        chosen.card.collapsed,
        bench.meter.calls,
        bench.meter.budget.calls,
    )


def _why(lab: Lab, own: Scored, chosen: Scored, others: Sequence[Scored], refused: int) -> Why:
    if not chosen.candidate.is_seed:
        return Why.SOLVED if chosen.value >= 1.0 else Why.BETTER
    if own.value >= _RIGHT:
        return Why.NO_HEADROOM
    if lab.replies and lab.replies - refused < _USABLE * lab.replies:
        return Why.UNUSABLE
    if not others:
        return Why.NOTHING
    return Why.COLLAPSED if own.card.collapsed else Why.NOT_BETTER


def _advice(lab: Lab, bench: Bench, why: Why, own: Scored) -> Advice:
    limit = bench.meter.budget.calls
    labelled = lab.task.contract.kind in {AnswerKind.LABEL, AnswerKind.CHOICE}
    match why:
        case Why.BETTER | Why.SOLVED:
            return Advice.CERTIFY
        case Why.UNUSABLE:
            return Advice.ANOTHER_WRITER
        case Why.NO_HEADROOM:
            return Advice.HARDER_ROWS
        case Why.COLLAPSED if labelled and not lab.spec.learns_label_bias:
            return Advice.LABEL_BIAS
        case Why.NOTHING:
            return Advice.MORE_BUDGET
        case _ if limit is not None and bench.meter.calls > limit // 2:
            return Advice.MORE_BUDGET
        case _:
            return Advice.MORE_ROWS if own.card.n < _MANY_ROWS else Advice.ANOTHER_MODEL


def _scores(scored: Scored) -> list[float]:
    return [verdict.score for verdict in scored.card.verdicts]
