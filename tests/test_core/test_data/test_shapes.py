"""Tables in the many shapes in which people save them: headers or none, titles, remarks, JSON that is hardly JSON."""

import bz2
import gzip
import io
import json
import lzma
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from core.data import ReadOptions, Table, read_table, suggest_mapping
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]
_GOOD = [("a fine film", "good"), ("a dull film", "bad"), ("what a film", "good"), ("no film at all", "bad")]
_ROWS = "".join(f"{text},{label}\n" for text, label in _GOOD)


def _cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize(
    ("content", "headless"),
    [
        ("text,label\n" + _ROWS, False),
        (_ROWS, True),
        ("words,verdict\n" + _ROWS, False),
        ("".join(f"line {n} of it,{n % 2}\n" for n in range(30)), True),
        ("sentence\tscore\n" + "".join(f"line {n}\t{n % 2}\n" for n in range(30)), False),
        ("1,2\n3,4\n5,6\n", True),
        ("".join(f"Where is number {n}?\tIt is at place {n}.\n" for n in range(20)), True),
        ("Zeitstempel,Wie fanden Sie es?\n" + "".join(f"{n}.1.2026,ganz gut\n" for n in range(1, 20)), False),
        ("Name,2023,2024\n" + "".join(f"x{n},{n},{n + 1}\n" for n in range(20)), False),
        ("".join(f"__label__{'ab'[n % 2]} text {n}\n" for n in range(9)), False),
        ("positive\tthe best\nnegative\tthe worst\npositive\ta good one\nnegative\ta bad one\n" * 3, True),
    ],
)
def test_that_a_first_row_is_told_from_names_of_columns(write: Write, content: str, headless: bool) -> None:
    table = read_table(write("a.csv", content))
    assert table.headless is headless
    lines = content.count("\n") - (0 if headless or content.startswith("__label__") else 1)
    assert len(table.rows) == lines
    assert not headless or "column_1" in " ".join(table.notes)


def test_that_a_person_has_the_last_word_on_the_header(write: Write) -> None:
    path = write("a.csv", "text,label\n" + _ROWS)
    assert len(read_table(path, ReadOptions(header=False)).rows) == 5
    assert read_table(write("b.csv", _ROWS), ReadOptions(header=True)).columns == _GOOD[0]
    third = read_table(path, ReadOptions(header_row=3))
    assert third.columns == _GOOD[1]
    assert len(third.rows) == 2
    with pytest.raises(DatasetError, match="Row 99 has no cells"):
        read_table(path, ReadOptions(header_row=99))


def test_that_without_names_a_label_is_found_at_either_end(write: Write) -> None:
    for name, order in (("a.tsv", 1), ("b.tsv", -1)):
        rows = ["\t".join((f"some longer text {n}", "xyz"[n % 3])[::order]) for n in range(12)]
        found = suggest_mapping(read_table(write(name, "\n".join(rows) + "\n")))
        assert (found.input, found.answer) == (("column_1", "column_2"), ("column_2", "column_1"))[order < 0]


def test_that_of_question_solution_and_number_the_solution_is_not_the_input(write: Write) -> None:
    rows = "".join(
        f"How much is {n} and {n}?\tWe add them, step by step, to get {2 * n}.\t{2 * n}\n" for n in range(12)
    )
    found = suggest_mapping(read_table(write("gsm.tsv", rows)))
    assert (found.input, found.answer) == ("column_1", "column_3")


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("sep=;\ntext;label\na;b\n", "names the delimiter"),
        ("# made by hand\n# second, with a comma\ntext,label\na,b\n", "remarks and left out: lines 1, 2"),
        ("Report\n\ntext,label\na,b\nc,d\n", "Row 1 stands above the table"),
        ('text, label\n"a, b", c\n"d, e", f\n', ""),
        ("'text','label'\n'a, it','b'\n", ""),
        ("| text | label |\n|---|:--:|\n| a \\| c | b |\n", "Markdown"),
        ("Some words.\n\ntext | label\n--- | ---\na | b\n\nMore words.\n", "Markdown"),
    ],
)
def test_that_relatives_of_csv_are_read(write: Write, content: str, note: str) -> None:
    table = read_table(write("a.csv", content))
    assert table.columns == ("text", "label")
    assert not table.errors
    assert len(table.rows[0].cells) == 2
    assert note in " ".join(table.notes)


def test_that_quotes_can_be_named_or_switched_off(write: Write) -> None:
    path = write("a.csv", "text,label\n^a, b^,c\n")
    assert _cells(read_table(path, ReadOptions(quote="^"))) == [("a, b", "c")]
    plain = read_table(write("b.csv", 'text;label\n"open;x\n'), ReadOptions(quote="none"))
    assert _cells(plain) == [('"open', "x")]


def test_that_fasttext_has_one_label_or_several(write: Write) -> None:
    one = read_table(write("a.txt", "__label__good a fine film\n__label__bad, dull\n"))
    assert _cells(one) == [("a fine film", "good"), ("dull", "bad")]
    several = read_table(
        write("b.txt", "__label__a __label__b text\n__label__a more\nbroken\n" + "__label__b x\n" * 20)
    )
    assert several.rows[0].cells == ("text", '["a","b"]')
    assert [error.row for error in several.errors] == [3]


_PAIR = ("text", "label")
_OBJECTS = [dict(zip(_PAIR, each, strict=True)) for each in _GOOD]


@pytest.mark.parametrize(
    "document",
    [
        _OBJECTS,
        {"rows": _OBJECTS},
        {"text": [text for text, _ in _GOOD], "label": [label for _, label in _GOOD]},
        {"columns": list(_PAIR), "index": [0, 1, 2, 3], "data": [list(each) for each in _GOOD]},
        {str(n): each for n, each in enumerate(_OBJECTS)},
        {name: {str(n): each[name] for n, each in enumerate(_OBJECTS)} for name in _PAIR},
        {"schema": {"fields": []}, "data": _OBJECTS},
        [list(_PAIR), *map(list, _GOOD)],
        {"metadata": {"n": 4}, "examples": {str(n): each for n, each in enumerate(_OBJECTS)}},
        {"features": [], "rows": [{"row_idx": n, "row": each} for n, each in enumerate(_OBJECTS)]},
    ],
)  # fmt: skip
def test_that_the_rows_of_a_json_document_are_found_whatever_its_shape(write: Write, document: object) -> None:
    for indent in (None, 1):
        table = read_table(write("a.json", json.dumps(document, indent=indent)))
        assert table.columns == _PAIR
        assert _cells(table) == _GOOD


def test_that_splits_and_headless_lists_within_a_document_are_kept(write: Write) -> None:
    by_name = {"train": _OBJECTS, "test": _OBJECTS[:1]}
    table = read_table(write("a.json", json.dumps(by_name)))
    assert [row.cells[-1] for row in table.rows] == ["train"] * 4 + ["test"]
    clinc = {part: [[f"say it {n}", "ab"[n % 2]] for n in range(9)] for part in ("val", "train", "test", "oos_test")}
    table = read_table(write("b.json", json.dumps(clinc)))
    found = suggest_mapping(table)
    assert (found.input, found.answer, found.split) == ("column_1", "column_2", "split")
    assert [row.cells[-1] for row in table.rows[::9]] == ["validation", "train", "test", "test"]


@pytest.mark.parametrize(
    ("name", "content", "rows", "errors"),
    [
        ("a.json", '[{"a": "1", "b": NaN}, /* x */ {"a": "2", "b": "y",},]', 2, []),
        ("a.json", '{"a": "1"}\n{\n "a": "2"\n}{"a": "3"}', 3, []),
        ("a.json", '[{"a": "1"}, {"a" "2"}, {"a": "3"}]', 2, [2]),
        ("a.json", '[{"a": "1"}, {"a": "2"', 1, [2]),
        ("a.jsonl", '{"a": "1"}\n{"a": Infinity}\n{"a": "http://x"}\n', 3, []),
        ("a.jsonl", "{'a': '1', 'b': None}\n{'a': 'it\\'s', 'b': True}\n", 2, []),
        ("a.jsonl", '{"a": "1", }\n{"a": "2"} // two\n', 2, []),
        ("a.jsonl", '{"a": "1"}\n' + '{"a": ' + "[" * 5000 + "]" * 5000 + "}\n", 1, [2]),
        ("a.json", '[{"a": "1"}, {"a": ' + "[" * 5000 + "]" * 5000 + "}]", 1, [2]),
        ("a.csv", '{"a": "1", "b": "x"}\n{"a": "2", "b": "y"}\n', 2, []),
        ("a.jsonl", '["a", "b"]\n["1", "2"]\n["3", "4"]\n', 2, []),
    ],
)
def test_that_a_fault_costs_at_most_its_row(
    write: Write, name: str, content: str, rows: int, errors: list[int]
) -> None:
    table = read_table(write(name, content))
    assert len(table.rows) == rows
    assert [error.row for error in table.errors] == errors
    assert table.columns[0] == "a"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd.compress])
def test_that_compressed_files_are_read_as_what_is_in_them(write: Write, pack: Callable[[bytes], bytes]) -> None:
    table = read_table(write("data.csv.gz", pack(b"text,label\na,b\n")))
    assert (table.name, _cells(table)) == ("data.csv.gz", [("a", "b")])


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd.compress])
def test_that_a_damaged_compressed_file_is_refused_with_a_sentence(
    write: Write, pack: Callable[[bytes], bytes]
) -> None:
    whole = pack("\n".join(f"text {n},{n * n}" for n in range(999)).encode())
    spoiled = whole[:12] + b"\xff" * 200
    for content in (whole[: len(whole) // 2], spoiled):
        with pytest.raises(DatasetError, match="compressed and cannot be unpacked"):
            read_table(write("a.bin", content))


def test_that_a_zip_of_one_table_is_read_and_one_of_several_named(write: Write) -> None:
    def packed(*names: str) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name in names:
                archive.writestr(name, "text,label\na,b\n")
        return made.getvalue()

    assert len(read_table(write("a.zip", packed("README", "__MACOSX/x.csv", "data/train.csv"))).rows) == 1
    with pytest.raises(DatasetError, match=r"holds 2 files: a\.csv, b\.csv"):
        read_table(write("b.zip", packed("a.csv", "b.csv")))
    with pytest.raises(DatasetError, match="a Word document"):
        read_table(write("c.docx", packed("[Content_Types].xml", "word/document.xml")))


def test_that_a_bomb_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.data.packed.LARGEST_FILE", 2**20)
    with pytest.raises(DatasetError, match="unfolds to more than"):
        read_table(write("a.csv.gz", gzip.compress(b"x" * 2**22)))


@pytest.mark.parametrize(
    ("head", "what"),
    [(b"ARROW1\0\0", "an Arrow file"), (b"\x93NUMPY", "NumPy"), (b"\x80\x04\x95", "pickle"), (b"\x89PNG", "image")],
)  # fmt: skip
def test_that_what_cannot_be_read_is_refused_by_its_name(write: Write, head: bytes, what: str) -> None:
    with pytest.raises(DatasetError, match=what):
        read_table(write("a.bin", head + b"rest"))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1255", "המלון היה נקי והצוות נחמד מאוד אבל רחוק מן הים. שלום לכולם,טוב\n"),
        ("iso2022_jp", "部屋は静かで、とても快適でした,良い\n"),
        ("iso8859_2", "Pokój był świetny a śniadanie też. Żółta łąka,dobry\n"),
        ("cp1250", "Pokój był świetny a śniadanie też. Żółta łąka,dobry\n"),
        ("cp850", "une idée très naïve au café de la forêt,good\n"),
        ("mac_roman", "une idée très naïve au café de la forêt,good\n"),
        ("cp1252", "it’s a “naïve” idée – but très bien,good\n"),
        ("cp1251", "Номер был чистым и тихим но объявление очень плохое,плохо\n"),
    ],
)
def test_that_older_encodings_are_told_apart_or_can_be_named(write: Write, encoding: str, text: str) -> None:
    path = write("a.csv", ("text,label\n" + text * 20).encode(encoding))
    table = read_table(path)
    assert table.rows[0].cells == tuple(text.strip().split(","))
    assert table.encoding_guessed
    named = read_table(path, ReadOptions(encoding=encoding))
    assert ",".join(named.rows[0].cells) == text.strip()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: &x [1]\nb: *x\n", "aliases"),
        ("tests: file://cases.csv\nprompts: [a]\n", "takes its tests from “file://cases.csv”"),
        ("a: 1\n", "no list of rows"),
        ("- [\n", "not valid YAML"),
    ],
)
def test_that_yaml_without_rows_is_refused_with_a_sentence(write: Write, text: str, sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        read_table(write("a.yaml", text))
