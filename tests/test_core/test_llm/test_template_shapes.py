"""Templates in the shapes of current model families: written as the reference library writes them, thinking or not.

The reference is the environment in which these templates are made: Jinja's own sandbox with the few names that the
library of their authors adds.
"""

import json
import time
from collections.abc import Sequence
from typing import Any

import jinja2
import pytest
from jinja2 import nodes
from jinja2.ext import Extension, loopcontrols
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment
from template_shapes import SHAPES, Shape

from core.llm.base import ChatMessage, Part
from core.llm.llama.template import ChatTemplate, StandIn, TemplateSpan
from core.llm.sandbox import compile_template

DAY = time.struct_time((2025, 1, 1, 12, 0, 0, 2, 1, 0))
CONVERSATIONS: dict[str, Sequence[tuple[str, str]]] = {
    "question": [("user", "Is it  so?\n\nYes or no.")],
    "system": [("system", "  Be kind. "), ("user", "Is it so?")],
    "several turns": [("user", "a"), ("assistant", "<think>hm</think>\n\nb"), ("user", "c {{ d }}")],
    "many turns": [
        ("system", "S"),
        ("user", "a"),
        ("assistant", "b"),
        ("user", "c"),
        ("assistant", "d"),
        ("user", "e"),
    ],
}


class Generation(Extension):
    tags = {"generation"}  # noqa: RUF012

    def parse(self, parser: Parser) -> list[nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def reference(source: str, messages: Sequence[tuple[str, str]], *, typed: bool = False, **values: Any) -> str:
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[Generation, loopcontrols]
    )

    def tojson(value: object, ensure_ascii: bool = False, indent: int | None = None) -> str:
        return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent)

    def refuse(message: str) -> None:
        raise jinja2.TemplateError(message)

    environment.filters["tojson"] = tojson
    environment.globals["raise_exception"] = refuse
    environment.globals["strftime_now"] = lambda form: time.strftime(form, DAY)
    turns = [{"role": role, "content": [{"type": "text", "text": text}] if typed else text} for role, text in messages]
    return environment.from_string(source).render(
        messages=turns,
        tools=None,
        documents=None,
        add_generation_prompt=True,
        bos_token="<s>",
        eos_token="</s>",
        **values,
    )


def template(shape: Shape) -> ChatTemplate:
    return ChatTemplate(shape.source, bos="<s>", eos="</s>", controls=("<s>", "</s>"))


def turns(conversation: Sequence[tuple[str, str]]) -> list[ChatMessage]:
    return [ChatMessage(role, (Part(text),)) for role, text in conversation]


def written(spans: Sequence[TemplateSpan]) -> str:
    return "".join(span.text for span in spans)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("conversation", CONVERSATIONS.values(), ids=CONVERSATIONS)
def test_that_a_conversation_is_written_as_the_reference_writes_it(
    shape: Shape, conversation: Sequence[tuple[str, str]]
) -> None:
    used = template(shape)
    assert used.stand_in is StandIn.NONE
    assert used.system_role is shape.system
    if not shape.system and conversation[0][0] == "system":
        return
    spans = used.spans(turns(conversation), thinking=None)
    typed = used.source == SHAPES["typed contents only"].source
    assert written(spans) == reference(shape.source, conversation, typed=typed)
    if not any(change in shape.source for change in ("replace", "indent")) and "<think>" not in str(conversation):
        persons = "".join(span.text for span in spans if not span.own)
        assert all(text.strip() in persons for _, text in conversation)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_that_thinking_is_asked_for_and_not_asked_for_in_the_models_way(shape: Shape) -> None:
    used = template(shape)
    asked = turns(CONVERSATIONS["question"])
    off, on = used.spans(asked, thinking=False), used.spans(asked, thinking=True)
    assert written(off).endswith(shape.off)
    assert written(on).endswith(shape.on)
    assert used.left_open(off) is None
    assert (used.left_open(on) is not None) == shape.on.rstrip().endswith(
        ("<think>", "<thought>", "<|START_THINKING|>", "reasoning steps:", "think<|sep|>")
    )


def test_that_what_a_template_may_be_told_is_found_in_it() -> None:
    known = {name: compile_template(shape.source).variables for name, shape in SHAPES.items()}
    assert "reasoning_effort" in known["channels with an effort"]
    assert "enable_thinking" in known["one channel, thinking on demand"]
    assert "thinking" in known["a thought opened or only closed"]
    assert "thinking_budget" in known["a budget of thought"]
    assert "reasoning" in known["marks around the answer, a switch"]
