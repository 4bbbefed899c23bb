"""Whether a budget lasts until the start prompts are scored: without that a run ends before it has searched."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.run_estimate import Range, Shortfall
from core.domain.runspec import Reading, RunSpec
from core.domain.task import Task
from core.engine.label_bias import bias_calls
from core.engine.runner import calls_per_row, reserved_calls
from core.lab.scorer import BLOCK
from core.methods import method
from core.methods.base import make_params
from core.methods.shared.cost import fewest_calls, opening_rows

Count = Callable[[Prompt, Example], int]
"""The tokens of the question that a prompt makes of a row."""

_LOOKED_AT = 48
"""Rows whose tokens are counted; the others are taken to be as long."""

_ROUNDS = 2
"""A search of fewer rounds has never used what it learned."""

_HEADROOM = 1.05
"""They may be longer."""


def shortfall(task: Task, spec: RunSpec, count: Count | None = None) -> Shortfall | None:
    """Which limit is too small to score the start prompts once, or for two rounds of the search, and what would do.

    Tokens are looked at where `count` is given. What is too small is so however short the replies are; what would do
    suffices however long they are.
    """
    module = method(spec.method)
    params, train, validation = make_params(module.Params, spec.own_params), len(task.train), len(task.validation)
    rows = opening_rows(module, params, spec.settings, train=train, validation=validation)
    opening = _MinimumBudget(task, spec, rows, calls_per_row(task))
    calls, tokens = spec.budget.calls, spec.budget.tokens
    if calls is not None and calls < opening.calls:
        return Shortfall("calls", calls, opening.calls)
    rounds = fewest_calls(module, params, spec.settings, spec.racing, _ROUNDS, train=train, validation=validation)
    enough = replace(opening, more=rounds).calls
    if calls is not None and calls < enough:
        return Shortfall("rounds", calls, enough)
    if tokens is not None and count is not None:
        needed = opening.tokens(opening.asked_tokens(count))
        if tokens < needed.least:
            return Shortfall("tokens", tokens, math.ceil(_HEADROOM * needed.most / 100) * 100)
    return None


@dataclass(frozen=True, slots=True)
class _MinimumBudget:
    """The first step of every method: each start prompt on so many rows."""

    task: Task
    spec: RunSpec
    rows: int
    per_row: int
    more: int = 0
    """Calls that are to be left then."""

    @property
    def calls(self) -> int:
        """The fewest calls that suffice, with those that are kept back for the final choice."""
        asked = (self._prompts * self.rows + self.more) * self.per_row
        return min(asked + self._reserved(None), 2 * asked - 1)

    def asked_tokens(self, count: Count) -> float:
        """The tokens of a question, on average."""
        sample = self.task.train[: min(self.rows, _LOOKED_AT)]
        counted = [count(prompt, row) for prompt in self.spec.seed_prompts for row in sample]
        return sum(counted) / len(counted) if counted else 0.0

    def tokens(self, asked: float) -> Range:
        """The fewest tokens that suffice with the shortest and with the longest replies, with those kept back.

        What the last block may cost has to be left before it begins (`core.lab.meter`), however short its replies are.
        """
        questions, last = self._prompts * self.rows, (self.rows - 1) % BLOCK + 1
        contract = self.task.contract
        reply = 0 if self.spec.reading is Reading.CHOICES else contract.max_tokens + contract.thought_tokens
        least = self._with_reserve(questions * asked + last * reply, asked, questions > last)
        return Range(least, self._with_reserve(questions * (asked + reply), asked + reply, questions > last))

    def _with_reserve(self, tokens: float, each: float, several: bool) -> float:  # noqa: FBT001 - of blocks
        """Nothing is kept back before the first block: nobody knows yet what a call costs."""
        kept = self._reserved(self.spec.budget.calls) * each if several else 0.0
        return min(tokens + kept, 2 * tokens)

    @property
    def _prompts(self) -> int:
        return len(set(self.spec.seed_prompts))

    def _reserved(self, calls: int | None) -> int:
        rows, seeds = len(self.task.validation), len(self.spec.seed_prompts)
        bias = bias_calls(self.spec, self.task)
        return reserved_calls(self.spec.final_rule, rows, seeds, calls, self.per_row, bias=bias)
