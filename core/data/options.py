"""What a person can say of how a file is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says of a file; what is left empty is detected.

    `plain`: no format by name is looked for, as the file's columns are known by their own names.
    `header`: whether the first row names the columns, `header_row`: the number of the row that does. `quote` encloses
    cells (“none”: nothing does). `sheet` is a sheet's name, or its number from 1.
    """

    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    header: bool | None = None
    header_row: int = 0
    sheet: str = ""
    plain: bool = False
