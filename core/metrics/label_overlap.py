"""Sets of labels: how much of a set is right."""

from dataclasses import dataclass
from typing import ClassVar

from core.domain.example import Example
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import PlainMetric
from core.metrics.label_sets import set_of


@dataclass(frozen=True, slots=True)
class Jaccard(PlainMetric):
    """Of each row, the labels that both sets have as a share of those that either has (Jaccard 1912); two empty sets
    are equal. The best over the accepted answers counts."""

    name: ClassVar[str] = "jaccard"
    label: ClassVar[str] = "Jaccard (several labels)"
    about: ClassVar[str] = "Of sets of labels, what both have as a share of what either has."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset({AnswerKind.LABELS})

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """0…1."""
        given = set_of(extracted, contract.labels)
        accepted = [set_of(answer, contract.labels) for answer in example.answers]
        return max(len(given & each) / len(given | each) if given | each else 1.0 for each in accepted)


@dataclass(frozen=True, slots=True)
class LabelF1(PlainMetric):
    """Of each row, the harmonic mean of precision and recall of its labels (example-based F1; Godbole and Sarawagi
    2004); two empty sets are equal. The best over the accepted answers counts."""

    name: ClassVar[str] = "label_f1"
    label: ClassVar[str] = "F1 of each row's labels"
    about: ClassVar[str] = "Of sets of labels, the harmonic mean of precision and recall, row by row."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset({AnswerKind.LABELS})

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """0…1."""
        given = set_of(extracted, contract.labels)
        accepted = [set_of(answer, contract.labels) for answer in example.answers]
        return max(2 * len(given & each) / (len(given) + len(each)) if given or each else 1.0 for each in accepted)
