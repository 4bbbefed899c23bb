"""A step of a search on label rows, asked as searches ask now and as they asked before: the same prompts and rows.

Before: every prompt writes its answers to the rows, and is left behind only when it cannot win any more; nothing of a
prompt is kept from one look to the next. Now: labels are compared, not written, and who is unlikely to win is left
behind, too. Where a search starts (`core.methods.shared.warm_start`) prompts are many: there all are weighed by their
soft score on few rows, half of them on more, and the best are scored.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core import paths
from core.control import CancelToken
from core.data import tasks
from core.domain.example import Example
from core.domain.prompt import ExampleLayout, Prompt
from core.domain.runspec import Racing, Reading
from core.domain.task import Task
from core.lab.race import RULES, Leader, Race
from core.lab.scorer import BLOCK, Scorer
from core.lab.soft import SOFT_BLOCK, SoftReader, row_score
from core.llm.llama.model import LlamaModel
from core.operators import bank, demonstrations

ROWS: Final = 48
SHOWN: Final = 8
"""Worked examples in every second prompt."""
_MOST_TOKENS: Final = 64
"""Of a written answer: what a table of a person's own gets that says nothing else."""
_KEPT: Final = 2
_RUNGS: Final = (SOFT_BLOCK, BLOCK, 2 * BLOCK)

Ask = Callable[[Prompt, Sequence[Example]], list[float]]
"""The scores of some rows under a prompt, 0…1."""


@dataclass(frozen=True, slots=True)
class EngineStep:
    """Sibling prompts, half of them with worked examples, and the rows that they are scored on."""

    task: Task
    prompts: tuple[Prompt, ...]
    rows: tuple[Example, ...]

    @classmethod
    def of(cls, siblings: int, seed: int) -> "EngineStep":
        """Ready wordings for the starter's sample task; worked examples are of rows that are not scored."""
        task = tasks.load_task(paths.starter_sample())
        task = replace(task, contract=replace(task.contract, max_tokens=_MOST_TOKENS, stops=()))
        every = (*task.train, *task.validation)
        texts = [draft.prompt for draft in bank.wordings(task, task.seed_prompts[0], task.train)][:siblings]
        rng, half = random.Random(seed), siblings // 2
        shown = demonstrations.sets(task, texts[half:], every[ROWS:], rng, sizes=(SHOWN,), each=siblings - half)
        return cls(task, (*texts[:half], *(draft.prompt for draft in shown)), every[:ROWS])

    def siblings(self, layout: ExampleLayout) -> tuple[Prompt, ...]:
        """Its wordings, all behind one set of worked examples."""
        shown = self.prompts[-1].demonstrations
        return tuple(Prompt(text, shown).laid_out(layout) for text in dict.fromkeys(each.text for each in self.prompts))

    def looked_at(self, model: LlamaModel, layout: ExampleLayout) -> None:
        """A first look at the siblings: soft scores of the first rows."""
        reader = SoftReader(model, self.task, CancelToken())
        for prompt in self.siblings(layout):
            reader.read(prompt, self.rows[:SOFT_BLOCK])

    def before(self, model: LlamaModel) -> Prompt:
        """The winner by written answers."""
        scorer = Scorer(model, self.task, Reading.GENERATED, CancelToken())
        return self._raced(self.prompts, _verdicts(scorer), Racing.EXACT)

    def raced(self, model: LlamaModel) -> Prompt:
        """The winner by compared labels."""
        scorer = Scorer(model, self.task, Reading.CHOICES, CancelToken())
        return self._raced(self.prompts, _verdicts(scorer), Racing.STATISTICAL)

    def written(self, model: LlamaModel, write: Callable[[Sequence[str], int], list[str]]) -> Prompt:
        """The winner by labels that somebody else writes, who gets each text as `model` renders it and is asked for no
        more tokens than the longest label has. The race is the one of `raced`."""
        scorer = Scorer(model, self.task, Reading.GENERATED, CancelToken())
        longest = max(map(model.count_tokens, self.task.contract.labels))

        def ask(prompt: Prompt, rows: Sequence[Example]) -> list[float]:
            texts = ["".join(scorer.rendered(prompt, row).pieces) for row in rows]
            return [verdict.score for verdict in scorer.grader.judge(write(texts, longest), rows, prompt.key)[0]]

        return self._raced(self.prompts, ask, Racing.STATISTICAL)

    def climbed(self, model: LlamaModel) -> Prompt:
        """The winner by compared labels among those that a ladder of soft scores leaves."""
        reader = SoftReader(model, self.task, CancelToken())
        standing = list(self.prompts)
        sums: dict[str, list[float]] = {prompt.key: [] for prompt in standing}
        for start, end in zip((0, *_RUNGS), _RUNGS, strict=False):
            for prompt in standing:
                read, _ = reader.read(prompt, self.rows[start:end])
                rows = [reader.row(*pair) for pair in zip(self.rows[start:end], read, strict=True)]
                sums[prompt.key] += [row_score(row, reader.labels, Reading.CHOICES) for row in rows]
            standing.sort(key=lambda prompt: -sum(sums[prompt.key]))
            standing = standing[: max(_KEPT, len(standing) // 2)]
        scorer = Scorer(model, self.task, Reading.CHOICES, CancelToken())
        return self._raced(standing, _verdicts(scorer), Racing.STATISTICAL)

    def _raced(self, prompts: Sequence[Prompt], ask: Ask, racing: Racing) -> Prompt:
        """The winner of a race in blocks, as `core.lab.lab.Lab.race` runs it: the most promising one first."""
        blocks = [self.rows[start : start + BLOCK] for start in range(0, len(self.rows), BLOCK)]
        first = {prompt.key: ask(prompt, blocks[0]) for prompt in prompts}
        order = sorted(prompts, key=lambda prompt: -sum(first[prompt.key]))
        race = Race(RULES[racing], len(self.rows), max(1, len(prompts) - 1))
        for prompt in order:
            scores = list(first[prompt.key])
            for block in blocks[1:]:
                if race.loss(scores) is not None:
                    break
                scores += ask(prompt, block)
            else:
                race.finish(Leader(prompt.key, scores))
        return next(prompt for prompt in prompts if prompt.key == race.leaders[0].name)


def _verdicts(scorer: Scorer) -> Ask:
    return lambda prompt, rows: [verdict.score for verdict in scorer.score(prompt, rows)[0]]
