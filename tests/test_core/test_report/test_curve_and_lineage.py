"""Curves, trees, comparisons and results of a fabricated run."""

import math
from collections.abc import Callable
from itertools import pairwise

import pytest

from core import events as e
from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.report.compare import compare
from core.report.curve import Axis, score_curve
from core.report.drawing import draw_curve, draw_tree
from core.report.lineage import Lineage, lay_out
from core.report.result import summarize
from core.state import RunState, advance, fold

Fabricate = Callable[..., list[e.Event]]


def _crossings(lineage: Lineage) -> int:
    """Pairs of edges between the same neighbouring layers that cross."""
    at = {node.id: node for node in lineage.nodes}
    edges = [
        (at[edge.parent].layer, at[edge.parent].x, at[edge.child].x)
        for edge in lineage.edges
        if at[edge.child].layer == at[edge.parent].layer + 1
    ]
    return sum(
        first[0] == second[0] and (first[1] - second[1]) * (first[2] - second[2]) < 0
        for number, first in enumerate(edges)
        for second in edges[:number]
    )


def _tree(parents: dict[str, tuple[str, ...]], rounds: dict[str, int]) -> RunState:
    state = RunState()
    for name, of in parents.items():
        advance(state, e.CandidateProposed(Candidate(name, Prompt(name), of, "edit" if of else "seed", rounds[name])))
    return state


def test_that_the_best_so_far_never_falls_and_the_spend_never_shrinks(fabricate: Fabricate) -> None:
    curve = score_curve(fold(fabricate(31)))
    assert len(curve.points) == 31
    bests = [point.best for point in curve.points]
    assert bests == sorted(bests)
    assert [point.spent for point in curve.points] == sorted(point.spent for point in curve.points)
    assert curve.points[-1].best == max(point.value for point in curve.points)
    assert all(point.low <= point.value <= point.high for point in curve.points)


def test_that_the_spend_of_a_point_is_what_the_log_had_spent_by_then(fabricate: Fabricate) -> None:
    events = fabricate(11)
    state = fold(events)
    by_calls, by_tokens = score_curve(state), score_curve(state, axis=Axis.TOKENS)
    first = next(i for i, event in enumerate(events) if isinstance(event, e.CandidateScored))
    until = fold(events[: first + 1]).spend
    assert (by_calls.points[0].spent, by_tokens.points[0].spent) == (until.calls, until.tokens)
    assert [point.round for point in by_calls.rounds] == [0, 1, 2]
    assert [point.candidates for point in by_calls.rounds] == [1, 5, 5]


def test_that_scores_of_two_splits_are_never_in_one_curve(fabricate: Fabricate) -> None:
    events = [*fabricate(6, ending=""), e.CandidateScored("c3", Split.VALIDATION, 0.99, 0.9, 1.0, 20, 0)]
    state = fold(events)
    assert max(point.value for point in score_curve(state).points) < 0.99
    assert [point.candidate for point in score_curve(state, split=Split.VALIDATION).points] == ["c3"]


def test_that_a_run_without_scores_has_an_empty_curve_and_no_picture(fabricate: Fabricate) -> None:
    state = fold(fabricate(1)[:1])
    assert score_curve(state).points == ()
    assert draw_curve(score_curve(state), "") is None
    assert draw_tree(lay_out(state), "") is None


def test_that_layers_are_rounds_and_parents_stand_before_their_children(fabricate: Fabricate) -> None:
    lineage = lay_out(fold(fabricate(60)))
    at = {node.id: node for node in lineage.nodes}
    assert all(at[edge.parent].layer < at[edge.child].layer for edge in lineage.edges)
    assert sorted(lineage.nodes, key=lambda node: node.layer) == sorted(
        lineage.nodes, key=lambda node: (node.layer, node.round)
    )


def test_that_nodes_of_a_layer_never_touch(fabricate: Fabricate) -> None:
    lineage = lay_out(fold(fabricate(120)))
    layers: dict[int, list[float]] = {}
    for node in lineage.nodes:
        layers.setdefault(node.layer, []).append(node.x)
    for places in layers.values():
        places.sort()
        assert all(second - first >= 1 - 1e-9 for first, second in pairwise(places))


def test_that_a_forest_is_drawn_without_crossings() -> None:
    parents: dict[str, tuple[str, ...]] = {"s0": (), "s1": (), "s2": ()}
    rounds = dict.fromkeys(parents, 0)
    for number in range(12):  # children come in an order that mixes their parents
        parents[f"a{number}"], rounds[f"a{number}"] = (f"s{number % 3}",), 1
    for number in range(24):
        parents[f"b{number}"], rounds[f"b{number}"] = (f"a{(5 * number) % 12}",), 2
    assert _crossings(lay_out(_tree(parents, rounds))) == 0


def test_that_a_merge_stands_between_its_parents_with_an_edge_from_each() -> None:
    state = _tree({"a": (), "b": (), "m": ("a", "b")}, {"a": 0, "b": 0, "m": 1})
    lineage = lay_out(state)
    at = {node.id: node.x for node in lineage.nodes}
    assert at["m"] == pytest.approx((at["a"] + at["b"]) / 2)
    assert {(edge.parent, edge.child) for edge in lineage.edges} == {("a", "m"), ("b", "m")}


def test_that_stages_inside_one_round_stand_one_after_the_other() -> None:
    lineage = lay_out(_tree({"s": (), "a": ("s",), "b": ("a",), "c": ("b",)}, {"s": 0, "a": 1, "b": 1, "c": 2}))
    assert [node.layer for node in lineage.nodes] == [0, 1, 2, 3]


def test_that_the_winning_path_leads_from_the_seed_to_the_best(fabricate: Fabricate) -> None:
    state = fold(fabricate(40))
    lineage = lay_out(state)
    winning = [node.id for node in lineage.nodes if node.winning]
    assert sorted(winning) == sorted(state.path(state.best))
    assert sum(edge.winning for edge in lineage.edges) == len(winning) - 1


def test_that_new_rounds_leave_earlier_nodes_where_they_are(fabricate: Fabricate) -> None:
    events = fabricate(60, ending="")
    places: dict[str, tuple[int, float]] = {}
    state = RunState()
    for event in events:
        if isinstance(event, e.RoundStarted):
            now = {node.id: (node.layer, node.x) for node in lay_out(state).nodes}
            assert {name: now[name] for name in places} == places
            places = now
        advance(state, event)


def test_that_an_edge_over_many_layers_keeps_clear_of_the_nodes_between_them(fabricate: Fabricate) -> None:
    lineage = lay_out(fold(fabricate(80)), lanes=True)
    at = {node.id: node for node in lineage.nodes}
    places: dict[int, list[float]] = {}
    for node in lineage.nodes:
        places.setdefault(node.layer, []).append(node.x)
    long = [edge for edge in lineage.edges if at[edge.child].layer > at[edge.parent].layer + 1]
    assert long
    for edge in long:
        assert len(edge.via) == at[edge.child].layer - at[edge.parent].layer - 1
        for layer, x in enumerate(edge.via, at[edge.parent].layer + 1):
            assert min(abs(x - other) for other in places[layer]) >= 0.75 - 1e-9


def test_that_five_thousand_nodes_are_laid_out_alike_each_time() -> None:
    parents: dict[str, tuple[str, ...]] = {"c0": ()}
    rounds = {"c0": 0}
    for number in range(1, 5000):
        layer = 1 + number // 40
        earlier = max(0, 40 * (layer - 2) + (7 * number) % 40)
        merged = (f"c{earlier}", f"c{earlier // 2}") if number % 9 == 0 else (f"c{earlier}",)
        parents[f"c{number}"], rounds[f"c{number}"] = merged if layer > 1 else ("c0",), layer
    state = _tree(parents, rounds)
    for lanes in (False, True):
        lineage = lay_out(state, lanes=lanes)
        assert len(lineage.nodes) == 5000
        assert lay_out(state, lanes=lanes) == lineage


def test_that_pictures_stay_inside_their_boxes(fabricate: Fabricate) -> None:
    state = fold(fabricate(80))
    curve, tree = draw_curve(score_curve(state), state.best), draw_tree(lay_out(state), state.best)
    assert curve is not None
    assert tree is not None
    assert all(0 <= dot.top <= dot.y <= dot.bottom <= curve.height and 0 <= dot.x <= curve.width for dot in curve.dots)
    assert all(0 <= node.x <= tree.width and 0 <= node.y <= tree.height for node in tree.nodes)
    assert all(0 <= node.strength <= 1 and math.isfinite(node.x) for node in tree.nodes)
    assert sum(node.winner for node in tree.nodes) == 1


def test_that_flips_are_told_apart_and_rows_of_one_prompt_alone_are_not_compared() -> None:
    state = _tree({"a": (), "b": ("a",)}, {"a": 0, "b": 1})
    scores = {"a": [1.0, 0.0, 1.0, 0.0, 0.5, 1.0], "b": [0.0, 1.0, 1.0, 0.0, 0.7]}
    for name, values in scores.items():
        verdicts = tuple(Verdict(row, value, "") for row, value in enumerate(values, 1))
        advance(state, e.BlockScored(name, Split.TRAIN, 0, verdicts, e.Cost()))
    found = compare(state, "a", "b")
    assert [flip.row for flip in found.fixed] == [2, 5]
    assert [flip.row for flip in found.broken] == [1]
    assert ([flip.row for flip in found.same_right], [flip.row for flip in found.same_wrong]) == ([3], [4])
    assert (found.n, found.uncompared) == (5, 1)


def test_that_the_result_holds_the_persons_prompt_against_the_best(fabricate: Fabricate) -> None:
    state = fold(fabricate(21, texts=["My prompt."]))
    result = summarize("run-1", state, 12.3456)
    assert result.seed_prompt.text == "My prompt."
    assert result.best is not None
    assert result.best.text == state.nodes[state.best].candidate.prompt.text
    assert result.best.search is not None
    assert result.seed_prompt.search is not None
    assert result.best.search >= result.seed_prompt.search
    assert (result.best.test, result.best.validation, result.ended, result.seconds) == (None, None, "finished", 12.346)
    assert result.calls == state.spend.calls


def test_that_a_run_cut_off_before_its_first_score_has_a_result_without_a_best_prompt(fabricate: Fabricate) -> None:
    result = summarize("run-1", fold(fabricate(5)[:1]), 0.0)
    assert (result.best, result.ended) == (None, "interrupted")
