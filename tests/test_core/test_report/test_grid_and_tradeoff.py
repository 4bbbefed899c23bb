"""Candidates by rows, and scores by what they cost."""

from collections.abc import Callable

import numpy as np
import pytest

from core.domain.example import Split
from core.events import Event
from core.report.grid import GridOrder, grid_table, score_grid
from core.report.tables import candidates_table, curve_table
from core.report.tradeoff import CostKind, TradeoffPrompt, front, offers, tradeoff_table
from core.state import RunState, fold

Fabricate = Callable[..., list[Event]]


@pytest.fixture
def state(fabricate: Fabricate) -> RunState:
    return fold(fabricate(30, rows=48))


def test_that_the_grid_holds_every_verdict_at_its_place(state: RunState) -> None:
    grid = score_grid(state)
    for id_, values in zip(grid.candidates, grid.values, strict=True):
        verdicts = state.nodes[id_].verdicts[grid.split]
        assert [None if np.isnan(value) else value for value in values] == [
            verdicts[row].score if row in verdicts else None for row in grid.rows
        ]


def test_that_sorting_moves_candidates_and_rows_with_their_values(state: RunState) -> None:
    plain, grid = score_grid(state), score_grid(state).sorted(GridOrder.SCORE, GridOrder.SCORE)
    means = np.nanmean(grid.values, axis=1)
    assert list(means) == sorted(means, reverse=True)
    assert list(grid.difficulty) == sorted(grid.difficulty)
    up, across = plain.candidates.index(grid.candidates[3]), plain.rows.index(grid.rows[5])
    assert grid.values[3, 5] == plain.values[up, across]


def test_that_only_rows_on_which_candidates_differ_are_telling(state: RunState) -> None:
    grid, telling = score_grid(state), score_grid(state).telling()
    for row, values in zip(grid.rows, grid.values.T, strict=True):
        known = values[~np.isnan(values)]
        assert (row in telling.rows) == (known.min() < known.max())


def test_that_what_was_read_before_is_not_read_again(state: RunState) -> None:
    known: dict[str, np.ndarray] = {}
    first = score_grid(state, known=known)
    kept = dict(known)
    assert np.array_equal(first.values, score_grid(state, known=known).values, equal_nan=True)
    assert all(known[name] is kept[name] for name in kept)


def test_that_nobody_beats_the_front_and_somebody_everyone_else(state: RunState) -> None:
    found = offers(state)
    for cost in (CostKind.WORDS, CostKind.TOKENS):
        kept = front(found, cost)

        def beaten(offer: TradeoffPrompt, cost: CostKind = cost) -> bool:
            return any(
                other.cost(cost) <= offer.cost(cost)
                and other.score >= offer.score
                and (other.cost(cost), other.score) != (offer.cost(cost), offer.score)
                for other in found
            )

        assert not any(map(beaten, kept))
        values = {(offer.cost(cost), offer.score) for offer in kept}
        assert all(beaten(offer) or (offer.cost(cost), offer.score) in values for offer in found)


def test_that_tokens_per_answer_are_those_of_the_candidate_s_own_answers(state: RunState) -> None:
    assert {offer.tokens for offer in offers(state)} == {62.0}
    assert front(offers(state), CostKind.MILLISECONDS) == ()
    assert front(offers(state, {"c1": 5.0}), CostKind.MILLISECONDS)[0].candidate == "c1"


def test_that_tables_have_a_line_for_everything_that_is_drawn(state: RunState) -> None:
    scored = [node for node in state.nodes.values() if Split.TRAIN in node.cards]
    assert len(candidates_table(state)) == 1 + len(state.nodes)
    assert len(tradeoff_table(offers(state))) == len(curve_table(state)) == 1 + len(scored)
    grid = score_grid(state)
    assert [len(row) for row in grid_table(grid)] == [1 + len(grid.rows)] * (1 + len(grid.candidates))
