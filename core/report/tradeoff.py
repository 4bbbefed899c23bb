"""What a score costs: length, tokens per answer, milliseconds per answer; and who is not beaten in both."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.report.curve import search_split
from core.state import RunState


class CostKind(StrEnum):
    """What a prompt takes: words; tokens of question and reply together, per answered row; time per answered row."""

    WORDS = "words"
    TOKENS = "tokens"
    MILLISECONDS = "milliseconds"


@dataclass(frozen=True, slots=True)
class TradeoffPrompt:
    """A candidate with its score (0…1, with its 95 % interval) and its costs; `None` where a cost is not known."""

    candidate: str
    score: float
    low: float
    high: float
    words: int
    tokens: float | None
    milliseconds: float | None

    def cost(self, cost: CostKind) -> float | None:
        """One of its costs."""
        return {
            CostKind.WORDS: float(self.words),
            CostKind.TOKENS: self.tokens,
            CostKind.MILLISECONDS: self.milliseconds,
        }[cost]


def offers(state: RunState, times: dict[str, float] | None = None) -> tuple[TradeoffPrompt, ...]:
    """Every candidate with a score of the search. `times` are milliseconds per answered row, by candidate."""
    split, found = search_split(state), list[TradeoffPrompt]()
    for id_, node in state.nodes.items():
        card = node.cards.get(split)
        if card is not None:
            spent = node.spent
            tokens = spent.tokens / spent.calls if spent.calls else None
            words, time = node.candidate.prompt.words, (times or {}).get(id_)
            found.append(TradeoffPrompt(id_, card.value, card.low, card.high, words, tokens, time))
    return tuple(found)


def front(offers: Sequence[TradeoffPrompt], cost: CostKind) -> tuple[TradeoffPrompt, ...]:
    """Those that nobody beats: no other one costs at most as much and scores at least as well, one of them truly.

    The cheapest first. Of equals the first.
    """
    known = [(value, offer) for offer in offers if (value := offer.cost(cost)) is not None]
    best, kept = -1.0, list[TradeoffPrompt]()
    for _, offer in sorted(known, key=lambda pair: (pair[0], -pair[1].score)):
        if offer.score > best:
            best = offer.score
            kept.append(offer)
    return tuple(kept)


def tradeoff_table(offers: Sequence[TradeoffPrompt]) -> list[list[str]]:
    """A line per candidate; scores from 0 to 100, empty where a cost is not known."""
    rows = [["candidate", "score", "low", "high", "words", "tokens_per_answer", "milliseconds_per_answer"]]
    for offer in offers:
        scores = [f"{100 * value:.2f}" for value in (offer.score, offer.low, offer.high)]
        costs = ["" if value is None else f"{value:.2f}" for value in (offer.tokens, offer.milliseconds)]
        rows.append([offer.candidate, *scores, str(offer.words), *costs])
    return rows
