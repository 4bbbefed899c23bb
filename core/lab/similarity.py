"""How alike two texts are: by an embedding model if the run has one, else by shared character n-grams."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.control import CancelToken
from core.llm.base import ChatModel

_SIZES = (3, 4, 5)


class Similarity(Protocol):
    """Cosine similarities between texts; `name` says by what, for the run's log."""

    @property
    def name(self) -> str: ...

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        """One similarity in -1…1 per other text."""
        ...


class NgramSimilarity:
    """TF-IDF over character 3- to 5-grams within words, cosine: needs no model and no language.

    The weights are scikit-learn's (`TfidfVectorizer(analyzer="char_wb", sublinear_tf=True)`: smoothed inverse document
    frequency over the texts at hand), which a test compares. That library takes seconds to import; this takes none.
    """

    name = "TF-IDF on characters (3- to 5-grams)"

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        """One similarity in 0…1 per other text; 0 for a text without any word."""
        counts = [_ngrams(document) for document in (text, *others)]
        documents = Counter(gram for count in counts for gram in count)
        inverse = {gram: math.log((1 + len(counts)) / (1 + n)) + 1.0 for gram, n in documents.items()}
        first, *rest = ({gram: (1.0 + math.log(n)) * inverse[gram] for gram, n in count.items()} for count in counts)
        return [_cosine(first, vector) for vector in rest]


def _ngrams(text: str) -> Counter[str]:
    grams: Counter[str] = Counter()
    for word in text.lower().split():
        padded = f" {word} "
        for n in _SIZES:
            grams.update(padded[i : i + n] for i in range(max(1, len(padded) - n + 1)))
            if len(padded) <= n:  # a short word counts once, whole
                break
    return grams


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    shared = sum(weight * b[gram] for gram, weight in a.items() if gram in b)
    lengths = math.hypot(*a.values()) * math.hypot(*b.values())
    return shared / lengths if lengths else 0.0


class EmbeddingSimilarity:
    """Cosine of an embedding model's vectors, each text embedded once."""

    def __init__(self, model: ChatModel, cancel: CancelToken) -> None:
        self._model = model
        self._cancel = cancel
        self._vectors: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        """The embedding model's name."""
        return f"embeddings of {self._model.info.name}"

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        """One similarity in -1…1 per other text."""
        missing = [t for t in dict.fromkeys((text, *others)) if t not in self._vectors]
        if missing:
            self._vectors.update(zip(missing, self._model.embed(missing, cancel=self._cancel), strict=True))
        return [float(self._vectors[text] @ self._vectors[other]) for other in others]
