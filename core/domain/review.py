"""What is said after a run: what to expect on new rows, what the prompt shares with rows, what each sentence does."""

from dataclasses import dataclass

from core.figures import percent, points
from core.said import Said


@dataclass(frozen=True, slots=True)
class ExpectedGain:
    """The whole final choice, repeated on resampled rows: what its winner is worth on rows that did not choose it.

    All in 0…1. `observed` is the best prompt's score on the `rows` that chose it among `prompts`; `expected` the mean
    score of a winner on rows left out, `expected_gain` its lead over the person's own prompt there; `again` the share
    of the repetitions in which the same prompt wins.
    """

    prompts: int
    rows: int
    observed: float
    expected: float
    expected_gain: float
    again: float

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return Said(
            "Expect about {expected} % on new rows rather than {observed} % ({expected_gain} points against your "
            "prompt): chosen again on resampled rows, this prompt wins {again} % of the time among {prompts}.",
            expected=percent(self.expected),
            observed=percent(self.observed),
            expected_gain=points(self.expected_gain),
            again=percent(self.again, 0),
            prompts=self.prompts,
        )


@dataclass(frozen=True, slots=True)
class SharedText:
    """Something that a prompt has in common with single rows: `kind` is "words", "name" or "number"."""

    kind: str
    text: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SentenceEffect:
    """What leaving out one sentence costs, in 0…1 (`low` … `high`: 95 %); below zero: the prompt is better without.

    `p_value` is adjusted for all sentences together (Holm). `removable`: the score does not fall without it.
    """

    sentence: str
    cost: float
    low: float
    high: float
    p_value: float
    removable: bool


@dataclass(frozen=True, slots=True)
class SentenceReview:
    """The sentences of a prompt, each left out once, on `rows` validation rows at a price of `calls`."""

    candidate: str
    rows: int
    calls: int
    effects: tuple[SentenceEffect, ...]

    @property
    def caution(self) -> str:
        """What must not be read into several sentences that can each be removed; empty if there are not several."""
        removable = sum(effect.removable for effect in self.effects)
        if removable < 2:
            return ""
        return Said(
            "Each of these {removable} sentences can be removed by itself. What happens without all of "
            "them was not tried: two that say the same cover for one another.",
            removable=removable,
        )


@dataclass(frozen=True, slots=True)
class Review:
    """What was found out about the final prompt. `expectation` is `None` where the final choice had no choice."""

    candidate: str
    expectation: ExpectedGain | None = None
    shared: tuple[SharedText, ...] = ()
    sentences: SentenceReview | None = None
