"""OPRO: the optimizer model sees the best prompts so far with their scores, and writes better ones.

C. Yang, X. Wang, Y. Lu, H. Liu, Q. V. Le, D. Zhou, X. Chen: Large Language Models as Optimizers. ICLR 2024,
arXiv 2309.03409.

    S = [(p, score(p)) for the start prompts p]
    for t in 1 … T:
        top  = the k best of S, in ascending order of their scores, the best one last
        E    = a few training examples, drawn anew
        meta = top with scores, rounded to whole points + E + "write one that scores higher"    (core.methods.wordings)
        C    = N independent replies to meta at temperature 1, as prompts
        S   += (c, score(c)) for every c in C that is new
    the final choice among everything scored is the lab's

What differs: scores are those of the task's metric on leading training rows (the paper: accuracy on 50 to 260 of them);
replies are checked, and unusable ones are asked for once more; of equal scores the newer prompt stands later. Examples
are drawn outside the scored rows where there are enough. The search may stop on a plateau. The authors' code also
leaves out instructions with digits on GSM8K; here only what names single examples is refused. It shows no prompt below
a score of 0.3 to GPT models as scorers; here all may be shown. What GPO's paper calls
OPRO (its Table 4) is a setting of GPO's own loop, which shows the newest prompts and walks; this is the original.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.lab import Lab
from core.methods.base import Preset, param
from core.methods.opro.prompts import OproMetaPrompt
from core.methods.shared.examples import draw_outside, scored_rows
from core.methods.shared.stopping import on_plateau, raised
from core.methods.shared.wording import Wording, settled

name = "opro"
title = "OPRO"
summary = "Shows the optimizer the best prompts so far, the best one last, and asks for one that scores higher."
paper = "Yang et al.: Large Language Models as Optimizers. ICLR 2024, arXiv 2309.03409"
caveats = "With a small optimizer model its gains were found to be limited (arXiv 2405.10276)."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    steps: int = param(8, "Steps", about="How often new prompts are asked for.", low=1, high=1000)
    proposals: int = param(4, "Proposals per step", about="New prompts asked for in each step.", low=1, high=64)
    shown: int = param(8, "Prompts shown", about="Best prompts in the question; compact: at most 3.", low=1, high=100)
    examples: int = param(3, "Examples shown", about="Training rows, drawn anew in each step.", low=0, high=20)
    longest: int = param(500, "Longest prompt", about="Characters; longer replies are refused. 0: no limit.", low=0)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {
            "steps": 200,
            "proposals": 8,
            "shown": 20,
        },
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "rows": 256},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Collect scored prompts from `seeds` on, as in the pseudo-code above."""
    score = partial(lab.score, on=lab.settings.split.as_split, rows=lab.settings.rows)
    tried = score(list(dict.fromkeys(seeds)))
    wording = settled(lab)
    lab.note("opro.run", wording=wording.value)
    bests, repetitive, temperature = [max(scored.value for scored in tried)], [False], lab.settings.temperature
    for _ in lab.rounds(params.steps):
        top = ascending(tried)[-params.shown :]
        examples = draw_outside(lab, top[-1], params.examples)
        meta = OproMetaPrompt(lab.task, tuple(top), examples, compact=wording is Wording.COMPACT)
        meta = meta.fitting(lab)
        proposals = lab.propose(meta.question(temperature, params.longest), params.proposals)
        new = [scored for scored in score(list(proposals)) if scored not in tried]
        tried += new
        bests.append(max(scored.value for scored in tried))
        _note(lab, meta, new, bests[-1], temperature)
        if lab.settings.stop_early and on_plateau(bests, params.steps):
            return
        repetitive.append(2 * proposals.repeats > params.proposals)
        if lab.settings.raise_temperature and all(repetitive[-2:]):
            temperature, repetitive = raised(temperature), [False]


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every proposal is asked for twice, is new, and is scored."""
    rows = scored_rows(search, train=train, validation=validation)
    return seeds * rows + params.steps * params.proposals * (2 + rows)


def ascending(tried: Sequence[Scored]) -> list[Scored]:
    """The worst first, as the paper shows them; of equals the newer one later."""
    return sorted(tried, key=lambda scored: scored.standing)


def _note(lab: Lab, meta: OproMetaPrompt, new: Sequence[Scored], best: float, temperature: float) -> None:
    """The step in OPRO's own terms."""
    lab.note(
        "opro.step",
        shown=[scored.candidate.id for scored in meta.tried],
        examples=[str(example.row) for example in meta.examples],
        proposals=[scored.candidate.id for scored in new],
        best=best,
        temperature=temperature,
    )
