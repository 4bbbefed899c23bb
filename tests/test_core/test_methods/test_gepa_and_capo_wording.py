"""What GEPA and CAPO put to the optimizer, and what they take from its replies."""

from dataclasses import replace
from typing import Any

from core.domain.example import Example
from core.domain.prompt import Placement, Prompt
from core.domain.scoring import Verdict
from core.methods.capo.prompts import CapoVariation, FromExamples
from core.methods.gepa.prompts import FailedRow, GepaReflection, merging, merging_question
from core.methods.shared import compact

ROW = Example(7, "abcd", ("b",))


def reflection(kit: Any, *, few: bool = False, **task: object) -> GepaReflection:
    failures = (
        FailedRow(ROW, Verdict(7, 0.0, " a ", "a")),
        FailedRow(Example(8, "wxyz", ("x",)), Verdict(8, 0.0, "hm")),
    )
    prompt = Prompt("Say {{unit}} now. Be brief.", locked=("Be brief.",))
    return GepaReflection(kit.task(**task), prompt, failures, few)


class TestReflection:
    def test_that_every_failure_comes_with_its_reply_and_feedback(self, kit: Any) -> None:
        asked = reflection(kit).revision("It is vague.")
        assert "Input:\nabcd\nReply:\na\nFeedback: The expected answer is: b\n" in asked
        assert "The expected answer is: x\nNo answer of the expected form was found in the reply." in asked
        assert "It is vague." in asked

    def test_that_it_says_where_the_prompt_stands_and_what_must_stay(self, kit: Any) -> None:
        asked = reflection(kit, placement=Placement.SYSTEM).revision("")
        assert "in the system message" in asked
        assert "Keep these parts exactly as they are: Be brief. | {{unit}}" in asked

    def test_that_the_compact_questions_are_those_that_small_models_are_trained_on(self, kit: Any) -> None:
        asked = reflection(kit, few=True)
        failures = [compact.Failure("abcd", "a", "b"), compact.Failure("wxyz", "hm", "x")]
        assert asked.diagnosis == compact.criticism(asked.prompt.text, failures)
        assert asked.revision("It is vague.") == compact.improvement(asked.prompt.text, "It is vague.", failures)
        assert merging([Prompt("a"), Prompt("b")], in_few_words=True) == compact.merging(["a", "b"])

    def test_that_failures_without_room_are_left_out_but_one_stays(self, kit: Any) -> None:
        assert len(reflection(kit).fitting(kit.lab(context=100), 16).failures) == 1
        assert len(reflection(kit).fitting(kit.lab(), 16).failures) == 2

    def test_that_an_answer_which_repeats_the_question_is_an_echo_and_a_broken_placeholder_is_refused(
        self, kit: Any
    ) -> None:
        question = reflection(kit).revising("", "c0")
        assert kit.read(question, "<new_prompt>abcd</new_prompt>").objection == "echo"
        assert kit.read(question, "<new_prompt>Speak. Be brief.</new_prompt>").objection == "placeholder"
        assert kit.read(question, "<new_prompt>Say {{unit}}.</new_prompt>").objection == "locked"
        assert kit.read(question, "<new_prompt>Tell {{unit}}. Be brief.</new_prompt>").usable

    def test_that_a_merge_may_answer_with_one_of_both(self, kit: Any) -> None:
        question = merging_question([Prompt("Go left."), Prompt("Go right.")], ("c0", "c1"), in_few_words=False)
        assert kit.read(question, "<new_prompt>Go right.</new_prompt>").usable


class TestVariation:
    def test_that_one_parent_is_written_anew_and_two_are_crossed(self, kit: Any) -> None:
        one, two = Prompt("Go left."), Prompt("Go right.")
        asked = CapoVariation(kit.task(description="Directions."), (one, two)).text
        assert asked.index("Go left.") < asked.index("Go right.")
        assert "Directions." in asked
        assert "Go right." not in CapoVariation(kit.task(), (one,)).text
        assert CapoVariation(kit.task(), (one, two), in_few_words=True).text == compact.merging(
            ["Go left.", "Go right."]
        )
        assert CapoVariation(kit.task(), (one,), in_few_words=True).text == compact.rephrasing("Go left.")

    def test_that_an_instruction_from_examples_may_not_name_them(self, kit: Any) -> None:
        shown = (Example(1, "Call Ada at 5512", ("5512",)),)
        rows = (*shown, *(Example(i, f"Call Bo{i}", ("x",)) for i in range(2, 60)))
        task = replace(kit.task(), train=rows)
        asked = FromExamples(task, Prompt("Do it."), shown)
        assert "Input:\nCall Ada at 5512\nAnswer:\n5512" in asked.text
        question = asked.question
        assert kit.read(question, "<new_prompt>Write 5512.</new_prompt>", task=task).objection == "leak"
        assert kit.read(question, "<new_prompt>Write the number.</new_prompt>", task=task).usable
        few = FromExamples(kit.task(), Prompt("Do it."), (ROW,), in_few_words=True)
        assert few.text == compact.instruction([compact.SolvedExample("abcd", "b")])
