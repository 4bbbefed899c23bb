"""Who wrote which part of a rendered conversation."""

import logging
from collections.abc import Sequence

import pytest

from core.errors import ModelError
from core.llm.base import ChatMessage, Part, user
from core.llm.llama.template import ChatTemplate, TemplateSpan
from core.llm.remote.spoken import plain

CONTROLS = ("<|im_start|>", "<|im_end|>", "<s>", "</s>")
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def template(source: str, controls: Sequence[str] = CONTROLS) -> ChatTemplate:
    return ChatTemplate(source, bos="<s>", eos="</s>", controls=controls)


def turn(role: str, text: str) -> ChatMessage:
    return ChatMessage(role, (Part(text),))


def written(spans: Sequence[TemplateSpan]) -> str:
    return "".join(span.text for span in spans)


def persons(spans: Sequence[TemplateSpan]) -> str:
    return "|".join(span.text for span in spans if not span.own)


def test_that_the_persons_text_is_told_from_the_templates() -> None:
    spans = template(CHATML).spans([turn("system", "be kind"), turn("user", "hi <|im_end|>")])
    assert persons(spans) == "be kind|hi <|im_end|>"
    assert spans[0] == TemplateSpan("<|im_start|>system\n", own=True)


def test_that_parts_of_a_message_keep_their_owner() -> None:
    spans = template(CHATML).spans([ChatMessage("user", (Part("a"), Part("<|x|>", own=True), Part("b")))])
    assert persons(spans) == "a|b"
    assert TemplateSpan("<|x|>", own=True) in spans


@pytest.mark.parametrize(
    "text", ["  both  ", "left", "\n\nlines\n\n", "", "   ", "{{ x }}", "{% for %}", "\ue0000\ue002"]
)
def test_that_a_template_that_trims_is_followed(text: str) -> None:
    trimming = template("{% for m in messages %}<s>{{ m.content | trim }}</s>{% endfor %}")
    spans = trimming.spans([turn("user", text), turn("user", "b")])
    assert written(spans) == f"<s>{text.strip()}</s><s>b</s>"
    assert persons(spans) == "|".join(filter(None, (text.strip(), "b")))


def test_that_control_text_is_broken_up_where_a_template_changes_the_content() -> None:
    shouting = template("{% for m in messages %}<s>{{ m.content[:1] ~ '.' ~ m.content[1:] }}</s>{% endfor %}question")
    spans = shouting.spans([turn("user", "a <|im_end|> <s> b")])
    text = written(spans)
    assert all(span.own for span in spans)
    assert "<|im_end|>" not in text
    assert text.count("<s>") == 1
    assert text.replace("\u200b", "") == "<s>a. <|im_end|> <s> b</s>question"


def test_that_a_model_without_a_system_role_gets_the_system_text_in_the_first_user_turn() -> None:
    source = (
        "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system role') }}{% endif %}"
        "[{{ m.role }}] {{ m.content }}\n{% endfor %}[assistant]"
    )
    roleless = template(source)
    assert not roleless.system_role
    spans = roleless.spans(
        [turn("system", "be kind"), turn("user", "hi"), turn("assistant", "yes"), turn("user", "so?")]
    )
    assert written(spans) == "[user] be kind\n\nhi\n[assistant] yes\n[user] so?\n[assistant]"
    assert written(roleless.spans([turn("system", "alone")])) == "[user] alone\n[assistant]"


def test_that_a_template_that_drops_the_system_text_in_silence_counts_as_without_system_role() -> None:
    dropping = template("{% for m in messages if m.role != 'system' %}{{ m.content }}{% endfor %}")
    assert not dropping.system_role
    assert "be kind" in written(dropping.spans([turn("system", "be kind"), turn("user", "hi")]))


@pytest.mark.parametrize(
    "source",
    [
        "",
        "   ",
        "{% if %}",
        "{{ ''.__class__.__mro__ }}{{ messages[0].content }}",
        "{% for i in range(10**9) %}x{% endfor %}",
        "nothing of the messages",
        "{{ 1 / 0 }}",
    ],
)
def test_that_a_missing_or_broken_template_is_replaced_with_a_warning(
    source: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="whet.llama"):
        chatml, plain = template(source), template(source, controls=())
    assert sum("no usable chat template" in record.message for record in caplog.records) == 2
    asked = [turn("system", "S"), *user("Q")]
    assert written(chatml.spans(asked)).endswith("<|im_start|>user\nQ<|im_end|>\n<|im_start|>assistant\n")
    assert written(plain.spans(asked)) == "S\n\nUser: Q\nAssistant:"
    assert (chatml.stops, plain.stops) == ((), ("\nUser:",))


def test_that_a_conversation_that_the_template_refuses_is_refused_with_its_words() -> None:
    source = "{% for m in messages %}{{ m.content }}{% if loop.index > 1 %}{{ raise_exception('only one') }}{% endif %}"
    with pytest.raises(ModelError, match="only one"):
        template(source + "{% endfor %}").spans([turn("user", "a"), turn("user", "b")])


SWITCH = CHATML + "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}"
CLOSED = "<|im_start|>assistant\n<think>\n\n</think>\n\n"


@pytest.mark.parametrize(
    ("source", "end"),
    [
        (SWITCH, CLOSED),
        (CHATML + "{{ '<think>\n' }}", CLOSED),
        (CHATML + "{# <think> #}", "<|im_start|>assistant\n"),
        (CHATML, "<|im_start|>assistant\n"),
        (CHATML + "{% if thinking %}<think>{% else %}</think>{% endif %}", "<|im_start|>assistant\n</think>"),
        (CHATML + "{% if not enable_thinking | default(false) %}<|channel>thought\n<channel|>{% endif %}",
         "<|im_start|>assistant\n<|channel>thought\n<channel|>"),
        (CHATML + "Here are my reasoning steps:\n{# [BEGIN FINAL RESPONSE] #}",
         "Here are my reasoning steps:\n\n[BEGIN FINAL RESPONSE]\n"),
        (CHATML + "{% set e = reasoning_effort or 'high' %}{% if e in ['none', 'high'] %}[{{ e }}]{% endif %}",
         "[none]"),
        (CHATML + "<think>", "assistant\n<think></think>\n\n"),
        (CHATML + "{# <|channel|>analysis<|message|> <|channel|>final<|message|> #}<|start|>assistant",
         "<|start|>assistant<|channel|>final<|message|>"),
        (CHATML + "{# <|START_RESPONSE|> #}<|CHATBOT_TOKEN|>", "<|CHATBOT_TOKEN|><|START_RESPONSE|>"),
        (CHATML + "{# <|START_RESPONSE|> #}<|CHATBOT_TOKEN|><|START_RESPONSE|>", "_TOKEN|><|START_RESPONSE|>"),
        (CHATML + "{% set thinking_budget = thinking_budget | default(-1) %}{% if thinking_budget == 0 %}"
         "<seed:think>none</seed:think>{% endif %}", "assistant\n<seed:think>none</seed:think>"),
    ],
)  # fmt: skip
def test_that_a_model_is_asked_for_no_thought_in_its_own_way(source: str, end: str) -> None:
    text = written(template(source).spans(user("q")))
    assert text.endswith(end)
    assert template(source).left_open(template(source).spans(user("q"))) is None


def test_that_a_model_may_be_asked_for_a_thought_or_be_left_alone() -> None:
    gemma = template(CHATML + "{% if not enable_thinking | default(false) %}<|channel>thought\n<channel|>{% endif %}")
    assert written(gemma.spans(user("q"), thinking=True)).endswith("<|im_start|>assistant\n")
    assert written(gemma.spans(user("q"), thinking=None)).endswith("<channel|>")
    opening = template(CHATML + "{{ '<think>\n' }}")
    spans = opening.spans(user("q"), thinking=True)
    assert written(spans).endswith("<think>\n")
    assert opening.left_open(spans) == opening.formats[0]


WORD = (
    "{% set ns = namespace(think=true) %}{% for m in messages %}{% if '/no_think' in m.content %}"
    "{% set ns.think = false %}{% endif %}{% endfor %}{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{{ m.content.replace('/no_think', '').strip() }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n<think>{{ '\n' if ns.think else '</think>' }}"
)


@pytest.mark.parametrize("messages", [user("q"), [turn("system", "be kind"), *user("q")]])
def test_that_a_switch_that_is_a_word_is_used_and_not_seen(messages: Sequence[ChatMessage]) -> None:
    spans = template(WORD).spans(messages)
    assert written(spans).endswith("<|im_start|>assistant\n<think></think>")
    assert "/no_think" not in written(spans)
    assert persons(spans).endswith("q")


def test_that_contents_are_given_as_parts_to_a_template_that_wants_parts() -> None:
    parts = "{% for m in messages %}<s>{% for p in m.content %}{% if p.type == 'text' %}{{ p.text }}{% endif %}"
    typed = template(parts + "{% endfor %}</s>{% endfor %}")
    spans = typed.spans([turn("system", "S"), *user("a <s> b")])
    assert (typed.stand_in, persons(spans), written(spans)) == ("", "S|a <s> b", "<s>S</s><s>a <s> b</s>")


def test_that_a_server_that_only_goes_on_with_a_text_is_asked_in_the_stand_ins_form() -> None:
    talk = [turn("system", "Be kind."), turn("user", "Hi"), turn("assistant", "Hello"), turn("user", "Who are you?")]
    for messages in (user("Hi"), talk):
        assert plain(messages) == written(template("", controls=()).spans(messages))


def test_that_a_stand_in_is_said() -> None:
    assert template(CHATML).stand_in == ""
    assert template("{{ nothing }}").stand_in == "ChatML"
    assert template("", controls=()).stand_in.startswith("plain")


def test_that_a_begun_reply_comes_after_the_generation_prompt() -> None:
    spans = template(CHATML).spans([*user("q"), turn("assistant", "It is")])
    assert written(spans).endswith("<|im_start|>assistant\nIt is")
    assert spans[-1] == TemplateSpan("It is", own=False)
