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
from core.lab.lab import Lab
from core.methods.base import Preset, param
from core.methods.shared.examples import SearchSplit, scored_rows
from core.methods.shared.question import sampled
from core.methods.shared.rewording import paraphrase
from core.methods.shared.wording import Wording

name = "paraphrase"
title = "Random paraphrase"
summary = (
    "The control: says the start prompt in other words, again and again, and keeps the best. It learns nothing from "
    "scores or examples, so another method is worth its calls only if it gains more than this."
)
paper = "A control. The step is the resampling of Zhou et al., ICLR 2023, arXiv 2211.01910"
doubts = "The best of many that mean the same looks better on the rows of the search than it is."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    rounds: int = param(8, "Rounds", about="How often paraphrases are asked for.", low=1, high=500)
    proposals: int = param(4, "Paraphrases per round", about="Asked for in each round.", low=1, high=64)
    search_split: SearchSplit = param(SearchSplit.TRAIN, "Score on", about="The rows that the search scores on.")
    search_rows: int = param(48, "Rows scored", about="Leading rows of that split; 0: all.", low=0)
    temperature: float = param(1.0, "Temperature", about="Of the optimizer model.", low=0.0, high=2.0, advanced=True)
    max_tokens: int = param(512, "Reply tokens", about="Most tokens per reply.", low=16, high=8192, advanced=True)
    wording: Wording = param(Wording.AUTO, "Wording", about="Compact suits very small models.", advanced=True)
    guard: bool = param(True, "Refuse misfits", about="Resample answers, other languages and copies.", advanced=True)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "Plain: whatever was written is scored on all validation rows",
        {"rounds": 18, "proposals": 8, "search_split": "validation", "search_rows": 0, "guard": False},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Draw and score paraphrases, as in the pseudo-code above."""
    score = partial(lab.score, on=params.search_split.as_split, rows=params.search_rows)
    race = partial(lab.race, on=params.search_split.as_split, rows=params.search_rows)
    wording = params.wording.settled(lab)
    best = max(score(list(dict.fromkeys(seeds))), key=lambda scored: scored.standing)
    for t in lab.rounds(params.rounds):
        start = lab.candidate(seeds[(t - 1) % len(seeds)])
        question = sampled(paraphrase(lab.task, start.prompt, wording), params.temperature, params.max_tokens)
        drafts = lab.propose(replace(question, parents=(start.id,), guarded=params.guard), params.proposals)
        scored = race([best.candidate, *drafts])
        best = max(scored, key=lambda each: each.standing)
        lab.note("paraphrase.round", start=start.id, scored=len(drafts), best=best.candidate.id)


def most_calls(params: Params, *, train: int, validation: int, seeds: int) -> int:
    """Every paraphrase is asked for twice, is new, and is scored."""
    rows = scored_rows(train if params.search_split is SearchSplit.TRAIN else validation, params.search_rows)
    return seeds * rows + params.rounds * params.proposals * (2 + rows)
