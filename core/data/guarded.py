"""Reads tables of strangers in a child with a limit on memory and a deadline: whatever a file unfolds to, it costs a
sentence.

The limits can be raised by two variables of the environment, `WHET_TABLE_MEMORY` (MB) and `WHET_TABLE_SECONDS`.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from core.child import Child, ChildError, Limits, TooLargeError, TooSlowError
from core.control import CancelToken
from core.data.decoding import open_bytes
from core.data.options import ReadOptions
from core.data.table import Table
from core.data.table_child import ReadTable, TableRequest
from core.errors import DatasetError
from core.said import Said, as_said, unpacked

MEMORY: Final = "WHET_TABLE_MEMORY"
SECONDS: Final = "WHET_TABLE_SECONDS"

_MEMORY_MB: Final = 1200
_SECONDS: Final = 12.0
_BYTES_OF_CELL: Final = 40
"""Memory that a short cell takes, about."""

_BYTES_OF_ROW: Final = 1200
"""Memory that a short row takes, about, with all that is found out about it later; and 20 µs of time."""

_TO_SAY: Final = "Take a sample of it: a few thousand rows are plenty for improving a prompt."

_answer: Final = msgspec.msgpack.Decoder(ReadTable, dec_hook=unpacked)

Reader = Callable[[Path], Table]


def limits() -> Limits:
    """What reading one table may take."""
    memory = max(64, int(_given(MEMORY, _MEMORY_MB))) << 20
    return Limits(_given(SECONDS, _SECONDS), memory, answer=memory)


def read_table(path: Path, options: ReadOptions | None = None, *, cancel: CancelToken | None = None) -> Table:
    """As `core.data.reading.read_table`. Also raises `DatasetError` for a table that needs more than it may have."""
    path = Path(path)
    with open_bytes(path):  # the usual sentences for what is no file, and no process for it
        pass
    allowed = limits()
    rows = allowed.memory // _BYTES_OF_ROW
    request = TableRequest(
        os.fsencode(path.absolute()), options or ReadOptions(), allowed.memory // _BYTES_OF_CELL, rows
    )
    child = Child("core.data.table_child", allowed)
    try:
        found = _answer.decode(child.ask(msgspec.msgpack.encode(request), cancel=cancel))
    except TooSlowError as error:
        raise DatasetError(
            Said("Reading {name} takes longer than {seconds} seconds.", name=path.name, seconds=f"{allowed.seconds:g}"),
            kept="Nothing was changed.",
            hint=Said(
                "{advice} Or allow more: {variable}={value}.",
                advice=as_said(_TO_SAY),
                variable=SECONDS,
                value=f"{4 * allowed.seconds:g}",
            ),
        ) from error
    except TooLargeError as error:
        raise DatasetError(
            Said(
                "{name} unfolds to more than the {memory} MB that a table may take.",
                name=path.name,
                memory=f"{allowed.memory >> 20:,}",
            ),
            kept="Nothing was changed.",
            hint=Said(
                "{advice} Or allow more: {variable}={value}.",
                advice=as_said(_TO_SAY),
                variable=MEMORY,
                value=allowed.memory >> 18,
            ),
        ) from error
    except ChildError as error:
        raise DatasetError(
            Said("{name} cannot be read: its reader {reason}.", name=path.name, reason=error.reason),
            hint="Save it as CSV.",
        ) from error
    finally:
        child.close()
    if found.rows > rows:
        raise DatasetError(
            Said(
                "{name} has {rows} rows; at most {most} are taken.",
                name=path.name,
                rows=f"{found.rows:,}",
                most=f"{rows:,}",
            ),
            kept="Nothing was changed.",
            hint=Said(
                "{advice} Or allow more: {variable}={value}.",
                advice=as_said(_TO_SAY),
                variable=MEMORY,
                value=found.rows * _BYTES_OF_ROW // 2**20 + 1,
            ),
        )
    if found.table is None:
        made = DatasetError(found.message, hint=found.hint)
        made.row = found.row
        raise made
    return found.table


def read_text(text: str, options: ReadOptions | None = None) -> Table:
    """A table as it was copied from a spreadsheet, a file or a page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "clipboard"
        file.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
        return read_table(file, options)


def _given(name: str, otherwise: float) -> float:
    try:
        return float(os.environ.get(name, "")) or otherwise
    except ValueError:
        return otherwise
