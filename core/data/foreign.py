"""Text files that are no table: refused by their name, with what to do."""

import re
from collections.abc import Sequence
from pathlib import Path

from core.errors import DatasetError
from core.said import Said

_BY_BEGINNING = (
    (re.compile(r"<!doctype html|<html|<table|<body", re.IGNORECASE), "an HTML page",
     "Copy its table into a spreadsheet and save it as CSV."),
    (re.compile(r"<\?xml|<[A-Za-z][\w:-]*(?:[ \t][^<>]*)?>", re.IGNORECASE), "an XML file",
     "Export it as CSV, JSON or JSONL."),
    (re.compile(r"(?:insert into|create table|drop table|begin transaction|set names)\b", re.IGNORECASE),
     "a script in SQL", "Run it in a database and export the table as CSV."),
    (re.compile(r"\{\\rtf"), "an RTF document", "Save its table as CSV."),
    (re.compile(r"%!PS"), "a PostScript document", "Save its table as CSV."),
)  # fmt: skip
_XML = frozenset({".xml", ".html", ".htm", ".xhtml"})
_TAGGED = re.compile(r"\S+(?:[ \t]+\S+){0,4}[ \t]+(?:O|[BIESLU]-[\w.-]+)")
_FEATURES = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[ \t]+\d+:[-+.\deE]+)+[ \t]*(?:#.*)?")
_PATCH = re.compile(r"(?:diff --git |--- a/|Index: )")
_SAMPLE = 200


def refuse_foreign(path: Path, first: str, lines: Sequence[str]) -> None:
    """Raise `DatasetError` for a page, a script, tagged tokens or rows of features: none has an input and an answer a
    row. `first` is the first line that is not blank."""
    for pattern, what, hint in _BY_BEGINNING:
        if pattern.match(first) and (what != "an XML file" or path.suffix.lower() in _XML or first.startswith("<?xml")):
            raise DatasetError(Said("{name} is {what}, not a table.", name=path.name, what=what), hint=hint)
    shown = [line.strip() for line in lines[:_SAMPLE] if line.strip() and not line.startswith(("#", "-DOCSTART-"))]
    if len(shown) < 4:
        return
    blank = sum(not line.strip() for line in lines[:_SAMPLE])
    if blank and sum(_TAGGED.fullmatch(line) is not None for line in shown) >= 0.95 * len(shown):
        raise DatasetError(
            Said(
                "{name} has tagged tokens, one a line, as CoNLL's files do: no row has an input and an answer.",
                name=path.name,
            ),
            hint="Write each sentence as a row, with the answer that a model should give, as CSV or JSONL.",
        )
    if all(map(_FEATURES.fullmatch, shown)):
        raise DatasetError(
            Said("{name} has rows of numbered features, as LIBSVM's files do, and no text.", name=path.name),
            hint="Use the texts that the features were made of.",
        )
    if _PATCH.match(first):
        raise DatasetError(Said("{name} is a patch, not a table.", name=path.name), hint="Name a file with rows.")
