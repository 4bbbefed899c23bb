"""The label in a reply: the one that is announced, else the one it starts with, else the first one that it asserts."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.metrics.cleaning import announced, confirmed, folded

_POSITIVE = frozenset({"yes", "true"})
_NEGATIVE = frozenset({"no", "false"})
_NOT = re.compile(
    r"(?:\bnot|n't|n’t|\bnever|\bneither|\bnor)(?: (?:a|an|the|really|quite|at all))?[ \"'“‘(]{1,3}$", re.IGNORECASE
)
_BEFORE_NOT = 32
_OPENING = " \t\"'“‘([-–—•"
_OR = re.compile(r"[\"'”’)]{0,2}\s{0,3}(?:,? ?(?:or|and|vs\.?)|/|\|)\s{0,3}[\"'“‘(]{0,2}")


class Mention(NamedTuple):
    """A label named in a text: which one, whether it starts the text, and whether the text denies it."""

    label: str
    leads: bool
    denied: bool


def read_label(text: str, labels: Sequence[str]) -> str | None:
    """The label of the contract that a cleaned reply gives, as the contract writes it, or `None`.

    In this order: the whole reply; what an announcement ("Answer: …") gives; what precedes "is the right answer"; the
    label that the reply starts with; the last line if it is nothing but a label; the first label asserted anywhere. A
    denied label ("not valid") gives the other one of two, and is passed over among more. Labels that are only listed
    ("yes or no") count for nothing. "Yes" and "true", "no" and
    "false" stand for each other where the contract has only one of them. Case, spaces, "_" and "-" make no difference.
    """
    finder = _finder(tuple(labels))
    whole = finder.exactly(text)
    if whole is not None:
        return whole
    before = confirmed(text)
    for part in (*announced(text), *([before] if before else [])):
        given = finder.first(part)
        if given is not None:
            return given
    start = next(iter(finder.mentions(text)), None)
    if start is not None and start.leads:
        return start.label
    last = finder.exactly(text.rstrip().rpartition("\n")[2])
    return last if last is not None else finder.first(text)


def names_label(text: str, labels: Sequence[str]) -> str | None:
    """The label that a text is, and nothing beside it, as the contract writes it."""
    return _finder(tuple(labels)).exactly(text)


@lru_cache(maxsize=64)
def _finder(labels: tuple[str, ...]) -> "_Finder":
    return _Finder.of(labels)


@dataclass(frozen=True, slots=True)
class _Finder:
    """One pattern for all labels; at one place the longest label wins."""

    by_name: dict[str, str]
    pattern: re.Pattern[str] | None
    two: tuple[str, ...]

    @classmethod
    def of(cls, labels: tuple[str, ...]) -> "_Finder":
        by_name = {_name(label): label for label in labels if _name(label)}
        by_name |= _synonyms(by_name)
        alternatives = "|".join(_pattern(name) for name in sorted(by_name, key=len, reverse=True))
        two = labels if len(labels) == 2 else ()
        return cls(by_name, re.compile(alternatives) if alternatives else None, two)

    def exactly(self, text: str) -> str | None:
        """The label that the whole text is."""
        return self.by_name.get(_name(text))

    def first(self, text: str) -> str | None:
        """The first label that the text asserts."""
        for mention in self.mentions(text):
            if not mention.denied:
                return mention.label
            if self.two:
                return self.two[1] if mention.label == self.two[0] else self.two[0]
        return None

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every label named, in order."""
        if self.pattern is None:
            return
        plain = _plain(text)
        found = [(match, self.by_name[" ".join(match.group().split())]) for match in self.pattern.finditer(plain)]
        if not found:
            return
        joined = [_lists(plain, *pair) for pair in pairwise(found)]
        for (match, label), before, after in zip(found, [False, *joined], [*joined, False], strict=True):
            if not before and not after:
                prefix = plain[max(0, match.start() - _BEFORE_NOT) : match.start()]
                leads = match.start() < _BEFORE_NOT and not prefix.strip(_OPENING)
                yield Mention(label, leads, _NOT.search(prefix) is not None)


def _lists(text: str, left: tuple[re.Match[str], str], right: tuple[re.Match[str], str]) -> bool:
    """Whether two different labels stand side by side as possibilities ("yes or no")."""
    return left[1] != right[1] and _OR.fullmatch(text[left[0].end() : right[0].start()]) is not None


def _plain(text: str) -> str:
    """Compatible characters, lower case, no "_" and "-". Line ends stay."""
    return unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace("-", " ")


def _name(label: str) -> str:
    """A label as it is looked up."""
    text = " ".join(_plain(folded(label)).split())
    return text.strip("()[]{} ") or text


def _synonyms(by_name: dict[str, str]) -> dict[str, str]:
    """Yes for true and no for false, and the reverse, in sets of two that have one of each."""
    positive, negative = _POSITIVE & set(by_name), _NEGATIVE & set(by_name)
    if len(by_name) != 2 or len(positive) != 1 or len(negative) != 1:
        return {}
    yes, no = by_name[next(iter(positive))], by_name[next(iter(negative))]
    return {**dict.fromkeys(_POSITIVE, yes), **dict.fromkeys(_NEGATIVE, no)}


def _pattern(name: str) -> str:
    """A label between word ends; scripts without spaces between words have none."""
    inner = r"\s{1,4}".join(re.escape(word) for word in name.split())
    before = r"(?<!\w)" if _spaced(name[0]) else ""
    after = r"(?!\w)" if _spaced(name[-1]) else ""
    return f"{before}{inner}{after}"


def _spaced(character: str) -> bool:
    return character.isalnum() and unicodedata.east_asian_width(character) not in "WF"
