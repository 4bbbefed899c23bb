"""Replies held to a grammar: GBNF, or a JSON schema that is turned into one. llama.cpp says which tokens may come.

A token is chosen freely first and only if the grammar refuses it is the whole row masked and chosen from again, which
gives the same distribution and looks at one token instead of all. Tokens that the grammar refuses are never told to it:
llama.cpp would end the process.
"""

import ctypes
import re
from functools import lru_cache
from typing import Any, Final

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.llm.base import Request
from core.llm.llama import native, schemas
from core.llm.llama.sampler import Row
from core.said import Said

_TOKEN: Final = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])
"""The layout of `llama_token_data`."""

_LONGEST: Final = 1 << 17
_MOST_OPTIONAL: Final = 512
_MOST_OPTIONAL_IN_RULE: Final = 128
_DEEPEST: Final = 128
_REPEATED: Final = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_OPTIONAL: Final = re.compile(r"[?*]|\{0*,|\{0+\}")
_LOOSE_CHARACTER: Final = r'[^"\\]'
_CHARACTER: Final = r'[^"\\\x7F\x00-\x1F]'
"""What a JSON string may hold unescaped (RFC 8259, section 7); the bindings' converter is looser."""

_LITERAL: Final = re.compile(r'"(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|#[^\n]*')


Tokens = NDArray[np.void]


def all_tokens(size: int) -> Tokens:
    """An array of all tokens of a vocabulary, for grammars that are used one at a time to share."""
    tokens = np.zeros(size, dtype=_TOKEN)
    tokens["id"] = np.arange(size, dtype=np.int32)
    return tokens


class Grammar:
    """The state of one reply under a grammar. Must be closed before its model is."""

    def __init__(self, vocabulary: Any, shared: Tokens, text: str) -> None:
        self._handle: Any = _parsed(vocabulary, text)
        self._all = shared
        self._one = np.zeros(1, dtype=_TOKEN)

    def allows(self, token: int) -> bool:
        """Whether this token may come next; the end of the turn may only where the grammar is complete."""
        self._one["id"] = token
        self._one["logit"] = 0.0
        self._apply(self._one)
        return bool(np.isfinite(self._one["logit"][0]))

    def masked(self, row: Row) -> Row | None:
        """The row with minus infinity at every token that may not come; `None` if none may."""
        self._all["logit"] = row
        self._apply(self._all)
        logits: NDArray[np.float32] = np.ascontiguousarray(self._all["logit"])
        return logits if np.isfinite(logits.max()) else None

    def accept(self, token: int) -> None:
        """Go on behind a token that was allowed."""
        llama_cpp.llama_sampler_accept(self._handle, token)

    def close(self) -> None:
        """Free it. Calling it twice is fine."""
        handle, self._handle = self._handle, None
        if handle:
            llama_cpp.llama_sampler_free(handle)

    def __del__(self) -> None:
        """For requests that never got to an answer."""
        if getattr(self, "_handle", None):
            self.close()

    def _apply(self, tokens: Tokens) -> None:
        fields: Any = llama_cpp.llama_token_data_array._fields_
        array = llama_cpp.llama_token_data_array(
            ctypes.cast(tokens.ctypes.data, dict(fields)["data"]),
            len(tokens),
            -1,
            False,  # noqa: FBT003
        )
        llama_cpp.llama_sampler_apply(self._handle, ctypes.byref(array))


def grammar_of(request: Request) -> str:
    """The GBNF that a request's reply must follow; empty if it is free.

    Raises `ModelError` for two at once, and for a schema that is none.
    """
    if request.grammar and request.json_schema:
        raise ModelError("A request asks for a grammar and a JSON schema.", hint="Leave one of them out.")
    return _gbnf(request.json_schema) if request.json_schema else request.grammar


@lru_cache(maxsize=64)
def _gbnf(schema: str) -> str:
    return schemas.to_gbnf(schema).replace(_LOOSE_CHARACTER, _CHARACTER)


def _parsed(vocabulary: Any, text: str) -> Any:
    _check(text)
    with native.errors_of_one_call() as cause:
        handle = llama_cpp.llama_sampler_init_grammar(vocabulary, text.encode(), b"root")
    if not handle:
        raise ModelError(
            Said("The grammar is not valid GBNF: {cause}.", cause=cause() or "llama.cpp could not read it"),
            hint="It needs a rule “root ::= …”, and no rule may begin with itself.",
        )
    return handle


def _check(text: str) -> None:
    """Refuse what would exhaust llama.cpp: its parser calls itself for every bracket, and writes out repetitions."""
    if len(text) > _LONGEST or "\0" in text:
        raise ModelError(
            Said(
                "A grammar has {text} characters; at most {longest} can be used.",
                text=f"{len(text):,}",
                longest=f"{_LONGEST:,}",
            )
        )
    plain = _LITERAL.sub("", text)
    most = max((int(number) for found in _REPEATED.findall(plain) for number in found if number), default=0)
    if most > schemas.MOST_REPEATED:
        raise ModelError(
            Said(
                "A grammar repeats something {most} times; at most {most_repeated} can be used.",
                most=f"{most:,}",
                most_repeated=f"{schemas.MOST_REPEATED:,}",
            )
        )
    _check_optional(plain)
    depth = deepest = 0
    for mark in plain:
        depth += (mark == "(") - (mark == ")")
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise ModelError(
            Said(
                "A grammar has brackets {deepest} deep; at most {most} can be used.",
                deepest=deepest,
                most=_DEEPEST,
            )
        )


def _check_optional(plain: str) -> None:
    """Refuse long chains of what may be left out: llama.cpp follows all ways through one, again and again."""
    in_rules = [len(_OPTIONAL.findall(line)) for line in plain.splitlines()]
    if sum(in_rules) > _MOST_OPTIONAL or max(in_rules, default=0) > _MOST_OPTIONAL_IN_RULE:
        raise ModelError(
            Said(
                "A grammar leaves {in_rules} things optional; at most {most_optional} can be used, and "
                "{most_optional_in_rule} in one line.",
                in_rules=f"{sum(in_rules):,}",
                most_optional=_MOST_OPTIONAL,
                most_optional_in_rule=_MOST_OPTIONAL_IN_RULE,
            )
        )
