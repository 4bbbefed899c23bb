"""Ranks and their agreement, against scipy's."""

import math

import numpy as np
import pytest
from scipy import stats

from core.lab.ranking import kendall, ranks, spearman


def drawn(seed: int) -> tuple[list[int], list[int]]:
    """Two rankings with many equals in each."""
    chance = np.random.default_rng(seed)
    one = chance.integers(0, 6, size=12)
    return one.tolist(), (one + chance.integers(0, 5, size=12)).tolist()


@pytest.mark.parametrize("seed", range(8))
def test_that_ranks_and_agreement_are_those_of_scipy(seed: int) -> None:
    one, other = drawn(seed)
    assert ranks(one).tolist() == stats.rankdata(one).tolist()
    assert spearman(one, other) == pytest.approx(stats.spearmanr(one, other).statistic, abs=1e-12)
    assert kendall(one, other) == pytest.approx(stats.kendalltau(one, other).statistic, abs=1e-12)


def test_that_each_line_of_a_table_is_ranked_for_itself() -> None:
    table = [[0.5, 0.5, 0.1], [3.0, 2.0, 1.0]]
    assert ranks(table).tolist() == [[2.5, 2.5, 1.0], [3.0, 2.0, 1.0]]


def test_that_what_has_no_order_agrees_with_nothing() -> None:
    assert math.isnan(spearman([1, 1, 1], [1, 2, 3]))
    assert math.isnan(kendall([1, 2, 3], [2, 2, 2]))
