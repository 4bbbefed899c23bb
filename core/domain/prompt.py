"""A prompt: the text being improved, its demonstrations and its locked spans; and how it meets one example."""

import hashlib
import re
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from core.domain.example import Example

PLACEHOLDER = re.compile(r"\{\{\s*([^\s{}\"](?:[^{}\"\n]{0,98}[^\s{}\"])?)\s*\}\}")
"""A `{{name}}`. Columns have names of several words, too: “{{order country}}”, “{{Amount (EUR)}}”."""


WHOLE_INPUT = "{{input}}"
"""The template of a task that shows nothing but the input."""


class Placement(StrEnum):
    """Where the prompt stands relative to the input (GPO calls them Q_begin, Q_end and system)."""

    BEFORE_INPUT = "before_input"
    AFTER_INPUT = "after_input"
    SYSTEM = "system"

    @property
    def phrase(self) -> str:
        """The placement in words, for meta-prompts."""
        return {
            "before_input": "before the input",
            "after_input": "after the input",
            "system": "in the system message",
        }[self.value]


class ExampleLayout(StrEnum):
    """Where the instruction stands among worked examples: in the question of each, or once, in the row's own question
    behind them all. There what changes least comes first: prompts that differ in words share their worked examples,
    which are computed once for all, and have fewer tokens."""

    REPEATED = "repeated"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """One worked example inside a prompt. `variables` are the row's other columns, for an input template with them."""

    input: str
    output: str
    variables: tuple[tuple[str, str], ...] = ()

    def is_of(self, row: Example) -> bool:
        """Whether it shows this very row, with whatever answer. Of rows without input none is told from the others."""
        return (self.input, self.variables) == (row.input, row.variables) and bool(self.input or self.variables)

    @property
    def words(self) -> int:
        """Length in words."""
        return sum(len(text.split()) for text in (self.input, self.output, *(value for _, value in self.variables)))


@dataclass(frozen=True, slots=True)
class Prompt:
    """A value: two prompts with equal text and demonstrations are the same prompt, whoever wrote them.

    `locked` holds the spans of the text that must stay word for word. `layout` is left out where the instruction is
    repeated, as it always was before there was a choice.
    """

    text: str
    demonstrations: tuple[Demonstration, ...] = ()
    locked: tuple[str, ...] = ()
    layout: ExampleLayout | msgspec.UnsetType = msgspec.UNSET

    def laid_out(self, layout: ExampleLayout) -> "Prompt":
        """The same prompt with its worked examples in this layout."""
        wanted = msgspec.UNSET if layout is ExampleLayout.REPEATED else layout
        return self if self.layout is wanted else replace(self, layout=wanted)

    def beside(self, row: Example) -> "Prompt":
        """The same prompt without worked examples that are this very row."""
        kept = tuple(one for one in self.demonstrations if not one.is_of(row))
        return self if len(kept) == len(self.demonstrations) else replace(self, demonstrations=kept)

    @property
    def instructs_once(self) -> bool:
        """Whether the instruction stands behind the worked examples only."""
        return self.layout is ExampleLayout.ONCE and bool(self.demonstrations)

    @property
    def key(self) -> str:
        """16 hexadecimal digits that name this text and these demonstrations, in their layout."""
        digest = hashlib.sha256(self.text.encode())
        for demonstration in self.demonstrations:
            digest.update(b"\0" + demonstration.input.encode() + b"\1" + demonstration.output.encode())
            for name, value in demonstration.variables:
                digest.update(b"\2" + name.encode() + b"\3" + value.encode())
        if self.instructs_once:
            digest.update(b"\4")
        return digest.hexdigest()[:16]

    @property
    def words(self) -> int:
        """Length of the text in words, the unit of GPO's edit budget."""
        return len(self.text.split())

    @property
    def length(self) -> int:
        """Length in words with all demonstrations: what every question costs."""
        return self.words + sum(demonstration.words for demonstration in self.demonstrations)

    @property
    def shown(self) -> str:
        """The text as a person reads it, with its demonstrations below it."""
        worked = (
            f"Worked example {number}\nInput: {one.input}\nOutput: {one.output}"
            for number, one in enumerate(self.demonstrations, 1)
        )
        return "\n\n".join((self.text, *worked))

    @property
    def placeholders(self) -> frozenset[str]:
        """Names of the `{{placeholders}}` in the text, which no method may break."""
        return frozenset(PLACEHOLDER.findall(self.text))


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation, as plain text."""

    role: str
    text: str


def fill(template: str, example: Example) -> str:
    """Replace `{{input}}` and `{{column}}` by the example's values; unknown placeholders stay as they are.

    One pass: a placeholder inside a value is never filled in turn. `input` is the input, even if a column beside it
    has that name.
    """
    if template == WHOLE_INPUT:
        return example.input
    values = {**dict(example.variables), "input": example.input}
    return PLACEHOLDER.sub(lambda match: values.get(match.group(1), match.group(0)), template)


def render(
    prompt: Prompt, example: Example, *, placement: Placement, input_template: str = "{{input}}", contract: str = ""
) -> tuple[Turn, ...]:
    """The conversation that asks `prompt` about `example`.

    The answer contract is appended after the prompt, so that no method can edit it away. A prompt that contains
    `{{input}}` decides by itself where the input goes. Demonstrations become earlier turns, with the instruction or as
    their layout says without it, and so do the turns of the example before its input.
    """
    turns: list[Turn] = []
    for demonstration in prompt.demonstrations:
        shown = Example(-1, demonstration.input, (demonstration.output,), demonstration.variables)
        bare = fill(input_template, shown) if prompt.instructs_once else ""
        turns += (
            [Turn("user", bare)]
            if bare
            else _question(prompt.text, shown, placement, input_template, contract, with_system=False)
        )
        turns.append(Turn("assistant", demonstration.output))
    turns += (Turn(role, text) for role, text in example.turns)
    asked = _question(prompt.text, example, placement, input_template, contract, with_system=True)
    if asked[0].role == "system":
        return (asked[0], *turns, *asked[1:])
    return (*turns, *asked)


def _question(
    text: str, example: Example, placement: Placement, input_template: str, contract: str, *, with_system: bool
) -> list[Turn]:
    instruction = fill(text, example)
    if contract:
        instruction = f"{instruction}\n{contract}" if instruction else contract
    if "input" in PLACEHOLDER.findall(text):
        return [Turn("user", instruction)]
    question = fill(input_template, example)
    if placement is Placement.SYSTEM:
        user = Turn("user", question)
        return [Turn("system", instruction), user] if with_system and instruction else [user]
    ordered = (instruction, question) if placement is Placement.BEFORE_INPUT else (question, instruction)
    return [Turn("user", "\n\n".join(part for part in ordered if part))]
