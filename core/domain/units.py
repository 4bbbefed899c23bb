"""A prompt as sentences that can be replaced one by one: split without a model, joined again byte for byte.

A list item, a line with a label (“Goal: …”) and a sentence are one unit each. Nothing is cut inside a locked span, a
placeholder, code, quotation marks, brackets or an address. Where it is unclear whether a sentence ends, it does not:
a unit of two sentences can still be rewritten, half a sentence cannot.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.domain.prompt import Prompt

MARKER = re.compile(r"(?:[-*+•·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+(?=\S)")
"""What opens a list item."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"^[ \t]*(```|~~~)[^\n]*\n.*?^[ \t]*\1[ \t]*$", re.DOTALL | re.MULTILINE)
_PROTECTED = re.compile(
    r"\{\{[^{}\n]*\}\}|`[^`\n]+`|\"[^\"\n]*\"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|「[^」\n]*」|『[^』\n]*』"
    r"|\([^()\n]*\)|（[^（）\n]*）|\[[^\[\]\n]*\]|https?://\S+"
)
_LABEL = re.compile(r"[^\W\d_][\w-]{0,24}(?: [\w-]{1,24})?(?::[ \t]+|：)(?=\S)")
_END = re.compile(r"[.!?…]+[\"'”’“»)\]*_]*(?=\s)|[。！？]+[”’」』）]*")
_LAST_WORD = re.compile(r"[\w.]*\w\Z")
_ABBREVIATIONS = frozenset(
    """al approx bzw ca cf co dept dr ed eds esp est etc evtl ex excl gen ggf hr hrsg inc incl int jr lt ltd max min
    misc mr mrs ms mt para prof ref refs resp rev sen sr st str tel usw viz vs zzgl a.m p.m e.g i.e z.b d.h u.a o.ä
    u.s""".split()  # noqa: SIM905 - a word list reads better as text
)
_BEFORE_A_NUMBER = frozenset({"art", "ch", "eq", "eqs", "fig", "figs", "no", "nos", "nr", "p", "pp", "sec", "vol"})
_HEADING = re.compile(r"#{1,6}[ \t].*|\[[^\]\n]+\]|</?\w[^>\n]*>|\*\*[^*\n]+\*\*:?|.*[^.!?。！？][:：]", re.DOTALL)
_MOST_HEADING_WORDS = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of a prompt. `before` and `after` are what stands around `text`: blank space, a list marker.

    A `fixed` unit is no sentence to rewrite: a heading, code, a locked span, a line without any letter.
    """

    before: str
    text: str
    after: str
    fixed: bool = False

    @property
    def whole(self) -> str:
        """The unit as it stands in the prompt."""
        return f"{self.before}{self.text}{self.after}"


def split(prompt: Prompt) -> tuple[Unit, ...]:
    """The units of a prompt, in order: `joined` gives its text back, whatever it is."""
    text = prompt.text
    fences = [match.span() for match in _FENCE.finditer(text)]
    locked = [match.span() for span in prompt.locked if span for match in re.finditer(re.escape(span), text)]
    uncut = [*fences, *locked, *(match.span() for match in _PROTECTED.finditer(text))]
    cuts = sorted({0, len(text), *(cut for cut in _cuts(text) if not any(low < cut < high for low, high in uncut))})
    pieces = (text[low:high] for low, high in pairwise(cuts))
    kept = {text[low:high].strip() for low, high in (*fences, *locked)}
    return tuple(_unit(piece, kept) for piece in _without_blank_pieces(pieces)) or (Unit("", text, "", fixed=True),)


def joined(units: Sequence[Unit]) -> str:
    """The text that the units make together."""
    return "".join(unit.whole for unit in units)


def replaced(units: Sequence[Unit], place: int, text: str) -> tuple[Unit, ...]:
    """The units with another text in one place, which stays one unit."""
    return tuple(replace(unit, text=text) if i == place else unit for i, unit in enumerate(units))


def text_at(units: Sequence[Unit], place: int, whole: str) -> str:
    """The text in one place of a prompt that differs from the units there alone."""
    before = f"{joined(units[:place])}{units[place].before}"
    after = f"{units[place].after}{joined(units[place + 1 :])}"
    return whole[len(before) : len(whole) - len(after)]


def editable(units: Sequence[Unit]) -> tuple[int, ...]:
    """The places of the units that may be rewritten."""
    return tuple(place for place, unit in enumerate(units) if not unit.fixed)


def _cuts(text: str) -> Iterator[int]:
    """Where one unit may end and the next begin; spans that must not be cut are not known here."""
    lines = list(_LINE.finditer(text))
    for i, line in enumerate(lines):
        following = lines[i + 1].group() if i + 1 < len(lines) else ""
        if not _goes_on(line.group(), following):
            yield line.end()
        bare = line.group().lstrip()
        if MARKER.match(bare) or _LABEL.match(bare):
            continue
        for end in _END.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, end, line.end()):
                yield end.end()


def _goes_on(line: str, following: str) -> bool:
    """Whether the next line continues a sentence that was broken at the margin."""
    ended = line.rstrip()[-1:] in set('.!?…:：;；。！？"”)]>`*') or not line.strip()
    return not ended and following.lstrip()[:1].islower() and not MARKER.match(following.lstrip())


def _ends_sentence(text: str, end: re.Match[str], line_end: int) -> bool:
    following = text[end.end() : line_end].lstrip()
    if not following or following[0].islower():
        return False
    if end.group()[0] in "。！？":
        return end.group()[-1] in "。！？" or text[end.end()].isspace()
    if end.group()[0] != ".":
        return True
    last = _LAST_WORD.search(text, max(0, end.start() - 24), end.start())
    word = last.group() if last else ""
    if following[0].isdigit() and word.casefold() in _BEFORE_A_NUMBER:
        return False
    shortened = word.casefold() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
    return not shortened and not (word.isdigit() and len(word) <= 2)


def _without_blank_pieces(pieces: Iterator[str]) -> list[str]:
    """Blank pieces join the one before, or the first one with a text."""
    kept: list[str] = []
    for piece in pieces:
        if kept and (not piece.strip() or not kept[-1].strip()):
            kept[-1] += piece
        else:
            kept.append(piece)
    return kept


def _unit(piece: str, kept: set[str]) -> Unit:
    bare = piece.strip()
    start = piece.find(bare) if bare else len(piece)
    after = piece[start + len(bare) :]
    marker = MARKER.match(bare) if bare not in kept else None
    if marker and marker.end() < len(bare):
        start, bare = start + marker.end(), bare[marker.end() :]
    return Unit(piece[:start], bare, after, fixed=bare in kept or _is_fixed(bare))


def _is_fixed(text: str) -> bool:
    without = re.sub(r"\{\{[^{}\n]*\}\}", "", text)
    if not any(character.isalpha() for character in without):
        return True
    return len(text.split()) <= _MOST_HEADING_WORDS and "\n" not in text and bool(_HEADING.fullmatch(text))
