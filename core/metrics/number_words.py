"""Numbers spelled in English words."""

import re
from collections.abc import Iterator

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * value for value, word in enumerate(_DECADES, start=2)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_VALUES = {**_SMALL, **_TENS, "dozen": 12}
_WORD = re.compile(r"[A-Za-z]+|[^A-Za-z\s-]")
_POINTERS = frozenset((
    "no", "any", "every", "each", "some", "this", "that", "which", "the", "only", "first", "second", "third", "last",
    "other", "another", "right", "wrong", "correct", "new", "either", "neither", "next",
))  # fmt: skip


def spelled_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and value of each number in words. "One" as a pronoun ("this one", "one of them") is none."""
    words = [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        length = _length(words, at)
        if length and not _is_pronoun(words, at, length):
            run = [word for word, _, _ in words[at : at + length]]
            yield words[at][1], words[at + length - 1][2], _value(run)
        at += max(1, length)


def _length(words: list[tuple[str, int, int]], at: int) -> int:
    """How many words from here on are one number; "and" only between a scale and a smaller number."""
    length = 0
    while at + length < len(words):
        word = words[at + length][0]
        following = words[at + length + 1][0] if at + length + 1 < len(words) else ""
        joins = word == "and" and length and words[at + length - 1][0] in {*_SCALES, "hundred"} and following in _VALUES
        if not joins and not _continues(word, words[at + length - 1][0] if length else ""):
            break
        length += 1
    return length


def _continues(word: str, before: str) -> bool:
    """Whether a word goes on with the number that ends in `before` ("twenty" "one", "two" "hundred")."""
    if not before:
        return word in _VALUES
    if word in _SCALES or word == "hundred":
        return before in _VALUES or before in _SCALES or before == "hundred"
    if word == "dozen":
        return before in _SMALL
    if word not in _VALUES:
        return False
    return before in {*_SCALES, "hundred", "and"} or (before in _TENS and 0 < _VALUES[word] < 10)


def _is_pronoun(words: list[tuple[str, int, int]], at: int, length: int) -> bool:
    if length != 1 or words[at][0] != "one":
        return False
    before = words[at - 1][0] if at else ""
    following = words[at + 1][0] if at + 1 < len(words) else ""
    return before in _POINTERS or following in {"of", "can", "could", "should", "must", "has", "who", "that"}


def _value(run: list[str]) -> int:
    total = part = 0
    for word in run:
        if word in _SCALES:
            total += max(part, 1) * _SCALES[word]
            part = 0
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word == "dozen" and part:
            part *= 12
        elif word != "and":
            part += _VALUES[word]
    return total + part
