"""What comes from files and models gives the terminal no orders, and a spreadsheet nothing to compute."""

import pytest

from core.cli.shown import shown
from core.metrics.json_answers import _fenced
from core.report.spreadsheet import as_csv


@pytest.mark.parametrize(
    "text", ["\x1b[2J", "\x9b31m", "\x07", "a\rb", "\u202egpj", "\u2066x", "\ud800", "\x7f", "\x00"]
)
def test_that_no_control_character_reaches_a_terminal(text: str) -> None:
    made = shown(f"before {text} after")
    assert made != f"before {text} after"
    assert all(letter.isprintable() for letter in made)


@pytest.mark.parametrize("text", ["plain", "zwei\nZeilen\tTab", "日本語 ☺ é", "👩‍👧", "नमस्ते"])
def test_that_texts_of_people_are_left_as_they_are(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-x", "'-x"),
        ("@sum", "'@sum"),
        ("\t=1", "'\t=1"),
        ("-3.5", "-3.5"),
        ("+2 %", "+2 %"),
    ],
)
def test_that_no_cell_is_a_formula(cell: str, kept: str) -> None:
    assert as_csv([["a", cell]]).strip("\n") == f"a,{kept}"


def test_that_fences_are_found_in_one_pass() -> None:
    assert list(_fenced("```json\n{}\n```\nx\n~~~\n[1]\n~~~")) == ["{}\n", "[1]\n"]
    assert list(_fenced("```json\n" * 20_000)) == []
