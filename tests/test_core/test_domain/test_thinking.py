"""What a model thought is told from what it answered, in every form in which models write that down."""

import time

import pytest

from core.domain.thinking import ALL, FORMATS, ThinkingFormat, ThoughtSplit, formats_of, named, split, switches, tagged

CHANNEL = "<|channel|>{}<|message|>"
ANALYSIS, FINAL = CHANNEL.format("analysis"), CHANNEL.format("final")


@pytest.mark.parametrize(
    ("reply", "thoughts", "answer"),
    [
        # tags
        ("<think>Is it?</think>yes", "Is it?", "yes"),
        ("<think>\nIs it?\n</think>\n\nyes", "Is it?", "yes"),
        ("<think>\n\n</think>\n\nyes", "", "yes"),
        ("<Thinking>Is it?</THINKING>\nyes", "Is it?", "yes"),
        ("<thought>\nIs it?\n</thought>\n\nyes", "Is it?", "yes"),
        ("<reasoning>Is it?</reasoning>yes", "Is it?", "yes"),
        ("[THINK]Is it?[/THINK]yes", "Is it?", "yes"),
        ("◁think▷Is it?◁/think▷yes", "Is it?", "yes"),
        ("<seed:think>Is it?<seed:cot_budget_reflect>9 left</seed:cot_budget_reflect></seed:think>yes",
         "Is it?<seed:cot_budget_reflect>9 left</seed:cot_budget_reflect>", "yes"),
        # channels and frames
        (f"{ANALYSIS}Is it?<|end|><|start|>assistant{FINAL}yes<|return|>", "Is it?", "yes"),
        (f"{ANALYSIS}Is it?{FINAL}yes", "Is it?", "yes"),
        (f"{ANALYSIS}a<|end|><|start|>assistant{ANALYSIS}b<|end|><|start|>assistant{FINAL}yes", "a\n\nb", "yes"),
        (f"{FINAL}yes", "", "yes"),
        ("analysisIs it?assistantfinalyes", "Is it?", "yes"),
        ("<|channel>thought\nIs it?\n<channel|>yes", "Is it?", "yes"),
        ("<|channel>thought\n<channel|>yes", "", "yes"),
        ("<|think|>Is it?<|end|><|begin|>assistant<|content|>yes<|end|>", "Is it?", "yes"),
        ("<|content|>yes", "", "yes"),
        ("<|START_THINKING|>Is it?<|END_THINKING|><|START_RESPONSE|>yes<|END_RESPONSE|>", "Is it?", "yes"),
        ("<|START_THINKING|>Is it?<|END_THINKING|>yes", "Is it?", "yes"),
        ("<|START_RESPONSE|>yes<|END_RESPONSE|>", "", "yes"),
        ("<|inner_prefix|>Is it?<|inner_suffix|>yes", "Is it?", "yes"),
        ("<|begin_of_thought|>Is it?<|end_of_thought|><|begin_of_solution|>yes<|end_of_solution|>", "Is it?", "yes"),
        ("<|open|>think<|sep|>Is it?<|close|>think<|sep|><|open|>response<|sep|>yes<|close|>response<|sep|>", "Is it?",
         "yes"),
        # words
        ("Here are my reasoning steps:\nIs it?\n[BEGIN FINAL RESPONSE]\nyes\n[END FINAL RESPONSE]", "Is it?", "yes\n"),
        ("Here is my thought process:\nIs it?\n\nHere is my response:\nyes", "Is it?", "yes"),
        # tags around the answer
        ("<think>Is it?</think>\n<response>yes</response>", "Is it?", "yes"),
        ("<think>Is it?</think><answer>\nyes\n</answer>", "Is it?", "yes"),
        ("<think>Is it?</think><answer>ye", "Is it?", "ye"),
        # opened by the template, broken off, more than one, with text before
        ("Is it?</think>\n\nyes", "Is it?", "yes"),
        ("Is it?[/THINK]yes", "Is it?", "yes"),
        ("Is it?\n[BEGIN FINAL RESPONSE]\nyes", "Is it?", "yes"),
        ("Is it?<|END_THINKING|>yes", "Is it?", "yes"),
        ("Is it?<channel|>yes", "Is it?", "yes"),
        ("<think>Is it?", "Is it?", ""),
        (f"{ANALYSIS}Is it?", "Is it?", ""),
        ("<|START_THINKING|>Is it?", "Is it?", ""),
        ("Well. <think>Is it?</think>yes", "Is it?", "Well. yes"),
        ("Well. <think>Is it?", "Is it?", "Well. "),
        ("<think>a</think>yes<think>b</think>, no", "a\n\nb", "yes, no"),
        ("<think>a</think>b</think>yes", "a\n\nb", "yes"),
        ("<think>a <think> b</think> c</think>yes", "a <think> b\n\nc", "yes"),
        ("<think>no [THINK] here</think>yes", "no [THINK] here", "yes"),
        # no thoughts
        ("yes", "", "yes"),
        ("  yes\n", "", "  yes\n"),
        ("", "", ""),
        ("I think: yes", "", "I think: yes"),
        ("analysis of the text: yes", "", "analysis of the text: yes"),
        ("<answer>yes</answer>", "", "<answer>yes</answer>"),
        ("Here are my reasoning steps: it is. So: yes", "", "Here are my reasoning steps: it is. So: yes"),
        ("I said: Here is my thought process: a. Here is my response: yes", "",
         "I said: Here is my thought process: a. Here is my response: yes"),
    ],
)  # fmt: skip
def test_that_thoughts_are_told_from_the_answer(reply: str, thoughts: str, answer: str) -> None:
    assert split(reply) == ThoughtSplit(thoughts, answer)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_that_every_format_is_read_as_it_is_closed_by_force(form: ThinkingFormat) -> None:
    assert split(f"{form.opens[0]}Is it?{form.closing}yes") == ThoughtSplit("Is it?", "yes")
    assert split(f"Is it?{form.closing}yes", opened=form) == ThoughtSplit("Is it?", "yes")
    assert split("Is it?", opened=form) == ThoughtSplit("Is it?", "")
    assert split(f"{form.prefix}yes") == ThoughtSplit("", "yes")


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("{{ messages }}", []),
        ("{{ '<think>\n' }}", ["think"]),
        ("{{ content.split('</think>')[-1] }}", ["think"]),
        ("{{ '<|think|>' }}<|turn>{{ '<|channel>thought\n<channel|>' }}", ["Gemma 4"]),
        ("{{ '<|begin|>assistant<|think|>' }}{{ '<|content|>' }}<|end|>", ["Solar"]),
        ("<|start|>assistant<|channel|>final<|message|>", ["gpt-oss"]),
        ("analysis of {{ messages }}", []),
        ("{{ '[BEGIN FINAL RESPONSE]' }}", ["Apriel"]),
        ("<|START_RESPONSE|>{{ m }}<|END_RESPONSE|>", ["Command"]),
    ],
)
def test_that_a_template_says_how_its_model_thinks(template: str, names: list[str]) -> None:
    assert [form.name for form in formats_of(template)] == names


def test_that_plain_words_open_a_thought_without_end_only_for_a_model_that_writes_them() -> None:
    reply = "Here are my reasoning steps:\nIs it?"
    assert split(reply).answer == reply
    assert split(reply, formats_of("[BEGIN FINAL RESPONSE]")) == ThoughtSplit("Is it?", "")


def test_that_a_person_can_name_other_tags() -> None:
    reply = "<scratchpad>Is it?</scratchpad>yes"
    assert split(reply).answer == reply
    assert (
        split(reply, named(["<scratchpad>"])) == split(reply, [tagged("scratchpad")]) == ThoughtSplit("Is it?", "yes")
    )
    assert named(["think", " "]) == ALL


def test_that_a_template_is_asked_not_to_think_in_its_own_words() -> None:
    assert switches("", {"messages", "enable_thinking"}, on=False) == {"enable_thinking": False}
    assert switches("", {"enable_thinking"}, on=True) == {"enable_thinking": True}
    assert switches("", {"thinking_budget"}, on=False) == {"thinking_budget": 0}
    assert switches("", {"messages"}, on=False) == {}
    assert switches("{% if e in ['none', 'high'] %}", {"reasoning_effort"}, on=False) == {"reasoning_effort": "none"}
    assert switches('{% if e in ["low", "minimal"] %}', {"reasoning_effort"}, on=False) == {
        "reasoning_effort": "minimal"
    }
    assert switches("{{ reasoning_effort }}", {"reasoning_effort"}, on=False) == {"reasoning_effort": "low"}
    assert switches("{{ reasoning_effort }}", {"reasoning_effort"}, on=True) == {}


@pytest.mark.parametrize("piece", [*(mark for form in ALL for mark in (*form.opens, *form.closes)), "<response>"])
def test_that_a_hostile_reply_costs_no_more_than_its_length(piece: str) -> None:
    began = time.process_time()
    split(piece * (400_000 // len(piece)))
    assert time.process_time() - began < 2
