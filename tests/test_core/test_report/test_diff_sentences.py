"""Differences by sentences: what was rewritten stands whole, and both texts can still be read out of it."""

from hypothesis import given
from hypothesis import strategies as st

from core.report.diff import SpanKind, diff_words
from core.report.diff_sentences import by_sentences

_TEXT = st.lists(
    st.sampled_from(
        [
            "Read the review. ",
            "Say if it is good. ",
            "Answer with one word.\n",
            "是好评吗？",
            "good",
            " or bad",
            ", then",
            "\n\n",
        ]
    ),
    max_size=8,
).map("".join)


@given(_TEXT, _TEXT)
def test_that_both_texts_are_given_back_character_by_character(before: str, after: str) -> None:
    spans = by_sentences(diff_words(before, after))
    assert "".join(span.text for span in spans if span.in_before) == before
    assert "".join(span.text for span in spans if span.in_after) == after


def test_that_a_rewritten_sentence_is_one_deletion_and_one_insertion_and_its_neighbours_stay() -> None:
    before = "Keep this. Read the review and say whether it is good or bad. Keep that, too."
    after = "Keep this. Decide on the basis of this text whether people are happy or not. Keep that, too."
    spans = by_sentences(diff_words(before, after))
    assert [(span.kind, span.text) for span in spans] == [
        (SpanKind.EQUAL, "Keep this. "),
        (SpanKind.DELETE, "Read the review and say whether it is good or bad."),
        (SpanKind.INSERT, "Decide on the basis of this text whether people are happy or not."),
        (SpanKind.EQUAL, " Keep that, too."),
    ]


def test_that_a_word_that_was_changed_stays_a_word() -> None:
    before, after = "Read the long review carefully and answer.", "Read the short review carefully and answer."
    assert by_sentences(diff_words(before, after)) == diff_words(before, after)


def test_that_a_moved_sentence_stays_moved() -> None:
    before, after = "First say why. Then answer with one word.", "Then answer with one word. First say why."
    assert {span.kind for span in by_sentences(diff_words(before, after))} & {SpanKind.MOVED_FROM, SpanKind.MOVED_TO}
