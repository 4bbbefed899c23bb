"""What a file is for, and in what form it is asked, is said before it is loaded, wherever a person meets it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.control import CancelToken
from core.domain.runspec import ModelSettings
from core.engine.ask import ask
from core.engine.commands.ask import Answered, Ask, AskRendered
from core.engine.commands.find_models import FindModels, find_models
from core.engine.commands.inspect import Inspect, inspect
from core.engine.commands.measure import Measure, measure
from core.engine.context import EngineContext
from core.engine.messages import Message
from core.engine.models import LoadedModels
from core.engine.prepare import reference
from core.errors import CapabilityError, ModelError
from core.llm import hardware
from core.llm.chat_form import BROKEN, MISSING, form_words
from core.llm.gguf import read_header
from core.llm.kinds import Purpose, check_writes, purpose_of

Variant = Callable[..., Path]
NO_TEMPLATE = {"drop": ("tokenizer.chat_template",)}
BAD_TEMPLATE = {"change": {"tokenizer.chat_template": "{{ no.such.thing() }}"}}


def quiet(_phase: str, _fraction: float) -> None: ...


def context(heard: list[Message] | None = None) -> EngineContext:
    """Of an engine with no client but this test."""
    return EngineContext(LoadedModels(), ([] if heard is None else heard).append, lambda _: None)


@pytest.mark.parametrize(
    ("change", "purpose"),
    [
        ({}, Purpose.LANGUAGE),
        ({"llama.pooling_type": 0}, Purpose.LANGUAGE),
        ({"llama.pooling_type": 1}, Purpose.EMBEDDING),
        ({"llama.pooling_type": 3}, Purpose.EMBEDDING),
        ({"llama.attention.causal": False}, Purpose.EMBEDDING),
    ],
)
def test_that_a_model_for_vectors_is_told_from_one_that_writes(
    variant: Variant, change: dict[str, object], purpose: Purpose
) -> None:
    header = read_header(variant(change=change))
    assert purpose_of(header) is purpose
    if purpose is Purpose.EMBEDDING:
        assert form_words(header) == ""
        with pytest.raises(CapabilityError, match="for embeddings only"):
            check_writes(header)
    else:
        check_writes(header)


def test_that_a_model_for_vectors_is_refused_as_the_task_model_before_it_is_tried(variant: Variant) -> None:
    file = variant(change={"llama.pooling_type": 3})
    with pytest.raises(CapabilityError, match="for embeddings only"):
        reference(file, {}, quiet, CancelToken(), [])
    found = inspect(Inspect(str(file)), context())
    assert found.purpose == "embedding"
    settings = {"threads": 1, "context": 256, "lanes": 2}
    embedder = reference(file, settings, quiet, CancelToken(), [], writes=False)
    assert embedder.sha256 == found.sha256


@pytest.mark.parametrize(("how", "words"), [(NO_TEMPLATE, MISSING), (BAD_TEMPLATE, BROKEN), ({}, "")])
def test_that_a_stand_in_for_a_chat_template_is_said_everywhere(
    variant: Variant, how: dict[str, object], words: str
) -> None:
    file = variant(**how)
    assert inspect(Inspect(str(file)), context()).form_words == words
    listed = find_models(FindModels((str(file.parent),)), context())
    assert [model.form_words for model in listed.models if model.path == str(file)] == [words]
    notes: list[str] = []
    reference(file, {"threads": 1, "context": 256, "lanes": 2}, quiet, CancelToken(), notes)
    assert [note for note in notes if "template" in note] == ([f"{file.name}: {words}"] if words else [])
    heard = list[Message]()
    here = context(heard)
    try:
        settings = {str(file): {"threads": 1, "context": 256, "lanes": 2}}
        ask(Ask("Hello", (str(file),), max_tokens=2, settings=settings), here)
    finally:
        here.models.close()
    (rendered,) = [item for item in heard if isinstance(item, AskRendered)]
    assert rendered.note == words
    assert not any(item.problem for item in heard if isinstance(item, Answered))


def test_that_settings_that_do_not_fit_into_memory_are_refused_before_they_are_measured(tiny: Path) -> None:
    header = read_header(tiny)
    needed = hardware.needed_bytes(header, ModelSettings(context=16_000_000, lanes=200))
    assert needed > hardware.machine().memory_available
    with pytest.raises(ModelError, match="it is too big"):
        measure(Measure(str(tiny), {"context": 16_000_000, "lanes": 200}), context())


def test_that_an_embedding_model_is_not_measured(variant: Variant) -> None:
    with pytest.raises(CapabilityError, match="for embeddings only"):
        measure(Measure(str(variant(change={"llama.pooling_type": 3}))), context())
