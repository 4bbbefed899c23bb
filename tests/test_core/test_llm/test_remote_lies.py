"""Servers that lie: numbers that are none, answers without end, bombs. Each costs a sentence, never a crash."""

import gzip
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from core.bench.mimic import completion
from core.errors import WhetError
from core.llm import remote
from core.llm.base import Request, user
from core.llm.remote import opening
from core.llm.remote.model import RemoteModel
from core.llm.remote.replies import usage_of
from core.llm.remote.spoken import Completion, Token, read

NAME = "liar"


@dataclass
class Liar:
    """What a server says at each path; anything else is not found."""

    says: dict[str, object] = field(default_factory=dict)
    raw: dict[str, list[bytes]] = field(default_factory=dict)
    """Pieces that are sent again and again as the answer to a question that is to be streamed."""
    more: dict[str, str] = field(default_factory=dict)
    """Headers of what is streamed."""
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


class Handler(BaseHTTPRequestHandler):
    liar: Liar
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._say(self.liar.says.get(self.path))

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked.get("stream") and self.path in self.liar.raw:
            self._flood(self.liar.raw[self.path])
        else:
            self._say(self.liar.says.get(self.path))

    def _say(self, body: object) -> None:
        data = json.dumps(body).encode()
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _flood(self, pieces: list[bytes]) -> None:
        self.send_response(200)
        for name, value in self.liar.more.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            self.wfile.write(pieces[0])
            for _ in range(4000):
                self.wfile.write(pieces[-1])
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def liar() -> Iterator[Liar]:
    liar = Liar({"/v1/models": {"data": [{"id": NAME}]}, "/v1/chat/completions": completion(NAME, "yes")})
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("LiarHandler", (Handler,), {"liar": liar}))
    liar.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield liar
    server.shutdown()
    server.server_close()


def connect(liar: Liar) -> RemoteModel:
    return opening.connect(
        remote.addresses(liar.address),
        key_of=lambda _: "",
        store=None,
        known=None,
        seconds=10.0,
        say=lambda _: None,
        cancel=None,
    )


ODD: tuple[Any, ...] = (-5, 10**30, 1e300, "many", [], {}, None, True)


@pytest.mark.parametrize("odd", ODD)
def test_that_numbers_that_are_none_are_kept_in_bounds(liar: Liar, odd: object) -> None:
    liar.says["/props"] = {"default_generation_settings": {"n_ctx": odd}, "total_slots": 10**9}
    liar.says["/v1/models"] = {"data": [{"id": NAME, "meta": {"n_ctx": odd, "n_params": odd, "ftype": odd}}]}
    model = connect(liar)
    try:
        served = model.served
        assert 0 < served.context <= 1 << 22
        assert 0 <= served.parameters <= 10**15
        assert 1 <= served.parallel <= 64
        assert model.complete([Request(user("is it?"), 4)])[0].text == "yes"
    finally:
        model.close()


def test_that_a_name_and_a_beginning_without_end_are_cut(liar: Liar) -> None:
    liar.says["/v1/models"] = {"data": [{"id": "n" * 100_000}]}
    liar.says["/v1/chat/completions"] = completion("n" * 100_000, "y" * 1_000_000)
    model = connect(liar)
    model.close()
    assert len(model.info.name) <= 200
    assert max(map(len, model.served.answers)) <= 1000


def test_that_counts_below_zero_use_up_a_budget_all_the_same() -> None:
    said = completion(NAME, "yes") | {"usage": {"prompt_tokens": -10, "completion_tokens": -(10**6)}}
    usage = usage_of(Request(user("x"), 4), read(json.dumps(said).encode(), Completion), "yes")
    assert (usage.prompt_tokens, usage.completion_tokens) == (0, 0)


def test_that_nothing_is_likelier_than_certain() -> None:
    assert Token("a", 700.0).logprob == 0.0


@pytest.mark.parametrize("vectors", [[[1.0, 2.0], [1.0]], [[1.0, 2.0]], [[], []], [[1e300, 1.0], [1.0, 1.0]]])
def test_that_vectors_that_are_none_are_a_sentence(liar: Liar, vectors: list[list[float]]) -> None:
    liar.says["/v1/embeddings"] = {"data": [{"embedding": [1.0, 2.0]}]}
    model = connect(liar)
    try:
        liar.says["/v1/embeddings"] = {"data": [{"embedding": vector, "index": 0} for vector in vectors]}
        with pytest.raises(WhetError, match="one vector for each text"):
            model.embed(["a", "b"])
    finally:
        model.close()


FLOODS = {
    "a line without end": ([b"data: ", b"x" * 65536], {}),
    "lines without end": ([b"\n", b"\n\n" * 8192], {}),
    "a bomb": ([gzip.compress(b"data: " + b"x" * 300_000_000)], {"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("name", FLOODS)
def test_that_a_stream_without_end_is_broken_off_with_a_sentence(liar: Liar, name: str) -> None:
    model = connect(liar)
    pieces, liar.more = FLOODS[name]
    liar.raw["/v1/chat/completions"] = pieces
    try:
        with pytest.raises(WhetError):
            model.stream(Request(user("tell me"), 8), lambda _: None)
    finally:
        model.close()
