"""ROUGE, BLEU, chrF and METEOR, compared with their reference implementations."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.translate.meteor_score import meteor_score
from sacrebleu.metrics import BLEU, CHRF

from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind, Task
from core.metrics import aggregate, judge, metric
from core.metrics.base import PlainMetric

_TEXT = AnswerContract(AnswerKind.TEXT)
_PAIRS = (
    ("The cat sat on the mat", "The cat is sitting on the mat"),
    ("police kill the gunman", "police killed the gunman"),
    ("the gunman kill police", "police killed the gunman"),
    ("A quick brown fox jumped over lazy dogs today", "The quick brown foxes jump over the lazy dog"),
    ("x y z", "a b c"),
    ("Aarhus Airport serves the city of Aarhus, Denmark.", "The airport of Aarhus, in Denmark, is Aarhus Airport."),
)
_ROUGE = (
    ("The cat sat on the mat", "The cat is sitting on the mat", 0.769231, 0.545455, 0.769231, 0.769231, 0.769231),
    ("police kill the gunman", "police killed the gunman", 0.75, 0.333333, 0.75, 1.0, 1.0),
    ("the gunman kill police", "police killed the gunman", 0.75, 0.333333, 0.5, 1.0, 0.5),
    (
        "A quick brown fox jumped over lazy dogs today",
        "The quick brown foxes jump over the lazy dog",
        0.444444,
        0.125,
        0.444444,
        0.777778,
        0.777778,
    ),
    ("x y z", "a b c", 0.0, 0.0, 0.0, 0.0, 0.0),
    (
        "Aarhus Airport serves the city of Aarhus, Denmark.",
        "The airport of Aarhus, in Denmark, is Aarhus Airport.",
        0.705882,
        0.266667,
        0.470588,
        0.705882,
        0.470588,
    ),
    ("a b a b running", "a a b cats b", 0.8, 0.25, 0.6, 0.8, 0.6),
    ("runs runs runner a c", "runner runs c", 0.75, 0.0, 0.5, 0.75, 0.5),
    ("e d c b a cat cats", "a b c d e cats", 0.923077, 0.0, 0.307692, 0.923077, 0.307692),
    ("a", "a a a a b", 0.333333, 0.0, 0.333333, 0.333333, 0.333333),
)
"""Reply, answer, and what Google's `rouge_score` 0.1.2 says (it has no wheel to be installed with the tests): F1 of
ROUGE-1, ROUGE-2 and ROUGE-L, then ROUGE-1 and ROUGE-L with its stemmer."""
_VOCABULARY = ["a", "b", "c", "d", "e", "running", "runner", "runs", "cats", "cat"]
_WORDS = st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=12)


class NoWordNet:
    """WordNet for nltk's METEOR without a synonym in it: the stage that ours leaves out."""

    def synsets(self, word: str) -> list[object]:
        del word
        return []


def _score(name: str, reply: str, *answers: str, **options: str | float) -> float:
    made = metric(name, options)
    assert isinstance(made, PlainMetric)
    return made.judge(reply, Example(1, "q", answers), _TEXT)


def _verdicts(pairs: list[tuple[str, tuple[str, ...]]], task: Task) -> tuple[list[Verdict], list[Example]]:
    examples = [Example(row, "q", answers) for row, (_, answers) in enumerate(pairs)]
    return [judge(reply, example, task) for (reply, _), example in zip(pairs, examples, strict=True)], examples


@pytest.mark.parametrize(("reply", "answer", "one", "two", "longest", "one_stemmed", "longest_stemmed"), _ROUGE)
def test_that_rouge_is_that_of_the_reference_library(
    reply: str, answer: str, one: float, two: float, longest: float, one_stemmed: float, longest_stemmed: float
) -> None:
    assert _score("rouge_1", reply, answer) == pytest.approx(one, abs=1e-6)
    assert _score("rouge_2", reply, answer) == pytest.approx(two, abs=1e-6)
    assert _score("rouge_l", reply, answer) == pytest.approx(longest, abs=1e-6)
    assert _score("rouge_1", reply, answer, stemming="porter") == pytest.approx(one_stemmed, abs=1e-6)
    assert _score("rouge_l", reply, answer, stemming="porter") == pytest.approx(longest_stemmed, abs=1e-6)


def test_that_rouge_l_tells_the_order_of_lins_example() -> None:
    answer = "police killed the gunman"  # Lin 2004, section 3.1: 3/4 and 2/4 at β = 1
    assert _score("rouge_l", "police kill the gunman", answer) == pytest.approx(3 / 4)
    assert _score("rouge_l", "the gunman kill police", answer) == pytest.approx(2 / 4)
    assert _score("rouge_2", "police kill the gunman", answer) == _score("rouge_2", "the gunman kill police", answer)


def test_that_the_best_accepted_answer_counts_and_letters_beyond_ascii_are_letters() -> None:
    assert _score("rouge_1", "Größe zählt", "völlig anders", "Größe zählt nicht") == pytest.approx(4 / 5)
    mean = _score("rouge_1", "Größe zählt", "völlig anders", "Größe zählt nicht", references="mean")
    assert mean == pytest.approx(2 / 5)
    assert _score("rouge_1", "猫在垫子上", "猫在椅子上") == pytest.approx(4 / 5)
    assert _score("rouge_1", "gz", "Größe zählt") == 0


@pytest.mark.parametrize(("reply", "answer"), _PAIRS)
def test_that_a_rows_bleu_and_chrf_are_those_of_sacrebleu(reply: str, answer: str) -> None:
    references = [answer, "the cat is on a mat"]
    bleu = BLEU(effective_order=True).sentence_score(reply, references).score / 100
    assert _score("bleu", reply, *references) == pytest.approx(bleu)
    assert _score("chrf", reply, *references) == pytest.approx(CHRF().sentence_score(reply, references).score / 100)
    plus = CHRF(word_order=2).sentence_score(reply, references).score / 100
    assert _score("chrf", reply, *references, words=2) == pytest.approx(plus)


def test_that_corpus_bleu_is_that_of_sacrebleu_and_the_mean_is_the_mean() -> None:
    pairs = [(reply, (answer, answer.replace("the", "a"))) for reply, answer in _PAIRS]
    references = [[answers[i] for _, answers in pairs] for i in range(2)]
    expected = BLEU().corpus_score([reply for reply, _ in pairs], references).score / 100
    task = Task("t", (), (), metric="bleu", metric_options=(("over", "corpus"),), contract=_TEXT)
    verdicts, examples = _verdicts(pairs, task)
    assert aggregate(verdicts, examples, task) == pytest.approx(expected)
    assert not metric("bleu", {"over": "corpus"}).mean_of_rows
    mean = aggregate(verdicts, examples, Task("t", (), (), metric="bleu", contract=_TEXT))
    assert mean == pytest.approx(sum(verdict.score for verdict in verdicts) / len(verdicts))


def test_that_an_unread_reply_is_an_empty_line_of_the_corpus() -> None:
    task = Task("t", (), (), metric="bleu", metric_options=(("over", "corpus"),), contract=_TEXT)
    verdicts, examples = _verdicts([("the cat sat on the mat", ("the cat sat on the mat",)), ("", ("no cat",))], task)
    assert 0.6 < aggregate(verdicts, examples, task) < 1  # the missing words shorten it


@settings(max_examples=40)
@given(tokens=st.lists(st.sampled_from([f"w{i}" for i in range(30)]), min_size=1, max_size=12, unique=True))
def test_that_meteor_without_repeated_words_is_that_of_nltk(tokens: list[str]) -> None:
    shuffled = tokens[:]
    random.Random(len(tokens)).shuffle(shuffled)
    reply, answer = [*shuffled, "running"], [*tokens, "runs"]
    expected = meteor_score([answer], reply, wordnet=NoWordNet())
    assert _score("meteor", " ".join(reply), " ".join(answer)) == pytest.approx(expected)


def test_that_meteor_keeps_to_the_papers_formula() -> None:
    # Two chunks of six matches, one word too many (Banerjee and Lavie 2005, section 2.2).
    precision, recall = 6 / 7, 1.0
    harmonic = 10 * precision * recall / (recall + 9 * precision)
    expected = harmonic * (1 - 0.5 * (2 / 6) ** 3)
    answer = "the president spoke to the audience"
    assert _score("meteor", "the president then spoke to the audience", answer) == pytest.approx(expected)


def test_that_meteor_matches_stems_and_no_synonyms() -> None:
    assert _score("meteor", "dogs", "dog") == pytest.approx(0.5)
    assert _score("meteor", "dogs", "dog", stemming="none") == 0
    assert _score("meteor", "hound", "dog") == 0
    assert _score("meteor", "Häuser", "Haus", stemming="german") > 0


def test_that_a_repeated_word_goes_on_with_its_chunk() -> None:
    answer = "the cat chased the mouse and the dog"
    one_chunk = 10 / (1 + 9 * 8 / 9) * 8 / 9 * (1 - 0.5 * (1 / 8) ** 3)
    assert _score("meteor", f"{answer} too", answer) == pytest.approx(one_chunk)
    assert _score("meteor", "the dog", answer) == pytest.approx(10 * 0.25 / (0.25 + 9) * (1 - 0.5 * (1 / 2) ** 3))


@pytest.mark.parametrize("name", ["rouge_1", "rouge_2", "rouge_l", "bleu", "chrf", "meteor", "token_f1"])
def test_that_equal_texts_are_worth_nearly_all_and_strangers_nothing(name: str) -> None:
    text = "one two three four five six seven eight"
    assert _score(name, text, text) > 0.99
    assert _score(name, "zz", "qq qq") == pytest.approx(0, abs=1e-9)
    assert _score(name, "…", "qq") == pytest.approx(0, abs=1e-9)
    assert _score(name, "text", "…") == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("name", ["rouge_1", "rouge_2", "rouge_l", "bleu", "chrf", "meteor", "token_f1"])
@pytest.mark.parametrize("answer", ["?", "…", "yes", "A-", "{}", "👍", "的", "__init__", "a\nb", "The result is fine."])
def test_that_the_accepted_answer_itself_is_worth_one(name: str, answer: str) -> None:
    assert _score(name, answer, answer) == pytest.approx(1)
    assert _score(name, "zz", answer) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("name", ["rouge_l", "bleu", "chrf", "meteor"])
def test_that_a_reply_that_never_ends_is_judged_in_time(name: str) -> None:
    assert 0 <= _score(name, "the same word again " * 2_000, "the same word once " * 20) <= 1
