"""What `whet bench engine` asks: a prompt, siblings of it, and inputs, measured in the model's own tokens."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.llm.base import ChatMessage, ChoiceRequest, Contest, Part, Request
from core.llm.llama.model import LlamaModel

LABELS: Final = ("yes", "no", "it depends", "nobody knows")
PROMPT, INPUT, REPLY = 200, 60, 32
"""Tokens of the prompt that all examples share, of an input, and of a generated reply."""

SIBLINGS, ROWS = 8, 48
"""Prompts and rows of one step of an optimization."""

_COMMON: Final = 0.6
"""Share of its beginning that a sibling prompt has in common with the others."""


@dataclass(frozen=True, slots=True)
class Load:
    """Siblings begin alike; the first of them is the prompt."""

    siblings: tuple[str, ...]
    inputs: tuple[str, ...]

    @classmethod
    def of(cls, model: LlamaModel, n: int, seed: int) -> "Load":
        """Made-up words with `n` inputs, by the seed."""
        words = _words(seed)
        common = _text(model, words, int(PROMPT * _COMMON))
        rest = PROMPT - int(PROMPT * _COMMON)
        siblings = tuple(f"{common} {_text(model, words, rest)}" for _ in range(SIBLINGS))
        return cls(siblings, tuple(_text(model, words, INPUT) for _ in range(n)))

    @property
    def prompt(self) -> str:
        """The prompt of whatever asks only one."""
        return self.siblings[0]

    def conversations(self, n: int) -> list[tuple[ChatMessage, ...]]:
        """The prompt with each of the first `n` inputs."""
        return [_messages(self.prompt, text) for text in self.inputs[:n]]

    def texts(self, model: LlamaModel, n: int) -> list[str]:
        """The same as text, for those who take text: the model's template is in it."""
        return ["".join(model.render(messages).pieces) for messages in self.conversations(n)]

    def generate(self, n: int, group: str = "generate") -> list[Request]:
        """Replies of `REPLY` tokens, in one group."""
        return [Request(messages, REPLY, group=group) for messages in self.conversations(n)]

    def choose(self, n: int, contest: Contest) -> list[ChoiceRequest]:
        """One of `LABELS` each."""
        return [ChoiceRequest(messages, LABELS, "labels", contest) for messages in self.conversations(n)]

    def prompt_first(self) -> list[ChoiceRequest]:
        """One step: all siblings on `ROWS` inputs, a group for each sibling."""
        return [_choice(prompt, text, prompt) for prompt in self.siblings for text in self.inputs[:ROWS]]

    def input_first(self) -> list[ChoiceRequest]:
        """The same step with the inputs before the prompts (GPO's Q_end)."""
        return [_choice(text, prompt, prompt) for prompt in self.siblings for text in self.inputs[:ROWS]]

    def only_inputs_shared(self) -> list[ChoiceRequest]:
        """The same, as if the siblings had nothing in common: a letter of its own begins each of them."""
        apart = [f"{chr(ord('a') + i)}{prompt[1:]}" for i, prompt in enumerate(self.siblings)]
        return [_choice(text, prompt, prompt) for prompt in apart for text in self.inputs[:ROWS]]


def _messages(*texts: str) -> tuple[ChatMessage, ...]:
    return (ChatMessage("user", (Part("\n\n".join(texts)),)),)


def _choice(first: str, second: str, group: str) -> ChoiceRequest:
    return ChoiceRequest(_messages(first, second), LABELS, group, Contest.GREEDY)


def _words(seed: int) -> Iterator[str]:
    syllables = ("ka", "lo", "mi", "ne", "pu", "ra", "si", "to", "ve", "zu")
    rng = np.random.default_rng(seed)
    while True:
        yield "".join(syllables[i] for i in rng.integers(0, len(syllables), size=int(rng.integers(1, 4))))


def _text(model: LlamaModel, words: Iterator[str], tokens: int) -> str:
    text = next(words)
    while model.count_tokens(text) < tokens:
        text = f"{text} {next(words)}"
    return text
