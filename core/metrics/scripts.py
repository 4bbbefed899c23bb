"""Word ends in scripts with and without spaces between words, and characters of other widths made ordinary."""

import unicodedata
from functools import lru_cache

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff"
)
"""Ranges of Thai, Lao, Burmese, Khmer, Kana, Han and Hangul, in which a word may touch a Latin letter or a digit."""

STARTS = rf"(?-i:(?<![^\W{UNSPACED}]))"
"""Pattern: no letter of a script with spaces, and no digit, stands right before. Without regard to case it would be
compiled a hundred times as slowly, and mean the same."""

ENDS = rf"(?-i:(?![^\W{UNSPACED}]))"
"""Pattern: no letter of a script with spaces, and no digit, stands right after."""

SUFFIX = r"(?:[dt][ıiuü]r|y?[ıiuü]|n?[ıiuü]n|[dt][ea]n?)(?!\w)"
"""Pattern: an ending that Turkish writes behind an apostrophe: “B'dir” is “it is B”."""

_DIGITS_FROM = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0,
    0x0F20, 0x1040, 0x17E0,
)  # fmt: skip
_NARROW = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x3000: 0x20, 0x066B: 0x2E, 0x066C: 0x2C}
    | {first + value: 0x30 + value for first in _DIGITS_FROM for value in range(10)}
)


def narrow(text: str) -> str:
    """Full-width letters, digits and marks as ordinary ones, digits of all scripts as 0…9. Places stay as they are."""
    return text if text.isascii() else text.translate(_NARROW)


def glued(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word, as far as their scripts tell."""
    return left[-1:].isalnum() and right[:1].isalnum() and not (_unspaced(left[-1]) or _unspaced(right[0]))


@lru_cache(maxsize=4096)
def _unspaced(character: str) -> bool:
    return unicodedata.name(character, "").startswith(
        ("CJK ", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "MYANMAR", "KHMER")
    )
