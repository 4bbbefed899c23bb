"""Encodings: found, guessed and said to be guessed, mixed; and what is no text."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import ReadOptions, read_table
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]

_FRENCH = "text,label\nle café est fermé,déjà\nça va très bien,à côté\n"
_CHINESE = "文本,标签\n我非常喜欢这个手机,正面\n屏幕很差不推荐购买,负面\n今天天气很好我们去公园吧,正面\n"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (_FRENCH.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + _FRENCH.encode(), "utf-8", False),
        (_FRENCH.encode("utf-16"), "utf-16", False),
        (b"\xfe\xff" + _FRENCH.encode("utf-16-be"), "utf-16", False),
        (_FRENCH.encode("utf-32"), "utf-32", False),
        (_FRENCH.encode("utf-16-le"), "utf-16-le", True),
        (_FRENCH.encode("cp1252"), "cp1252", True),
    ],
)
def test_that_the_encoding_is_found_and_a_guess_is_called_one(
    write: Write, data: bytes, encoding: str, *, guessed: bool
) -> None:
    table = read_table(write("a.csv", data))
    assert (table.encoding, table.encoding_guessed) == (encoding, guessed)
    assert table.columns == ("text", "label")
    assert table.rows[0].cells == ("le café est fermé", "déjà")
    assert any("guess" in note for note in table.notes) == guessed


def test_that_chinese_in_gb18030_is_read(write: Write) -> None:
    table = read_table(write("a.csv", _CHINESE.encode("gb18030")))
    assert table.rows[0].cells == ("我非常喜欢这个手机", "正面")
    assert table.encoding_guessed


def test_that_a_few_damaged_lines_of_a_utf8_file_are_named_and_the_rest_is_read(write: Write) -> None:
    table = read_table(write("a.csv", _FRENCH.encode() + "déjà,c\n".encode("cp1252") + b"plain,d\n"))
    assert table.encoding == "utf-8"
    assert [row.number for row in table.rows] == [2, 3, 5]
    assert str(table.errors[0]) == "Row 4: contains the byte 0xE9, which is not valid in the file's encoding."


def test_that_lines_of_utf8_in_a_file_of_another_encoding_are_named(write: Write) -> None:
    table = read_table(write("a.csv", _FRENCH.encode("cp1252") + "été,c\n".encode()))
    assert table.encoding == "cp1252"
    assert [str(error) for error in table.errors] == [
        "Row 4: is written in UTF-8, while other rows of the file are in cp1252."
    ]


def test_that_a_damaged_line_of_jsonl_is_named(write: Write) -> None:
    table = read_table(write("a.jsonl", '{"a": "é"}\n'.encode() + b'{"a": "\xe9"}\n'))
    assert [error.row for error in table.errors] == [2]
    assert "0xE9" in table.errors[0].message


def test_that_utf16_cut_in_the_middle_of_a_character_is_refused_naming_the_place(write: Write) -> None:
    with pytest.raises(DatasetError, match=r"is not valid UTF-16 near byte \d+"):
        read_table(write("a.csv", _FRENCH.encode("utf-16")[:-1]))


def test_that_a_given_encoding_is_used_and_an_unknown_one_refused(write: Write) -> None:
    path = write("a.csv", _FRENCH.encode("cp1252"))
    assert read_table(path, ReadOptions(encoding="latin-1")).rows[0].cells[0] == "le café est fermé"
    with pytest.raises(DatasetError, match="There is no encoding “utf9”"):
        read_table(path, ReadOptions(encoding="utf9"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04rest", "not a workbook that can be read"),
        (b"PAR1rest", "cannot be read as Parquet"),
        (b"GGUFrest", "a model, not data"),
        (b"\x1f\x8brest", "compressed"),
    ],
)
def test_that_a_file_that_is_no_text_is_refused_by_what_it_is(write: Write, data: bytes, sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        read_table(write("a.csv", data))


def test_that_a_missing_file_and_a_folder_are_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"There is no file a\.csv"):
        read_table(tmp_path / "a.csv")
    with pytest.raises(DatasetError, match="is a folder, not a file"):
        read_table(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_that_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(DatasetError, match="is a device, not a file"):
        read_table(tmp_path / "pipe.csv")


def test_that_a_closed_file_is_refused_with_a_sentence(write: Write) -> None:
    path = write("a.csv", "a,b\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(DatasetError, match="cannot be read: permission denied"):
        read_table(path)
