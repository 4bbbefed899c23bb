"""The number in a reply, as an exact decimal."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from core.metrics.announcing import announced, confirmed
from core.metrics.cleaning import bare, first_line
from core.metrics.number_forms import FoundNumber, find_numbers, plain_numbers, written
from core.metrics.structured import boxed

__all__ = ["accepted_number", "decimal_comma", "find_numbers", "parse_number", "read_number", "written"]

_LIST_OF_THINGS = re.compile(r"(?: [^\W\d_]{1,30}){1,3}(?:,? (?:and|or|und|et|y|e|и) |, )")
_REASON_FOLLOWS = re.compile(
    r"[ \t]{0,2}[,;:.—–-]{0,1}[ \t]{0,2}(?:because|since|as|which|that is|so that|car|parce|denn|weil|da"
    r"|porque|pues|pois|perché"
    r"|потому|так как|因为|因為|なぜなら|왜냐하면)(?!\w)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\([^()\n]{0,200}\)|\[\d{1,3}\]")
_PART = re.compile(
    r"(?:\b(?:of which|of whom|of these|of them|including|davon|darunter|dont|de los cuales|de las cuales|dos quais|"
    r"das quais|из них|из которых)\b|其中|そのうち|うち|그중|그 중|منها)[^.。\n]{0,200}"
)
"""A part of what was counted: "42, of which 3 …"."""
_OUT_OF = re.compile(r"\bout of(?: the| a total of)? ?$", re.IGNORECASE)
_COMMA = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,}))(?![\d,.]\d|\d)")
_POINT = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{2,3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,}))(?![\d,.]\d|\d)")
_COMMA_LANGUAGES = frozenset((
    "der", "die", "das", "und", "ist", "wie", "viele", "viel", "beträgt", "kostet", "eine", "einen", "nicht",
    "wird", "le", "les", "des", "une", "est", "combien", "quel", "quelle", "el", "los", "las", "cuánto",
    "cuántos", "cuánta", "cuántas", "una", "por", "cada", "quanto", "quanti", "quante", "quantos", "quantas",
    "il", "gli", "della", "uma", "não", "são", "het", "een", "hoeveel", "jest", "ile", "сколько", "сколь", "и",
    "на", "в", "из", "bir", "kaç", "ve", "toplam", "và", "bao", "nhiêu", "czy", "się", "hur", "många", "hvor",
    "mange",
))  # fmt: skip
"""Common words of languages that write the decimal sign as a comma."""

_POINT_LANGUAGES = frozenset(("the", "of", "and", "is", "how", "many", "much", "what", "each", "with", "does"))
_WORD = re.compile(r"[^\W\d_]+")


def read_number(text: str, *, comma: bool = False) -> Decimal | None:
    """The number that a cleaned reply gives as its answer, or `None`.

    In this order: what an announcement ("Answer: …", "the answer is …") gives, after a "=" if there is one; what
    precedes "is the right answer"; a first line that is nothing but a number; a number that the reply begins with and
    then gives reasons for; the last number outside of brackets. Numbers in words count where there are no digits. "5
    apples and 3 pears" gives two numbers and no answer: `None`. `comma` is as in `find_numbers`.
    """
    text = plain_numbers(text)
    before = confirmed(text)
    for part in announced(text):
        value = _given(part, comma=comma)
        if value is not None:
            return value
    if before and (found := find_numbers(before, comma=comma)):
        return found[-1].value
    found = find_numbers(text, comma=comma)
    if not found:
        return None
    alone = parse_number(first_line(text), comma=comma)
    if alone is not None:
        return alone
    if not text[: found[0].start].strip(" \t*_\"'“(") and _REASON_FOLLOWS.match(text, found[0].end):
        return found[0].value
    return None if _counts_things(text, found) else _last(text, found).value


def parse_number(text: str, *, comma: bool = False) -> Decimal | None:
    """The value of a text that is a number and nothing else, apart from a unit sign: "1,234.50", "$5", "1/2", "ten"."""
    stripped = bare(plain_numbers(text)).strip("%°€£¥₹₽₩$ ").strip()
    found = find_numbers(stripped, comma=comma)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)):
        return found[0].value
    return None


def accepted_number(answer: str, *, comma: bool = False) -> Decimal | None:
    """The value of an accepted answer, which may be a worked solution: it ends in "#### 18", or has a box."""
    value = parse_number(answer, comma=comma)
    if value is None and (inside := boxed(answer)) is not None:
        value = parse_number(inside, comma=comma)
    return read_number(answer, comma=comma) if value is None else value


@lru_cache(maxsize=4096)
def decimal_comma(texts: tuple[str, ...], question: str = "") -> bool:
    """Whether the comma is the decimal sign of a row: by numbers in its answers or its input that can be read in one
    way only, else by the language of the input."""
    for text in (*texts, question[:2000]):
        comma, point = len(_COMMA.findall(text)), len(_POINT.findall(text))
        if comma != point:
            return comma > point
    words = {word.casefold() for word in _WORD.findall(question[:2000])}
    return len(words & _COMMA_LANGUAGES) > len(words & _POINT_LANGUAGES)


def _given(tail: str, *, comma: bool) -> Decimal | None:
    """The number of an announcement: what it starts with, or else the last one of its first line that has one."""
    line = next((each for each in tail.splitlines()[:50] if find_numbers(each, comma=comma)), "")
    _, equals, right = line.rpartition("=")
    if equals and (computed := find_numbers(right, comma=comma)):
        return computed[0].value
    found = find_numbers(line, comma=comma)
    if not found:
        return None
    return found[0].value if not line[: found[0].start].strip(" \t([{\"'“≈~*:") else found[-1].value


def _last(text: str, found: Sequence[FoundNumber]) -> FoundNumber:
    """The last number; the only one outside of brackets ("7 (see step 3)"), and not what another one is part of."""
    remarks = [match.span() for pattern in (_REMARK, _PART) for match in pattern.finditer(text)]
    outside = [each for each in found if not any(start <= each.start < end for start, end in remarks)]
    if len(outside) == 1:
        return outside[0]
    if outside and outside[-1].start < found[-1].start and _PART.search(text, outside[-1].end, found[-1].start):
        return outside[-1]
    return found[-2] if len(found) > 1 and _OUT_OF.search(text, found[-2].end, found[-1].start) else found[-1]


def _counts_things(text: str, found: Sequence[FoundNumber]) -> bool:
    """Whether the reply ends by counting several things ("5 apples and 3 pears") without saying which is meant."""
    if len(found) < 2:
        return False
    between = text[found[-2].end : found[-1].start]
    after = bare(text[found[-1].end :])
    return _LIST_OF_THINGS.fullmatch(between) is not None and 0 < len(after.split()) <= 3 and after[0].isalpha()
