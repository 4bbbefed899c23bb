"""From the optimizer's reply to the text of a prompt; when two texts are the same prompt; how far apart they are."""

import re
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from core.domain.prompt import Prompt
from core.domain.thinking import split

_WRAPPERS = (
    re.compile(r"\A```[\w-]*\n(?P<inside>.*)\n```\Z", re.DOTALL),
    re.compile(r"\A(?:new |improved )?prompt:\s+(?P<inside>.+)\Z", re.DOTALL | re.IGNORECASE),
    re.compile(r'\A"(?P<inside>[^"]*)"\Z', re.DOTALL),
    re.compile(r"\A“(?P<inside>[^“”]*)”\Z", re.DOTALL),
)
_TYPEWRITER = str.maketrans("“”„«»‘’", '"""""\'\'')
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_END = re.compile(r" ?\n\s*")
_SENTENCE = re.compile(r"[.!?] \w")


def without_thoughts(reply: str) -> str:
    """The reply without its thinking blocks, closed or not."""
    return split(reply).answer


def between_tags(reply: str, tag: str) -> str | None:
    """The inside of the last complete pair `<tag>…</tag>` outside thinking blocks; `None` if there is no such pair."""
    pair = rf"<{tag}>((?:(?!</?{tag}>).)*)</{tag}>"
    found = re.findall(pair, without_thoughts(reply), re.DOTALL | re.IGNORECASE)
    return str(found[-1]) if found else None


def clean(text: str) -> str:
    """Without what models wrap around a prompt: blank space, a code fence, quotation marks, the label “Prompt:”."""
    stripped = text.strip()
    for wrapper in _WRAPPERS:
        wrapped = wrapper.match(stripped)
        if wrapped:
            stripped = wrapped["inside"].strip()
    return stripped


def norm(text: str) -> str:
    """The form by which GPO's authors tell prompts apart: stripped, without `**`, the first letter a capital."""
    plain = text.replace("**", "").strip()
    return plain[:1].upper() + plain[1:]


def identity(prompt: Prompt) -> str:
    """Equal for prompts that differ in nothing that a model could understand differently.

    That is: blank space, bold marks, the form of quotation marks, the case of a sentence's first letter, and
    the full stop at the end. Case elsewhere stays ("answer YES"), and so does punctuation inside ("YYYY-MM-DD").
    """
    plain = _BLANKS.sub(" ", norm(prompt.text).translate(_TYPEWRITER))
    begun = _SENTENCE.sub(lambda match: match.group().upper(), _LINE_END.sub("\n", plain))
    return replace(prompt, text=begun.rstrip(" .。")).key


def word_distance(a: str, b: str) -> int:
    """The least number of words to add, remove or replace (Levenshtein) that makes one text the other."""
    return int(Levenshtein.distance(a.split(), b.split()))
