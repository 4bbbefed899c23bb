"""Which row of a table names its columns, if any does: as a person says, else by what the rows look like."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.data.options import ReadOptions
from core.data.table import cell_error
from core.data.words import is_known, is_name
from core.errors import DatasetError
from core.said import Said, as_said

_SEEN = 200
_NUMBER = re.compile(r"[+\-\u2212]?(?:\d[\d.,'\x20\u00a0]*\d|\d)(?:[eE][+-]?\d+)?%?")
_LONG = 60
_MOST_TITLES = 10

Record = tuple[int, Sequence[str]]
"""A row's number in the file, and its cells."""


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, and the place of the first record after them. `headless`: the file has no names."""

    columns: tuple[str, ...]
    start: int
    notes: tuple[str, ...] = ()
    headless: bool = False


def find_header(records: Sequence[Record], options: ReadOptions) -> Header:
    """The header of records that are not empty.

    Rows above it that are narrower than the table (a title, a remark) are left out and named. Raises `DatasetError`
    for names that occur twice, and for a row that is not there.
    """
    if options.header_row:
        place = next((at for at, (number, _) in enumerate(records) if number == options.header_row), None)
        if place is None:
            raise DatasetError(
                Said("Row {header_row} has no cells.", header_row=options.header_row),
                hint="Name the row with the columns' names.",
            )
        return _named(records, place, _above(records, place))
    place = _first_of_table(records)
    above = _above(records, place)
    rows = [cells for _, cells in records[place + 1 : place + 1 + _SEEN]]
    if options.header is None and rows:
        headless = not has_names(records[place][1], rows)
        said = "The first row reads like the others, so the file has no names of columns"
    else:
        headless = options.header is False
        said = "The file has no names of columns"
    if not headless:
        return _named(records, place, above, guessed=options.header is None)
    width = Counter(len(cells) for _, cells in records[place : place + _SEEN]).most_common(1)[0][0]
    columns = tuple(f"column_{number}" for number in range(1, width + 1))
    called = Said(
        "{why}: they are called {first} to {last}." if width > 1 else "{why}: they are called {first}.",
        why=as_said(said),
        first=columns[0],
        last=columns[-1],
    )
    return Header(columns, place, (*above, called), headless=True)


def has_names(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a first row names columns: it reads like names, and not like the rows below it."""
    cells = [cell.strip() for cell in first]
    columns = [[row[at].strip() for row in rows if at < len(row)] for at in range(len(cells))]
    pairs = [(cell, column) for cell, column in zip(cells, columns, strict=True) if cell and column]
    often = 1 if len(rows) < 20 else 2
    if any(column.count(cell) >= often for cell, column in pairs):
        return False
    if any(map(is_name, cells)):
        return True
    if any(_share(_is_number(value) for value in column) > 0.9 for cell, column in pairs if _is_number(cell)):
        return False
    if any(_same_shape(cell, column) for cell, column in pairs):
        return False
    if any(map(is_known, cells)):
        return True
    sentences = [_is_sentence(cell) and _reads_alike(cell, column) for cell, column in pairs]
    return not any(sentences)


def named_columns(number: int, first: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the columns in a row, and notes on those without one. Raises `DatasetError` for doubles."""
    problem = cell_error(tuple(first))
    if problem:
        raise DatasetError(Said("the header {problem}", problem=as_said(problem)), row=number)
    names = [" ".join(name.split()) for name in first]
    columns = tuple(name or f"column_{place}" for place, name in enumerate(names, start=1))
    for name, count in Counter(columns).items():
        if count > 1:
            places = [str(place) for place, other in enumerate(columns, start=1) if other == name]
            raise DatasetError(
                Said(
                    "the header has the column “{name}” {count} times (columns {places}).",
                    name=name,
                    count=count,
                    places=" and ".join(places),
                ),
                row=number,
                hint="Give each column a name of its own, or read the file without names (--no-header).",
            )
    unnamed = [place for place, name in enumerate(names, start=1) if not name]
    return columns, tuple(
        Said("Column {place} has no name; it is called “column_{place}”.", place=place) for place in unnamed
    )


def _named(records: Sequence[Record], place: int, above: tuple[str, ...], *, guessed: bool = False) -> Header:
    number, cells = records[place]
    columns, notes = named_columns(number, cells)
    if guessed and len(records) > place + 1 and not any(map(is_known, columns)):
        shown = ", ".join(f"“{name[:40]}”" for name in columns[:4])
        notes = (
            *notes,
            Said(
                "Row {number} is taken as the names of the columns: {shown}; if it is none, say --no-header.",
                number=number,
                shown=shown,
            ),
        )
    return Header(columns, place + 1, (*above, *notes))


def _above(records: Sequence[Record], place: int) -> tuple[str, ...]:
    return tuple(
        Said(
            "Row {number} stands above the table and is left out: “{cells}”.",
            number=number,
            cells=" ".join(cells).strip()[:60],
        )
        for number, cells in records[:place]
        if any(map(str.strip, cells))
    )


def _first_of_table(records: Sequence[Record]) -> int:
    """The first row that is as wide as most; before it there are only narrower ones."""
    widths = [_width(cells) for _, cells in records[:_SEEN]]
    usual = Counter(widths[1:] or widths).most_common(1)[0][0]
    most = 2 * widths[1:].count(usual) > len(widths) - 1
    if len(widths) < 3 or widths[0] >= usual or usual < 2 or not most:
        return 0
    found = next((at for at, width in enumerate(widths[: _MOST_TITLES + 1]) if width >= usual), 0)
    return found if len(widths) - found > 1 else 0


def _width(cells: Sequence[str]) -> int:
    """Cells up to the last one that is filled."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)


def _share(facts: Iterable[bool]) -> float:
    given = list(facts)
    return sum(given) / len(given) if given else 0.0


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip("$€£¥ ")) is not None


def _same_shape(cell: str, column: Sequence[str]) -> bool:
    """Whether a cell has digits at the very places where nearly all cells below it have them."""
    if not any(map(str.isdigit, cell)) or len(column) < 3:
        return False
    return _share(_shape(value) == _shape(cell) for value in column) > 0.9


def _shape(text: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", text))


def _is_sentence(cell: str) -> bool:
    return len(cell) > _LONG or len(cell.split()) >= 8 or (len(cell.split()) > 2 and cell.endswith((".", "!", "。")))


def _reads_alike(cell: str, column: Sequence[str]) -> bool:
    """Whether the cells below are about as long: names of columns are questions at most, and shorter than texts."""
    lengths = sorted(map(len, column))
    middle = lengths[len(lengths) // 2]
    return 0.3 * middle <= len(cell) <= 4 * middle
