"""MIPROv2-style: instructions and sets of worked examples are made first, then combined by Bayesian search.

K. Opsahl-Ong, M. J. Ryan, J. Purtell, D. Broman, C. Potts, M. Zaharia, O. Khattab: Optimizing Instructions and
Demonstrations for Multi-Stage Language Model Programs. EMNLP 2024, arXiv 2406.11695; numbers from DSPy's MIPROv2.

    D = m sets of worked examples: none; accepted answers alone; the rest bootstrapped: rows that p0 answers right,
        with its own reply, filled up with accepted answers
    I = p0 and n - 1 instructions that the optimizer writes, each from a summary of the data, solved rows and a tip
    for t in 1 … T:
        (i, d) = what a tree-structured Parzen estimator suggests, given the trials so far
        score i with d on a minibatch
        every k-th time: score the combination with the best mean over its minibatches on all rows
    the final choice among everything scored on all rows is the lab's

What differs: one prompt is optimized, not the stages of a program; minibatches are one or more of the fixed blocks of
16 rows, so answers count again when a prompt is scored on all rows; the estimator is our own small one over two
choices, not Optuna's; the summary is asked for once, from one batch of rows; accepted answers are drawn over all
labels. No row is asked with itself as a worked example.
Ours, in `hardened`: ready wordings (`core.operators.bank`) are instructions too, so that a model that writes badly
still has good ones; examples show the accepted answer; what cannot win is not scored to its end.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

from core.domain.candidate import Candidate, Draft
from core.domain.example import Example, Split
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import FinalRule, ParamValue, Racing
from core.domain.scoring import Scored, Verdict
from core.domain.search import PLAIN, SearchSettings, Wording
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.scorer import BLOCK
from core.methods.base import Preset, param
from core.methods.mipro import prompts
from core.methods.mipro.surrogate import Choice, SurrogateTrial, suggest
from core.methods.shared.shown import rows_of, searched_rows, shown_rows
from core.methods.shared.wording import settled
from core.operators import bank, demonstrations

name = "mipro"
title = "MIPROv2-style"
summary = "Makes instructions and sets of worked examples first, then finds the best combination by Bayesian search."
paper = (
    "Opsahl-Ong et al.: Optimizing Instructions and Demonstrations for Multi-Stage Language Model Programs. "
    "EMNLP 2024, arXiv 2406.11695"
)
caveats = "Worked examples make every question longer, and may give your rows away."

_SOLVED_SHOWN = 3
"""Rows in a question for an instruction."""
_SUMMARIZED = 10
_LONGEST_REPLY = 60
"""Words of a reply up to which it may be shown as the model gave it."""
_MOST_BLOCKS = 3
"""Blocks of rows in which those are looked for that the person's prompt answers right."""


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    instructions: int = param(6, "Instructions", about="To choose from, yours among them.", low=1, high=64)
    ready: int = param(3, "Ready wordings", about="So many of these need no optimizer.", low=0, high=16)
    sets: int = param(6, "Sets of examples", about="To choose from, the empty one among them.", low=1, high=64)
    bootstrapped: int = param(4, "Bootstrapped", about="Examples that your prompt answers right.", low=0, high=32)
    labelled: int = param(8, "Labelled", about="Further examples, with the accepted answer.", low=0, high=32)
    own_replies: bool = param(False, "The model's own replies", about="Shown where they are right.")
    trials: int = param(14, "Trials", about="Combinations that are tried on a minibatch.", low=1, high=1000)
    minibatch: int = param(16, "Minibatch", about="Rows, in whole blocks of 16.", low=1, high=1000)
    full_every: int = param(4, "Full scores", about="One after so many trials.", low=1, high=100)


_AS_PUBLISHED: dict[str, ParamValue] = {
    "instructions": 6,
    "ready": 0,
    "sets": 12,
    "labelled": 4,
    "own_replies": True,
    "trials": 18,
    "minibatch": 35,
    "full_every": 5,
}
_SEARCH: dict[str, ParamValue] = {**PLAIN, "split": "validation", "rows": 300, "temperature": 0.5}

PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset("As in DSPy's MIPROv2 (medium)", _AS_PUBLISHED, FinalRule.SEARCH_SCORE, Racing.EXACT, _SEARCH),
}


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Combine instructions and examples, as in the pseudo-code above."""
    on, rows = lab.settings.split.as_split, rows_of(lab)
    own = ranked(lab.score(list(dict.fromkeys(seeds)), on=on, rows=rows))[0]
    shown = _Examples(lab, params, own, shown_rows(lab, lab.settings.split.as_split, rows))
    sets = list(dict.fromkeys(shown.sets()))
    instructions = _instructions(lab, params, own, shown.rows)
    search = _Search(lab, instructions, sets, rows, params)
    for t in lab.rounds(params.trials):
        search.try_one()
        if t % params.full_every == 0 or t == params.trials:
            search.score_best()
        search.note()


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """A summary and each instruction is asked for twice; a trial is a minibatch, and some are scored in full."""
    rows = searched_rows(search, train=train, validation=validation)
    asked = 2 * (1 + params.instructions)
    full = params.trials // params.full_every + 1
    batch = min(rows, math.ceil(params.minibatch / BLOCK) * BLOCK)
    return (seeds + full) * rows + params.trials * batch + asked + _MOST_BLOCKS * BLOCK


def _instructions(lab: Lab, params: Params, own: Scored, shown: Sequence[Example]) -> list[Draft | Candidate]:
    """The person's prompt, ready wordings, and what the optimizer writes: `params.instructions` in all, if it can."""
    seed, first = own.candidate.prompt, own.candidate
    found: dict[str, Draft | Candidate] = {seed.text: first}
    rows = lab.rows(Split.TRAIN)
    room = params.instructions - 1
    for draft in bank.wordings(lab.task, seed, rows, parents=[first.id])[: min(params.ready, room)]:
        found.setdefault(draft.prompt.text, draft)
    in_few_words = settled(lab) is Wording.COMPACT
    pool = tuple(shown) or rows
    wanted = params.instructions - len(found)
    about = ""
    if wanted > 0 and not in_few_words:
        drawn = tuple(lab.rng.sample(pool, min(_SUMMARIZED, len(pool))))
        about = lab.remark(prompts.summary(lab.task, seed, drawn))
    for _ in range(max(0, wanted)):
        solved = tuple(lab.rng.sample(pool, min(_SOLVED_SHOWN, len(pool))))
        tip = lab.rng.choice(prompts.TIPS)
        asked = prompts.instruction(lab.task, seed, solved, tip, about, in_few_words=in_few_words)
        for draft in lab.propose(replace(asked, parents=(first.id,)), 1):
            found.setdefault(draft.prompt.text, draft)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Examples:
    """Makes sets of worked examples for the person's prompt out of `rows`, which the search does not score on."""

    lab: Lab
    params: Params
    own: Scored
    rows: tuple[Example, ...]

    def sets(self) -> Iterator[tuple[Demonstration, ...]]:
        """The person's own first, then accepted answers alone, then sets that are bootstrapped too."""
        yield self.own.candidate.prompt.demonstrations
        if not self.rows or self.params.sets < 2:
            return
        pool = demonstrations.showable(self.rows)
        right = self._right()
        for number in range(self.params.sets - 1):
            solved = [] if number == 0 else self._bootstrapped(right, number)
            used = {one.input for one in solved}
            rest = [row for row in pool if row.input not in used]
            drawn = demonstrations.draw(rest, self.params.labelled, self.lab.rng, last=number)
            yield self._fitting((*solved, *drawn))

    def _bootstrapped(self, right: dict[str, Demonstration], number: int) -> list[Demonstration]:
        """Rows that the person's prompt answers right: the first ones once, then any number of them at random."""
        most = min(self.params.bootstrapped, len(right))
        if number == 1 or not most:
            return list(right.values())[:most]
        return self.lab.rng.sample(list(right.values()), self.lab.rng.randint(1, most))

    def _right(self) -> dict[str, Demonstration]:
        """Worked examples by input, out of the rows that the person's prompt answers right."""
        train = self.lab.rows(Split.TRAIN)
        first = math.ceil((len(train) - len(self.rows)) / BLOCK)
        found: dict[str, Demonstration] = {}
        for block in range(first, min(first + _MOST_BLOCKS, math.ceil(len(train) / BLOCK))):
            if len(found) >= 2 * self.params.bootstrapped:
                break
            rows = train[block * BLOCK : (block + 1) * BLOCK]
            verdicts = self.lab.score_block(self.own.candidate, block)
            solved = [(row, verdict) for row, verdict in zip(rows, verdicts, strict=True) if verdict.score >= 1.0]
            found |= {row.input: self._shown(row, verdict) for row, verdict in solved}
        return found

    def _shown(self, row: Example, verdict: Verdict) -> Demonstration:
        reply = verdict.output.strip()
        fit = self.params.own_replies and reply and len(reply.split()) <= _LONGEST_REPLY
        return replace(demonstrations.shown(row), output=reply if fit else row.answer)

    def _fitting(self, drawn: tuple[Demonstration, ...]) -> tuple[Demonstration, ...]:
        prompt = replace(self.own.candidate.prompt, demonstrations=drawn)
        return demonstrations.shrunk(
            prompt, lambda shown: demonstrations.cost(self.lab.task, shown) <= demonstrations.MOST_TOKENS
        ).demonstrations


@dataclass(slots=True)
class _Search:
    """Tries combinations of instructions and sets. `trials` grows, and so does what was scored on all `rows`."""

    lab: Lab
    instructions: Sequence[Draft | Candidate]
    sets: Sequence[tuple[Demonstration, ...]]
    rows: int
    params: Params
    trials: list[SurrogateTrial] = field(default_factory=list)
    full: dict[Choice, float] = field(default_factory=dict)
    best: Scored | None = None

    def try_one(self) -> None:
        """The suggested combination on a minibatch."""
        choice = suggest(self.trials, (len(self.instructions), len(self.sets)), self.lab.rng)
        candidate = self.lab.candidate(self._draft(choice))
        blocks = range(math.ceil(self.rows / BLOCK))
        drawn = self.lab.rng.sample(blocks, min(len(blocks), math.ceil(self.params.minibatch / BLOCK)))
        on = self.lab.settings.split.as_split
        verdicts = [verdict for block in sorted(drawn) for verdict in self._block(candidate, block, on)]
        self.trials.append(SurrogateTrial(choice, fmean(verdict.score for verdict in verdicts)))

    def _block(self, candidate: Candidate, block: int, on: Split) -> tuple[Verdict, ...]:
        return self.lab.score_block(candidate, block, on=on)

    def score_best(self) -> None:
        """On all rows: the combination with the best mean over its minibatches that was not scored on them yet."""
        means: dict[Choice, list[float]] = defaultdict(list)
        for trial in self.trials:
            if trial.choice not in self.full:
                means[trial.choice].append(trial.score)
        if not means:
            return
        choice = max(sorted(means), key=lambda each: fmean(means[each]))
        candidate = self.lab.candidate(self._draft(choice))
        rivals = [self.best.candidate] if self.best is not None else []
        raced = self.lab.race([*rivals, candidate], on=self.lab.settings.split.as_split, rows=self.rows)
        scored = next((each for each in raced if each.candidate == candidate), None)
        self.full[choice] = scored.value if scored is not None else fmean(means[choice])
        if scored is not None:
            self.trials.append(SurrogateTrial(choice, scored.value))
            self.best = scored if self.best is None else ranked([self.best, scored])[0]

    def note(self) -> None:
        """The trial in MIPRO's own terms."""
        last = self.trials[-1]
        self.lab.note(
            "mipro.trial",
            candidate=self.lab.candidate(self._draft(last.choice)).id,
            instruction=last.choice[0],
            examples=len(self.sets[last.choice[1]]),
            set=last.choice[1],
            score=round(last.score, 4),
            best=self.best.candidate.id if self.best is not None else "",
        )

    def _draft(self, choice: Choice) -> Draft | Candidate:
        """An instruction with a set of worked examples."""
        instruction, shown = self.instructions[choice[0]], self.sets[choice[1]]
        prompt = replace(instruction.prompt, demonstrations=shown)
        if prompt == instruction.prompt:
            return instruction
        parents = (instruction.id,) if isinstance(instruction, Candidate) else instruction.parents
        return Draft(prompt, parents, "combine")
