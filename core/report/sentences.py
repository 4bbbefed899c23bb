"""What the sentences of a prompt are worth: a method's weights of them, and what leaving each one out costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.domain.review import Review
from core.events import MethodNoted
from core.state import RunState


class SentenceMeasure(StrEnum):
    """`CHANCE`: how likely a method is to rewrite the sentence next. `COST`: what the score loses without it."""

    CHANCE = "chance"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class SentencePiece:
    """A part of a prompt. `value` is a chance of 0…1, or a cost (below zero: better without it) with its 95 % interval
    `low` … `high` and its adjusted `p_value`; `None` where nothing is known, as of the space between sentences."""

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None


@dataclass(frozen=True, slots=True)
class Heat:
    """A prompt in pieces that, joined, are its text. `rows` and `round` say where the numbers come from."""

    candidate: str
    measure: SentenceMeasure
    pieces: tuple[SentencePiece, ...]
    rows: int = 0
    round: int = 0


@dataclass(frozen=True, slots=True)
class WeightStep:
    """The sentences of the prompt a method stood at in a round, and the chance of each; `None`: never rewritten."""

    round: int
    candidate: str
    sentences: tuple[str, ...]
    chances: tuple[float | None, ...]


def heats(state: RunState, candidate: str, review: Review | None = None) -> tuple[Heat, ...]:
    """What is known of a candidate's sentences: costs if they were measured, and its method's latest chances."""
    text = state.nodes[candidate].candidate.prompt.text
    found: list[Heat] = []
    if review is not None and review.sentences is not None and review.sentences.candidate == candidate:
        costs = [
            SentencePiece(one.sentence, one.cost, one.low, one.high, one.p_value) for one in review.sentences.effects
        ]
        found.append(Heat(candidate, SentenceMeasure.COST, _placed(text, costs), rows=review.sentences.rows))
    steps = [step for step in weight_steps(state) if step.candidate == candidate]
    if steps:
        pieces = map(SentencePiece, steps[-1].sentences, steps[-1].chances)
        found.append(Heat(candidate, SentenceMeasure.CHANCE, _placed(text, pieces), round=steps[-1].round))
    return tuple(found)


def weight_steps(state: RunState) -> tuple[WeightStep, ...]:
    """Every time a method noted the sentences of its current prompt with their chances, in order."""
    notes = [(0, note) for note in state.notes]
    notes += [(round_.number, note) for round_ in state.rounds for note in round_.notes]
    return tuple(step for number, note in notes if (step := _step(number, note)) is not None)


def _step(number: int, note: MethodNoted) -> WeightStep | None:
    facts = {fact.name: fact.value for fact in note.facts}
    sentences, chances, current = facts.get("sentences"), facts.get("chances"), facts.get("current")
    if not (isinstance(sentences, tuple) and isinstance(chances, tuple) and isinstance(current, str)):
        return None
    return WeightStep(number, current, sentences, tuple(float(chance) if chance else None for chance in chances))


def _placed(text: str, found: Iterable[SentencePiece]) -> tuple[SentencePiece, ...]:
    """The pieces where they stand in the text, and what lies between them; a piece that is not there is left out."""
    placed: list[SentencePiece] = []
    at = 0
    for piece in found:
        start = text.find(piece.text, at) if piece.text else -1
        if start < 0:
            continue
        if start > at:
            placed.append(SentencePiece(text[at:start]))
        placed.append(piece)
        at = start + len(piece.text)
    return (*placed, SentencePiece(text[at:])) if at < len(text) else tuple(placed)
