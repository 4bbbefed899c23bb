"""Names, numbers and whole inputs of single examples inside a prompt: it was fitted to them, not to the task."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.example import Example

_NUMBER = re.compile(r"\d(?:[\d.,:/-]*\d)+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n\"“(*#-])\s*\Z")
_COMMON_SHARE = 50
"""A token in more than one of so many rows belongs to the task (a label, a unit), not to a single example."""
_SHORTEST_INPUT = 3
"""Words from which on a whole input inside a prompt is no coincidence."""


@dataclass(frozen=True, slots=True)
class Specifics:
    """What belongs to the shown examples alone: numbers of two digits or more, names, and their inputs."""

    tokens: frozenset[str]
    inputs: tuple[str, ...]

    @classmethod
    def of(cls, shown: Sequence[Example], rows: Sequence[Example], *, allowed: str) -> "Specifics":
        """The specifics of `shown` among all `rows` of the task. What stands in `allowed` is never one.

        In texts that capitalize more than names (German, titles), words say nothing, and only numbers count.
        """
        texts = [_text(example) for example in rows]
        frequency = Counter(token for text in texts for token in _tokens(text))
        found = {token for example in shown for token in _tokens(_text(example))}
        rare = {token for token in found if frequency[token] <= max(1, len(rows) // _COMMON_SHARE)}
        if _capitalizes_freely(texts):
            rare = {token for token in rare if token[0].isdigit()}
        long_inputs = (example.input for example in shown if len(example.input.split()) >= _SHORTEST_INPUT)
        return cls(
            frozenset(rare - _tokens(allowed)),
            tuple(text.strip().casefold() for text in long_inputs if text.casefold() not in allowed.casefold()),
        )

    def found_in(self, text: str) -> tuple[str, ...]:
        """The specifics that a prompt mentions. A capital at the beginning of a sentence is not a name."""
        mentioned = set(_NUMBER.findall(text)) | set(_inner_capitals(text))
        copied = (whole for whole in self.inputs if whole in text.casefold())
        return (*sorted(self.tokens & mentioned), *copied)


def _text(example: Example) -> str:
    return "\n".join((example.input, *example.answers))


def _tokens(text: str) -> set[str]:
    return {*_NUMBER.findall(text), *(word for word in _WORD.findall(text) if word[0].isupper() and len(word) > 1)}


def _inner_capitals(text: str) -> list[str]:
    return [
        match.group()
        for match in _WORD.finditer(text)
        if match.group()[0].isupper() and not _SENTENCE_START.search(text[max(0, match.start() - 8) : match.start()])
    ]


def _capitalizes_freely(texts: Sequence[str]) -> bool:
    words = sum(len(_WORD.findall(text)) for text in texts)
    return sum(len(_inner_capitals(text)) for text in texts) * 4 > words
