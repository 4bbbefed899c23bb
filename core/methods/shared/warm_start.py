"""The start of a search: what rules can make of the person's prompt, weighed before any model is asked to write.

    T = wordings out of the bank + a line for each label with the words of its rows                     (core.operators)
    D = sets of worked examples, at least one a label, behind the person's prompt and behind the best of T
    T and D climb a ladder of 8, 16 and 32 rows by their soft score, half of them at each rung          (core.lab.soft)
    the best text of T and the best two of all are where the method starts, beside the person's own prompts

A small model that writes badly loses little by it, as a third of the search's calls is left to the method; a model that
cannot write at all still gets what rules can find. Where a task has no soft score, the rungs are rows scored.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.candidate import Candidate, Draft
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.lab.lab import Lab
from core.lab.proposing.guards import Copies
from core.lab.scorer import BLOCK
from core.methods.shared.shown import rows_beside_shown, shown_rows
from core.operators import bank, demonstrations, glosses

RUNGS = (8, 16, 32)
"""Rows after which half of the prompts are left behind."""

SHARE = 0.65
"""Of the calls that the search has, so many may be spent here."""

_MOST_TEXTS, _MOST_SETS = 16, 9
_STARTS = 3
_SIZES = (16, 8, 4)
_LEAST = 4
"""With fewer prompts than this there is nothing to choose from."""
_FIRST, _LARGEST_SHARE = 8, 0.9
"""So many prompts come before a method's first round, out of this share of the calls, and then one of them is scored: a
round without a start worth starting from is spent on rewording a vague prompt."""
_GLOSSES = 4
_TEXTS_OF, _FEWEST_TEXTS = 3, 3
"""One prompt of so many is a text, and never fewer of all. Which rows a small model is shown, and in which order,
moves it more than wordings: of 4, 8 and 20 sets the best was right in 73, 79 and 84 % of customer reviews, in 61, 66
and 69 % of film reviews (SmolLM2-135M, chosen on 48 rows, told on others)."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How many prompts of each sort the calls suffice for."""

    texts: int
    sets: int

    @classmethod
    def within(cls, calls: int | None, kept: int, scoring: int) -> "_Room":
        """Of the calls that a search has left, of which the method's first round wants `kept`, and `scoring` where it
        starts takes so many.

        A prompt costs two of the first rungs' rows on average: all of them the first, half the second, and so on.
        """
        prompts = most = _MOST_TEXTS + _MOST_SETS
        if calls is not None:
            each = 2 * RUNGS[0]
            left = calls - scoring - min(kept, calls - int(SHARE * calls))
            first = min(_FIRST, int(_LARGEST_SHARE * calls - scoring / (_STARTS - 1)) // each)
            prompts = min(most, max(0, first, min(int(SHARE * calls), left) // each))
        if prompts < _LEAST:
            return cls(0, 0)
        sets = min(_MOST_SETS, prompts - max(_FEWEST_TEXTS, prompts // _TEXTS_OF))
        return cls(min(_MOST_TEXTS, prompts - sets), sets)


def most_calls(train: int) -> int:
    """An upper bound of the calls of a start: of its ladder, and of scoring those who reach its top."""
    prompts, rows = _MOST_TEXTS + _MOST_SETS, 0
    for rung in RUNGS:
        rows += min(train, rung) * prompts
        prompts = math.ceil(prompts / 2)
    return rows + _STARTS * train


def warm_start(lab: Lab, seeds: Sequence[Prompt], *, rows: int, kept: int = 0) -> list[Prompt]:
    """The prompts to start from beside the person's own, which are scored first: a run has them whatever its budget.

    `rows` is what the method itself scores its start prompts on, so that they are paid for once. `kept` calls are left
    to its first round.
    """
    own = lab.score(list(dict.fromkeys(seeds)), on=lab.settings.split.as_split, rows=rows)[0].candidate
    beside = rows_beside_shown(lab.settings.rows, len(lab.rows(Split.TRAIN)), Split.TRAIN)
    known = RUNGS[-1] if lab.weighs_scores else 0
    room = _Room.within(lab.search_calls(), kept, (_STARTS - 1) * max(0, beside - known))
    if not room.texts:
        return []
    texts = _climbed(lab, [lab.candidate(draft) for draft in _texts(lab, own, room.texts)])
    shown = shown_rows(lab, Split.TRAIN, beside)
    bases = [own, *texts[:1]]
    sets = _climbed(lab, [lab.candidate(draft) for draft in _sets(lab, bases, shown, room.sets)])
    best = _climbed(lab, [*texts[:2], *sets[:3]])
    starts = list(dict.fromkeys([*best[: _STARTS - 1], *texts[:1]]))
    lab.note(
        "search.start",
        texts=[candidate.id for candidate in texts],
        sets=[candidate.id for candidate in sets],
        starts=[candidate.id for candidate in starts],
    )
    return [candidate.prompt for candidate in starts]


def _texts(lab: Lab, own: Candidate, room: int) -> list[Draft]:
    """Wordings and glosses, one of these for every two of those, as long as there are any."""
    task, rows = lab.task, lab.rows(Split.TRAIN)
    allowed = "\n".join((own.prompt.text, task.contract.instruction, *task.contract.labels))
    wordings = bank.wordings(task, own.prompt, rows, parents=(own.id,))
    explained = glosses.parts_of(task, own.prompt, rows, refuses=Copies.of(rows, allowed))[:_GLOSSES]
    lines = [Draft(parts.prompt(own.prompt), (own.id,), glosses.OPERATOR) for parts in explained]
    taken = min(len(lines), max(room // 3, room - len(wordings)))
    return [*wordings[: room - taken], *lines[:taken]]


def _sets(lab: Lab, bases: Sequence[Candidate], shown: Sequence[Example], room: int) -> list[Draft]:
    """Sets of worked examples behind each of the bases in turn."""
    if not shown or not room:
        return []
    each = math.ceil(room / len(_SIZES))
    drawn = demonstrations.sets(lab.task, [base.prompt for base in bases], shown, lab.rng, sizes=_SIZES, each=each)
    by_text = {base.prompt.text: base.id for base in bases}
    return [Draft(draft.prompt, (by_text[draft.prompt.text],), draft.operator) for draft in drawn[:room]]


def _climbed(lab: Lab, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Best first: those that climbed higher, then by how they stood on the last rung they reached."""
    standing, behind = list(dict.fromkeys(candidates)), list[Candidate]()
    for place, rung in enumerate(RUNGS):
        standing = _sorted(lab, standing, rung)
        if place < len(RUNGS) - 1 and len(standing) > 1:
            kept = math.ceil(len(standing) / 2)
            behind[:0], standing = standing[kept:], standing[:kept]
    return [*standing, *behind]


def _sorted(lab: Lab, candidates: Sequence[Candidate], rows: int) -> list[Candidate]:
    """By the mean log-probability of the right answers, else by the score; collapsed ones last."""
    if not candidates:
        return []
    if lab.has_soft_score:
        cards = lab.soft_score(candidates, on=Split.TRAIN, rows=rows)
        order = {card.candidate.id: card.place for card in cards}
    else:
        sampled = lab.sample(candidates, on=Split.TRAIN, rows=min(rows, 2 * BLOCK))
        means = [sum(verdict.score for verdict in each.verdicts) / len(each.verdicts) for each in sampled]
        order = {one.id: (False, -mean) for one, mean in zip(candidates, means, strict=True)}
    return sorted(candidates, key=lambda candidate: (*order[candidate.id], candidate.prompt.length))
