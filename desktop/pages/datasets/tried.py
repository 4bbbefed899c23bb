"""A mapping tried out on a table, before a task is made of it."""

from dataclasses import dataclass

from core.data.mapping import Mapping, to_examples
from core.data.table import RowError, Table
from core.domain.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Tried:
    """Rows that fit, those that do not, and names in prompt and template that no column has."""

    usable: int
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    unknown: tuple[str, ...]


def tried(table: Table, mapping: Mapping, template: str, prompt: str) -> Tried:
    """What becomes of the rows. Raises `DatasetError` for a column that does not exist."""
    examples = to_examples(table, mapping)
    own = "" if mapping.template else mapping.input
    named = Prompt(template).placeholders | Prompt(prompt).placeholders
    unknown = named - {"input", own, *mapping.variables}
    return Tried(len(examples.examples), examples.errors, examples.warnings, tuple(sorted(unknown)))
