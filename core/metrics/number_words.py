"""Numbers spelled in English words."""

import re
from collections.abc import Iterator
from decimal import Decimal

from core.metrics.tongues import PARTS

Word = tuple[str, int, int]
"""A word in small letters, and where it stands."""

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * value for value, word in enumerate(_DECADES, start=2)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_VALUES = {**_SMALL, **_TENS, "dozen": 12}
_CENTURIES = frozenset({"fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"})
_PARTS = {
    **dict.fromkeys(("half", "halves"), 2), **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters", "fourth", "fourths"), 4), **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("sixth", "sixths"), 6), **dict.fromkeys(("eighth", "eighths"), 8),
    **dict.fromkeys(("tenth", "tenths"), 10), **dict.fromkeys(("hundredth", "hundredths"), 100),
}  # fmt: skip
_AFTER_ARTICLE = frozenset({*_SCALES, "hundred", "dozen", *_PARTS})
_WORD = re.compile(r"[A-Za-z]+|[^A-Za-z\s-]")
_POINTERS = frozenset((
    "no", "any", "every", "each", "some", "this", "that", "which", "the", "only", "first", "second", "third", "last",
    "other", "another", "right", "wrong", "correct", "new", "either", "neither", "next",
))  # fmt: skip


def spelled_numbers(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Start, end and value of each number in words. "One" as a pronoun ("this one", "one of them") is none."""
    words = _words(text)
    at = 0
    while at < len(words):
        length = _length(words, at)
        more = _length(words, at + length) if length and words[at][0] in _CENTURIES else 0
        if more and 10 <= (rest := _value_of(words, at + length, more)) < 100:
            yield words[at][1], words[at + length + more - 1][2], Decimal(100 * _value_of(words, at, length) + rest)
            at += length + more
            continue
        parts = _parts(words, at + length) if length else (Decimal(0), Decimal(1), 0)
        if length and (parts[2] or not _is_pronoun(words, at, length)):
            added, divided, more = parts
            whole = _value_of(words, at, length)
            length += more
            yield words[at][1], words[at + length - 1][2], whole / divided + added
        at += max(1, length)


def halves(text: str) -> Decimal | None:
    """The value of a text that is nothing but a word for a half and the like, in many languages."""
    return PARTS.get(" ".join(text.casefold().strip(' \t\n.!。*"').split()))


def _words(text: str) -> list[Word]:
    """The words of a text; "a" before "hundred", "half" and the like is "one"."""
    words = [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    following = [word for word, _, _ in [*words[1:], ("", 0, 0)]] if words else []
    return [
        ("one", start, end) if word in {"a", "an"} and after in _AFTER_ARTICLE else (word, start, end)
        for (word, start, end), after in zip(words, following, strict=True)
    ]


def _parts(words: list[Word], at: int) -> tuple[Decimal, Decimal, int]:
    """What follows a whole number and belongs to it: what is added, what it is divided by, and in how many words."""
    following = [word for word, _, _ in words[at : at + 12]]
    if following[:1] and following[0] in _PARTS:
        return Decimal(0), Decimal(_PARTS[following[0]]), 1
    if following[:2] == ["and", "one"] and len(following) > 2 and following[2] in _PARTS:
        return Decimal(1) / _PARTS[following[2]], Decimal(1), 3
    if following[:1] == ["point"]:
        digits = ""
        for word in following[1:]:
            if _SMALL.get(word, 10) > 9:
                break
            digits += str(_SMALL[word])
        if digits:
            return Decimal(f"0.{digits}"), Decimal(1), 1 + len(digits)
    return Decimal(0), Decimal(1), 0


def _length(words: list[Word], at: int) -> int:
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


def _is_pronoun(words: list[Word], at: int, length: int) -> bool:
    if length != 1 or words[at][0] != "one":
        return False
    before = words[at - 1][0] if at else ""
    following = words[at + 1][0] if at + 1 < len(words) else ""
    return before in _POINTERS or following in {"of", "can", "could", "should", "must", "has", "who", "that"}


def _value_of(words: list[Word], at: int, length: int) -> int:
    return _value([word for word, _, _ in words[at : at + length]])


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
