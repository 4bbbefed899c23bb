"""Vectors for texts, from an embedding model or, as a makeshift, from any language model.

Each text is computed alone, from an empty context: a vector depends on the text and the settings, not on the company.
An embedding model says in its header how the vectors of its tokens become one; of any other model the mean is taken.
"""

import logging
from collections.abc import Sequence
from typing import Any, Final

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.gguf import GgufHeader
from core.llm.llama import native
from core.llm.llama.session import BatchArrays, new_context
from core.llm.llama.vocabulary import Vocabulary

log = logging.getLogger("whet.llama")

_LONGEST_WHOLE: Final = 1024
_PIECE: Final = 128
_ABORTED: Final = 2
_POOLED: Final = (
    llama_cpp.LLAMA_POOLING_TYPE_MEAN,
    llama_cpp.LLAMA_POOLING_TYPE_CLS,
    llama_cpp.LLAMA_POOLING_TYPE_LAST,
)


class Embedder:
    """One context for embeddings. `limit` is how many tokens of a text count; the rest is left out, and logged."""

    def __init__(self, model: Any, vocabulary: Vocabulary, header: GgufHeader, settings: ModelSettings) -> None:
        pooling = header.number("pooling_type")
        causal = header.values.get(f"{header.architecture}.attention.causal", True)
        # What llama.cpp pools, and where each token sees all others, has to be computed in one piece. Other pieces are
        # small: llama.cpp computes the logits of every token as well, with a large vocabulary 0.6 MB for each.
        self._whole = pooling in _POOLED or not causal
        longest = min(settings.context, header.context_length or settings.context)
        self.limit: Final = min(longest, _LONGEST_WHOLE) if self._whole else longest
        self._batch = self.limit if self._whole else min(_PIECE, self.limit)
        self._vocabulary = vocabulary
        self._handle = new_context(
            model,
            settings,
            n_ctx=-(-self.limit // 256) * 256,
            n_seq_max=1,
            n_batch=self._batch,
            n_ubatch=self._batch,
            embeddings=True,
            kv_unified=True,
        )
        self._pooled = llama_cpp.llama_pooling_type(self._handle) in _POOLED
        self._memory = llama_cpp.llama_get_memory(self._handle)
        self._size: int = llama_cpp.llama_model_n_embd_out(model)
        self._arrays = BatchArrays(self._batch)
        self._cancel: CancelToken | None = None
        self._abort = llama_cpp.ggml_abort_callback(self._is_cancelled)

    def close(self) -> None:
        """Free the context. Must come before the model is freed; twice is fine."""
        handle, self._handle = self._handle, None
        if handle:
            llama_cpp.llama_free(handle)

    def embed(self, texts: Sequence[str], cancel: CancelToken | None) -> NDArray[np.float32]:
        """Unit vectors, shape `(len(texts), size)`."""
        self._cancel = cancel
        native.expect_stop(stopping=False)
        callback = llama_cpp.ggml_abort_callback() if cancel is None else self._abort
        llama_cpp.llama_set_abort_callback(self._handle, callback, None)
        vectors = np.empty((len(texts), self._size), dtype=np.float32)
        for place, text in enumerate(texts):
            vectors[place] = _unit(self._vector(self._tokens(text)))
        return vectors

    def _is_cancelled(self, _user_data: int | None) -> bool:
        stops = self._cancel is not None and self._cancel.is_cancelled()
        if stops:
            native.expect_stop(stopping=True)
        return stops

    def _tokens(self, text: str) -> NDArray[np.int32]:
        ids = self._vocabulary.tokenize(text, framed=True) or [max(self._vocabulary.eos, 0)]
        if len(ids) > self.limit:
            log.warning("A text of %d tokens was cut to %d for its embedding.", len(ids), self.limit)
            ids = [*ids[: self.limit - 1], ids[-1]]  # what closes the frame stays
        return np.array(ids, dtype=np.int32)

    def _vector(self, ids: NDArray[np.int32]) -> NDArray[np.float64]:
        if self._memory:
            llama_cpp.llama_memory_clear(self._memory, False)  # noqa: FBT003 - a positional argument of the C function
        total = np.zeros(self._size, dtype=np.float64)
        for start in range(0, len(ids), self._batch):
            piece = ids[start : start + self._batch]
            self._compute(piece, start)
            if self._pooled:
                pointer = llama_cpp.llama_get_embeddings_seq(self._handle, 0)
                return np.ctypeslib.as_array(pointer, shape=(self._size,)).astype(np.float64)
            pointer = llama_cpp.llama_get_embeddings(self._handle)
            total += np.ctypeslib.as_array(pointer, shape=(len(piece), self._size)).sum(axis=0, dtype=np.float64)
        return total

    def _compute(self, ids: NDArray[np.int32], start: int) -> None:
        if self._cancel is not None:
            self._cancel.check()
        lengths = np.array([start], dtype=np.int32)
        batch = self._arrays.filled(0, ids[None, :], lengths, np.ones((1, len(ids)), dtype=np.int8))
        with native.errors_of_one_call() as cause:
            code = llama_cpp.llama_decode(self._handle, batch)
        if code == _ABORTED:
            raise Cancelled
        if code:
            raise ModelError(f"llama.cpp could not compute a vector (code {code}). {cause()}".rstrip())


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    norm = float(np.linalg.norm(vector))
    if not np.isfinite(norm) or norm == 0:
        raise ModelError(
            "The model computed a vector without a direction.", hint="The file may be damaged: get it again."
        )
    return vector / norm
