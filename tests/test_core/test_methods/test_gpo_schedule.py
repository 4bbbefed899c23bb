"""The edit budget; the golden vectors come from running the authors' own functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.prompt import Prompt
from core.methods.base import make_params
from core.methods.gpo.method import Params, Variation, budget, limits

COSINE, LINEAR = Variation.COSINE, Variation.LINEAR

GOLDEN = [
    (COSINE, 9, 0, "48 45 40 33 26 20 14 11 10"),
    (COSINE, 18, 0, "49 48 47 45 42 40 36 33 30 26 23 20 17 14 12 11 10 10"),
    (
        COSINE,
        39,
        0,
        (
            "49 49 49 48 48 47 46 45 44 43 42 41 40 38 37 35 34 32 30 29 "
            "27 25 24 22 21 20 18 17 16 15 14 13 12 11 11 10 10 10 10"
        ),
    ),
    (LINEAR, 18, 0, "47 45 43 41 38 36 34 32 30 27 25 23 21 18 16 14 12 10"),
    (COSINE, 18, 5, "10 20 30 40 50 49 47 44 41 37 32 27 22 18 15 12 10 10"),
]


@pytest.mark.parametrize(("variation", "steps", "warm_up", "expected"), GOLDEN)
def test_that_the_budget_is_the_authors(variation: Variation, steps: int, warm_up: int, expected: str) -> None:
    shown = [budget(t, steps, variation, 50, 10, warm_up) for t in range(1, steps + 1)]
    assert shown == [int(word) for word in expected.split()]


def test_that_a_fixed_budget_stays_and_no_control_has_none() -> None:
    assert {budget(t, 18, Variation.FIXED, 50, 10) for t in range(1, 19)} == {50}
    assert {budget(t, 18, Variation.NONE, 50, 10) for t in range(1, 19)} == {None}


@given(
    variation=st.sampled_from([Variation.FIXED, LINEAR, COSINE]),
    steps=st.integers(1, 60),
    warm_up=st.integers(0, 80),
    first=st.integers(1, 300),
    last=st.integers(1, 300),
)
def test_that_the_budget_never_falls_below_its_last_value(
    variation: Variation, steps: int, warm_up: int, first: int, last: int
) -> None:
    shown = [budget(t, steps, variation, first, last, warm_up) for t in range(1, steps + 1)]
    assert all(words is not None and last <= words <= max(first, last) for words in shown)


def test_that_a_linear_budget_which_is_a_whole_number_stays_one() -> None:
    assert budget(37, 40, LINEAR, 50, 10) == 13
    assert [budget(t, 10, LINEAR, 20, 10) for t in range(1, 11)] == list(range(19, 9, -1))


@pytest.mark.parametrize("variation", [LINEAR, COSINE])
def test_that_decay_ends_at_the_last_budget(variation: Variation) -> None:
    assert budget(18, 18, variation, 50, 10) == 10


def test_that_a_warm_up_as_long_as_the_run_reaches_the_first_budget_in_its_last_step() -> None:
    assert [budget(t, 4, COSINE, 50, 10, 4) for t in range(1, 5)] == [12, 25, 37, 50]


@pytest.mark.parametrize(
    ("words", "values", "expected"),
    [
        (3, {}, (30, 6)),
        (200, {}, (200, 40)),
        (3, {"first_budget": 50, "last_budget": 10}, (50, 10)),
        (3, {"first_budget": 12}, (12, 5)),
    ],
)
def test_that_a_budget_left_open_follows_the_start_prompt(
    words: int, values: dict[str, int], expected: tuple[int, int]
) -> None:
    assert limits(make_params(Params, values), Prompt("word " * words)) == expected
