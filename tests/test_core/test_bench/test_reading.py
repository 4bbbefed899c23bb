"""The bench “reading” on a folder of cases that it has never seen."""

import json
from pathlib import Path

import msgspec
import pytest

from core.bench.reading import bench
from core.bench.reply_cases import read_case
from core.bench.table import BenchOptions
from core.errors import UsageError


def _found(folder: Path, *lines: object) -> dict[str, object]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / "replies.jsonl").write_text(text, "utf-8")
    result = bench(BenchOptions(cases=folder, say=lambda _: None))
    return {"rows": result.rows, **{bar.id: bar.value for bar in result.bars}}


_RIGHT = {"kind": "number", "accepted": ["7"], "reply": "It is 7."}


def test_that_a_misjudged_reply_is_a_row_that_says_what_was_read(tmp_path: Path) -> None:
    found = _found(tmp_path, _RIGHT, {"kind": "number", "accepted": ["7"], "reply": "8", "score": 1, "case": "mine"})
    assert found["replies_right"] == 50
    assert found["rows"] == [
        {
            "line": 2,
            "case": "mine",
            "reply": "8",
            "accepted": "7",
            "read as": "8",
            "score": 0.0,
            "right": 1.0,
            "why": "",
        }
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"kind": "song", "accepted": ["la"], "reply": "la"}, "no kind of answer “song”"),
        ({"kind": "text", "accepted": ["la"], "reply": "la", "metric": "beauty"}, "no metric “beauty”"),
        ({"kind": "text", "accepted": [], "reply": "la"}, "no accepted answer"),
        ({"kind": "text", "accepted": ["la"], "reply": "la", "metric": "rouge_l", "options": {"x": 1}}, "x"),
        ({"kind": "text", "accepted": ["la"], "labels": 5}, "no case"),
        ("{broken", "no case"),
        ("[1]", "no case"),
        ("[" * 5000, "no case"),
    ],
)
def test_that_a_case_that_cannot_be_judged_is_a_wrong_row_with_a_sentence(
    tmp_path: Path, line: object, why: str
) -> None:
    found = _found(tmp_path, _RIGHT, line)
    assert found["replies_right"] == 50
    rows = found["rows"]
    assert isinstance(rows, list)
    assert why in rows[0]["why"]


def test_that_the_products_own_cases_and_rows_are_all_right() -> None:
    result = bench(BenchOptions(say=lambda _: None))
    bars = {bar.id: bar for bar in result.bars}
    assert bars["replies_right"].ok, result.rows
    assert bars["own_answer"].ok, result.more["own answers"]


def test_that_a_folder_without_cases_is_refused_with_what_one_has(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There are no cases") as refused:
        bench(BenchOptions(cases=tmp_path, say=lambda _: None))
    assert "replies.jsonl" in refused.value.hint


@pytest.mark.parametrize(
    "line",
    [
        {"kind": "text", "accepted": "a", "reply": "a"},
        {"kind": "text", "answer": "a", "response": "a", "score": "1", "author": "me"},
        {"kind": "number", "accepted": [7], "reply": 7, "score": True},
        {"kind": "label", "labels": [0, 1], "accepted": [0], "reply": "0", "question": None},
        {"kind": "text", "accepted": ["a"], "reply": None, "score": 0},
    ],
)
def test_that_a_case_written_a_little_otherwise_is_read(line: dict[str, object]) -> None:
    case = read_case(msgspec.json.encode(line), 1)
    assert case.verdict().score == case.score
