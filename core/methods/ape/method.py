"""APE: guess the instruction behind solved examples, many times, and keep what scores best.

Y. Zhou, A. I. Muresanu, Z. Han, K. Paster, S. Pitis, H. Chan, J. Ba: Large Language Models Are Human-Level Prompt
Engineers. ICLR 2023, arXiv 2211.01910.

    U = replies to "which instruction leads from these inputs to these answers?"   for D draws of K examples
    for t in 1 … T:                                             (T = 1: APE; T > 1: iterative APE)
        while U has more than k prompts and rows are left:      adaptive filtering
            score U on one more subset of rows; drop the worst part of it by the mean so far
        best = the k best by the score on all rows, of those that are left and of the earlier best
        U    = replies to "say this in other words"             for each of the best: Monte Carlo resampling
    the final choice among everything scored is the lab's

What differs from the paper: forward generation only, so neither infilling models nor its prompts for single data sets;
the score is the task's metric, never the log-likelihood; the subsets are consecutive rows in the order of evaluation,
a fair sample at every length, so that prompts are compared on equal rows; which share is dropped is our choice, and a
prompt that is dropped has no score; the person's own prompt, which the paper does not have, competes and is never
dropped. The numbers of the preset `faithful` are those of the authors' code for their instruction-induction tasks, but
for its limit of 50 tokens, which our tags would not fit into.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.candidate import Candidate
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.lab.scorer import BLOCK
from core.methods.ape.prompts import instruction
from core.methods.base import Preset, param
from core.methods.shared.examples import draw_outside, rows_of, scored_rows, shrinking
from core.methods.shared.rewording import paraphrase
from core.methods.shared.wording import Wording, settled

name = "ape"
title = "APE"
summary = (
    "Shows solved examples and lets the optimizer guess the instruction, many times; keeps the best guesses and, in "
    "further rounds, says them in other words. It does not build on your prompt."
)
paper = "Zhou et al.: Large Language Models Are Human-Level Prompt Engineers. ICLR 2023, arXiv 2211.01910"
caveats = "What your prompt says and the examples do not show is lost."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    rounds: int = param(3, "Rounds", about="1: guess and choose; more: resample the best.", low=1, high=50)
    draws: int = param(4, "Draws of examples", about="Each is one question to the optimizer.", low=1, high=50)
    proposals: int = param(4, "Proposals per draw", about="Guesses asked for per draw.", low=1, high=100)
    examples: int = param(5, "Examples shown", about="Solved training rows per draw.", low=1, high=20)
    kept: int = param(4, "Prompts kept", about="Scored on all rows, and resampled.", low=1, high=50)
    share: float = param(0.5, "Share kept", about="Of prompts, after each subset.", low=0.05, high=0.95, advanced=True)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {"rounds": 1, "draws": 3, "proposals": 30},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "rows": 32, "temperature": 0.9, "top_p": 0.9, "max_tokens": 256},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Guess, filter and resample, as in the pseudo-code above."""
    best = ranked(lab.score(list(dict.fromkeys(seeds)), on=lab.settings.split.as_split, rows=lab.settings.rows))
    source = CandidateSource(lab, params, best[0], settled(lab))
    for t in lab.rounds(params.rounds):
        pool = source.guessed() if t == 1 else source.resampled(best[: params.kept])
        left = sift(lab, pool, params)
        before = best[0]
        best = ranked([*best, *lab.score(left, on=lab.settings.split.as_split, rows=lab.settings.rows)])
        best = list(dict.fromkeys(best))
        lab.note("ape.round", pool=[c.id for c in pool], left=[c.id for c in left], best=best[0].candidate.id)
        if lab.settings.stop_early and (best[0].value >= 1.0 or (t > 1 and best[0].value <= before.value)):
            return


def sift(lab: Lab, pool: Sequence[Candidate], params: Params) -> list[Candidate]:
    """Adaptive filtering (section 3.2): what is left of the pool, best first, before it is scored on all rows."""
    left = list(pool)
    for rows, n in subsets(len(pool), rows_of(lab), params):
        looks = lab.partial_scores(left, on=lab.settings.split.as_split, rows=rows)
        order = sorted(range(len(left)), key=lambda i: -looks[i])
        left = [left[i] for i in order[:n]]
    return left


def subsets(prompts: int, rows: int, params: Params) -> list[tuple[int, int]]:
    """The steps of the filter: how many leading rows have been answered, and how many prompts are left then."""
    steps = []
    for seen in range(BLOCK, rows, BLOCK):
        if prompts <= params.kept:
            break
        prompts = max(params.kept, math.ceil(params.share * prompts))
        steps.append((seen, prompts))
    return steps


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every prompt is asked for twice and is new; the filter answers fewer rows with fewer prompts."""
    rows = scored_rows(search, train=train, validation=validation)
    calls = seeds * rows
    for t in range(1, params.rounds + 1):
        left = params.draws * params.proposals if t == 1 else params.kept * _each(params)
        calls += 2 * left
        seen = 0
        for upto, n in subsets(left, rows, params):
            calls += left * (upto - seen)
            left, seen = n, upto
        calls += left * (rows - seen)
    return calls


def _each(params: Params) -> int:
    """Resampled prompts per kept one: as many in all as were guessed, if it divides."""
    return max(1, params.draws * params.proposals // params.kept)


@dataclass(frozen=True, slots=True)
class CandidateSource:
    """Where new prompts come from in one run."""

    lab: Lab
    params: Params
    start: Scored
    wording: Wording

    def guessed(self) -> list[Candidate]:
        """Forward generation (section 3.1), each draw of examples a question of its own."""
        found = []
        for _ in range(self.params.draws):
            shown = draw_outside(self.lab, self.start, self.params.examples)
            prompt = self.start.candidate.prompt
            questions = [instruction(self.lab.task, prompt, some, self.wording) for some in shrinking(shown)]
            fits = (each for each in questions if self.lab.room(each.text, self.lab.reply_tokens(each.longest)) >= 0)
            found += self._asked(next(fits, questions[-1]), self.params.proposals, self.start.candidate)
        return list(dict.fromkeys(found))

    def resampled(self, best: Sequence[Scored]) -> list[Candidate]:
        """Monte Carlo resampling around the best (section 3.3)."""
        found = []
        for scored in best:
            question = paraphrase(self.lab.task, scored.candidate.prompt, self.wording)
            found += self._asked(question, _each(self.params), scored.candidate)
        return list(dict.fromkeys(found))

    def _asked(self, question: Question, n: int, origin: Candidate) -> list[Candidate]:
        asked = replace(question, parents=(origin.id,))
        return [self.lab.candidate(draft) for draft in self.lab.propose(asked, n)]
