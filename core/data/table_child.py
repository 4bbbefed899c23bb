"""The child process that reads a table (`core.child`): a file may unfold to more than the machine holds, or take hours.

It is asked once, for one file, and answers with the table, or with the sentence that says why there is none.
"""

import sys
from pathlib import Path
from typing import Final

import msgspec

from core import offline
from core.child import serve
from core.data.dimensions import refuse_declared
from core.data.options import ReadOptions
from core.data.reading import read_table
from core.data.table import Table
from core.errors import DatasetError
from core.said import Said, Words, packed


class TableRequest(msgspec.Struct, frozen=True):
    """A file, and what a person says of it; `cells` it may declare at most, and `rows` it may have."""

    path: bytes
    options: ReadOptions
    cells: int
    rows: int


class ReadTable(msgspec.Struct, frozen=True):
    """The table, or a sentence with its hint, or the number of its rows if they are too many."""

    table: Table | None = None
    message: Words = ""
    hint: Words = ""
    row: int | None = None
    rows: int = 0


def answer(request: bytes) -> bytes:
    """Read the table that is asked for."""
    asked = msgspec.msgpack.decode(request, type=TableRequest)
    path = Path(asked.path.decode("utf-8", "surrogateescape"))
    try:
        refuse_declared(path, asked.cells)
        table = read_table(path, asked.options)
        rows = len(table.rows)
        return _encode(ReadTable(table) if rows <= asked.rows else ReadTable(rows=rows))
    except DatasetError as error:
        return _encode(ReadTable(message=_clean(error.message), hint=_clean(error.hint), row=error.row))
    except RecursionError:
        message = Said("{name} is nested too deeply.", name=_clean(path.name))
        return _encode(ReadTable(message=message, hint="Make it flat."))
    except UnicodeEncodeError:
        message = Said("{name} has texts that are no text.", name=_clean(path.name))
        return _encode(ReadTable(message=message, hint="Save it again as UTF-8, or name its encoding."))


_encode: Final = msgspec.msgpack.Encoder(enc_hook=packed).encode


def _clean(text: str) -> str:
    """Without halves of characters, which no pipe takes."""
    if isinstance(text, Said):
        values = {name: _clean(value) if isinstance(value, str) else value for name, value in text.values.items()}
        return Said.of(text.template, values, _clean(str.__str__(text)))
    return text.encode("utf-8", "replace").decode()


def main() -> int:
    """Read one table."""
    offline.install()
    return serve(answer)


if __name__ == "__main__":
    sys.exit(main())
