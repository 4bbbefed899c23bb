"""Thoughts whose marks are control tokens, on a real model: opened by the template, closed by force, never seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import gguf
import pytest

from core.domain.runspec import ModelSettings
from core.llm.base import ChoiceRequest, HeardToken, Request, user
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

SETTINGS = ModelSettings(context=256, lanes=2, batch=64, threads=1)
MARKS = ("<|channel|>", "<|message|>", "<|start|>", "<|end|>", "<|START_THINKING|>", "<|END_THINKING|>",
         "<|START_RESPONSE|>", "<|END_RESPONSE|>")  # fmt: skip
TURNS = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
CHANNELS = TURNS + "<|start|>assistant{# <|channel|>final<|message|> #}<|channel|>analysis<|message|>"
COMMAND = TURNS + "<|im_start|>assistant\n<|START_THINKING|>{# <|END_THINKING|><|START_RESPONSE|> #}"
ASKED = user("Rewrite the prompt in other words.\n\nthe cat sat on the mat")


@pytest.fixture(params=[CHANNELS, COMMAND], ids=["channels", "command"])
def thinker(request: pytest.FixtureRequest, tiny: Path, variant: Callable[..., Path]) -> Iterator[LlamaModel]:
    """A model whose last tokens are the marks of thinking models, as control tokens."""
    fields = gguf.GGUFReader(tiny).fields
    tokens = list(fields["tokenizer.ggml.tokens"].contents())
    kinds = list(fields["tokenizer.ggml.token_type"].contents())
    tokens[-len(MARKS) :], kinds[-len(MARKS) :] = MARKS, [3] * len(MARKS)
    merges = [pair for pair in fields["tokenizer.ggml.merges"].contents() if pair.replace(" ", "") in tokens]
    change = {"tokenizer.ggml.tokens": tokens, "tokenizer.ggml.token_type": kinds, "tokenizer.ggml.merges": merges,
              "tokenizer.chat_template": request.param}  # fmt: skip
    model = load(variant(change=change), SETTINGS)
    yield model
    model.close()


def test_that_no_mark_is_in_a_reply_and_a_thought_ends_at_its_cap(thinker: LlamaModel) -> None:
    without, capped = (thinker.complete([Request(ASKED, max_tokens=8, reasoning_cap=cap)])[0] for cap in (0, 5))
    assert not without.reasoning
    assert capped.reasoning
    for reply in (without, capped):
        assert reply.text
        assert not any(mark in reply.text + reply.reasoning for mark in (*MARKS, "analysis", "final"))
    closing = len(thinker._encoder.closing_thought(thinker._template.formats[0]))
    assert len(capped.token_ids) <= 5 + closing + 8
    assert any(mark in "".join(thinker.spell(capped.token_ids)) for mark in MARKS)


def test_that_a_prompt_without_a_thought_ends_where_the_answer_begins(thinker: LlamaModel) -> None:
    end = "".join(thinker.render(ASKED).pieces)
    assert end.endswith(("<|channel|>final<|message|>", "<|END_THINKING|><|START_RESPONSE|>"))
    ballot = thinker._ballot(ChoiceRequest(ASKED, ("a", "b")))
    assert ballot.prompt.ids == thinker.render(ASKED).token_ids
    ends = "".join(thinker.spell(thinker._encoder.ends))
    assert ("<|END_RESPONSE|>" in ends) or ("<|end|>" in ends)


def test_that_the_tokens_of_a_thought_are_heard_as_such(thinker: LlamaModel) -> None:
    heard: list[HeardToken] = []
    reply = thinker.stream(Request(ASKED, max_tokens=8, reasoning_cap=5), heard.append)
    thoughts = [token.thought for token in heard]
    assert thoughts[0]
    assert thoughts == sorted(thoughts, reverse=True)
    assert "".join(token.text for token in heard if not token.thought).strip() == reply.text.strip()
    assert tuple(token.token for token in heard) == reply.token_ids


def test_that_a_person_cannot_write_a_mark(thinker: LlamaModel) -> None:
    used = [mark for mark in MARKS if mark in thinker._template.source]
    marks = {place for place, text in enumerate(thinker.spell(range(thinker.info.vocabulary))) if text in used}
    plain = thinker.render(user("x")).token_ids
    typed = thinker.render(user("x" + "".join(MARKS))).token_ids
    assert sum(token in marks for token in typed) == sum(token in marks for token in plain)
