"""Finding candidates by what they say, who made them, and what they scored."""

import operator
import re
from collections.abc import Callable

from core.report.curve import search_split
from core.state import Node, RunState

Test = Callable[[Node], bool]

_NUMBER = re.compile(r"(score|words|round)?(<=|>=|<|>|=|≤|≥)(\d+(?:\.\d+)?)")
_RELATIONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    "≤": operator.le,
    ">=": operator.ge,
    "≥": operator.ge,
    "=": lambda value, wanted: abs(value - wanted) < 0.05,
}
_TERM = re.compile(r'(?:by:)?"[^"]*"|\S+')


def find(state: RunState, query: str) -> tuple[str, ...]:
    """The candidates that a query means, in the order in which they were made; none for an empty one.

    All of its terms must be so: `c12` is an id; `>80`, `score<=55.5`, `words<40`, `round=3` are numbers (scores from 0
    to 100, on the split of the search); `by:merge` is an operator or the beginning of one; anything else, `"several
    words"` too, stands in the prompt or is the operator, in any case.
    """
    tests = [_test(term, state) for term in _TERM.findall(query)]
    if not tests:
        return ()
    return tuple(id_ for id_, node in state.nodes.items() if all(test(node) for test in tests))


def _test(term: str, state: RunState) -> Test:
    number = _NUMBER.fullmatch(term)
    if number is not None:
        return _number_test(number[1] or "score", _RELATIONS[number[2]], float(number[3]), state)
    if term in state.nodes:
        return lambda node: node.candidate.id == term
    wanted = term.casefold().removeprefix("by:").strip('"')
    if term.casefold().startswith("by:"):
        return lambda node: node.candidate.operator.casefold().startswith(wanted)
    return lambda node: wanted in node.candidate.prompt.shown.casefold() or wanted == node.candidate.operator.casefold()


def _number_test(name: str, relation: Callable[[float, float], bool], wanted: float, state: RunState) -> Test:
    split = search_split(state)

    def value(node: Node) -> float | None:
        if name == "words":
            return node.candidate.prompt.words
        if name == "round":
            return node.candidate.round
        card = node.cards.get(split)
        return card.percent if card is not None else None

    def test(node: Node) -> bool:
        found = value(node)
        return found is not None and relation(found, wanted)

    return test
