"""Ollama and LM Studio as their documentation describes what they answer, written down here in our own words.

No Ollama or LM Studio answers: these are exchanges, each a path with the status and body that belong to it.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from core.errors import CapabilityError, ModelError
from core.llm import remote
from core.llm.base import ChoiceRequest, Request, user

Answer = tuple[int, str, Any]


def completion(model: str, text: str, **more: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": text, **more}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1700000000,
        "model": model,
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14},
    }


def ollama(verb: str, path: str, body: dict[str, Any]) -> Answer:
    """A page of Go's where it has nothing, its own errors, no grammar and no log-probabilities."""
    match (verb, path):
        case ("GET", "/api/version"):
            return 200, "application/json", {"version": "0.12.6"}
        case ("GET", "/v1/models"):
            listed = [{"id": name, "object": "model", "created": 1700000000, "owned_by": "library"} for name in NAMES]
            return 200, "application/json", {"object": "list", "data": listed}
        case ("POST", "/v1/chat/completions"):
            name = body.get("model", "")
            if name not in NAMES:
                said = {"message": f"model '{name}' not found", "type": "api_error", "param": None, "code": None}
                return 404, "application/json", {"error": said}
            asked = body["messages"][-1]["content"]
            return 200, "application/json", completion(name, f"reply to {asked}", reasoning="so I thought")
        case ("POST", "/v1/embeddings"):
            vectors = [
                {"object": "embedding", "index": n, "embedding": [0.6, 0.8]} for n, _ in enumerate(body["input"])
            ]
            return 200, "application/json", {"object": "list", "model": NAMES[0], "data": vectors}
    return 404, "text/plain", "404 page not found"


def lm_studio(verb: str, path: str, body: dict[str, Any]) -> Answer:
    """Of what it does not know it says so with status 200."""
    match (verb, path):
        case ("GET", "/api/v0/models"):
            listed = [{"id": name, "object": "model", "type": "llm", "state": "loaded"} for name in NAMES]
            return 200, "application/json", {"object": "list", "data": listed}
        case ("GET", "/v1/models"):
            listed = [{"id": name, "object": "model", "owned_by": "organization_owner"} for name in NAMES]
            return 200, "application/json", {"object": "list", "data": listed}
        case ("POST", "/v1/chat/completions"):
            asked = body["messages"][-1]["content"]
            return 200, "application/json", {**completion(NAMES[0], f"reply to {asked}"), "stats": {}}
    return 200, "application/json", {"error": f"Unexpected endpoint or method. ({verb} {path})"}


NAMES = ("small:1b", "large:8b")
DIALECTS = {"Ollama": ollama, "LM Studio": lm_studio}


@contextmanager
def speaking(dialect: str) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.answer({})

        def do_POST(self) -> None:
            self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def answer(self, body: dict[str, Any]) -> None:
            status, kind, said = DIALECTS[dialect](self.command, self.path, body)
            data = (said if isinstance(said, str) else json.dumps(said)).encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        work = threading.Thread(target=server.serve_forever, args=(0.05,))
        work.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        work.join()


@pytest.mark.parametrize("dialect", DIALECTS)
def test_that_a_dialect_is_recognized_and_nothing_is_believed_that_it_cannot_do(dialect: str) -> None:
    with speaking(dialect) as address:
        model = remote.connect(remote.addresses(f"{address}#{NAMES[0]}"), seconds=5)
        served = model.served
        [reply] = model.complete([Request(user("hello"), 8)])
        assert (served.dialect, served.named) == (dialect, NAMES[0])
        assert reply.text == "reply to hello"
        assert reply.usage.prompt_tokens == 11
        assert not served.counted
        assert not served.logprobs
        assert not served.weighs
        assert not served.grammar
        assert bool(served.embeds) == (dialect == "Ollama")
        with pytest.raises(CapabilityError):
            model.score_choices([ChoiceRequest(user("hello"), ("a", "b"))])
        model.close()


def test_that_thoughts_which_ollama_sends_apart_are_no_part_of_a_reply() -> None:
    with speaking("Ollama") as address:
        model = remote.connect(remote.addresses(f"{address}#{NAMES[1]}"), seconds=5)
        [reply] = model.complete([Request(user("hello"), 8)])
        model.close()
    assert (reply.text, reply.reasoning) == ("reply to hello", "so I thought")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_that_a_name_that_is_not_in_the_list_is_refused_with_those_that_are(dialect: str) -> None:
    with speaking(dialect) as address, pytest.raises(ModelError, match="no model “absent”") as caught:
        remote.connect(remote.addresses(f"{address}#absent"), seconds=5)
    assert NAMES[1] in str(caught.value)


@dataclass(frozen=True)
class ThreeWords:
    """Enough once there are three words."""

    def ended(self, text: str) -> bool:
        return len(text.split()) >= 3


def test_that_a_reply_that_came_whole_is_cut_where_it_would_have_been_ended() -> None:
    with speaking("Ollama") as address:
        model = remote.connect(remote.addresses(f"{address}#{NAMES[0]}"), seconds=5)
        try:
            assert not model.served.streams
            request = Request(user("this and that"), 20, ending=ThreeWords())
            assert model.complete([request])[0].text == "reply to this "
        finally:
            model.close()
