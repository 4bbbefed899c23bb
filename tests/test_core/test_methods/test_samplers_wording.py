"""What DistillPrompt, APE and the random paraphrase put to the optimizer, word for word."""

from typing import Any

import pytest

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings
from core.domain.task import AnswerContract, AnswerKind, Task
from core.lab.proposing.question import Question
from core.methods.ape.prompts import instruction
from core.methods.distill_prompt.prompts import Stages
from core.methods.shared import compact
from core.methods.shared.rewording import paraphrase
from core.methods.shared.wording import Wording

TASK = Task("letters", (), (), contract=AnswerContract(instruction="One letter\nonly."), input_template="W: {{input}}")
ROWS = (Example(1, "orange", ("r",)), Example(2, "table", ("a",)))
PROMPT = Prompt("Write a letter.")
TAIL = "\nReply with the prompt only, inside <new_prompt> and </new_prompt>."
FIXED = "\nUnder the prompt always stands, so do not repeat it: One letter only."

VARY = f"""\
A prompt for a language model:
<prompt>
Write a letter.
</prompt>

On practice items it scored 0.250, where 1 would be perfect.
Find where it leaves room for misunderstanding, and write a version that a small model follows more reliably.
Give the steps to take, in their order.
Use no facts and no possible answers that it does not name.{FIXED}
Write in the language of the prompt, 120 words at most.{TAIL}"""

LEARN = f"""\
A prompt for a language model:
<prompt>
Write a letter.
</prompt>

Some items of the task, solved:

Input: orange
Right answer: r

Input: table
Right answer: a

Work out for yourself what makes one answer right and another wrong here, and write the prompt anew with these rules
in it. It has to serve items that nobody has seen yet: keep its purpose, and repeat nothing from the items above.{FIXED}
Write in the language of the prompt, 120 words at most.{TAIL}"""

SHORTEN = f"""\
A prompt for a language model:
<prompt>
Write a letter.
</prompt>

Write it again in two or three sentences: what the goal is, the rules by which answers are found, and their order
where it matters. Leave out everything else, examples above all.{FIXED}
Write in the language of the prompt, 75 words at most.{TAIL}"""

MERGE = f"""\
Drafts of one prompt, all for the same task:
<draft>
Write a letter.
</draft>
<draft>
Take one letter.
</draft>

Make one prompt of them. Take what most of them have in common, and every rule that two or more of them give; where
they disagree, take the more precise. Put no examples in it.{FIXED}
Write in the language of the prompt, 120 words at most.{TAIL}"""

REPHRASE = f"""\
A prompt for a language model:
<prompt>
Write a letter.
</prompt>

Say the same with other words and in another order. Add nothing, lose nothing, and keep about its length.{FIXED}
Write in the language of the prompt, 16 words at most.{TAIL}"""

INSTRUCTION = f"""\
A language model was given one instruction and then these inputs. It gave these answers, all of them right.

Input: orange
Answer: r

Input: table
Answer: a

What was the instruction? Write it so that it leads to the right answers for new inputs too:
mention no input and no answer of these items.{FIXED}{TAIL}"""

PARAPHRASE = f"""\
Here is an instruction for a language model.
<prompt>
Write a letter.
</prompt>

Put it in other words. It must ask for the very same thing, in the same language, whatever you think of it:
mend nothing, add nothing, leave nothing out.{FIXED}{TAIL}"""


def questions(kit: Any, task: Task, wording: Wording, prompt: Prompt = PROMPT) -> dict[str, Question]:
    stages = Stages(task, wording)
    return {
        "vary": stages.vary(kit.scored(prompt.text, 0.25, prompt=prompt), 5),
        "learn": stages.learn(prompt, ROWS),
        "shorten": stages.shorten(prompt),
        "merge": stages.merge((prompt, Prompt("Take one letter."))),
        "rephrase": stages.rephrase(prompt),
        "instruction": instruction(task, prompt, ROWS, wording),
        "paraphrase": paraphrase(task, prompt, wording),
    }


def test_that_the_full_wordings_are_these(kit: Any) -> None:
    texts = {name: question.text for name, question in questions(kit, TASK, Wording.FULL).items()}
    assert texts == {
        "vary": VARY,
        "learn": LEARN,
        "shorten": SHORTEN,
        "merge": MERGE,
        "rephrase": REPHRASE,
        "instruction": INSTRUCTION,
        "paraphrase": PARAPHRASE,
    }


def test_that_the_compact_wordings_are_the_ones_small_models_are_trained_on(kit: Any) -> None:
    asked = questions(kit, TASK, Wording.COMPACT)
    shown = (compact.SolvedExample("orange", "r"), compact.SolvedExample("table", "a"))
    assert {name: question.text for name, question in asked.items()} == {
        "vary": compact.variation("Write a letter.", 25.0, "clear steps"),
        "learn": compact.lesson("Write a letter.", shown),
        "shorten": compact.shortening("Write a letter."),
        "merge": compact.merging(("Write a letter.", "Take one letter.")),
        "rephrase": compact.rephrasing("Write a letter."),
        "instruction": compact.instruction(shown),
        "paraphrase": compact.rephrasing("Write a letter."),
    }
    assert {question.tag for question in asked.values()} == {""}


@pytest.mark.parametrize("wording", [Wording.FULL, Wording.COMPACT])
def test_that_repeating_the_question_is_an_echo_and_repeating_the_prompt_is_not(kit: Any, wording: Wording) -> None:
    for name, question in questions(kit, TASK, wording).items():
        start, end = (f"<{question.tag}>", f"</{question.tag}>") if question.tag else ("", "")
        assert kit.read(question, f"{start}{question.text.splitlines()[-2]}{end}").objection, name
        if name not in {"instruction", "rephrase"}:
            assert kit.read(question, f"{start}Write a letter.{end}").objection == ""
    learn = questions(kit, TASK, wording)["learn"]
    tags = (f"<{learn.tag}>", f"</{learn.tag}>") if learn.tag else ("", "")
    assert kit.read(learn, f"{tags[0]}orange{tags[1]}").objection == "echo"


def test_that_labels_are_named_where_the_contract_says_nothing_else(kit: Any) -> None:
    labelled = Task("topics", (), (), contract=AnswerContract(AnswerKind.LABEL, ("a", "b")))
    for question in questions(kit, labelled, Wording.FULL).values():
        assert "The answers possible are a, b, and no others." in question.text
    free = Task("free", (), ())
    for question in questions(kit, free, Wording.FULL).values():
        assert "answers possible are" not in question.text
        assert "\n\n\n" not in question.text


def test_that_locked_spans_and_placeholders_are_asked_to_stay(kit: Any) -> None:
    prompt = Prompt("Of {{input}}, take one.", locked=("take one",))
    for question in questions(kit, TASK, Wording.FULL, prompt).values():
        assert "Keep these parts exactly as they are: take one | {{input}}" in question.text


def test_that_an_input_is_shown_with_the_columns_the_task_asks_with() -> None:
    task = Task("options", (), (), input_template="{{input}}\nOptions: {{options}}")
    rows = (Example(1, "orange", ("r",), (("options", "r or s"),)),)
    assert "Input: orange\nOptions: r or s\n" in instruction(task, PROMPT, rows, Wording.FULL).text
    assert "Input: orange\nOptions: r or s\n" in Stages(task, Wording.COMPACT).learn(PROMPT, rows).text


@pytest.mark.parametrize(
    ("parameters", "words", "tokens"),
    [
        (7_000_000_000, 300, 900),
        (7_000_000_000, 3, 512),
        (135_000_000, 3, 57),
        (135_000_000, 300, 900),
        (5_000_000, 3, 512),
    ],
)
def test_that_a_long_prompt_gets_room_for_its_successor_and_a_small_writer_little_more(
    kit: Any, parameters: int, words: int, tokens: int
) -> None:
    assert kit.lab(parameters=parameters).reply_tokens(words) == tokens


def test_that_a_question_is_sampled_as_the_run_says_unless_it_says_otherwise(kit: Any) -> None:
    lab = kit.lab(parameters=135_000_000)
    lab.search_by(SearchSettings(temperature=0.6, top_p=0.8, min_p=0.1))
    lab.propose(Question("Say it.", PROMPT, tag="p"), 1)
    lab.propose(Question("Say it.", PROMPT, temperature=0.0, max_tokens=20), 1)
    first, again, greedy = lab._bench.models["optimizer"].requests
    assert (first.temperature, first.top_p, first.min_p, first.max_tokens) == (0.6, 0.8, 0.1, 3 * PROMPT.words + 64)
    assert (again.temperature, greedy.temperature, greedy.max_tokens) == (0.6, 0.0, 20)
