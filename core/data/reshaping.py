"""Flat tables in a form with a meaning: options in columns of their own, promptfoo's CSV. They become rows as asked."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from core.data.formats.base import Flat, letter, lettered
from core.data.formats.benchmarks import SPREAD_OPTIONS
from core.data.formats.promptfoo import from_csv, metric_of
from core.data.table import Roles, Row, RowError, Table

_LETTERS = frozenset("ABCDEFGH")
_SAMPLE = 20


def reshaped(table: Table) -> Table:
    """The table as its form means it; one of no known form comes back as it is."""
    if any(name.startswith("__expected") for name in table.columns):
        return _promptfoo(table)
    if table.headless and _is_quiz(table):
        return _with(table, _quiz_row, "questions with options, which are shown as (A), (B) and so on")
    sample = [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows[:_SAMPLE]]
    if not table.headless and sample and all(map(SPREAD_OPTIONS.matches, sample)):
        return _with(table, SPREAD_OPTIONS.flatten, SPREAD_OPTIONS.title)
    return table


def _is_quiz(table: Table) -> bool:
    """MMLU's files: a question, its options, and the letter of the right one."""
    if len(table.columns) < 4:
        return False
    options = len(table.columns) - 2
    letters = sorted(_LETTERS)[:options]
    last = [row.cells[-1].strip() for row in table.rows[:200]]
    return bool(last) and sum(cell in letters for cell in last) >= 0.95 * len(last)


def _quiz_row(cells: Mapping[str, str]) -> Flat:
    question, *options, right = cells.values()
    place = ord(right.strip() or " ") - ord("A")
    if not 0 <= place < len(options):
        raise ValueError(f"its answer “{right[:40]}” is none of its {len(options)} options.")
    asked = f"{question.strip()}\nOptions:\n{lettered(options)}"
    return Flat({"input": asked, "answer": letter(place)}, ("input",), ("answer",))


def _with(table: Table, flatten: Callable[[Mapping[str, str]], Flat], title: str) -> Table:
    rows: list[tuple[int, Mapping[str, str]]] = []
    errors = list(table.errors)
    for row in table.rows:
        try:
            rows.append((row.number, flatten(dict(zip(table.columns, row.cells, strict=True))).columns))
        except ValueError as error:
            errors.append(RowError(row.number, str(error)))
    roles = Roles(title, ("input",), ("answer",))
    return _made(table, rows, errors, roles, (f"Its rows are {title}.",))


def _promptfoo(table: Table) -> Table:
    """Variables, and the expected text of the first assertion that names one."""
    rows: list[tuple[int, Mapping[str, str]]] = []
    errors = list(table.errors)
    kinds: list[str] = []
    for row in table.rows:
        try:
            cells, kind = from_csv(table.columns, row.cells)
        except ValueError as error:
            errors.append(RowError(row.number, str(error)))
        else:
            kinds.append(kind)
            rows.append((row.number, cells))
    inputs = tuple(name for name in table.columns if not name.startswith("__"))
    template = "\n\n".join(f"{{{{{name}}}}}" for name in inputs) if len(inputs) > 1 else ""
    roles = Roles("promptfoo", inputs, ("expected",), template, metric=metric_of(kinds))
    counted = ", ".join(f"{kind} ({count:,})" for kind, count in Counter(kinds).most_common())
    return _made(table, rows, errors, roles, (f"Its rows are tests of promptfoo; their assertions: {counted}.",))


def _made(
    table: Table,
    rows: Sequence[tuple[int, Mapping[str, str]]],
    errors: Sequence[RowError],
    roles: Roles,
    notes: tuple[str, ...],
) -> Table:
    columns = tuple(dict.fromkeys(name for _, cells in rows for name in cells))
    made = tuple(Row(number, tuple(cells.get(name, "") for name in columns)) for number, cells in rows)
    return replace(
        table, columns=columns, rows=made, errors=tuple(sorted(errors)), roles=roles, headless=False,
        notes=(*table.notes, *notes),
    )  # fmt: skip
