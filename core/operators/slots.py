"""A prompt as parts that rules can exchange: task, labels, glosses, form of the answer, input and cue, in an order."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from core.domain.prompt import Demonstration, Prompt

_INPUT = re.compile(r"\{\{\s*input\s*\}\}")
_CLOSES = "。，；：！？、"
"""What needs no space behind it."""


class PromptSlot(StrEnum):
    """What a part is for. `KEPT`: locked spans and placeholders that belong to the person."""

    TASK = "task"
    LABELS = "labels"
    GLOSSES = "glosses"
    FORM = "form"
    KEPT = "kept"
    INPUT = "input"
    CUE = "cue"


_PLACES = tuple(PromptSlot)
_LINES = frozenset({PromptSlot.GLOSSES, PromptSlot.KEPT, PromptSlot.CUE})
"""Parts that stand on lines of their own; the input is set off by a blank line, and the rest flows."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a prompt in the order in which they are read, each slot at most once."""

    blocks: tuple[tuple[PromptSlot, str], ...] = ()

    @classmethod
    def of(cls, prompt: Prompt) -> "Parts":
        """A prompt that nothing is known of is all task."""
        return cls(((PromptSlot.TASK, prompt.text),)) if prompt.text.strip() else cls()

    @property
    def slots(self) -> tuple[PromptSlot, ...]:
        """What there is, in order."""
        return tuple(slot for slot, _ in self.blocks)

    def part(self, slot: PromptSlot) -> str:
        """The text in a slot; empty if there is none."""
        return dict(self.blocks).get(slot, "")

    def with_part(self, slot: PromptSlot, text: str) -> "Parts":
        """With another text in a slot; a new part stands where it usually does. An empty text takes the part out."""
        if not text:
            return Parts(tuple(block for block in self.blocks if block[0] is not slot))
        if slot in self.slots:
            return Parts(tuple((each, text if each is slot else old) for each, old in self.blocks))
        place = sum(_PLACES.index(each) < _PLACES.index(slot) for each in self.slots)
        return Parts((*self.blocks[:place], (slot, text), *self.blocks[place:]))

    def swapped(self, one: int, other: int) -> "Parts":
        """With two parts in each other's place."""
        blocks = list(self.blocks)
        blocks[one], blocks[other] = blocks[other], blocks[one]
        return Parts(tuple(blocks))

    @property
    def text(self) -> str:
        """The prompt's text."""
        written, before = "", None
        for slot, part in self.blocks:
            written += _between(before, slot, written, part) + part
            before = slot
        return written

    def prompt(self, like: Prompt, demonstrations: Sequence[Demonstration] | None = None) -> Prompt:
        """As a prompt with the locked spans of another, and with its demonstrations unless others are given."""
        shown = like.demonstrations if demonstrations is None else tuple(demonstrations)
        return replace(like, text=self.text, demonstrations=shown)


def _between(before: PromptSlot | None, slot: PromptSlot, written: str, part: str) -> str:
    if before is None:
        return ""
    if PromptSlot.INPUT in {before, slot}:
        return "\n" if slot is PromptSlot.CUE else "\n\n"
    several_lines = "\n" in part or "\n" in written.rpartition("\n\n")[2]
    if slot in _LINES or before in _LINES or several_lines:
        return "\n"
    return "" if written[-1] in _CLOSES else " "


# Rules


def neighbours(
    parts: Parts, others: Sequence[Parts], rng: random.Random, *, allowed: Callable[[str], bool] = bool
) -> tuple[tuple[str, Parts], ...]:
    """All prompts that differ in one part, in random order, each with the name of the step that made it.

    `reword`, `relist`, … take a part of `others`; `move` swaps two parts; `drop` leaves one out. What must stay stays:
    `allowed` says whether a text has it all.
    """
    found: dict[Parts, str] = {}
    for slot, name in _EXCHANGED.items():
        for text in dict.fromkeys(other.part(slot) for other in others):
            if text:
                found.setdefault(parts.with_part(slot, text), name)
    for one, other in combinations(range(len(parts.blocks)), 2):
        found.setdefault(parts.swapped(one, other), "move")
    for slot in parts.slots:
        if slot not in {PromptSlot.TASK, PromptSlot.KEPT} and len(parts.slots) > 1:
            found.setdefault(parts.with_part(slot, ""), "drop")
    changed = [
        (name, made)
        for made, name in found.items()
        if made.text != parts.text and _is_prompt(made) and allowed(made.text)
    ]
    return tuple(rng.sample(changed, len(changed)))


_EXCHANGED = {
    PromptSlot.TASK: "reword",
    PromptSlot.LABELS: "relist",
    PromptSlot.GLOSSES: "gloss",
    PromptSlot.FORM: "form",
    PromptSlot.INPUT: "place",
    PromptSlot.CUE: "cue",
}


def _is_prompt(parts: Parts) -> bool:
    """Whether something is asked, the input stands once at most, and a cue ends the text, behind the input."""
    slots = parts.slots
    if len(_INPUT.findall(parts.text)) > 1:
        return False
    if PromptSlot.CUE in slots and (slots[-1] is not PromptSlot.CUE or slots[-2:-1] != (PromptSlot.INPUT,)):
        return False
    return bool({PromptSlot.TASK, PromptSlot.LABELS, PromptSlot.GLOSSES, PromptSlot.CUE} & set(slots))
