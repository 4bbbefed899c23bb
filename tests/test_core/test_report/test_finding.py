"""Candidates are found by their words, their origin and their numbers."""

from collections.abc import Callable

import pytest

from core.domain.example import Split
from core.events import Event
from core.report.finding import find
from core.report.lineage import hidden_behind, hidden_below, places
from core.state import RunState, fold

Fabricate = Callable[..., list[Event]]


@pytest.fixture
def state(fabricate: Fabricate) -> RunState:
    return fold(fabricate(40, texts=("Reply with the smaller one.", "Think FIRST, then reply.")))


def test_that_nothing_is_found_by_an_empty_query(state: RunState) -> None:
    assert find(state, "   ") == ()


def test_that_words_are_found_in_any_case_and_as_a_phrase(state: RunState) -> None:
    assert "c1" in find(state, "first")
    assert find(state, '"think first, then"') == ("c1",)


def test_that_an_id_means_one_candidate(state: RunState) -> None:
    assert find(state, "c7") == ("c7",)


def test_that_numbers_and_operators_narrow_what_is_found(state: RunState) -> None:
    made = {node.candidate.operator for node in state.nodes.values()}
    for operator in made:
        assert set(find(state, f"by:{operator}")) == {
            id_ for id_, node in state.nodes.items() if node.candidate.operator == operator
        }
    good = find(state, "score>=50 round>2")
    assert good
    assert set(good) == {
        id_
        for id_, node in state.nodes.items()
        if node.candidate.round > 2 and Split.TRAIN in node.cards and node.cards[Split.TRAIN].percent >= 50
    }


def test_that_folding_hides_what_came_of_a_candidate_along_first_parents(state: RunState) -> None:
    seed = next(iter(state.nodes))
    folded = next(id_ for id_, node in state.nodes.items() if seed in node.candidate.parents)
    hidden = hidden_below(state, {folded})
    assert hidden
    assert hidden == {id_ for id_ in state.nodes if folded in state.path(id_)[:-1]}
    assert hidden_behind(state, hidden) == {folded: len(hidden)}
    assert places(state, hidden).keys() == state.nodes.keys() - hidden
