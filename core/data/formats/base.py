"""What a format by name is: how its rows are recognized, and what they become."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase
from typing import TypeAlias

import msgspec

Fields: TypeAlias = Mapping[str, object]

_encoder = msgspec.json.Encoder(decimal_format="number")
_decoder = msgspec.json.Decoder(float_hook=Decimal)


@dataclass(frozen=True, slots=True)
class Flat:
    """A row as columns of text; the columns that are asked, and those that hold the right answer."""

    columns: Mapping[str, str]
    inputs: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    template: str = ""
    group: str = ""
    split: str = ""
    turns: str = ""


@dataclass(frozen=True, slots=True)
class RowFormat:
    """One format. `flatten` raises `ValueError` with a sentence for a row that cannot be used.

    `multiple`: several answers in a row are a set of labels. `metric` is how the format judges.
    """

    title: str
    matches: Callable[[Fields], bool]
    flatten: Callable[[Fields], Flat]
    multiple: bool = False
    metric: str = ""
    note: str = ""


def decoded(data: bytes) -> object:
    """JSON whose numbers keep their written form. Raises msgspec's errors."""
    return _decoder.decode(data)


def text(value: object) -> str:
    """A value as a cell: texts as they are, nothing for null, everything nested as compact JSON."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | Decimal() | float():
            return str(value)
        case _:
            return _encoder.encode(value).decode()


def as_fields(value: object) -> Fields:
    """An object, or none."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> Sequence[object]:
    """A list, or an empty one."""
    return value if isinstance(value, list) else []


def are_texts(value: object) -> bool:
    """Whether it is a list of two or more texts or numbers."""
    return isinstance(value, list) and len(value) > 1 and all(isinstance(each, str | int | Decimal) for each in value)


def json_list(texts: Iterable[str]) -> str:
    """Several answers in one cell; a single one as it is."""
    given = tuple(dict.fromkeys(each.strip() for each in texts if each.strip()))
    if len(given) == 1 and not given[0].startswith("["):
        return given[0]
    return _encoder.encode(given).decode() if given else ""


def rest(fields: Fields, *used: str) -> dict[str, str]:
    """The other fields, as they are."""
    return {name: text(value) for name, value in fields.items() if name not in used}


def lettered(options: Sequence[str]) -> str:
    """Lines “(A) …”, as the reader of multiple-choice answers knows them."""
    return "\n".join(f"{letter(place)} {' '.join(option.split())}" for place, option in enumerate(options))


def letter(place: int) -> str:
    """The name of an option by its place from 0. Raises `ValueError` beyond Z."""
    if not 0 <= place < len(ascii_uppercase):
        raise ValueError(f"there is no option number {place + 1}.")
    return f"({ascii_uppercase[place]})"
