"""How a set of labels is written as one answer, in data files and in what is read from replies."""

import re
from collections.abc import Iterable

import msgspec

NONE = "none"
"""The empty set of labels, in words."""

_SEPARATOR = re.compile(r"[,;|\n，；、]")


def labels_in(answer: str) -> tuple[str, ...]:
    """The labels of an answer that names several, in its order, each once: a JSON list of texts, or names parted by
    commas, semicolons, bars or lines. "", "[]" and "none" are no labels. A label with a comma needs the JSON list."""
    text = answer.strip()
    if text.startswith("["):
        try:
            found = msgspec.json.decode(text, type=list[str])
        except (msgspec.DecodeError, UnicodeEncodeError):
            found = _SEPARATOR.split(text.strip("[]"))
    else:
        found = [] if text.casefold() == NONE else _SEPARATOR.split(text)
    return tuple(dict.fromkeys(label.strip() for label in found if label.strip()))


def written_labels(labels: Iterable[str]) -> str:
    """One way of writing for one set: by commas, as a JSON list if a label has a separator; "none" for no labels."""
    names = tuple(labels)
    if any(_SEPARATOR.search(name) or name.startswith("[") for name in names) or names == (NONE,):
        return msgspec.json.encode(names).decode()
    return ", ".join(names) or NONE
