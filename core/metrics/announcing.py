"""The part of a reply that gives the answer: what is announced, and where the reply goes on to something else."""

import re
from collections.abc import Callable
from itertools import islice

from core.metrics.languages import ANOTHER, ANSWERS, ASKED, CONFIRMED, REASONS, RESULTS
from core.metrics.retracting import RETRACTED

_MOST_PHRASES = 8
_MOST_BREAKS = 4
_SHORT = 4
"""Words of a reply that is an answer and nothing else."""
_HEADED = re.compile(r"[ \t]{0,3}(?:\*\*|#{1,6} ?|[-*•] )?", re.MULTILINE)


def announced(text: str, *, results: bool = True) -> list[str]:
    """What follows "answer:", "the answer is", "Output:", "####", "答案是" …: the last announcement first.

    Without `results`, only behind words that mean an answer and nothing else. A sentence about a result that is itself
    announced ("Answer: the result is fine") announces nothing.
    """
    found = [(match.start(), match.end(), True) for match in ANSWERS.finditer(text)]
    if results:
        found += [(match.start(), match.end(), False) for match in RESULTS.finditer(text)]
    tails: list[str] = []
    line_of_answer = (-1, -1)
    for start, end, is_answer in sorted(found):
        if is_answer:
            line_of_answer = (start, _line_end(text, end))
        elif line_of_answer[0] <= start < line_of_answer[1]:
            continue
        tails.append(text[end:].strip())
    return [tail for tail in reversed(tails[-_MOST_PHRASES:]) if tail]


def headed(text: str) -> str | None:
    """What follows the last "Answer:" that begins a line, or `None`."""
    tails = [
        text[match.end() :].strip()
        for match in ANSWERS.finditer(text)
        if match.group().rstrip().endswith((":", "：", "#"))
        and not _HEADED.sub("", text[text.rfind("\n", 0, match.start()) + 1 : match.start()], count=1).strip()
    ]
    return next((tail for tail in reversed(tails) if tail), None)


def confirmed(text: str) -> str | None:
    """What precedes "is the correct answer" and the like in its line, or `None`."""
    starts = [match.start() for match in CONFIRMED.finditer(text)]
    return text[: starts[-1]].rpartition("\n")[2].strip() or None if starts else None


def answering(text: str, read: Callable[[str], object]) -> str:
    """The text up to where it goes on to another question or to its reasons, if what comes before gives an answer.

    A small model that was shown examples often writes the next one too: its answer is not the answer.
    """
    for match in islice(ANOTHER.finditer(text), _MOST_BREAKS):
        before = text[: match.start()].rstrip()
        if before and read(before) is not None:
            text = before
            break
    asked = ASKED.search(text)
    if asked is not None:
        before = text[: asked.start()].rstrip()
        if (announced(before) or len(before.split()) <= _SHORT) and read(before) is not None:
            text = before
    for match in islice(REASONS.finditer(text), _MOST_BREAKS):
        before = text[: match.start()].rstrip()
        if before and headed(text[match.end() :]) is None and read(before) is not None:
            return before
    return text


def corrected(text: str, read: Callable[[str], object]) -> str:
    """What follows the last place where a reply takes its answer back and gives another one; else all of it.

    A word of denial that is itself an answer ("Is it? No.") takes nothing back.
    """
    for match in reversed([*RETRACTED.finditer(text)][-_MOST_BREAKS:]):
        before, after = text[: match.start() + 1].rstrip(), text[match.end() :].strip()
        if match["no"] and read(match["no"]) is not None:
            continue
        if after and read(after) is not None and read(before) is not None:
            return after
    return text


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start + 1)
    return len(text) if end < 0 else end
