"""What one prompt fixed and broke against another, row by row."""

from dataclasses import dataclass

from core.domain.example import Split
from core.domain.scoring import Verdict
from core.state import Node, RunState


@dataclass(frozen=True, slots=True)
class Flip:
    """One row under two prompts."""

    row: int
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class RowComparison:
    """The rows that both prompts were judged on, in order. Right is a full score; graded scores flip when they differ.

    `uncompared` counts rows that only one of them was judged on.
    """

    before: str
    after: str
    split: Split
    fixed: tuple[Flip, ...]
    broken: tuple[Flip, ...]
    same_right: tuple[Flip, ...]
    same_wrong: tuple[Flip, ...]
    uncompared: int

    @property
    def n(self) -> int:
        """Number of rows that both were judged on."""
        return len(self.fixed) + len(self.broken) + len(self.same_right) + len(self.same_wrong)


def compare(state: RunState, before: str, after: str, split: Split | None = None) -> RowComparison:
    """Hold candidate `after` against candidate `before`; on the split that both have most rows of if none is named.

    Raises `KeyError` for a candidate that the run does not have.
    """
    first, second = state.nodes[before], state.nodes[after]
    split = split or max(Split, key=lambda split: len(_common(first, second, split)))
    old, new = first.verdicts.get(split, {}), second.verdicts.get(split, {})
    flips = [Flip(row, old[row], new[row]) for row in _common(first, second, split)]
    same = [flip for flip in flips if flip.before.score == flip.after.score]
    return RowComparison(
        before,
        after,
        split,
        fixed=tuple(flip for flip in flips if flip.after.score > flip.before.score),
        broken=tuple(flip for flip in flips if flip.after.score < flip.before.score),
        same_right=tuple(flip for flip in same if flip.after.score == 1.0),
        same_wrong=tuple(flip for flip in same if flip.after.score < 1.0),
        uncompared=len(old.keys() ^ new.keys()),
    )


def _common(first: Node, second: Node, split: Split) -> list[int]:
    return sorted(first.verdicts.get(split, {}).keys() & second.verdicts.get(split, {}).keys())
