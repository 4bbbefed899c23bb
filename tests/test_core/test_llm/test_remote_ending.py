"""Replies of servers that are ended once nothing more is needed of them, by hanging up: a real model behind
`whet serve`."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.domain.runspec import ModelSettings
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.engine.serving.vectors import VectorQueue
from core.llm import llama, remote
from core.llm.answers import AnswerStore
from core.llm.base import Request, user
from core.llm.remote.model import RemoteModel
from core.paths import tiny_model

QUESTION = user("Write a long list of words.\n\nwords: river, stone, cloud, paper, window, garden, letter, morning")


@dataclass(frozen=True)
class Longer:
    """Enough once there are more letters than that."""

    letters: int

    def ended(self, text: str) -> bool:
        return len(text) > self.letters


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    file = tiny_model()
    assert file is not None
    model = llama.load(file, ModelSettings(context=512, lanes=4, threads=1))
    batcher = Batcher(model, 8)
    vectors = VectorQueue(lambda: llama.load(file, ModelSettings(context=512, lanes=4, threads=1), embed=True))
    with Server(batcher, Speaker("demo", model), "127.0.0.1", 0, "token", vectors=vectors) as served:
        work = threading.Thread(target=served.serve_forever, args=(0.05,))
        work.start()
        yield f"{served.address}#demo"
        served.shutdown()
        work.join()
    batcher.close()
    vectors.close()
    model.close()


@pytest.fixture
def there(address: str, tmp_path: Path) -> Iterator[RemoteModel]:
    model = remote.connect(
        remote.addresses(address), key_of=lambda _: "token", store=AnswerStore(tmp_path / "answers"), seconds=20
    )
    yield model
    model.close()


def test_that_a_reply_ends_where_nothing_more_is_needed_and_costs_no_more(there: RemoteModel) -> None:
    assert there.served.streams
    whole, ended = there.complete([Request(QUESTION, 60), Request(QUESTION, 60, ending=Longer(3))])
    assert len(ended.text) > 3
    assert len(ended.text) < len(whole.text)
    assert whole.text.startswith(ended.text)
    assert 0 < ended.usage.completion_tokens < whole.usage.completion_tokens


def test_that_an_ended_reply_is_kept_as_one_and_never_taken_for_the_whole(there: RemoteModel) -> None:
    request = Request(QUESTION, 60, ending=Longer(3))
    first = there.complete([request])[0]
    sent = sum(traffic.requests for traffic in there.traffic.values())
    assert there.complete([request])[0] == first
    assert sum(traffic.requests for traffic in there.traffic.values()) == sent, "it was asked again"
    assert len(there.complete([Request(QUESTION, 60)])[0].text) > len(first.text)
    assert len(there.complete([Request(QUESTION, 60, ending=Longer(9))])[0].text) > len(first.text)


def test_that_who_hung_up_early_is_answered_again_at_once(there: RemoteModel) -> None:
    asked = [Request(user(f"Go on: {number} one two three"), 200, ending=Longer(2)) for number in range(24)]
    replies = there.complete(asked)
    assert all(reply.usage.completion_tokens < 200 for reply in replies)
    assert there.complete([Request(QUESTION, 8)])[0].text
