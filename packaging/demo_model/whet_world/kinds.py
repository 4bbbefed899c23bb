"""Kinds of tasks, and the families of kinds that share their inputs."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
HELD_SHARE = 5
"""Every fifth word, name or template is held out of training."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A source of chance that keeps to words, names and templates of training, or to the held-out ones."""

    rng: random.Random
    held: bool = False

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices that this side may see (position 4, 9, 14 … of the list is held out)."""
        return self.rng.choice(self.allowed(choices))

    def sample(self, choices: Sequence[T], n: int) -> list[T]:
        """`n` different ones."""
        return self.rng.sample(self.allowed(choices), n)

    def allowed(self, choices: Sequence[T]) -> Sequence[T]:
        """The choices that this side may see. Lists of fewer than ten entries are open to both sides."""
        if len(choices) < 2 * HELD_SHARE:
            return choices
        last = HELD_SHARE - 1
        return [choice for i, choice in enumerate(choices) if (i % HELD_SHARE == last) is self.held]


@dataclass(frozen=True, slots=True)
class Situation:
    """An input, and the right answer of every kind that fits it."""

    text: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of task, and how people ask for it. All texts are grammars: `[a|b|]` is one of its alternatives.

    `what`: noun phrases that name the answer (“the last letter of the word”). `ask`: whole sentences that ask for it.
    `form`: sentences about the answer's form. `vague`: half-clear requests that fit this kind and siblings of it.
    `tips`: sentences of advice that are true of this kind. `about`: the input (“the word”). `labels` in their order.
    """

    name: str
    about: str
    what: tuple[str, ...]
    ask: tuple[str, ...]
    form: tuple[str, ...]
    vague: tuple[str, ...]
    tips: tuple[str, ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that share their inputs: a vague prompt may get any of them, or one of the chatty replies.

    `chatty`: grammars of replies that talk about the input in general and give no kind's answer.
    """

    name: str
    situation: Callable[[Draw], Situation]
    kinds: tuple[Kind, ...]
    chatty: tuple[str, ...]


_CHOICE = re.compile(r"\[([^\[\]]*)\]")


def expand(grammar: str, rng: random.Random) -> str:
    """One text of a grammar: innermost brackets first; doubled blanks are closed."""
    while "[" in grammar:
        grammar = _CHOICE.sub(lambda match: rng.choice(match.group(1).split("|")), grammar, count=1)
    return re.sub(r" +", " ", grammar).strip()


def chat(family: Family, rng: random.Random) -> str:
    """A chatty reply: the first ones most often, so that a model has a favorite instead of many equals."""
    weights = [1 / (1 + place) for place in range(len(family.chatty))]
    return expand(rng.choices(family.chatty, weights)[0], rng)
