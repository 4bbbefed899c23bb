"""ProTeGi: criticisms of a prompt's errors serve as gradients, in a beam search with bandits.

R. Pryzant, D. Iter, J. Li, Y. T. Lee, C. Zhu, M. Zeng: Automatic Prompt Optimization with “Gradient Descent” and Beam
Search. EMNLP 2023, arXiv 2305.03495.

    B = {p0}                                             the beam
    for t in 1 … T:
        for p in B:                                      expand
            e   = errors of p on a minibatch of training rows
            for each of m groups of errors:
                g  = the optimizer's criticism of p by that group                    the gradient, in words
                p' = p mended by g                                                   the step against it
            p'' = paraphrases of every p' and of p                                   Monte Carlo samples around them
            some of all p' and p'', at random, are p's successors
        S = Select(all successors, b)                    bandit: UCB, successive rejects or successive halving
        B = the best b of S and B
    the final choice among everything scored in full is the lab's

What differs: training rows are answered in blocks of 16 in one order, so a bandit's pull is the next block of an arm,
not a fresh sample. The selected prompts are scored on all search rows, so minibatches cost nothing, and a parent
competes with its full score, outside of the bandit. One reply gives one criticism: lists cannot be held to a form. Of
graded answers those at or below the prompt's own mean count as errors. UCB-E is left out. Each prompt of the beam has
a minibatch of its own, where the paper draws one a step, and UCB's t counts pulls, not rounds. What GPO's paper calls
APO (its Table 4) is a setting of GPO's own loop, without beam and bandit.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from core.domain.candidate import Candidate, Draft
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import PartialScorecard, Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.lab.scorer import BLOCK
from core.methods.base import Preset, param
from core.methods.protegi.bandits import BanditContest, Selection
from core.methods.protegi.prompts import Errors, Failure, rewording
from core.methods.shared.examples import rows_of, scored_rows
from core.methods.shared.stopping import on_plateau
from core.methods.shared.wording import Wording, settled

name = "protegi"
title = "ProTeGi"
summary = "Lets the optimizer criticize a prompt by its errors and mend it, and keeps the best few by a bandit."
paper = (
    "Pryzant et al.: Automatic Prompt Optimization with “Gradient Descent” and Beam Search. EMNLP 2023, "
    "arXiv 2305.03495"
)
caveats = "Lives on the optimizer’s criticism, and small models criticize poorly (arXiv 2412.09722)."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    steps: int = param(4, "Steps", about="How often the beam is expanded.", low=1, high=100)
    beam: int = param(2, "Beam", about="Prompts kept from step to step.", low=1, high=32)
    minibatch: int = param(48, "Minibatch", about="Scored rows in which errors are looked for.", low=1)
    gradients: int = param(2, "Criticisms", about="Per prompt of the beam, each by its own errors.", low=1, high=32)
    errors: int = param(3, "Errors shown", about="Wrong answers per criticism.", low=1, high=20)
    paraphrases: int = param(1, "Paraphrases", about="Of every mended prompt and of its parent.", low=0, high=16)
    successors: int = param(4, "Successors", about="Drawn at random per prompt of the beam.", low=1, high=128)
    selection: Selection = param(Selection.REJECTS, "Selection", about="The bandit that chooses among successors.")
    blocks: int = param(2, "Blocks per successor", about="16 rows each, on average, for the bandit.", low=1, high=100)
    exploration: float = param(1.0, "Exploration", about="UCB's constant c.", low=0.0, high=10.0, advanced=True)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {
            "steps": 6,
            "beam": 4,
            "minibatch": 64,
            "gradients": 4,
            "errors": 4,
            "paraphrases": 2,
            "successors": 8,
            "selection": "ucb",
            "blocks": 4,
        },
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "rows": 256, "temperature": 0.7},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Search from the best of `seeds` on, as in the pseudo-code above."""
    score = partial(lab.score, on=lab.settings.split.as_split, rows=lab.settings.rows)
    few_words = settled(lab) is Wording.COMPACT
    step = BeamStep(lab, params, few_words)
    lab.note("protegi.run", wording="compact" if few_words else "full", selection=params.selection.value)
    beam = ranked(score(list(dict.fromkeys(seeds))))[: params.beam]
    bests = [beam[0].value]
    for _ in lab.rounds(params.steps):
        drafts = [draft for parent in beam for draft in step.expand(parent)]
        chosen = step.select(list(dict.fromkeys(lab.candidate(draft) for draft in drafts)), beam)
        rivals = {scored.candidate.id: scored for scored in (*beam, *score(chosen))}
        expanded, beam = beam, ranked(list(rivals.values()))[: params.beam]
        bests.append(beam[0].value)
        _note(lab, step, expanded, chosen, beam)
        if lab.settings.stop_early and on_plateau(bests, params.steps):
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every question is asked twice, and every successor is new and scored on all rows."""
    rows = scored_rows(search, train=train, validation=validation)
    asked = params.gradients * 2 + (params.gradients + 1) * params.paraphrases
    return seeds * rows + params.steps * params.beam * (2 * asked + params.successors * rows)


@dataclass(slots=True)
class BeamStep:
    """Expanding and selecting. `criticisms`: those of the current step."""

    lab: Lab
    params: Params
    few_words: bool
    criticisms: list[str] = field(default_factory=list)

    def expand(self, parent: Scored) -> list[Draft]:
        """The successors of one prompt: mended ones, and paraphrases of these and of the prompt itself."""
        failures = self._errors(parent)
        groups = [self._group(failures) for _ in range(self.params.gradients if failures else 0)]
        edits = [edited for group in groups for edited in self._mend(parent, group)]
        shown = tuple(dict.fromkeys(example for group in groups for example, _ in group))
        around = [parent.candidate.prompt, *edits] if self.params.paraphrases else []
        samples = [sample for prompt in around for sample in self._paraphrases(prompt, parent, shown)]
        parents = (parent.candidate.id,)
        drafts = {prompt: Draft(prompt, parents, "paraphrase") for prompt in samples}
        drafts |= {prompt: Draft(prompt, parents, "edit") for prompt in edits}
        drafts.pop(parent.candidate.prompt, None)
        return self.lab.rng.sample(list(drafts.values()), min(len(drafts), self.params.successors))

    def select(self, arms: Sequence[Candidate], beam: Sequence[Scored]) -> list[Candidate]:
        """The best successors by the bandit, as many as the beam holds; the others are set aside."""
        old = {scored.candidate.id for scored in beam}
        new = [arm for arm in arms if arm.id not in old]
        sampled: dict[str, PartialScorecard] = {}

        def pull(arm: int, blocks: int) -> float:
            rows, of = blocks * BLOCK, self.lab.settings.rows
            card = self.lab.sample([new[arm]], on=self.lab.settings.split.as_split, rows=rows, of=of)[0]
            sampled[new[arm].id] = card
            return sum(verdict.score for verdict in card.verdicts) / len(card.verdicts)

        depth = math.ceil(rows_of(self.lab) / BLOCK)
        contest = BanditContest(len(new), self.params.beam, self.params.blocks * len(new), depth, pull)
        winners = [new[arm] for arm in contest.winners(self.params.selection, self.params.exploration)]
        for arm in new:
            if arm not in winners and arm.id in sampled:
                self.lab.set_aside(arm, sampled[arm.id])
        return winners

    def _errors(self, parent: Scored) -> list[Failure]:
        """The wrong answers in a random minibatch of the rows that the prompt was scored on."""
        verdicts = parent.card.verdicts
        rows = {verdict.row for verdict in self.lab.rng.sample(verdicts, min(len(verdicts), self.params.minibatch))}
        mean = sum(verdict.score for verdict in verdicts) / len(verdicts)
        return [(e, verdict) for e, verdict in self.lab.failures(parent) if e.row in rows and verdict.score <= mean]

    def _group(self, failures: list[Failure]) -> tuple[Failure, ...]:
        return tuple(self.lab.rng.sample(failures, min(len(failures), self.params.errors)))

    def _mend(self, parent: Scored, group: tuple[Failure, ...]) -> list[Prompt]:
        errors = Errors(self.lab.task, parent, group, self.few_words).fitting(self.lab, self._most_tokens(parent))
        weakness = self.lab.remark(self._sampled(errors.criticizing(), parent))
        self.criticisms += [weakness] if weakness else []
        return self._asked(errors.mending(weakness), 1, parent) if weakness else []

    def _paraphrases(self, prompt: Prompt, parent: Scored, shown: tuple[Example, ...]) -> list[Prompt]:
        question = rewording(prompt, parent.candidate.id, shown, few_words=self.few_words)
        return self._asked(question, self.params.paraphrases, parent)

    def _asked(self, question: Question, n: int, parent: Scored) -> list[Prompt]:
        return [draft.prompt for draft in self.lab.propose(self._sampled(question, parent), n)]

    def _sampled(self, question: Question, parent: Scored) -> Question:
        return replace(question, max_tokens=self._most_tokens(parent))

    def _most_tokens(self, parent: Scored) -> int:
        return self.lab.reply_tokens(parent.candidate.prompt.words)


def _note(
    lab: Lab, step: BeamStep, expanded: Sequence[Scored], chosen: Sequence[Candidate], beam: Sequence[Scored]
) -> None:
    """The step in ProTeGi's own terms."""
    criticisms, step.criticisms = step.criticisms, []
    lab.note(
        "protegi.step",
        expanded=[scored.candidate.id for scored in expanded],
        criticisms=criticisms,
        selected=[candidate.id for candidate in chosen],
        beam=[scored.candidate.id for scored in beam],
    )
