"""GPO's decisions one by one: whom it shows, whom it follows, when it stops."""

from collections.abc import Sequence
from typing import Any

import pytest

from core.lab.similarity import NgramSimilarity
from core.methods.gpo.method import Momentum, choose, retrieve
from core.methods.gpo.prompts import HistoryOrder
from core.methods.shared.stopping import on_plateau, raised


class Alike:
    """Similarities from a table, so that ties are exact."""

    name = "a table"

    def __init__(self, **values: float) -> None:
        self._values = values

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        return [self._values[other] for other in others]


def ids(pairs: Sequence[tuple[Any, float]]) -> list[str]:
    return [scored.text for scored, _ in pairs]


class TestChoosing:
    def test_that_the_walk_follows_the_best_new_prompt_even_below_the_current_one(self, kit: Any) -> None:
        current, a, b = kit.scored("current", 0.60, 0), kit.scored("a", 0.55, 1), kit.scored("b", 0.50, 2)
        assert choose([b, a, current], won=[current]) is a

    def test_that_former_winners_never_win_again(self, kit: Any) -> None:
        old, current = kit.scored("old", 0.9, 0), kit.scored("current", 0.6, 1)
        assert choose([old, current], won=[old, current]) is None

    def test_that_an_empty_pool_has_no_winner(self) -> None:
        assert choose([], won=[]) is None

    def test_that_of_equal_scores_the_shorter_prompt_wins_and_then_the_first(self, kit: Any) -> None:
        long, short, twin = (
            kit.scored("four words in all", 0.5, 1),
            kit.scored("two words", 0.5, 2),
            kit.scored("x y", 0.5, 3),
        )
        assert choose([long, short, twin]) is short
        assert choose([long, twin, short]) is twin

    def test_that_a_prompt_scoring_nothing_is_still_a_step(self, kit: Any) -> None:
        useless = kit.scored("useless", 0.0, 1)
        assert choose([useless], won=[kit.scored("current", 0.6, 0)]) is useless


class TestRetrieving:
    @pytest.fixture
    def history(self, kit: Any) -> list[Any]:
        return [kit.scored(text, 0.1, number) for number, text in enumerate("abcde")]

    def test_that_the_most_similar_come_last_and_the_current_one_is_not_among_them(self, history: list[Any]) -> None:
        near = retrieve(history, history[4], 3, Momentum.RELEVANCE, Alike(a=0.9, b=0.1, c=0.5, d=0.7))
        assert ids(near) == ["d", "a"]

    def test_that_of_equally_similar_prompts_the_newer_are_shown(self, history: list[Any]) -> None:
        near = retrieve(history, history[4], 3, Momentum.RELEVANCE, Alike(a=0.5, b=0.5, c=0.5, d=0.5))
        assert ids(near) == ["c", "d"]

    def test_that_recency_shows_the_newest_last(self, history: list[Any]) -> None:
        near = retrieve(history, history[4], 4, Momentum.RECENCY, Alike(a=0.9, b=0.1, c=0.5, d=0.2))
        assert ids(near) == ["b", "c", "d"]

    @pytest.mark.parametrize(("entries", "expected"), [(1, []), (2, ["a"]), (5, ["d", "c"])])
    def test_that_short_histories_are_shown_whole(self, history: list[Any], entries: int, expected: list[str]) -> None:
        similar = Alike(a=0.1, b=0.1, c=0.9, d=0.8)
        assert ids(retrieve(history[:entries], history[entries - 1], 3, Momentum.RELEVANCE, similar)) == expected

    def test_that_a_trajectory_of_one_shows_the_current_prompt_alone(self, history: list[Any]) -> None:
        assert retrieve(history, history[4], 1, Momentum.RELEVANCE, Alike(a=0.9, b=0.1, c=0.5, d=0.7)) == []

    def test_that_the_best_of_several_seeds_is_not_listed_twice(self, history: list[Any]) -> None:
        near = retrieve(history[:3], history[1], 5, Momentum.RECENCY, Alike(a=0.0, c=0.0))
        assert ids(near) == ["a", "c"]

    def test_that_the_papers_order_ends_with_the_current_prompt_and_the_codes_begins_with_it(
        self, history: list[Any]
    ) -> None:
        a, b, c, *_ = history
        assert HistoryOrder.PAPER.of([a, b], c) == (a, b, c)
        assert HistoryOrder.CODE.of([a, b], c) == (c, b, a)

    def test_that_characters_find_the_prompt_that_shares_words(self, kit: Any) -> None:
        history = [
            kit.scored(text, 0.1, i) for i, text in enumerate(["Count the letters.", "Be brief.", "Count letters"])
        ]
        near = retrieve(history, history[2], 2, Momentum.RELEVANCE, NgramSimilarity())
        assert ids(near) == ["Count the letters."]


class TestStopping:
    @pytest.mark.parametrize(
        ("bests", "steps", "expected"),
        [
            ([0.1, 0.1, 0.1, 0.1], 8, False),
            ([0.1, 0.1, 0.1, 0.1, 0.1], 8, True),
            ([0.1, 0.2, 0.2, 0.2, 0.2], 8, False),
            ([0.1, 0.2, 0.2, 0.2, 0.2, 0.2], 8, True),
            ([0.1] * 6, 18, False),
            ([0.1] * 7, 18, True),
            ([0.1, 1.0], 8, True),
        ],
    )
    def test_that_a_plateau_is_four_steps_or_a_third_of_all_without_gain(
        self, bests: list[float], steps: int, expected: bool
    ) -> None:
        assert on_plateau(bests, steps) is expected

    def test_that_the_temperature_rises_to_a_cap_and_never_falls(self) -> None:
        assert [raised(1.0), raised(1.2), raised(1.3), raised(1.6), raised(0.0)] == [1.2, 1.3, 1.3, 1.6, 0.2]
