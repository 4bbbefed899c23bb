"""When a reply has said its label: what may still change is waited for, what comes after is not written."""

import pytest

from core.domain.task import AnswerContract, AnswerKind
from core.metrics import LabelDecided, can_stop_at_label, extract

MOODS = AnswerContract(AnswerKind.LABEL, ("positive", "negative"))
CARDS = AnswerContract(AnswerKind.LABEL, ("card", "card arrival", "top-up"))


def words_written(reply: str, contract: AnswerContract, question: str = "") -> str:
    """The reply as far as it is written, a character at a time."""
    ending = LabelDecided(contract, question)
    return next((reply[:i] for i in range(1, len(reply) + 1) if ending.ended(reply[:i])), reply)


@pytest.mark.parametrize(
    ("reply", "written"),
    [
        ("positive\nThe text is", "positive\n"),
        ("Positive. The reviewer likes", "Positive. "),
        ("The sentiment of this text is negative. It says that", "The sentiment of this text is negative. "),
        ("Answer: **negative**\n\nExplanation", "Answer: **negative**\n"),
        ("Positive because the reviewer likes it and", "Positive because the r"),
        ("情感是 positive。因为", "情感是 positive。"),
    ],
)
def test_that_a_reply_ends_where_its_label_is_decided(reply: str, written: str) -> None:
    assert words_written(reply, MOODS) == written
    assert extract(written, MOODS) == extract(reply, MOODS)


@pytest.mark.parametrize(
    "reply",
    [
        "positive or negative? That is hard to say",
        "Positive or negative it must be one of the two",
        "The text speaks of a film. It does not say more",
        "I think that it is",
        "",
        "   \n\n",
    ],
)
def test_that_a_reply_goes_on_while_no_label_is_asserted(reply: str) -> None:
    assert words_written(reply, MOODS) == reply


def test_that_a_label_that_begins_another_is_waited_for() -> None:
    assert words_written("card arrival\nmore", CARDS) == "card arrival\n"
    assert extract(words_written("card arrival is the topic of this", CARDS), CARDS) == "card arrival"
    assert words_written("card", CARDS) == "card"


def test_that_a_label_with_a_stop_inside_is_not_cut() -> None:
    versions = AnswerContract(AnswerKind.LABEL, ("v1", "v1.2"))
    assert extract(words_written("v1.2\nis the one", versions), versions) == "v1.2"


def test_that_a_choice_ends_with_its_sentence_and_an_article_is_no_choice() -> None:
    letters = AnswerContract(AnswerKind.CHOICE, ("(A)", "(B)"))
    assert words_written("(B). As the text says", letters) == "(B). "
    assert words_written("A cat is on the mat and", letters) == "A cat is on the mat and"


def test_that_only_labels_and_choices_can_be_decided() -> None:
    assert can_stop_at_label(MOODS)
    assert can_stop_at_label(AnswerContract(AnswerKind.CHOICE))
    assert not can_stop_at_label(AnswerContract(AnswerKind.LABEL))
    assert not can_stop_at_label(AnswerContract(AnswerKind.NUMBER))
