"""What GPO puts to the optimizer, word for word."""

from dataclasses import replace
from typing import Any

import pytest

from core.domain.example import Example
from core.domain.prompt import Placement, Prompt
from core.domain.task import AnswerContract, Task
from core.methods.gpo.prompts import GpoMetaPrompt

EXAMPLES = (Example(1, "orange", ("r",)), Example(2, "table", ("a",)))

FULL = """\
You are improving an instruction for a language model. The instruction goes where
[[PROMPT]] stands in the examples below.

Instructions tried so far. The score says how good the answers were, from 0 (all wrong)
to 100 (all right). The list ends with the one in use now.

<tried score="10.4">
Complete the task.
</tried>

<tried score="45.8">
Write a letter.
</tried>

In use now:
<current>
Write a letter.
</current>

Where the instruction is inserted, with the answers expected:

Input:
[[PROMPT]]
One letter only.

Word: orange
Expected answer:
r

Input:
[[PROMPT]]
One letter only.

Word: table
Expected answer:
a

An answer that does not agree with the expected one counts as an error.

Work out what the higher-scoring instructions do that the lower-scoring ones do not.
Then write one new instruction that should score higher than all of them, to be put
before the input. It must fit every item of this kind of task: do not mention names,
numbers or options from the examples.
Stay close to the instruction in use now: add, remove or replace at most 26 words.
Reply with the instruction only, inside <new_prompt> and </new_prompt>."""

COMPACT = """\
Below are prompts with their scores, from 0 to 100.

Prompt: Complete the task.
Score: 10

Prompt: Write a letter.
Score: 46

Examples of the task:

Input: orange
Output: r

Input: table
Output: a

Change at most 26 words.

Write a new prompt with a higher score."""


@pytest.fixture
def meta(kit: Any) -> GpoMetaPrompt:
    vague, current = kit.scored("Complete the task.", 5 / 48, 0), kit.scored("Write a letter.", 22 / 48, 1)
    contract = AnswerContract(instruction="One letter only.")
    task = Task("letters", (), (), contract=contract, input_template="Word: {{input}}")
    return GpoMetaPrompt(task, (vague, current), current, EXAMPLES, budget=26)


def test_that_the_full_wording_has_every_slot_in_order(meta: GpoMetaPrompt) -> None:
    assert meta.text == FULL


def test_that_the_compact_wording_is_the_one_small_models_are_trained_on(meta: GpoMetaPrompt) -> None:
    assert replace(meta, compact=True).text == COMPACT


def test_that_the_first_compact_question_shows_the_start_prompt_alone(meta: GpoMetaPrompt) -> None:
    first = replace(meta, tried=meta.tried[:1], current=meta.tried[0], compact=True, budget=None)
    assert first.text.startswith(
        "Below are prompts with their scores, from 0 to 100.\n\nPrompt: Complete the task.\nScore: 10\n\nExamples"
    )


@pytest.mark.parametrize("compact", [True, False])
def test_that_no_control_leaves_the_budget_out(meta: GpoMetaPrompt, compact: bool) -> None:
    text = replace(meta, budget=None, compact=compact).text
    assert "at most" not in text
    assert "\n\n\n" not in text


def test_that_editing_asks_for_a_revision(meta: GpoMetaPrompt) -> None:
    text = replace(meta, editing=True).text
    assert "revise that\ninstruction. Keep what works." in text
    assert "Work out" not in text


@pytest.mark.parametrize(
    ("placement", "shown", "phrase"),
    [
        (Placement.BEFORE_INPUT, "Input:\n[[PROMPT]]\n\norange\nExpected answer:\nr", "before the input"),
        (Placement.AFTER_INPUT, "Input:\norange\n\n[[PROMPT]]\nExpected answer:\nr", "after the input"),
        (
            Placement.SYSTEM,
            "System message:\n[[PROMPT]]\nInput:\norange\nExpected answer:\nr",
            "in the system message",
        ),
    ],
)
def test_that_the_placeholder_stands_where_the_prompt_will(
    meta: GpoMetaPrompt, placement: Placement, shown: str, phrase: str
) -> None:
    text = replace(meta, task=Task("letters", (), (), placement=placement)).text
    assert shown in text
    assert phrase in text


def test_that_a_prompt_with_its_own_input_placeholder_is_asked_to_keep_it(kit: Any, meta: GpoMetaPrompt) -> None:
    placed = kit.scored("", 0.5, 2, prompt=Prompt("Of {{input}}, take one.", locked=("take one",)))
    text = replace(meta, current=placed, tried=(placed,)).text
    assert "[[PROMPT]]" not in text
    assert "The input goes where\n{{input}} stands" in text
    assert "Keep these parts exactly as they are: take one | {{input}}" in text
    assert "Input:\nWord: orange\nExpected answer:\nr" in text


def test_that_a_task_without_rows_to_show_has_no_heading_for_them(meta: GpoMetaPrompt) -> None:
    assert "expected:" not in replace(meta, examples=()).text
    assert "Examples" not in replace(meta, examples=(), compact=True).text


def test_that_a_compact_example_shows_every_column_the_task_asks_with(meta: GpoMetaPrompt) -> None:
    task = replace(meta.task, input_template="{{input}}\nOptions: {{options}}")
    rows = (Example(1, "orange", ("r",), (("options", "r or s"),)),)
    text = replace(meta, task=task, examples=rows, compact=True).text
    assert "Input: orange\nOptions: r or s\nOutput: r" in text


def test_that_the_list_is_said_to_begin_with_the_current_prompt_in_the_codes_order(meta: GpoMetaPrompt) -> None:
    assert "The list begins with" in replace(meta, tried=meta.tried[::-1]).text


class TestLittleRoom:
    def test_that_less_similar_prompts_go_first_then_examples_and_never_the_current_prompt(
        self, kit: Any, meta: GpoMetaPrompt
    ) -> None:
        steps = []
        shown: GpoMetaPrompt | None = meta
        while shown is not None:
            steps.append((len(shown.tried), len(shown.examples)))
            assert shown.current in shown.tried
            shown = shown.shorter
        assert steps == [(2, 2), (1, 2), (1, 1), (1, 0)]

    def test_that_a_question_is_cut_to_the_optimizers_context(self, kit: Any, meta: GpoMetaPrompt) -> None:
        words = len(replace(meta, tried=meta.tried[1:]).text.split())
        fitting = meta.fitting(kit.lab(context=words + 512))
        assert (len(fitting.tried), len(fitting.examples)) == (1, 2)
