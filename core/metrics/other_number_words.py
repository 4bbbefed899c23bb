"""Numbers spelled in the words of other languages than English (`core.metrics.tongues`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.metrics.tongues import TONGUES, Tongue

_SIGN = re.compile(r"^(?:minus|moins|menos|meno|минус)[ \t]+", re.IGNORECASE)
_COUNTED = re.compile(r" [^\W\d_]{1,20}(?: [^\W\d_]{1,20})?")
"""The one or two words behind a number that are all else of a reply: what is counted."""
_LONG = 8
"""Letters of a word that is a number in any sentence; a shorter one alone counts beside words of its language."""


@dataclass(frozen=True, slots=True)
class _Reader:
    values: dict[str, int]
    scales: dict[str, int]
    run: re.Pattern[str]
    part: re.Pattern[str]
    common: frozenset[str]
    articles: frozenset[str]


def _reader(tongue: Tongue) -> _Reader:
    pairs = [word.split("=") for word in tongue.words.split()]
    values = {word: int(value) for word, value in pairs if not value.startswith("*")}
    scales = {word: int(value[1:]) for word, value in pairs if value.startswith("*")}
    either = "|".join(
        re.escape(word).replace(r"\-", "[- ]") for word in sorted({**values, **scales}, key=len, reverse=True)
    )
    run = rf"(?<!\w)(?:{either})(?:[ -]?(?:{tongue.joiners})?[ -]?(?:{either}))*+(?!\w)"
    part = rf"(?P<joiner>(?:{tongue.joiners})?[ -]?)(?P<word>{either})"
    pattern = re.compile(run, re.IGNORECASE), re.compile(part, re.IGNORECASE)
    return _Reader(values, scales, *pattern, frozenset(tongue.common.split()), frozenset(tongue.articles.split()))


_READERS = tuple(map(_reader, TONGUES))


def other_spelled_numbers(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Start, end and value of each number, in the language of which most of the text's letters are numbers."""
    found = [list(_numbers(text, reader)) for reader in _READERS]
    return iter(max(found, key=lambda each: sum(end - start for start, end, _ in each)))


def _numbers(text: str, reader: _Reader) -> Iterator[tuple[int, int, Decimal]]:
    words = frozenset(re.findall(r"[^\W\d_]+", text.casefold()))
    alone = _SIGN.sub("", text.strip(" \t\n.,;:!?*\"'«»“”"))
    at_home = bool(words & reader.common)
    for match in reader.run.finditer(text):
        run = match.group()
        if (
            run == alone
            or (_COUNTED.fullmatch(alone, len(run)) and alone.startswith(run))
            or ((at_home or len(run) >= _LONG) and run.casefold() not in reader.articles)
        ):
            yield from _parsed(match, reader)


def _parsed(match: re.Match[str], reader: _Reader) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers of a run of words: one, or several where a word cannot go on with those before it."""
    total = group = 0
    start = end = match.start()
    for part in reader.part.finditer(match.string, match.start(), match.end()):
        word = part["word"].casefold().replace(" ", "-")
        value, scale = reader.values.get(word), reader.scales.get(word, 0)
        if value is not None and not _goes_on(group, value):
            yield start, end, Decimal(total + group)
            total, group, start = 0, 0, part.start("word")
        if value is not None:
            group += value
        elif scale == 10:
            group = group // 10 * 10 + 10 * (group % 10 or 1)
        elif scale == 100:
            group = 100 * (group or 1) if group < 100 else group + 100
        else:
            total, group = total + max(group, 1) * scale, 0
        end = part.end()
    yield start, end, Decimal(total + group)


def _goes_on(group: int, value: int) -> bool:
    """Whether a value may follow in the same number: “hundred five”, “forty two”, “two and forty”, “sixty ten”."""
    rest = group % 100
    return (
        group == 0
        or (rest == 0 and value < 100)
        or (rest >= 10 and rest % 10 == 0 and 0 < value < 10)
        or (0 < rest < 10 and 20 <= value < 100 and value % 10 == 0)
        or (rest in {60, 80} and 10 <= value < 20)
    )
