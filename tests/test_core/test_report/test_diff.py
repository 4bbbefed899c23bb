"""Diffs reproduce both texts and read as a person would mark them."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.report.diff import Span, SpanKind, diff_words

_MARKS = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]", "moved_from": "[<{}<]", "moved_to": "[>{}>]"}

_texts = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["one ", "two ", "three. ", "Do not explain it. ", "好的。", "答", "\r\n", "\t", "👩‍👩‍👧", "é", "... ", "ا"]
        )
    ).map("".join),
)


def _marked(before: str, after: str) -> str:
    return "".join(_MARKS[span.kind].format(span.text) for span in diff_words(before, after))


@settings(max_examples=300, deadline=None)
@given(_texts, _texts)
def test_that_the_spans_of_each_text_joined_give_it_back(before: str, after: str) -> None:
    spans = diff_words(before, after)
    assert "".join(span.text for span in spans if span.in_before) == before
    assert "".join(span.text for span in spans if span.in_after) == after
    assert all(span.text for span in spans)
    assert all(first.kind is not second.kind for first, second in pairwise(spans))


@given(_texts)
def test_that_a_text_does_not_differ_from_itself(text: str) -> None:
    assert diff_words(text, text) == ((Span(SpanKind.EQUAL, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("Answer the question.", "Answer the question briefly.", "Answer the question[+ briefly+]."),
        ("Let's think.", "Let's decide.", "Let's [-think-][+decide+]."),
        ("a b c d", "w x y z", "[-a b c d-][+w x y z+]"),
        ("Reply.\r\n", "Reply.\n", "Reply.[-\r\n-][+\n+]"),
        ("判断情感。", "判断它的情感。", "判断[+它的+]情感。"),
        ("cafe\u0301 👩‍👩‍👧 x", "cafe 👩‍👩‍👦 x", "[-cafe\u0301 👩‍👩‍👧-][+cafe 👩‍👩‍👦+] x"),
    ],
)
def test_that_a_change_reads_as_a_person_would_mark_it(before: str, after: str, marked: str) -> None:
    assert _marked(before, after) == marked


def test_that_a_sentence_that_changed_its_place_is_moved_and_not_rewritten() -> None:
    before = "Read both numbers. Reply with the smaller one. Do not explain anything."
    after = "Do not explain anything. Read both numbers. Reply with the smaller one."
    assert _marked(before, after) == (
        "[>Do not explain anything.>][+ +]Read both numbers. Reply with the smaller one."
        "[- -][<Do not explain anything.<]"
    )


def test_that_a_sentence_that_stands_twice_is_not_called_moved() -> None:
    kinds = {span.kind for span in diff_words("Be very brief. X y z. Be very brief.", "X y z. Be very brief. Q.")}
    assert SpanKind.MOVED_FROM not in kinds


def _long_prompt(chance: random.Random) -> list[str]:
    words = [f"word{chance.randrange(800)}" for _ in range(5000)]
    return [" ".join(words[start : start + 12]).capitalize() + "." for start in range(0, 5000, 12)]


def test_that_sentences_moved_among_five_thousand_words_are_recognized() -> None:
    chance = random.Random(0)
    old = _long_prompt(chance)
    new = [sentence.replace(" ", " new ", 1) if chance.random() < 0.1 else sentence for sentence in old]
    for _ in range(15):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    spans = diff_words(" ".join(old), " ".join(new))
    assert any(span.kind is SpanKind.MOVED_TO for span in spans)
