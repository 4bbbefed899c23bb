"""Bandits on rows whose scores are drawn with a seed: what they find, and what they spend."""

import random

import pytest

from core.lab.scorer import BLOCK
from core.methods.protegi.bandits import BanditContest, Selection


class Rows:
    """Arms with a true mean each; counts the blocks that were pulled for the first time."""

    def __init__(self, means: list[float], depth: int, seed: int) -> None:
        rng = random.Random(seed)
        self.scores = [[rng.random() < mean for _ in range(depth * BLOCK)] for mean in means]
        self.deepest = [0] * len(means)

    def pull(self, arm: int, blocks: int) -> float:
        self.deepest[arm] = max(self.deepest[arm], blocks)
        seen = self.scores[arm][: blocks * BLOCK]
        return sum(seen) / len(seen)


def contest(rows: Rows, keep: int, blocks: int, depth: int) -> BanditContest:
    return BanditContest(len(rows.scores), keep, blocks, depth, rows.pull)


MEANS = [0.2, 0.3, 0.9, 0.4, 0.1, 0.8, 0.3, 0.2, 0.5, 0.4, 0.3, 0.2]


@pytest.mark.parametrize("by", Selection)
def test_that_clearly_better_arms_are_kept_best_first(by: Selection) -> None:
    right = 0
    for seed in range(50):
        rows = Rows(MEANS, depth=16, seed=seed)
        right += set(contest(rows, keep=2, blocks=48, depth=16).winners(by)) == {2, 5}
    assert right >= 45


@pytest.mark.parametrize("by", [Selection.UCB, Selection.REJECTS, Selection.HALVING])
@pytest.mark.parametrize("blocks", [24, 48, 96])
def test_that_about_the_budget_is_spent_and_never_a_lot_more(by: Selection, blocks: int) -> None:
    rows = Rows(MEANS, depth=64, seed=1)
    contest(rows, keep=2, blocks=blocks, depth=64).winners(by)
    assert 0.5 * blocks <= sum(rows.deepest) <= blocks + len(MEANS)
    assert min(rows.deepest) >= 1


@pytest.mark.parametrize("by", [Selection.UCB, Selection.REJECTS, Selection.HALVING])
def test_that_good_arms_get_more_rows_than_bad_ones(by: Selection) -> None:
    rows = Rows(MEANS, depth=64, seed=2)
    contest(rows, keep=2, blocks=60, depth=64).winners(by)
    assert min(rows.deepest[2], rows.deepest[5]) > rows.deepest[4]


@pytest.mark.parametrize("by", Selection)
def test_that_no_arm_is_pulled_deeper_than_there_are_rows(by: Selection) -> None:
    rows = Rows(MEANS, depth=3, seed=3)
    contest(rows, keep=4, blocks=500, depth=3).winners(by)
    assert max(rows.deepest) == 3


@pytest.mark.parametrize("by", Selection)
@pytest.mark.parametrize(("arms", "keep"), [(0, 2), (1, 1), (2, 3)])
def test_that_nothing_is_pulled_if_all_are_kept(by: Selection, arms: int, keep: int) -> None:
    rows = Rows([0.5] * arms, depth=2, seed=4)
    assert contest(rows, keep, blocks=10, depth=2).winners(by) == list(range(arms))
    assert sum(rows.deepest) == 0


@pytest.mark.parametrize("by", Selection)
def test_that_of_equals_the_earlier_one_is_kept(by: Selection) -> None:
    same = BanditContest(5, 2, 10, 3, lambda arm, blocks: 0.5)
    assert same.winners(by) == [0, 1]


@pytest.mark.parametrize("by", Selection)
@pytest.mark.parametrize("blocks", [0, 1, 3])
def test_that_a_budget_too_small_for_one_block_each_still_ends(by: Selection, blocks: int) -> None:
    rows = Rows(MEANS, depth=4, seed=5)
    assert len(contest(rows, keep=3, blocks=blocks, depth=4).winners(by)) == 3
