"""What a language must say so that prompts can be worded in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from core.domain.task import AnswerKind
from core.operators.slots import PromptSlot

Wording = tuple[tuple[PromptSlot, str], ...]
"""Parts with gaps to fill: `{the}` input by its noun; `{labels}`, `{options}` and `{lines}` of the label set; `{task}`
in the person's own words; `{form}` of the answers; `{fields}`, where the input goes."""

TASK, LABELS, FORM, INPUT, CUE = PromptSlot.TASK, PromptSlot.LABELS, PromptSlot.FORM, PromptSlot.INPUT, PromptSlot.CUE
FIELDS = (INPUT, "{fields}")


class Noun(NamedTuple):
    """What an input is called: as the object of a sentence, and as the name of a field."""

    the: str
    name: str


class Forms(NamedTuple):
    """How long an answer is, and how it must be written, where the contract does not say it."""

    word: str
    few_words: str
    sentence: str
    copied: str


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The wordings of one language, the best first.

    `labels` fit any label set, `sorts` those of a certain sort (`core.operators.sorts`), `frames` go around the
    person's own words and fit every kind, `kinds` fit one kind of answer that is no label. `comma` and `last` join
    items: a, b or c.
    """

    language: str
    comma: str
    last: str
    nouns: Mapping[str, Noun]
    labels: tuple[Wording, ...]
    frames: tuple[Wording, ...]
    forms: Forms
    sorts: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    kinds: Mapping[AnswerKind, tuple[Wording, ...]] = field(default_factory=dict)
    input_name: str = "Input"
