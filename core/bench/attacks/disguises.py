"""The rows of an opened test in many disguises, and rows that only look like them."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.domain.example import Example, fingerprint
from core.domain.sameness import marks
from core.errors import SealedTestError
from core.store.ledger import Ledger

_WORDS = ("storm", "took", "roof", "nobody", "town", "seen", "such", "wind", "since", "long", "mothers", "born")
_TEMPLATE = "{{input}}"

Dress = Callable[[Example], Example]


def _text(change: Callable[[str], str]) -> Dress:
    return lambda row: replace(row, input=change(row.input))


DISGUISES: dict[str, Dress] = {
    "a column": lambda row: replace(row, variables=(("id", f"k{row.row}"),)),
    "two columns": lambda row: replace(row, variables=(("a", "1"), ("note", f"row {row.row} of the second import"))),
    "numbers": lambda row: replace(row, row=row.row + 1000),
    "a blank behind": _text(lambda text: text + " "),
    "a blank in front": _text(lambda text: "  " + text),
    "two blanks": _text(lambda text: text.replace(" ", "  ")),
    "a hard blank": _text(lambda text: text.replace(" ", "\u00a0", 1)),
    "tabs": _text(lambda text: text.replace(" ", "\t")),
    "lines": _text(lambda text: text.replace(" ", "\r\n", 2)),
    "a stop": _text(lambda text: text + "."),
    "quotes": _text(lambda text: f"“{text}”"),
    "marks": _text(lambda text: text.replace(" ", ", ", 2) + "!?"),
    "capitals": _text(str.upper),
    "a capital": _text(str.capitalize),
    "invisible": _text(lambda text: text[:3] + "\u200b\u2060" + text[3:]),
    "a mark of order": _text(lambda text: "\ufeff" + text + "\u200e"),
    "wide": _text(lambda text: "".join(chr(ord(a) + 0xFEE0) if "a" <= a <= "z" else a for a in text)),
    "taken apart": _text(lambda text: unicodedata.normalize("NFD", text + "é")[:-2]),
    "a question": _text(lambda text: f"Question: {text} What is it?"),
    "entities": _text(lambda text: text.replace("o", "&#111;").replace(" ", "&nbsp;", 1)),
    "tags": _text(lambda text: f"<p><b>{text}</b></p>"),
    "bold": _text(lambda text: "**" + text.replace(" ", "** ", 1)),
    "lookalikes": _text(lambda text: text.replace("o", "\u043e").replace("a", "\u0430").replace("e", "\u0435")),
    "accents": _text(lambda text: text.replace("o", "ö").replace("e", "e\u0301\u0302")),
    "escapes": _text(lambda text: text.replace("s", "\\u0073")),
    "marks of Chinese": _text(lambda text: text.replace(" ", "，", 1) + "。"),
    "typesetting": _text(lambda text: "".join(chr(ord(a) - 97 + 0x1D41A) if "a" <= a <= "z" else a for a in text)),
    "answers": lambda row: replace(row, answers=tuple(f" {answer.upper()}. " for answer in row.answers)),
}


def attack(folder: Path) -> tuple[int, int, int]:
    """Disguises tried, openings of seen rows, and refusals of new ones."""
    opened = refused = 0
    ledger, own = Ledger(user=folder / "ledger"), _rows(0)
    _open(ledger, own, "first")
    for name, dress in DISGUISES.items():
        opened += _open(ledger, tuple(map(dress, reversed(own))), f"again {name}")
        half = tuple(map(dress, own[:100])) + _rows(77)[100:]
        opened += _open(ledger, half, f"half {name}")
    for seed in range(1, 41):
        refused += not _open(Ledger(user=folder / f"ledger-{seed % 4}"), _rows(seed), f"new {seed}")
    return len(DISGUISES), opened, refused


def _open(ledger: Ledger, rows: tuple[Example, ...], run: str) -> bool:
    try:
        ledger.record(fingerprint(rows), [row.key for row in rows], run, marks=marks(rows, _TEMPLATE))
    except SealedTestError:
        return False
    return True


def _rows(seed: int, count: int = 200) -> tuple[Example, ...]:
    chance = random.Random(seed)
    texts = (" ".join(chance.choices(_WORDS, k=14)) for _ in range(count))
    return tuple(Example(row, text, (chance.choice(("yes", "no")),)) for row, text in enumerate(texts))
