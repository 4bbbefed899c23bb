"""What an input is called, and how it is put into a prompt that says itself where the input goes."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import Task
from core.operators.phrasebook import PHRASEBOOKS, Noun, Phrasebook
from core.operators.slots import Parts, PromptSlot
from core.operators.words import words_of

_INPUT = re.compile(r"\{\{\s*input\s*\}\}")
_PLACEHOLDER = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")
_FIELD = re.compile(r"^\s*[^\W\d_][\w ]{0,24}[:：]\s*\{\{[^{}]+\}\}\s*$|^\s*\{\{[^{}]+\}\}\s*$")
_CUE_LINE = re.compile(r"^\s*[^\W\d_][\w ]{0,24}[:：]\s*$")
_ENDS = re.compile(r"[.!?。！？](?:\s|$)")
_KNOWN = tuple(PHRASEBOOKS["en"].nouns)
_NEARLY_ALL = 0.8
_ONE_SENTENCE_WORDS = 40


class Input(NamedTuple):
    """Where the input goes: the lines that hold it, and the line behind them that begins the answer (“Output:”)."""

    fields: str
    cue: str


def noun_of(task: Task, seed: Prompt, rows: Sequence[Example]) -> str:
    """An English noun for an input: the seed's own, that of its column or template, else by how the inputs look."""
    said = re.search(rf"\b(?:the|this|each|following|a)\s+(?:\w+\s+)?({'|'.join(_KNOWN)})\b", seed.text, re.IGNORECASE)
    if said:
        return said.group(1).casefold()
    if task.input_name.casefold() in _KNOWN:
        return task.input_name.casefold()
    head = re.match(r"\s*(\w+)\s*:", task.input_template)
    if head and head.group(1).casefold() in _KNOWN:
        return head.group(1).casefold()
    return _looks_like([row.input.strip() for row in rows])


def _looks_like(texts: Sequence[str]) -> str:
    if not texts:
        return "text"
    most = _NEARLY_ALL * len(texts)
    if sum(text.endswith(("?", "？")) for text in texts) >= most:
        return "question"
    if sum(len(text.split()) == 1 and text.isalpha() and text.isascii() for text in texts) >= most:
        return "word"
    short = sum(len(_ENDS.findall(text)) <= 1 and 2 < len(words_of(text)) < _ONE_SENTENCE_WORDS for text in texts)
    return "sentence" if short >= most else "text"


def noun_in(book: Phrasebook, noun: str) -> Noun:
    """The noun in a language; “text” where the language has no word for it here."""
    return book.nouns.get(noun) or book.nouns["text"]


def input_of(task: Task, seed: Prompt, name: str) -> Input:
    """The input's place: as the task's template has it, or as the seed has it if it places the input itself."""
    if _INPUT.search(seed.text):
        fields = "\n".join(line for line in seed.text.splitlines() if _FIELD.match(line) and _INPUT.search(line))
        return Input(fields.strip() or f"{name}: {{{{input}}}}", "")
    lines = task.input_template.rstrip().splitlines()
    cue = lines.pop().strip() if len(lines) > 1 and _CUE_LINE.match(lines[-1]) else ""
    held = "\n".join(lines).strip()
    return Input(f"{name}: {held}" if _INPUT.fullmatch(held) else held, cue)


def places_itself(task: Task) -> bool:
    """Whether a prompt may hold the input: its template must be one that `{{input}}` in a prompt can stand for."""
    return bool(_INPUT.search(task.input_template))


def instruction_in(seed: Prompt) -> str:
    """What the seed asks, without the lines that only hold placeholders or begin the answer."""
    lines = [line for line in seed.text.splitlines() if not _FIELD.match(line) and not _CUE_LINE.match(line)]
    return "\n".join(lines).strip()


def holds_input(text: str) -> bool:
    """Whether a text says where the input goes."""
    return bool(_INPUT.search(text))


def placeholders(text: str) -> tuple[str, ...]:
    """The names of the placeholders in a text, in order, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def dressed(parts: Parts, task: Task, seed: Prompt, name: str) -> Parts:
    """With all that a prompt in place of `seed` must have: the input where the seed places it itself, the cue of the
    task's template, locked spans and placeholders. `name`: of the input."""
    place = input_of(task, seed, name)
    if holds_input(seed.text) and not holds_input(parts.text):
        parts = Parts((*parts.blocks, (PromptSlot.INPUT, place.fields)))
    ends_open = parts.slots[-1:] != (PromptSlot.CUE,) and PromptSlot.INPUT in parts.slots
    if place.cue and ends_open and not task.contract.instruction.strip():
        parts = Parts((*parts.blocks, (PromptSlot.CUE, place.cue)))
    return parts.with_part(PromptSlot.KEPT, "\n".join(_kept(seed, parts.text)))


def _kept(seed: Prompt, text: str) -> Iterator[str]:
    """What of the seed a text lacks, a line each."""
    for span in seed.locked:
        if span.strip() and span not in text:
            text += span
            yield span
    for name in placeholders(seed.text):
        if name not in placeholders(text):
            yield f"{name.replace('_', ' ').capitalize()}: {{{{{name}}}}}"
