"""How alike two texts are: by an embedding model if the run has one, else by shared character n-grams."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.control import CancelToken
from core.llm.base import ChatModel


class Similarity(Protocol):
    """Cosine similarities between texts; `name` says by what, for the run's log."""

    @property
    def name(self) -> str: ...

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        """One similarity in -1…1 per other text."""
        ...


class NgramSimilarity:
    """TF-IDF over character 3- to 5-grams within word boundaries, cosine: needs no model and no language."""

    name = "TF-IDF on characters (3- to 5-grams)"

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        """One similarity in 0…1 per other text."""
        if not others:
            return []
        from sklearn.feature_extraction.text import TfidfVectorizer  # a second of import: only when needed

        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        vectors = vectorizer.fit_transform([_padded(text), *map(_padded, others)])
        return [float(value) for value in (vectors[1:] @ vectors[0].T).toarray()[:, 0]]


def _padded(text: str) -> str:
    """Never empty: a vectorizer without any n-gram raises."""
    return f"{text}   ."


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
