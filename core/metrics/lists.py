"""The list in a reply: by lines, commas, numbers or spaces; and closing brackets."""

import re

from core.metrics.announcing import announced
from core.metrics.cleaning import bare, folded
from core.metrics.languages import ENDING_COPULA
from core.metrics.structured import as_text, container, named, repeated

_NUMBERING = re.compile(r"^[ \t]{0,8}(?:\(?\d{1,3}[.):]|[-*•–])[ \t]+")
_INLINE_NUMBERING = re.compile(r"(?:^|[\s,;])\(?\d{1,3}[.)][ \t]+")
_SEPARATORS = re.compile(r"[,;、，；]|\s?(?:->|=>|→)\s?|\s[<>|]\s|(?:^|\s)(?:and|&|und|et|y|e|и|och|og|ve|dan|và)\s")
_INTRODUCTION = re.compile(
    r"\b(?:sorted|list|order|ordered|items|words|here|sequence|follow\w{0,5})\b[^:\n]{0,60}:", re.I
)
_ARE = re.compile(
    r"(?:the|these|my|die|diese|les|ces|los|las|estos|estas|os|as|gli|le|i) [^\n,;:.!?]{1,40}? "
    r"(?:are|sind|sont|son|são|sono)[ \t]{1,2}"
    r"(?=[^\n]{1,500}(?:,|;|\band\b|\bund\b|\bet\b|\by\b|\be\b))",
    re.IGNORECASE,
)
"""Words before a list within its sentence: "the colors are red and green"."""
_BRACKETS = re.compile(r"[\[\](){}<>](?:[\s,]{0,3}[\[\](){}<>])*")
_ONLY_BRACKETS = re.compile(r"[\[\](){}<>\s,]+")
_LOOSE_BRACKET = re.compile(r"(?<!\S)[\[\](){}<>](?!\S)")


def read_list(text: str, question: str = "") -> tuple[str, ...]:
    """The items that a cleaned reply lists, in order; empty if there are none.

    After an announcement or an introduction ("Sorted: …", "… as follows:") only what follows counts. Items are parted
    by lines or numbering, else by commas, else by spaces; a JSON list has its own. A reply of brackets, or to a
    question about brackets, is its last run of brackets, one item each, so that "])" and "] )" are equal.
    """
    value = container(text)
    value = named(value) if isinstance(value, dict) else value
    if isinstance(value, list) and not _ONLY_BRACKETS.fullmatch(text):
        return tuple(item for item in map(as_text, value) if item)
    if (inside := repeated(text)) is not None:
        return inside
    body = _body(text)
    if _ONLY_BRACKETS.fullmatch(body):
        return _brackets(body)
    if len(_LOOSE_BRACKET.findall(question)) >= 2:
        runs = _BRACKETS.findall(body)
        return _brackets(runs[-1]) if runs else ()
    if body[:1] + body[-1:] in {"[]", "{}", "()"}:
        body = body[1:-1]
    items = [item for item in map(bare, _parts(body)) if item]
    if len(items) > 1:
        items[-1] = ENDING_COPULA.sub("", items[-1]) or items[-1]
    return tuple(items)


def words_of(items: tuple[str, ...]) -> tuple[str, ...]:
    """For comparing lists whatever parted their items: all words in order, folded."""
    return tuple(word for item in items for word in re.sub(r"[,;、，；]", " ", folded(item)).split())


def _body(text: str) -> str:
    tails = announced(text)
    if tails:
        return tails[0]
    introduced = _INTRODUCTION.search(text)
    if introduced and text[introduced.end() :].strip():
        return text[introduced.end() :].strip()
    first, newline, rest = text.strip().partition("\n")
    return rest.strip() if newline and first.rstrip().endswith((":", "：")) else text.strip()


def _parts(body: str) -> list[str]:
    lines = [line for line in body.splitlines() if line.strip()]
    numbered = [line for line in lines if _NUMBERING.match(line)]
    if len(numbered) > 1:
        return [_NUMBERING.sub("", line) for line in numbered]
    if len(lines) > 1 and not any(_SEPARATORS.search(line) for line in lines):
        return [_NUMBERING.sub("", line) for line in lines]
    line = lines[0] if lines else ""
    if len(_INLINE_NUMBERING.findall(line)) > 1:
        return _INLINE_NUMBERING.split(line)
    line = _ARE.sub("", _NUMBERING.sub("", line), count=1) if _ARE.match(line) else _NUMBERING.sub("", line)
    if _SEPARATORS.search(line):
        return _SEPARATORS.split(line)
    return line.split()


def _brackets(text: str) -> tuple[str, ...]:
    return tuple(character for character in text if not character.isspace() and character != ",")
