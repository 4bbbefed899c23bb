"""The prompts that people wrote for the sample tasks. Training must not contain them, nor any eight words of them."""

import re
import tomllib
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
LENGTH = 8
"""Words of a phrase that no training prompt may share with a human one."""

_STARTERS = "sentence-topic"
"""The sample for the starter model, which is not trained here."""

_WORD = re.compile(r"[\w'’-]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def phrases(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """All runs of `LENGTH` words; of a shorter text, the whole text."""
    if len(words) <= LENGTH:
        return {words}
    return {words[i : i + LENGTH] for i in range(len(words) - LENGTH + 1)}


def prompts() -> list[str]:
    """The human, graded and vague prompts of the sample tasks for this model."""
    found = []
    for file in sorted(SAMPLES.glob("*/prompts.toml")):
        if file.parent.name == _STARTERS:
            continue
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        found += [data["human"], data["vague"], *(grade["prompt"] for grade in data["graded"])]
    return found


@cache
def _reserved() -> frozenset[tuple[str, ...]]:
    return frozenset(phrase for text in prompts() for phrase in phrases(words_of(text)))


def is_human(text: str) -> bool:
    """Whether a text is one of these prompts or shares eight words in a row with one."""
    return not _reserved().isdisjoint(phrases(words_of(text)))
