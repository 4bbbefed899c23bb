"""A small writer is asked for the words of a prompt; what holds the input and the lists below stay."""

import pytest

from core.domain.prompt import Prompt
from core.domain.units import split
from core.domain.writer import Form, WriterProfile
from core.lab.proposing.frame import Head
from core.lab.proposing.one_line import adapted
from core.lab.proposing.question import Question
from core.methods.dual_phase.rewrites import RewriteLine

WRITER = WriterProfile(Form.ONE_LINE, 0.7, 0.5)


@pytest.mark.parametrize(
    ("text", "head", "frame"),
    [
        ("Classify the text.", "Classify the text.", ""),
        ("Classify the text.\nReply with one word.", "Classify the text. Reply with one word.", ""),
        ("Input: {{input}}\nTopic:", "", "Input: {{input}}\nTopic:"),
        ("Say which topic fits.\n\nText: {{input}}\nTopic:", "Say which topic fits.", "Text: {{input}}\nTopic:"),
        ("Pick one:\n- red: of fire, blood\n- blue: of sky", "", "Pick one:\n- red: of fire, blood\n- blue: of sky"),
        ("Choose the label that fits best:\n- red: of fire\n- blue: of sky", "Choose the label that fits best:",
         "- red: of fire\n- blue: of sky"),
        ("Classify {{input}} as good or bad.", "Classify the input as good or bad.", "Input: {{input}}"),
        ("Answer with one of these.\n1. yes\n2. no", "Answer with one of these.", "1. yes\n2. no"),
        ("判断文本的情感。\n文本：{{input}}\n情感：", "判断文本的情感。", "文本：{{input}}\n情感："),
        ("", "", ""),
    ],
)  # fmt: skip
def test_that_a_prompt_is_parted_into_words_and_frame(text: str, head: str, frame: str) -> None:
    assert Head.of(text) == Head(head, frame)


def test_that_the_frame_stands_below_the_new_words_and_is_no_reply_of_the_writer() -> None:
    found = Head.of("Say which topic fits.\nText: {{input}}\nTopic:")
    assert found.whole("Name the topic.") == "Name the topic.\nText: {{input}}\nTopic:"
    assert found.whole(found.bare("Name the topic.\nText: {{input}}")) == "Name the topic.\nText: {{input}}\nTopic:"


@pytest.mark.parametrize("current", ["Input: {{input}}\nTopic:", "Say which topic fits.\nInput: {{input}}\nTopic:"])
def test_that_no_reply_of_one_line_can_lose_the_input(current: str) -> None:
    asked = adapted(Question("Long", Prompt(current)), WRITER, 0, "What is this?")
    assert "{{" not in asked.text
    assert asked.slot is not None
    assert asked.slot.whole("Please name the topic.") == "Please name the topic.\nInput: {{input}}\nTopic:"


def test_that_a_prompt_without_words_is_asked_for_in_those_of_the_person() -> None:
    asked = adapted(Question("Long", Prompt("Input: {{input}}\nTopic:")), WRITER, 0, "What is this about?")
    assert asked.text.endswith("What is this about?")


def test_that_one_sentence_of_many_is_asked_for_in_one_line_too() -> None:
    prompt = Prompt("Say which topic fits. Answer with one word.")
    asked = adapted(Question("Long", prompt, slot=RewriteLine(split(prompt), 1)), WRITER, 0)
    assert asked.text.endswith(": Answer with one word.")
    assert asked.current == prompt
    assert asked.slot is not None
    assert asked.slot.whole("Please reply with a single word.") == (
        "Say which topic fits. Please reply with a single word."
    )
