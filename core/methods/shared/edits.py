"""Beside what a writer proposes in a round: edits of the best prompt's worked examples, which need no writer.

A small writer changes the words, and on small models the worked examples often weigh more. Whether a prompt has any was
decided by the warm start; without it, and for a prompt without worked examples, there are no such edits.
"""

from collections.abc import Iterable
from dataclasses import replace

from core.domain.candidate import Candidate, Draft
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings
from core.lab.lab import Lab
from core.methods.shared.shown import rows_of, shown_rows
from core.operators import demonstrations

EDITS = 2
"""In each round."""


def most_edits(search: SearchSettings) -> int:
    """How many edits a round has at most."""
    return EDITS if search.warm_start else 0


def with_and_without(lab: Lab, drafts: Iterable[Draft], own: Prompt) -> list[Draft]:
    """What a writer proposed: every other draft with the worked examples of the person's `own` prompt only, if any.

    Those were chosen behind other words, and there are models that they only confuse: they must earn their place.
    """
    if not lab.settings.warm_start:
        return list(drafts)
    return [
        replace(draft, prompt=replace(draft.prompt, demonstrations=own.demonstrations)) if place % 2 else draft
        for place, draft in enumerate(drafts)
    ]


def edits(lab: Lab, best: Candidate) -> list[Draft]:
    """The prompt with a worked example more, one less, or one exchanged (CAPO, arXiv 2504.16005)."""
    if not lab.settings.warm_start or not best.prompt.demonstrations:
        return []
    rows = shown_rows(lab, lab.settings.split.as_split, rows_of(lab))
    made = (demonstrations.mutated(best.prompt, rows, lab.rng) for _ in range(EDITS))
    return [
        Draft(prompt, (best.id,), demonstrations.OPERATOR) for prompt in dict.fromkeys(made) if prompt != best.prompt
    ]
