"""Rows of a program become a table, whatever holds them, and what is none is refused with its number."""

import datetime as dt
import math
from collections import namedtuple
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from core.errors import DatasetError
from core.scripting.rows import table_of

EXPECTED = (("3", "yes"), ("4", ""))


class Polars:
    def to_dicts(self) -> list[dict[str, Any]]:
        return [{"n": 3, "a": "yes"}, {"n": 4, "a": None}]


class Pandas:
    def to_dict(self, orient: str = "dict") -> Any:
        assert orient == "records"
        return [{"n": np.int64(3), "a": "yes"}, {"n": np.int64(4), "a": math.nan}]


class Arrow:
    def to_pylist(self) -> list[dict[str, Any]]:
        return [{"n": 3, "a": "yes"}, {"n": 4, "a": None}]


@dataclass
class Record:
    n: int
    a: str


Named = namedtuple("Named", "n a")


@pytest.mark.parametrize(
    "data",
    [
        [{"n": 3, "a": "yes"}, {"n": 4, "a": ""}],
        ({"n": n, "a": a} for n, a in [(3, "yes"), (4, "")]),
        {"n": np.array([3, 4]), "a": ["yes", ""]},
        [Record(3, "yes"), Record(4, "")],
        [Named(3, "yes"), Named(4, "")],
        Polars(),
        Pandas(),
        Arrow(),
    ],
    ids=["dictionaries", "a generator", "columns", "dataclasses", "named tuples", "polars", "pandas", "arrow"],
)
def test_that_rows_of_every_kind_are_the_same_table(data: object) -> None:
    table = table_of(data)
    assert table.columns == ("n", "a")
    assert tuple(row.cells for row in table.rows) == EXPECTED


def test_that_pairs_are_inputs_and_answers_and_a_list_of_answers_stays_one() -> None:
    table = table_of([("Who?", ["Ada", "Ada L."]), ("When?", 1843)])
    assert table.columns == ("input", "answer")
    assert [row.cells[1] for row in table.rows] == ['["Ada","Ada L."]', "1843"]


def test_that_values_without_a_form_in_json_are_written_as_text() -> None:
    table = table_of([{"at": dt.date(2026, 5, 1), "share": np.float32(0.5), "who": object}])
    assert table.rows[0].cells[:2] == ("2026-05-01", "0.5")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "There are no rows"),
        ("not there", "holds no rows"),
        (7, "holds no rows"),
        ([{"a": 1}, "text"], "Row 2: it cannot be used: a str"),
        ([("a", "b", "c")], "Row 1: it cannot be used: a tuple of 3 values is no pair"),
        ({"a": [1, 2], "b": [1]}, "not of one length"),
        ({"a": "text"}, "is no column"),
    ],
)
def test_that_what_is_no_row_is_refused_in_a_sentence(data: object, said: str) -> None:
    with pytest.raises(DatasetError) as caught:
        table_of(data)
    assert said in caught.value.message
    assert caught.value.hint or "None of the" in caught.value.message
