"""Which older encoding a text is in: the few that people meet, told apart by where their letters stand in words."""

import re
from collections.abc import Iterable

_SMALL = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßğışşğ")
_LARGE = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŸ")
_SIGNS = frozenset("€£§©®°´·¿¡«»…–—•™½¼²³\xa0¥")
_QUOTES = frozenset("‘’‚“”„")
_WESTERN = ("cp1252", "mac_roman", "cp850")
_RARE = frozenset({"iso8859_3", "iso8859_4", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16", "cp775", "cp1257"})
_CENTRAL = frozenset({"iso8859_2", "cp1250", "cp852", *_RARE})
_ISO_2 = frozenset(b"\xb1\xb6\xbc\xa1\xa6\xac\xb9\xbe\xbb\xa9\xab\xae")
_HEBREW_FINAL = frozenset(b"\xea\xed\xef\xf3\xf5")
_ESCAPED = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))


def escaped(head: bytes) -> str:
    """The seven-bit encoding whose marks stand in ASCII, or nothing."""
    return next((name for mark, name in _ESCAPED if mark in head), "")


def western(sample: bytes) -> str:
    """The Western code page in which accents are small letters within words and signs are not; nothing if none is."""
    scores = {name: _score(sample.decode(name, "replace")) for name in _WESTERN}
    best = max(_WESTERN, key=lambda name: scores[name])
    letters = sum(byte < 0x80 and chr(byte).isalpha() for byte in sample)
    high = sum(byte >= 0x80 for byte in sample)
    return best if scores[best] >= 0.95 and high < 0.35 * (letters + high) else ""


def _score(text: str) -> float:
    """The share of the characters beyond ASCII that stand where such a character belongs."""
    fits = [_fits(text[at - 1 : at], sign, text[at + 1 : at + 2]) for at, sign in enumerate(text) if not sign.isascii()]
    return sum(fits) / len(fits) if fits else 1.0


def _fits(before: str, sign: str, after: str) -> bool:
    if sign in _SMALL:
        return True
    if sign in _LARGE:
        return not (before.isalpha() and before.islower())
    if sign in _QUOTES:
        return not (before.isalpha() and sign in "‚„") and not (before.isspace() and after.isspace())
    return sign in _SIGNS and not (before.isalpha() and after.isalpha() and sign not in "·–—…")


def hebrew(sample: bytes) -> bool:
    """Whether the bytes beyond ASCII are Hebrew letters whose final forms stand at the ends of words alone."""
    high = [byte for byte in sample if byte >= 0x80]
    if len(high) < 12 or sum(0xE0 <= byte <= 0xFA for byte in high) < 0.97 * len(high):
        return False
    inner = list(re.finditer(rb"[\xe0-\xfa]+", sample))
    finals = [
        (byte in _HEBREW_FINAL, at == len(word.group()) - 1) for word in inner for at, byte in enumerate(word.group())
    ]
    ends = [last for final, last in finals if final]
    return len(ends) > 2 and sum(ends) >= 0.9 * len(ends)


def likelier(guess: str, sample: bytes) -> str:
    """A guess of another code page as the one of its family that is really used."""
    if hebrew(sample):
        return "cp1255"
    if guess in _CENTRAL and guess != "cp852":
        return "iso8859_2" if _is_iso(sample) else "cp1250"
    return guess


def _is_iso(sample: Iterable[int]) -> bool:
    """No byte from 0x80 to 0x9F, where Windows has letters, and letters where Windows has signs."""
    high = [byte for byte in sample if byte >= 0x80]
    return not any(byte < 0xA0 for byte in high) and any(byte in _ISO_2 for byte in high)
