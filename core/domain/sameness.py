"""Whether two rows ask the same, however they are dressed: in capitals, with other spaces or marks, in other columns.

A row has one or more marks, hashes of its plain form, and two rows ask the same if they share one. Words are joined,
and marks around them dropped, so that nothing makes another question that a person would not call one; what stands
between numbers stays, since 3 − 4 is not 34.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

from core.domain.example import Example

_NAMED: Final = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")
_INVISIBLE: Final = frozenset("\u2800\u3164\uffa0\u115f\u1160")
"""Letters and symbols that show nothing; what Unicode calls a format or control character shows nothing either."""

_BETWEEN_NUMBERS: Final = frozenset("+-*/^=<>%.:")
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_LONG_ENOUGH: Final = 30
"""Characters of a plain form that say enough by themselves, once what all rows share is taken away."""

_PIECES: Final = re.compile(r"\w+|[^\w\s]|\s+")


def plain(text: str) -> str:
    """The text without anything that can be changed and still leave it the same to a reader."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_DASHES)
    shown = "".join(letter for letter in folded if not _shows_nothing(letter)).replace("_", " ")
    pieces = _PIECES.findall(shown)
    kept = [piece if _counts(pieces, place) else " " for place, piece in enumerate(pieces)]
    joined = re.sub(r" +", " ", "".join(kept)).strip()
    return re.sub(r"(?<!\d) | (?!\d)", "", joined) or "".join(shown.split())


def marks(rows: Sequence[Example], template: str) -> tuple[frozenset[str], ...]:
    """The marks of each of these rows of one set, of a task with this input template.

    A row is known by what its template shows of it, and by its input alone if no other row of the set has the same one
    (columns that are added change nothing); and without what all rows of the set begin and end with.
    """
    inputs = [plain(_asked(row)) for row in rows]
    answers = ["\0".join(sorted(map(plain, row.answers))) for row in rows]
    often = Counter(zip(inputs, answers, strict=True))
    short = _without_frame(inputs)
    found = []
    for row, own, least, said in zip(rows, inputs, short, answers, strict=True):
        given = {_mark(sorted(_shown(row, template)), said)}
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
    after = pieces[place + 1] if place + 1 < len(pieces) else ""
    beyond = next((each for each in pieces[place + 1 :] if not each.isspace()), "")
    before = next((each for each in reversed(pieces[:place]) if not each.isspace()), "")
    return _is_number(after) or (_is_number(before) and bool(beyond) and _is_number(beyond))


def _is_number(piece: str) -> bool:
    return bool(piece) and piece[0].isdigit()
