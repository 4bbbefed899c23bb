"""What a run has come to, for somebody who sees it after its end for the first time; and whether one goes nowhere."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.domain.ending import Evidence, Why
from core.domain.example import Split
from core.domain.runspec import FinalRule
from core.lab.stats import paired_gain
from core.report.curve import search_split
from core.report.result import best_seed
from core.state import Node, RunState

_ROUNDS: Final = 2
"""Rounds without a usable or better proposal after which something is to be said."""
_MOSTLY: Final = 2
"""A round in which this many times more replies were refused than used is one whose writer is of no use."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The person's own prompt against the one that was chosen, on the same rows. Scores and gains are in 0…1.

    `before` and `after` are `None` where a prompt was not scored on them. `low` and `high` bound the gain (95 %,
    paired); they are `None` where the prompts are the same or there are too few rows. `improved`: another prompt was
    chosen than one of the person's own, and scored higher.
    """

    own: str
    best: str
    split: Split
    rows: int
    before: float | None
    after: float | None
    low: float | None
    high: float | None
    improved: bool
    evidence: Evidence | None

    @property
    def why(self) -> Why | None:
        """Why the run ended with this; `None` of a run that has not said so."""
        return self.evidence.why if self.evidence is not None else None


def outcome(state: RunState) -> Outcome | None:
    """The outcome of a run that has chosen its last prompt; `None` of any other."""
    own, best = best_seed(state), state.nodes.get(state.best)
    if state.final is None or own is None or best is None:
        return None
    validated = state.final.rule is FinalRule.VALIDATION and all(Split.VALIDATION in n.cards for n in (own, best))
    split = Split.VALIDATION if validated else search_split(state)
    before, after = own.cards.get(split), best.cards.get(split)
    low, high = _interval(own, best, split)
    gained = before is not None and after is not None and after.value > before.value
    evidence = state.ended.evidence if state.ended is not None else None
    return Outcome(
        own.candidate.id,
        best.candidate.id,
        split,
        after.n if after is not None else 0,
        before.value if before is not None else None,
        after.value if after is not None else None,
        low,
        high,
        improved=gained and not best.candidate.is_seed,
        evidence=evidence if isinstance(evidence, Evidence) else None,
    )


def _interval(own: Node, best: Node, split: Split) -> tuple[float | None, float | None]:
    """Of the mean difference over the rows that both answered."""
    old, new = own.verdicts.get(split, {}), best.verdicts.get(split, {})
    both = [row for row in old if row in new]
    if own is best or not both:
        return None, None
    found = paired_gain([old[row].score for row in both], [new[row].score for row in both])
    return found.low, found.high


class Trouble(StrEnum):
    """Why a search that goes on gets nowhere: hardly a reply can be used, or none of the prompts is better."""

    UNUSABLE = "unusable"
    NOT_BETTER = "not_better"


@dataclass(frozen=True, slots=True)
class Standstill:
    """A search that has found nothing in its first rounds: of `replies` in them so many were `refused`."""

    trouble: Trouble
    rounds: int
    replies: int
    refused: int


def standstill(state: RunState) -> Standstill | None:
    """Whether a search should be looked at: two rounds have ended, and its best prompt is still the person's own."""
    ended = [round_ for round_ in state.rounds if round_.best]
    best = state.nodes.get(state.best)
    if len(ended) < _ROUNDS or state.ended is not None or state.final is not None or best is None:
        return None
    if not best.candidate.is_seed:
        return None
    refused = sum(len(round_.rejected) for round_ in ended)
    used = sum(len(round_.candidates) for round_ in ended)
    useless = refused > _MOSTLY * used
    return Standstill(Trouble.UNUSABLE if useless else Trouble.NOT_BETTER, len(ended), refused + used, refused)
