"""Tables for spreadsheets: no cell is a formula, whatever a prompt, a row or a model has written."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?: ?%)?", re.IGNORECASE)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV. A cell that a spreadsheet would compute gets an apostrophe, which shows it as text; numbers
    stay numbers."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def _plain(cell: str) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(_STARTS) and not _NUMBER.fullmatch(text) else text
