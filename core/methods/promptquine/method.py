"""PromptQuine: words of a prompt with worked examples are pruned, by evolution or one after the other.

J. Wang, Z. Hu, L. Bing: Evolving Prompts In-Context: An Open-ended, Self-replicating Perspective. ICML 2025,
arXiv 2506.17930; numbers from the authors' code.

    x = p0 with worked examples drawn from the training rows, `shots` for each label
    evolution (PromptQuine):
        P = n copies of x, each without every word with probability q, q drawn from 0.05 … 0.2
        for t in 1 … T:
            C = c times: the best of a tournament among a fifth of P, without 1 to 4 more of its words
            P = the best n of the last c that were made                              (regularized: the old ones die)
            stop when the words left are `fewest` on average
    one by one (TAPruning):
        repeat: for every word of x from left to right: leave it out if score(x without) ≥ threshold · best score so far
        until nothing more is left out
    the final choice among everything scored is the lab's                            (the paper re-ranks the best tenth)

What differs: words are pruned, not tokens of the model (a GGUF's tokens cannot be put back together as text in
general); answers of worked examples are never pruned, as the code's list of forbidden tokens has it, and an example
keeps one word; a worked example is a turn of its own; offspring of a generation are scored together (the code's GGA).
Placeholders and locked spans are never pruned.
Ours, in `hardened`: small populations; several sets of worked examples compete to be x; the best prompts survive their
offspring (elitist); what cannot win is not scored to its end.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.domain.candidate import Draft
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, ParamValue, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.final import ranked
from core.lab.lab import Lab
from core.methods.base import Preset, param
from core.methods.shared.shown import rows_apart, rows_of, searched_rows
from core.operators import demonstrations
from core.operators.pruning import Tokens

name = "promptquine"
asks_writer = False
title = "PromptQuine"
summary = "Draws worked examples and prunes words, of the prompt and of the examples; it needs no optimizer model."
paper = (
    "Wang et al.: Evolving Prompts In-Context: An Open-ended, Self-replicating Perspective. ICML 2025, arXiv 2506.17930"
)
caveats = "What it finds may read like gibberish, and may give your rows away."

_RATIOS = tuple(0.05 + 0.15 * step / 9 for step in range(10))
"""Shares of the words that a first copy loses."""
_MOST_PRUNED = 4
_TOURNAMENT = 0.2
_MOST_LABELS = 24
"""So many different answers at most are labels, of which each is shown."""


class PruningSearch(StrEnum):
    """How words are chosen."""

    EVOLUTION = "evolution"
    ONE_BY_ONE = "one_by_one"


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    search: PruningSearch = param(
        PruningSearch.EVOLUTION, "Search", about="Prune by evolution, or one word after the other."
    )
    prompts: int = param(64, "Prompts", about="Pruned prompts that are tried at most.", low=1, high=100_000)
    population: int = param(6, "Population", about="Prompts that go on to the next generation.", low=1, high=200)
    offspring: int = param(8, "Offspring per step", about="New prompts in each generation.", low=1, high=500)
    elitist: bool = param(True, "Keep the best", about="Parents compete with their offspring.")
    shots: int = param(2, "Demonstrations per label", about="Worked examples of each label.", low=1, high=16)
    sets: int = param(4, "Sets of examples", about="Sets that compete to be pruned.", low=1, high=64)
    fewest: int = param(15, "Fewest words", about="Evolution ends when prompts are as short.", low=1, high=1000)
    threshold: float = param(0.96, "Threshold", about="Share of the best score to keep, one by one.", low=0.0, high=1.0)


_AS_PUBLISHED: dict[str, ParamValue] = {
    "prompts": 10_000,
    "population": 30,
    "offspring": 50,
    "elitist": False,
    "shots": 1,
    "sets": 1,
}
_ON_ALL_ROWS: dict[str, ParamValue] = {**PLAIN, "split": "validation", "rows": 0}

PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset("As in the paper", _AS_PUBLISHED, FinalRule.SEARCH_SCORE, Racing.EXACT, _ON_ALL_ROWS),
    "tapruning": Preset(
        "TAPruning, as in the paper",
        {**_AS_PUBLISHED, "search": "one_by_one"},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        _ON_ALL_ROWS,
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Prune the best of `seeds` with worked examples, as in the pseudo-code above."""
    on, rows = lab.settings.split.as_split, rows_of(lab)
    own = ranked(lab.score(list(dict.fromkeys(seeds)), on=on, rows=rows))[0]
    start = ranked(lab.score([own.candidate, *_with_examples(lab, own, params, rows)], on=on, rows=rows))[0]
    pruner = _Pruner(lab, params, Tokens.of(start.candidate.prompt), start, rows)
    match params.search:
        case PruningSearch.EVOLUTION:
            pruner.evolve()
        case PruningSearch.ONE_BY_ONE:
            pruner.one_by_one()


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Nothing is asked; every prompt is new, and scored."""
    rows = searched_rows(search, train=train, validation=validation)
    return (seeds + params.sets + params.prompts) * rows


def _with_examples(lab: Lab, own: Scored, params: Params, rows: int) -> Iterator[Draft]:
    """The person's prompt with sets of worked examples, `shots` for each label; none where no row may be shown."""
    pool = rows_apart(lab, lab.settings.split.as_split, rows)
    if not pool:
        return
    labels = len(lab.task.contract.labels) or len({row.answer for row in pool})
    size = params.shots * (labels if labels <= _MOST_LABELS else 1)
    for number in range(params.sets):
        drawn = demonstrations.draw(demonstrations.showable(pool), size, lab.rng, last=number)
        fitting = replace(own.candidate.prompt, demonstrations=drawn)
        shrunk = demonstrations.shrunk(
            fitting, lambda prompt: demonstrations.cost(lab.task, prompt) <= demonstrations.MOST_TOKENS
        )
        yield Draft(shrunk, (own.candidate.id,), demonstrations.OPERATOR)


@dataclass(frozen=True, slots=True)
class Pruned:
    """A prompt of the population: which words it lacks, and its score."""

    gone: frozenset[int]
    scored: Scored


@dataclass(slots=True)
class _Pruner:
    """Prunes the words of one prompt. `left` of the prompts that may be tried shrinks."""

    lab: Lab
    params: Params
    tokens: Tokens
    start: Scored
    rows: int
    tried: set[Prompt] = field(default_factory=set)

    def evolve(self) -> None:
        """PromptQuine: a population of masks."""
        population = self._scored([self._copy() for _ in range(self.params.population)], self.start)
        population = population or [Pruned(frozenset(), self.start)]
        for _ in self.lab.rounds(math.ceil(self.params.prompts / self.params.offspring)):
            if self._words(population) <= self.params.fewest or not self._left:
                return
            children = [self._child(population) for _ in range(self.params.offspring)]
            made = self._scored([child for child in children if child is not None], population[0].scored)
            pool = [*made, *population] if self.params.elitist or not made else made
            population = sorted(pool, key=lambda one: one.scored.standing, reverse=True)[: self.params.population]
            self._note(len(made), population)
            if not made and self.params.elitist:
                return

    def one_by_one(self) -> None:
        """TAPruning: every word is tried once in a pass, until a pass leaves all where they are."""
        current, mark = Pruned(frozenset(), self.start), self.start.value
        for _ in self.lab.rounds(max(1, len(self.tokens.places))):
            before = current
            for place in self.tokens.places:
                if place in current.gone or not self._left:
                    continue
                for pruned in self._scored([(current, current.gone | {place})], current.scored):
                    if pruned.scored.value >= self.params.threshold * mark:
                        current, mark = pruned, max(mark, pruned.scored.value)
            self._note(len(current.gone - before.gone), [current])
            if current is before or not self._left:
                return

    @property
    def _left(self) -> int:
        return self.params.prompts - len(self.tried)

    def _copy(self) -> tuple[Pruned, frozenset[int]]:
        """The start without some of its words."""
        ratio = self.lab.rng.choice(_RATIOS)
        gone = frozenset(place for place in self.tokens.places if self.lab.rng.random() < ratio)
        return Pruned(frozenset(), self.start), gone

    def _child(self, population: Sequence[Pruned]) -> tuple[Pruned, frozenset[int]] | None:
        """The winner of a tournament without 1 to 4 more words."""
        size = max(1, int(_TOURNAMENT * len(population)))
        parent = max(self.lab.rng.choices(population, k=size), key=lambda one: one.scored.standing)
        able = [place for place in self.tokens.places if place not in parent.gone]
        n = self.lab.rng.randint(1, _MOST_PRUNED)
        if n >= len(able):
            return None
        return parent, parent.gone | frozenset(self.lab.rng.sample(able, n))

    def _scored(self, made: Sequence[tuple[Pruned, frozenset[int]]], leader: Scored) -> list[Pruned]:
        """Those that are new and were scored to the end; as many as may still be tried."""
        drafts: dict[Draft, frozenset[int]] = {}
        for parent, gone in made:
            prompt = self.tokens.without(gone)
            if self._left and prompt not in self.tried and prompt != self.start.candidate.prompt:
                self.tried.add(prompt)
                drafts[Draft(prompt, (parent.scored.candidate.id,), "prune")] = gone
        on = self.lab.settings.split.as_split
        if self.params.elitist and self.params.search is PruningSearch.EVOLUTION:
            raced = self.lab.race([leader.candidate, *drafts], places=self.params.population, on=on, rows=self.rows)
        else:
            raced = self.lab.score(list(drafts), on=on, rows=self.rows)
        by_id = {scored.candidate.id: scored for scored in raced}
        ids = {self.lab.candidate(draft).id: gone for draft, gone in drafts.items()}
        return [Pruned(gone, by_id[id_]) for id_, gone in ids.items() if id_ in by_id]

    def _words(self, population: Sequence[Pruned]) -> float:
        return sum(one.scored.candidate.prompt.length for one in population) / len(population)

    def _note(self, made: int, population: Sequence[Pruned]) -> None:
        self.lab.note(
            "promptquine.generation",
            made=made,
            population=[one.scored.candidate.id for one in population],
            words=round(self._words(population), 1),
            pruned=[str(len(one.gone)) for one in population],
        )
