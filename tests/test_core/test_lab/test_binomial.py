"""Binomial probabilities against those of scipy.stats."""

import numpy as np
import pytest
from scipy import stats

from core.lab import binomial

TRIALS = (1, 5, 8, 60, 300, 1200)


@pytest.mark.parametrize("n", TRIALS)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.6, 1.0])
def test_that_probabilities_are_those_of_scipy(n: int, share: float) -> None:
    count = np.arange(n + 1)
    assert np.allclose(binomial.pmf(count, n, share), stats.binom.pmf(count, n, share), atol=1e-12)
    assert np.allclose(binomial.at_least(count, n, share), stats.binom.sf(count - 1, n, share), atol=1e-12)


@pytest.mark.parametrize("n", TRIALS)
def test_that_critical_numbers_of_heads_are_those_of_scipy(n: int) -> None:
    coins = np.arange(1, n + 1)
    assert (binomial.critical_heads(coins, 0.025) == stats.binom.isf(0.025, coins, 0.5) + 1).all()


def test_that_no_number_of_heads_among_five_is_improbable_enough() -> None:
    assert binomial.critical_heads(np.arange(6), 0.025)[-1] == 6
