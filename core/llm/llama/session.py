"""A context of llama.cpp as lanes that share a computed prefix. Every native call is checked here before it is made.

What aborts or corrupts the process otherwise (measured, or asserted in llama.cpp's source): more tokens than `n_batch`
or rows than `n_outputs_max` in a call, sequence ids out of range, partial copies between KV streams, more than 256
sequences, and a context that outlives its model.

The lanes 0 … `lanes` - 1 hold sequences; one more, the store, holds the prefix that is copied to them. Neighbouring
lanes are decoded together, so they are always filled from 0 up without gaps.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.llama import native
from core.llm.llama.plan import Rectangle, rectangles
from core.llm.llama.prefixes import MOST_BYTES, KeptPrefixes
from core.said import Said

MAX_SEQUENCES: Final = 256
_ROWS: Final = 128
_LEAST: Final = 512
_CELLS: Final = 256
_CHUNK: Final = 128
"""Tokens of a prefix per call on a processor: as fast as more (less of the attention is masked), and prefixes that
begin alike share more. A graphics card wants all that a call holds."""
_ABORTED: Final = 2
_FULL: Final = 1

Logits = NDArray[np.float32]


def check_settings(settings: ModelSettings) -> None:
    """Raise `ModelError` for settings that no context can be made from."""
    limits = (
        ("context", settings.context, 1, 1 << 24),
        ("lanes", settings.lanes, 1, MAX_SEQUENCES - 1),
        ("batch", settings.batch, settings.lanes, 1 << 16),
        ("threads", settings.threads, 1, 512),
        ("gpu_layers", settings.gpu_layers, -1, 10_000),
    )
    for name, value, low, high in limits:
        if not low <= value <= high:
            raise ModelError(
                Said(
                    "The setting {name} is {value}, but must be from {low} to {high}.",
                    name=name,
                    value=value,
                    low=low,
                    high=high,
                )
            )


def new_context(model: Any, settings: ModelSettings, **changes: Any) -> Any:
    """A context of llama.cpp with these settings. Raises `ModelError` if there is no memory for it."""
    parameters = llama_cpp.llama_context_default_params()
    values = {
        "n_batch": settings.batch,
        "n_ubatch": settings.batch,
        "n_threads": settings.threads,
        "n_threads_batch": settings.threads,
        "flash_attn_type": int(settings.flash_attention),
        "kv_unified": settings.unified_kv,
        "no_perf": True,
    }
    for name, value in (values | changes).items():
        setattr(parameters, name, value)
    with native.errors_of_one_call() as cause:
        context = llama_cpp.llama_init_from_model(model, parameters)
    if not context:
        raise ModelError(
            Said(
                "The model's working memory could not be set up: {cause}.", cause=cause() or "llama.cpp gave no reason"
            ),
            hint="Choose fewer lanes or a shorter context.",
        )
    return context


def _padded(tokens: int) -> int:
    """Rounded up to what llama.cpp takes at once."""
    return -(-tokens // _CELLS) * _CELLS


class DecodingSession:
    """Lanes of one context. After any exception it is empty, and can be used again."""

    def __init__(self, model: Any, vocabulary: int, settings: ModelSettings, *, rewinds: bool) -> None:
        check_settings(settings)
        self.lanes: Final = settings.lanes
        self.context: Final = settings.context
        self.batch: Final = settings.batch
        self.rewinds: Final = rewinds
        self.rows: Final = max(settings.lanes + 1, min(settings.batch, _ROWS))
        self._model = model
        self._settings = settings
        self._store = settings.lanes
        self._vocabulary = vocabulary
        self._cancel: CancelToken | None = None
        self._abort = llama_cpp.ggml_abort_callback(self._is_cancelled)
        self._arrays = BatchArrays(settings.batch)
        self._handle: Any = None
        self.chunk: Final = settings.batch if settings.gpu_layers else min(settings.batch, _CHUNK)
        # Of a sliding window llama.cpp saves what it still covers, elsewhere than it was: not the same bits any more.
        self._keeps = llama_cpp.llama_model_n_swa(model) <= 0
        self._kept = KeptPrefixes(MOST_BYTES if self._keeps else 0, self.chunk, rewinds=rewinds)
        self._open(_padded(min(_LEAST, settings.context)))

    def _open(self, capacity: int) -> None:
        sequences = self.lanes + 1
        self._handle = new_context(
            self._model, self._settings, n_ctx=capacity * sequences, n_seq_max=sequences, n_outputs_max=self.rows
        )
        self._capacity = capacity
        self._memory = llama_cpp.llama_get_memory(self._handle)
        if not self._memory or llama_cpp.llama_n_seq_max(self._handle) < sequences:
            self.close()
            raise ModelError("This kind of model cannot write text.", hint="Choose an ordinary language model.")
        self._lengths: NDArray[np.int32] = np.zeros(sequences, dtype=np.int32)
        self._prefix: tuple[int, ...] = ()
        self._done: list[_Done] = []

    def reserve(self, tokens: int) -> None:
        """Make room for sequences of so many tokens, up to the context. To be called before any work.

        The cache grows when it has to, as copying a prefix to a lane copies the whole of it, used or not. Its size does
        not touch results. Raises `ModelError` if there is no memory for it.
        """
        capacity = _padded(min(tokens, self.context))
        if self._handle and capacity <= self._capacity:
            return
        self.close()
        self._open(max(capacity, self._capacity))

    def close(self) -> None:
        """Free the context. Must come before the model is freed; twice is fine."""
        handle, self._handle = self._handle, None
        if handle:
            llama_cpp.llama_free(handle)

    @contextmanager
    def work(self, cancel: CancelToken | None) -> Iterator[None]:
        """One call's work. Whatever ends it by an exception leaves the session empty, and so as good as new."""
        self._cancel = cancel
        native.expect_stop(stopping=False)
        callback = llama_cpp.ggml_abort_callback() if cancel is None else self._abort
        llama_cpp.llama_set_abort_callback(self._handle, callback, None)
        try:
            yield
        except BaseException:
            self.clear()
            raise
        finally:
            self._cancel = None

    def clear(self) -> None:
        """Forget everything, the prefix included."""
        llama_cpp.llama_memory_clear(self._memory, False)  # noqa: FBT003 - a positional argument of the C function
        self._lengths[:] = 0
        self._prefix = ()
        self._done = []

    def forget(self, *, keep: bool) -> None:
        """As new: without the prefixes that were kept. `keep`: whether those to come are."""
        self.clear()
        self._kept = KeptPrefixes(MOST_BYTES if keep and self._keeps else 0, self.chunk, rewinds=self.rewinds)

    @contextmanager
    def threads(self, count: int) -> Iterator[None]:
        """Compute with so many threads for a while. Results do not depend on it."""
        llama_cpp.llama_set_n_threads(self._handle, count, count)
        try:
            yield
        finally:
            llama_cpp.llama_set_n_threads(self._handle, self._settings.threads, self._settings.threads)

    def begin(self, prefix: tuple[int, ...]) -> bool:
        """Put a prefix into the store: computed alone, from its first token, in fixed chunks. All lanes are free then.

        True if nothing had to be computed. What was kept was computed in just this way then, so the bits are the same.
        """
        if prefix and prefix == self._prefix:
            return True
        self.clear()
        self._lengths[self._store], known = self._kept.restore(self._handle, self._store, prefix)
        self.rewind(self._store, known)
        for start in range(known, len(prefix), self.chunk):
            self._decode(self._store, np.array([prefix[start : start + self.chunk]], dtype=np.int32), None)
        self._prefix = prefix
        self._kept.keep(self._handle, self._store, prefix)
        return 0 < known == len(prefix)

    def fill(self, first: int, sequences: Sequence[Sequence[int]]) -> Iterator[tuple[int, Logits]]:
        """Put the prefix and one sequence each into neighbouring lanes from `first`; longest sequence first. What stood
        there is forgotten, as far as it is not the same.

        Yields, for each lane once, its place in `sequences` and the logits after its last token, valid until the
        iterator goes on. To be used up.
        """
        lengths = [len(sequence) for sequence in sequences]
        start_of_lanes = len(self._prefix)
        parts = list(rectangles(lengths, most=self.batch, pad=self.rewinds))
        steps = [_Done.of(part, sequences) for part in parts]
        known = self._make_room(first, len(sequences), steps, min(lengths))
        for part, step in zip(parts[known:], steps[known:], strict=True):
            ends = [(i, length - part.start - 1) for i, length in enumerate(lengths[: part.lanes])]
            ending = [(i, column) for i, column in ends if column < part.width]
            marks = np.zeros(step.tokens.shape, dtype=np.int8)
            for i, column in ending:
                marks[i, column] = 1
            logits = self._decode(first, step.tokens, marks)
            for row, (i, _) in enumerate(ending):
                yield i, logits[row]
            for i, _ in ending:
                self.rewind(first + i, start_of_lanes + lengths[i])
        if first == 0:
            self._done = [step for step in steps if step.end <= min(lengths)]

    def _make_room(self, first: int, lanes: int, steps: Sequence["_Done"], shortest: int) -> int:
        """Leave in the lanes what the first calls would compute once more; the number of these calls.

        What is left was computed by calls of the very same tokens and shape, behind the same prefix: the same bits. A
        call that a sequence ends in is made again for its logits.
        """
        known = 0
        if first == 0 and self.rewinds:
            pairs = zip(steps, self._done, strict=False)
            usable = takewhile(lambda pair: pair[0] == pair[1] and pair[0].end < shortest, pairs)
            known = sum(1 for _ in usable)
        kept = self._done[:known]
        if known:
            for lane in range(lanes):
                self.rewind(lane, len(self._prefix) + kept[-1].end)
        else:
            for lane in range(first, first + lanes):
                self.drop(lane)
                self._copy(self._store, lane)
        self._done = kept if first == 0 else self._done
        return known

    def extend(self, tokens: NDArray[np.int32], *, first: int = 0) -> Logits:
        """Append tokens, shape `(lanes, width)`, to neighbouring lanes; the logits after each of them, row by row, lane
        after lane. Valid until the next call."""
        return self._decode(first, tokens, np.ones(tokens.shape, dtype=np.int8))

    def length(self, lane: int) -> int:
        """Tokens in a lane."""
        return int(self._lengths[lane])

    def rewind(self, lane: int, length: int) -> None:
        """Forget what stands in a lane from token `length` on."""
        if length == self._lengths[lane]:
            return
        if not self.rewinds or not 0 <= length < self._lengths[lane]:
            raise ValueError(f"lane {lane} of {self._lengths[lane]} tokens cannot go back to {length}")
        self._remove(lane, length)

    def move(self, source: int, target: int) -> None:
        """Put one lane's sequence into another, empty lane."""
        self._copy(source, target)
        self.drop(source)

    def copy(self, source: int, target: int) -> None:
        """Make one lane the same as another."""
        self.drop(target)
        self._copy(source, target)

    def drop(self, lane: int) -> None:
        """Empty a lane."""
        if self._lengths[lane]:
            self._remove(lane, 0)

    def _is_cancelled(self, _user_data: int | None) -> bool:
        """Asked by llama.cpp some hundred times per call."""
        stops = self._cancel is not None and self._cancel.is_cancelled()
        if stops:
            native.expect_stop(stopping=True)
        return stops

    def _remove(self, lane: int, start: int) -> None:
        if not llama_cpp.llama_memory_seq_rm(self._memory, lane, start, -1):
            raise ModelError("llama.cpp could not shorten a sequence of this model.")
        self._lengths[lane] = start
        if lane < self.lanes and self._done and start < len(self._prefix) + self._done[-1].end:
            self._done = []

    def _copy(self, source: int, target: int) -> None:
        """Whole sequences only: the copy of a part aborts when each lane has its own KV stream."""
        if source == target or self._lengths[target]:
            raise ValueError(f"lane {target} is not free for a copy of lane {source}")
        if self._lengths[source]:
            llama_cpp.llama_memory_seq_cp(self._memory, source, target, 0, -1)
            self._lengths[target] = self._lengths[source]

    def _decode(self, first: int, tokens: NDArray[np.int32], marks: NDArray[np.int8] | None) -> Logits:
        """One call of llama.cpp: `tokens`, shape `(lanes, width)`, for the lanes from `first` on."""
        lanes, width = tokens.shape
        rows = 0 if marks is None else int(marks.sum())
        lengths = self._lengths[first : first + lanes]
        if not 0 < tokens.size <= self.batch or len(lengths) != lanes or first < 0 or rows > self.rows:
            raise ValueError(f"a call of {lanes} × {width} tokens from lane {first} with {rows} rows is impossible")
        if tokens.min() < 0 or tokens.max() >= self._vocabulary:
            raise ValueError("a token is not in the vocabulary")
        if lengths.max() + width > self._capacity:
            raise ValueError("a sequence would become longer than the room that was reserved")
        if self._cancel is not None:
            self._cancel.check()
        batch = self._arrays.filled(first, tokens, lengths, marks)
        with native.errors_of_one_call() as cause:
            code = llama_cpp.llama_decode(self._handle, batch)
        if code:
            self._fail(code, cause())
        self._lengths[first : first + lanes] += width
        if not rows:
            return np.empty((0, self._vocabulary), dtype=np.float32)
        return np.ctypeslib.as_array(llama_cpp.llama_get_logits(self._handle), shape=(rows, self._vocabulary))

    def _fail(self, code: int, cause: str) -> None:
        if code == _ABORTED:
            raise Cancelled
        if code == _FULL:
            raise ModelError("The model's working memory is full.", hint="Choose fewer lanes or a longer context.")
        raise ModelError(f"llama.cpp could not compute an answer (code {code}). {cause}".rstrip())


@dataclass(frozen=True, slots=True)
class _Done:
    """A call that has been made for the lanes from 0 on: its tokens, shape `(lanes, width)`, and where it ended."""

    tokens: NDArray[np.int32]
    end: int

    @classmethod
    def of(cls, part: Rectangle, sequences: Sequence[Sequence[int]]) -> "_Done":
        rows = [sequence[part.start : part.start + part.width] for sequence in sequences[: part.lanes]]
        padded = [[*row, *[row[-1]] * (part.width - len(row))] for row in rows]
        return cls(np.array(padded, dtype=np.int32), part.start + part.width)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Done) and self.end == other.end and np.array_equal(self.tokens, other.tokens)

    def __hash__(self) -> int:
        return hash((self.end, self.tokens.tobytes()))


class BatchArrays:
    """The arrays behind a `llama_batch`, made once."""

    def __init__(self, size: int) -> None:
        self._tokens = np.zeros(size, dtype=np.int32)
        self._positions = np.zeros(size, dtype=np.int32)
        self._counts = np.ones(size, dtype=np.int32)
        self._lanes = np.zeros(size, dtype=np.int32)
        self._pointers = self._lanes.ctypes.data + 4 * np.arange(size, dtype=np.uintp)
        self._marks = np.zeros(size, dtype=np.int8)
        fields: Any = llama_cpp.llama_batch._fields_
        kinds = dict(fields)
        self._batch = llama_cpp.llama_batch(0)
        for name, array in (
            ("token", self._tokens),
            ("pos", self._positions),
            ("n_seq_id", self._counts),
            ("seq_id", self._pointers),
            ("logits", self._marks),
        ):
            setattr(self._batch, name, ctypes.cast(array.ctypes.data, kinds[name]))

    def filled(
        self, first: int, tokens: NDArray[np.int32], lengths: NDArray[np.int32], marks: NDArray[np.int8] | None
    ) -> Any:
        """The batch of `tokens`, shape `(lanes, width)`, each lane going on at its length."""
        lanes, width = tokens.shape
        count = tokens.size
        self._tokens[:count] = tokens.ravel()
        self._positions[:count] = (lengths[:, None] + np.arange(width, dtype=np.int32)).ravel()
        self._lanes[:count] = np.repeat(np.arange(first, first + lanes, dtype=np.int32), width)
        self._marks[:count] = 0 if marks is None else marks.ravel()
        self._batch.n_tokens = count
        return self._batch
