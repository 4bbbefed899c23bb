"""One question put to models, with every token as it is written."""

from typing import TYPE_CHECKING

import msgspec

from core.domain.example import Example
from core.domain.runspec import ParamValue
from core.domain.scoring import Verdict
from core.engine.messages import Command, Message, handles
from core.llm.base import HeardToken
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class AskRendered(Message, frozen=True, tag=True):
    """What a model reads: its tokens as text, template included. `note` says what else there is to know."""

    model: int
    name: str
    tokens: tuple[str, ...]
    note: Words = ""


class TokenHeard(Message, frozen=True, tag=True):
    """One token of the reply of a model, as it is written."""

    model: int
    heard: HeardToken


class LabelShare(msgspec.Struct, frozen=True):
    """A label, and how likely it is as the whole reply: its log-probability, and its share among all labels (0…1)."""

    label: str
    logprob: float
    share: float


class Answered(Message, frozen=True, tag=True):
    """A model's whole reply, or the `problem` with it. `seconds` from the question on; `first` until its first token.

    `verdict` judges it by the task's metric; `note` says why there is none although the row has an answer.
    """

    model: int
    text: str = ""
    reasoning: str = ""
    finish: str = ""
    prompt_tokens: int = 0
    reply_tokens: int = 0
    first: float = 0.0
    seconds: float = 0.0
    verdict: Verdict | None = None
    labels: tuple[LabelShare, ...] = ()
    note: Words = ""
    problem: Words = ""


class Ask(Command[None], frozen=True, tag=True):
    """Put a prompt about one row to models (paths), one after the other, and hear each reply token by token.

    With a task its contract, placement and metric apply: the reply is judged if the row has an answer. Nothing is kept.
    Answers, for each model by its place: `AskRendered`, `TokenHeard`…, `Answered`. `alternatives` are reported per
    token; `reasoning_cap` bounds a thought's tokens (0: the model is asked for none; `None`: as it likes).
    """

    prompt: str
    models: tuple[str, ...]
    example: Example = Example(0, "", ())
    task_folder: str = ""
    max_tokens: int = 256
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    alternatives: int = 5
    reasoning_cap: int | None = 0
    settings: dict[str, dict[str, ParamValue]] = {}
    """How a model is to be loaded where the person chose it, by its path."""


@handles(Ask)
def _ask(command: Ask, context: "EngineContext") -> None:
    from core.engine.ask import ask

    ask(command, context)
