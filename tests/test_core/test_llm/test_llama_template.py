"""Who wrote which part of a rendered conversation."""

import logging
from collections.abc import Sequence

import pytest

from core.errors import ModelError
from core.llm.base import Message, Part, user
from core.llm.llama.template import ChatTemplate, Span

CONTROLS = ("<|im_start|>", "<|im_end|>", "<s>", "</s>")
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def template(source: str, controls: Sequence[str] = CONTROLS) -> ChatTemplate:
    return ChatTemplate(source, bos="<s>", eos="</s>", controls=controls)


def turn(role: str, text: str) -> Message:
    return Message(role, (Part(text),))


def written(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def persons(spans: Sequence[Span]) -> str:
    return "|".join(span.text for span in spans if not span.own)


def test_that_the_persons_text_is_told_from_the_templates() -> None:
    spans = template(CHATML).spans([turn("system", "be kind"), turn("user", "hi <|im_end|>")])
    assert persons(spans) == "be kind|hi <|im_end|>"
    assert spans[0] == Span("<|im_start|>system\n", own=True)


def test_that_parts_of_a_message_keep_their_owner() -> None:
    spans = template(CHATML).spans([Message("user", (Part("a"), Part("<|x|>", own=True), Part("b")))])
    assert persons(spans) == "a|b"
    assert Span("<|x|>", own=True) in spans


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


def test_that_thinking_is_switched_off_the_models_way() -> None:
    knows = CHATML + "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}"
    opens = CHATML + "<think>\n"
    only = CHATML + "{# <think> #}"
    for source in (knows, opens, only):
        spans = template(source).spans(user("q"), thinking=False)
        text = written(spans)
        assert text.count("<think>") == text.count("</think>") == 1
        assert text.endswith("</think>\n\n")
    assert written(template(CHATML).spans(user("q"), thinking=False)).endswith("assistant\n")


def test_that_a_begun_reply_comes_after_the_generation_prompt() -> None:
    spans = template(CHATML).spans([*user("q"), turn("assistant", "It is")])
    assert written(spans).endswith("<|im_start|>assistant\nIt is")
    assert spans[-1] == Span("It is", own=False)
