"""What a window shows of a task's rows, and what it says is wrong with them."""

from pathlib import Path

import pytest

from core.data.looking import FileTrouble, PlacedExample, check_rows, divide_again, read_rows
from core.domain.example import Example, Split

TASK = '[answer]\nkind = "label"\n[data]\nfile = "data.csv"\nvariables = ["note"]\nsplit = "split"\n'


@pytest.fixture
def task(tmp_path: Path) -> Path:
    rows = [
        ("What is up?", "yes", "train"),  # row 2
        ("Is it late?", "no", "train"),
        ("what is  UP?", "yes", "validation"),  # a leak of row 2
        ("Is it far?", "no", "validation"),
        ("Is it late?", "yes", "train"),  # contradicts row 3
        ("Is it far?", "no", "test"),  # sealed, leaks to row 5
        ("Is it new?", "yes", "train"),
        ("Is it new?", "yes", "train"),  # a duplicate of row 8
        ("Sealed twice?", "no", "test"),
        ("Sealed twice?", "no", "test"),
    ]
    folder = tmp_path / "task"
    folder.mkdir()
    (folder / "task.toml").write_text(TASK)
    lines = [f"{text},{answer},n{i},{split}" for i, (text, answer, split) in enumerate(rows)]
    (folder / "data.csv").write_text("\n".join(["input,answer,note,split", *lines]))
    return folder


def test_that_rows_come_in_the_file_s_order_and_sealed_ones_are_only_counted(task: Path) -> None:
    found = read_rows(task)
    assert [row.example.row for row in found.rows] == [2, 3, 4, 5, 6, 8, 9]
    assert (found.sealed, found.unused, found.variables, found.last) == (3, 0, ("note",), 11)
    assert "Sealed" not in repr(found)


def test_that_leaks_contradictions_and_duplicates_are_found_with_what_mends_them(task: Path) -> None:
    findings = {finding.rows: finding for finding in check_rows(task).findings}
    assert findings.keys() == {(2, 4), (3, 6), (5,), (8, 9)}
    assert findings[2, 4].trouble is FileTrouble.LEAK
    assert findings[2, 4].surplus == (2,), "the copy in the better guarded split stays"
    assert (findings[3, 6].trouble, findings[3, 6].surplus) == (FileTrouble.CONTRADICTION, ())
    assert set(findings[3, 6].answers) == {"no", "yes"}
    assert (findings[5,].sealed, findings[5,].surplus) == (1, (5,)), "the sealed copy stays"
    assert findings[8, 9].surplus == (9,)


def test_that_labels_and_lengths_are_counted_without_the_sealed_rows(task: Path) -> None:
    health = check_rows(task)
    assert health.labels == (("yes", 4, 1), ("no", 1, 1))
    assert sum(each.rows for each in health.input_words) == 7
    assert (health.input_words[0].low, health.input_words[-1].high) == (3, 3)


def test_that_one_huge_row_does_not_flatten_the_histogram(tmp_path: Path) -> None:
    (tmp_path / "task.toml").write_text('[data]\nfile = "data.csv"\n')
    rows = [f"{'word ' * (1 + i % 20)}{i},answer {i}" for i in range(300)] + ["long " * 5000 + ",x"]
    (tmp_path / "data.csv").write_text("\n".join(["input,answer", *rows]))
    bins = check_rows(tmp_path).input_words
    assert len(bins) >= 15
    assert bins[-1].high >= 21
    assert max(each.rows for each in bins) < 60


def test_that_dividing_again_keeps_every_row_and_the_share_asked_for() -> None:
    rows = [PlacedExample(Split.TRAIN, Example(i, f"question {i}", (str(i % 2),))) for i in range(1, 101)]
    made = divide_again(rows, 0.3, 1, "{{input}}")
    assert [row.example for row in made] == [row.example for row in rows]
    assert sum(row.split is Split.VALIDATION for row in made) == 30
    assert made == divide_again(rows, 0.3, 1, "{{input}}")
    assert made != divide_again(rows, 0.3, 2, "{{input}}")
