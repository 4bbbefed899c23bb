"""CAPO: an evolution of instructions with worked examples, raced, with a price on length.

T. Zehle, M. Schlager, T. Heiß, M. Feurer: CAPO: Cost-Aware Prompt Optimization. AutoML 2025, arXiv 2504.16005.

    P = seeds and instructions that the optimizer writes, each of these with 0 … k random demonstrations from the
        training rows
    for t in 1 … T:
        offspring = c times, from two random parents of P:
            instruction    = the optimizer crosses theirs
            demonstrations = as many as theirs on average, drawn from the union of theirs
        every offspring is mutated:
            instruction    = the optimizer writes it anew
            demonstrations = one more, one less, or the same, a third each; shuffled
        P = race(P + offspring) for |P| places, ranked by score - penalty * length / longest length at the start
    the final choice among everything scored is the lab's

What differs: the race is the lab's (`core.lab.race`: anytime-valid and paired, blocks of 16 rows, the most promising
prompt first), where the paper's drops by a paired t-test at 0.2 on blocks of 30. A demonstration shows the accepted
answer; the paper lets the model write its reasoning where it finds the answer. Length is counted in words. The
start is written from solved training rows, where the paper's is from a description of the task. The final choice is by
score alone. The mutation of demonstrations is the authors' code with the branch that it never reaches mended: there a
demonstration is never added.
Ours: no row is asked with itself as a demonstration; a person may ask for the instruction or the
demonstrations alone; the person's own prompts are always scored in full; the search may stop on a plateau.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.domain.candidate import Draft
from core.domain.example import Example, Split
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import FinalRule
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings, SearchSplit
from core.errors import RunError
from core.lab.lab import Lab, Penalty
from core.lab.scorer import BLOCK
from core.lab.soft import SOFT_BLOCK
from core.methods.base import Preset, param
from core.methods.capo.prompts import CapoVariation, FromExamples
from core.methods.shared.shown import shown_rows
from core.methods.shared.stopping import on_plateau
from core.methods.shared.wording import Wording, settled
from core.said import Said

name = "capo"
title = "CAPO-style"
summary = "Crosses and mutates instructions together with worked examples, races them, and puts a price on length."
paper = "Zehle et al.: CAPO: Cost-Aware Prompt Optimization. AutoML 2025, arXiv 2504.16005"
caveats = "Worked examples make every question longer, and may give your rows away."


_SOLVED_SHOWN = 3
"""Training rows in a question for an instruction."""


class OptimizedPart(StrEnum):
    """What is optimized."""

    BOTH = "both"
    INSTRUCTION = "instruction"
    DEMONSTRATIONS = "demonstrations"


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    target: OptimizedPart = param(
        OptimizedPart.BOTH, "Optimize", about="The instruction, the worked examples in it, or both."
    )
    steps: int = param(6, "Steps", about="Generations.", low=1, high=500)
    population: int = param(6, "Population", about="Prompts that survive a step.", low=2, high=64)
    crossovers: int = param(4, "Offspring per step", about="New prompts in each step.", low=1, high=64)
    most_shots: int = param(3, "Most demonstrations", about="Worked examples in a prompt.", low=1, high=20)
    penalty: float = param(0.05, "Price of length", about="Of the longest prompt of the start.", low=0.0, high=1.0)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {
            "steps": 20,
            "population": 10,
            "crossovers": 4,
            "most_shots": 5,
        },
        FinalRule.SEARCH_SCORE,
        search={**PLAIN, "split": "validation", "rows": 0},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Evolve a population from `seeds`, as in the pseudo-code above."""
    rows = search_rows(lab, params)
    own = lab.score(list(dict.fromkeys(seeds)), on=lab.settings.split.as_split, rows=rows)
    breeder = _Breeder(lab, params, _shown_rows(lab, params, rows), settled(lab) is Wording.COMPACT)
    start = [scored.candidate for scored in own] + breeder.start(own)
    longest = max(1, *(item.prompt.length for item in start))

    def price(prompt: Prompt) -> float:
        return params.penalty * prompt.length / longest

    def survivors(drafts: Sequence[Draft], population: Sequence[Scored]) -> list[Scored]:
        raced = lab.race(
            [*(scored.candidate for scored in population), *drafts],
            places=params.population,
            penalty=price,
            on=lab.settings.split.as_split,
            rows=rows,
        )
        return sorted(
            raced, key=lambda scored: (price(scored.candidate.prompt) - scored.value, bool(scored.card.collapsed))
        )[: params.population]

    population = survivors([item for item in start if isinstance(item, Draft)], own)
    bests = [max(scored.value for scored in population)]
    for _ in lab.rounds(params.steps):
        offspring = [breeder.child(population) for _ in range(params.crossovers)]
        population = survivors(offspring, population)
        _note(lab, offspring, population, price)
        bests.append(max([bests[-1], *(scored.value for scored in population)]))
        if lab.settings.stop_early and on_plateau(bests, params.steps):
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """All but the seeds are asked for twice each time; every prompt is new, and scored."""
    available = train if search.split is SearchSplit.TRAIN else validation
    rows = min(available, math.ceil(_scored_on(params, search, available) / BLOCK) * BLOCK)
    return seeds * rows + params.population * (2 + rows) + params.steps * params.crossovers * (4 + rows)


def search_rows(lab: Lab, params: Params) -> int:
    """Rows to score on: as wished, but where demonstrations need training rows too, half of these at most."""
    return _scored_on(params, lab.settings, len(lab.rows(lab.settings.split.as_split)))


def _scored_on(params: Params, search: SearchSettings, available: int) -> int:
    wished = search.rows or available
    if params.target is OptimizedPart.INSTRUCTION or search.split is not SearchSplit.TRAIN:
        return wished
    return min(wished, max(BLOCK, available // 2 // BLOCK * BLOCK))


def _shown_rows(lab: Lab, params: Params, rows: int) -> tuple[Example, ...]:
    """The training rows that may be shown as demonstrations."""
    train = lab.rows(Split.TRAIN)
    left = shown_rows(lab, lab.settings.split.as_split, math.ceil(rows / BLOCK) * BLOCK)
    if not left and params.target is not OptimizedPart.INSTRUCTION:
        raise RunError(
            Said(
                "No training row is left to show as a worked example: the search scores on all {train}.",
                train=len(train),
            ),
            hint=Said(
                "Give the task more than {block} training rows, or optimize the instruction alone.", block=SOFT_BLOCK
            ),
        )
    return left or train


@dataclass(frozen=True, slots=True)
class _Breeder:
    """Makes prompts out of prompts; `rows` may become demonstrations."""

    lab: Lab
    params: Params
    rows: tuple[Example, ...]
    in_few_words: bool

    def start(self, own: Sequence[Scored]) -> list[Draft]:
        """What fills the population up beside the person's own prompts."""
        parents = [own[number % len(own)] for number in range(self.params.population - len(own))]
        return [
            self._draft(self._shuffled(self._written(one), one.candidate.prompt), (one,), "start") for one in parents
        ]

    def child(self, population: Sequence[Scored]) -> Draft:
        """One offspring of two random parents (of one, if there is only one), mutated."""
        parents = self.lab.rng.sample(population, min(2, len(population)))
        return self._draft(self._mutated(self._crossed([one.candidate.prompt for one in parents])), parents, "cross")

    def _crossed(self, parents: Sequence[Prompt]) -> Prompt:
        first = parents[0]
        distinct = tuple({parent.text: parent for parent in parents}.values())
        question = CapoVariation(self.lab.task, distinct, self.in_few_words)
        crossed = self._asked(question) if len(distinct) > 1 else first
        union = list(dict.fromkeys(one for parent in parents for one in parent.demonstrations))
        mean = sum(len(parent.demonstrations) for parent in parents) // len(parents)
        return self._with(crossed, self.lab.rng.sample(union, min(mean, len(union))))

    def _mutated(self, prompt: Prompt) -> Prompt:
        written = self._asked(CapoVariation(self.lab.task, (prompt,), self.in_few_words))
        return self._with(written, self._one_more_or_less(prompt.demonstrations))

    def _one_more_or_less(self, had: Sequence[Demonstration]) -> list[Demonstration]:
        """One demonstration more, one less, or the same, equally likely, as far as that can be; in another order."""
        rng, shown = self.lab.rng, {one.input for one in had}
        move, kept = rng.choice(("add", "remove", "keep")), list(had)
        fresh = [row for row in self.rows if row.input not in shown]
        if move == "add" and len(kept) < self.params.most_shots and fresh:
            kept.append(_demonstration(rng.choice(fresh)))
        elif move == "remove" and kept:
            kept.remove(rng.choice(kept))
        return rng.sample(kept, len(kept))

    def _written(self, seed: Scored) -> Prompt:
        """An instruction from a few solved rows, with demonstrations."""
        shown = tuple(self.lab.rng.sample(self.rows, min(_SOLVED_SHOWN, len(self.rows))))
        prompt = seed.candidate.prompt
        question = FromExamples(self.lab.task, prompt, shown, self.in_few_words)
        return self._shuffled(self._asked(question), prompt)

    def _shuffled(self, written: Prompt, prompt: Prompt) -> Prompt:
        """At the start: with some of the demonstrations that `prompt` has, and new ones."""
        rng, had = self.lab.rng, prompt.demonstrations
        wanted = rng.randint(0, self.params.most_shots)
        kept = rng.sample(had, rng.randint(0, min(wanted, len(had))))
        shown = {one.input for one in kept}
        fresh = [row for row in self.rows if row.input not in shown]
        drawn = rng.sample(fresh, min(wanted - len(kept), len(fresh)))
        mixed = [*kept, *map(_demonstration, drawn)]
        rng.shuffle(mixed)
        return self._with(written, mixed)

    def _with(self, prompt: Prompt, demonstrations: Sequence[Demonstration]) -> Prompt:
        if self.params.target is OptimizedPart.INSTRUCTION:
            return prompt
        return replace(prompt, demonstrations=tuple(demonstrations))

    def _asked(self, asked: CapoVariation | FromExamples) -> Prompt:
        """A prompt in the optimizer's words; the one it was to replace where no reply can be used."""
        question = asked.question
        if self.params.target is OptimizedPart.DEMONSTRATIONS:
            return question.current
        return next((draft.prompt for draft in self.lab.propose(question, 1)), question.current)

    def _draft(self, prompt: Prompt, parents: Sequence[Scored], operator: str) -> Draft:
        return Draft(prompt, tuple(dict.fromkeys(one.candidate.id for one in parents)), operator)


def _demonstration(row: Example) -> Demonstration:
    return Demonstration(row.input, row.answer, row.variables)


def _note(lab: Lab, offspring: Sequence[Draft], population: Sequence[Scored], price: Penalty) -> None:
    """The step in CAPO's own terms."""
    lab.note(
        "capo.step",
        offspring=[lab.candidate(draft).id for draft in offspring],
        population=[scored.candidate.id for scored in population],
        shots=[str(len(scored.candidate.prompt.demonstrations)) for scored in population],
        price=[f"{price(scored.candidate.prompt):.3f}" for scored in population],
    )
