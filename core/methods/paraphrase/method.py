"""Random paraphrase: the control that every other method must beat.

No paper proposes it as an optimizer; it is the resampling step of APE (Y. Zhou et al.: Large Language Models Are
Human-Level Prompt Engineers. ICLR 2023, arXiv 2211.01910, section 3.3) without anything that a search could learn from.

    scored = [(p0, score(p0))]
    for t in 1 … T:
        C       = N independent replies to "say p0 in other words"      no scores, no examples, no earlier replies
        scored += score(C)                                              (what cannot win any more is dropped early)
    the final choice among everything scored is the lab's

What it finds is chance and selection: the best of many prompts that mean the same looks better on the rows of the
search than it is, and some wordings are better. A method that gains no more than this has learned nothing.
With several start prompts, the rounds take them in turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.search import PLAIN, SearchSettings
from core.lab.lab import Lab
from core.methods.base import Preset, param
from core.methods.shared.edits import edits, most_edits
from core.methods.shared.examples import scored_rows
from core.methods.shared.rewording import paraphrase
from core.methods.shared.wording import settled

name = "paraphrase"
title = "Random paraphrase"
summary = (
    "The control: says the start prompt in other words, again and again, and keeps the best. It learns nothing from "
    "scores or examples, so another method is worth its calls only if it gains more than this."
)
paper = "A control. The step is the resampling of Zhou et al., ICLR 2023, arXiv 2211.01910"
caveats = "The best of many that mean the same looks better on the rows of the search than it is."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    rounds: int = param(8, "Rounds", about="How often paraphrases are asked for.", low=1, high=500)
    proposals: int = param(4, "Paraphrases per round", about="Asked for in each round.", low=1, high=64)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "Plain: whatever was written is scored on all validation rows",
        {"rounds": 18, "proposals": 8},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "split": "validation", "rows": 0},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Draw and score paraphrases, as in the pseudo-code above."""
    score = partial(lab.score, on=lab.settings.split.as_split, rows=lab.settings.rows)
    race = partial(lab.race, on=lab.settings.split.as_split, rows=lab.settings.rows)
    wording = settled(lab)
    best = max(score(list(dict.fromkeys(seeds))), key=lambda scored: scored.standing)
    for t in lab.rounds(params.rounds):
        start = lab.candidate(seeds[(t - 1) % len(seeds)])
        question = replace(paraphrase(lab.task, start.prompt, wording), parents=(start.id,))
        drafts = lab.propose(question, params.proposals)
        scored = race([best.candidate, *drafts, *edits(lab, best.candidate)])
        best = max(scored, key=lambda each: each.standing)
        lab.note("paraphrase.round", start=start.id, scored=len(drafts), best=best.candidate.id)


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every paraphrase is asked for twice, is new, and is scored, as is every edit."""
    rows = scored_rows(search, train=train, validation=validation)
    return seeds * rows + params.rounds * (params.proposals * (2 + rows) + most_edits(search) * rows)
