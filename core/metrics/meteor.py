"""METEOR with its exact and stem stages (Banerjee and Lavie 2005, ACL W05-0909). It has no WordNet stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import TEXTS, PlainMetric
from core.metrics.tokens import Stemming, is_itself, stems, words


@dataclass(frozen=True, slots=True)
class Meteor(PlainMetric):
    """METEOR: Fmean = P·R / (α·P + (1 − α)·R), less γ · (chunks / matches)^β for words in another order.

    The paper's parameters are α = 0.9, β = 3 and γ = 0.5. A word matches one that is written alike, else one with the
    same stem; synonyms do not match, because that stage needs WordNet, which is English and large. A word that occurs
    several times is aligned so that it goes on with the chunk before it, else begins the longest one: among equally
    many matches the paper wants the fewest crossings, which this finds nearly always and in linear time.
    """

    name: ClassVar[str] = "meteor"
    label: ClassVar[str] = "METEOR (exact and stem, no WordNet)"
    about: ClassVar[str] = "Shared words and word stems, recall first, less for another order; no synonyms (WordNet)."
    kinds: ClassVar[frozenset[AnswerKind]] = TEXTS

    stemming: Stemming = param(Stemming.PORTER, "Stemming", about="Language of the stem stage.")
    alpha: float = param(
        0.9, "Weight of recall", about="0.9 in the paper: recall counts nine times.", low=0, high=1, advanced=True
    )
    beta: float = param(3.0, "Exponent of the penalty", about="3 in the paper.", low=0, high=10, advanced=True)
    gamma: float = param(0.5, "Largest penalty", about="0.5 in the paper.", low=0, high=1, advanced=True)

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """The best over the accepted answers."""
        del contract
        given = words(extracted)
        if any(is_itself(extracted, answer) for answer in example.answers):
            return 1.0
        return max((self._score(given, words(answer)) for answer in example.answers), default=0.0)

    def _score(self, given: Sequence[str], expected: Sequence[str]) -> float:
        pairs = self._aligned(given, expected)
        if not pairs:
            return 0.0
        precision, recall = len(pairs) / len(given), len(pairs) / len(expected)
        harmonic = precision * recall / (self.alpha * precision + (1 - self.alpha) * recall)
        penalty = self.gamma * (_chunks(pairs) / len(pairs)) ** self.beta
        return float(harmonic * (1 - penalty))

    def _aligned(self, given: Sequence[str], expected: Sequence[str]) -> dict[int, int]:
        """Places in `given` with their places in `expected`, each used once."""
        pairs = _match(given, expected, {})
        if self.stemming is Stemming.NONE:
            return pairs
        return _match(stems(given, self.stemming), stems(expected, self.stemming), pairs)


def _match(given: Sequence[str], expected: Sequence[str], before: dict[int, int]) -> dict[int, int]:
    """The matches of earlier stages with those of this one."""
    pairs, taken = dict(before), set(before.values())
    places: dict[str, list[int]] = {}
    for place, token in enumerate(expected):
        if place not in taken:
            places.setdefault(token, []).append(place)
    for at, token in enumerate(given):
        free = places.get(token, ()) if at not in pairs else ()
        if free:
            chosen = _best_place(at, free, given, expected, pairs)
            pairs[at] = chosen
            places[token].remove(chosen)
    return pairs


def _best_place(
    at: int, free: Sequence[int], given: Sequence[str], expected: Sequence[str], pairs: dict[int, int]
) -> int:
    following = pairs.get(at - 1, -2) + 1
    if len(free) == 1 or following in free:
        return following if following in free else free[0]
    return max(free, key=lambda place: (_run(given, expected, at, place), -abs(place - at)))


def _run(given: Sequence[str], expected: Sequence[str], at: int, place: int) -> int:
    """How many words from here on are the same in both, ten at most."""
    pairs = zip(given[at : at + 10], expected[place : place + 10], strict=False)
    return next((length for length, (left, right) in enumerate(pairs) if left != right), 10)


def _chunks(pairs: dict[int, int]) -> int:
    """Runs of matches that are neighbours in both texts."""
    return sum(pairs.get(at - 1) != place - 1 for at, place in pairs.items())
