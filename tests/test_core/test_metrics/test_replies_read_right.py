"""Replies of every kind that people have seen misread, and what each is worth (`resources/cases/replies.jsonl`)."""

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from core import paths
from core.bench.reply_cases import ReplyCase, read_cases
from core.data.tasks import open_sealed_test, read_task
from core.domain.example import Example
from core.domain.label_sets import labels_in, written_labels
from core.domain.task import AnswerContract, AnswerKind, Task
from core.metrics import aggregate, extract, judge

_CASES = read_cases(paths.resources() / "cases" / "replies.jsonl")
_PIECES = (
    "`", "*", "_", ">", "#", "-", "1.", "Answer:", "the result is ", "\n", "x", "5", ",", " ", "{", "}", "[", "]", '"',
    "\\boxed{", "<think>", "</think>", "<answer>", "B", "不是",
)  # fmt: skip
_TAGS = ("billing", "login", "slow", "a, b")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.case}-{case.line}")
def test_that_a_reply_is_worth_what_a_person_would_give(case: ReplyCase) -> None:
    verdict = case.verdict()
    assert verdict.score == pytest.approx(case.score, abs=1e-3), f"{case.reply!r} was read as {verdict.extracted!r}"


@pytest.mark.parametrize("folder", paths.sample_tasks(), ids=lambda folder: folder.name)
def test_that_the_accepted_answer_of_any_row_of_a_sample_scores_one(folder: Path) -> None:
    task = read_task(folder).task
    rows = (*task.train, *task.validation, *open_sealed_test(folder))
    assert all(judge(answer, row, task).score == 1 for row in rows for answer in row.answers)


@settings(deadline=None, max_examples=300)
@given(
    answer=st.one_of(
        st.text(min_size=1, max_size=40),
        st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join),
    ),
    kind=st.sampled_from(list(AnswerKind)),
    others=st.lists(st.text(max_size=5), max_size=3),
    question=st.sampled_from(["", "Wie viel ist das?", "Which?\n(A) x\n(B) y", "Complete: [ ("]),
)  # fmt: skip
def test_that_the_accepted_answer_itself_scores_one_whatever_it_is(
    answer: str, kind: AnswerKind, others: list[str], question: str
) -> None:
    if not answer.strip():
        return
    labels = tuple(dict.fromkeys(each.strip() for each in (answer, *others) if each.strip()))
    if kind is AnswerKind.LABELS:
        labels = tuple(dict.fromkeys((*labels_in(answer), *labels)))
    labelled = kind in {AnswerKind.LABEL, AnswerKind.LABELS}
    contract = AnswerContract(kind, labels if labelled else ())
    row = Example(3, question, (answer,))
    assert judge(answer, row, Task("t", (), (row,), contract=contract)).score == 1


@given(st.lists(st.sampled_from(_TAGS), unique=True))
def test_that_a_set_of_labels_is_written_and_read_back(labels: list[str]) -> None:
    assert labels_in(written_labels(labels)) == tuple(labels)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sets(st.sampled_from(_TAGS)), st.sets(st.sampled_from(_TAGS))), min_size=1, max_size=20))
def test_that_macro_f1_of_sets_is_that_of_sklearn(
    pairs: list[tuple[set[str], set[str]]],
) -> None:
    contract = AnswerContract(AnswerKind.LABELS, _TAGS)
    task = Task("t", (), (), metric="macro_f1", contract=contract)
    rows = [Example(i, str(i), (written_labels(sorted(wanted)),)) for i, (wanted, _) in enumerate(pairs)]
    replies = [written_labels(sorted(given_)) for _, given_ in pairs]
    verdicts = [judge(reply, row, task) for reply, row in zip(replies, rows, strict=True)]
    occurring = [tag for tag in _TAGS if any(tag in side for pair in pairs for side in pair)]
    if not occurring:
        return
    truth, said = (np.array([[tag in pair[side] for tag in occurring] for pair in pairs]) for side in (0, 1))
    expected = np.mean([f1_score(truth[:, i], said[:, i], zero_division=0) for i in range(len(occurring))])
    assert aggregate(verdicts, rows, task) == pytest.approx(expected)


@pytest.mark.parametrize("kind", list(AnswerKind))
@pytest.mark.parametrize(
    "piece",
    ["<answer>", "{", "[", '{"a":', "\\boxed{", "Question: ", "\nInput: x\n", "the result is ", "although ", "不是",
     "正面",
     "**a**",
     "`", "1 000 ",
     "1.", "a is correct ", "overall ", "一", "[[ ## answer ## ]]", "? No. ", " wait, no ", "<x>a</x>", "<x>",
     "a: true\n",
     "★", "x and ", "\n\nwhat?"],
)  # fmt: skip
def test_that_reading_a_hostile_reply_takes_time_linear_in_it(kind: AnswerKind, piece: str) -> None:
    labels = ("正面", "positive") if kind in {AnswerKind.LABEL, AnswerKind.LABELS} else ()
    started = time.process_time()
    extract(piece * (20_000 // len(piece)), AnswerContract(kind, labels), "q\n(A) x\n(B) y", ("z",))
    assert time.process_time() - started < 2
