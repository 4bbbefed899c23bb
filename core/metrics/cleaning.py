"""What stands around an answer: thinking blocks, markdown, and the phrases that announce it.

All patterns are linear in the length of the reply, which comes from a model and may be anything.
"""

import re
import unicodedata

from core.domain.thinking import split

_LONGEST = 200_000
"""Characters of a reply that are looked at."""

_MOST_PHRASES = 8
_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}(?!####[ \t]*[-−$€£]?\d)#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]{0,3}>[ \t]?(?=\w)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*|`|(?<!\w)__(?=\w)|(?<=[\w.,:;!?])__(?!\w)")
_STAR = re.compile(r"(?<![\w*\\])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\w*])")
_BOXED = re.compile(r"\\(?:boxed|text|textbf|mathrm|mathbf)\{([^{}]{0,1000})\}")
_NOUNS = "answer|answers|output|result|label|category|class|sentiment|choice|option|verdict|conclusion|total"
_VERBS = "is|are|was|would be|should be|must be|will be"
_ANNOUNCED = re.compile(
    rf"\b(?:{_NOUNS})[ \t]{{0,3}}(?:[:：=]|(?:{_VERBS})\b[ \t]{{0,3}}:?)"
    r"|^[ \t]{0,3}(?:final |the )?answer[ \t]{0,3}$"
    r"|^[ \t]{0,3}####(?!#)"
    r"|答案(?:是|为)?[:：]?",
    re.IGNORECASE | re.MULTILINE,
)
_CONFIRMED = re.compile(r"\bis the (?:correct|right|final|best) (?:answer|choice|option|label)\b", re.IGNORECASE)
_EDGES = " \t\r\n\"'“”‘’«»„"
_ENDS = ".,;:!?。，；：！？…"


def clean(reply: str) -> str:
    """The reply without thinking blocks and markdown, stripped."""
    text = without_thoughts(reply[:_LONGEST])
    text = _FENCE.sub("", text)
    text = _QUOTE.sub("", _HEADING.sub("", text))
    for _ in range(3):
        text = _BOXED.sub(r"\1", text)
    return _STAR.sub("", _EMPHASIS.sub("", text)).strip()


def without_thoughts(text: str) -> str:
    """What follows the thinking. A block that never ends leaves nothing: the answer was not reached."""
    return split(text).answer


def announced(text: str) -> list[str]:
    """What follows "answer:", "the answer is", "Output:", "####" …: the last announcement first."""
    ends = [match.end() for match in _ANNOUNCED.finditer(text)]
    tails = (text[end:].strip() for end in reversed(ends[-_MOST_PHRASES:]))
    return [tail for tail in tails if tail]


def confirmed(text: str) -> str | None:
    """What precedes "is the correct answer" and the like in its line, or `None`."""
    starts = [match.start() for match in _CONFIRMED.finditer(text)]
    return text[: starts[-1]].rpartition("\n")[2].strip() or None if starts else None


def first_line(text: str) -> str:
    """The first line that is not blank."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def bare(text: str) -> str:
    """Without quotation marks around it and without a full stop at the end."""
    previous = None
    while text != previous:
        previous = text
        text = text.strip(_EDGES).rstrip(_ENDS)
    return text


def folded(text: str) -> str:
    """For comparing: compatible characters, case and spaces made equal, bare."""
    return " ".join(bare(unicodedata.normalize("NFKC", text)).casefold().split())
