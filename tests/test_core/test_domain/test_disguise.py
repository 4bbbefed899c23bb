"""Rows in the dress of the web, with accents or in letters of other scripts are the rows that a reader sees."""

import time

import pytest

from core.domain.disguise import undressed
from core.domain.example import Example
from core.domain.sameness import marks

TEMPLATE = "{{input}}"
BARE = "Does the river take the old town's roof & storm?"


@pytest.mark.parametrize(
    "dressed",
    [
        "Does the river take the old town&#39;s roof &amp; storm?",
        "<p>Does the <b>river</b> take the old town's roof & storm?</p>",
        "D\u043e\u0435s th\u0435 riv\u0435r t\u0430k\u0435 th\u0435 \u043eld t\u043ewn's r\u043e\u043ef & st\u043erm?",
        "D\u03bfes the river take the \u03bfld t\u03bfwn's r\u03bf\u03bff & st\u03bfrm?",
        "Döes thé rivér take the ôld town's roof & stórm?",
        "Do\u0301\u0302es the river take the old town's roof & storm?",
        "\\u0044oes the river take the old town's roof \\u0026 storm?",
        "DOES THE RIVER TAKE THE OLD TOWN’S ROOF &amp; STORM。",
    ],
)
def test_that_a_row_in_disguise_shares_a_mark_with_the_bare_one(dressed: str) -> None:
    (bare,), (worn,) = marks([Example(0, BARE, ("yes",))], TEMPLATE), marks([Example(3, dressed, ("yes",))], TEMPLATE)
    assert bare & worn


def test_that_an_answer_in_disguise_makes_no_other_row() -> None:
    (bare,), (worn,) = (
        marks([Example(0, "which one?", (answer,))], TEMPLATE) for answer in ("cafe & bar", "café &amp; bar")
    )
    assert bare & worn


@pytest.mark.parametrize(
    ("one", "other"), [("a < 3", "a > 3"), ("x <4> y", "x <5> y"), ("1 &lt; 2", "1 &gt; 2"), ("мир", "мор")]
)
def test_that_rows_that_differ_to_a_reader_share_nothing(one: str, other: str) -> None:
    (first,), (second,) = (marks([Example(0, text, ("yes",))], TEMPLATE) for text in (one, other))
    assert not first & second


def test_that_what_earlier_versions_noted_of_a_row_with_accents_is_still_found() -> None:
    """The marks from before accents were looked through: an old ledger goes on protecting its rows."""
    from core.domain.sameness import _marks

    row = Example(0, "Die Straße führt über die Brücke", ("ja",))
    assert _marks([row], TEMPLATE)[0] <= marks([row], TEMPLATE)[0]


@pytest.mark.parametrize("text", ["<" * 200_000, "<a" * 100_000, "&" * 200_000, "\\u" * 100_000, "e\u0301" * 100_000])
def test_that_no_text_takes_long_to_undress(text: str) -> None:
    began = time.process_time()
    undressed(text)
    assert time.process_time() - began < 5
