"""Which older encoding a text is in: the few that people meet, told apart by where their letters stand in words."""

import re
from collections.abc import Iterable

_SMALL = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßğışşğ")
_LARGE = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŸ")
_SIGNS = frozenset("€£§©®°´·¿¡«»…–—•™½¼²³\xa0¥")
_QUOTES = frozenset("‘’‚“”„")
_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850")
_LATIN = {
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺôŕ", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "iso8859_2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺôŕ", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "cp1254": ("çğıöşüâîûi\u0307",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
}
"""Code pages with the small letters, beyond ASCII, of the languages that are written in them."""

_FAMILY = frozenset({
    *_LATIN, "iso8859_3", "iso8859_4", "iso8859_9", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16", "cp775",
    "cp852", "cp437", "cp858", "cp1140",
})  # fmt: skip
_HEBREW_FINAL = frozenset(b"\xea\xed\xef\xf3\xf5")
_THAI_ABOVE = frozenset((0xD1, *range(0xD4, 0xDB), *range(0xE7, 0xEF)))
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
    if japanese(sample):
        return "shift_jis"
    if thai(sample):
        return "cp874"
    if guess not in _FAMILY:
        return guess
    scores = {name: _alphabet(sample.decode(name, "replace"), words) for name, words in _LATIN.items()}
    best = max(_LATIN, key=lambda name: scores[name])
    return best if scores[best] > 0.8 else guess


def _alphabet(text: str, languages: Iterable[str]) -> float:
    """The share of the characters beyond ASCII that are letters of the one language that has most of them."""
    high = [sign for sign in text.casefold() if not sign.isascii()]
    return max(sum(sign in letters for sign in high) for letters in languages) / len(high) if high else 0.0


def japanese(sample: bytes) -> bool:
    """Whether the bytes are Shift-JIS: they decode, and a good part of the characters are Japanese syllables."""
    try:
        high = [sign for sign in sample.decode("shift_jis") if not sign.isascii()]
    except UnicodeDecodeError:
        return False
    syllables = sum("\u3040" <= sign <= "\u30ff" for sign in high)
    return bool(high) and syllables > 0.25 * len(high)


def thai(sample: bytes) -> bool:
    """Whether the bytes beyond ASCII are Thai: vowels and tones above and below stand on consonants."""
    high = [byte for byte in sample if byte >= 0x80]
    if len(high) < 12 or not all(0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB for byte in high):
        return False
    above = [at for at, byte in enumerate(sample) if byte in _THAI_ABOVE]
    stand = sum(0xA1 <= sample[at - 1] <= 0xCE or sample[at - 1] in _THAI_ABOVE for at in above if at)
    lead = [at for at, byte in enumerate(sample) if 0xE0 <= byte <= 0xE4]
    follow = sum(0xA1 <= byte <= 0xCE for at in lead for byte in sample[at + 1 : at + 2])
    fits = stand + follow >= 0.98 * (len(above) + len(lead))
    return fits and bool(lead) and len(above) + len(lead) > 0.12 * len(high)
