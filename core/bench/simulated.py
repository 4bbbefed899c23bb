"""Simulated task models whose true scores are known, as no real model's are: for `whet bench honesty` alone.

A simulated row has its own luck, which all prompts share, and each prompt has luck of its own on a share of the rows.
So the answers of two prompts agree on most rows, as those of real prompts do, and a prompt's true score is its skill.
"""

import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.bench.word_model import WordModel, simulated_info
from core.control import CancelToken
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerContract, AnswerKind, Task
from core.llm.base import (
    Capabilities,
    ModelInfo,
    Observer,
    Reply,
    Request,
    Usage,
    ignore,
)

Floats = NDArray[np.float64]

_GRADES = 5
_LUCK = _GRADES + 1
_WORDS = (
    "read",
    "think",
    "answer",
    "carefully",
    "briefly",
    "exactly",
    "only",
    "word",
    "label",
    "first",
    "then",
    "look",
)


class ScoreType(Protocol):
    """One way of scoring: the answers wanted, replies of a given skill, and the true score that the skill means."""

    @property
    def name(self) -> str: ...

    @property
    def metric(self) -> str: ...

    @property
    def contract(self) -> AnswerContract: ...

    def wanted(self, generator: np.random.Generator, n: int) -> list[str]:
        """The right answers of `n` rows."""
        ...

    def reply(self, wanted: str, skill: float, luck: Floats) -> str:
        """The reply on one row; `luck` are six numbers in 0…1."""
        ...

    def true_score(self, skill: float) -> float:
        """The metric over infinitely many rows."""
        ...


@dataclass(frozen=True, slots=True)
class RightOrWrong:
    """Two labels, scored 0 or 1."""

    name: str = "0/1"
    metric: str = "exact_match"
    contract: AnswerContract = field(default=AnswerContract(AnswerKind.LABEL, ("yes", "no"), max_tokens=4))

    def wanted(self, generator: np.random.Generator, n: int) -> list[str]:
        """Half of them yes."""
        return [self.contract.labels[i] for i in generator.integers(0, 2, n)]

    def reply(self, wanted: str, skill: float, luck: Floats) -> str:
        """Right with the probability of the skill."""
        return wanted if luck[0] < skill else {"yes": "no", "no": "yes"}[wanted]

    def true_score(self, skill: float) -> float:
        """The skill."""
        return skill


@dataclass(frozen=True, slots=True)
class Graded:
    """Five words, of which each is right or not: token F1. On half of the rows it is all or nothing."""

    name: str = "graded"
    metric: str = "token_f1"
    contract: AnswerContract = field(default=AnswerContract(AnswerKind.TEXT, max_tokens=16))

    def wanted(self, generator: np.random.Generator, n: int) -> list[str]:
        """Words that differ from row to row."""
        return [" ".join(f"w{number}x{i}" for i in range(_GRADES)) for number in generator.integers(0, 1000, n)]

    def reply(self, wanted: str, skill: float, luck: Floats) -> str:
        """Each word right with the probability of the skill."""
        words = wanted.split()
        together = int(words[0][1:].partition("x")[0]) % 2 == 0
        return " ".join(word if luck[0 if together else i] < skill else "none" for i, word in enumerate(words))

    def true_score(self, skill: float) -> float:
        """The skill."""
        return skill


@dataclass(frozen=True, slots=True)
class RareLabel:
    """Three labels, one of them rare: macro-F1."""

    name: str = "macro-F1"
    metric: str = "macro_f1"
    contract: AnswerContract = field(default=AnswerContract(AnswerKind.LABEL, ("alpha", "beta", "gamma"), max_tokens=4))
    shares: tuple[float, ...] = (0.6, 0.3, 0.1)

    def wanted(self, generator: np.random.Generator, n: int) -> list[str]:
        """By their shares."""
        return [self.contract.labels[i] for i in generator.choice(len(self.shares), n, p=self.shares)]

    def reply(self, wanted: str, skill: float, luck: Floats) -> str:
        """Right with the probability of the skill, else either other label."""
        labels = self.contract.labels
        others = [label for label in labels if label != wanted]
        return wanted if luck[0] < skill else others[int(luck[_GRADES] * len(others))]

    def true_score(self, skill: float) -> float:
        """The mean F1 of the expected numbers."""
        wrong = (1 - skill) / (len(self.shares) - 1)
        given = [skill * share + wrong * (1 - share) for share in self.shares]
        return float(np.mean([2 * skill * share / (share + g) for share, g in zip(self.shares, given, strict=True)]))


SCORE_TYPES: tuple[ScoreType, ...] = (RightOrWrong(), Graded(), RareLabel())


@dataclass(frozen=True, slots=True)
class World:
    """A simulated task with its rows. `skill` is a prompt's chance of a right answer, by its text.

    `individual` is the share of the rows on which a prompt has luck of its own.
    """

    score_type: ScoreType
    skill: Callable[[str], float]
    individual: float
    task: Task
    test: tuple[Example, ...]
    seed: int

    @classmethod
    def of(
        cls,
        score_type: ScoreType,
        skill: Callable[[str], float],
        *,
        individual: float,
        rows: tuple[int, int, int],
        seed: int,
    ) -> "World":
        """A world with so many train, validation and sealed rows."""
        wanted = score_type.wanted(np.random.default_rng([seed, 0]), sum(rows))
        examples = tuple(Example(i, f"row {i}", (answer,)) for i, answer in enumerate(wanted))
        train, validation = rows[0], rows[0] + rows[1]
        task = Task(
            "simulated",
            examples[:train],
            examples[train:validation],
            metric=score_type.metric,
            contract=score_type.contract,
            test_rows=rows[2],
            test_fingerprint="simulated",
        )
        return cls(score_type, skill, individual, task, examples[validation:], seed)

    def true_gain(self, before: Prompt, after: Prompt) -> float:
        """What `after` really gains over `before`."""
        true = self.score_type.true_score
        return true(self.skill(after.text)) - true(self.skill(before.text))

    def luck(self, prompt: str) -> Floats:
        """Six numbers in 0…1 for every row in order: shared by all prompts, or on some rows the prompt's own."""
        rows = len(self.task.train) + len(self.task.validation) + len(self.test)
        shared = np.random.default_rng([self.seed, 1]).random((rows, _LUCK))
        own = np.random.default_rng([self.seed, 2, zlib.crc32(prompt.encode())])
        alone = own.random(rows) < self.individual
        return np.where(alone[:, None], own.random((rows, _LUCK)), shared)

    def row(self, number: int) -> Example:
        """The row of that number, from 0."""
        train, validation = len(self.task.train), len(self.task.train) + len(self.task.validation)
        if number < train:
            return self.task.train[number]
        return self.task.validation[number - train] if number < validation else self.test[number - validation]


class _Simulated(WordModel):
    """What both simulated models have in common."""

    name = "simulated"
    capabilities = Capabilities(score_choices=False)

    @property
    def info(self) -> ModelInfo:
        """It says what it is."""
        return simulated_info(self.name, 0, 1 << 20)


class SimulatedTaskModel(_Simulated):
    """Answers the rows of a world."""

    name = "simulated task model"

    def __init__(self, world: World) -> None:
        self._world = world
        self._luck: dict[str, Floats] = {}

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """The world's reply to the prompt, which stands before the last blank line, on the row, which stands after."""
        return [self._reply(request.messages[-1].text) for request in requests]

    def _reply(self, asked: str) -> Reply:
        prompt, _, row = asked.rpartition("\n\nrow ")
        if prompt not in self._luck:
            self._luck[prompt] = self._world.luck(prompt)
        world, number = self._world, int(row)
        text = world.score_type.reply(world.row(number).answer, world.skill(prompt), self._luck[prompt][number])
        return Reply(text, usage=Usage(len(prompt.split()) + 2, len(text.split())))


class SimulatedOptimizer(_Simulated):
    """Writes prompts of random words: every one is new."""

    name = "simulated optimizer"

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """A few words by the request's seed."""
        return [self._reply(random.Random(request.seed)) for request in requests]

    def _reply(self, chance: random.Random) -> Reply:
        words = " ".join(chance.choices(_WORDS, k=chance.randint(4, 12)))
        return Reply(f"<new_prompt>{words}</new_prompt>", usage=Usage(200, 12))
