"""Reading the replacement for one unit of a prompt, and judging whether it can stand there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from rapidfuzz.distance import Levenshtein

from core.domain.prompt import Prompt
from core.methods.shared import forms
from core.methods.shared.guards import Guard
from core.methods.shared.leaks import Specifics
from core.methods.shared.proposals import Reading
from core.methods.shared.replies import between_tags, clean, norm, without_thoughts
from core.methods.shared.units import MARKER, Unit, joined, replaced
from core.methods.shared.validity import objection

ALWAYS_SHORT_ENOUGH = 40
"""Words that a replacement may always have; beyond, it may be twice as long as what it replaces."""

LEAST_CHANGE = 0.1
"""The share of characters (normalized edit distance) by which a replacement must differ from what it replaces."""


@dataclass(frozen=True, slots=True)
class LineReader:
    """How replacements for the unit at `place` are read: as the whole prompt with the replacement in it.

    `tag`: the replacement stands between `<tag>` and `</tag>`; empty: it is the whole reply. `specifics` of the shown
    rows must not appear. `markers` may appear in questions only; a line out of `own_lines` is the question's echo.
    `guards`: further objections, asked in order. `labels` is filled in by `propose`.
    """

    current: Prompt
    units: tuple[Unit, ...]
    place: int
    tag: str = ""
    markers: Sequence[str] = ()
    specifics: Specifics | None = None
    own_lines: frozenset[str] = frozenset()
    guards: Sequence[Guard] = ()
    labels: Sequence[str] = ()

    @property
    def form(self) -> str:
        """The grammar of a reply that can be read."""
        return forms.tagged_line(self.tag) if self.tag else forms.one_line()

    @property
    def longest(self) -> int:
        """Words that a replacement may have."""
        return max(ALWAYS_SHORT_ENOUGH, 2 * len(self.units[self.place].text.split()))

    def knowing(self, labels: Sequence[str]) -> Self:
        """The same, refusing labels that the task does not have."""
        return replace(self, labels=labels)

    def read(self, reply: str) -> Reading:
        """The prompt with the replacement; where there is an objection, the replacement alone."""
        inside = between_tags(reply, self.tag) if self.tag else without_thoughts(reply)
        if inside is None:
            return Reading(reply.strip(), "untagged" if reply.strip() else "empty")
        line = self._bare(clean(inside))
        text = joined(replaced(self.units, self.place, line))
        found = self._objection_to_line(line) or self._objection_to_prompt(text)
        return Reading(line, found) if found else Reading(text)

    def _bare(self, reply: str) -> str:
        """On one line, without the list marker that stands there already."""
        line = " ".join(reply.split())
        return MARKER.sub("", line, count=1) if MARKER.match(self.units[self.place].before.lstrip()) else line

    def _objection_to_prompt(self, text: str) -> str:
        return objection(text, current=self.current, longest=self.current.words, labels=self.labels)

    def _objection_to_line(self, line: str) -> str:
        if not line:
            return "empty"
        if any(marker in line for marker in self.markers):
            return "marker"
        if len(line.split()) > self.longest:
            return "too_long"
        if norm(line) in self.own_lines.union(norm(unit.text) for i, unit in enumerate(self.units) if i != self.place):
            return "echo"
        if Levenshtein.normalized_distance(line, self.units[self.place].text) < LEAST_CHANGE:
            return "unchanged"
        if self.specifics is not None and self.specifics.found_in(line):
            return "leak"
        return next((word for guard in self.guards if (word := guard(line))), "")
