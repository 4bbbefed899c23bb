"""The marks of thoughts as they come out of a model: bytes, a few at a time."""

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from core.domain.thinking import THINK, ThinkingFormat

Closing = Callable[[ThinkingFormat], Sequence[int]]
"""The ids that end a thought of a format by force."""

MARK_TOKENS: Final = 32
"""Tokens that the marks around a thought and an answer take at most, beside the thought itself."""


class Does(Enum):
    """What a mark does outside a thought."""

    OPENS = auto()
    CLOSES = auto()
    FRAMES = auto()
    ENDS = auto()


class ThoughtMark(NamedTuple):
    """A mark that was found: where it begins and ends in the text."""

    does: Does
    form: ThinkingFormat
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What to look for in the replies of one model. `anywhere`: a thought may begin in the middle of a reply; else only
    at its beginning, where nobody writes a mark for another reason."""

    pattern: re.Pattern[bytes]
    does: dict[bytes, tuple[Does, ThinkingFormat]]
    closes: dict[str, tuple[re.Pattern[bytes], int]]
    longest: int
    anywhere: bool

    def find(self, text: bytearray, start: int) -> ThoughtMark | None:
        """The first mark from `start` on."""
        found = self.pattern.search(bytes(text[start:]))
        if found is None or (not self.anywhere and text[: start + found.start()].strip()):
            return None
        does, form = self.does[found.group().lower()]
        return ThoughtMark(does, form, start + found.start(), start + found.end())

    def close(self, form: ThinkingFormat, text: bytearray, start: int) -> tuple[int, int] | None:
        """Where the mark that ends a thought of a format begins and ends, looked for from `start` on, or a little
        before, as a mark may have begun there."""
        pattern, longest = self.closes[form.name]
        start = max(0, start - longest + 1)
        found = pattern.search(bytes(text[start:]))
        return None if found is None else (start + found.start(), start + found.end())

    def begun(self, text: bytearray) -> int:
        """How many bytes at the end of the text may be the beginning of a mark."""
        tail = bytes(text[-self.longest + 1 :]).lower()
        sizes = range(len(tail), 0, -1) if self.anywhere else [len(text.strip())]
        return next((size for size in sizes if 0 < size < self.longest and self._may_begin(tail[-size:])), 0)

    def _may_begin(self, piece: bytes) -> bool:
        return any(mark.startswith(piece) for mark in self.does)


@functools.lru_cache(maxsize=16)
def marks_of(formats: tuple[ThinkingFormat, ...]) -> Marks:
    """What to look for, for a model whose template uses these formats; of one that uses none a `<think>` at the
    beginning of a reply is believed."""
    does: dict[bytes, tuple[Does, ThinkingFormat]] = {}
    for form in formats or (THINK,):
        kinds = [(form.ends, Does.ENDS), (form.frame, Does.FRAMES), (form.opens, Does.OPENS)]
        if form.lone and formats:
            kinds.insert(0, (form.closes, Does.CLOSES))
        for texts, kind in kinds:
            does.update({text.lower().encode(): (kind, form) for text in texts})
    closes = {
        form.name: (_any_of([text.lower().encode() for text in form.closes]), max(map(_size, form.closes)))
        for form in (*formats, THINK)
    }
    return Marks(_any_of(does), does, closes, max(map(len, does)), bool(formats))


def control_texts(formats: Sequence[ThinkingFormat], controls: Sequence[str]) -> frozenset[str]:
    """Which control tokens are parts of marks: their text must be seen, while all others add nothing to a reply."""
    texts = [
        mark
        for form in (*formats, THINK)
        for mark in (*form.opens, *form.closes, *form.frame, *form.ends)
    ]  # fmt: skip
    return frozenset(control for control in controls if any(control in text for text in texts))


def _any_of(texts: Sequence[bytes] | dict[bytes, tuple[Does, ThinkingFormat]]) -> re.Pattern[bytes]:
    longest_first = sorted(texts, key=len, reverse=True)
    return re.compile(b"|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _size(text: str) -> int:
    return len(text.encode())
