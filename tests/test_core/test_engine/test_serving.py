"""`whet serve`: a real model, asked by real clients over loopback: nothing lost, nothing mixed up, nobody unasked."""

import http.client
import json
import random
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from core.domain.runspec import ModelSettings
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.errors import ModelError, UsageError
from core.llm import llama, remote
from core.llm.base import Request, user
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
    with Server(batcher, Speaker("demo", model), "127.0.0.1", 0, TOKEN) as served:
        work = threading.Thread(target=served.serve_forever, args=(0.05,))
        work.start()
        yield served
        served.shutdown()
        work.join()
    batcher.close()


def body(text: str, **more: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}], "temperature": 0, "max_tokens": 8, **more}


def ask(server: Server, text: str, **more: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    url = f"{server.address}/chat/completions"
    return httpx.post(url, json=body(text, **more), headers=headers, timeout=120, trust_env=False)


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
     b'{"messages": [{"role": "user", "content": [{"type": "image_url"}]}]}', b"\xff\xfe"],
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
    (long,) = {reply.json()["error"]["type"] for reply in replies if reply.status_code == 400}
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


def test_that_a_grammar_and_seeds_are_kept_to(server: Server) -> None:
    held = ask(server, question(1), grammar='root ::= "one" | "two"')
    assert said(held) in {"one", "two"}
    drawn = [said(ask(server, "Write.", temperature=1.5, seed=seed, max_tokens=12)) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1]
    several = ask(server, "Write.", temperature=1.5, n=3, max_tokens=12).json()["choices"]
    assert [each["index"] for each in several] == [0, 1, 2]


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
