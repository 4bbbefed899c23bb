"""EvoPrompt: a genetic algorithm or differential evolution whose operators are questions to a model.

Q. Guo, R. Wang, J. Guo, B. Li, K. Song, X. Tan, G. Liu, J. Bian, Y. Yang: Connecting Large Language Models with
Evolutionary Algorithms Yields Powerful Prompt Optimizers. ICLR 2024, arXiv 2309.08532; numbers from the authors' code.

    P = N prompts: the person's, filled up with paraphrases of them
    GA, for t in 1 … T:
        wheel = N draws from P, in proportion to the scores
        N times: child = the model crosses two of the wheel and mutates what comes out
        P = the best N of P and the children
    DE, for t in 1 … T:
        for each p in P: a, b = two others of P at random; c = the best prompt so far
            child = the model mutates what tells a from b, combines it with c, and crosses that with p
            p = the better of p and the child
    the final choice among everything scored is the lab's             (the paper takes the best on the development set)

What differs: the start is the person's prompts and paraphrases, where the paper has manual prompts of several sources;
a reply that cannot be used leaves the parent in place; prompts that were met before are not scored again.
Ours, in `hardened`: ready wordings (`core.operators.bank`) fill the start up, so that a model that writes badly still
has good parents; one step is asked at a time where few words suit the model; what cannot win is not scored to its
end; the search may stop on a plateau.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.domain.candidate import Draft
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, ParamValue, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings, Wording
from core.lab.final import ranked
from core.lab.lab import Lab, Proposal
from core.lab.proposing.question import Question
from core.methods.base import Preset, param
from core.methods.evoprompt import prompts
from core.methods.shared.examples import scored_rows
from core.methods.shared.rewording import paraphrase
from core.methods.shared.stopping import on_plateau
from core.methods.shared.wording import settled
from core.operators import bank

name = "evoprompt"
title = "EvoPrompt"
summary = (
    "Breeds a population of prompts, by a genetic algorithm or differential evolution; a model crosses and mutates."
)
paper = (
    "Guo et al.: Connecting Large Language Models with Evolutionary Algorithms Yields Powerful Prompt Optimizers. "
    "ICLR 2024, arXiv 2309.08532"
)
caveats = "It never looks at the answers, only at scores; a small model's crossovers tend to repeat a parent."


class Algorithm(StrEnum):
    """Which evolution."""

    GENETIC = "genetic"
    DIFFERENTIAL = "differential"


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    algorithm: Algorithm = param(Algorithm.GENETIC, "Evolution", about="Genetic algorithm or differential evolution.")
    steps: int = param(5, "Steps", about="Generations.", low=1, high=500)
    population: int = param(6, "Population", about="Prompts in each of them.", low=2, high=64)
    ready: bool = param(True, "Ready wordings", about="Fill the start up with them before paraphrases are asked for.")


_AS_PUBLISHED: dict[str, ParamValue] = {"steps": 10, "population": 10, "ready": False}
_SEARCH: dict[str, ParamValue] = {**PLAIN, "split": "validation", "rows": 200, "temperature": 0.5}

PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset("As in the paper (GA)", _AS_PUBLISHED, FinalRule.SEARCH_SCORE, Racing.EXACT, _SEARCH),
    "faithful_de": Preset(
        "As in the paper (DE)",
        {**_AS_PUBLISHED, "algorithm": "differential"},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        _SEARCH,
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Evolve a population from `seeds`, as in the pseudo-code above."""
    breeder = _Breeder(lab, params, settled(lab) is Wording.COMPACT)
    own = breeder.scored(list(dict.fromkeys(seeds)))
    population = _best(params, [*own, *breeder.raced(breeder.start(own), own)])
    bests = [population[0].value]
    for _ in lab.rounds(params.steps):
        before = population
        match params.algorithm:
            case Algorithm.GENETIC:
                population = _genetic(breeder, population)
            case Algorithm.DIFFERENTIAL:
                population = _differential(breeder, population)
        _note(lab, before, population)
        bests.append(max(bests[-1], *(scored.value for scored in population)))
        if lab.settings.stop_early and on_plateau(bests, params.steps):
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Two questions for every prompt, each asked again once; every prompt is new, and scored."""
    rows = scored_rows(search, train=train, validation=validation)
    return seeds * rows + params.population * (params.steps + 1) * (4 + rows)


def _genetic(breeder: "_Breeder", population: Sequence[Scored]) -> list[Scored]:
    rng = breeder.lab.rng
    scores = [scored.value for scored in population]
    wheel = rng.choices(population, weights=scores if any(scores) else None, k=len(population))
    drafts = [draft for _ in wheel for draft in breeder.crossed(*rng.sample(wheel, min(2, len(wheel))))]
    children = breeder.raced(drafts, population)
    return _best(breeder.params, [*population, *children])


def _differential(breeder: "_Breeder", population: Sequence[Scored]) -> list[Scored]:
    rng, best = breeder.lab.rng, ranked(population)[0]
    evolved: list[Scored] = []
    for place, basic in enumerate(population):
        others = [scored for other, scored in enumerate(population) if other != place] or [basic]
        one, other = (rng.sample(others, 2) if len(others) > 1 else (others * 2))[:2]
        children = breeder.raced(breeder.differed(basic, one, other, best), [basic])
        evolved.append(max([basic, *children], key=lambda scored: scored.standing))
        best = max(best, evolved[-1], key=lambda scored: scored.standing)
    return evolved


def _best(params: Params, pool: Sequence[Scored]) -> list[Scored]:
    by_id = {scored.candidate.id: scored for scored in pool}
    return ranked(list(by_id.values()))[: params.population]


@dataclass(frozen=True, slots=True)
class _Breeder:
    """Makes prompts out of prompts, and scores them."""

    lab: Lab
    params: Params
    in_few_words: bool

    @property
    def on(self) -> Split:
        """The split that the search scores on."""
        return self.lab.settings.split.as_split

    def scored(self, proposals: Sequence[Proposal]) -> list[Scored]:
        """Judged on all rows of the search."""
        return self.lab.score(proposals, on=self.on, rows=self.lab.settings.rows)

    def raced(self, drafts: Sequence[Draft], against: Sequence[Scored]) -> list[Scored]:
        """Those of the drafts that may be among the best of all, scored to the end."""
        rivals = [scored.candidate for scored in against]
        raced = self.lab.race([*rivals, *drafts], places=len(rivals), on=self.on, rows=self.lab.settings.rows)
        return [scored for scored in raced if scored.candidate not in rivals]

    def start(self, own: Sequence[Scored]) -> list[Draft]:
        """What fills the population up beside the person's own prompts."""
        first = own[0].candidate
        wanted = self.params.population - len(own)
        rows = self.lab.rows(Split.TRAIN)
        ready = bank.wordings(self.lab.task, first.prompt, rows, parents=[first.id]) if self.params.ready else ()
        drafts = list(ready[: max(0, wanted)])
        for number in range(wanted - len(drafts)):
            parent = own[number % len(own)].candidate
            wording = Wording.COMPACT if self.in_few_words else Wording.FULL
            asked = paraphrase(self.lab.task, parent.prompt, wording)
            drafts += self._proposed(asked, (parent.id,))
        return drafts

    def crossed(self, one: Scored, other: Scored | None = None) -> list[Draft]:
        """A mutated child of two prompts; of one, if there is only one."""
        parents = [each.candidate for each in (one, other) if each is not None]
        texts = list(dict.fromkeys(parent.prompt.text for parent in parents))
        ids = tuple(dict.fromkeys(parent.id for parent in parents))
        first, last = parents[0].prompt, parents[-1].prompt
        if not self.in_few_words:
            return self._proposed(prompts.crossing(self.lab.task, first, last), ids)
        merged = self._proposed(prompts.merging(first, last, "cross"), ids) if len(texts) > 1 else []
        middle = merged[0].prompt if merged else first
        return self._proposed(prompts.rephrasing(middle, "cross"), ids) or merged

    def differed(self, basic: Scored, one: Scored, other: Scored, best: Scored) -> list[Draft]:
        """`basic` after a differential step."""
        shown = [each.candidate.prompt for each in (basic, one, other, best)]
        ids = tuple(dict.fromkeys(each.candidate.id for each in (basic, one, other, best)))
        if not self.in_few_words:
            return self._proposed(prompts.differing(self.lab.task, *shown), ids)
        mutated = self._proposed(prompts.rephrasing(shown[1], "differ"), ids)
        donor = mutated[0].prompt if mutated else shown[1]
        return self._proposed(prompts.merging(shown[3], donor, "differ"), ids) or mutated

    def _proposed(self, question: Question, parents: tuple[str, ...]) -> list[Draft]:
        return list(self.lab.propose(replace(question, parents=parents), 1))


def _note(lab: Lab, before: Sequence[Scored], population: Sequence[Scored]) -> None:
    """The generation in EvoPrompt's own terms."""
    had = {scored.candidate.id for scored in before}
    ids = [scored.candidate.id for scored in population]
    lab.note("evoprompt.step", population=ids, new=[id_ for id_ in ids if id_ not in had])
