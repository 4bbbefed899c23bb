"""What a model is worth as a writer: measured in forms, judged by the guards, kept by the file's hash."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.control import CancelToken
from core.domain.prompt import Prompt
from core.domain.writer import Form, WriterProfile, WritingTrial
from core.engine.profile import KNOWN, LIMIT, KnownInstruction, judged, measured
from core.lab.proposing.languages import changes_language, language_of
from core.lab.proposing.one_line import opening, rewording
from core.llm.base import FinishReason, Reply, Request
from core.llm.starter import Carried
from core.store import writers

REVIEW, TEAM, FRENCH, NUMBERS = KNOWN[:4]


def trial(form: Form, temperature: float, good: int) -> WritingTrial:
    return WritingTrial(form, temperature, 8, good, good, good, good, good)


@dataclass
class Writer:
    """A model that answers as `says` does, and notes what it was asked."""

    says: Callable[[Request], str]
    asked: list[Request] = field(default_factory=list)

    def complete(self, requests: Sequence[Request], **_: object) -> list[Reply]:
        self.asked += requests
        return [Reply(self.says(request), finish_reason=FinishReason.STOP) for request in requests]


def profile_of(says: Callable[[Request], str], clock: Callable[[], float] = lambda: 0.0) -> WriterProfile:
    return measured(Writer(says), lambda *_: None, CancelToken(), clock=clock)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "reply", "good"),
    [
        (REVIEW, "Read the text and say whether the reviewer's opinion is positive or negative.", True),
        (REVIEW, "Read the text and determine the sentiment of the review.", False),
        (REVIEW, "Positive", False),
        (REVIEW, "Is the review positive or negative? Answer with one word.", False),
        (TEAM, "Billing, delivery, or support.", False),
        (TEAM, "Read the message and choose who answers it: billing, delivery or support.", True),
        (FRENCH, "Le chat dort.", False),
        (FRENCH, "Please write the same sentence in French.", True),
        (FRENCH, "", False),
        (NUMBERS, "Look at the input below and name the greater number.", True),
        (NUMBERS, "Put this instruction in other words: give the number that is larger of the two.", False),
        (KNOWN[6], "Read the message and name its topic in one word.", False),
        (KNOWN[6], "Sag in einem Wort, worum es in der Nachricht geht.", True),
        (KNOWN[7], "请阅读评论，说明它是正面的还是负面的。", True),
        (KNOWN[7], "Say whether the comment is positive or negative.", False),
    ],
)
def test_that_a_rewrite_counts_only_if_it_is_an_instruction_for_the_same_thing(
    known: KnownInstruction, reply: str, good: bool
) -> None:
    assert judged(known, rewording(Prompt(known.text)), reply).good is good


def test_that_a_reply_which_was_cut_off_is_of_no_use() -> None:
    reply = "Read the text and say whether the review is positive or negative."
    assert not judged(REVIEW, rewording(Prompt(REVIEW.text)), reply, cut=True).usable


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.text)
def test_that_every_known_instruction_says_what_its_rewrites_must(known: KnownInstruction) -> None:
    assert known.says_all(known.text)


def test_that_a_model_which_repeats_itself_is_no_writer() -> None:
    found = profile_of(lambda _: "I am happy to help you with that.")
    assert found.share == 0
    assert not found.writes
    assert "no writer" in found.sentence


def test_that_the_form_is_found_in_which_a_model_can_write() -> None:
    def says(request: Request) -> str:
        begun = request.messages[-1].role == "assistant"
        asked = next(message.text for message in reversed(request.messages) if message.role == "user")
        known = next(each for each in KNOWN if each.text in asked)
        return f" kindly do this: {known.text}" if begun else "Sure!"

    found = profile_of(says)
    assert found.form is Form.ONE_LINE
    assert found.temperature == 0.7
    assert found.writes


def test_that_measuring_ends_in_time_with_what_it_has() -> None:
    moments = iter(range(0, 10_000, 20))
    found = profile_of(lambda _: "Sure!", lambda: float(next(moments)))
    assert 1 <= len(found.trials) <= LIMIT / 20
    assert {each.form for each in found.trials} == {Form.ONE_LINE}


def test_that_one_rewrite_more_is_no_reason_for_a_higher_temperature() -> None:
    assert WriterProfile.of([trial(Form.COMPACT, 0.7, 4), trial(Form.COMPACT, 1.0, 5)]).temperature == 0.7
    assert WriterProfile.of([trial(Form.COMPACT, 0.7, 4), trial(Form.COMPACT, 1.0, 6)]).temperature == 1.0


def test_that_of_equal_forms_the_one_that_says_more_is_taken() -> None:
    trials = [trial(form, 0.7, 6) for form in Form]
    assert WriterProfile.of(trials).form is Form.FULL
    assert WriterProfile.of([*trials[1:], trial(Form.ONE_LINE, 0.7, 7)]).form is Form.ONE_LINE


def test_that_a_profile_belongs_to_the_hash_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    assert writers.find("a" * 64) is None
    kept = WriterProfile.of([trial(Form.COMPACT, 0.7, 4)])
    writers.keep("a" * 64, kept)
    writers.keep("b" * 64, WriterProfile.of([]))
    assert writers.find("a" * 64) == kept
    (tmp_path / "writers.json").write_bytes(b"half a")
    assert writers.find("a" * 64) is None


def test_that_the_starter_model_comes_with_its_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    shipped = writers.find(Carried.starter().sha256)
    assert shipped is not None
    assert (shipped.form, shipped.writes) == (Form.ONE_LINE, True)
    assert shipped == WriterProfile.of(shipped.trials)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Is it true?", "Read the text and"),
        ("Nenne das Thema der Nachricht und den Ort.", "Lies den Text und"),
        ("判断这条评论是正面还是负面。", "请阅读文本，"),
        ("この文は肯定的ですか、否定的ですか。", ""),
        ("Это положительный отзыв?", ""),
    ],
)
def test_that_an_answer_is_begun_in_the_language_of_the_prompt(text: str, begins: str) -> None:
    assert opening(text, 0) == begins


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Is it true?", "en"),
        ("Nenne das Thema der Nachricht und den Ort.", "de"),
        ("判断这条评论是正面还是负面。", "zh"),
    ],
)
def test_that_a_line_with_its_answer_comes_before_in_the_language_of_the_prompt(text: str, language: str) -> None:
    asked, answer, *_ = rewording(Prompt(text)).messages
    assert (asked.role, answer.role) == ("user", "assistant")
    assert not changes_language(answer.text, language_of(text))
    assert answer.text not in asked.text
    assert [turn.role for turn in rewording(Prompt("Это положительный отзыв?")).messages] == ["user"]


def test_that_what_was_shown_before_does_not_come_back_as_a_prompt() -> None:
    line = rewording(Prompt(REVIEW.text))
    assert not judged(REVIEW, line, line.before[0][1]).usable
    assert not judged(REVIEW, line, "Please read the text and say how many words it has, positive or negative.").usable


def test_that_a_begun_answer_and_how_it_goes_on_make_one_line() -> None:
    question = rewording(Prompt("Is it true\nor not?"))
    assert question.messages[-1].role == "assistant"
    assert "\n" not in question.text
    assert question.reply(" say what is true.") == "Read the text and say what is true."
    assert question.reply("say what is true.") == "Read the text and say what is true."
    assert question.reply("Read the text and say it.") == "Read the text and say it."
