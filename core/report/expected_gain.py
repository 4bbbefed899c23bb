"""What to expect of a winner on new rows: the final choice is repeated on resampled rows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example, Split
from core.domain.review import ExpectedGain
from core.domain.runspec import FinalRule
from core.domain.task import Task
from core.metrics import SummedMetric, metric
from core.state import Node, RunState

_DRAWS = 2_000
_LEAST_ROWS = 16

Floats = NDArray[np.float64]


def expected_gain(state: RunState, task: Task) -> ExpectedGain | None:
    """The expectation of a run that has chosen; `None` where there was nothing to choose, or too few rows.

    Each draw takes as many rows with replacement, chooses by the run's rule (ties: the person's own prompt, fewer
    words, the earlier one), and scores the winner on the rows that were not drawn: the bootstrap with what is left out
    (Efron 1983, section 6), of the choice instead of a fit. Rows left out have not chosen, so the mean is not
    flattered; it is a little too low, because a draw chooses by fewer different rows.
    """
    nodes, split, n = _fully_scored(state)
    own = [place for place, node in enumerate(nodes) if node.candidate.is_seed]
    examples = {example.row: example for example in task.rows(split)}
    if len(nodes) < 2 or not own or n < _LEAST_ROWS or state.final is None:
        return None
    counts = _counts(nodes, split, examples, task)
    if counts is None:
        return None
    value = _value_of(task)
    drawn = np.random.default_rng(0).multinomial(n, np.full(n, 1 / n), size=_DRAWS).astype(np.float64)
    chosen_by = _values(value, drawn, counts)
    left_out = _values(value, (drawn == 0).astype(np.float64), counts)
    winners = np.argmax(np.round(chosen_by, 9), axis=1)
    worth = left_out[np.arange(_DRAWS), winners]
    observed = _values(value, np.ones((1, n)), counts)[0]
    best = next(place for place, node in enumerate(nodes) if node.candidate.id == state.final.candidate)
    best_own = max(own, key=lambda place: observed[place])
    return ExpectedGain(
        len(nodes),
        n,
        observed=float(observed[best]),
        expected=float(worth.mean()),
        expected_gain=float((worth - left_out[:, best_own]).mean()),
        again=float((winners == best).mean()),
    )


def _fully_scored(state: RunState) -> tuple[list[Node], Split, int]:
    """The prompts that the final choice was between, in the order in which ties are broken, and their rows."""
    if state.final is None or state.final.candidate not in state.nodes:
        return [], Split.VALIDATION, 0
    cards = state.nodes[state.final.candidate].cards
    validated = state.final.rule is FinalRule.VALIDATION and Split.VALIDATION in cards
    split = Split.VALIDATION if validated else next(iter(cards), Split.VALIDATION)
    card = cards.get(split)
    n = card.n if card is not None else 0
    nodes = [node for node in state.nodes.values() if split in node.cards and node.cards[split].n == n]
    return sorted(nodes, key=lambda node: (not node.candidate.is_seed, node.candidate.prompt.words)), split, n


def _counts(nodes: Sequence[Node], split: Split, examples: dict[int, Example], task: Task) -> Floats | None:
    """What every row adds to a prompt's score, shape `(prompts, rows, k)`; `None` for a metric that is no sum."""
    chosen = metric(task.metric)
    cards = [node.cards[split] for node in nodes]
    if chosen.mean_of_rows:
        return np.array([[[verdict.score] for verdict in card.verdicts] for card in cards])
    if not isinstance(chosen, SummedMetric):
        return None
    verdicts = [verdict for card in cards for verdict in card.verdicts]
    rows = chosen.counts(verdicts, [examples[verdict.row] for verdict in verdicts], task.contract)
    return rows.reshape(len(cards), len(cards[0].verdicts), -1)


def _value_of(task: Task) -> SummedMetric | None:
    chosen = metric(task.metric)
    return chosen if isinstance(chosen, SummedMetric) and not chosen.mean_of_rows else None


def _values(chosen: SummedMetric | None, weights: Floats, counts: Floats) -> Floats:
    """The score of every prompt on every weighting of the rows, shape `(draws, prompts)`."""
    sums = np.einsum("dr,prk->dpk", weights, counts, optimize=True)
    if chosen is not None:
        return chosen.of_sums(sums)
    return np.asarray(sums[:, :, 0] / np.maximum(weights.sum(axis=1, keepdims=True), 1.0))
