"""Splits of new tasks: as the file says, never empty, nothing near or grouped on two sides, nothing sealed told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.data import Mapping, Row, Table, TaskPlan, create_task, split
from core.data.naming import checked_name
from core.data.task_file import AnswerSection, PromptSection
from core.domain.example import Example, Split
from core.domain.task import AnswerKind
from core.errors import TaskError, UsageError


def _table(rows: Sequence[tuple[str, ...]], *columns: str) -> Table:
    return Table("t.csv", columns, tuple(Row(place, cells) for place, cells in enumerate(rows, 2)))


def _with_split(names: list[str]) -> Table:
    return _table([(f"text {n}", "ab"[n % 2], name) for n, name in enumerate(names)], "text", "label", "part")


@pytest.mark.parametrize(
    ("names", "sizes", "note"),
    [
        (["train", "dev", "test"] * 8, (8, 8, 8), ""),
        (["Training", "val", "holdout"] * 8, (8, 8, 8), ""),
        (["train", "dev", "eval"] * 8, (8, 8, 8), ""),
        (["train", "eval", "test"] * 8, (8, 8, 8), ""),
        (["train"] * 20 + ["test"] * 10, (12, 8, 10), "no validation rows: 8 of its 20 train rows"),
        (["validation", "test"] * 10, (4, 6, 10), "no train rows: 4 of its 10 validation rows"),
        (["train"] * 20 + ["validation"] * 10, (12, 10, 8), "no test rows: 8 of its 20 train rows"),
    ],
)
def test_that_a_split_column_is_respected_and_a_missing_third_is_made(
    tmp_path: Path, names: list[str], sizes: tuple[int, int, int], note: str
) -> None:
    made = create_task(tmp_path / "t", _with_split(names), Mapping("text", "label", split="part"))
    assert tuple(len(made.splits.rows(each)) for each in Split) == sizes
    assert note in " ".join(made.notes)


def test_that_a_task_with_an_empty_split_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match=r"gives 24 test rows, and none for train and validation.*--split-column none"):
        create_task(tmp_path / "t", _with_split(["test"] * 24), Mapping("text", "label", split="part"))
    same = _table([("always this", "ab"[n % 2]) for n in range(40)], "text", "label")
    with pytest.raises(TaskError, match="40 usable rows that ask 1 different things are too few"):
        create_task(tmp_path / "t", same, Mapping("text", "label"))
    assert not (tmp_path / "t").exists()


def test_that_rows_are_told_apart_by_all_that_the_model_sees(tmp_path: Path) -> None:
    rows = [("Is it good?", f"review {n}", "ab"[n % 2]) for n in range(30)]
    plan = TaskPlan(prompt=PromptSection(seed="{{review}} {{question}}"))
    made = create_task(tmp_path / "t", _table(rows, "question", "review", "label"),
                       Mapping("question", "label", ("review",)), plan)  # fmt: skip
    assert sum(len(made.splits.rows(each)) for each in Split) == 30
    assert made.leaks == ()
    assert made.contradictions == ()


def test_that_near_duplicates_stay_on_one_side() -> None:
    texts = [
        text
        for n in range(30)
        for text in (f"Where is parcel {n}?", f"where is  parcel {n} !", f"Where is “parcel {n}”")
    ]
    rows = [Example(place, text, (str(place % 2),)) for place, text in enumerate(texts)]
    made = split(rows, seed=3)
    for each in Split:
        numbers = {example.row // 3 for example in made.rows(each)}
        assert len(made.rows(each)) == 3 * len(numbers)


def test_that_signs_that_change_a_question_do_not_make_it_the_same(tmp_path: Path) -> None:
    rows = [(f"{n} {sign} {n + 1}", "ab"[n % 2], part)
            for n in range(8) for sign, part in (("+", "train"), ("-", "dev"), ("*", "test"))]  # fmt: skip
    made = create_task(tmp_path / "t", _table(rows, "sum", "label", "part"), Mapping("sum", "label", split="part"))
    assert made.leaks == ()


def test_that_rows_of_a_group_stay_together_unless_there_are_too_few_groups(tmp_path: Path) -> None:
    rows = [(f"text {n}", "ab"[n % 2], f"doc {n // 4}", "all") for n in range(80)]
    table = _table(rows, "text", "label", "doc", "one")
    made = create_task(tmp_path / "a", table, Mapping("text", "label", group="doc"))
    sides = [{(example.row - 2) // 4 for example in made.splits.rows(each)} for each in Split]
    assert sum(map(len, sides)) == len(set.union(*sides))
    alone = create_task(tmp_path / "b", table, Mapping("text", "label", group="one"))
    assert "1 groups, too few" in alone.notes[0]


def test_that_groups_in_several_splits_of_a_file_are_told(tmp_path: Path) -> None:
    rows = [(f"text {n}", "ab"[n % 2], f"doc {n // 2}", ("train", "dev", "test")[n % 3]) for n in range(36)]
    table = _table(rows, "text", "label", "doc_id", "split")
    made = create_task(tmp_path / "t", table, Mapping("text", "label", split="split", group="doc_id"))
    assert "18 of 18 groups of the column “doc_id” have rows in several splits: “doc 0”" in made.notes[0]


def test_that_labels_that_tell_the_sealed_answers_are_refused(tmp_path: Path) -> None:
    rows = [(f"sort these {n}", f"word{n} other{n}") for n in range(60)]
    plan = TaskPlan(answer=AnswerSection(AnswerKind.LABEL, sorted(answer for _, answer in rows)))
    with pytest.raises(TaskError, match="the answers of 30 sealed rows"):
        create_task(tmp_path / "t", _table(rows, "text", "label"), Mapping("text", "label"), plan)
    assert not (tmp_path / "t").exists()


def test_that_a_prompt_that_quotes_sealed_rows_is_told(tmp_path: Path) -> None:
    rows = [(f"a text of some length that is number {n}", "ab"[n % 2]) for n in range(40)]
    plan = TaskPlan(prompt=PromptSection(seed=" ".join(text for text, _ in rows)))
    made = create_task(tmp_path / "t", _table(rows, "text", "label"), Mapping("text", "label"), plan)
    assert "The prompt holds sealed rows word for word" in made.notes[0]


def test_that_rows_no_split_holds_are_named(tmp_path: Path) -> None:
    rows = [(f"text {n}", "ab"[n % 2]) for n in range(2500)]
    made = create_task(tmp_path / "t", _table(rows, "text", "label"), Mapping("text", "label"))
    used = {example.row for each in Split for example in made.splits.rows(each)}
    assert sorted((*used, *made.unused)) == list(range(2, 2502))


@pytest.mark.parametrize(
    "name", ["../evil", "a/b", "a\\b", "/abs", "C:evil", "..", ".hidden", "con", "nul.txt", "", "x" * 200]
)
def test_that_a_task_s_name_never_leaves_the_workspace(name: str) -> None:
    with pytest.raises(UsageError):
        checked_name(name)


@pytest.mark.parametrize("name", ["mine", "Über uns 2", "情感"])
def test_that_ordinary_names_are_names(name: str) -> None:
    assert checked_name(f" {name} ") == name
