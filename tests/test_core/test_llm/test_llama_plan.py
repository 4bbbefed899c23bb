"""Rectangles: everything covered once, nothing over a limit, little waste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.llm.llama.plan import PASS_COST, Rectangle, rectangles

ragged = st.lists(st.integers(1, 300), min_size=1, max_size=16).map(lambda lengths: sorted(lengths, reverse=True))


@given(lengths=ragged, most=st.integers(16, 512), pad=st.booleans())
def test_that_every_token_is_in_exactly_one_rectangle(lengths: list[int], most: int, pad: bool) -> None:
    covered = [0] * len(lengths)
    for part in rectangles(lengths, most=most, pad=pad):
        assert 0 < part.lanes * part.width <= most
        for lane in range(len(lengths)):
            inside = lane < part.lanes
            assert inside == (covered[lane] < lengths[lane])  # a sequence that is done takes no part any more
            if inside:
                assert part.start == covered[lane]
                covered[lane] += part.width
                if not pad:
                    assert covered[lane] <= lengths[lane]
    assert all(done >= length for done, length in zip(covered, lengths, strict=True))
    assert max(covered) == lengths[0]  # never over the end of the longest


@given(lengths=ragged)
def test_that_padding_never_costs_more_than_it_saves(lengths: list[int]) -> None:
    def cost(*, pad: bool) -> int:
        return sum(PASS_COST + part.lanes * part.width for part in rectangles(lengths, most=10_000, pad=pad))

    assert cost(pad=True) <= cost(pad=False)


def test_that_a_slightly_ragged_block_is_one_call_and_a_very_ragged_one_is_not() -> None:
    assert list(rectangles([20, 19, 19, 18], most=512, pad=True)) == [Rectangle(4, 0, 20)]
    assert [part.lanes for part in rectangles([300, 20, 20, 20], most=512, pad=True)] == [4, 1]


@pytest.mark.parametrize("lengths", [[], [1] * 9])
def test_that_no_lanes_or_more_lanes_than_tokens_are_refused(lengths: list[int]) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        list(rectangles(lengths, most=8, pad=True))
