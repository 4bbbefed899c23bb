"""Vectors of texts for clients of a served model: a context of their own, opened when the first one asks."""

import threading
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.llm.base import ChatModel


class VectorQueue:
    """Texts of one client are computed one by one, so that whoever leaves costs nobody more than one of them.

    Must be closed; `opened` gives a model that makes vectors, and that is closed with it.
    """

    def __init__(self, opened: Callable[[], ChatModel]) -> None:
        self._opened = opened
        self._model: ChatModel | None = None
        self._closed = False
        self._lock = threading.Lock()

    def of(self, texts: Sequence[str], left: Callable[[], bool]) -> tuple[NDArray[np.float32], int] | None:
        """Unit vectors, one row per text, and the tokens that they took; nothing once the client has left."""
        rows, tokens = [], 0
        for text in texts:
            if left():
                return None
            with self._lock:
                model = self._ready()
                rows.append(model.embed([text])[0])
                tokens += model.count_tokens(text)
        return np.stack(rows), tokens

    def close(self) -> None:
        """Free the model, after the text that is being computed."""
        with self._lock:
            self._closed = True
            if self._model is not None:
                self._model.close()

    def _ready(self) -> ChatModel:
        if self._closed:
            raise ModelError("The server was stopped before this was answered.")
        if self._model is None:
            self._model = self._opened()
        return self._model
