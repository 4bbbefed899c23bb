"""GEPA: reflective search that keeps every prompt which is the best on some row.

L. A. Agrawal, S. Tan, D. Soylu, N. Ziems, R. Khare et al.: GEPA: Reflective Prompt Evolution Can Outperform
Reinforcement Learning. 2025, arXiv 2507.19457.

    P = seeds, scored on the Pareto rows
    for t in 1 … T:
        front  = for every Pareto row the prompts of P with the best score on it, without dominated ones
        parent = one of the front, in proportion to the rows it wins
        batch  = the next minibatch of the feedback rows
        child  = the optimizer's reflection on the parent's failures there                     (core.methods.wordings)
        if the child is better than the parent on the batch: score it on the Pareto rows, P += child
            and, a few times in a run, merge two of the front, neither of which comes from the other:
            if the merged one is at least as good as both on a minibatch, score it likewise, P += merged
    the final choice among everything scored is the lab's

What differs: hardened, a minibatch is one block of 16 rows, of which some failures are shown, and the paper's single
question is two, what is wrong and then the instruction; `faithful` has three rows, all of them shown, and one question.
Feedback is the reply, the expected answer, and what the metric says of the reply.
A prompt has one text, so merging, which in the paper takes one module from each
parent, is asked of the optimizer; there it is a variant of its own, so `faithful` does without. Several children per
step, leak checks and stopping on a plateau are ours.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from core.domain.candidate import Candidate, Draft
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import Scored, Verdict
from core.domain.search import PLAIN, SearchSettings
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.lab.scorer import BLOCK
from core.methods.base import Preset, param
from core.methods.gepa.pareto import front, unrelated_pairs
from core.methods.gepa.prompts import FailedRow, GepaReflection, merging_question
from core.methods.shared.examples import scored_rows
from core.methods.shared.stopping import on_plateau
from core.methods.shared.wording import Wording, settled

name = "gepa"
title = "GEPA-style"
summary = (
    "Keeps every prompt that is the best on some row, and lets the optimizer learn from the failures of one of them."
)
paper = (
    "Agrawal et al.: GEPA: Reflective Prompt Evolution Can Outperform Reinforcement Learning. 2025, arXiv 2507.19457"
)
caveats = "Made for systems of several prompts and an optimizer that explains errors well; here it has one prompt."


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    steps: int = param(12, "Steps", about="How often a prompt is reflected on.", low=1, high=1000)
    children: int = param(3, "Children per step", about="New prompts tried on the minibatch.", low=1, high=16)
    failures: int = param(3, "Failures shown", about="Of the minibatch, in the question.", low=1, high=16)
    merges: int = param(3, "Merges", about="Most merges of two prompts in a run; 0: none.", low=0, high=100)
    minibatch: int = param(16, "Minibatch", about="Feedback rows on which a child is tried.", low=1, high=16)
    diagnose: bool = param(True, "Diagnose first", about="Ask what is wrong before asking for a new prompt.")
    show_right: bool = param(False, "Show right answers", about="Of the minibatch, beside the failures.")


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {
            "steps": 40,
            "children": 1,
            "failures": 3,
            "merges": 0,
            "minibatch": 3,
            "diagnose": False,
            "show_right": True,
        },
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "split": "validation", "rows": 0},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Evolve a population from `seeds`, as in the pseudo-code above."""
    search = _Search(
        lab, params, lab.score(list(dict.fromkeys(seeds)), on=lab.settings.split.as_split, rows=lab.settings.rows)
    )
    wording = settled(lab)
    lab.note("gepa.run", wording=wording.value, feedback_blocks=[str(block) for block in search.blocks])
    search.in_few_words = wording is Wording.COMPACT
    bests = [max(scored.value for scored in search.pool)]
    batches = search.batches()
    for _ in lab.rounds(params.steps):
        wins = front(search.pool)
        parent = lab.rng.choices(list(wins), weights=list(wins.values()))[0]
        accepted = search.reflect(search.by_id(parent), next(batches), wins)
        if accepted:
            search.merge()
        bests.append(max(scored.value for scored in search.pool))
        if lab.settings.stop_early and on_plateau(bests, params.steps):
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every step diagnoses twice and reflects on a new minibatch, accepts a child, and merges as often as it may."""
    rows = scored_rows(search, train=train, validation=validation)
    step = 2 + 2 * params.children + (1 + params.children) * params.minibatch + rows
    return seeds * rows + params.steps * step + min(params.merges, params.steps) * (2 + BLOCK + rows)


def _total(verdicts: Sequence[Verdict]) -> float:
    return sum(verdict.score for verdict in verdicts)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Feedback rows: a whole block of training rows, by its number, or the so many-th few of a pass."""

    number: int
    rows: tuple[Example, ...]
    whole: bool = True


@dataclass(slots=True)
class _Search:
    """The population with what every step needs."""

    lab: Lab
    params: Params
    pool: list[Scored]
    in_few_words: bool = False
    merged: set[frozenset[str]] = field(default_factory=set)

    @property
    def blocks(self) -> list[int]:
        """The training blocks to learn from: outside the Pareto rows, if a whole one is left there."""
        whole = len(self.lab.rows(Split.TRAIN)) // BLOCK
        competing = {verdict.row for verdict in self.pool[0].card.verdicts}
        train = self.lab.rows(Split.TRAIN)
        outside = [block for block in range(whole) if train[block * BLOCK].row not in competing]
        return outside or list(range(max(1, whole)))

    def batches(self) -> Iterator["_Batch"]:
        """Minibatches without end: each row once in a pass, every pass in another order; whole blocks if they fit."""
        blocks, size, train = self.blocks, self.params.minibatch, self.lab.rows(Split.TRAIN)
        by_block = {block: train[block * BLOCK : (block + 1) * BLOCK] for block in blocks}
        rows = [row for block in blocks for row in by_block[block]]
        while size == BLOCK or not rows:
            yield from (_Batch(block, by_block[block]) for block in self.lab.rng.sample(blocks, len(blocks)))
        while True:
            mixed = self.lab.rng.sample(rows, len(rows))
            for number in range(max(1, len(mixed) // size)):
                chosen = {row.row for row in mixed[number * size : (number + 1) * size]}
                yield _Batch(number, tuple(row for row in train if row.row in chosen), whole=False)

    def _answers(self, proposal: Candidate | Draft, batch: "_Batch") -> tuple[Verdict, ...]:
        if batch.whole:
            return self.lab.score_block(proposal, batch.number)
        rows = {row.row for row in batch.rows}
        return tuple(verdict for some in self.lab.probe(proposal, rows, on=Split.TRAIN) for verdict in some)

    def by_id(self, id_: str) -> Scored:
        """A prompt of the population."""
        return next(scored for scored in self.pool if scored.candidate.id == id_)

    def reflect(self, parent: Scored, batch: "_Batch", wins: dict[str, int]) -> bool:
        """Try children of `parent` on a minibatch; whether one was better there and joined the population."""
        before = self._answers(parent.candidate, batch)
        drafts = self._children(parent, batch, before)
        after = {draft: _total(self._answers(draft, batch)) for draft in drafts}
        best = max(drafts, key=lambda draft: (after[draft], -draft.prompt.words), default=None)
        accepted = best is not None and after[best] > _total(before)
        self.lab.note(
            "gepa.step",
            front=list(wins),
            wins=[str(number) for number in wins.values()],
            parent=parent.candidate.id,
            minibatch=batch.number,
            before=_total(before),
            after=[f"{value:g}" for value in after.values()],
            children=[self.lab.candidate(draft).id for draft in drafts],
            accepted=self.lab.candidate(best).id if best is not None and accepted else "",
        )
        return best is not None and accepted and self._join(best)

    def merge(self) -> bool:
        """Merge two of the front that were not merged before, if some may still be."""
        pairs = unrelated_pairs(self.pool, list(front(self.pool)))
        fresh = [pair for pair in pairs if frozenset(one.candidate.id for one in pair) not in self.merged]
        if len(self.merged) >= self.params.merges or not fresh:
            return False
        pair = self.lab.rng.choice(fresh)
        ids = tuple(one.candidate.id for one in pair)
        self.merged.add(frozenset(ids))
        prompts = [one.candidate.prompt for one in pair]
        question = self._sampled(merging_question(prompts, ids, in_few_words=self.in_few_words))
        found = list(self.lab.propose(question, 1))
        block = self.lab.rng.randrange(math.ceil(pair[0].card.n / BLOCK))
        accepted = bool(found) and self._as_good(found[0], pair, block)
        self.lab.note("gepa.merge", parents=ids, minibatch=block, accepted=accepted)
        return accepted and self._join(found[0])

    def _as_good(self, draft: Draft, parents: Sequence[Scored], block: int) -> bool:
        """Whether it is as good as both parents on a block of the Pareto rows, which theirs are known on."""
        rows = slice(block * BLOCK, (block + 1) * BLOCK)
        mark = max(_total(parent.card.verdicts[rows]) for parent in parents)
        return _total(self.lab.score_block(draft, block, on=self.lab.settings.split.as_split)) >= mark

    def _children(self, parent: Scored, batch: "_Batch", before: Sequence[Verdict]) -> list[Draft]:
        """What the optimizer makes of some of the parent's answers; nothing if all are right."""
        answers = [FailedRow(row, verdict) for row, verdict in zip(batch.rows, before, strict=True)]
        failed = [each for each in answers if each.verdict.score < 1.0]
        if not failed:
            return []
        pool = answers if self.params.show_right else failed
        shown = tuple(self.lab.rng.sample(pool, min(self.params.failures, len(pool))))
        reflection = GepaReflection(self.lab.task, parent.candidate.prompt, shown, self.in_few_words)
        reflection = reflection.fitting(self.lab, self._tokens())
        weakness = self.lab.remark(self._sampled(reflection.diagnosing())) if self.params.diagnose else ""
        question = self._sampled(reflection.revising(weakness, parent.candidate.id))
        tried = {scored.candidate.prompt for scored in self.pool}
        return [draft for draft in self.lab.propose(question, self.params.children) if draft.prompt not in tried]

    def _sampled(self, question: Question) -> Question:
        return replace(question, max_tokens=self._tokens())

    def _join(self, draft: Draft) -> bool:
        split = self.lab.settings.split.as_split
        self.pool += self.lab.score([draft], on=split, rows=self.lab.settings.rows)
        return True

    def _tokens(self) -> int:
        longest = max(scored.candidate.prompt.words for scored in self.pool)
        return self.lab.reply_tokens(longest)
