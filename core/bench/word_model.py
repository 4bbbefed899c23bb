"""What models that no machine runs have in common: tokens are words; there are no probabilities and no vectors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.control import CancelToken
from core.errors import CapabilityError
from core.llm.base import ChatMessage, ChoiceRequest, ChoiceScores, ModelInfo, Observer, RenderedPrompt, ignore


class WordModel:
    """Everything of a `ChatModel` but `capabilities`, `info` and `complete`."""

    __slots__ = ()

    def score_choices(
        self, requests: Sequence[ChoiceRequest], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[ChoiceScores]:
        """Raises `CapabilityError`."""
        raise CapabilityError("A simulated model has no probabilities.")

    def embed(self, texts: Sequence[str], *, cancel: CancelToken | None = None) -> NDArray[np.float32]:
        """Raises `CapabilityError`."""
        raise CapabilityError("A simulated model has no vectors.")

    def count_tokens(self, text: str) -> int:
        """Words."""
        return len(text.split())

    def render(self, messages: Sequence[ChatMessage], *, reasoning_cap: int | None = 0) -> RenderedPrompt:
        """One token per word."""
        return RenderedPrompt(tuple(range(words(messages))))

    def close(self) -> None:
        """There is nothing to free."""


def words(messages: Sequence[ChatMessage]) -> int:
    """How many words, or tokens, a conversation has."""
    return sum(len(message.text.split()) for message in messages)


def simulated_info(name: str, parameters: int, context: int) -> ModelInfo:
    """What such a model says of itself."""
    return ModelInfo(name, "0" * 64, "none", parameters, "", context, context, 0, 0, "")
