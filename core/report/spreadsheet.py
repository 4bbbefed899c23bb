"""Tables for spreadsheets: no cell is a formula, whatever a prompt, a row or a model has written."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[\t\r\n ]*[=+\-@＝＋－＠\t\r]")
"""How a text begins that some spreadsheet takes for a formula or a command."""

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?: ?%)?", re.IGNORECASE)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV. A cell that a spreadsheet would compute gets an apostrophe, which shows it as text; numbers
    stay numbers."""
    return "".join(map(_line, rows))


def computed(rows: Iterable[Sequence[str]]) -> int:
    """How many cells of these rows get an apostrophe."""
    return sum(_runs(str(cell)) for row in rows for cell in row)


def _line(row: Sequence[str]) -> str:
    """One line; made to end in CR LF, since the module quotes only what is part of its line's end."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([f"'{cell}" if _runs(str(cell)) else str(cell) for cell in row])
    return out.getvalue()[:-2] + "\n"


def _runs(text: str) -> bool:
    return _FORMULA.match(text) is not None and _NUMBER.fullmatch(text) is None
