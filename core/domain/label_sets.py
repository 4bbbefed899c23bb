"""How a set of labels is written as one answer, in data files and in what is read from replies."""

import ast
import re
from collections.abc import Iterable

import msgspec

NONE = "none"
"""The empty set of labels, in words."""

_TEXT = r"'(?:[^'\\\n]|\\[\\'nt])*'|\"(?:[^\"\\\n]|\\[\\\"nt])*\""
_ITEM = re.compile(_TEXT)
_PRINTED = re.compile(rf"\[\s*(?:(?:{_TEXT})(?:\s*,\s*|\s+|(?=\])))++\]")
_LONGEST = 20_000
_SEPARATOR = re.compile(r"[,;|\n，；、]")


def labels_in(answer: str) -> tuple[str, ...]:
    """The labels of an answer that names several, in its order, each once: a JSON list of texts, or names parted by
    commas, semicolons, bars or lines. "", "[]" and "none" are no labels. A label with a comma needs the JSON list."""
    text = answer.strip()
    if text.startswith("["):
        listed = listed_texts(text)
        found = _SEPARATOR.split(text.strip("[]")) if listed is None else listed
    else:
        found = [] if text.casefold() == NONE else _SEPARATOR.split(text)
    return tuple(dict.fromkeys(label.strip() for label in found if label.strip()))


def listed_texts(text: str) -> list[str] | None:
    """The texts of a list in JSON, or as Python and NumPy print it ("['a', 'b']"); `None` for anything else."""
    if not text.startswith("["):
        return None
    try:
        return msgspec.json.decode(text, type=list[str])
    except (msgspec.DecodeError, UnicodeEncodeError):
        if len(text) > _LONGEST or _PRINTED.fullmatch(text) is None:
            return None
    return [str(ast.literal_eval(item)) for item in _ITEM.findall(text)]


def written_labels(labels: Iterable[str]) -> str:
    """One way of writing for one set: by commas, as a JSON list if a label has a separator; "none" for no labels."""
    names = tuple(labels)
    if any(_SEPARATOR.search(name) or name.startswith("[") for name in names) or names == (NONE,):
        return msgspec.json.encode(names).decode()
    return ", ".join(names) or NONE
