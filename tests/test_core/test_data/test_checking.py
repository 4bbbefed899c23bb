"""`check`: everything that is wrong with a file, as plain values."""

from collections.abc import Callable
from pathlib import Path

from core.data import Mapping, check, label_set, majority_share, read_table, to_examples
from core.domain.example import Split
from core.domain.task import AnswerKind

Write = Callable[[str, str | bytes], Path]


def test_that_a_report_names_what_is_in_a_file_and_what_is_wrong_with_it(write: Write) -> None:
    text = (
        "review;label;split\n"
        "good film;pos;train\nbad film;neg;train\nGood  film;neg;test\nlong and winding film;pos;validation\n"
        "bad film;neg;test\n;pos;train\nragged\nnice; pos;train\n"
    )
    report = check(write("reviews.csv", text))
    assert (report.delimiter, report.encoding, report.format) == (";", "utf-8", "delimited")
    assert report.mapping == Mapping("review", "label", (), "split")
    assert report.kind is AnswerKind.LABEL
    assert report.labels == (("neg", 3), ("pos", 3))
    assert (report.rows, report.usable) == (8, 6)
    assert [error.row for error in report.errors] == [7, 8]
    assert report.duplicates == ((2, 4), (3, 6))
    assert [found.rows for found in report.contradictions] == [(2, 4)]
    assert {leak.rows for leak in report.leaks} == {
        ((Split.TRAIN, 2), (Split.TEST, 4)),
        ((Split.TRAIN, 3), (Split.TEST, 6)),
    }
    assert report.input_words is not None
    assert (report.input_words.shortest, report.input_words.median, report.input_words.longest) == (1, 2, 4)
    assert any("spaces at the ends" in note for note in report.notes)
    assert not report.clean


def test_that_a_clean_file_is_called_clean(write: Write) -> None:
    report = check(write("a.csv", "text,label\none,a\ntwo,b\nthree,a\nfour,b\n"))
    assert report.clean
    assert report.notes == ()


def test_that_a_file_of_one_column_is_reported_without_a_mapping(write: Write) -> None:
    report = check(write("a.csv", "text\none\ntwo\n"))
    assert report.mapping is None
    assert report.kind is None
    assert "only one column" in report.notes[0]


def test_that_the_majority_share_is_what_a_constant_reply_reaches(write: Write) -> None:
    found = to_examples(read_table(write("a.csv", "t,l\na,x\nb,x\nc,y\nd,x\n")), Mapping("t", "l"))
    assert majority_share(found.examples) == 0.75
    assert label_set(found.examples) == ("x", "y")
