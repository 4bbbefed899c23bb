"""The replacement for one unit of a prompt: how it is read, and whether it can stand there."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from core.domain.units import MARKER, Unit, joined, replaced
from core.lab.proposing.replies import norm

ALWAYS_SHORT_ENOUGH = 40
"""Words that a replacement may always have; beyond, it may be twice as long as what it replaces."""

LEAST_CHANGE = 0.1
"""The share of characters (normalized edit distance) by which a replacement must differ from what it replaces."""


@dataclass(frozen=True, slots=True)
class RewriteLine:
    """The unit at `place`, as the slot of a question (`core.lab.proposing.question`)."""

    units: tuple[Unit, ...]
    place: int

    @property
    def text(self) -> str:
        """The unit as it is."""
        return self.units[self.place].text

    @property
    def longest(self) -> int:
        """Words that a replacement may have."""
        return max(ALWAYS_SHORT_ENOUGH, 2 * len(self.text.split()))

    def bare(self, text: str) -> str:
        """On one line, without the list marker that stands there already."""
        line = " ".join(text.split())
        return MARKER.sub("", line, count=1) if MARKER.match(self.units[self.place].before.lstrip()) else line

    def objection(self, text: str) -> str:
        """“too_long”, “echo” of another unit, “unchanged”, or nothing."""
        if len(text.split()) > self.longest:
            return "too_long"
        if norm(text) in {norm(unit.text) for i, unit in enumerate(self.units) if i != self.place}:
            return "echo"
        close = Levenshtein.normalized_distance(text, self.text) < LEAST_CHANGE
        return "unchanged" if close else ""

    def whole(self, text: str) -> str:
        """The prompt with the replacement."""
        return joined(replaced(self.units, self.place, text))
