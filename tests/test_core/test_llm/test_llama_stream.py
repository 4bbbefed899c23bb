"""A reply that is heard while it is written: the same one, its thought marked, stopped at the next token."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.llm.answers import AnswerStore
from core.llm.base import HeardToken, Request, StreamingModel, user
from core.llm.cached import CachedModel
from core.llm.gguf import read_header
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

SMALL = ModelSettings(context=256, lanes=2, batch=64, threads=1)
REQUEST = Request(user("Rewrite the prompt in other words.\n\nthe cat sat on the mat"), max_tokens=24, logprobs=3)


def test_that_listening_does_not_change_the_reply(model: LlamaModel) -> None:
    heard: list[HeardToken] = []
    reply = model.stream(REQUEST, heard.append)
    assert reply == model.complete([REQUEST])[0]
    assert tuple(token.token for token in heard) == reply.token_ids
    assert [token.logprob for token in heard] == [entry.logprob for entry in reply.logprobs]
    assert "".join(token.text for token in heard).strip() == reply.text.strip()


def test_that_no_token_is_heard_after_a_cancel(model: LlamaModel) -> None:
    heard: list[HeardToken] = []
    cancel = CancelToken()

    def hear(token: HeardToken) -> None:
        heard.append(token)
        if len(heard) == 2:
            cancel.cancel()

    with pytest.raises(Cancelled):
        model.stream(dataclasses.replace(REQUEST, temperature=50.0, max_tokens=100), hear, cancel=cancel)
    assert len(heard) == 2
    assert model.complete([REQUEST])[0].text  # as good as new


def test_that_a_thought_is_marked_as_one(demo: Path, variant: Callable[..., Path]) -> None:
    template = read_header(demo).chat_template + "{{ '<think>\n' }}"
    model = load(variant(change={"tokenizer.chat_template": template}), SMALL)
    heard: list[HeardToken] = []
    try:
        reply = model.stream(dataclasses.replace(REQUEST, reasoning_cap=5), heard.append)
        closing = len(model._encoder.closing_thought())
    finally:
        model.close()
    assert all(token.thought for token in heard[:5])
    assert not any(token.thought for token in heard[5 + closing :])
    assert "".join(token.text for token in heard[5 + closing :]).strip() == reply.text.strip()


def test_that_a_model_with_kept_answers_is_heard_anew_each_time(model: LlamaModel, tmp_path: Path) -> None:
    store = AnswerStore(tmp_path)
    kept = CachedModel(model, model.settings, store)
    try:
        assert isinstance(kept, StreamingModel)
        heard: list[HeardToken] = []
        for _ in range(2):
            kept.stream(REQUEST, heard.append)
        assert len(heard) == 2 * len(model.complete([REQUEST])[0].token_ids)
        assert store.size() == (0, 0)
    finally:
        store.close()


def test_that_a_stop_is_not_heard(model: LlamaModel) -> None:
    whole = model.complete([REQUEST])[0].text
    stop = whole[len(whole) // 2 : len(whole) // 2 + 6]
    heard: list[HeardToken] = []
    reply = model.stream(dataclasses.replace(REQUEST, stops=(stop,)), heard.append)
    assert reply.text == whole[: whole.index(stop)]
    assert "".join(token.text for token in heard) == reply.text
    assert tuple(token.token for token in heard) == reply.token_ids


def test_that_what_only_begins_like_a_stop_is_heard_in_the_end(model: LlamaModel) -> None:
    whole = model.complete([REQUEST])[0].text
    heard: list[HeardToken] = []
    model.stream(dataclasses.replace(REQUEST, stops=(whole[-3:] + "never",)), heard.append)
    assert "".join(token.text for token in heard) == whole
