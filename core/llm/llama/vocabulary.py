"""The vocabulary of a loaded model: text to token ids and back, and which tokens have a structural meaning."""

import ctypes
import functools
from dataclasses import dataclass
from typing import Any, Final

import llama_cpp
import numpy as np

from core.errors import ModelError

_CONTROL: Final = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN
_USER_DEFINED: Final = llama_cpp.LLAMA_TOKEN_ATTR_USER_DEFINED


@dataclass(frozen=True, slots=True)
class SpecialToken:
    """A token that is written as a fixed text. `control`: never found in plain text by the tokenizer; otherwise the
    tokenizer finds it in any text (“user defined”). It swallows white space on the sides that it strips."""

    id: int
    text: str
    control: bool
    strips_left: bool
    strips_right: bool


class Vocabulary:
    """Tokenizes with a model's own tokenizer. The model must outlive it; only one thread may use it at a time."""

    def __init__(self, handle: Any) -> None:
        if llama_cpp.llama_vocab_type(handle) == llama_cpp.LLAMA_VOCAB_TYPE_NONE:
            raise ModelError("This model has no vocabulary, so it cannot read text.", hint="Choose a language model.")
        self.handle: Final = handle
        self._pieces: dict[tuple[int, bool], bytes] = {}
        self._buffer = ctypes.create_string_buffer(1024)
        self.size: int = llama_cpp.llama_vocab_n_tokens(handle)
        self.bos: int = llama_cpp.llama_vocab_bos(handle)
        self.eos: int = llama_cpp.llama_vocab_eos(handle)
        self.adds_bos: bool = llama_cpp.llama_vocab_get_add_bos(handle) and self.bos >= 0
        is_end = llama_cpp.llama_vocab_is_eog
        self.ends: tuple[int, ...] = tuple(token for token in range(self.size) if is_end(handle, token))

    @functools.cached_property
    def special(self) -> tuple[SpecialToken, ...]:
        """Every special token, longest text first: the order in which llama.cpp looks for them."""
        attributes_of, text_of = llama_cpp.llama_vocab_get_attr, llama_cpp.llama_vocab_get_text
        found: list[SpecialToken] = []
        for token in range(self.size):
            attributes = attributes_of(self.handle, token)
            if attributes & (_CONTROL | _USER_DEFINED):
                text = (text_of(self.handle, token) or b"").decode("utf-8", "replace")
                found.append(
                    SpecialToken(
                        token,
                        text,
                        control=bool(attributes & _CONTROL),
                        strips_left=bool(attributes & llama_cpp.LLAMA_TOKEN_ATTR_LSTRIP),
                        strips_right=bool(attributes & llama_cpp.LLAMA_TOKEN_ATTR_RSTRIP),
                    )
                )
        return tuple(sorted((token for token in found if token.text), key=lambda token: -len(token.text.encode())))

    def text_of(self, token: int) -> str:
        """How a special token is written; empty for the ids that mean “none”."""
        return self.piece(token, special=True).decode("utf-8", "replace") if token >= 0 else ""

    def tokenize(self, text: str, *, framed: bool = False) -> list[int]:
        """Token ids of a plain text, in which no control token is ever found.

        As after a control token or at the start. `framed` adds what the model wants around a text (BOS, EOS, CLS).
        """
        data = text.encode("utf-8", "replace")
        if not data and not framed:
            return []
        room = len(data) + 16
        while True:
            ids = np.empty(room, dtype=np.int32)
            pointer = ids.ctypes.data_as(ctypes.POINTER(ctypes.c_int32))
            parse_special = False
            count: int = llama_cpp.llama_tokenize(self.handle, data, len(data), pointer, room, framed, parse_special)
            if count >= 0:
                return [int(token) for token in ids[:count]]
            if -count <= room:
                raise ModelError("A text is too long to be turned into tokens.", hint="Shorten it.")
            room = -count

    def continue_with(self, text: str) -> list[int]:
        """Token ids of a text that follows other text: without the space that some tokenizers put in front."""
        start, joined = self.tokenize("\n"), self.tokenize("\n" + text)
        return joined[len(start) :] if joined[: len(start)] == start else self.tokenize(text)

    def piece(self, token: int, *, special: bool = False) -> bytes:
        """The bytes a token stands for, possibly a part of a character. Control tokens are empty unless `special`."""
        key = (token, special)
        if key not in self._pieces:
            self._pieces[key] = self._read_piece(token, special=special)
        return self._pieces[key]

    def _read_piece(self, token: int, *, special: bool) -> bytes:
        if not 0 <= token < self.size:
            raise ValueError(f"token {token} is not in the vocabulary of {self.size}")
        while True:
            room = len(self._buffer)
            count: int = llama_cpp.llama_token_to_piece(self.handle, token, self._buffer, room, 0, special)
            if count >= 0:
                return self._buffer.raw[:count]
            self._buffer = ctypes.create_string_buffer(-count)
