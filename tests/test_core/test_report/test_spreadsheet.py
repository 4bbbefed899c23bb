"""A table as CSV is shown by a spreadsheet, and never run."""

import csv
import io

import pytest

from core.report.spreadsheet import as_csv, computed


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK(A1)", "- a list", "＝1", "=cmd|' /C calc'!A0"],
)
def test_that_a_cell_that_would_run_is_marked_as_text_and_counted(text: str) -> None:
    rows = [["prompt"], [text]]
    assert computed(rows) == 1
    assert _read(as_csv(rows))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["", "-0.5", "+3", "1e-3", "-.5", "plain", "a=b", "'quoted", 'say "hi", x\ny', "a\rb"])
def test_that_numbers_and_plain_texts_stay_as_they_are(text: str) -> None:
    rows = [[text, "x"]]
    assert computed(rows) == 0
    assert _read(as_csv(rows)) == rows
