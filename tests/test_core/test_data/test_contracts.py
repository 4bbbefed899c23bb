"""What the answers of rows look like."""

import pytest

from core.data import answer_of, guess_answer
from core.domain.example import Example
from core.domain.task import AnswerKind
from core.errors import UsageError


def _rows(answers: list[str], times: int = 6) -> list[Example]:
    return [Example(place, f"row {place}", (answer,)) for place, answer in enumerate(answers * times)]


@pytest.mark.parametrize(
    ("answers", "column", "kind"),
    [
        (["12", "3,400", "-7.5", "$ 9"], "answer", "number"),
        (["4", "17", "9", "12"], "label", "number"),
        (["0", "1"], "target", "label"),
        (["-1", "0", "1"], "x", "label"),
        (["1", "2", "3", "4", "5"], "stars", "label"),
        (["1", "2", "3", "4", "5"], "count", "number"),
        (["007", "07", "7"], "code", "label"),
        (["04109", "04229", "80331"], "zip", "label"),
        (["1.1", "1.10", "2.0"], "version", "label"),
        (["3_1", "3_2"], "cell", "label"),
        (["(A)", "(B)"], "answer", "choice"),
        (["yes", "no"], "answer", "label"),
        (['{"a": 1}', '{"a": 2}'], "answer", "text"),
        (['[{"a": 1}]', "[1, 2]"], "answer", "text"),
    ],
)
def test_that_the_kind_is_the_one_a_person_would_choose(answers: list[str], column: str, kind: str) -> None:
    assert guess_answer(_rows(answers), column=column).kind == kind


def test_that_codes_that_do_not_repeat_are_words_and_not_numbers() -> None:
    rows = [Example(place, "x", (f"0{1234 + place}",)) for place in range(40)]
    assert guess_answer(rows).kind is AnswerKind.SPAN


def test_that_a_set_of_labels_lists_each_label_once() -> None:
    found = guess_answer(_rows(["slow, login", "login", "none"]), multiple=True)
    assert (found.kind, found.labels) == (AnswerKind.LABELS, ["login", "slow"])


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_that_every_kind_can_be_chosen_for_rows_of_labels(kind: AnswerKind) -> None:
    made = answer_of(kind, _rows(["red", "green"]))
    assert made.kind is kind
    assert (made.labels == ["green", "red"]) == (kind in {AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE})


def test_that_answers_that_differ_from_row_to_row_are_refused_as_labels() -> None:
    with pytest.raises(UsageError, match="30 rows have 30 different answers"):
        answer_of(AnswerKind.LABEL, [Example(place, "x", (f"answer {place}",)) for place in range(30)])


@pytest.mark.parametrize(
    ("longest", "tokens"),
    [
        ("The artist was mentioned by the professor of law.", 64),
        ("A sentence of its own, and then another one that says more. " * 4, 176),
        ("他在去年的春天里从城市的北边搬到了南边的一座小房子里，每天早上都沿着河边散步。", 96),
        ("A page. " * 2000, 1024),
    ],
)
def test_that_a_reply_has_room_for_twice_the_longest_answer(longest: str, tokens: int) -> None:
    rows = [Example(place, f"row {place}", (f"{place} short words that are not many at all",)) for place in range(9)]
    found = guess_answer([*rows, Example(9, "row 9", (longest,))])
    assert (found.kind, found.max_tokens) == (AnswerKind.TEXT, tokens)
