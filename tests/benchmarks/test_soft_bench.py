"""The bench of soft scores: its replays on records whose truth is known."""

import numpy as np

from core.bench.soft import ENTRANTS, REFERENCE, Landscape, SoftPlan, cheapest, pool_of
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerContract, AnswerKind, Task

PROMPTS, ROWS = 20, 128


def landscape(soft_noise: float) -> Landscape:
    """Prompts that are better and better; soft scores are their quality with so much noise per row."""
    rng = np.random.default_rng(1)
    quality = np.linspace(0.4, 0.8, PROMPTS)
    hard = (rng.random((PROMPTS, ROWS)) < quality[:, None]).astype(float)
    soft = quality[:, None] + soft_noise * rng.standard_normal((PROMPTS, ROWS))
    prompts = tuple(Prompt(f"prompt {i}") for i in range(PROMPTS))
    return Landscape("made up", prompts, soft, hard, tuple(hard.mean(axis=1)))


def test_that_a_soft_score_with_little_noise_needs_few_rows_and_a_noisy_one_many() -> None:
    assert cheapest(landscape(0.05), 0) == SoftPlan(4, 1, REFERENCE)
    assert cheapest(landscape(5.0), 0).rows > 0.4 * REFERENCE
    assert SoftPlan(8, 4, 48).rows == 8 + 12
    assert SoftPlan(0, ENTRANTS, 48).rows == 48, "without a soft score every prompt answers all rows"


def test_that_scores_that_rank_alike_correlate_and_equal_ones_do_not() -> None:
    assert landscape(0.0).tau > 0.7
    alike = landscape(0.0)
    assert Landscape("flat", alike.prompts, 0 * alike.soft, alike.hard, alike.metric).tau == 0.0


def test_that_a_pool_has_enough_prompts_of_several_kinds() -> None:
    rows = tuple(Example(i, f"the weather of day {i} was fine", ("good" if i % 2 else "bad",)) for i in range(60))
    contract = AnswerContract(AnswerKind.LABEL, ("good", "bad"))
    task = Task("days", rows[:40], rows[40:], (Prompt("Complete the task."),), contract=contract)
    pool = pool_of(task, 0)
    assert len(pool) == len(set(pool)) >= ENTRANTS
    assert any(prompt.demonstrations for prompt in pool)
    assert pool == pool_of(task, 0)
