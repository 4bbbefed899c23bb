"""What stands around an answer: thinking blocks, markdown, quotation marks.

All patterns are linear in the length of the reply, which comes from a model and may be anything.
"""

import re
import unicodedata

from core.domain.thinking import split

LONGEST = 200_000
"""Characters of a reply that are looked at."""

_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}(?!####[ \t]*[-−$€£]?\d)#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]{0,3}>[ \t]?(?=\w)", re.MULTILINE)
_EMPHASIS = (
    re.compile(r"\*\*([^*\n]{1,2000})\*\*"),
    re.compile(r"(?<!\w)__([^_\n](?:[^\n_]|_(?!_)){0,2000})__(?!\w)"),
    re.compile(r"(?<![\w*\\])\*([^\s*](?:[^*\n]{0,2000}[^\s*])?)\*(?![\w*])"),
    re.compile(r"`([^`\n]{1,2000})`"),
)
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,500}~~")
_TEX = re.compile(r"\\(?:boxed|text|textbf|mathrm|mathbf|textit)\s?\{([^{}]{0,1000})\}")
_EDGES = " \t\r\n\"'“”‘’«»„「」『』"
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ＇"), "'")
_ENDS = ".,;:!?。，；：！？…،؛؟।"


def well_formed(text: str) -> str:
    """A text that can be kept and sent on: halves of characters, such as JSON's \\ud800 makes, are replaced."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def clean(reply: str) -> str:
    """The reply without thinking blocks and markdown, stripped."""
    return unmarked(without_thoughts(reply[:LONGEST]))


def unmarked(text: str) -> str:
    """A text without markdown, stripped. A mark that is not closed stays: it is the text's own."""
    text = _FENCE.sub("", text)
    text = _QUOTE.sub("", _HEADING.sub("", text))
    for _ in range(3):
        text = _TEX.sub(r"\1", text)
    for pair in _EMPHASIS:
        text = pair.sub(r"\1", text)
    return _STRUCK.sub("", text).strip() or text.strip()


def emphasized(text: str) -> list[str]:
    """What a text has in bold."""
    return [str(inside) for inside in _EMPHASIS[0].findall(text)]


def without_thoughts(text: str) -> str:
    """What follows the thinking. A block that never ends leaves nothing: the answer was not reached."""
    return split(text).answer


def first_line(text: str) -> str:
    """The first line that is not blank."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def bare(text: str) -> str:
    """Without quotation marks around it and without a full stop at the end; a text of such marks alone stays."""
    whole, previous = text.strip(), None
    while text != previous:
        previous = text
        text = text.strip(_EDGES).rstrip(_ENDS)
    return text or whole


def folded(text: str) -> str:
    """For comparing: compatible characters, case and spaces made equal, bare."""
    return " ".join(bare(unicodedata.normalize("NFKC", text)).translate(_APOSTROPHES).casefold().split())
