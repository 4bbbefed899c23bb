"""The forms that a label takes in a sentence: endings of gender, number and case, numbers of grades in words."""

import re
from collections.abc import Iterator, Sequence

_SHORTEST = 4
_ROMANCE = ("o", "a", "os", "as", "i", "e")
_GERMAN = ("e", "er", "es", "en", "em")
_RUSSIAN = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "ому", "ым", "ую", "о")
_ENDINGS = (
    (re.compile(r"(?<=[^\W\d_]{4})(?:(?<=iv|tr|os|ic|ad|id|nt|ct|er|ls|rt|at|it))[oa]"), _ROMANCE),
    (re.compile(r"(?<=i)f"), ("f", "ve", "fs", "ves")),
    (re.compile(r"(?<=[^\W\d_]{3})(?:(?<=iv)|(?<=al)|(?<=ig)|(?<=lich)|(?<=isch))"), _GERMAN),
    (re.compile(r"(?<=iv)"), ("t", "a")),
    (re.compile(r"(?<=[a-z])é"), ("é", "ée", "és", "ées")),
    (re.compile(r"(?<=[а-яё]{3})(?:[ыио]й|[ая]я|[ое]е)"), _RUSSIAN),
    (re.compile(r"(?<=[\u0620-\u064a]{3})"), ("", "ا", "ة", "ًا", "اً")),
)
"""Endings that may stand for each other."""

_GRADES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def inflected(label: str) -> Iterator[str]:
    """Other forms of a label in small letters that is one word; of Arabic ones also those with the article."""
    if len(label) < _SHORTEST or not label.isalpha():
        return
    for pattern, endings in _ENDINGS:
        found = next((match for match in pattern.finditer(label) if match.end() == len(label)), None)
        if found is not None:
            forms = [label[: found.start()] + ending for ending in endings]
            yield from forms
            if "\u0620" <= label[-1] <= "\u064a":
                yield from (f"{article}{form}" for article in ("ال", "بال", "وال") for form in forms)


def graded(labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Of three or more grades that are numbers, how each is said in words, with the grade: "four stars" is 4."""
    grades = [int(label) for label in labels if label.isascii() and label.isdigit() and len(label) < 3]
    if len(grades) != len(labels) or len(grades) < 3:
        return
    for grade in grades:
        if 1 <= grade <= len(_GRADES):
            word = _GRADES[grade - 1]
            for said in (
                "star",
                "stars",
                "points",
                f"out of {max(grades)}",
                f"out of {_GRADES[min(max(grades), 10) - 1]}",
            ):
                yield f"{word} {said}", str(grade)
