"""Excel workbooks: the first sheet that holds a table, cells as a person reads them.

Read by python-calamine, of the extra “tables”: 1 MB, no dependencies of its own, and a hundredth of openpyxl's time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from core.data.decoding import open_bytes
from core.data.headers import find_header
from core.data.options import ReadOptions
from core.data.sheet_formats import SheetFormats, shown, written
from core.data.table import Row, RowError, cell_error
from core.errors import DatasetError, near_match
from core.said import Said, listed

_Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
Range: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
MISSING = 'Install Whet with its extra “tables” (pip install "whet-desktop[tables]"), or save the sheet as CSV.'


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the names of its columns, good rows, named bad ones."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    errors: tuple[RowError, ...]
    notes: tuple[str, ...] = ()
    headless: bool = False


def parse_workbook(path: Path, options: ReadOptions | None = None) -> Sheet:
    """Read the sheet that is asked for, else the first with a table in it; a row's number is the spreadsheet's.

    Merged cells are filled, numbers and dates are as their formats show them. Raises `DatasetError` if the reader is
    not installed, or for a file that is no workbook, is locked, or is empty.
    """
    options = options or ReadOptions()
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise DatasetError(
            Said("{name} is an Excel workbook, and the reader for these is not installed.", name=path.name),
            hint=MISSING,
        ) from error
    with open_bytes(path) as file:
        try:
            book = CalamineWorkbook.from_filelike(file)
            names = book.sheet_names
            name, cells, merged = _chosen(book, names, options.sheet)
        except CalamineError as error:
            raise DatasetError(
                Said(
                    "{name} is not a workbook that can be read: {error}.", name=path.name, error=str(error).rstrip(".")
                ),
                hint="Is it locked by a password? Save the sheet as CSV.",
            ) from error
    sheet = _sheet(cells, merged, shown(path, name), options)
    return replace(sheet, notes=(*_about(name, names), *sheet.notes))


def _chosen(book: Any, names: Sequence[str], asked: str) -> tuple[str, list[list[_Cell]], list[Range]]:
    """The sheet that is asked for by name or number; else the first that is two cells wide, or that holds anything;
    hidden ones only where no other does."""
    if asked:
        name = asked if asked in names else _by_number(names, asked)
        return name, *_read(book, name)
    held = [(name, *_read(book, name)) for name in names]
    hidden = _hidden(book)
    held.sort(key=lambda each: each[0] in hidden)
    filled = [each for each in held if any(map(_filled, each[1]))]
    if not filled:
        raise DatasetError("The workbook is empty.", hint="Choose a file with a header and rows.")
    return next((each for each in filled if _is_table(each[1])), filled[0])


def _hidden(book: Any) -> frozenset[str]:
    return frozenset(each.name for each in book.sheets_metadata if str(each.visible).rpartition(".")[2] != "Visible")


def _by_number(names: Sequence[str], asked: str) -> str:
    if asked.isdigit() and 0 < int(asked) <= len(names):
        return names[int(asked) - 1]
    raise DatasetError(Said("The workbook has no sheet “{asked}”.", asked=asked), hint=near_match(asked, names))


def _read(book: Any, name: str) -> tuple[list[list[_Cell]], list[Range]]:
    sheet = book.get_sheet_by_name(name)
    return sheet.to_python(skip_empty_area=False), list(getattr(sheet, "merged_cell_ranges", None) or ())


def _is_table(cells: Sequence[Sequence[_Cell]]) -> bool:
    return sum(sum(cell != "" for cell in row) > 1 for row in cells) > 1


def _about(name: str, names: Sequence[str]) -> tuple[str, ...]:
    if len(names) < 2:
        return ()
    return (Said("The workbook has {names} sheets; “{name}” was read.", names=len(names), name=name),)


def _sheet(cells: list[list[_Cell]], merged: Sequence[Range], formats: SheetFormats, options: ReadOptions) -> Sheet:
    texts = [[_text(cell, formats.formats.get((row, at), "")) for at, cell in enumerate(line)]
             for row, line in enumerate(cells)]  # fmt: skip
    numbered = [(number, _trimmed(line)) for number, line in enumerate(texts, start=1) if any(line)]
    if not numbered:
        raise DatasetError("The sheet is empty.", hint="Choose another one with --sheet.")
    head = find_header(numbered, options)
    first = numbered[head.start][0] if head.start < len(numbered) else len(texts) + 1
    filled = _fill(texts, merged, first - 1)
    width = len(head.columns)
    rows: list[Row] = []
    errors: list[RowError] = []
    for number, line in enumerate(texts[first - 1 :], start=first):
        if not any(line):
            continue
        problem = _problem(number, line, width, formats)
        if problem:
            errors.append(RowError(number, problem))
        else:
            rows.append(Row(number, (*line[:width], *[""] * (width - len(line)))))
    notes = head.notes
    if filled:
        notes = (*notes, Said("{filled} merged cells were filled: each of their rows has the value.", filled=filled))
    return Sheet(head.columns, tuple(rows), tuple(errors), notes, head.headless)


def _problem(number: int, line: Sequence[str], width: int, formats: SheetFormats) -> str:
    beyond = len(_trimmed(line))
    if beyond > width:
        return Said("has {beyond} cells instead of {width}.", beyond=beyond, width=width)
    empty = [at for at in range(width) if (number - 1, at) in formats.unknown]
    if empty:
        places = listed([f"{chr(65 + at)}{number}" if at < 26 else Said("column {at}", at=at + 1) for at in empty])
        return Said(
            "holds a formula without a value ({places}); open the file in a spreadsheet and save it again.",
            places=places,
        )
    return cell_error(tuple(line))


def _fill(texts: list[list[str]], merged: Sequence[Range], first: int) -> int:
    """Write the value of merged cells into all of their rows below the header; how many such cells there were."""
    filled = 0
    for (top, left), (bottom, right) in merged:
        if bottom < first or top >= len(texts) or left >= len(texts[top]):
            continue
        value = texts[top][left]
        for line in texts[max(top, first) : bottom + 1]:
            for at in range(left, min(right + 1, len(line))):
                line[at] = value
        filled += 1
    return filled


def _filled(row: Sequence[_Cell]) -> bool:
    return any(cell != "" for cell in row)


def _trimmed(values: Sequence[str]) -> list[str]:
    """Without the empty cells at the end, which a sheet's used area may include."""
    end = next((place for place in range(len(values), 0, -1) if values[place - 1]), 0)
    return list(values[:end])


def _text(cell: _Cell, code: str) -> str:
    """As the sheet shows it: by the cell's format where it has one, else 3 and not 3.0, TRUE, 2026-11-21."""
    if code and (made := written(cell, code)) is not None:
        return made
    match cell:
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(" ", "seconds")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
