"""Flat tables in a form with a meaning: options in columns of their own, promptfoo's CSV. They become rows as asked."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec

from core.data.formats import recognized
from core.data.formats.base import Flat, decoded, letter, lettered
from core.data.formats.benchmarks import SPREAD_OPTIONS
from core.data.formats.promptfoo import from_csv, metric_of
from core.data.json_rows import collect
from core.data.table import Roles, Row, RowError, Table
from core.said import Said

_encoder = msgspec.json.Encoder(decimal_format="number")
_LABEL_FIRST = re.compile(r"(\d{1,2}|[A-Z]{2,}(?::[a-z]\w*)?)\x20(.*\S.*)")
_TREE = re.compile(r"\((\d) \(.*\)\)")
_LEAF = re.compile(r"\(\d ([^()]+)\)")
_MOST_LABELS = 60
_LETTERS = frozenset("ABCDEFGH")
_SAMPLE = 20


def reshaped(table: Table) -> Table:
    """The table as its form means it; one of no known form comes back as it is."""
    if any(name.startswith("__expected") for name in table.columns):
        return _promptfoo(table)
    if len(table.columns) == 1 and (trees := _trees(table)) is not None:
        return trees
    if len(table.columns) == 1:
        return _label_first(table)
    if (cells := _of_json(table)) is not None:
        return cells
    if table.headless and _is_quiz(table):
        return _with(table, _quiz_row, "questions with options, which are shown as (A), (B) and so on")
    sample = [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows[:_SAMPLE]]
    if not table.headless and sample and all(map(SPREAD_OPTIONS.matches, sample)):
        return _with(table, SPREAD_OPTIONS.flatten, SPREAD_OPTIONS.title)
    return table


def _trees(table: Table) -> Table | None:
    """Trees of phrases with a label each, as the Stanford Sentiment Treebank was published: the whole and its label."""
    first = () if table.headless else (Row(max(1, table.rows[0].number - 1), table.columns),)
    lines = (*first, *table.rows)
    found = [_TREE.fullmatch(row.cells[0].strip()) for row in lines]
    if not all(found):
        return None
    rows = tuple(
        Row(row.number, (" ".join(_LEAF.findall(row.cells[0])), match.group(1)))
        for row, match in zip(lines, found, strict=True)
        if match
    )
    note = "Each line is a tree of phrases with their labels; the label of the whole is the answer."
    return replace(table, columns=("text", "label"), rows=rows, headless=False, notes=(*table.notes, note))


def _label_first(table: Table) -> Table:
    """A label, a space and the text in every line, as in SST and TREC: “0 dull”, “NUM:count How many …?”."""
    first = () if table.headless else (Row(max(1, table.rows[0].number - 1), table.columns),)
    lines = (*first, *table.rows)
    found = [_LABEL_FIRST.fullmatch(row.cells[0]) for row in lines]
    labels = [match.group(1) for match in found if match is not None]
    if len(labels) < len(found) or not 2 <= len(set(labels)) <= min(_MOST_LABELS, len(labels) // 2):
        return table
    rows = tuple(Row(row.number, match.groups()) for row, match in zip(lines, found, strict=True) if match)
    note = "Each line begins with its label."
    names = ("column_1", "column_2")
    return replace(table, columns=names, rows=rows, headless=True, notes=(*table.notes, note))


def _of_json(table: Table) -> Table | None:
    """A table whose cells hold the objects of a format by name, as Langfuse and LangSmith write CSV; else nothing."""
    sample = [dict(zip(table.columns, map(_decoded, row.cells), strict=True)) for row in table.rows[:_SAMPLE]]
    holding = [sum(isinstance(fields[name], dict | list) for fields in sample) for name in table.columns]
    if not sample or table.headless or max(holding) < 0.8 * len(sample) or recognized(sample) is None:
        return None
    rows = [(row.number, dict(zip(table.columns, map(_decoded, row.cells), strict=True))) for row in table.rows]
    made = collect([(number, _encoder.encode(fields)) for number, fields in rows])
    errors = tuple(sorted((*table.errors, *made.errors)))
    notes = (*table.notes, *made.notes)
    return replace(table, columns=made.columns, rows=made.rows, errors=errors, roles=made.roles, notes=notes)


def _decoded(cell: str) -> object:
    """The object or list that a cell is, else its text."""
    if not cell.lstrip().startswith(("{", "[")):
        return cell
    try:
        return decoded(cell.encode())
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return cell


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
        raise ValueError(
            Said("its answer “{right}” is none of its {options} options.", right=right[:40], options=len(options))
        )
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
    return _made(table, rows, errors, roles, (Said("Its rows are {title}.", title=title),))


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
    return _made(
        table,
        rows,
        errors,
        roles,
        (Said("Its rows are tests of promptfoo; their assertions: {counted}.", counted=counted),),
    )


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
