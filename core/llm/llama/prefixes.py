"""Prefixes that were computed before, kept outside the context: whoever asks one again need not compute it again.

A search looks at the same prompts over and over, on more rows each time, and in between at others; with worked
examples a prefix is longer than all the questions behind it. Prefixes are computed in chunks that begin at fixed
places, so what two of them have in common in whole chunks has the same bits in both: it is computed once for all.
"""

import ctypes
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

import llama_cpp
import numpy as np
import psutil
from numpy.typing import NDArray

MOST_BYTES: Final = 512 << 20
_SHARE_OF_MEMORY: Final = 16
_LEAST: Final = 32
"""Shorter prefixes are computed as fast as they are copied."""


class KeptPrefixes:
    """States of one model's contexts by the tokens that led there, the latest used last. At most so many bytes."""

    def __init__(self, most: int, chunk: int, *, rewinds: bool) -> None:
        self._chunk = chunk
        self._rewinds = rewinds
        self._most = min(most, int(psutil.virtual_memory().total) // _SHARE_OF_MEMORY)
        self._states: OrderedDict[tuple[int, ...], NDArray[np.uint8]] = OrderedDict()
        self._bytes = 0

    def keep(self, handle: Any, sequence: int, tokens: tuple[int, ...]) -> None:
        """Keep what a sequence of a context holds, which is `tokens`, computed in chunks from the first on."""
        if len(tokens) < _LEAST or tokens in self._states:
            return
        size = int(llama_cpp.llama_state_seq_get_size(handle, sequence))
        if not 0 < size <= self._most:
            return
        state = np.empty(size, dtype=np.uint8)
        if llama_cpp.llama_state_seq_get_data(handle, _pointer(state), size, sequence) != size:
            return
        self._states[tokens] = state
        self._bytes += size
        while self._bytes > self._most:
            _, oldest = self._states.popitem(last=False)
            self._bytes -= oldest.nbytes

    def restore(self, handle: Any, sequence: int, tokens: tuple[int, ...]) -> tuple[int, int]:
        """Fill an empty sequence with the kept state that has most in common with `tokens`.

        How many tokens it then holds, and with how many of them to go on: the rest is to be taken back.
        """
        found = max(self._states, key=lambda known: self._usable(known, tokens), default=())
        usable = self._usable(found, tokens)
        if not usable:
            return 0, 0
        self._states.move_to_end(found)
        state = self._states[found]
        if llama_cpp.llama_state_seq_set_data(handle, _pointer(state), state.nbytes, sequence) != state.nbytes:
            return 0, 0
        return len(found), usable

    def _usable(self, known: tuple[int, ...], tokens: tuple[int, ...]) -> int:
        """Leading tokens that a computation of `tokens` would compute in the same calls."""
        if known == tokens:
            return len(tokens)
        whole = _common(known, tokens) // self._chunk * self._chunk
        return whole if self._rewinds or whole == len(known) else 0


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    most = min(len(one), len(other))
    return next((i for i in range(most) if one[i] != other[i]), most)


def _pointer(state: NDArray[np.uint8]) -> Any:
    return state.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8))
