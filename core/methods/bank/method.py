"""Bank: ready wordings, glosses of the labels and worked examples, raced; then local edits. No model writes anything.

No single paper: the arm that shows what a search gains without a writer, for models that cannot write, and the control
that a writer must beat. Its operators are in `core.operators`; where they come from is said there.

    best = the best of p0
    round 1    C = p0 with sets of worked examples, at least one a label + wordings out of the bank
                   + a line for each label with the words of its rows
    round 2    C = the best two texts of round 1, each with its best two sets + a set with rows that the best gets wrong
    round 3 …  C = edits of the best: one part exchanged, moved or left out; one worked example more, less or exchanged;
                   their order; a sentence or a word cut
    in every round: the first block of rows chooses `promoted` of C (by the soft score where there is one), these race
                    against the best, and the best goes on
    stop when max(2, a third) of the rounds of edits brought nothing, or all answers are right
    the final choice among everything scored is the lab's

No row is asked with itself as a worked example. The defaults are such that two rounds fit into 300 calls,
which is what a budget of 600 leaves for a search.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice

from core.domain.candidate import Candidate, Draft
from core.domain.editing import problems
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.scoring import PartialScorecard, Scored
from core.domain.search import SearchSettings
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.proposing.guards import Copies
from core.lab.scorer import BLOCK
from core.methods.base import Preset, param
from core.methods.shared.examples import scored_rows
from core.methods.shared.shown import searched_rows, shown_rows
from core.operators import bank, demonstrations, glosses, pruning
from core.operators.slots import Parts, neighbours

name = "bank"
asks_writer = False
title = "Bank (no writer)"
summary = (
    "Ready wordings with your labels, a line for each label, and worked examples, then small edits. No model writes "
    "anything, so it works with the smallest ones."
)
paper = "No paper: what a search gains without a writer. The order of glosses is Monroe et al., Political Analysis 2008"
caveats = "It cannot say anything about the task that neither the rows nor its ready wordings say."

_ROUNDS_BEFORE_EDITS = 2
_CROSSED = 2
"""Texts, and sets of worked examples, that are combined with each other."""
_DRAWS = 6
"""Edits are drawn up to this many times as often as wanted, until enough are new."""


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    wordings: int = param(5, "Wordings", about="Ready wordings that are tried.", low=0, high=16)
    glosses: int = param(2, "Glosses", about="Prompts with a line for each label.", low=0, high=8)
    sets: int = param(3, "Sets of examples", about="Sets of worked examples that are tried.", low=0, high=64)
    most_shots: int = param(16, "Most demonstrations", about="Worked examples in a prompt.", low=1, high=32)
    promoted: int = param(2, "Promoted", about="Prompts of a round scored beyond the first rows.", low=1, high=64)
    steps: int = param(6, "Rounds of edits", about="How often the best prompt is edited.", low=0, high=500)
    edits: int = param(4, "Edits per round", about="Edited prompts in each of them.", low=1, high=64)


PRESETS = {
    "hardened": Preset("Hardened for small local models", search={"rows": 32}),
    "thorough": Preset(
        "All wordings and more sets, on all train rows",
        {"wordings": 16, "glosses": 8, "sets": 18, "promoted": 8, "steps": 24, "edits": 8},
        search={"rows": 0},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Race what rules can make of `seeds`, as in the pseudo-code above."""
    maker = _Maker(lab, params)
    start = ranked(lab.score(list(dict.fromkeys(seeds)), on=maker.on, rows=maker.rows))[0]
    best, idle = start, 0
    for step in lab.rounds(_ROUNDS_BEFORE_EDITS + params.steps):
        if lab.settings.stop_early and best.value >= 1.0:
            return
        drafts = maker.drafts(step, start, best)
        before = best
        best = _raced(lab, best, drafts, maker)
        lab.note(
            "bank.round", tried=[draft.operator for draft in drafts], before=before.candidate.id, best=best.candidate.id
        )
        idle = 0 if best.candidate != before.candidate or step <= _ROUNDS_BEFORE_EDITS else idle + 1
        if lab.settings.stop_early and idle >= max(2, math.ceil(params.steps / 3)):
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Nothing is asked; every prompt is new, looked at and scored, and one more block shows which examples are hard."""
    rows = _rows(params, search, train=train, validation=validation)
    made = params.wordings + params.glosses + params.sets + _CROSSED**2 + 1 + params.steps * params.edits
    return seeds * rows + made * (BLOCK + rows) + BLOCK


def _rows(params: Params, search: SearchSettings, *, train: int, validation: int) -> int:
    """As wished, but where worked examples need train rows too, half of these at most."""
    if params.sets:
        return searched_rows(search, train=train, validation=validation)
    return scored_rows(search, train=train, validation=validation)


def _raced(lab: Lab, best: Scored, drafts: Sequence[Draft], maker: "_Maker") -> Scored:
    """The best of a round: the first block chooses who goes on, and these race."""
    candidates = list(dict.fromkeys(lab.candidate(draft) for draft in drafts[: _affordable(lab, maker)]))
    order = _looked_at(lab, candidates, maker) if len(candidates) > 1 else candidates
    maker.looked = maker.looked or order
    kept = order[: maker.params.promoted]
    raced = lab.race([best.candidate, *kept], on=maker.on, rows=maker.rows)
    return ranked([best, *(scored for scored in raced if scored.candidate != best.candidate)])[0]


def _affordable(lab: Lab, maker: "_Maker") -> int:
    """How many prompts may be looked at, so that calls are left to score those that are promoted."""
    left = lab.search_calls()
    return len(maker.tried) if left is None else max(2, (left - maker.params.promoted * maker.rows) // BLOCK)


def _looked_at(lab: Lab, candidates: Sequence[Candidate], maker: "_Maker") -> list[Candidate]:
    """Best first, by the first block of rows: by how likely they make the right answers, which says more of few rows
    than right and wrong does, or where that cannot be known by their score."""
    if lab.has_soft_score:
        cards = lab.soft_score(candidates, on=maker.on, rows=BLOCK)
        likely = sorted(cards, key=lambda card: (-card.value, card.candidate.prompt.length))
        return [card.candidate for card in likely]
    sampled = lab.sample(candidates, on=maker.on, rows=BLOCK, of=maker.rows)
    order = sorted(range(len(candidates)), key=lambda place: (-_mean(sampled[place]), candidates[place].prompt.length))
    for place in order[maker.params.promoted :]:
        if len(sampled[place].verdicts) < maker.rows:
            lab.set_aside(candidates[place], sampled[place])
    return [candidates[place] for place in order]


def _mean(sampled: PartialScorecard) -> float:
    return sum(verdict.score for verdict in sampled.verdicts) / len(sampled.verdicts)


@dataclass(slots=True)
class _Maker:
    """Makes the drafts of each round. `parts` of the texts so far, by text, and `tried` prompts grow; `looked` are the
    candidates of the first round, best first."""

    lab: Lab
    params: Params
    parts: dict[str, Parts] = field(default_factory=dict)
    tried: set[Prompt] = field(default_factory=set)
    looked: list[Candidate] = field(default_factory=list)

    @property
    def on(self) -> Split:
        """The split that the search scores on."""
        return self.lab.settings.split.as_split

    @property
    def rows(self) -> int:
        """How many of its rows."""
        train, validation = (len(self.lab.rows(each)) for each in (Split.TRAIN, Split.VALIDATION))
        return _rows(self.params, self.lab.settings, train=train, validation=validation)

    @property
    def shown(self) -> tuple[Example, ...]:
        """The training rows that may be worked examples."""
        return shown_rows(self.lab, self.on, self.rows)

    def drafts(self, step: int, start: Scored, best: Scored) -> list[Draft]:
        """What is tried in a round, counted from 1."""
        match step:
            case 1:
                own = start.candidate
                made = [*self._sets(own), *self._wordings(own), *self._glosses(own)]
            case 2:
                made = [*self._crossed(start.candidate), *self._sets(best.candidate, hard=True)]
            case _:
                made = list(islice(self._edits(best.candidate), self.params.edits))
        fresh = list({draft.prompt: draft for draft in made if draft.prompt not in self.tried}.values())
        self.tried.update(draft.prompt for draft in fresh)
        return fresh

    def _wordings(self, start: Candidate) -> Iterator[Draft]:
        found = bank.parts_of(self.lab.task, start.prompt, self.lab.rows(Split.TRAIN))
        yield from self._remembered(found[: self.params.wordings], start, bank.OPERATOR)

    def _glosses(self, start: Candidate) -> Iterator[Draft]:
        rows = self.lab.rows(Split.TRAIN)
        allowed = "\n".join((start.prompt.text, self.lab.task.contract.instruction, *self.lab.task.contract.labels))
        found = glosses.parts_of(self.lab.task, start.prompt, rows, refuses=Copies.of(rows, allowed))
        yield from self._remembered(found[: self.params.glosses], start, glosses.OPERATOR)

    def _remembered(self, found: Sequence[Parts], start: Candidate, operator: str) -> Iterator[Draft]:
        for parts in found:
            self.parts[parts.text] = parts
            yield Draft(parts.prompt(start.prompt), (start.id,), operator)

    def _sets(self, base: Candidate, *, hard: bool = False) -> Iterator[Draft]:
        """Sets of worked examples of all sizes, the largest first; one with `hard` rows instead."""
        if not self.shown or not self.params.sets:
            return
        shares = (1, 2 / 3, 1 / 3)[: 1 if hard else 3]
        sizes = list(dict.fromkeys(max(1, round(self.params.most_shots * share)) for share in shares))
        drawn = demonstrations.sets(
            self.lab.task,
            [base.prompt],
            self.shown,
            self.lab.rng,
            sizes=sizes,
            each=1 if hard else math.ceil(self.params.sets / len(sizes)),
            hard=self._hard(base) if hard else (),
            parents=[base.id],
        )
        yield from drawn[: self.params.sets]

    def _crossed(self, start: Candidate) -> Iterator[Draft]:
        """The best texts of the first round, each with its best worked examples."""
        with_examples = [one for one in self.looked if one.prompt.demonstrations != start.prompt.demonstrations]
        texts = [one for one in self.looked if one.prompt.demonstrations == start.prompt.demonstrations]
        for text in texts[:_CROSSED]:
            for shown in with_examples[:_CROSSED]:
                prompt = replace(text.prompt, demonstrations=shown.prompt.demonstrations)
                yield Draft(prompt, (text.id, shown.id), "combine")

    def _hard(self, best: Candidate) -> frozenset[int]:
        """The rows of one block of those that may be shown which the best prompt gets wrong."""
        train = self.lab.rows(Split.TRAIN)
        block = math.ceil((len(train) - len(self.shown)) / BLOCK)
        if block * BLOCK >= len(train):
            return frozenset()
        verdicts = self.lab.score_block(best, block)
        return frozenset(verdict.row for verdict in verdicts if verdict.score < 1.0)

    def _edits(self, best: Candidate) -> Iterator[Draft]:
        """One step away from the best prompt: parts, worked examples and cuts in turn, as long as they are new."""
        prompt = best.prompt
        ways = (self._of_parts(prompt), self._of_examples(prompt), self._of_cuts(prompt))
        drawn: set[Prompt] = set()
        for draw in range(_DRAWS * self.params.edits):
            made = next(ways[draw % len(ways)], None)
            if made is not None and made[1] not in self.tried | drawn | {prompt}:
                drawn.add(made[1])
                yield Draft(made[1], (best.id,), made[0])

    def _of_parts(self, prompt: Prompt) -> Iterator[tuple[str, Prompt]]:
        parts = self.parts.get(prompt.text, Parts.of(prompt))
        for operator, made in neighbours(parts, list(self.parts.values()), self.lab.rng, allowed=self._keeps(prompt)):
            self.parts[made.text] = made
            yield operator, made.prompt(prompt)

    def _of_examples(self, prompt: Prompt) -> Iterator[tuple[str, Prompt]]:
        while self.shown and self.params.sets:
            yield "exchange", demonstrations.mutated(prompt, self.shown, self.lab.rng, most=self.params.most_shots)
            yield "reorder", demonstrations.reordered(prompt, self.lab.rng)

    def _of_cuts(self, prompt: Prompt) -> Iterator[tuple[str, Prompt]]:
        keeps = self._keeps(prompt)
        cuts: list[pruning.Cut] = [pruning.sentences, pruning.words]
        cuttable = [pieces for pieces in (cut(prompt) for cut in cuts) if pruning.cuttable(pieces)]
        for pieces in cycle(cuttable):
            made = pruning.without(prompt, pieces, {self.lab.rng.choice(pruning.cuttable(pieces))})
            yield "prune", made if keeps(made.text) else prompt

    def _keeps(self, prompt: Prompt) -> Callable[[str], bool]:
        columns = [name for row in self.lab.task.train[:1] for name, _ in row.variables]
        return lambda text: not problems(prompt, text, columns)
