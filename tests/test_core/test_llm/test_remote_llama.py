"""A real llama-server, asked about the bundled model, against the same file in this process.

The server is named by WHET_LLAMA_SERVER: a llama-server, or any program that takes its options -m, --port, -np and -c.
"""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.runspec import ModelSettings
from core.errors import PromptTooLongError
from core.llm import llama, remote
from core.llm.base import ChoiceRequest, Contest, HeardToken, Request, user
from core.llm.llama.model import LlamaModel
from core.llm.remote.model import RemoteModel
from core.paths import bundled_model

pytestmark = pytest.mark.skipif(
    "WHET_LLAMA_SERVER" not in os.environ, reason="no llama-server is named by WHET_LLAMA_SERVER"
)

TEXTS = (
    "Is the message negative or positive?\nThe soup was wonderful.",
    "Is the message negative or positive?\nI want my money back.",
    "Name the topic: cooking, sport, travel or weather.\nSimmer the curry gently.",
    "Translate to French: the cat sleeps.",
)


@pytest.fixture(scope="module")
def file() -> Path:
    found = bundled_model()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def server(file: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [os.environ["WHET_LLAMA_SERVER"], "-m", str(file), "--port", str(port), "-np", "2", "-c", "2048"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        yield f"http://127.0.0.1:{port}/v1"
        process.terminate()


@pytest.fixture(scope="module")
def there(server: str) -> Iterator[RemoteModel]:
    import time

    from core.llm.remote.failures import ServersGoneError

    end = time.monotonic() + 60
    while True:
        try:
            model = remote.connect(remote.addresses(server))
            break
        except ServersGoneError:
            assert time.monotonic() < end
            time.sleep(0.2)
    yield model
    model.close()


@pytest.fixture(scope="module")
def here(file: Path) -> Iterator[LlamaModel]:
    model = llama.load(file, ModelSettings(context=1024, lanes=2, threads=1))
    yield model
    model.close()


def test_that_all_that_a_llama_server_can_do_is_found(there: RemoteModel) -> None:
    served = there.served
    assert (served.dialect, served.context, served.parallel) == ("llama.cpp", 1024, 2)
    assert served.counted
    assert served.weighs
    assert served.grammar
    assert served.seeded
    assert served.prefix_cached
    assert there.info.name == "whet-demo"


def test_that_a_conversation_has_the_same_tokens_there_and_here(there: RemoteModel, here: LlamaModel) -> None:
    for text in TEXTS:
        assert there.render(user(text)).token_ids == here.render(user(text)).token_ids
        assert there.count_tokens(text) == here.count_tokens(text)


def test_that_greedy_replies_are_the_same_there_and_here(there: RemoteModel, here: LlamaModel) -> None:
    asked = [Request(user(text), 12) for text in TEXTS]
    assert [reply.text.strip() for reply in there.complete(asked)] == [r.text.strip() for r in here.complete(asked)]


def test_that_labels_are_compared_alike_there_and_here(there: RemoteModel, here: LlamaModel) -> None:
    labels = ("negative", "positive", "nonsense", "positively not")
    for contest in (Contest.GREEDY, Contest.SHARES, Contest.SUMS):
        asked = [ChoiceRequest(user(text), labels, contest=contest) for text in TEXTS[:2]]
        for far, near in zip(there.score_choices(asked), here.score_choices(asked), strict=True):
            assert far.best == near.best
            assert far.tokens == near.tokens
            if contest is Contest.SHARES:
                assert far.logprobs[far.best] == pytest.approx(near.logprobs[near.best], abs=0.2)


def test_that_a_prompt_that_does_not_fit_is_refused_as_here(there: RemoteModel) -> None:
    long = Request(user("word " * 3000), 4)
    with pytest.raises(PromptTooLongError):
        there.complete([long])
    with pytest.raises(PromptTooLongError):
        there.score_choices([ChoiceRequest(long.messages, ("a", "b"))])


def test_that_a_reply_is_heard_with_its_alternatives(there: RemoteModel) -> None:
    heard: list[HeardToken] = []
    reply = there.stream(Request(user(TEXTS[0]), 6, logprobs=3), heard.append)
    assert "".join(token.text for token in heard).strip() == reply.text.strip()
    assert all(token.logprob <= 0 for token in heard)
    assert all(len(token.alternatives) == 3 for token in heard)


def test_that_a_grammar_holds_a_reply(there: RemoteModel) -> None:
    (reply,) = there.complete([Request(user(TEXTS[3]), 8, grammar='root ::= "one" | "two"')])
    assert reply.text in {"one", "two"}
