"""CSV, TSV and relatives, good and bad, through `read_table`."""

import contextlib
import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.data import ReadOptions, read_table
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]


def _cells(path: Path, delimiter: str = "") -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(path, ReadOptions(delimiter=delimiter)).rows]


@pytest.mark.parametrize(
    ("name", "text", "delimiter"),
    [
        ("a.csv", 'text,label\n"Hello, you",x\nb,y\n', ","),
        ("a.csv", 'text;label\n"Hallo, Welt";x\n1,5 Euro;y\n', ";"),
        ("a.tsv", "text\tlabel\nHello, you\tx\nb, c, d\ty\n", "\t"),
        ("a.csv", "text\tlabel\nHello, you\tx\nb\ty\n", "\t"),
        ("a.txt", "text|label\na, b|x\nc|y\n", "|"),
        ("a.csv", "text\nHello, you\nall; of | this\n", ""),
        ("a.csv", "text,label\n", None),
    ],
)
def test_that_the_delimiter_is_the_one_under_which_rows_fit_the_header(
    write: Write, name: str, text: str, delimiter: str | None
) -> None:
    path = write(name, text)
    if delimiter is None:
        with pytest.raises(DatasetError, match=r"has a header but no rows"):
            read_table(path)
    else:
        table = read_table(path)
        assert table.delimiter == delimiter
        assert not table.errors
        assert len(table.rows) == 2


def test_that_a_quoted_cell_of_several_lines_is_one_row_and_rows_count_as_in_a_spreadsheet(write: Write) -> None:
    table = read_table(write("a.csv", 'text,label\r\n"one\r\ntwo, ""three""\r\n",x\r\n\r\nb,y\r\n'))
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ('one\r\ntwo, "three"\r\n', "x")),
        (4, ("b", "y")),
    ]


def test_that_quotation_marks_in_a_tab_separated_file_can_be_plain_characters(write: Write) -> None:
    table = read_table(write("a.tsv", 'text\tlabel\n"Hi" he said\tx\n"open\ty\n'))
    assert [row.cells for row in table.rows] == [('"Hi" he said', "x"), ('"open', "y")]
    assert any("plain characters" in note for note in table.notes)


def test_that_a_quotation_mark_that_is_never_closed_costs_one_row(write: Write) -> None:
    table = read_table(write("a.csv", 'text,label\nok,a\n"never,b\n' + "fine,c\n" * 2000))
    assert len(table.rows) == 2001
    assert [str(error) for error in table.errors] == ["Row 3: has a quotation mark that is never closed."]


def test_that_a_quotation_mark_inside_a_quoted_cell_is_named(write: Write) -> None:
    table = read_table(write("a.csv", 'text,label\n"He said "hi" to me",a\nb,c\n'))
    assert [error.row for error in table.errors] == [2]
    assert "must be doubled" in table.errors[0].message


def test_that_a_file_full_of_stray_quotation_marks_is_refused(write: Write) -> None:
    path = write("a.csv", "text,label\n" + '"a" b,c\n' * 20_000)
    with pytest.raises(DatasetError, match="misplaced quotation marks"):
        read_table(path, ReadOptions(delimiter=";"))


def test_that_ragged_rows_are_named_and_empty_extra_cells_do_no_harm(write: Write) -> None:
    table = read_table(write("a.csv", "text,label\na,b\nc\nd,e,f\ng,h,,\n"))
    assert [row.cells for row in table.rows] == [("a", "b"), ("g", "h")]
    assert [str(error) for error in table.errors] == [
        "Row 3: has 1 cell instead of 2.",
        "Row 4: has 3 cells instead of 2.",
    ]


def test_that_a_duplicate_header_is_refused_naming_the_columns(write: Write) -> None:
    with pytest.raises(DatasetError, match=r"Row 1: the header has the column “text” 2 times \(columns 1 and 3\)"):
        read_table(write("a.csv", "text,label,text\na,b,c\n"))


def test_that_a_column_without_a_name_gets_one(write: Write) -> None:
    table = read_table(write("a.csv", ",text\n0,a\n"))
    assert table.columns == ("column_1", "text")
    assert table.notes == ("Column 1 has no name; it is called “column_1”.",)


@pytest.mark.parametrize(("content", "sentence"), [("", "is empty"), ("\n \n", "is empty"), ("a,b\n", "no rows")])
def test_that_a_file_without_rows_is_refused_with_a_sentence(write: Write, content: str, sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        read_table(write("a.csv", content))


def test_that_a_row_with_a_nul_byte_is_named(write: Write) -> None:
    table = read_table(write("a.csv", b"text,label\na\x00b,c\nd,e\n"))
    assert [error.row for error in table.errors] == [2]
    assert "NUL" in table.errors[0].message


def test_that_a_line_of_100_mb_is_skipped_and_named(write: Write) -> None:
    path = write("a.csv", b"text,label\nok,a\n" + b"x" * 100_000_000 + b",b\nfine,c\n")
    table = read_table(path)
    assert [row.number for row in table.rows] == [2, 4]
    assert "Row 3: is 100,000,003 characters long and was skipped" in str(table.errors[0])


def test_that_a_file_of_one_line_of_100_mb_is_refused_with_a_sentence(write: Write) -> None:
    with pytest.raises(DatasetError, match="the header is 100,000,000 characters long"):
        read_table(write("a.csv", b"x" * 100_000_000))


def test_that_the_csv_limit_of_the_process_is_left_as_it_was(write: Write) -> None:
    before = csv.field_size_limit()
    read_table(write("a.csv", "text,label\n" + "x" * 500_000 + ",b\n"))
    assert csv.field_size_limit() == before


def test_that_100_000_rows_are_read(write: Write) -> None:
    lines = (f'"Row {i}, with a comma and some words",{"abcde"[i % 5]}\n' for i in range(100_000))
    path = write("a.csv", "text,label\n" + "".join(lines))
    assert len(read_table(path).rows) == 100_000


@pytest.mark.parametrize("delimiter", ["", "\n", '"', '""'])
def test_that_an_impossible_delimiter_is_refused(write: Write, delimiter: str) -> None:
    path = write("a.csv", "text,label\na,b\n")
    if delimiter:
        with pytest.raises(DatasetError, match="cannot separate cells"):
            read_table(path, ReadOptions(delimiter=delimiter))
    else:
        assert _cells(path, delimiter=delimiter) == [("a", "b")]


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(rows=st.lists(st.tuples(_TEXT, _TEXT, st.sampled_from(["a", "b"])), min_size=2, max_size=8))
def test_that_what_the_csv_module_writes_is_read_back(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    path = tmp_path / "round.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([("first", "second", "label"), *rows])
    table = read_table(path, ReadOptions(delimiter=","))
    assert [row.cells for row in table.rows] == rows
    assert not table.errors


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.binary(max_size=200), name=st.sampled_from(["a.csv", "a.tsv", "a.jsonl", "a.json", "a"]))
def test_that_any_bytes_give_a_table_or_a_dataset_error(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with contextlib.suppress(DatasetError):
        table = read_table(path)
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
