"""What a search costs at least, out of the upper bounds that every method gives: for budgets that are too small."""

from dataclasses import fields, replace
from typing import Any

from core.domain.runspec import Racing
from core.domain.search import SearchSettings
from core.lab.scorer import BLOCK
from core.methods.base import Method, asks_writer

_ROUNDS = frozenset({"steps", "rounds", "epochs", "trials"})
"""What papers call the rounds of a search, and so the parameters that count them."""

_TRIES = "attempts"
"""The parameter that says how often a round tries again."""


def opening_rows(module: Method, params: Any, search: SearchSettings, *, train: int, validation: int) -> int:
    """Rows that a search scores each start prompt on: what one start prompt more adds to its calls."""
    most = [module.most_calls(params, search, train=train, validation=validation, seeds=seeds) for seeds in (0, 1)]
    return most[1] - most[0]


def fewest_calls(
    module: Method, params: Any, search: SearchSettings, racing: Racing, rounds: int, *, train: int, validation: int
) -> int:
    """Calls of so many rounds of a search in which every reply can be used and every race is won at once.

    0 for a method without a writer: what it tries first is no round.
    """
    counted = [one.name for one in fields(type(params)) if one.name in _ROUNDS]
    if not counted or not asks_writer(module):
        return 0
    if hasattr(params, _TRIES):
        params = replace(params, **{_TRIES: 1})
    raced = replace(search, rows=BLOCK) if racing is Racing.STATISTICAL else search
    some, none = (
        module.most_calls(replace(params, **{counted[0]: n}), raced, train=train, validation=validation, seeds=0)
        for n in (rounds, 0)
    )
    full = opening_rows(module, params, search, train=train, validation=validation)
    return some - none + rounds * max(0, full - BLOCK) * (racing is Racing.STATISTICAL)
