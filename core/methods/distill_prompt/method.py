"""DistillPrompt: vary, learn from examples, compress, merge, rephrase; score everything; keep the best.

E. Dyagin, N. Kulin, A. Khairullin, V. Zhuravlev, A. Sitkina: Automatic Prompt Optimization with Prompt Distillation.
arXiv 2508.18992 (2025). **Its authors call the method legacy** and advise their users against it (April 2026).

    best = (p0, score(p0))
    for epoch in 1 … E:
        A = [VARY(best, angle k)            for k in 1 … N]       1. clearer versions, each from another angle
        B = [LEARN(a, K solved examples)    for a in A]           2. rules from examples, freshly drawn for each
        C = [SHORTEN(b)                     for b in B]           3. two or three sentences
        m =  MERGE(C)                                             4. what they have in common
        R = [REPHRASE(m)                    M times]              5. the same in other words
        best = argmax of score over best, A, B, C, m, R           the earliest of equals, so a tie changes nothing
    the final choice among everything scored is the lab's         (faithful: the best score of the search)

A stage whose reply cannot be used passes its input on. No stage needs a score of this epoch, so all its prompts are
written first; equal ones are one candidate, and one that cannot become the best is not scored to its end.

What differs from the authors' two published codes: every reply stands in tags and is read by them in all five stages;
no stage takes the task for classification; the labels are the contract's, not those of the rows at hand; N requests
differ by an angle instead of being one request N times; their draw of eight samples for the likeliest is left out.
The limits of words and tokens in the questions are ours too, in both presets.
Hardened besides: some examples are current failures; merging sees the long drafts too when shortening cost every draft
points on the first rows; the prompt's worked examples are edited; unfit replies are refused; an epoch without gain ends
the search; validation rows choose.
Caveats: one model, no seeds or intervals in what was published, and an average gain that is mostly one benchmark's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from core.domain.candidate import Candidate
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.lab import Lab
from core.lab.proposing.question import Question
from core.lab.scorer import BLOCK
from core.methods.base import Preset, param
from core.methods.distill_prompt.prompts import Stages
from core.methods.shared.edits import edits, most_edits
from core.methods.shared.examples import draw_outside, scored_rows, shrinking
from core.methods.shared.wording import settled

name = "distill_prompt"
title = "DistillPrompt (legacy)"
summary = (
    "Five stages per epoch: vary the best prompt, fold in what solved examples teach, compress, merge, rephrase. "
    "Thorough and expensive; its authors now call it legacy."
)
paper = (
    "Dyagin et al.: Automatic Prompt Optimization with Prompt Distillation. arXiv 2508.18992 (2025); "
    "marked as deprecated by its authors"
)
caveats = "Published for one model, without seeds or intervals; its authors advise against it."


class DistillStage(NamedTuple):
    """How one stage samples; the temperatures are the authors', the tokens ours."""

    operator: str
    temperature: float
    tokens: int


VARY = DistillStage("vary", 0.7, 400)
LEARN = DistillStage("learn", 0.5, 400)
SHORTEN = DistillStage("shorten", 0.4, 160)
MERGE = DistillStage("merge", 0.4, 160)
REPHRASE = DistillStage("rephrase", 0.7, 160)

_LOST = 0.05
"""A shortened prompt that scores so much less than its long form has lost a rule."""


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    epochs: int = param(3, "Epochs", about="How often the five stages are gone through.", low=1, high=10)
    variations: int = param(4, "Variations", about="Of the best prompt, in the first stage.", low=1, high=16)
    examples: int = param(5, "Examples shown", about="Solved training rows per variation.", low=1, high=20)
    failures: int = param(2, "Failures among them", about="Rows that the best prompt gets wrong.", low=0, high=20)
    rephrasings: int = param(3, "Rephrasings", about="Of the merged prompt, in the last stage.", low=1, high=16)
    keep_rules: bool = param(
        True, "Keep lost rules", about="Merge the long drafts too if shortening cost points.", advanced=True
    )


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {"epochs": 5, "failures": 0, "keep_rules": False},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "rows": 0},
    ),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Distil from the best of `seeds`, as in the pseudo-code above."""
    race = partial(lab.race, on=lab.settings.split.as_split, rows=lab.settings.rows)
    best = _best(lab.score(list(dict.fromkeys(seeds)), on=lab.settings.split.as_split, rows=lab.settings.rows))
    pipeline = Pipeline(lab, params, Stages(lab.task, settled(lab)))
    for _ in lab.rounds(params.epochs):
        variations = pipeline.vary(best)
        learned = pipeline.learn(variations, best)
        short = pipeline.shorten(learned)
        merged = pipeline.merge(short, learned)
        rephrased = pipeline.rephrase(merged)
        edited = edits(lab, best.candidate)
        top = _best(race([best.candidate, *variations, *learned, *short, merged, *rephrased, *edited]))
        gained = top.value > best.value
        lab.note("distill_prompt.epoch", before=best.candidate.id, after=top.candidate.id, gained=gained)
        best = top
        if lab.settings.stop_early and (not gained or best.value >= 1.0):
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every prompt is asked for twice, is new, and is scored; so is every edit."""
    rows = scored_rows(search, train=train, validation=validation)
    prompts = 3 * params.variations + 1 + params.rephrasings
    return seeds * rows + params.epochs * (prompts * (2 + rows) + most_edits(search) * rows)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The five stages in one run."""

    lab: Lab
    params: Params
    ask: Stages

    def vary(self, best: Scored) -> list[Candidate]:
        """Stage 1."""
        asked = (self.ask.vary(best, attempt) for attempt in range(self.params.variations))
        return self._noted(VARY, [best.candidate], [self._made(VARY, each, [best.candidate]) for each in asked])

    def learn(self, drafts: Sequence[Candidate], best: Scored) -> list[Candidate]:
        """Stage 2."""
        return self._noted(LEARN, drafts, [self._learned(draft, self._drawn(best)) for draft in drafts])

    def shorten(self, drafts: Sequence[Candidate]) -> list[Candidate]:
        """Stage 3."""
        made = [self._made(SHORTEN, self.ask.shorten(draft.prompt), [draft]) for draft in drafts]
        return self._noted(SHORTEN, drafts, made)

    def merge(self, short: Sequence[Candidate], long: Sequence[Candidate]) -> Candidate:
        """Stage 4: as many drafts as the optimizer's context has room for."""
        lost = self.params.keep_rules and self._lost_rules(short, long)
        drafts = list(dict.fromkeys([*short, *long] if lost else short))
        while len(drafts) > 1 and not self._fits(MERGE, self._merging(drafts)):
            drafts.pop()
        made = self._made(MERGE, self._merging(drafts), drafts) if len(drafts) > 1 else drafts[0]
        return self._noted(MERGE, drafts, [made])[0]

    def rephrase(self, merged: Candidate) -> list[Candidate]:
        """Stage 5."""
        question = self.ask.rephrase(merged.prompt)
        return self._noted(REPHRASE, [merged], self._proposed(REPHRASE, question, [merged], self.params.rephrasings))

    def _drawn(self, best: Scored) -> tuple[Example, ...]:
        """Solved rows for one variation: some that the best prompt gets wrong, the others outside the scored rows."""
        wrong = [example for example, _ in self.lab.failures(best)]
        failed = self.lab.rng.sample(wrong, min(self.params.failures, self.params.examples, len(wrong)))
        others = draw_outside(self.lab, best, self.params.examples - len(failed))
        return tuple(dict.fromkeys((*others, *failed)))

    def _learned(self, draft: Candidate, drawn: tuple[Example, ...]) -> Candidate:
        questions = [self.ask.learn(draft.prompt, shown) for shown in shrinking(drawn)]
        question = next((each for each in questions if self._fits(LEARN, each)), questions[-1])
        return self._made(LEARN, question, [draft], drawn)

    def _merging(self, drafts: Sequence[Candidate]) -> Question:
        return self.ask.merge([draft.prompt for draft in drafts])

    def _lost_rules(self, short: Sequence[Candidate], long: Sequence[Candidate]) -> bool:
        """Whether every short form lost more than `_LOST` on the first rows, which the race needs anyway."""
        after, before = (
            self.lab.partial_scores(drafts, on=self.lab.settings.split.as_split, rows=BLOCK) for drafts in (short, long)
        )
        return all(high - low > _LOST for high, low in zip(before, after, strict=True))

    def _fits(self, stage: DistillStage, question: Question) -> bool:
        return self.lab.room(question.text, self._tokens(stage, question)) >= 0

    def _tokens(self, stage: DistillStage, question: Question) -> int:
        return self.lab.reply_tokens(max(question.longest, stage.tokens // 10), stage.tokens)

    def _made(
        self, stage: DistillStage, question: Question, parents: Sequence[Candidate], shown: tuple[Example, ...] = ()
    ) -> Candidate:
        """What the stage makes of its input, or the input itself if no reply can be used."""
        return next(iter(self._proposed(stage, question, parents, 1, shown)), parents[0])

    def _proposed(
        self,
        stage: DistillStage,
        question: Question,
        parents: Sequence[Candidate],
        n: int,
        shown: tuple[Example, ...] = (),
    ) -> list[Candidate]:
        asked = replace(
            question,
            temperature=stage.temperature,
            max_tokens=self._tokens(stage, question),
            purpose=stage.operator,
            parents=tuple(parent.id for parent in parents),
            shown=shown,
        )
        return [self.lab.candidate(draft) for draft in self.lab.propose(asked, n)]

    def _noted(self, stage: DistillStage, given: Sequence[Candidate], made: list[Candidate]) -> list[Candidate]:
        """The stage in the log: what came in, what came out, and how many prompts came out as they had come in."""
        self.lab.note(
            "distill_prompt.stage",
            stage=stage.operator,
            given=[candidate.id for candidate in dict.fromkeys(given)],
            made=[candidate.id for candidate in dict.fromkeys(made)],
            unchanged=sum(candidate in given for candidate in made),
        )
        return made


def _best(scored: Sequence[Scored]) -> Scored:
    return max(scored, key=lambda each: each.standing)
