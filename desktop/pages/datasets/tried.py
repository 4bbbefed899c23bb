"""A mapping tried out on a table, before a task is made of it."""

from dataclasses import dataclass

from core.data.creating import division
from core.data.mapping import Mapping, to_examples
from core.data.splitting import Sizes
from core.data.table import RowError, Table
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.errors import WhetError


@dataclass(frozen=True, slots=True)
class Tried:
    """Rows that fit, those that do not, and names in prompt and template that no column has.

    `parts`: rows that train, validation and test would have, or the `obstacle` to dividing them. `named`: the file
    itself says which row is in which split.
    """

    usable: int
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    unknown: tuple[str, ...]
    parts: tuple[int, int, int] = (0, 0, 0)
    obstacle: str = ""
    named: bool = False

    @property
    def used(self) -> int:
        """Rows that would be in a split."""
        return sum(self.parts)


def tried(table: Table, mapping: Mapping, template: str, prompt: str, sizes: Sizes | None = None) -> Tried:
    """What becomes of the rows. Raises `DatasetError` for a column that does not exist."""
    examples = to_examples(table, mapping)
    own = "" if mapping.template else mapping.input
    named = Prompt(template).placeholders | Prompt(prompt).placeholders
    unknown = tuple(sorted(named - {"input", own, *mapping.variables}))
    parts, obstacle = (0, 0, 0), ""
    if not unknown and mapping.input not in mapping.answers:
        try:
            parts = _parts(table, mapping, template, sizes)
        except WhetError as error:
            obstacle = str(error)
    return Tried(
        len(examples.examples), examples.errors, examples.warnings, unknown, parts, obstacle, bool(mapping.split)
    )


def _parts(table: Table, mapping: Mapping, template: str, sizes: Sizes | None) -> tuple[int, int, int]:
    splits = division(table, mapping, sizes, template).splits
    train, validation, test = (len(splits.rows(each)) for each in Split)
    return train, validation, test
