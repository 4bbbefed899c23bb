"""The questions of OPRO, ProTeGi and GrIPS, in both wordings."""

from dataclasses import replace
from typing import Any

import pytest

from core.domain.example import Example
from core.domain.prompt import Placement, Prompt
from core.domain.scoring import Verdict
from core.methods.grips import prompts as grips
from core.methods.opro.prompts import OproMetaPrompt
from core.methods.protegi.prompts import Errors, paraphrase
from core.methods.shared import compact, slots

EXAMPLES = (Example(1, "orange", ("r",)), Example(2, "table", ("a",)))


@pytest.fixture
def meta(kit: Any) -> OproMetaPrompt:
    tried = (kit.scored("Do it.", 0.123, 0), kit.scored("Write a letter.", 0.458, 1))
    return OproMetaPrompt(kit.task(), tried, EXAMPLES)


@pytest.fixture
def errors(kit: Any) -> Errors:
    failures = tuple((example, Verdict(example.row, 0.0, "The answer\nis ?")) for example in EXAMPLES)
    return Errors(kit.task(), kit.scored("Write a letter.", 0.4, 1), failures)


class TestOpro:
    def test_that_the_slots_stand_in_the_papers_order(self, meta: OproMetaPrompt) -> None:
        places = [
            meta.text.index(part)
            for part in (
                '<tried score="12">\nDo it.',
                '<tried score="46">\nWrite a letter.',
                "Input:\n[[PROMPT]]\n\norange\nExpected answer:\nr",
                "[[PROMPT]]\n\ntable",
                "Write one more instruction",
                "Reply with the instruction only",
            )
        ]
        assert places == sorted(places)

    def test_that_no_word_is_said_about_how_much_may_change(self, meta: OproMetaPrompt) -> None:
        for text in (meta.text, replace(meta, compact=True).text):
            assert "at most" not in text
            assert "close to" not in text

    def test_that_the_compact_form_is_the_one_small_models_know(self, meta: OproMetaPrompt) -> None:
        tried = [compact.TriedPrompt("Do it.", 12.3), compact.TriedPrompt("Write a letter.", 45.8)]
        shown = [compact.SolvedExample("orange", "r"), compact.SolvedExample("table", "a")]
        assert replace(meta, compact=True).text == compact.trajectory(tried, shown)

    def test_that_the_placeholder_stands_where_the_task_puts_the_prompt(self, meta: OproMetaPrompt) -> None:
        after = replace(meta, task=replace(meta.task, placement=Placement.AFTER_INPUT))
        assert "Input:\norange\n\n[[PROMPT]]\nExpected answer:\nr" in after.text
        system = replace(meta, task=replace(meta.task, placement=Placement.SYSTEM))
        assert "System message:\n[[PROMPT]]\nInput:\norange" in system.text

    def test_that_a_prompt_with_its_own_input_place_is_shown_without_a_placeholder(
        self, kit: Any, meta: OproMetaPrompt
    ) -> None:
        own = kit.scored("", 0.5, 2, prompt=Prompt("Of {{input}}, a letter."))
        text = replace(meta, tried=(own,)).text
        assert "[[PROMPT]]" not in text
        assert "Keep these parts exactly as they are: {{input}}" in text

    def test_that_a_reply_made_of_the_question_is_an_echo_and_a_tried_prompt_is_not(
        self, kit: Any, meta: OproMetaPrompt
    ) -> None:
        asked = meta.question(1.0, 500)
        assert kit.read(asked, "<new_prompt>Input:\norange</new_prompt>").objection == "echo"
        assert kit.read(asked, "<new_prompt>Do it.</new_prompt>").objection == ""


class TestProtegi:
    def test_that_the_prompt_and_its_errors_stand_in_both_questions(self, errors: Errors) -> None:
        for text in (errors.criticism(), errors.edit("It is vague.")):
            assert "<current>\nWrite a letter.\n</current>" in text
            assert "Item:\norange\nIts answer:\nThe answer is ?\nExpected answer:\nr" in text
        assert "What is wrong with the instruction:\nIt is vague." in errors.edit("It is vague.")

    def test_that_the_compact_forms_are_those_small_models_know(self, errors: Errors) -> None:
        small = replace(errors, few_words=True)
        failed = [compact.Failure("orange", "The answer is ?", "r"), compact.Failure("table", "The answer is ?", "a")]
        assert small.criticism() == compact.criticism("Write a letter.", failed)
        assert small.edit("It is vague.") == compact.improvement("Write a letter.", "It is vague.", failed)
        assert paraphrase("Write a letter.", "", few_words=True) == compact.rephrasing("Write a letter.")

    def test_that_long_answers_are_cut_and_missing_ones_named(self, kit: Any, errors: Errors) -> None:
        long = replace(
            errors, failures=((EXAMPLES[0], Verdict(1, 0.0, "word " * 500)), (EXAMPLES[1], Verdict(2, 0.0, "")))
        )
        assert long.criticism().count("word") == 60
        assert "Its answer:\n(nothing)\n" in long.criticism()

    def test_that_errors_which_do_not_fit_into_the_context_are_left_out_but_one(self, kit: Any, errors: Errors) -> None:
        assert len(errors.fitting(kit.lab(context=4096), 100).failures) == 2
        assert len(errors.fitting(kit.lab(context=10), 100).failures) == 1

    def test_that_what_must_stay_is_named(self, kit: Any, errors: Errors) -> None:
        locked = kit.scored("", 0.4, 1, prompt=Prompt("Be brief. Of {{input}}, a letter.", (), ("Be brief.",)))
        kept = "Keep these parts exactly as they are: Be brief. | {{input}}"
        assert kept in replace(errors, prompt=locked).edit("")
        assert kept in paraphrase(locked.text, slots.kept(locked.candidate.prompt), few_words=False)


class TestGrips:
    def test_that_a_phrase_is_shown_in_its_prompt(self) -> None:
        question = grips.paraphrase("one letter", "Write one letter.", few_words=False)
        assert "<whole>\nWrite one letter.\n</whole>" in question
        assert "<part>\none letter\n</part>" in question
        assert grips.paraphrase("one letter", "x", few_words=True) == compact.rephrasing("one letter")

    def test_that_the_phrase_is_read_from_its_tags_and_echoes_are_refused(self, kit: Any) -> None:
        question = grips.question("one letter", "Write one letter.", few_words=False)
        assert kit.read(question, "<new_part>a single letter</new_part>").text == "a single letter"
        assert kit.read(question, "<new_part>Write one letter.</new_part>").objection == "echo"
        assert kit.read(question, "a single letter").objection == "untagged"
