"""A prompt cut into phrases that can be deleted, swapped, replaced and put back without breaking what must stay.

The rule is our own and needs no parser. A phrase ends at punctuation and at line ends, before a small English word that
begins something new (of, and, with, if, that …) once it has two words, and after six words. Text without spaces
(Chinese, Japanese) is cut at its punctuation alone. Placeholders, locked spans and what is written together with
them are no phrases: they stay where they are, letter by letter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.prompt import PLACEHOLDER, Prompt

_WORD = re.compile(r"(\S+?)([.,;:!?…]*(?:\s+|\Z)|[。，；：！？、]\s*)")
_TOGETHER = re.compile(r"[^\s\u2E80-\u9FFF\uFF00-\uFFEF]*")
_ENDS = re.compile(r"[.,;:!?…。，；：！？、\n]")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？\n]")
_MOST_WORDS = 6
_BEGINNERS = re.compile(
    r"a|about|after|and|as|at|because|before|but|by|for|from|if|in|into|like|of|on|or|so|than|that|the|then|to|unless|"
    r"until|when|where|whether|which|while|who|with|without",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "the"})


@dataclass(frozen=True, slots=True)
class PhrasePiece:
    """A piece of text and what stands between it and the next one. Only free pieces are phrases."""

    text: str
    gap: str
    free: bool = True


def cut(prompt: Prompt) -> tuple[PhrasePiece, ...]:
    """The pieces of a prompt in order; joined they are its text, but for blank space at its ends."""
    text, pieces, at = prompt.text.strip(), list[PhrasePiece](), 0
    for start, end in _fixed(text, prompt.locked):
        pieces += _phrases(text[at:start])
        gap = re.compile(r"\s*").match(text, end)
        at = gap.end() if gap else end
        pieces.append(PhrasePiece(text[start:end], text[end:at], free=False))
    return (*pieces, *_phrases(text[at:]))


def join(pieces: Sequence[PhrasePiece]) -> str:
    """The text of pieces."""
    return "".join(piece.text + piece.gap for piece in pieces).strip()


def free(pieces: Sequence[PhrasePiece]) -> list[int]:
    """The places of the phrases."""
    return [place for place, piece in enumerate(pieces) if piece.free]


def delete(pieces: Sequence[PhrasePiece], place: int) -> tuple[PhrasePiece, ...]:
    """Without one phrase. Of the punctuation on its two sides that which ends a sentence stays, else the former."""
    before, gone, after = pieces[:place], pieces[place], pieces[place + 1 :]
    if before and (_ENDS_SENTENCE.search(gone.gap) or not after):
        before = (*before[:-1], replace(before[-1], gap=gone.gap))
    return (*before, *after)


def swap(pieces: Sequence[PhrasePiece], one: int, other: int) -> tuple[PhrasePiece, ...]:
    """With two phrases in each other's place; punctuation stays where it is."""
    changed = list(pieces)
    changed[one] = replace(pieces[one], text=pieces[other].text)
    changed[other] = replace(pieces[other], text=pieces[one].text)
    return tuple(changed)


def substitute(pieces: Sequence[PhrasePiece], place: int, text: str) -> tuple[PhrasePiece, ...]:
    """With other words in place of a phrase."""
    return (*pieces[:place], replace(pieces[place], text=text), *pieces[place + 1 :])


def insert(pieces: Sequence[PhrasePiece], place: int, text: str) -> tuple[PhrasePiece, ...]:
    """With a phrase put in at a place, 0 (the beginning) to the number of pieces (the end)."""
    if place == 0:
        return (PhrasePiece(text, " "), *pieces)
    last = pieces[place - 1]
    return (*pieces[: place - 1], replace(last, gap=" "), PhrasePiece(text, last.gap), *pieces[place:])


def _fixed(text: str, locked: Sequence[str]) -> list[tuple[int, int]]:
    """Where nothing may change: locked spans and placeholders, with what is written together with them; no overlaps."""
    spans = [match.span() for match in PLACEHOLDER.finditer(text)]
    spans += [match.span() for span in locked if span.strip() for match in re.finditer(re.escape(span.strip()), text)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_widened(text, *span) for span in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    before, after = _TOGETHER.match(text[:start][::-1]), _TOGETHER.match(text, end)
    return start - (before.end() if before else 0), after.end() if after else end


def _phrases(text: str) -> list[PhrasePiece]:
    """Text without fixed parts, as phrases."""
    words = [(match.group(1), match.group(2)) for match in _WORD.finditer(text)]
    pieces: list[PhrasePiece] = []
    begun: list[tuple[str, str]] = []
    for place, (word, gap) in enumerate(words):
        begun.append((word, gap))
        following = words[place + 1][0] if place + 1 < len(words) else ""
        if _ENDS.search(gap) or not following or len(begun) == _MOST_WORDS or _begins(following, word, len(begun)):
            inside = "".join(f"{w}{g}" for w, g in begun)
            pieces.append(PhrasePiece(inside[: len(inside) - len(gap)], gap))
            begun = []
    return pieces


def _begins(following: str, word: str, length: int) -> bool:
    """Whether the next word begins a phrase: a small word does, unless this one belongs to it (of | the, with a)."""
    if following.casefold() in _ARTICLES and _BEGINNERS.fullmatch(word):
        return False
    return length >= 2 and _BEGINNERS.fullmatch(following) is not None
