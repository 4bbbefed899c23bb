"""Files that are nearly JSON or have rare delimiters, and lists of texts, through `read_table`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import read_table, suggest_mapping

Write = Callable[[str, str | bytes], Path]

_ROWS = [(f"Lamp {n} is {'fine, thanks' if n % 2 else 'broken'}", "good" if n % 2 else "bad") for n in range(14)]
_TEXTS, _LABELS = [text for text, _ in _ROWS], [label for _, label in _ROWS]
_JSON5 = (
    "// by hand\n[\n" + "".join(f"  {{text: '{a}', 'label': \"{b}\", /* x */ n: 0x1F,}},\n" for a, b in _ROWS) + "]"
)
_LOOSE_LINES = "// by hand\n" + "".join(f"{{text: '{a}', label: '{b}'}} // x\n" for a, b in _ROWS)
_BY_LABEL = {label: [text for text, of in _ROWS if of == label] for label in ("bad", "good")}


def _parted(by: str, head: str = "text{}label\n") -> str:
    return head.format(by) + "".join(f"{text}{by}{label}\n" for text, label in _ROWS)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", _parted("~"), ""),
        ("a.txt", _parted("^"), ""),
        ("a.txt", _parted("\x01"), ""),
        ("a.dat", _parted("::"), "parted by “::”"),
        ("a.txt", _parted(" ||| "), "parted by “|||”"),
        ("a.txt", _parted("||"), "parted by “||”"),
        ("a.json", _JSON5, "is JSON5"),
        ("a.json5", _JSON5, "is JSON5"),
        ("a.json", "{data: " + _JSON5.partition("\n")[2] + "}", "is JSON5"),
        ("a.jsonl", _LOOSE_LINES, "1 line is a remark"),
        ("a.json", json.dumps(_BY_LABEL), "texts by their label: bad, good"),
        ("a.json", json.dumps({"text": _TEXTS, "label": _LABELS}), "one by one"),
        ("a.json", json.dumps([_TEXTS, _LABELS]), "without names"),
    ],
)
def test_that_what_is_nearly_a_table_is_read_and_how_is_said(write: Write, name: str, content: str, said: str) -> None:
    table = read_table(write(name, content))
    found = {(row.cells[0], row.cells[1]) for row in table.rows}
    assert found == set(_ROWS)
    assert suggest_mapping(table).answers == (table.columns[1],)
    assert said in " ".join(table.notes)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'it\\'s'", "it's"), ("'say \"so\"'", 'say "so"'), ("'a\\\nb'", "ab"), (".5", "0.5"), ("+1", "1"),
        ("5.", "5.0"), ("-0x10", "-16"), ("'http://x'", "http://x"), ('"{a: 1}"', "{a: 1}"), ("'true: x'", "true: x"),
        ("true", "true"),
    ],
)  # fmt: skip
def test_that_a_value_of_json5_is_what_its_standard_says(write: Write, written: str, value: str) -> None:
    table = read_table(write("a.json", f"[{{q: {written}, a: 'x'}}]"))
    assert table.rows[0].cells == (value, "x")


@pytest.mark.parametrize("text", ["see http://x.y/~{n} a", "2^{n} is a power", "a::b{n}: c::d", "x || y {n}"])
def test_that_a_single_column_of_texts_with_such_marks_stays_one(write: Write, text: str) -> None:
    lines = [text.replace("{n}", str(n)) if n % 3 else f"plain text {n}" for n in range(20)]
    assert len(read_table(write("a.txt", "text\n" + "\n".join(lines) + "\n")).columns) == 1


def test_that_translations_of_equal_length_are_columns_and_no_labels(write: Write) -> None:
    table = read_table(write("a.json", json.dumps({"en": _TEXTS, "de": [text.upper() for text in _TEXTS]})))
    assert table.columns == ("en", "de")
