"""Which earlier prompts are shown beside the current one: GPO's momentum (Tang et al. 2025, "Update Direction")."""

from collections.abc import Sequence
from enum import StrEnum

from core.domain.scoring import Scored
from core.lab.similarity import Similarity


class Momentum(StrEnum):
    """What the optimizer sees of the past."""

    NONE = "none"
    SUMMARY = "summary"
    RECENCY = "recency"
    RELEVANCE = "relevance"
    IMPORTANCE = "importance"


def retrieve(
    history: Sequence[Scored], current: Scored, k: int, momentum: Momentum, similarity: Similarity
) -> list[tuple[Scored, float]]:
    """The k-1 earlier winners to show beside the current prompt, and how similar they are, in the paper's order.

    By relevance: ascending similarity, of equals the newer last. By recency: the newest last. By importance: the best
    last, of equals the newer. A summary is the whole history that is passed in.
    """
    if momentum is Momentum.NONE:
        return []
    others = [scored for scored in history if scored.candidate.id != current.candidate.id]
    alike = similarity.to(current.text, [scored.text for scored in others])
    pairs = list(zip(others, alike, strict=True))
    if momentum is Momentum.RELEVANCE:
        pairs.sort(key=lambda pair: pair[1])
    if momentum is Momentum.IMPORTANCE:
        pairs.sort(key=lambda pair: pair[0].standing)
    return pairs[max(0, len(pairs) - (k - 1)) :]
