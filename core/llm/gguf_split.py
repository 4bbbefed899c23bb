"""Models in several files: `NAME-00001-of-00003.gguf` and so on, as llama.cpp's `llama-gguf-split` names them.

llama.cpp is given the first part and finds the others beside it by these names; so does Whet.
"""

import re
from pathlib import Path
from typing import Final

from core.errors import ModelError
from core.said import Said

_NAME: Final = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE)


def number_of(name: str) -> tuple[int, int]:
    """Which part of how many a file is by its name, from 1 on; (1, 1) for a model in one file."""
    match = _NAME.fullmatch(name)
    number, count = (int(match["number"]), int(match["count"])) if match else (1, 1)
    return (number, count) if 1 <= number <= count else (1, 1)


def part_names(name: str) -> tuple[str, ...]:
    """The names of all files of a model, in order, by the name of one of them."""
    match = _NAME.fullmatch(name)
    _, count = number_of(name)
    if match is None or count == 1:
        return (name,)
    return tuple(f"{match['stem']}-{i:05}-of-{count:05}.gguf" for i in range(1, count + 1))


def files_of(path: Path) -> tuple[Path, ...]:
    """All files of a model, in order, by its first one; whether they are there is not asked."""
    return tuple(path.with_name(name) for name in part_names(path.name))


def missing(path: Path) -> list[str]:
    """Names of the parts of a model that are not there."""
    return [file.name for file in files_of(path) if not file.is_file()]


def other_parts(path: Path, number: int, count: int) -> tuple[Path, ...]:
    """The parts after the first of a model whose header says that `path` is part `number` (from 0) of `count`.

    Raises `ModelError` if it is not the first, if its name does not lead to the others, or if one is not there.
    """
    files = files_of(path)
    if len(files) != count:
        raise ModelError(
            Said(
                "{name} is one of {count} parts of a model, and its name does not say which.",
                name=path.name,
                count=count,
            ),
            hint=Said("Give the parts their names back: NAME-00001-of-{count}.gguf and so on.", count=f"{count:05}"),
        )
    if number != 0 or files[0] != path:
        raise ModelError(
            Said("{name} is not the first part of its model.", name=path.name),
            hint=Said("Choose {name}.", name=files[0].name),
        )
    absent = missing(path)
    if absent:
        raise ModelError(
            Said(
                "{absent} of {count} parts of this model are not there: {names}.",
                absent=len(absent),
                count=count,
                names=", ".join(absent[:3]),
            ),
            hint=Said("Put them into the same folder as {name}.", name=path.name),
        )
    return files[1:]
