"""What a text looks like to a reader: without the dress of the web, accents, and letters that look like others."""

import html
import re
import unicodedata
from typing import Final

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_ACCENTS: Final = dict.fromkeys(range(0x300, 0x370))
_SIGNS: Final = frozenset("&<\\")

_LOOKALIKES: Final = str.maketrans(
    # small letters of Cyrillic, Greek, Armenian and Latin's own edges, as they are once capitals are folded
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043a\u043c\u0442\u043d\u0432"
    "\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba\u03c4\u03c5\u03c7\u0585\u0581\u057d\u0570\u0131\u0251\u0261",
    "aeopcyxijshdqwkmthboavpiktuxogshiag",
)


def undressed(text: str) -> str:
    """The text as it is read. Only ever compared with others that went the same way: it is no good spelling."""
    if text.isascii() and _SIGNS.isdisjoint(text):
        return text
    shown = _TAG.sub(" ", html.unescape(_ESCAPED.sub(_letter, text)))
    if shown.isascii():
        return shown
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", shown).casefold()).translate(_ACCENTS)
    return unicodedata.normalize("NFKC", apart).translate(_LOOKALIKES)


def _letter(found: "re.Match[str]") -> str:
    return chr(int(found[1], 16))
