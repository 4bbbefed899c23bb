"""Whole JSON documents: where their rows are, whatever the shape, and of which split each is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from core.data.formats.base import as_fields, decoded
from core.data.kept_task import is_export, read_export
from core.data.nested_rows import text_of
from core.data.parts import split_of
from core.data.table import KeptTask
from core.domain.example import Split
from core.errors import DatasetError
from core.said import Said

Raw: TypeAlias = msgspec.Raw
_LISTS = ("examples", "data", "rows", "items", "samples", "questions", "instances", "records", "tests")
_NOT_A_LIST_OF_ROWS = frozenset({"messages", "input"})
_FEWEST_PAIRS = 12
_MOST_COLUMNS = 4
_LABELS = frozenset((
    "positive", "negative", "neutral", "pos", "neg", "spam", "ham", "yes", "no", "true", "false", "good", "bad",
    "toxic", "clean", "real", "fake", "entailment", "contradiction", "subjective",
    "objective", "relevant", "irrelevant",
))  # fmt: skip
_encoder = msgspec.json.Encoder(decimal_format="number")
_object = msgspec.json.Decoder(dict[str, msgspec.Raw])
_list = msgspec.json.Decoder(list[msgspec.Raw])


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """Rows of a document as JSON, each an object or a list of cells; `splits` names the split of each, or is empty.

    `labels` are the names of classes by column, for numbers that stand for them.
    """

    rows: Sequence[bytes]
    splits: Sequence[str] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    kept: KeptTask | None = None


def rows_of(data: bytes) -> FoundDocument:
    """The rows of a document. Raises `DatasetError` for one that holds none, and msgspec's errors for no JSON."""
    if data.startswith(b"["):
        return FoundDocument([bytes(raw) for raw in _list.decode(data)])
    fields = _object.decode(data)
    if is_export(fields):
        rows, kept, notes = read_export(data)
        return FoundDocument(rows, notes=notes, kept=kept)
    for shape in (_promptfoo_results, _squad, _by_split, _split_orientation, _by_label, _column_lists, _keyed):
        found = shape(fields)
        if found is not None:
            return found
    keyed = _pairs(fields)
    if keyed is not None:
        return keyed
    deeper = _only_object(fields)
    if deeper is not None:
        return rows_of(deeper)
    name, inner = _the_list(fields)
    if inner.startswith(b"{"):
        rows = [bytes(raw) for raw in _object.decode(inner).values()]
    else:
        rows = [bytes(raw) for raw in _list.decode(inner)]
    rows, classes = _with_class_names(_unwrapped(rows), fields)
    return FoundDocument(
        rows,
        notes=(
            *classes,
            Said("The rows are the list “{name}” of the file.", name=name),
        ),
    )


def _begins(value: Raw, with_: bytes) -> bool:
    return bytes(value).lstrip().startswith(with_)


def _promptfoo_results(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """What `promptfoo eval --output` writes: results, each with the test that it is of; a test counts once."""
    if not {"results", "config"} <= fields.keys() or not _begins(fields["results"], b"{"):
        return None
    inner = _object.decode(fields["results"])
    if "results" not in inner or not _begins(inner["results"], b"["):
        return None
    tests = [_object.decode(each).get("testCase") for each in _list.decode(inner["results"])]
    rows = dict.fromkeys(bytes(each) for each in tests if each is not None)
    return FoundDocument(list(rows), notes=("The rows are the tests of promptfoo's results.",)) if rows else None


def _by_split(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """`{"train": […], "test": […]}`; a part such as “oos_train” is the part of its last word."""
    if not fields or not all(_begins(value, b"[") for value in fields.values()):
        return None
    parts = {name: _part(name) for name in fields}
    if not all(parts.values()):
        return None
    rows: list[bytes] = []
    splits: list[str] = []
    for name, value in fields.items():
        found = [bytes(raw) for raw in _list.decode(value)]
        rows += found
        part = parts[name]
        assert part is not None
        splits += [part.value] * len(found)
    return FoundDocument(rows, splits, (Said("The file holds its splits: {fields}.", fields=", ".join(fields)),))


def _part(name: str) -> Split | None:
    return split_of(name, {}) or split_of(name.rpartition("_")[2], {})


def _split_orientation(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """`{"columns": […], "data": [[…], …]}`, as pandas writes it with orient="split"."""
    if not {"columns", "data"} <= fields.keys() or not _begins(fields["columns"], b"["):
        return None
    rows = [bytes(raw) for raw in _list.decode(fields["data"])]
    if not all(row.lstrip().startswith(b"[") for row in rows):
        return None
    names = tuple(map(str, msgspec.json.decode(fields["columns"], type=list[str | int])))
    return FoundDocument(rows, columns=names)


def _by_label(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """`{"positive": ["…", …], "negative": ["…", …]}`: texts by their label. Lists of equal length are columns, unless
    they are called as labels are."""
    if len(fields) < 2 or not all(_begins(value, b"[") for value in fields.values()):
        return None
    columns = {name: _list.decode(value) for name, value in fields.items()}
    texts = {name: [text_of(decoded(bytes(each))) for each in column] for name, column in columns.items()}
    if not all(column and all(column) for column in texts.values()):
        return None
    columns_of_texts = all(_begins(each, b'"') for column in columns.values() for each in column)
    same = len({len(column) for column in columns.values()}) == 1
    same = same and columns_of_texts
    if sum(map(len, columns.values())) < _FEWEST_PAIRS or (same and not all(map(_is_label, fields))):
        return None
    rows = [msgspec.json.encode({"text": text, "label": name}) for name, column in texts.items() for text in column]
    return FoundDocument(
        rows, notes=(Said("The file holds texts by their label: {fields}.", fields=", ".join(list(fields)[:8])),)
    )


def _is_label(name: str) -> bool:
    return name.casefold() in _LABELS or name.isdigit()


def turned(rows: Sequence[bytes]) -> list[bytes] | None:
    """Rows of a file that holds its columns as two to four long lists without names; `None` for any other."""
    if not 2 <= len(rows) <= _MOST_COLUMNS:
        return None
    columns = [_list.decode(row) for row in rows]
    if len({len(column) for column in columns}) != 1 or len(columns[0]) < _FEWEST_PAIRS:
        return None
    if any(_begins(each, b"[") or _begins(each, b"{") for column in columns for each in column):
        return None
    return [msgspec.json.encode(cells) for cells in zip(*columns, strict=True)]


def _column_lists(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """`{"text": […], "label": […]}`: lists of equal length that hold no objects."""
    if len(fields) < 2 or not all(_begins(value, b"[") for value in fields.values()):
        return None
    columns = [_list.decode(value) for value in fields.values()]
    if len({len(column) for column in columns}) != 1 or not columns[0]:
        return None
    if any(_begins(column[0], b"{") for column in columns):
        return None
    return FoundDocument(_zipped(tuple(fields), columns), notes=("The file holds its columns one by one.",))


def _zipped(names: Sequence[str], columns: Sequence[Sequence[Raw]]) -> list[bytes]:
    return [msgspec.json.encode(dict(zip(names, cells, strict=True))) for cells in zip(*columns, strict=True)]


def _keyed(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """An object of objects: rows by their number or key, or columns of which each holds its values by row."""
    if len(fields) < 2 or not all(_begins(value, b"{") for value in fields.values()):
        return None
    inner = [_object.decode(value) for value in fields.values()]
    keys = [tuple(each) for each in inner]
    if len(set(keys)) == 1 and len(keys[0]) > 1 and all(key.isdigit() for key in keys[0]) and not _digits(fields):
        columns = [list(each.values()) for each in inner]
        return FoundDocument(_zipped(tuple(fields), columns), notes=("The file holds its columns one by one.",))
    common = set(keys[0]).intersection(*keys[1:])
    if not common:
        return None
    return FoundDocument(
        [bytes(value) for value in fields.values()], notes=("The rows stand by their keys in the file.",)
    )


def _digits(fields: Mapping[str, Raw]) -> bool:
    return all(name.isdigit() for name in fields)


def _pairs(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """`{"text": "label", …}`: what is asked, with its answer."""
    if len(fields) < _FEWEST_PAIRS or not all(_begins(value, b'"') for value in fields.values()):
        return None
    rows = [msgspec.json.encode({"input": name, "answer": value}) for name, value in fields.items()]
    return FoundDocument(rows, notes=("The file holds inputs with their answers, one by one.",))


def _only_object(fields: Mapping[str, Raw]) -> bytes | None:
    """The object in which the rows are, where the file has them a level deeper: {"meta": …, "data": {"rows": […]}}."""
    if any(_holds(value, b"[", b"{[") for value in fields.values()):
        return None
    inner = [bytes(value) for value in fields.values() if _begins(value, b"{") and b"[" in bytes(value)]
    found = [value for value in inner if any(_holds(each, b"[", b"{[") for each in _object.decode(value).values())]
    return found[0] if len(found) == 1 else None


def _squad(fields: Mapping[str, Raw]) -> FoundDocument | None:
    """SQuAD as published: articles of paragraphs, each with its questions."""
    if "data" not in fields or b'"paragraphs"' not in bytes(fields["data"])[:4096] or not _begins(fields["data"], b"["):
        return None
    rows: list[bytes] = []
    for article in map(as_fields, _objects(decoded(bytes(fields["data"])))):
        for paragraph in map(as_fields, _objects(article.get("paragraphs"))):
            for asked in map(as_fields, _objects(paragraph.get("qas"))):
                texts = [as_fields(answer).get("text") for answer in _objects(asked.get("answers"))]
                row = {"id": asked.get("id"), "title": article.get("title"), "context": paragraph.get("context")}
                rows.append(msgspec.json.encode({**row, "question": asked.get("question"), "answers": {"text": texts}}))
    return FoundDocument(rows)


def _objects(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def _the_list(fields: Mapping[str, Raw]) -> tuple[str, bytes]:
    lists = [
        name for name, value in fields.items()
        if name not in _NOT_A_LIST_OF_ROWS and (_holds(value, b"[", b"{[]") or (name in _LISTS and _holds_keyed(value)))
    ]  # fmt: skip
    for name in (*_LISTS, *lists):
        if name in lists and (name in _LISTS or len(lists) == 1):
            return name, bytes(fields[name]).lstrip()
    raise DatasetError(
        "The file is one JSON object without a list of rows.",
        hint='Rows are expected as a list of objects, or as {"examples": [...]}.',
    )


def _holds(value: Raw, opening: bytes, inner: bytes) -> bool:
    data = bytes(value).lstrip()
    return data.startswith(opening) and data[1:].lstrip()[:1] in {bytes([sign]) for sign in inner}


def _holds_keyed(value: Raw) -> bool:
    if not _begins(value, b"{"):
        return False
    inner = _object.decode(value)
    return bool(inner) and all(_begins(each, b"{") for each in inner.values())


def _unwrapped(rows: list[bytes]) -> list[bytes]:
    """Rows of the Hugging Face dataset viewer: `{"row_idx": 0, "row": {…}, "truncated_cells": []}`."""
    if not rows or b'"row_idx"' not in rows[0]:
        return rows
    return [bytes(_object.decode(row).get("row", msgspec.Raw(row))) for row in rows]


def _with_class_names(rows: list[bytes], fields: Mapping[str, Raw]) -> tuple[list[bytes], tuple[str, ...]]:
    """Rows with the names of classes for their numbers, where the file says them as the datasets library does."""
    names = dict(_class_names(decoded(bytes(fields["features"])))) if "features" in fields else {}
    if not names:
        return rows, ()
    found: list[bytes] = []
    for row in rows:
        values = dict(as_fields(decoded(row)))
        for column, classes in names.items():
            value = values.get(column)
            if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(classes):
                values[column] = classes[value]
        found.append(_encoder.encode(values))
    return found, (Said("Numbers of classes are named as the file says: {names}.", names=", ".join(names)),)


def _class_names(features: object) -> Iterator[tuple[str, list[str]]]:
    listed = [(str(as_fields(each).get("name")), as_fields(each).get("type")) for each in _objects(features)]
    for column, kind in listed or as_fields(features).items():
        names = _objects(as_fields(kind).get("names"))
        if names and all(isinstance(name, str) for name in names):
            yield column, [str(name) for name in names]
