"""The rows that a method scores on, and the training rows that it shows to the optimizer."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import TypeVar

from core.domain.example import Example, Split
from core.domain.prompt import Prompt, fill
from core.domain.scoring import Scored, Verdict
from core.domain.search import SearchSettings, SearchSplit
from core.domain.task import Task
from core.lab.lab import Lab
from core.lab.scorer import BLOCK

T = TypeVar("T")

_HALF = 0.5
"""A row with a lower score is failed."""


def scored_rows(search: SearchSettings, *, train: int, validation: int = 0) -> int:
    """How many rows a search scores on, given the rows of the splits: whole blocks as far as its split reaches."""
    available = train if search.split is SearchSplit.TRAIN else validation
    return min(available, -(-search.rows // BLOCK) * BLOCK) if search.rows else available


def rows_of(lab: Lab) -> int:
    """How many rows the search of this run scores on."""
    return scored_rows(lab.settings, train=len(lab.rows(Split.TRAIN)), validation=len(lab.rows(Split.VALIDATION)))


def bare_input(task: Task, example: Example) -> str:
    """What the optimizer sees of a row: its input, or all columns that the task asks with."""
    template = Prompt(task.input_template)
    return example.input if template.placeholders <= {"input"} else fill(template.text, example)


def draw_outside(lab: Lab, scored: Scored, n: int) -> tuple[Example, ...]:
    """`n` training rows by the run's seed, outside the rows that `scored` was scored on if enough are left there."""
    drawn_from = _outside(lab, scored, n)
    return tuple(lab.rng.sample(drawn_from, min(n, len(drawn_from))))


def draw_varied(lab: Lab, scored: Scored, n: int) -> tuple[Example, ...]:
    """As `draw_outside`, with as many different answers as there are."""
    return varied(lab, _outside(lab, scored, n), n, lambda example: example.answer)


def varied(lab: Lab, items: Sequence[T], n: int, kind: Callable[[T], Hashable]) -> tuple[T, ...]:
    """`n` of the items by the run's seed, taking turns among their kinds."""
    seen: Counter[Hashable] = Counter()
    turns: list[int] = []
    shuffled = lab.rng.sample(items, len(items))
    for item in shuffled:
        turns.append(seen[kind(item)])
        seen[kind(item)] += 1
    return tuple(shuffled[place] for place in sorted(range(len(items)), key=turns.__getitem__)[:n])


def failed_rows(lab: Lab, scored: Scored, failed: Sequence[Verdict], n: int) -> tuple[tuple[Example, Verdict], ...]:
    """The rows of these verdicts: `n` drawn by the seed, readable answers and others in turn; 0: all, in order."""
    by_row = {example.row: example for example in lab.rows(scored.card.split)}
    pairs = [(by_row[verdict.row], verdict) for verdict in failed]
    return varied(lab, pairs, n, lambda pair: pair[1].parsed) if n else tuple(pairs)


def failing(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The rows that a prompt fails: below half the score or, if there are none, those at most middling and below 1.

    With scores of 0 and 1 these are the wrong rows.
    """
    failed = tuple(verdict for verdict in verdicts if verdict.score < _HALF)
    if failed or not verdicts:
        return failed
    middle = median(verdict.score for verdict in verdicts)
    return tuple(verdict for verdict in verdicts if verdict.score < 1.0 and verdict.score <= middle)


def _outside(lab: Lab, scored: Scored, n: int) -> tuple[Example, ...]:
    """The training rows outside those that were scored; all of them where fewer than `n` are left."""
    searched = {verdict.row for verdict in scored.card.verdicts}
    train = lab.rows(Split.TRAIN)
    outside = tuple(example for example in train if example.row not in searched)
    return outside if len(outside) >= n else train


_CLIPPED = 40
"""Words left of the beginning and of the end of an input for which there is no room."""


def shrinking(shown: Sequence[Example]) -> Iterator[tuple[Example, ...]]:
    """The examples, then shorter ones, then fewer, down to none: for questions that must fit into a context."""
    yield tuple(shown)
    clipped = tuple(replace(example, input=_clipped(example.input)) for example in shown)
    for n in range(len(clipped), -1, -1):
        yield clipped[:n]


def _clipped(text: str) -> str:
    words = text.split()
    if len(words) <= 2 * _CLIPPED:
        return text
    return f"{' '.join(words[:_CLIPPED])} … {' '.join(words[-_CLIPPED:])}"
