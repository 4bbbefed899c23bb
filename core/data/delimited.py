"""CSV, TSV and their relatives: the dialect found by trying, cells of several lines, and no row lost unnamed."""

import csv
import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from core.data.decoding import TOO_LONG
from core.data.dialects import Dialect, find_dialect, narrowed, prepared, records
from core.data.headers import Header, find_header
from core.data.options import ReadOptions
from core.data.table import LONGEST_LINE, Row, RowError, cell_error
from core.errors import DatasetError
from core.said import Said

_MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*")
_MARKDOWN_CELL = re.compile(r"(?<!\\)\|")
_FASTTEXT = re.compile(r"((?:__label__\S+[\x20\t,]+)+)(\S.*)")
_FASTTEXT_LABEL = re.compile(r"__label__(\S+?)(?=[\x20\t,]|$)")


@dataclass(frozen=True, slots=True)
class Cells:
    """The content of a delimited file: header, good rows, named bad ones."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    errors: tuple[RowError, ...]
    dialect: Dialect
    notes: tuple[str, ...] = ()
    headless: bool = False


@contextmanager
def _long_cells() -> Iterator[None]:
    """The csv module has one limit per process, 131,072 characters by default. Python does not look for unused cycles
    meanwhile: rows have none, and looking through a million of them takes as long as reading them."""
    before, collecting = csv.field_size_limit(LONGEST_LINE), gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        csv.field_size_limit(before)
        if collecting:
            gc.enable()


@_long_cells()
def parse_delimited(lines: Sequence[str], options: ReadOptions | None = None) -> Cells:
    """Read lines, ends included. Raises `DatasetError` for a file without a usable header."""
    options = options or ReadOptions()
    delimiter = options.delimiter
    if delimiter and (not delimiter.strip('\r\n"') or "\n" in delimiter):
        raise DatasetError(
            Said("“{delimiter}” cannot separate cells.", delimiter=delimiter),
            hint="Name what stands between two cells.",
        )
    ready = narrowed(prepared(lines), options)
    if (not delimiter or len(delimiter) > 1) and ready.delimiter:
        options = replace(options, delimiter=ready.delimiter)
    dialect = find_dialect(ready.lines, options)
    notes = ready.notes
    if not dialect.quote and not options.quote:
        notes = (*notes, "Quotation marks are taken as plain characters.")
    return arranged(enumerate(records(ready.lines, dialect), start=1), options, dialect, notes)


def arranged(
    numbered: Iterable[tuple[int, Sequence[str] | str]],
    options: ReadOptions,
    dialect: Dialect,
    notes: tuple[str, ...] = (),
) -> Cells:
    """Numbered records, each its cells or a sentence why it is none, under the names of their columns."""
    broken: list[RowError] = []
    good: list[tuple[int, Sequence[str]]] = []
    for number, record in numbered:
        if isinstance(record, str):
            broken.append(RowError(number, record))
        elif record:
            good.append((number, record))
    if not good:
        if broken:
            raise DatasetError(Said("the header {message}", message=broken[0].message), row=broken[0].row)
        raise DatasetError("The file is empty.", hint="Choose a file with a header and rows.")
    if broken and broken[0].row < good[0][0] and not options.header_row and options.header is not False:
        raise DatasetError(Said("the header {message}", message=broken[0].message), row=broken[0].row)
    _refuse_long(good[0])
    head = find_header(good, options)
    rows, errors = _fitted(good[head.start :], head)
    return Cells(head.columns, rows, tuple(sorted((*broken, *errors))), dialect, (*notes, *head.notes), head.headless)


def _refuse_long(record: tuple[int, Sequence[str]]) -> None:
    problem = cell_error(tuple(record[1]))
    if problem:
        raise DatasetError(
            Said("the header {about_length}", about_length=_about_length(record[1], problem)), row=record[0]
        )


def _fitted(records: Iterable[tuple[int, Sequence[str]]], head: Header) -> tuple[tuple[Row, ...], list[RowError]]:
    rows: list[Row] = []
    errors: list[RowError] = []
    width = len(head.columns)
    for number, record in records:
        cells, problem = _fit(record, width)
        problem = problem or cell_error(cells)
        if problem:
            errors.append(RowError(number, _about_length(record, problem)))
        else:
            rows.append(Row(number, cells))
    return tuple(rows), errors


def _fit(record: Sequence[str], width: int) -> tuple[tuple[str, ...], str]:
    """The record's cells, and what is wrong with their number. Empty cells beyond the last column are no harm."""
    if len(record) == width:
        return tuple(record), ""
    if len(record) > width and not any(record[width:]):
        return tuple(record[:width]), ""
    cells = "1 cell" if len(record) == 1 else Said("{record} cells", record=len(record))
    return tuple(record), Said("has {cells} instead of {width}.", cells=cells, width=width)


def _about_length(record: Sequence[str], problem: str) -> str:
    skipped = next((cell for cell in record if TOO_LONG in cell), None)
    if skipped is None:
        return problem
    length = int(skipped.rpartition(TOO_LONG)[2].split()[0])
    return Said(
        "is {length} characters long and was skipped; a line may have at most {longest_line}.",
        length=f"{length:,}",
        longest_line=f"{LONGEST_LINE:,}",
    )


def parse_markdown(lines: Sequence[str], options: ReadOptions) -> Cells:
    """A table of a Markdown page: its rule is left out, and so is the text around it."""
    found: list[tuple[int, Sequence[str] | str]] = []
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if "|" not in text or _MARKDOWN_RULE.fullmatch(text):
            if found and not text:
                break
            continue
        bare = text.removeprefix("|").removesuffix("|") if not text.endswith("\\|") else text.removeprefix("|")
        found.append((number, [cell.strip().replace("\\|", "|") for cell in _MARKDOWN_CELL.split(bare)]))
    return arranged(found, replace(options, header=True), Dialect("|", ""), ("It is a table in Markdown.",))


def is_markdown(lines: Sequence[str]) -> bool:
    """Whether a line of names and a rule of dashes begin the first table."""
    shown = [line.strip() for line in lines[:50] if line.strip()]
    return any("|" in one and "|" in other and _MARKDOWN_RULE.fullmatch(other) for one, other in pairwise(shown))


def is_fasttext(lines: Sequence[str]) -> bool:
    """Whether nearly every line begins with `__label__`."""
    shown = [line for line in lines[:200] if line.strip()]
    return bool(shown) and sum(line.startswith("__label__") for line in shown) >= 0.9 * len(shown)


def parse_fasttext(lines: Sequence[str]) -> Cells:
    """fastText's format: one or several `__label__name`, then the text. Several labels are a JSON list."""
    rows: list[Row] = []
    errors: list[RowError] = []
    several = any(line.count("__label__") > 1 for line in lines)
    for number, line in enumerate(lines, start=1):
        match = _FASTTEXT.fullmatch(line.strip())
        if match:
            labels = _FASTTEXT_LABEL.findall(match.group(1).strip())
            shown = "[" + ",".join(f'"{label}"' for label in labels) + "]" if several else labels[0]
            rows.append(Row(number, (match.group(2), shown)))
        elif line.strip():
            errors.append(RowError(number, "has no label, or no text after it."))
    columns = ("text", "labels" if several else "label")
    return Cells(columns, tuple(rows), tuple(errors), Dialect("", ""), ("It is in the format of fastText.",))
