"""A person asks one thing and listens: the real engine process, the bundled model."""

import math
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from core.control import Cancelled
from core.data.tasks import load_task, read_task
from core.domain.example import Example
from core.engine.client import EngineProcess
from core.engine.commands.ask import Answered, Ask, AskRendered, TokenHeard
from core.engine.connection import EngineCommandError
from core.paths import sample_tasks, tiny_model

T = TypeVar("T")


def sample(name: str) -> Path:
    return next(folder for folder in sample_tasks() if folder.name == name)


def only(items: Iterable[object], kind: type[T]) -> T:
    (found,) = (item for item in items if isinstance(item, kind))
    return found


def heard_by(items: list[object], model: int = 0) -> list[TokenHeard]:
    return [item for item in items if isinstance(item, TokenHeard) and item.model == model]


def test_that_the_tokens_heard_are_the_reply(engine: EngineProcess, model: Path) -> None:
    task = sample("order-number")
    example = load_task(task).validation[0]
    items = list(engine.do(Ask(read_task(task).reference, (str(model),), example, str(task), max_tokens=24)))
    answered = only(items, Answered)
    heard = heard_by(items)
    assert "".join(each.heard.text for each in heard).strip() == answered.text.strip()
    assert len(heard) == answered.reply_tokens
    assert answered.verdict is not None
    assert answered.verdict.score == 1.0
    rendered = only(items, AskRendered)
    assert len(rendered.tokens) == answered.prompt_tokens
    assert example.input in "".join(rendered.tokens)


def test_that_a_greedy_token_is_the_likeliest_of_its_alternatives(engine: EngineProcess, model: Path) -> None:
    items = list(engine.do(Ask("Complete the task.", (str(model),), Example(0, "apple", ()), max_tokens=8)))
    for each in heard_by(items):
        best = each.heard.alternatives[0]
        assert (best.token, best.logprob) == (each.heard.token, each.heard.logprob)
        assert each.heard.logprob <= 0
        assert len(each.heard.alternatives) == 5


def test_that_labels_are_weighed_for_classification(engine: EngineProcess, model: Path) -> None:
    task = sample("sentiment")
    found = load_task(task)
    command = Ask(read_task(task).reference, (str(model),), found.validation[0], str(task), max_tokens=8)
    labels = only(engine.do(command), Answered).labels
    assert {each.label for each in labels} == set(found.contract.labels)
    assert math.fsum(each.share for each in labels) == pytest.approx(1.0)
    assert labels[0].logprob == max(each.logprob for each in labels)


def test_that_a_seed_repeats_a_sample_and_another_one_does_not(engine: EngineProcess, model: Path) -> None:
    def told(seed: int) -> list[int]:
        command = Ask("Say something.", (str(model),), temperature=2.0, seed=seed, max_tokens=24)
        return [each.heard.token for each in heard_by(list(engine.do(command)))]

    first = told(1)
    assert told(1) == first
    assert told(2) != first


def test_that_a_model_that_cannot_be_asked_does_not_keep_the_next_from_answering(
    engine: EngineProcess, model: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"no model")
    items = list(engine.do(Ask("Say something.", (str(broken), str(model)), max_tokens=4)))
    first, second = (item for item in items if isinstance(item, Answered))
    assert first.problem
    assert not second.problem
    assert second.reply_tokens > 0


def test_that_two_models_are_heard_side_by_side(engine: EngineProcess, model: Path) -> None:
    other = tiny_model()
    assert other is not None
    items = list(engine.do(Ask("Say something.", (str(model), str(other)), max_tokens=4)))
    assert len({item.name for item in items if isinstance(item, AskRendered)}) == 2
    assert heard_by(items, 0)
    assert heard_by(items, 1)


def test_that_a_cancel_is_heeded_before_many_more_tokens(engine: EngineProcess, model: Path) -> None:
    command = Ask("Write a long story.", (str(model),), temperature=50.0, max_tokens=900)
    heard = 0

    def listen() -> None:
        nonlocal heard
        for item in engine.do(command):
            if isinstance(item, TokenHeard):
                heard += 1
                if heard == 3:
                    engine.cancel()

    with pytest.raises(Cancelled):
        listen()
    assert heard < 300
    assert only(engine.do(Ask("Again.", (str(model),), max_tokens=2)), Answered).reply_tokens


def test_that_asking_nothing_is_refused(engine: EngineProcess, model: Path) -> None:
    with pytest.raises(EngineCommandError, match="nothing to ask"):
        list(engine.do(Ask(" ", (str(model),))))
