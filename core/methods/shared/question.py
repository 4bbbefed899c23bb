"""A question to the optimizer whose answer is one prompt: its text, what it shows, and how its replies are read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.prompt import Prompt
from core.domain.task import Task
from core.methods.shared import slots
from core.methods.shared.guards import AtMost, Guard
from core.methods.shared.leaks import Specifics
from core.methods.shared.proposals import Reader

TAG = "new_prompt"
REPLY = f"Reply with the prompt only, inside <{TAG}> and </{TAG}>."
MARKERS = (f"<{TAG}", f"</{TAG}", "<prompt", "</prompt>", "<draft", "</draft>")
"""What a reply may not bring along into a prompt."""

_SLACK = 1.5
"""A reply may be longer than it was asked to be by this factor."""


@dataclass(frozen=True, slots=True)
class Question:
    """`current` is the prompt that a reply replaces. A reply may repeat `prompts`, and nothing else of the question.

    `values`: inputs and answers of the examples shown. `tag`: the reply's prompt stands between `<tag>` and `</tag>`;
    empty: the whole reply is the prompt. `most_words`: the length asked for.
    """

    text: str
    current: Prompt
    prompts: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    tag: str = ""
    most_words: float = math.inf

    @property
    def longest(self) -> int:
        """Words of the longest prompt shown."""
        return max((len(text.split()) for text in self.prompts), default=0)

    def most_tokens(self, wanted: int) -> int:
        """Tokens for a reply: `wanted`, or what replacing a long prompt takes."""
        return max(wanted, 3 * self.longest)

    def reader(self, guards: Sequence[Guard] = (), specifics: Specifics | None = None) -> Reader:
        """What reads the replies to this question."""
        return Reader(
            self.current,
            tag=self.tag,
            longest=self.longest,
            own_lines=self.own_lines(),
            markers=MARKERS,
            specifics=specifics,
            guards=guards,
        )

    def own_lines(self) -> frozenset[str]:
        """The lines of the question besides the prompts: a reply made of nothing else is an echo."""
        return slots.own_lines(self.text, self.values, self.prompts)

    @property
    def limit(self) -> AtMost:
        """Refuses replies that are much longer than was asked for."""
        return AtMost(_SLACK * self.most_words)


def answers_line(task: Task) -> str:
    """What is fixed about the answers, whatever the prompt says; empty if nothing is."""
    contract = task.contract
    if contract.instruction:
        return f"Under the prompt always stands, so do not repeat it: {' '.join(contract.instruction.split())}"
    return f"The answers possible are {', '.join(contract.labels)}, and no others." if contract.labels else ""
