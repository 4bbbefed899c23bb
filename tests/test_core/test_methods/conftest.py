"""A bench for methods: a real lab over scripted models.

The models are scripted because these tests are about the method's own story (who is shown, who wins, what is refused),
which must be the same on every machine, and about optimizers that misbehave in ways no real model does on demand.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from core import paths
from core.bench.scripted import GOOD_WORDS
from core.bench.word_model import WordModel, simulated_info
from core.control import CancelToken
from core.data.tasks import load_task
from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, ModelSettings, Role, RunSpec
from core.domain.scoring import Scorecard, Scored, Verdict
from core.domain.search import SearchSettings
from core.domain.task import AnswerContract, Task
from core.lab.bench import Bench
from core.lab.journal import Journal, MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.proposing.proposer import Proposer
from core.lab.proposing.question import Question, ReadProposal
from core.llm.base import (
    Capabilities,
    ChatModel,
    ModelInfo,
    Observer,
    Reply,
    Request,
    Usage,
    ignore,
)
from core.llm.llama import load

Script = Callable[[str, int], str]
"""From the text of a conversation and the request's seed to a reply."""


@dataclass
class ScriptedModel(WordModel):
    """A `ChatModel` whose replies are a pure function of the conversation and the seed."""

    script: Script
    parameters: int = 7_000_000_000
    context: int = 4096
    capabilities: Capabilities = field(default_factory=lambda: Capabilities(score_choices=False))
    requests: list[Request] = field(default_factory=list)

    @property
    def info(self) -> ModelInfo:
        return simulated_info("scripted", self.parameters, self.context)

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        if cancel is not None:
            cancel.check()
        self.requests += requests
        return [self._reply(request) for request in requests]

    def _reply(self, request: Request) -> Reply:
        asked = "\n\n".join(message.text for message in request.messages)
        text = self.script(asked, request.seed)
        return Reply(text, usage=Usage(len(asked.split()), len(text.split())))


def answer_by_prompt(asked: str, seed: int) -> str:
    """The second letter of the last word, on a share of the rows that grows with the prompt's good words."""
    del seed
    prompt, _, row = asked.rpartition("\n\n")
    found = sum(word in prompt.casefold().split() for word in GOOD_WORDS)
    difficulty = hashlib.sha256(row.encode()).digest()[0] % len(GOOD_WORDS)
    return row[1] if difficulty < found else "?"


def write_a_prompt(asked: str, seed: int) -> str:
    """A few of the good words among others, by the seed, in the tags that were asked for."""
    del asked
    digest = hashlib.sha256(str(seed).encode()).digest()
    words = [(*GOOD_WORDS, "please", "now", "say", "just")[byte % 12] for byte in digest[: 3 + digest[31] % 6]]
    return f"Some thoughts. <new_prompt>{' '.join(words)}</new_prompt>"


def make_task(train: int = 64, validation: int = 48, **changes: object) -> Task:
    """Rows whose inputs are four letters, and whose answer is the second one."""
    words = [
        "".join(chr(97 + byte % 26) for byte in hashlib.sha256(str(i).encode()).digest()[:4])
        for i in range(train + validation)
    ]
    rows = tuple(Example(i + 1, word, (word[1],)) for i, word in enumerate(words))
    task = Task("letters", rows[:train], rows[train:], contract=AnswerContract(max_tokens=4))
    return replace(task, **changes)  # type: ignore[arg-type]


def make_lab(
    *,
    optimizer: Script = write_a_prompt,
    task: Task | None = None,
    seed: int = 0,
    budget: Budget | None = None,
    cancel: CancelToken | None = None,
    journal: Journal | None = None,
    parameters: int = 7_000_000_000,
    context: int = 4096,
    answers: Script = answer_by_prompt,
) -> Lab:
    """A lab over scripted models."""
    spec = RunSpec("letters", "", "", (), {}, "gpo", {}, seed=seed, budget=budget or Budget())
    bench = Bench(
        {Role.TASK: ScriptedModel(answers), Role.OPTIMIZER: ScriptedModel(optimizer, parameters, context)},
        journal or MemoryJournal(),
        Meter(spec.budget),
        cancel or CancelToken(),
    )
    return Lab(task or make_task(), spec, bench)


def make_scored(
    text: str, value: float, number: int = 0, rows: Sequence[int] = (), *, prompt: Prompt | None = None
) -> Scored:
    """A candidate with a score, as if a lab had made it."""
    card = Scorecard(Split.TRAIN, value, 0.0, 1.0, tuple(Verdict(row, value, "") for row in rows))
    return Scored(Candidate(f"c{number}", prompt or Prompt(text), (), "seed", 0), card)


def make_reading(
    question: Question, reply: str, *, task: Task | None = None, cut: bool = False, guards: bool = True
) -> ReadProposal:
    """How a lab reads a reply to a question, of a person who wrote no prompt of their own."""
    settings = SearchSettings(guards=guards)
    return Proposer(task or make_task(), settings, lambda *_: [], lambda *_: None).read(question, reply, cut)


@dataclass(frozen=True)
class Kit:
    """What tests of methods build their benches from."""

    lab: Callable[..., Lab] = make_lab
    task: Callable[..., Task] = make_task
    scored: Callable[..., Scored] = make_scored
    read: Callable[..., ReadProposal] = make_reading
    write_a_prompt: Script = write_a_prompt
    good_words: tuple[str, ...] = GOOD_WORDS


@pytest.fixture
def kit() -> Kit:
    return Kit()


@pytest.fixture(scope="module")
def model() -> Iterator[ChatModel]:
    """The bundled model, loaded by the real llama.cpp."""
    file = paths.bundled_model()
    assert file is not None
    loaded = load(file, ModelSettings(context=768, lanes=16, batch=256, threads=1))
    yield loaded
    loaded.close()


@pytest.fixture(scope="module")
def task() -> Task:
    """The sample task iso-date."""
    return load_task(next(folder for folder in paths.sample_tasks() if folder.name == "iso-date"))
