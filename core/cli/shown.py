"""Texts as a terminal may have them: what came from a file, a model or a stranger gives it no orders."""

import unicodedata
from typing import Final

_KEPT: Final = "\n\t"
_DELETE: Final = 0x7F


def shown(text: str) -> str:
    """The text with symbols in place of control characters, and of those that turn the direction of writing."""
    if text.isprintable():
        return text
    return "".join(_symbol(letter) if _gives_orders(letter) else letter for letter in text)


def _gives_orders(letter: str) -> bool:
    if letter in _KEPT:
        return False
    category = unicodedata.category(letter)
    return (
        category == "Cc"
        or letter in "\u200e\u200f\u061c\u2028\u2029"
        or "\u202a" <= letter <= "\u202e"
        or ("\u2066" <= letter <= "\u2069")
        or category == "Cs"
    )


def _symbol(letter: str) -> str:
    """␛ for the escape character, and so on; ␦ for others."""
    code = ord(letter)
    if code < ord(" "):
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\u2426"
