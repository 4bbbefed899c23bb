"""Says in the window's language what `core` says in English.

`core` knows no Qt, and its sentences also come through the engine's pipe and out of old logs. They are recognized by
their templates (`resources/translations/core.json`, kept by `packaging/translations.py`), the template is translated,
and what stood in its gaps is put into the gaps of the translation. A sentence that is not recognized stays English.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from core.paths import resources
from desktop.language import SOURCE, spoken_now

_GAP = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.!?;,:]) ")
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class _Template:
    """A sentence with gaps; `key` is its longest piece between gaps, which a sentence must have to fit."""

    text: str
    pattern: re.Pattern[str]
    key: str
    letters: int


def translated(text: str) -> str:
    """A text of `core` in the window's language; as it is where it is not known, or the window speaks English."""
    language = spoken_now()
    return text if language == SOURCE or not text else _translated(text, language)


@lru_cache(maxsize=2048)
def _translated(text: str, language: str) -> str:
    del language  # what was said in one language is not remembered for another
    return _rest(text)


def _piecewise(text: str) -> str:
    """Several sentences in one text: the longest beginning that is known, then the rest."""
    ends = [match.start() for match in _END.finditer(text)][:_MOST_PARTS]
    for end in reversed(ends):
        known = _of_template(text[:end])
        if known is not None:
            return _joined(known, _rest(text[end + 1 :]))
    if ends:
        return _joined(text[: ends[0]], _rest(text[ends[0] + 1 :]))
    return text


def _rest(text: str) -> str:
    whole = _of_template(text)
    return whole if whole is not None else _piecewise(text)


def _joined(first: str, rest: str) -> str:
    """Chinese stops are wide: no space behind them."""
    return f"{first}{rest}" if first.endswith(("。", "？", "！", "；", "，", "：")) else f"{first} {rest}"


def _of_template(text: str) -> str | None:
    if text in _plain():
        return _say(text)
    for template in _with_gaps():
        if template.key in text and (match := template.pattern.fullmatch(text)) is not None:
            return _filled(_say(template.text), match.groupdict())
    return None


def _filled(text: str, gaps: Mapping[str, str]) -> str:
    return _GAP.sub(lambda gap: _in_gap(gaps.get(gap.group(1), gap.group())), text)


def _in_gap(value: str) -> str:
    """What fills a gap may be a sentence itself, or a word that a form also has."""
    return _rest(value) if " " in value else value


def _say(text: str) -> str:
    return QCoreApplication.translate("Core", text)


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    return tuple(json.loads((resources() / "translations" / "core.json").read_text("utf-8")))


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    return frozenset(text for text in _known() if not _GAP.search(text))


@lru_cache(maxsize=1)
def _with_gaps() -> tuple[_Template, ...]:
    """The most particular one first."""
    made = [_template(text) for text in _known() if _GAP.search(text)]
    return tuple(sorted(made, key=lambda template: -template.letters))


def _template(text: str) -> _Template:
    pieces = _GAP.split(text)
    literal = pieces[::2]
    pattern = "".join(_piece(number, piece) for number, piece in enumerate(pieces))
    return _Template(text, re.compile(pattern, re.DOTALL), max(literal, key=len), sum(map(len, literal)))


def _piece(number: int, piece: str) -> str:
    return f"(?P<{piece}>.*?)" if number % 2 else re.escape(piece)
