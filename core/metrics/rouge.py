"""ROUGE-1, ROUGE-2 and ROUGE-L (Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries", ACL W04-1013)."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rapidfuzz.distance import LCSseq

from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import TEXTS, PlainMetric
from core.metrics.tokens import Stemming, is_itself, stems, words

_SHORTEST_STEMMED = 4


class References(StrEnum):
    """Which of several accepted answers count: the best (as in ROUGE), or the mean of all (as in the paper of GPO)."""

    BEST = "best"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Rouge(PlainMetric):
    """The F-measure of what the answer and an accepted one share.

    Words are runs of letters and digits without regard to case, as in Google's `rouge_score` for English; unlike there,
    letters outside ASCII are letters. With stemming, words of four letters or more are stemmed, as there. The accepted
    answer itself is worth 1 even if it has no word, or no pair of words.
    """

    kinds: ClassVar[frozenset[AnswerKind]] = TEXTS

    stemming: Stemming = param(Stemming.NONE, "Stemming", about="Cut off word endings of this language first.")
    references: References = param(References.BEST, "Several answers", about="The best of them counts, or their mean.")

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """0 for nothing in common, 1 for the same."""
        del contract
        given = self._tokens(extracted)
        scores = [
            1.0 if is_itself(extracted, answer) else self._f1(given, self._tokens(answer)) for answer in example.answers
        ]
        return max(scores, default=0.0) if self.references is References.BEST else sum(scores) / len(scores)

    def _tokens(self, text: str) -> list[str]:
        return stems(words(text), self.stemming, shortest=_SHORTEST_STEMMED)

    @abstractmethod
    def _f1(self, given: Sequence[str], expected: Sequence[str]) -> float: ...


class Rouge1(Rouge):
    """Shared words."""

    __slots__ = ()

    name: ClassVar[str] = "rouge_1"
    label: ClassVar[str] = "ROUGE-1"
    about: ClassVar[str] = "How many words an answer shares with an accepted one (F-measure)."

    def _f1(self, given: Sequence[str], expected: Sequence[str]) -> float:
        return _of_grams(given, expected, 1)


class Rouge2(Rouge):
    """Shared pairs of neighbouring words."""

    __slots__ = ()

    name: ClassVar[str] = "rouge_2"
    label: ClassVar[str] = "ROUGE-2"
    about: ClassVar[str] = "How many pairs of neighbouring words an answer shares with an accepted one (F-measure)."

    def _f1(self, given: Sequence[str], expected: Sequence[str]) -> float:
        return _of_grams(given, expected, 2)


class RougeL(Rouge):
    """The longest common subsequence of words."""

    __slots__ = ()

    name: ClassVar[str] = "rouge_l"
    label: ClassVar[str] = "ROUGE-L"
    about: ClassVar[str] = "The longest sequence of words that an answer shares with an accepted one (F-measure)."

    def _f1(self, given: Sequence[str], expected: Sequence[str]) -> float:
        return _f1(LCSseq.similarity(given, expected), len(given), len(expected))


def _of_grams(given: Sequence[str], expected: Sequence[str], n: int) -> float:
    left, right = _grams(given, n), _grams(expected, n)
    return _f1((left & right).total(), left.total(), right.total())


def _grams(tokens: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(tokens[start:] for start in range(n)), strict=False))


def _f1(common: int, given: int, expected: int) -> float:
    return 2 * common / (given + expected) if common else 0.0
