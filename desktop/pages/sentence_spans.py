"""Where the sentences of a prompt are: for what locks them."""

from core.domain.prompt import Prompt
from core.domain.units import split
from desktop.widgets.prompt_editor import Span


def sentence_spans(text: str) -> list[Span]:
    """Where the sentences of a text are, without the blank space around them."""
    spans, start = [], 0
    for unit in split(Prompt(text)):
        first = start + len(unit.before)
        if unit.text.strip():
            spans.append((first, first + len(unit.text)))
        start += len(unit.whole)
    return spans
