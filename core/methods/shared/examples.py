"""The training rows that a method shows to the optimizer."""

from enum import StrEnum

from core.domain.example import Example, Split
from core.domain.scoring import Scored
from core.lab.lab import Lab
from core.methods.shared.leaks import Specifics


class SearchSplit(StrEnum):
    """The rows that a search may score on: a choice in forms, without the sealed test."""

    TRAIN = "train"
    VALIDATION = "validation"

    @property
    def as_split(self) -> Split:
        """The same as a split."""
        return Split(self.value)


def draw_outside(lab: Lab, scored: Scored, n: int) -> tuple[Example, ...]:
    """`n` training rows by the run's seed, outside the rows that `scored` was scored on if enough are left there."""
    searched = {verdict.row for verdict in scored.card.verdicts}
    train = lab.rows(Split.TRAIN)
    outside = tuple(example for example in train if example.row not in searched)
    drawn_from = outside if len(outside) >= n else train
    return tuple(lab.rng.sample(drawn_from, min(n, len(drawn_from))))


def specifics_of(lab: Lab, shown: tuple[Example, ...], start: Scored) -> Specifics:
    """What belongs to the shown rows alone, and stands neither in the start prompt nor in the answer contract."""
    contract = lab.task.contract
    allowed = "\n".join((start.text, contract.instruction, *contract.labels))
    return Specifics.of(shown, lab.rows(Split.TRAIN), allowed=allowed)
