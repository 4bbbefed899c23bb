"""Character n-grams, against the library whose weights they follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from core.lab.similarity import NgramSimilarity

TEXTS = st.lists(st.text(st.sampled_from("abcdefghij äé漢字.!  "), max_size=40), min_size=2, max_size=6)


@given(TEXTS)
def test_that_similarities_are_those_of_scikit_learn(texts: list[str]) -> None:
    texts = [*texts, "there is a word"]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    vectors = vectorizer.fit_transform(texts)
    expected = (vectors[1:] @ vectors[0].T).toarray()[:, 0]
    assert NgramSimilarity().to(texts[0], texts[1:]) == pytest.approx(expected, abs=1e-9)


def test_that_a_paraphrase_is_closer_than_another_task_and_a_text_is_closest_to_itself() -> None:
    near, far, same = NgramSimilarity().to(
        "Write the last word of the sentence.",
        ["Copy the last words of each sentence.", "Add both numbers.", "Write the last word of the sentence."],
    )
    assert far < near < same
    assert same == pytest.approx(1.0)


def test_that_empty_texts_and_no_others_are_no_error() -> None:
    assert NgramSimilarity().to("", ["", "word"]) == [0.0, 0.0]
    assert NgramSimilarity().to("word", []) == []
