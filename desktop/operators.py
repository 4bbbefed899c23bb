"""The names of operators in the window's language."""

from functools import lru_cache

from core.report import operator_names
from desktop.language import spoken_now
from desktop.sentences import translated


def operator_words(operator: str) -> str:
    """An operator, or several joined by “+” or commas, in the window's language; unknown ones as they are."""
    return _said(operator, spoken_now())


@lru_cache(maxsize=256)
def _said(operator: str, language: str) -> str:
    del language  # what was said in one language is not remembered for another
    return translated(operator_names.operator_words(operator))
