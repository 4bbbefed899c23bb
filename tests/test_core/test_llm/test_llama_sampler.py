"""Sampling from rows of logits."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import ModelError
from core.llm.base import Request, user
from core.llm.llama.sampler import Probabilities, Sampler


def sampler(**how: float) -> Sampler:
    return Sampler(Request(user(""), **({"temperature": 1.0} | how)))  # type: ignore[arg-type]


def row(*probabilities: float, size: int = 0) -> NDArray[np.float32]:
    values = np.full(max(size, len(probabilities)), -50.0, dtype=np.float32)
    values[: len(probabilities)] = np.log(probabilities)
    return values


def test_that_samples_follow_the_probabilities() -> None:
    chooser = sampler(seed=3)
    counts = Counter(chooser.choose(row(0.5, 0.3, 0.2)) for _ in range(4000))
    assert [counts[i] / 4000 for i in range(3)] == pytest.approx([0.5, 0.3, 0.2], abs=0.03)


def test_that_temperature_sharpens() -> None:
    cold = sampler(temperature=0.2, seed=1)
    assert Counter(cold.choose(row(0.5, 0.3, 0.2)) for _ in range(500))[0] > 400


def test_that_a_temperature_next_to_zero_is_greedy() -> None:
    assert {sampler(temperature=1e-300, seed=seed).choose(row(0.2, 0.5, 0.3)) for seed in range(20)} == {1}


def test_that_top_p_keeps_the_smallest_set_that_holds_the_share() -> None:
    assert {sampler(top_p=0.75, seed=seed).choose(row(0.2, 0.5, 0.3)) for seed in range(200)} == {1, 2}
    assert {sampler(top_p=0.81, seed=seed).choose(row(0.2, 0.5, 0.3)) for seed in range(200)} == {0, 1, 2}


def test_that_min_p_drops_what_is_unlikely_beside_the_likeliest() -> None:
    assert {sampler(min_p=0.5, seed=seed).choose(row(0.2, 0.5, 0.3)) for seed in range(200)} == {1, 2}


def test_that_greedy_takes_the_first_of_equals() -> None:
    assert sampler(temperature=0.0).choose(row(0.2, 0.4, 0.4)) == 1


@given(seed=st.integers(0, 1000), share=st.floats(0.05, 0.95))
def test_that_top_p_in_a_large_vocabulary_equals_a_full_sort(seed: int, share: float) -> None:
    logits = np.random.default_rng(seed).normal(0, 0.3, 5000).astype(np.float32)
    weights = np.exp(logits.astype(np.float64) - float(logits.max()))
    order = np.argsort(-weights, kind="stable")
    enough = int(np.searchsorted(np.cumsum(weights[order]), share * weights.sum()))
    kept = sampler(top_p=share)._kept(weights)
    assert kept is not None
    assert kept.tolist() == order[: enough + 1].tolist()


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_that_a_model_that_computes_nonsense_is_named(bad: float) -> None:
    values = row(0.5, 0.5)
    values[1] = bad
    with pytest.raises(ModelError, match="not a number"):
        sampler().choose(values)


def test_that_log_probabilities_are_normalized_and_ties_stay_in_order() -> None:
    probabilities = Probabilities(4)
    values = row(0.4, 0.1, 0.1, 0.4) + np.float32(80.0)
    entry = probabilities.describe(values, 1, 3)
    assert entry.logprob == pytest.approx(np.log(0.1), abs=1e-4)
    assert [token for token, _ in entry.alternatives] == [0, 3, 1]
    assert len(probabilities.describe(values, 1, 99).alternatives) == 4
