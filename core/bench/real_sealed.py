"""Prompts on the sealed rows of a bench's own tasks, read as the run read its answers, with and without label bias."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.control import CancelToken
from core.data import tasks
from core.domain.bias import LabelBias
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import RunSpec
from core.domain.task import Task
from core.lab.bias import verdicts_with
from core.lab.scorer import BLOCK, Scorer
from core.lab.soft import SoftReader
from core.lab.stats import PairedGain, paired_gain
from core.llm.base import ChatModel

_CHOSEN_ON = 64
"""Validation rows on which the best of a person's prompts is chosen."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """Scores prompts on sealed rows, each once. The tasks are the bench's own, so no ledger is kept."""

    task: Task
    scorer: Scorer
    reader: SoftReader
    rows: Sequence[Example]
    _known: dict[str, tuple[float, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, model: ChatModel, spec: RunSpec, most: int) -> "Sealed":
        """The first `most` sealed rows of a task, answered as in the run."""
        task = tasks.load_task(folder)
        rows = tasks.open_sealed_test(folder)[:most]
        scorer = Scorer(model, task, spec.reading, CancelToken(), stop_at_label=spec.stops_at_label)
        return cls(task, scorer, SoftReader(model, task, CancelToken()), rows)

    def score(self, prompt: Prompt) -> float:
        """The mean over the sealed rows, 0…1."""
        return float(np.mean(self._scores(prompt)))

    def gain(self, before: Prompt, after: Prompt) -> PairedGain:
        """What the second prompt gains over the first."""
        return paired_gain(self._scores(before), self._scores(after))

    def gain_with(self, before: Prompt, after: Prompt, bias: LabelBias) -> PairedGain:
        """What the second prompt with label bias gains over the first alone."""
        read = [self.reader.read(after, block)[0] for block in _blocks(self.rows)]
        verdicts = verdicts_with(bias, [each for sums in read for each in sums], self.rows, self.task)
        return paired_gain(self._scores(before), [verdict.score for verdict in verdicts])

    def best_of(self, prompts: Sequence[Prompt]) -> Prompt:
        """The one with the best score on the first validation rows."""
        rows = self.task.validation[:_CHOSEN_ON] or self.task.train[:_CHOSEN_ON]
        return max(prompts, key=lambda prompt: sum(self._on(prompt, rows)))

    def _scores(self, prompt: Prompt) -> tuple[float, ...]:
        if prompt.key not in self._known:
            self._known[prompt.key] = self._on(prompt, self.rows)
        return self._known[prompt.key]

    def _on(self, prompt: Prompt, rows: Sequence[Example]) -> tuple[float, ...]:
        verdicts = [verdict for block in _blocks(rows) for verdict in self.scorer.score(prompt, block)[0]]
        return tuple(verdict.score for verdict in verdicts)


def _blocks(rows: Sequence[Example]) -> list[Sequence[Example]]:
    return [rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)]
