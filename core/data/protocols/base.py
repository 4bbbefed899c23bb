"""What a published benchmark's files are, and what every reader of them needs."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import msgspec

from core.data.table import LONGEST_CELL, RowError
from core.data.task_file import AnswerSection
from core.domain.example import Split
from core.domain.runspec import ParamValue
from core.errors import DatasetError
from core.said import Said, as_said

LARGEST = 512 * 2**20
"""Bytes of a file that are read at most."""

_PARTS = {
    "train": Split.TRAIN, "training": Split.TRAIN, "induce": Split.TRAIN,
    "dev": Split.VALIDATION, "val": Split.VALIDATION, "valid": Split.VALIDATION, "validation": Split.VALIDATION,
    "test": Split.TEST, "execute": Split.TEST, "trec_10": Split.TEST,
}  # fmt: skip
_MOST_BAD = 0.5


class Item(NamedTuple):
    """One question of a benchmark with its accepted answers."""

    input: str
    answers: tuple[str, ...]


class BenchmarkReading(NamedTuple):
    """The usable rows of a file, and the others with what is wrong with them."""

    items: Sequence[Item]
    errors: Sequence[RowError] = ()


@dataclass(frozen=True, slots=True)
class BenchmarkForm:
    """How a task of a benchmark is asked and judged; `seed` is a plain prompt to start from."""

    answer: AnswerSection
    seed: str
    metric: str = "exact_match"
    options: Mapping[str, ParamValue] = field(default_factory=dict)


def part_of(path: Path) -> Split | None:
    """The split that a file's name, or its folder's, says it is; `None` if neither says so."""
    for name in (path.stem, *(parent.name for parent in list(path.parents)[:2])):
        word = name.lower()
        for known in (word, word.rpartition("_")[2], word.partition("_")[0]):
            if known in _PARTS:
                return _PARTS[known]
    return None


@dataclass(frozen=True, slots=True)
class DataProtocol:
    """One benchmark. `matches` looks at a path and the first 4,096 bytes, `read` at the whole file.

    `task_of` names the task that a file belongs to within the benchmark (empty: there is only one), `part_of` its
    split. `pooled`: the published parts are too small or no parts at all, so that all rows are divided anew.
    """

    name: str
    title: str
    paper: str
    matches: Callable[[Path, bytes], bool]
    read: Callable[[Path], BenchmarkReading]
    form: Callable[[str, Sequence[Item]], BenchmarkForm]
    task_of: Callable[[Path], str] = lambda _: ""
    part_of: Callable[[Path], Split | None] = part_of
    pooled: bool = False


def whole(path: Path) -> bytes:
    """The bytes of a file. Raises `DatasetError`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise DatasetError(
            Said("{name} cannot be read: {reason}.", name=path.name, reason=(error.strerror or str(error)).lower())
        ) from error
    if len(data) > LARGEST:
        raise DatasetError(
            Said("{name} is larger than {largest} MB.", name=path.name, largest=LARGEST >> 20),
            hint="Is it the right file?",
        )
    return data


def text(path: Path, *, otherwise: str = "") -> str:
    """The text of a UTF-8 file, or of one in the older encoding `otherwise`. Raises `DatasetError`."""
    data = whole(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if otherwise:
            return data.decode(otherwise)
        raise DatasetError(
            Said("{name} is not UTF-8 (byte {byte}).", name=path.name, byte=f"{error.start:,}")
        ) from error


def lines(path: Path, *, otherwise: str = "") -> Iterator[tuple[int, str]]:
    """The lines of a text file that are not blank, with their numbers. Only a newline ends a line."""
    for number, line in enumerate(re.split(r"\r?\n", text(path, otherwise=otherwise)), 1):
        if line.strip():
            yield number, line


def cells(path: Path, delimiter: str = ",", *, quoted: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The rows of a delimited file with their numbers. Raises `DatasetError`."""
    content = io.StringIO(text(path), newline="")
    rows = csv.reader(content, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    try:
        for number, row in enumerate(rows, 1):
            if row:
                yield number, row
    except csv.Error as error:
        raise DatasetError(
            Said("{name}, line {line_num}: {error}.", name=path.name, line_num=f"{rows.line_num:,}", error=error),
            hint="Is it the right file?",
        ) from error


def decoded(path: Path, form: type[msgspec.Struct], title: str) -> msgspec.Struct:
    """A JSON file of that form. Raises `DatasetError` that says what is not as it should be."""
    try:
        return msgspec.json.decode(whole(path), type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise wrong_file(path, title, str(error)) from error


def xml(path: Path, root: str, title: str) -> ET.Element:
    """The root of an XML file. Entities are refused: these files need none. Raises `DatasetError`."""
    data = whole(path)
    if b"<!ENTITY" in data:
        raise wrong_file(path, title, "it declares entities")
    try:
        found = ET.fromstring(data)  # noqa: S314 - without entities there is nothing to expand
    except (ET.ParseError, ValueError, LookupError) as error:
        raise wrong_file(path, title, str(error)) from error
    if found.tag != root:
        raise wrong_file(path, title, Said("its root is <{tag}>, not <{root}>", tag=found.tag, root=root))
    return found


def wrong_file(path: Path, title: str, why: str) -> DatasetError:
    """The sentence for a file that is something else."""
    return DatasetError(
        Said(
            "{name} is no file of {title}: {why}" if why.endswith(".") else "{name} is no file of {title}: {why}.",
            name=path.name,
            title=title,
            why=as_said(why),
        ),
        hint="Name the file as published.",
    )


def checked(path: Path, title: str, rows: Iterable[tuple[int, Item | str]]) -> BenchmarkReading:
    """Rows, or why one cannot be used. A file of which more than half cannot be used is another file."""
    items: list[Item] = []
    errors: list[RowError] = []
    for number, found in rows:
        problem = found if isinstance(found, str) else _problem(found)
        if isinstance(found, Item) and not problem:
            items.append(found)
        else:
            errors.append(RowError(number, problem))
    if not items or len(errors) > _MOST_BAD * (len(items) + len(errors)):
        first = (
            Said("row {row}: {problem}", row=errors[0].row, problem=errors[0].message)
            if errors
            else as_said("it has no rows")
        )
        raise wrong_file(path, title, first)
    return BenchmarkReading(items, errors)


def spaced(words: str) -> str:
    """With single spaces between words."""
    return " ".join(words.split())


def options(choices: Sequence[str]) -> str:
    """Lines “(A) …” as the reader of multiple-choice answers knows them."""
    return "\n".join(f"({chr(ord('A') + place)}) {spaced(choice)}" for place, choice in enumerate(choices))


def _problem(item: Item) -> str:
    if not item.input.strip():
        return "the input is empty."
    if not any(answer.strip() for answer in item.answers):
        return "the answer is empty."
    if max(len(item.input), *map(len, item.answers)) > LONGEST_CELL:
        return "it is too long."
    return ""
