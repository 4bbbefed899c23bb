"""Does the engine's memory grow with what it is asked? 100,000 questions to the tiny model."""

import itertools
from collections.abc import Callable

import psutil

from core import paths
from core.domain.runspec import ModelSettings
from core.errors import RunError
from core.llm.base import ChoiceRequest, user
from core.llm.llama import load

_FIRST, _ALL, _BLOCK = 10_000, 100_000, 160


def growth(say: Callable[[str], None]) -> float:
    """Megabytes by which the process grows from the 10,000th to the 100,000th question."""
    file = paths.tiny_model()
    if file is None:
        raise RunError("This installation has no tiny model.")
    model = load(file, ModelSettings(context=256, lanes=16, batch=256, threads=1))
    process = psutil.Process()
    before, done = 0, 0
    try:
        for start in itertools.count(0, _BLOCK):
            texts = (f"Is {number} a large number? Say it in one word." for number in range(start, start + _BLOCK))
            model.score_choices([ChoiceRequest(user(text), ("yes", "no"), str(start)) for text in texts])
            done += _BLOCK
            if before == 0 and done >= _FIRST:
                before = process.memory_info().rss
                say(f"memory: {before >> 20} MB after {done:,} questions")
            if done >= _ALL:
                break
        after = process.memory_info().rss
    finally:
        model.close()
    say(f"memory: {after >> 20} MB after {done:,} questions")
    return (after - before) / (1 << 20)
