"""Formats by name, recognized by content: each with its own mapping. What is none of them is a table like any other."""

from collections.abc import Sequence

from core.data.formats.base import Fields, Flat, RowFormat
from core.data.formats.benchmarks import (
    BIG_BENCH,
    HELM,
    LM_EVAL,
    OPTIONS,
    SPREAD_OPTIONS,
    SQUAD,
    TRANSLATION,
    TRIVIA,
    TRUTHFUL,
)
from core.data.formats.chats import (
    COMPLETION,
    EXPORTED,
    GEMINI,
    OPENAI,
    PREFERENCE,
    SHAREGPT,
    TRANSCRIPT,
    ULTRACHAT,
    XTUNER,
)
from core.data.formats.exports import (
    ARGILLA,
    ARGILLA_HUB,
    ARGILLA_OLD,
    ARGILLA_V1,
    BRAINTRUST,
    KILN,
    LABEL_STUDIO,
    LANGFUSE,
    LANGSMITH,
    MLFLOW,
    PRODIGY,
    SPACY,
)
from core.data.formats.promptfoo import PROMPTFOO

__all__ = ["FORMATS", "Fields", "Flat", "RowFormat", "recognized"]

FORMATS: tuple[RowFormat, ...] = (
    EXPORTED, PREFERENCE, TRANSCRIPT, OPENAI, GEMINI, ULTRACHAT, SHAREGPT, XTUNER, COMPLETION, PROMPTFOO, PRODIGY,
    LANGSMITH, LANGFUSE, BRAINTRUST, MLFLOW, KILN, ARGILLA, ARGILLA_V1, ARGILLA_OLD, ARGILLA_HUB, LABEL_STUDIO, SPACY,
    LM_EVAL, HELM, SQUAD, BIG_BENCH, TRIVIA, TRUTHFUL, TRANSLATION, SPREAD_OPTIONS, OPTIONS,
)  # fmt: skip
"""Every format whose rows are objects, the more particular ones first."""

_SAMPLE = 20


def recognized(rows: Sequence[Fields]) -> RowFormat | None:
    """The format that nearly all of the first rows have."""
    sample = rows[:_SAMPLE]
    if not sample:
        return None
    return next((each for each in FORMATS if sum(map(each.matches, sample)) >= 0.8 * len(sample)), None)
