"""Splits: repeatable, stratified, duplicates on one side, and in an order whose leading parts are fair."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data import Sizes, Splits, contradictions, duplicates, evaluation_order, leaks, split
from core.data.splitting import question
from core.domain.example import Example, Split
from core.errors import DatasetError


def _rows(labels: dict[str, int]) -> list[Example]:
    answers = [label for label, count in labels.items() for _ in range(count)]
    return [Example(i + 2, f"text number {i}", (answer,)) for i, answer in enumerate(answers)]


def _counts(examples: tuple[Example, ...]) -> Counter[str]:
    return Counter(example.answer for example in examples)


def test_that_sizes_are_exact_and_no_row_is_in_two_splits() -> None:
    splits = split(_rows({"a": 300, "b": 200}), Sizes(100, 150, 250))
    assert [len(splits.rows(each)) for each in Split] == [100, 150, 250]
    assert len({example.row for each in Split for example in splits.rows(each)}) == 500


def test_that_shares_and_rows_can_be_mixed_and_too_many_are_refused() -> None:
    splits = split(_rows({"a": 100}), Sizes(0.1, 20, 0.5))
    assert [len(splits.rows(each)) for each in Split] == [10, 20, 50]
    with pytest.raises(DatasetError, match="ask for 130 rows; there are 100"):
        split(_rows({"a": 100}), Sizes(50, 50, 30))
    with pytest.raises(DatasetError, match="number of rows, or a share"):
        split(_rows({"a": 100}), Sizes(-1, 50, 30))


def test_that_each_split_has_every_label_in_its_proportion() -> None:
    splits = split(_rows({"a": 700, "b": 250, "c": 50}), Sizes(100, 200, 400))
    for each, n in zip(Split, (100, 200, 400), strict=True):
        counts = _counts(splits.rows(each))
        for label, share in (("a", 0.7), ("b", 0.25), ("c", 0.05)):
            assert abs(counts[label] - share * n) <= 2


@settings(deadline=None, max_examples=60)
@given(
    labels=st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 60), min_size=2),
    leading=st.floats(0.05, 1.0),
)
def test_that_every_leading_part_is_a_fair_sample(labels: dict[str, int], leading: float) -> None:
    rows = _rows(labels)
    ordered = evaluation_order(rows)
    assert sorted(example.row for example in ordered) == [example.row for example in rows]
    if 2 * len(labels) > len(rows):
        return  # such answers are not labels
    n = round(leading * len(ordered))
    counts = _counts(ordered[:n])
    for label, count in labels.items():
        assert abs(counts[label] - count / len(rows) * n) <= 1 + len(labels) / 2


def test_that_rare_labels_do_not_all_stand_in_the_middle() -> None:
    labels = {"common": 900, **{f"rare {i}": 2 for i in range(40)}}
    first = _counts(evaluation_order(_rows(labels))[:245])
    assert 10 <= sum(count for label, count in first.items() if label != "common") <= 32


def test_that_neither_split_nor_order_depends_on_the_order_in_the_file() -> None:
    rows = _rows({"a": 60, "b": 40})
    shuffled = random.Random(1).sample(rows, len(rows))
    assert split(rows, Sizes(20, 30, 50), seed=3) == split(shuffled, Sizes(20, 30, 50), seed=3)
    assert evaluation_order(rows) == evaluation_order(shuffled)


def test_that_another_seed_gives_another_split_and_the_same_seed_the_same() -> None:
    rows = _rows({"a": 60, "b": 40})
    assert split(rows, seed=1) == split(rows, seed=1)
    assert split(rows, seed=1).test != split(rows, seed=2).test


@settings(deadline=None, max_examples=60)
@given(
    copies=st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["", " ", "\t"])), min_size=10, max_size=60),
    seed=st.integers(0, 9),
)
def test_that_rows_that_ask_the_same_are_on_one_side(copies: list[tuple[int, str]], seed: int) -> None:
    rows = [
        Example(i, f"Question{space} {n}".upper() if i % 2 else f"Question {n}", ("x",))
        for i, (n, space) in enumerate(copies)
    ]
    splits = split(rows, seed=seed)
    assert leaks(splits) == ()


def test_that_sameness_is_of_what_is_asked_not_of_the_input_alone() -> None:
    rows = [Example(i, "Is it true?", ("yes",), (("claim", f"claim {i}"),)) for i in range(10)]
    assert len(duplicates(rows)) == 1
    assert duplicates(rows, "{{claim}} {{input}}") == ()
    assert question(rows[3], "{{claim}} {{input}}") == "claim 3 is it true?"
    splits = split(rows, Sizes(3, 3, 4), template="{{claim}} {{input}}")
    assert [len(splits.rows(each)) for each in Split] == [3, 3, 4]


def test_that_contradictions_are_reported_and_a_common_answer_is_none() -> None:
    rows = [
        Example(2, "Same  thing", ("a",)),
        Example(3, "same thing", ("b",)),
        Example(4, "other", ("a", "b")),
        Example(5, "other", ("b",)),
    ]
    assert [(found.rows, found.answers) for found in contradictions(rows)] == [((2, 3), ("a", "b"))]


def test_that_leaks_between_given_splits_are_found() -> None:
    same = [Example(row, "Same", ("a",)) for row in (2, 3)]
    found = leaks(Splits((same[0],), (Example(4, "x", ("a",)),), (same[1],)))
    assert [leak.rows for leak in found] == [((Split.TRAIN, 2), (Split.TEST, 3))]
