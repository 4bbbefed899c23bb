"""A prompt without some of its words or sentences. Locked spans and placeholders are never cut."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from core.domain.prompt import Prompt

_PLACEHOLDER = re.compile(r"\{\{[^{}\n]*\}\}")
_WORD = re.compile(r"\S+\s*|\s+")
_CHINESE = re.compile(r"[\u3400-\u9fff][，。；：！？、]?\s*|[^\s\u3400-\u9fff]+\s*|\s+")
_HAS_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…]+[\"'”’)\]]*(?=\s)|[。！？]+[”’』」）]*|(?=\n)|\Z)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PrunablePiece:
    """A word or a sentence with the blank space behind it. A `fixed` one stays."""

    text: str
    fixed: bool = False


Cut = Callable[[Prompt], tuple[PrunablePiece, ...]]
"""A way of cutting a prompt into pieces."""


def words(prompt: Prompt) -> tuple[PrunablePiece, ...]:
    """The words of a prompt; signs where it is Chinese. Joined they are its text."""
    pattern = _CHINESE if _HAS_CHINESE.search(prompt.text) else _WORD
    return _cut(prompt, pattern)


def sentences(prompt: Prompt) -> tuple[PrunablePiece, ...]:
    """The sentences and lines of a prompt. Joined they are its text."""
    return _cut(prompt, _SENTENCE)


def cuttable(pieces: Sequence[PrunablePiece]) -> tuple[int, ...]:
    """The places of the pieces that may go: none if only one is left."""
    return tuple(place for place, piece in enumerate(pieces) if not piece.fixed) if len(pieces) > 1 else ()


def without(prompt: Prompt, pieces: Sequence[PrunablePiece], gone: Collection[int]) -> Prompt:
    """The prompt without the pieces in these places. The end of a line stays when its last word goes."""
    kept = ""
    for place, piece in enumerate(pieces):
        if place not in gone:
            kept += piece.text
        elif "\n" in piece.text[len(piece.text.rstrip()) :]:
            kept = kept.rstrip(" ") + piece.text[len(piece.text.rstrip()) :]
    return replace(prompt, text=re.sub(r"\n{3,}", "\n\n", kept).strip())


def _cut(prompt: Prompt, pattern: re.Pattern[str]) -> tuple[PrunablePiece, ...]:
    text = prompt.text
    spans = [match.span() for match in _PLACEHOLDER.finditer(text)]
    spans += [match.span() for span in prompt.locked if span for match in re.finditer(re.escape(span), text)]
    pieces: list[PrunablePiece] = []
    start = 0
    for match in pattern.finditer(text):
        end = match.end()
        if match.end() == match.start() or any(low < end < high for low, high in spans) or end <= start:
            continue
        fixed = any(low < end and high > start for low, high in spans)
        pieces.append(PrunablePiece(text[start:end], fixed or not text[start:end].strip()))
        start = end
    if start < len(text):
        pieces.append(PrunablePiece(text[start:], any(high > start for _, high in spans)))
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a whole prompt, its worked examples included: what a search over subsequences prunes.

    Words of the instruction come first, then those of each worked example's input; outputs are never cut, and a worked
    example keeps one word at least.
    """

    prompt: Prompt
    text: tuple[PrunablePiece, ...]
    inputs: tuple[tuple[PrunablePiece, ...], ...]

    @classmethod
    def of(cls, prompt: Prompt) -> "Tokens":
        """The words of a prompt."""
        return cls(prompt, words(prompt), tuple(words(Prompt(one.input)) for one in prompt.demonstrations))

    @property
    def places(self) -> tuple[int, ...]:
        """The places that may be pruned, in the order in which a model reads them."""
        pieces = [piece for part in (self.text, *self.inputs) for piece in part]
        return tuple(place for place, piece in enumerate(pieces) if not piece.fixed)

    def without(self, gone: Collection[int]) -> Prompt:
        """The prompt without the words in these places."""
        text = without(self.prompt, self.text, gone).text
        shown, first = [], len(self.text)
        for one, pieces in zip(self.prompt.demonstrations, self.inputs, strict=True):
            kept = "".join(piece.text for place, piece in enumerate(pieces, first) if place not in gone).strip()
            shown.append(replace(one, input=kept or one.input))
            first += len(pieces)
        return replace(self.prompt, text=text, demonstrations=tuple(shown))
