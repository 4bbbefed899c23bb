"""How the score grew with what was spent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.domain.example import Split
from core.state import Mark, RunState


class Axis(StrEnum):
    """What a score is held against: requests answered, or tokens of prompts plus replies."""

    CALLS = "calls"
    TOKENS = "tokens"


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A candidate's score, 0…1, with its 95 % interval, known after so much was spent.

    `best` is the best score until then, and `leader` the candidate that has it.
    """

    candidate: str
    round: int
    spent: int
    value: float
    low: float
    high: float
    best: float
    leader: str


@dataclass(frozen=True, slots=True)
class RoundPoint:
    """One round: its own best score, the mean of its candidates, how many they were, and the best so far at its end."""

    round: int
    spent: int
    best: float
    mean: float
    candidates: int
    best_so_far: float


@dataclass(frozen=True, slots=True)
class CurveOfScores:
    """All scores on one split in the order in which they became known."""

    split: Split
    axis: Axis
    points: tuple[CurvePoint, ...]

    @property
    def rounds(self) -> tuple[RoundPoint, ...]:
        """The points of each round as one."""
        return _rounds(self.points)


def search_split(state: RunState) -> Split:
    """The split that the search scored on first."""
    return state.marks[0].split if state.marks else Split.TRAIN


def score_curve(state: RunState, *, axis: Axis = Axis.CALLS, split: Split | None = None) -> CurveOfScores:
    """The curve of a run; on the split that the search used first if none is named.

    A candidate that is scored again on more rows counts again. Scores of different splits are never mixed.
    """
    split = split or search_split(state)
    points: list[CurvePoint] = []
    best, leader = -1.0, ""
    for mark in state.marks:
        card = state.nodes[mark.candidate].cards.get(split)
        if mark.split is not split or card is None:
            continue
        if card.value > best:
            best, leader = card.value, mark.candidate
        spent = _spent(mark, axis)
        points.append(CurvePoint(mark.candidate, mark.round, spent, card.value, card.low, card.high, best, leader))
    return CurveOfScores(split, axis, tuple(points))


def _spent(mark: Mark, axis: Axis) -> int:
    return mark.calls if axis is Axis.CALLS else mark.tokens


def _rounds(points: Sequence[CurvePoint]) -> tuple[RoundPoint, ...]:
    grouped: dict[int, list[CurvePoint]] = {}
    for point in points:
        grouped.setdefault(point.round, []).append(point)
    return tuple(
        RoundPoint(
            number,
            members[-1].spent,
            max(point.value for point in members),
            sum(point.value for point in members) / len(members),
            len(members),
            members[-1].best,
        )
        for number, members in grouped.items()
    )
