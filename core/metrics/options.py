"""The options of a multiple-choice question: how they are marked, and what they say."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from core.metrics.cleaning import folded
from core.metrics.scripts import narrow

_LINE = re.compile(
    r"^[ \t]{0,8}[-*]?[ \t]?[(（\[]?([A-Za-z]|[IVXivx]{1,4}|\d{1,2})[)）\].:：、](?:[ \t]{1,4}|(?=[^\s\w.]"
    r"|[^\x00-\x7f]))(\S[^\n]*)$",
    re.MULTILINE,
)
_INLINE = re.compile(
    r"[(（\[]([A-Za-z]|\d{1,2})[)）\]][ \t]{0,4}([^()（）\[\]\n]{1,200}?)(?=[ \t,;]{0,3}[(（\[](?:[A-Za-z]"
    r"|\d{1,2})[)）\]]|\n|$)"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LETTER = re.compile(r"[(（\[]?([A-Za-z])[)）\]]?[.:：、]?")
_CIRCLED = re.compile("[①-⑳⑴-⒇Ⓐ-ⓩ]")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = re.compile(r"[(（\[]?([A-Za-z]|[IVXivx]{1,4}|\d{1,2})[)）\]]?[.:：、]?")


@lru_cache(maxsize=256)
def options_in(question: str) -> Mapping[str, str]:
    """What the question's options say, folded, by their marks (A, B, …; 1, 2, …; I, II, …) as capitals.

    Lines that begin with marks in their usual order, from the first one; else bracketed marks within a line. Empty if
    there are not at least two.
    """
    question = uncircled(narrow(question))
    for pattern in (_LINE, _INLINE):
        found = {match.group(1).upper(): folded(match.group(2)) for match in pattern.finditer(question)}
        for order in (tuple(ALPHABET), _ROMAN, tuple(map(str, range(1, 31))), tuple(map(str, range(30)))):
            marks = [mark for mark in order[: len(found)] if mark in found]
            if len(marks) >= 2 and marks == list(order[: len(marks)]) and len(marks) * 2 > len(found):
                return MappingProxyType({mark: found[mark] for mark in marks})
    return MappingProxyType({})


def uncircled(text: str) -> str:
    """A text with "(2)" for "②" and "(B)" for "Ⓑ"."""
    if text.isascii():
        return text
    return _CIRCLED.sub(lambda match: f"({unicodedata.normalize('NFKC', match.group()).strip('()')})", text)


def letter_of(answer: str) -> str:
    """The letter of an answer such as "(B)", "B" or "b.", as a capital; else nothing."""
    match = _LETTER.fullmatch(narrow(answer).strip())
    return match.group(1).upper() if match else ""


def mark_of(answer: str) -> str:
    """The mark of an answer such as "(B)", "2." or "iv)", as capitals; else nothing."""
    match = _MARKED.fullmatch(uncircled(narrow(answer)).strip())
    return match.group(1).upper() if match else ""


def by_letter(labels: Sequence[str]) -> dict[str, str]:
    """Labels by their mark, or nothing if most of them are none."""
    marked = {mark: label for label in labels if (mark := mark_of(label))}
    return marked if 2 * len(marked) > len(labels) else {}
