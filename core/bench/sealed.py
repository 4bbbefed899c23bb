"""Prompts on sealed rows, for benches: of sample tasks, whose sealed rows are for practice, and of public datasets."""

import statistics
from collections.abc import Sequence
from pathlib import Path

from core.control import CancelToken
from core.data import tasks
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Reading
from core.domain.sameness import marks
from core.errors import RunError
from core.lab.scorer import BLOCK, Scorer
from core.llm.base import ChatModel
from core.metrics import aggregate
from core.store.ledger import Ledger

OPENED_BY = "whet bench"
"""The name in the ledger of opened tests."""


class SealedJudge:
    """Scores prompts on sealed rows, each prompt once."""

    @classmethod
    def of(cls, folder: Path, model: ChatModel, most: int) -> "SealedJudge":
        """On the first `most` sealed rows of a task's folder; 0: all.

        Rows of a task that is no sample are noted as opened first, so that no run can be certified on them any more.
        Raises `SealedTestError` if a run has opened them before.
        """
        task = tasks.load_task(folder)
        rows = tasks.open_sealed_test(folder)
        if not tasks.is_sample(task.test_fingerprint):
            dressed = marks(rows, task.input_template)
            Ledger().record(task.test_fingerprint, [row.key for row in rows], OPENED_BY, task=task.name, marks=dressed)
        scorer = Scorer(model, task, Reading.GENERATED, CancelToken())
        return cls(scorer, rows[:most] if most else rows)

    def __init__(self, scorer: Scorer, rows: Sequence[Example]) -> None:
        self._scorer = scorer
        self._rows = rows
        self._known: dict[str, tuple[float, ...]] = {}

    def rows(self, prompt: Prompt) -> tuple[float, ...]:
        """The score of each row, generated as the exported prompt will run."""
        if prompt.key not in self._known:
            verdicts = [
                verdict
                for start in range(0, len(self._rows), BLOCK)
                for verdict in self._scorer.score(prompt, self._rows[start : start + BLOCK])[0]
            ]
            scores = tuple(verdict.score for verdict in verdicts)
            if abs(aggregate(verdicts, self._rows, self._scorer.task) - statistics.fmean(scores)) > 1e-9:
                raise RunError(
                    f"The metric {self._scorer.task.metric} is no mean of rows, which contests compare by.",
                    hint="Use tasks with exact_match, accuracy or a graded score of each row.",
                )
            self._known[prompt.key] = scores
        return self._known[prompt.key]
