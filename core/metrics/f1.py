"""Macro-F1 over the fixed label set."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import PlainMetric
from core.metrics.label_sets import set_of
from core.metrics.match import ExactMatch, comparable


@dataclass(frozen=True, slots=True)
class MacroF1(PlainMetric):
    """The mean of each label's F1, so that rare labels count as much as frequent ones.

    The labels are those of the contract. A reply without a label is wrong for its row's label (a false negative) and
    no class of its own. A label that is neither the answer of any of the rows nor given in any reply has no F1 and is
    left out of the mean; one that is given but never the answer has F1 = 0. With several accepted answers the one that
    was given counts, else the first; of several sets of labels, the one that shares most with the set given.
    """

    name: ClassVar[str] = "macro_f1"
    label: ClassVar[str] = "Macro-F1"
    about: ClassVar[str] = "The mean of the F1 of each label, so that rare labels count as much as frequent ones."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset({AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE})

    @property
    def mean_of_rows(self) -> bool:
        """It is not: one row changes the F1 of two labels."""
        return False

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1 if the label, or the set of labels, is right, else 0."""
        return ExactMatch().judge(extracted, example, contract)

    def aggregate(self, verdicts: Sequence[Verdict], examples: Sequence[Example], contract: AnswerContract) -> float:
        """The macro-F1 of these rows; 0 of no rows."""
        return float(self.of_sums(self.counts(verdicts, examples, contract).sum(axis=0)))

    def counts(
        self, verdicts: Sequence[Verdict], examples: Sequence[Example], contract: AnswerContract
    ) -> NDArray[np.float64]:
        """Per row, of each label whether it is right, given, wanted: shape `(rows, 3 × labels)`.

        The labels are those that are given or wanted in any of the rows, in the order of the alphabet.
        """
        of_row = _given_and_wanted_sets if contract.kind is AnswerKind.LABELS else _given_and_wanted
        pairs = [of_row(*each, contract) for each in zip(verdicts, examples, strict=True)]
        labels = sorted(frozenset[str]().union(*(side for pair in pairs for side in pair)))
        place = {label: i for i, label in enumerate(labels)}
        counts = np.zeros((len(pairs), 3, len(labels)))
        for row, (given, wanted) in enumerate(pairs):
            for kind, side in enumerate((given & wanted, given, wanted)):
                counts[row, kind, [place[label] for label in side]] = 1
        return counts.reshape(len(pairs), 3 * len(labels))

    def of_sums(self, sums: NDArray[np.float64]) -> NDArray[np.float64]:
        """The macro-F1 of each sum of such rows; 0 of no rows."""
        right, given, wanted = np.moveaxis(sums.reshape(*sums.shape[:-1], 3, sums.shape[-1] // 3), -2, 0)
        total = given + wanted
        f1 = 2 * right / np.maximum(total, 1)
        return np.asarray(f1.sum(axis=-1) / np.maximum((total > 0).sum(axis=-1), 1))


_Sides = tuple[frozenset[str], frozenset[str]]
"""The labels given and the labels wanted of a row."""


def _given_and_wanted(verdict: Verdict, example: Example, contract: AnswerContract) -> _Sides:
    """The label that was given, if one was, and the one it is held against."""
    given = None if verdict.extracted is None else comparable(verdict.extracted, contract)
    accepted = [comparable(answer, contract) for answer in example.answers]
    wanted = given if given is not None and given in accepted else accepted[0]
    return frozenset(() if given is None else (given,)), frozenset((wanted,))


def _given_and_wanted_sets(verdict: Verdict, example: Example, contract: AnswerContract) -> _Sides:
    """The labels that were given, and the accepted set that shares most with them."""
    given = frozenset[str]() if verdict.extracted is None else set_of(verdict.extracted, contract.labels)
    accepted = [set_of(answer, contract.labels) for answer in example.answers]
    return given, min(accepted, key=lambda wanted: len(wanted ^ given))
