"""What the operators of candidates are called in the window's language.

`core` names them in English, in logs too; a search for `by:merge` and every file keep those names.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from desktop.language import spoken_now

translate = QCoreApplication.translate

_BETWEEN = re.compile(r"(\+|, )")


def operator_words(operator: str) -> str:
    """An operator, or several joined by “+” or commas, in the window's language; unknown ones as they are."""
    return _said(operator, spoken_now())


def known_operators() -> frozenset[str]:
    """The operators that have a name here."""
    return frozenset(_names())


@lru_cache(maxsize=256)
def _said(operator: str, language: str) -> str:
    del language  # what was said in one language is not remembered for another
    names = _names()
    return "".join(names.get(part, part) for part in _BETWEEN.split(operator))


def _names() -> dict[str, str]:
    return {
        "seed": translate("Operators", "seed"),
        "edited by hand": translate("Operators", "edited by hand"),
        "generate": translate("Operators", "generate"),
        "edit": translate("Operators", "edit"),
        "paraphrase": translate("Operators", "paraphrase"),
        "guess": translate("Operators", "guess"),
        "reflect": translate("Operators", "reflect"),
        "diagnose": translate("Operators", "diagnose"),
        "summarize": translate("Operators", "summarize"),
        "merge": translate("Operators", "merge"),
        "sheet": translate("Operators", "sheet"),
        "rewrite": translate("Operators", "rewrite"),
        "start": translate("Operators", "start"),
        "cross": translate("Operators", "cross"),
        "vary": translate("Operators", "vary"),
        "learn": translate("Operators", "learn"),
        "shorten": translate("Operators", "shorten"),
        "rephrase": translate("Operators", "rephrase"),
        "delete": translate("Operators", "delete"),
        "swap": translate("Operators", "swap"),
        "add": translate("Operators", "add"),
        "differ": translate("Operators", "differ"),
        "combine": translate("Operators", "combine"),
        "instruct": translate("Operators", "instruct"),
        "bank": translate("Operators", "bank"),
        "gloss": translate("Operators", "gloss"),
        "demonstrations": translate("Operators", "demonstrations"),
        "exchange": translate("Operators", "exchange"),
        "reorder": translate("Operators", "reorder"),
        "prune": translate("Operators", "prune"),
        "reword": translate("Operators", "reword"),
        "relist": translate("Operators", "relist"),
        "form": translate("Operators", "form"),
        "place": translate("Operators", "place"),
        "cue": translate("Operators", "cue"),
        "move": translate("Operators", "move"),
        "drop": translate("Operators", "drop"),
    }
