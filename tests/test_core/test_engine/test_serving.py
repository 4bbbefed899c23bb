"""`whet serve`: a real model, asked by real clients over loopback: nothing lost, nothing mixed up, nobody unasked."""

import base64
import http.client
import json
import random
import socket
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import numpy as np
import pytest

from core.control import CancelToken
from core.domain.runspec import ModelSettings
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.engine.serving.vectors import VectorQueue
from core.errors import ModelError, UsageError
from core.llm import llama, remote
from core.llm.base import HeardToken, Hearing, Reply, Request, beginning, user
from core.llm.llama.model import LlamaModel
from core.paths import bundled_model

TOKEN = "a-token-for-tests"
LANES = 8


@pytest.fixture(scope="module")
def model() -> Iterator[LlamaModel]:
    file = bundled_model()
    assert file is not None
    loaded = llama.load(file, ModelSettings(context=512, lanes=LANES, threads=1))
    yield loaded
    loaded.close()


@pytest.fixture
def server(model: LlamaModel) -> Iterator[Server]:
    batcher = Batcher(model, 2 * LANES)
    file = bundled_model()
    assert file is not None
    vectors = VectorQueue(lambda: llama.load(file, ModelSettings(context=512, lanes=LANES, threads=1), embed=True))
    with Server(batcher, Speaker("demo", model), "127.0.0.1", 0, TOKEN, vectors=vectors) as served:
        work = threading.Thread(target=served.serve_forever, args=(0.05,))
        work.start()
        yield served
        served.shutdown()
        work.join()
    batcher.close()
    vectors.close()


def body(text: str, **more: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}], "temperature": 0, "max_tokens": 8, **more}


def ask(server: Server, text: str, **more: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    url = f"{server.address}/chat/completions"
    return httpx.post(url, json=body(text, **more), headers=headers, timeout=120, trust_env=False)


def post(server: Server, path: str, asked: dict[str, Any]) -> httpx.Response:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return httpx.post(server.address + path, json=asked, headers=headers, timeout=120, trust_env=False)


def events(text: str) -> list[dict[str, Any]]:
    return [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: {")]


def said(response: httpx.Response) -> str:
    return str(response.json()["choices"][0]["message"]["content"])


DIFFERENT = (
    "What is the capital of France?",
    "Count from one to six in words.",
    "Name a colour, and something that has it.",
    "What is the opposite of hot?",
)


def question(number: int) -> str:
    return f"Is the message negative or positive?\nMessage {number}: {'I love it' if number % 2 else 'I hate it'}."


def test_that_many_clients_at_once_get_each_its_own_answer_in_few_batches(server: Server, model: LlamaModel) -> None:
    alone = [model.complete([Request(user(text), 8)])[0].text for text in DIFFERENT]
    with ThreadPoolExecutor(16) as clients:
        replies = list(clients.map(lambda number: said(ask(server, DIFFERENT[number % 4])), range(96)))
    assert [reply == alone[number % 4] for number, reply in enumerate(replies)].count(False) == 0
    assert len(set(alone)) > 1
    assert server.batcher.answered == 96
    assert server.batcher.batches <= 48


def test_that_clients_that_leave_or_read_slowly_cost_the_others_nothing(server: Server, model: LlamaModel) -> None:
    right = model.complete([Request(user(question(1)), 8)])[0].text
    data = json.dumps(body(question(1), max_tokens=200, stream=True)).encode()
    head = (
        f"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
        f"Content-Length: {len(data)}\r\n\r\n"
    )
    leaving = [socket.create_connection(("127.0.0.1", server.server_address[1])) for _ in range(6)]
    for place, each in enumerate(leaving):
        each.sendall(head.encode() + data)
        if place % 2:
            each.close()
    with ThreadPoolExecutor(8) as clients:
        replies = list(clients.map(lambda _: said(ask(server, question(1))), range(24)))
    for each in leaving:
        each.close()
    assert replies == [right] * 24


def test_that_a_streamed_reply_adds_up_to_the_whole_one_and_hides_its_stop(server: Server) -> None:
    whole = said(ask(server, question(1)))
    stop = whole[-2:]
    for more, expected in ({}, whole), ({"stop": [stop]}, whole[: whole.find(stop)]):
        answer = ask(server, question(1), stream=True, stream_options={"include_usage": True}, **more).text
        events = [json.loads(line[6:]) for line in answer.splitlines() if line.startswith("data: {")]
        pieces = [each["choices"][0]["delta"].get("content", "") for each in events if each["choices"]]
        assert "".join(pieces) == expected
        assert events[-1]["usage"]["completion_tokens"] > 0
        assert answer.rstrip().endswith("data: [DONE]")


@pytest.mark.parametrize("given", ["", "Bearer wrong", "Bearer", TOKEN[:-1]])
def test_that_nobody_without_the_token_is_answered(server: Server, given: str) -> None:
    for path in ("/models", "/chat/completions"):
        verb = "GET" if path == "/models" else "POST"
        headers = {"Authorization": given} if given else {}
        content = None if verb == "GET" else json.dumps(body("x"))
        refused = httpx.request(verb, server.address + path, headers=headers, content=content, trust_env=False)
        assert refused.status_code == 401
    assert server.batcher.answered == 0


def test_that_a_page_from_elsewhere_is_refused_by_its_host(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1])
    headers = {"Host": "evil.example", "Authorization": f"Bearer {TOKEN}"}
    connection.request("GET", "/v1/models", headers=headers)
    assert connection.getresponse().status == 403
    connection.close()


def test_that_another_machine_is_let_in_only_if_that_is_said(server: Server) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1"):
        with pytest.raises(UsageError, match="other machines could ask"):
            Server(server.batcher, server.speaker, host, 0, TOKEN)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"messages": []}', b'{"messages": 1}', b"[" * 50_000, b'{"messages": [{"role": "user"}]}',
     b'{"messages": [{"role": "user", "content": "x"}], "n": 99}',
     b'{"messages": [{"role": "user", "content": "x"}], "response_format": {"type": "xml"}}',
     b'{"messages": [{"role": "user", "content": [{"type": "image_url"}]}]}', b"\xff\xfe",
     b'{"messages": [{"role": "user", "content": "x"}], "tools": [{"type": "function"}]}',
     b'{"messages": [{"role": "user", "content": "x"}], "max_tokens": 0}',
     b'{"messages": [{"role": "user", "content": "x"}], "temperature": -1}',
     b'{"messages": [{"role": "user", "content": "x"}], "presence_penalty": 0.5}',
     b'{"messages": [{"role": "user", "content": "x"}], "grammar": "root ::= nothing"}',
     b'{"messages": [{"role": "user", "content": "x"}], "logprobs": true, "top_logprobs": 21}'],
)  # fmt: skip
def test_that_what_is_no_question_is_refused_with_a_sentence(server: Server, data: bytes) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    refused = httpx.post(f"{server.address}/chat/completions", content=data, headers=headers, trust_env=False)
    assert refused.status_code == 400
    assert refused.json()["error"]["message"]


def test_that_a_question_that_is_too_long_is_told_so_and_its_neighbours_are_answered(server: Server) -> None:
    order = [question(1), "word " * 3000, question(2)] * 4
    random.Random(0).shuffle(order)
    with ThreadPoolExecutor(12) as clients:
        replies = list(clients.map(lambda text: ask(server, text), order))
    for text, reply in zip(order, replies, strict=True):
        assert reply.status_code == (400 if text.startswith("word") else 200)
    (long,) = {reply.json()["error"]["code"] for reply in replies if reply.status_code == 400}
    assert long == "context_length_exceeded"


def test_that_whet_asks_its_own_server_with_the_key_and_not_without(server: Server, model: LlamaModel) -> None:
    asked = [Request(user(question(number)), 8) for number in range(6)]
    there = remote.connect(remote.addresses(server.address), key_of=lambda _: TOKEN)
    assert [reply.text for reply in there.complete(asked)] == [reply.text for reply in model.complete(asked)]
    assert there.served.grammar
    assert there.served.logprobs
    there.close()
    with pytest.raises(ModelError, match="401"):
        remote.connect(remote.addresses(server.address))


def test_that_whet_asks_for_a_text_to_be_gone_on_with_where_the_address_says_so(
    server: Server, model: LlamaModel
) -> None:
    there = remote.connect(remote.addresses(f"{server.address}/completions"), key_of=lambda _: TOKEN)
    held = 'root ::= " " [a-c] [a-z ]*'  # this model has seen templates only, and would say nothing
    asked = [Request(user(text), 8, logprobs=2, grammar=held) for text in DIFFERENT]
    replies = there.complete(asked)
    told: list[HeardToken] = []
    streamed = there.stream(asked[0], told.append)
    there.close()
    assert there.served.shape == "text"
    for request, reply in zip(asked, replies, strict=True):
        written = f"User: {request.messages[0].text}\nAssistant:"
        [right] = model.complete([Request(beginning(written), 8, stops=("\nUser:",), grammar=held)])
        assert reply.text == right.text.lstrip()
        assert [len(token.alternatives) for token in reply.logprobs] == [2] * len(reply.logprobs)
        assert reply.logprobs
    assert streamed.text == replies[0].text == "".join(token.text for token in told)


def test_that_a_grammar_and_seeds_are_kept_to(server: Server) -> None:
    held = ask(server, question(1), grammar='root ::= "one" | "two"')
    assert said(held) in {"one", "two"}
    drawn = [said(ask(server, "Write.", temperature=1.5, seed=seed, max_tokens=12)) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1]
    several = ask(server, "Write.", temperature=1.5, n=3, max_tokens=12).json()["choices"]
    assert [each["index"] for each in several] == [0, 1, 2]


def test_that_a_text_is_gone_on_with_as_it_stands_whole_and_streamed(server: Server, model: LlamaModel) -> None:
    texts = ["The capital of France is", "One, two, three,"]
    right = [model.complete([Request(beginning(text), 6)])[0].text for text in texts]
    asked = {"prompt": texts, "max_tokens": 6, "temperature": 0, "logprobs": 2}
    answer = post(server, "/completions", asked).json()
    assert answer["object"] == "text_completion"
    assert [choice["text"] for choice in answer["choices"]] == right
    shown = answer["choices"][0]["logprobs"]
    assert "".join(shown["tokens"]) == right[0]
    assert [len(top) for top in shown["top_logprobs"]] == [2] * len(shown["tokens"])
    assert shown["text_offset"][:2] == [0, len(shown["tokens"][0])]
    pieces = events(post(server, "/completions", {**asked, "stream": True}).text)
    for number, text in enumerate(right):
        mine = [each["choices"][0] for each in pieces if each["choices"][0]["index"] == number]
        assert "".join(each["text"] for each in mine) == text
        assert mine[-1]["finish_reason"] == answer["choices"][number]["finish_reason"]
    assert len({each["id"] for each in pieces}) == 1
    echoed = post(server, "/completions", {"prompt": texts[0], "max_tokens": 6, "temperature": 0, "echo": True}).json()
    assert echoed["choices"][0]["text"] == texts[0] + right[0]


def test_that_no_template_is_laid_around_a_text_and_its_control_tokens_are_read(model: LlamaModel) -> None:
    conversation = model.render(user("Hello"))
    written = "".join(conversation.pieces)
    assert model.render(beginning(written)).token_ids == conversation.token_ids
    assert len(model.render(beginning("Hello")).token_ids) < len(conversation.token_ids)


def test_that_vectors_are_those_of_the_model_as_numbers_and_packed(server: Server) -> None:
    texts = ["a cat", "a dog", "a receipt for two lamps"]
    found = post(server, "/embeddings", {"input": texts}).json()
    vectors = np.array([each["embedding"] for each in found["data"]], dtype=np.float32)
    packed = post(server, "/embeddings", {"input": texts, "encoding_format": "base64"}).json()["data"]
    read = [np.frombuffer(base64.b64decode(each["embedding"]), dtype="<f4") for each in packed]
    assert np.array_equal(vectors, np.stack(read))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert found["usage"]["prompt_tokens"] > 6
    refused: list[dict[str, Any]] = [
        {"input": [1, 2]},
        {"input": []},
        {"input": "x", "dimensions": 3},
        {"input": "x", "encoding_format": "z"},
    ]
    for wrong in refused:
        assert post(server, "/embeddings", wrong).status_code == 400


def test_that_streamed_replies_carry_their_tokens_and_each_its_own_number(server: Server) -> None:
    asked = body("Write.", temperature=1.5, seed=3, n=3, max_tokens=12, logprobs=True, top_logprobs=3)
    whole = ask(server, "Write.", **{key: value for key, value in asked.items() if key != "messages"}).json()
    pieces = events(post(server, "/chat/completions", {**asked, "stream": True}).text)
    for number, choice in enumerate(whole["choices"]):
        mine = [each["choices"][0] for each in pieces if each["choices"][0]["index"] == number]
        assert "".join(each["delta"].get("content", "") for each in mine) == choice["message"]["content"]
        tokens = [token for each in mine if each.get("logprobs") for token in each["logprobs"]["content"]]
        assert [token["token"] for token in tokens] == [each["token"] for each in choice["logprobs"]["content"]]
        assert all(len(token["top_logprobs"]) == 3 for token in tokens)


def test_that_errors_have_the_shape_of_the_interface_whatever_went_wrong(server: Server) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    root = server.address.removesuffix("/v1")
    for verb, path, status in (
        ("POST", "/v1/nothing", 404),
        ("GET", "/v1/models/another", 404),
        ("DELETE", "/v1/models", 501),
        ("PUT", "/v1/chat/completions", 501),
    ):
        refused = httpx.request(verb, root + path, headers=headers, content=b"{}", trust_env=False)
        assert refused.status_code == status
        assert set(refused.json()["error"]) == {"message", "type", "param", "code"}
    assert httpx.get(f"{server.address}/models/demo", headers=headers, trust_env=False).json()["id"] == "demo"


class Broken:
    """A model that writes one token, and then has no memory left; `complete` is not asked."""

    info: Any = None
    capabilities: Any = None

    def complete_heard(
        self, requests: Sequence[Request], hearings: Sequence[Hearing | None], *, cancel: CancelToken | None = None
    ) -> list[Reply]:
        del requests, cancel
        for hear in filter(None, hearings):
            hear(HeardToken(1, "one", 0.0))
        raise MemoryError("no memory left")


def test_that_a_model_that_fails_is_told_as_its_own_fault_and_the_next_question_is_heard() -> None:
    batcher = Batcher(Broken(), 4)  # type: ignore[arg-type]  # it is asked nothing else
    with Server(batcher, Speaker("broken", None), "127.0.0.1", 0, TOKEN) as server:
        work = threading.Thread(target=server.serve_forever, args=(0.05,))
        work.start()
        for _ in range(2):
            refused = ask(server, "x")
            assert refused.status_code == 500
            assert refused.json()["error"]["type"] == "server_error"
        streamed = ask(server, "x", stream=True)
        assert streamed.status_code == 200
        assert "no memory left" in events(streamed.text)[-1]["error"]["message"]
        batcher.close()
        assert ask(server, "x").status_code == 503
        server.shutdown()
        work.join()


def test_that_a_client_of_the_first_version_of_http_gets_its_stream_unchunked(server: Server) -> None:
    data = json.dumps(body(question(1), stream=True)).encode()
    with socket.create_connection(("127.0.0.1", server.server_address[1])) as client:
        client.sendall(
            b"POST /v1/chat/completions HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + TOKEN.encode() + b"\r\nContent-Length: %d\r\n\r\n" % len(data) + data
        )  # fmt: skip
        answer = b"".join(iter(lambda: client.recv(1 << 16), b"")).decode()
    head, _, rest = answer.partition("\r\n\r\n")
    assert "chunked" not in head
    assert all(line.startswith("data: ") for line in rest.splitlines() if line)


def test_that_the_stop_of_a_model_without_a_template_is_never_shown_while_it_streams(server: Server) -> None:
    whole = said(ask(server, question(2), max_tokens=40))
    for stop in (whole[3:6], whole[1:4] + "never", whole[-3:]):
        answer = ask(server, question(2), max_tokens=40, stop=stop, stream=True).text
        told = "".join(each["choices"][0]["delta"].get("content", "") for each in events(answer))
        assert told == said(ask(server, question(2), max_tokens=40, stop=stop))


def test_that_of_a_stranger_no_byte_of_a_question_is_waited_for(server: Server) -> None:
    host, port = server.server_address[:2]
    with socket.create_connection((str(host), int(port)), timeout=30) as client:
        client.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000000\r\n\r\n")
        assert client.recv(4096).startswith(b"HTTP/1.1 401")  # although nothing of the body was sent


def test_that_a_crowd_of_silent_clients_is_turned_away_and_leaves_room(server: Server) -> None:
    host, port = server.server_address[:2]
    crowd = [socket.create_connection((str(host), int(port)), timeout=30) for _ in range(280)]
    try:
        assert crowd[-1].recv(1) == b""  # closed at once
    finally:
        for client in crowd:
            client.close()
    assert said(ask(server, question(1)))
