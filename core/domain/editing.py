"""A prompt that a person writes by changing a candidate's text, and what must not get lost on the way."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from core.domain.candidate import Draft
from core.domain.prompt import Prompt

EDITED = "edited by hand"
"""The operator of a candidate that a person wrote in the middle of a run."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The text of candidate `parent` as a person changed it."""

    parent: str
    text: str

    def draft(self, original: Prompt) -> Draft:
        """The new node of the tree: the demonstrations and locked spans of the original stay."""
        return Draft(replace(original, text=self.text), (self.parent,), EDITED)


def problems(original: Prompt, text: str, columns: Collection[str] = ()) -> tuple[str, ...]:
    """Why this text cannot take the place of the original's, in sentences; empty if it can.

    `columns` are the names that a row can fill in beside `input`.
    """
    if not text.strip():
        return ("The prompt is empty.",)
    if text == original.text:
        return ("Nothing was changed.",)
    wanted, found = original.placeholders, Prompt(text).placeholders
    lost, invented = sorted(wanted - found), sorted(found - wanted - {"input", *columns})
    said = [f"The placeholder {{{{{name}}}}} is missing." for name in lost]
    said += [f"No column of the rows is called {{{{{name}}}}}." for name in invented]
    said += [f"A locked span was changed: “{span}”." for span in original.locked if span not in text]
    return tuple(said)
