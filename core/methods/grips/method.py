"""GrIPS: a local search that deletes, swaps, paraphrases and puts back phrases of the prompt.

A. Prasad, P. Hase, X. Zhou, M. Bansal: GrIPS: Gradient-free, Edit-based Instruction Search for Prompting Large Language
Models. EACL 2023, arXiv 2203.07281.

    base = p0; D = {}                                   D: phrases that accepted edits deleted
    for t in 1 … n:
        for each of m candidates: base after l random edits of its phrases
            delete      a phrase
            swap        two phrases
            paraphrase  a phrase, by a model
            add         a phrase of D at a random place (only if D holds one)
        best = the best candidate by score + α · entropy of the answers given
        if best > base:                              base = best, update D
        else with annealing, with probability exp((best - base) / T), T = 10 exp(-t / 5):  the same
        stop after P steps without a better candidate                              (or when all answers are right)
    the final choice among everything scored is the lab's

What differs: phrases come from a simple rule (`core.methods.shared.phrases`), not from a constituency parser; the
optimizer model paraphrases, not PEGASUS, and can be left out: then no optimizer is asked at all; one occurrence of a
phrase is edited, not all; candidates that were tried before are drawn again; the score is the task's metric, not
balanced accuracy, and the entropy counts for tasks with labels only. Locked spans and placeholders are never phrases.
Without entropy and annealing, a candidate that cannot beat the base any more is not scored to its end. The beam variant
is left out, and so are edits of words, sentences and spans.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from core.domain.candidate import Draft
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, Racing
from core.domain.scoring import Scored
from core.domain.search import PLAIN, SearchSettings
from core.lab.final import ranked
from core.lab.lab import Lab
from core.lab.proposing.replies import identity
from core.methods.base import Preset, param
from core.methods.grips import prompts as wording
from core.methods.shared import phrases
from core.methods.shared.examples import scored_rows
from core.methods.shared.phrases import PhrasePiece
from core.methods.shared.wording import Wording, settled

name = "grips"
title = "GrIPS"
summary = "Deletes, swaps, paraphrases and puts back phrases of your prompt; only paraphrases need an optimizer."
paper = (
    "Prasad et al.: GrIPS: Gradient-free, Edit-based Instruction Search for Prompting Large Language Models. "
    "EACL 2023, arXiv 2203.07281"
)
caveats = "Its edits are blind: it cannot say anything that the prompt does not say already."

DRAWS = 3
"""Candidates are drawn up to this many times as often as wanted, until enough are new."""


@dataclass(frozen=True, slots=True)
class Params:
    """The defaults are the preset `hardened`."""

    steps: int = param(16, "Steps", about="How often the prompt is edited.", low=1, high=1000)
    candidates: int = param(5, "Candidates per step", about="Edited prompts scored in each step.", low=1, high=64)
    edits: int = param(1, "Edits per candidate", about="Random edits, one upon the other.", low=1, high=10)
    patience: int = param(4, "Patience", about="Steps without a better prompt until the search ends.", low=1, high=1000)
    paraphrase: bool = param(True, "Paraphrase", about="By the optimizer model; off: no optimizer is needed.")
    annealing: bool = param(False, "Simulated annealing", about="Sometimes go on from a worse prompt.")
    entropy: float = param(0.0, "Entropy", about="α: points for varied answers (labels only).", low=0.0, high=100.0)


PRESETS = {
    "hardened": Preset("Hardened for small local models"),
    "faithful": Preset(
        "As in the paper",
        {"steps": 10, "patience": 2, "entropy": 10.0},
        FinalRule.SEARCH_SCORE,
        Racing.EXACT,
        {**PLAIN, "rows": 100},
    ),
}


@dataclass(frozen=True, slots=True)
class Edited:
    """A prompt after its edits: which ones, and which phrases were taken out and put back."""

    prompt: Prompt
    operations: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def pool_after(self, deleted: Sequence[str]) -> list[str]:
        """The phrases that may be put back once this prompt is the base."""
        pool = list(deleted)
        for phrase in self.added:
            if phrase in pool:
                pool.remove(phrase)
        return [*pool, *self.deleted]


def optimize(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """Search from the best of `seeds` on, as in the pseudo-code above."""
    on, rows = lab.settings.split.as_split, lab.settings.rows
    base = ranked(lab.score(list(dict.fromkeys(seeds)), on=on, rows=rows))[0]
    compact = settled(lab) is Wording.COMPACT
    editor = PhraseEditor(lab, params, compact, {identity(prompt) for prompt in seeds})
    cuts_short = not params.annealing and not params.entropy
    stalled, deleted = 0, list[str]()
    for t in lab.rounds(params.steps):
        if base.value >= 1.0:
            return
        edited = {made.prompt: made for made in editor.candidates(base.candidate.prompt, deleted)}
        drafts = [Draft(p, (base.candidate.id,), "+".join(made.operations)) for p, made in edited.items()]
        judge = partial(lab.race, [base.candidate, *drafts]) if cuts_short else partial(lab.score, drafts)
        pool = judge(on=on, rows=rows)
        rivals = [scored for scored in pool if scored.candidate.prompt in edited]
        best = max(rivals, key=lambda scored: merit(scored, lab, params.entropy), default=None)
        gain = merit(best, lab, params.entropy) - merit(base, lab, params.entropy) if best else 0.0
        stalled = 0 if gain > 0 else stalled + 1
        taken = best is not None and (gain > 0 or (params.annealing and lab.rng.random() < chance(gain, t)))
        _note(lab, base, edited, rivals, best if taken else None)
        if best is not None and taken:
            base, deleted = best, edited[best.candidate.prompt].pool_after(deleted)
        elif stalled >= params.patience:
            return


def most_calls(params: Params, search: SearchSettings, *, train: int, validation: int, seeds: int) -> int:
    """Every draw asks for paraphrases only, and twice; every candidate is scored on all rows."""
    rows = scored_rows(search, train=train, validation=validation)
    asked = 2 * DRAWS * params.edits if params.paraphrase else 0
    return seeds * rows + params.steps * params.candidates * (asked + rows)


def merit(scored: Scored, lab: Lab, entropy: float) -> float:
    """The score in points, and for tasks with labels `entropy` times the entropy of the answers given, in nats."""
    if not entropy or not lab.task.contract.labels:
        return scored.card.percent
    given = Counter(verdict.extracted for verdict in scored.card.verdicts if verdict.parsed)
    shares = [count / given.total() for count in given.values()]
    return scored.card.percent - entropy * sum(share * math.log(share) for share in shares)


def chance(gain: float, step: int) -> float:
    """The probability of going on from a candidate that is `-gain` points worse, in a step counted from 1."""
    return math.exp(min(0.0, gain) / (10.0 * math.exp((1 - step) / 5)))


@dataclass(frozen=True, slots=True)
class PhraseEditor:
    """Makes candidates. `tried` are the identities of all prompts so far, and grows."""

    lab: Lab
    params: Params
    compact: bool
    tried: set[str]

    def candidates(self, base: Prompt, deleted: Sequence[str]) -> list[Edited]:
        """Up to `params.candidates` prompts that were never tried, each with `params.edits` edits."""
        made: list[Edited] = []
        for _ in range(DRAWS * self.params.candidates):
            if len(made) == self.params.candidates:
                break
            edited = self._edited(base, deleted)
            if edited is not None and identity(edited.prompt) not in self.tried:
                self.tried.add(identity(edited.prompt))
                made.append(edited)
        return made

    def _edited(self, base: Prompt, deleted: Sequence[str]) -> Edited | None:
        """The prompt after all its edits; `None` if one is impossible or what comes out is no prompt."""
        made = Edited(base)
        for _ in range(self.params.edits):
            pieces = phrases.cut(made.prompt)
            places = phrases.free(pieces)
            operations = self._possible(places, deleted)
            if not operations:
                return None
            made = self._edit(made, self.lab.rng.choice(operations), pieces, places, deleted)
        found = self.lab.objection(made.prompt, base)
        if found:
            self.lab.reject(made.prompt.text, found)
        return None if found else made

    def _possible(self, places: Sequence[int], deleted: Sequence[str]) -> list[str]:
        possible = {
            "delete": len(places) > 1,
            "swap": len(places) > 1,
            "paraphrase": bool(places) and self.params.paraphrase,
            "add": bool(deleted),
        }
        return [operation for operation, can_be in possible.items() if can_be]

    def _edit(
        self, made: Edited, operation: str, pieces: tuple[PhrasePiece, ...], places: list[int], deleted: Sequence[str]
    ) -> Edited:
        rng = self.lab.rng
        gone, added = made.deleted, made.added
        match operation:
            case "delete":
                place = rng.choice(places)
                pieces, gone = phrases.delete(pieces, place), (*gone, pieces[place].text)
            case "swap":
                pieces = phrases.swap(pieces, *rng.sample(places, 2))
            case "paraphrase":
                place = rng.choice(places)
                pieces = phrases.substitute(pieces, place, self._paraphrase(pieces[place].text, made.prompt.text))
            case _:
                phrase = rng.choice(deleted)
                pieces, added = phrases.insert(pieces, rng.randint(0, len(pieces)), phrase), (*added, phrase)
        prompt = replace(made.prompt, text=phrases.join(pieces))
        return Edited(prompt, (*made.operations, operation), gone, added)

    def _paraphrase(self, phrase: str, whole: str) -> str:
        """The phrase in other words, without a full stop that it did not have; the phrase itself if none is usable."""
        question = wording.question(phrase, whole, few_words=self.compact)
        return self.lab.remark(question).rstrip(".") or phrase


def _note(
    lab: Lab, base: Scored, edited: Mapping[Prompt, Edited], rivals: Sequence[Scored], taken: Scored | None
) -> None:
    """The step in GrIPS's own terms."""
    lab.note(
        "grips.step",
        base=base.candidate.id,
        operations=["+".join(made.operations) for made in edited.values()],
        finished=[scored.candidate.id for scored in rivals],
        taken=taken.candidate.id if taken else "",
        change="" if taken is None else f"{taken.card.percent - base.card.percent:+.1f}",
    )
