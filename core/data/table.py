"""A data file as read: named columns, rows of strings with their numbers, and the rows that could not be read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from core.domain.prompt import Demonstration
from core.domain.runspec import ParamValue
from core.errors import DatasetError, near_match
from core.said import Said, Words, as_said

LONGEST_CELL = 1_000_000
"""Characters. No prompt holds more, and a missing quotation mark would swallow the rest of the file."""

LONGEST_LINE = 4_000_000
"""Characters of one line of CSV, TSV or JSONL. A longer line is skipped unread and named as an error."""


class FileFormat(StrEnum):
    """How rows are written in a file."""

    DELIMITED = "delimited"
    JSONL = "jsonl"
    JSON = "json"
    YAML = "yaml"
    WORKBOOK = "workbook"
    PARQUET = "parquet"


class Row(NamedTuple):
    """One row: its 1-based number in the file and one string per column.

    The number is what a spreadsheet shows for CSV and TSV (the header is row 1, blank lines count, a cell of several
    lines is one row) and for workbooks, the line for JSONL, and the place in the list for JSON and Parquet.
    """

    number: int
    cells: tuple[str, ...]


class RowError(NamedTuple):
    """A row that is not used, and why: a sentence without its row number."""

    row: int
    message: Words

    def __str__(self) -> str:
        return Said("Row {row}: {message}", row=self.row, message=as_said(self.message))


@dataclass(frozen=True, slots=True)
class KeptTask:
    """What a file says of a whole task beside its rows: the prompt, how it is asked, and how answers are judged."""

    prompt: str
    placement: str
    input_template: str
    kind: str
    labels: tuple[str, ...]
    instruction: str
    max_tokens: int
    stops: tuple[str, ...]
    metric: str
    metric_options: tuple[tuple[str, ParamValue], ...] = ()
    worked: tuple[Demonstration, ...] = ()
    layout: str = "repeated"


@dataclass(frozen=True, slots=True)
class Roles:
    """What a recognized format says of its columns.

    `template` puts several inputs together, `turns` names the column of earlier messages, `system` is a system message
    that all rows share. `multiple`: an answer is a set of labels. `metric` judges the answers as the format means it.
    `kept` is the task that the rows are of, where the file holds it. `made_of` are the columns that the answer was put
    together from.
    """

    format: str = ""
    inputs: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    template: str = ""
    split: str = ""
    group: str = ""
    turns: str = ""
    system: str = ""
    multiple: bool = False
    metric: str = ""
    kept: KeptTask | None = None
    made_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What `read_table` gives. Rows that could not be read are in `errors`, never dropped silently.

    `encoding` is a codec's name; `encoding_guessed` says that neither a mark in the file nor its bytes prove it.
    `delimiter` is empty for a single column and for JSON. `notes` say what was assumed, a sentence each.
    `headless`: the file names no columns. `roles` are those that a recognized format gives its columns.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    errors: tuple[RowError, ...] = ()
    format: FileFormat = FileFormat.DELIMITED
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    delimiter: str = ""
    notes: tuple[Words, ...] = ()
    headless: bool = False
    roles: Roles | None = None

    def index(self, column: str) -> int:
        """The place of a column. Raises `DatasetError` naming the columns there are and a near match."""
        try:
            return self.columns.index(column)
        except ValueError:
            raise DatasetError(
                Said("{name} has no column “{column}”.", name=self.name, column=column),
                hint=near_match(column, self.columns),
            ) from None

    def column(self, name: str) -> tuple[str, ...]:
        """The values of a column, in order."""
        place = self.index(name)
        return tuple(row.cells[place] for row in self.rows)


def cell_error(cells: tuple[str, ...]) -> str:
    """Why these cells cannot be used, or nothing. Undecodable bytes arrive as surrogate escapes (PEP 383)."""
    whole = "".join(cells)
    if whole.isascii() and len(whole) <= LONGEST_CELL and "\0" not in whole:
        return ""  # as nearly all rows are: a third of the time
    for cell in cells:
        if "\0" in cell:
            return "contains a NUL byte; the file is damaged or not text."
        if len(cell) > LONGEST_CELL:
            return f"has a cell of {len(cell):,} characters; a cell may have at most {LONGEST_CELL:,}."
        if not cell.isascii() and (escaped := _first_escape(cell)):
            return f"contains the byte 0x{escaped:02X}, which is not valid in the file's encoding."
    return ""


def _first_escape(text: str) -> int:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        return code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else 0xFF
    return 0
