"""Simulated models and a simulated task: for checks of methods that must come out the same on every machine.

Nothing here says anything about a real model. It is for what no real model does on demand: useless replies, exact
repetition, a cancel in the middle of a known call.
"""

import hashlib
import random
from collections.abc import Callable, MutableSequence, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import tomli_w

from core.bench.gbnf import GbnfGrammar
from core.bench.word_model import WordModel, simulated_info, words
from core.control import CancelToken
from core.data.tasks import load_task
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerContract, Task
from core.errors import PromptTooLongError
from core.llm.base import (
    Capabilities,
    FinishReason,
    ModelInfo,
    Observer,
    Reply,
    Request,
    Usage,
    ignore,
)

Script = Callable[[Request], str]
"""From a request to a reply; a pure function."""

LARGE, SMALL = 7_000_000_000, 5_000_000
"""Parameters of a model that gets the full wordings, and of one that gets the compact ones."""

GOOD_WORDS = ("second", "letter", "word", "write", "lower", "exactly", "only", "one")
"""The simulated task model answers a row rightly if the prompt has enough of these."""

OTHER_WORDS = ("please", "now", "say", "just")
FOREIGN_WORDS = ("请", "写出", "单词", "的", "第二个", "字母", "答案", "只要")


SEALED = "sealed-"
"""How the inputs of rows begin that no model may ever see."""


class EndlessError(BaseException):
    """A method asked for far more than it may. Not an `Exception`, so that nothing swallows it."""


@dataclass(slots=True)
class SimulatedModel(WordModel):
    """A `ChatModel` whose replies are a pure function of the request. Tokens are words.

    `began` is called when a call of `complete` begins; a cancel is not noticed in the middle of one. More than `most`
    requests raise `EndlessError`. A model that is not `limited` ignores a request's most tokens, as some servers do.
    `asked` gets every conversation.
    """

    script: Script
    parameters: int = LARGE
    context: int = 4096
    began: Callable[[], None] = lambda: None
    most: int = 1_000_000
    limited: bool = True
    calls: int = 0
    tokens: int = 0
    asked: MutableSequence[str] = field(default_factory=list)

    @property
    def info(self) -> ModelInfo:
        """A model that says how many parameters it has."""
        return simulated_info("simulated", self.parameters, self.context)

    @property
    def capabilities(self) -> Capabilities:
        """It can be held to a grammar."""
        return Capabilities(score_choices=False, grammar=True)

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """See `core.llm.base.ChatModel`."""
        self.began()
        if any(words(request.messages) + request.max_tokens > self.context for request in requests):
            raise PromptTooLongError("The request does not fit into the simulated model's context.")
        return [self._reply(request) for request in requests]

    def _reply(self, request: Request) -> Reply:
        text = self.script(request)
        cut = self.limited and len(text.split()) > request.max_tokens
        if cut:
            text = " ".join(text.split()[: request.max_tokens])
        usage = Usage(words(request.messages), len(text.split()))
        self.calls += 1
        self.tokens += usage.total
        self.asked.append(conversation(request))
        if self.calls > self.most:
            raise EndlessError(f"more than {self.most} calls")
        return Reply(text, usage=usage, finish_reason=FinishReason.LENGTH if cut else FinishReason.STOP)


def conversation(request: Request) -> str:
    """The text of a request's conversation."""
    return "\n\n".join(message.text for message in request.messages)


def letters_task(train: int = 64, validation: int = 48) -> Task:
    """Rows whose inputs are four letters, and whose answer is the second one."""
    rows = tuple(Example(i + 1, word, (word[1],)) for i, word in enumerate(map(_letters, range(train + validation))))
    seeds = (Prompt("Complete the task."),)
    return Task("letters", rows[:train], rows[train:], seeds, contract=AnswerContract(max_tokens=4))


def task_with_sealed_rows(folder: Path) -> Task:
    """The same task in a folder, with a sealed split, read as every task is."""
    task = letters_task()
    rows = [{"input": row.input, "answer": row.answer, "split": "train"} for row in task.train]
    rows += [{"input": row.input, "answer": row.answer, "split": "validation"} for row in task.validation]
    rows += [{"input": f"{SEALED}{i:03}", "answer": "e", "split": "test"} for i in range(40)]
    (folder / "data.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    described = {
        "name": "letters",
        "prompt": {"seed": task.seed_prompts[0].text},
        "answer": {"kind": "text", "instruction": "", "max_tokens": 4},
        "data": {"file": "data.jsonl", "input": "input", "answer": "answer", "split": "split"},
    }
    (folder / "task.toml").write_text(tomli_w.dumps(described), encoding="utf-8")
    return load_task(folder)


def answer_by_prompt(request: Request) -> str:
    """The second letter of the last word, on a share of the rows that grows with the prompt's good words."""
    prompt, _, row = conversation(request).rpartition("\n\n")
    found = sum(word in prompt.casefold().split() for word in GOOD_WORDS)
    difficulty = hashlib.sha256(row.encode()).digest()[0] % len(GOOD_WORDS)
    return row.strip()[1:2] if difficulty < found else "?"


def answer_alike(request: Request) -> str:
    """Right on half of the rows, whatever the prompt: no prompt is better than another."""
    row = conversation(request).rpartition("\n\n")[2]
    return row.strip()[1:2] if hashlib.sha256(row.encode()).digest()[0] % 2 else "?"


def write_words(request: Request) -> str:
    """A few of the good words among others, in the form that the grammar asks for."""
    return _in_form(request, lambda rng: " ".join(rng.choices((*GOOD_WORDS, *OTHER_WORDS), k=rng.randint(3, 8))))


def write_foreign(request: Request) -> str:
    """The right form in another language."""
    return _in_form(request, lambda rng: "".join(rng.choices(FOREIGN_WORDS, k=6)))


def write_foreign_formless(request: Request) -> str:
    """Another language, and no form."""
    return "".join(random.Random(request.seed).choices(FOREIGN_WORDS, k=12))


def write_nothing(request: Request) -> str:
    """An empty reply."""
    del request
    return ""


def write_the_question(request: Request) -> str:
    """An echo."""
    return conversation(request)


def write_one_letter(request: Request) -> str:
    """The right form with nothing in it."""
    return _in_form(request, lambda rng: "x")


def write_endlessly(request: Request) -> str:
    """10,000 words, in the right form if they were not cut."""
    return _in_form(request, lambda rng: " ".join(rng.choices(GOOD_WORDS, k=10_000)))


def write_every_third_broken(request: Request) -> str:
    """Good words, but every third reply breaks off in the middle, or is empty."""
    text = write_words(request)
    kind = hashlib.sha256(str(request.seed).encode()).digest()[0] % 6
    return "" if kind == 0 else text[: len(text) // 2] if kind == 1 else text


USELESS: dict[str, Script] = {
    "empty": write_nothing,
    "echo": write_the_question,
    "10,000 words": write_endlessly,
    "one letter": write_one_letter,
    "another language": write_foreign,
    "another language without form": write_foreign_formless,
    "every third reply broken": write_every_third_broken,
}
"""Optimizer models that are of no use, by what they do."""


def _in_form(request: Request, phrase: Callable[[random.Random], str]) -> str:
    rng = random.Random(request.seed)
    return GbnfGrammar.parse(request.grammar).write(rng, phrase) if request.grammar else phrase(rng)


def _letters(number: int) -> str:
    return "".join(chr(97 + byte % 26) for byte in hashlib.sha256(str(number).encode()).digest()[:4])
