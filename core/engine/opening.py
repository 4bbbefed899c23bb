"""Whether a budget lasts until the start prompts are scored: without that a run ends before it has searched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.domain.example import Example
from core.domain.outlook import Shortfall
from core.domain.prompt import Prompt
from core.domain.runspec import Reading, RunSpec
from core.domain.task import Task
from core.engine.runner import calls_per_row, reserved_calls
from core.lab.scorer import BLOCK
from core.methods import method
from core.methods.base import make_params

Count = Callable[[Prompt, Example], int]
"""The tokens of the question that a prompt makes of a row."""

_LOOKED_AT = 48
"""Rows whose tokens are counted; the others are taken to be as long."""


def rows_of_opening(spec: RunSpec, task: Task) -> int:
    """Rows that the search scores each start prompt on: what one start prompt more adds to its calls."""
    module = method(spec.method)
    params = make_params(module.Params, spec.params)
    most = [
        module.most_calls(params, train=len(task.train), validation=len(task.validation), seeds=seeds)
        for seeds in (0, 1)
    ]
    return most[1] - most[0]


def shortfall(task: Task, spec: RunSpec, count: Count | None = None) -> Shortfall | None:
    """Which limit is too small to score the start prompts once, and how large it would have to be at least.

    Tokens are looked at where `count` is given. Replies are taken to be short, except in the block that is asked last:
    what that may cost has to be left before it begins (`core.lab.meter`).
    """
    opening = _Opening(task, spec, rows_of_opening(spec, task), calls_per_row(task))
    for limit, allowed, needed in (
        ("calls", spec.budget.calls, opening.calls),
        ("tokens", spec.budget.tokens, opening.tokens(count) if count is not None else 0),
    ):
        if allowed is not None and allowed < needed:
            return Shortfall(limit, allowed, needed)
    return None


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first step of every method: each start prompt on so many rows."""

    task: Task
    spec: RunSpec
    rows: int
    per_row: int

    @property
    def calls(self) -> int:
        """The fewest calls that suffice, with those that are kept back for the final choice."""
        asked = self._prompts * self.rows * self.per_row
        return min(asked + self._reserved(None), 2 * asked - 1)

    def tokens(self, count: Count) -> int:
        """The fewest tokens that may suffice, with those that are kept back."""
        sample = self.task.train[: min(self.rows, _LOOKED_AT)]
        each = _mean([count(prompt, row) for prompt in self.spec.seed_prompts for row in sample])
        asked = self._prompts * self.rows
        last = (self.rows - 1) % BLOCK + 1
        reply = 0 if self.spec.reading is Reading.CHOICES else self.task.contract.max_tokens
        needed = asked * each + last * reply
        reserved = self._reserved(self.spec.budget.calls)
        return round(needed if asked == last else min(needed + reserved * each, 2 * needed))

    @property
    def _prompts(self) -> int:
        return len(set(self.spec.seed_prompts))

    def _reserved(self, calls: int | None) -> int:
        rows, seeds = len(self.task.validation), len(self.spec.seed_prompts)
        return reserved_calls(self.spec.final_rule, rows, seeds, calls, self.per_row)


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values) if values else 0.0
