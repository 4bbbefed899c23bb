"""One question to the optimizer: what it says, what it shows, how its replies are read, and how they are sampled."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from core.domain.candidate import Draft
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.lab.proposing import forms
from core.llm.base import ChatMessage, Part, user


class Slot(Protocol):
    """The one part of the current prompt that a reply replaces."""

    @property
    def text(self) -> str:
        """What stands there now."""
        ...

    def bare(self, text: str) -> str:
        """The replacement without what stands around that part already."""
        ...

    def objection(self, text: str) -> str:
        """In one word why the replacement cannot stand there; empty if it can."""
        ...

    def whole(self, text: str) -> str:
        """The text of the prompt with the replacement in it."""
        ...


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose replies are prompts that could replace `current`, or texts about one (`Lab.remark`).

    `prompts`: the prompts shown, which a reply may repeat. `values` and `shown`: inputs and answers shown, as texts,
    and the rows they come from, of which nothing may get into a prompt. `tag`: the reply's text stands between
    `<tag>` and `</tag>`; empty: it is the whole reply. `grammar`: of a reply with more form than that. `markers`:
    what only the question may contain. `most_words`: the length asked for, which guards allow a half
    more than; `most_characters`: a limit without allowance. `most_changed`: words that may differ from
    the current prompt. `slot`: a reply replaces this part only. `unseen`: known prompts are no answers. `before`:
    questions of the same kind with their answers, which stand before this one in the conversation. `begun`:
    the beginning of the reply, put into the model's mouth; the reply goes on from it. `stops` end it. What is
    not said of the sampling is the run's own setting (`core.domain.search`).
    """

    text: str
    current: Prompt
    purpose: str = "propose"
    parents: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    shown: tuple[Example, ...] = ()
    tag: str = ""
    grammar: str = ""
    markers: tuple[str, ...] = ()
    most_words: float = math.inf
    most_characters: float = math.inf
    most_changed: float = math.inf
    slot: Slot | None = None
    unseen: bool = False
    before: tuple[tuple[str, str], ...] = ()
    begun: str = ""
    stops: tuple[str, ...] = ()
    temperature: float | None = None
    max_tokens: int | None = None

    @property
    def messages(self) -> tuple[ChatMessage, ...]:
        """The question as a conversation."""
        earlier = (turn for asked, answer in self.before for turn in (*user(asked), _assistant(answer)))
        return (*earlier, *user(self.text), *((_assistant(self.begun),) if self.begun else ()))

    @property
    def said(self) -> str:
        """All that it says, of which no piece may come back as a prompt."""
        return "\n".join((*(text for pair in self.before for text in pair), self.text))

    def reply(self, text: str) -> str:
        """A whole reply, from how the model went on."""
        if not self.begun or text.startswith(self.begun):
            return text
        apart = text[:1].isalnum() and self.begun[-1].isascii()
        return f"{self.begun}{' ' if apart else ''}{text}"

    @property
    def form(self) -> str:
        """The grammar of a reply that can be read."""
        if self.grammar:
            return self.grammar
        return forms.tagged(self.tag) if self.tag else forms.free()

    @property
    def longest(self) -> int:
        """Words of the longest prompt shown, the one to be replaced among them."""
        return max(self.current.words, *(len(text.split()) for text in self.prompts), 0)

    @property
    def repeatable(self) -> bool:
        """Whether asking again can bring another reply: greedy decoding cannot."""
        return self.temperature != 0


def _assistant(text: str) -> ChatMessage:
    return ChatMessage("assistant", (Part(text),))


@dataclass(frozen=True, slots=True)
class ReadProposal:
    """One reply as the text of a prompt, and in one word why it cannot be one; empty if it can."""

    text: str
    objection: str = ""

    @property
    def usable(self) -> bool:
        """Whether it may become a candidate."""
        return not self.objection


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a question brought: different drafts in the order sampled, and the refused replies by reason.

    `repeats`: replies that said what was known already. Only they speak for more variety: what was cut off, echoed or
    beside the point would only get worse at a higher temperature.
    """

    drafts: tuple[Draft, ...] = ()
    refused: Counter[str] = field(default_factory=Counter)
    repeats: int = 0

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts)

    def __len__(self) -> int:
        return len(self.drafts)
