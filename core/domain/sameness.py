"""Whether two rows ask the same, however they are dressed: in capitals, with other spaces or marks, in other columns.

A row has one or more marks, hashes of its plain form, and two rows ask the same if they share one. Words are joined,
and marks around them dropped, so that nothing makes another question that a person would not call one; what stands
between numbers stays, since 3 − 4 is not 34.
"""

import hashlib
import heapq
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.domain.disguise import undressed
from core.domain.example import Example

_NAMED: Final = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")
_INVISIBLE: Final = frozenset("\u2800\u3164\uffa0\u115f\u1160")
"""Letters and symbols that show nothing; what Unicode calls a format or control character shows nothing either."""

_BETWEEN_NUMBERS: Final = frozenset("+-*/^=<>%.:")
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_ASCII: Final = dict.fromkeys((*range(9), *range(14, 28), 127)) | {ord("_"): " "}
"""What shows nothing of the letters of ASCII."""

_LONG_ENOUGH: Final = 30
"""Characters of a plain form that say enough by themselves, once what all rows share is taken away."""

_LENGTHS: Final = ((4.8, 7), (3.4, 10), (2.4, 14))
"""Words of a phrase by the bits that a word of the rows tells on average: 34 bits and more together."""

_LONGER: Final = 3
"""Words that a row must have beyond one phrase."""

_PHRASES: Final = 4
"""Phrases that are kept of each row."""

_PIECES: Final = re.compile(r"\w+|[^\w\s]|\s+")


def plain(text: str) -> str:
    """The text without anything that can be changed and still leave it the same to a reader."""
    return _joined(_plain_pieces(text)) or "".join(text.split())


def _joined(pieces: Sequence[str]) -> str:
    joined = re.sub(r" +", " ", "".join(pieces)).strip()
    return re.sub(r"(?<!\d) | (?!\d)", "", joined)


def _plain_pieces(text: str) -> list[str]:
    """Words, numbers and the marks that count, with blanks between."""
    if text.isascii():
        shown = text.lower().translate(_ASCII)
    else:
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_DASHES)
        shown = "".join(letter for letter in folded if not _shows_nothing(letter)).replace("_", " ")
    pieces = _PIECES.findall(shown)
    return [piece if _counts(pieces, place) else " " for place, piece in enumerate(pieces)]


def marks(rows: Sequence[Example], template: str) -> tuple[frozenset[str], ...]:
    """The marks of each of these rows of one set, of a task with this input template.

    A row is known by what its template shows of it, and by its input alone if no other row of the set has the same one
    (columns that are added change nothing); without what all rows of the set begin and end with; and, if it is long, by
    a few of its phrases that no other row of the set has, which stay when something is put in front or behind. A row in
    the dress of the web, with accents or letters that look like others, has the marks of the bare text as well.
    """
    undressed_rows = [_undressed(row) for row in rows]
    if all(bare is row for bare, row in zip(undressed_rows, rows, strict=True)):
        return _marks(rows, template)
    pairs = zip(_marks(rows, template), _marks(undressed_rows, template), strict=True)
    return tuple(worn | bare for worn, bare in pairs)


def _undressed(row: Example) -> Example:
    """The row as a reader sees it; the very same one if it wore nothing."""
    texts = (row.input, *row.answers, *(value for _, value in row.variables), *(text for _, text in row.turns))
    bare = [undressed(text) for text in texts]
    if all(one == other for one, other in zip(texts, bare, strict=True)):
        return row
    return replace(
        row,
        input=undressed(row.input),
        answers=tuple(map(undressed, row.answers)),
        variables=tuple((name, undressed(value)) for name, value in row.variables),
        turns=tuple((role, undressed(text)) for role, text in row.turns),
    )


def _marks(rows: Sequence[Example], template: str) -> tuple[frozenset[str], ...]:
    pieces = [_plain_pieces(_asked(row)) for row in rows]
    inputs = [_joined(each) or "".join(row.input.split()) for each, row in zip(pieces, rows, strict=True)]
    plainly = set(_NAMED.findall(template)) == {"input"}
    answers = ["\0".join(sorted(map(plain, row.answers))) for row in rows]
    often = Counter(zip(inputs, answers, strict=True))
    short, phrases = _without_frame(inputs), _own_phrases(pieces)
    found = []
    for row, own, least, said, own_phrases in zip(rows, inputs, short, answers, phrases, strict=True):
        shown = [own] if plainly and not row.turns else _shown(row, template)
        given = {_mark(sorted(shown), said), *(_mark([phrase], said) for phrase in own_phrases)}
        if often[own, said] == 1:
            given.add(_mark([own], said))
            if len(least) >= _LONG_ENOUGH:
                given.add(_mark([least], said))
        found.append(frozenset(given))
    return tuple(found)


def _asked(row: Example) -> str:
    """The input, after what was said before it."""
    return "\n".join([*(text for _, text in row.turns), row.input])


def _shown(row: Example, template: str) -> list[str]:
    """The plain forms of what the template shows of a row, whatever the columns are called."""
    values = {"input": row.input, **dict(row.variables)}
    shown = [plain(values[name]) for name in dict.fromkeys(_NAMED.findall(template)) if name in values]
    return shown + [plain(text) for _, text in row.turns] or [plain(row.input)]


def _own_phrases(pieces: Sequence[Sequence[str]]) -> list[list[str]]:
    """Of each long row, the few phrases with the smallest hashes among those that no other row has."""
    all_words = [[piece for piece in each if not piece.isspace()] for each in pieces]
    length = _phrase_length(all_words)
    all_phrases = [_phrases(words, length) for words in all_words]
    often = Counter(phrase for phrases in all_phrases for phrase in phrases)
    own = ((phrase for phrase in phrases if often[phrase] == 1) for phrases in all_phrases)
    return [heapq.nsmallest(_PHRASES, each, key=_place) for each in own]


def _phrases(words: Sequence[str], length: int) -> set[str]:
    if not length or len(words) < length + _LONGER:
        return set()
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


def _phrase_length(texts: Sequence[Sequence[str]]) -> int:
    """How many words make a phrase that nobody writes twice by chance: more where few words are used; 0 for none."""
    counts = Counter(word for words in texts for word in words)
    total = counts.total()
    bits = -sum(count / total * math.log2(count / total) for count in counts.values()) if total else 0.0
    return next((length for least, length in _LENGTHS if bits >= least), 0)


def _place(phrase: str) -> bytes:
    return hashlib.blake2b(phrase.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _without_frame(texts: Sequence[str]) -> list[str]:
    """The texts without the beginning and the end that all of them share."""
    if len(texts) < 2:
        return list(texts)
    start = _shared(texts)
    cut = [text[start:] for text in texts]
    end = _shared([text[::-1] for text in cut])
    return [text[: len(text) - end] for text in cut]


def _shared(texts: Sequence[str]) -> int:
    """How many letters all of them begin with: those that the first and the last in order share."""
    first, last = min(texts), max(texts)
    differing = (place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    return next(differing, min(len(first), len(last)))


def _mark(texts: Sequence[str], answers: str) -> str:
    digest = hashlib.sha256()
    for text in (*texts, answers):
        digest.update(f"{len(text)}:".encode() + text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:20]


def _shows_nothing(letter: str) -> bool:
    category = unicodedata.category(letter)
    if category in {"Cf", "Cc"}:
        return letter not in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85"
    return letter in _INVISIBLE or "\ufe00" <= letter <= "\ufe0f"


def _counts(pieces: Sequence[str], place: int) -> bool:
    """Whether a piece makes another text: words, numbers and symbols do, and marks between or before numbers."""
    piece = pieces[place]
    if piece.isspace():
        return False
    if piece[0].isalnum() or unicodedata.category(piece[0])[0] in "MS":
        return True
    if piece not in _BETWEEN_NUMBERS:
        return False
    after, beyond = (pieces[at] if at < len(pieces) else "" for at in (place + 1, place + 2))
    before, earlier = (pieces[at] if at >= 0 else "" for at in (place - 1, place - 2))
    beyond = beyond if after.isspace() else after  # blanks are one piece
    before = earlier if before.isspace() else before
    return _is_number(after) or (_is_number(before) and _is_number(beyond))


def _is_number(piece: str) -> bool:
    return bool(piece) and piece[0].isdigit()
