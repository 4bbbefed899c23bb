"""`whet serve` under load: 32 clients, some of which leave or read slowly, against one question after the other.

A reply that went to another client, or lost a piece on its way, must not look right. So questions differ in how many
tokens they want (32 in the mean) and in how their replies begin, and one in sixteen has a grammar by which its reply
begins with its number; for all of them that would cost more than the model does.
"""

import http.client
import json
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from core import paths
from core.domain.runspec import ModelSettings
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.errors import RunError
from core.llm import llama
from core.llm.base import HeardModel

_CLIENTS: Final = 32
_LANES: Final = 16
_FEWEST, _LENGTHS = 24, 17
_NUMBERED: Final = 16
_LEAVES, _STREAMS, _SLOW = 10, 3, 21
"""Every tenth client goes away before it is answered, and another asks the same; every third wants a stream, and every
21st reads that in small bites."""

_BITE, _PAUSE = 64, 0.005
_TEXTS: Final = (
    "Tell me a long story about a dog.",
    "Write some sentences about the sea.",
    "Describe a small town in the mountains.",
    "Write a letter to a friend about a journey.",
)
_BEGINNING: Final = 3
"""Characters by which the reply to a text is known: what follows may depend on what is computed beside it."""


@dataclass(frozen=True, slots=True)
class ServingFigures:
    """What was measured. `right`: the share of requests whose own reply came, whole. `gain`: how many times less
    processor time one took than with nobody beside it. `model`: of which model."""

    right: float
    gain: float
    alone_ms: float
    together_ms: float
    tokens: float
    batches: int
    model: str


def serving(count: int, chosen: Path | None = None) -> ServingFigures:
    """Ask so many questions, of the chosen model or the starter; else of the bundled one, which is so small that most
    of the time goes to HTTP: it does not show what batches save."""
    file = chosen or paths.starter_model() or paths.bundled_model()
    if file is None:
        raise RunError("This installation has no bundled model.")
    with (
        closing(llama.load(file, ModelSettings(context=512, lanes=_LANES, threads=1))) as model,
        _served(model) as server,
    ):
        beginnings = tuple(reply.text[:_BEGINNING] for reply in map(partial(_send, server), range(1, len(_TEXTS) + 1)))
        alone = _one_by_one(server)
        before = server.batcher.batches
        began = time.process_time()
        with ThreadPoolExecutor(_CLIENTS) as clients:
            replies = list(clients.map(lambda number: _ask(server, number), range(count)))
        together = (time.process_time() - began) / count
        batches = server.batcher.batches - before
    right = [reply.tokens for number, reply in enumerate(replies) if _is_right(number, reply, beginnings)]
    mean = sum(right) / max(1, len(right))
    return ServingFigures(len(right) / count, alone / together, 1000 * alone, 1000 * together, mean, batches, file.stem)


@dataclass(frozen=True, slots=True)
class _Reply:
    """What came; without a `finish` it was not whole."""

    text: str = ""
    tokens: int = 0
    finish: str | None = None


def _is_right(number: int, reply: _Reply, beginnings: Sequence[str]) -> bool:
    """Whether it is the reply to this very question, as far as that can be told."""
    text = f"{number}: " if _is_numbered(number) else beginnings[(number - 1) % len(_TEXTS)]
    most = _most(number)
    whole = reply.tokens == most if reply.finish == "length" else reply.finish == "stop" and reply.tokens <= most
    return whole and reply.text.startswith(text)


@contextmanager
def _served(model: HeardModel) -> Iterator[Server]:
    batcher = Batcher(model, 2 * _LANES)
    with Server(batcher, Speaker("bench", model), "127.0.0.1", 0, "bench") as server:
        work = threading.Thread(target=server.serve_forever, args=(0.05,))
        work.start()
        yield server
        server.shutdown()
        work.join()
    batcher.close()


def _one_by_one(server: Server) -> float:
    """The processor seconds that a question takes with nobody beside it."""
    began = time.process_time()
    for number in range(_LENGTHS):
        _send(server, number)
    return (time.process_time() - began) / _LENGTHS


def _ask(server: Server, number: int) -> _Reply:
    if number % _LEAVES == 0:
        _connection(server, number).close()
    return _send(server, number)


def _send(server: Server, number: int) -> _Reply:
    with closing(_connection(server, number)) as connection:
        response = connection.getresponse()
        read = _bites(response) if number % _SLOW == 0 else response.read()
    if response.status != http.client.OK:
        return _Reply()
    return _streamed(read) if _is_streamed(number) else _whole(read)


def _bites(response: http.client.HTTPResponse) -> bytes:
    """An answer, read slowly."""
    pieces = []
    while piece := response.read(_BITE):
        pieces.append(piece)
        time.sleep(_PAUSE)
    return b"".join(pieces)


def _whole(read: bytes) -> _Reply:
    answer = json.loads(read)
    choice = answer["choices"][0]
    return _Reply(choice["message"]["content"], answer["usage"]["completion_tokens"], choice["finish_reason"])


def _streamed(read: bytes) -> _Reply:
    lines = [line.removeprefix(b"data: ") for line in read.splitlines() if line.startswith(b"data: ")]
    if lines[-1:] != [b"[DONE]"]:
        return _Reply()
    *pieces, last = [json.loads(line) for line in lines[:-1]]
    choices = [piece["choices"][0] for piece in pieces]
    text = "".join(choice["delta"].get("content", "") for choice in choices)
    return _Reply(text, last["usage"]["completion_tokens"], choices[-1]["finish_reason"])


def _is_streamed(number: int) -> bool:
    return number % _STREAMS == 0


def _is_numbered(number: int) -> bool:
    return number % _NUMBERED == 0


def _most(number: int) -> int:
    return _FEWEST + number % _LENGTHS


def _connection(server: Server, number: int) -> http.client.HTTPConnection:
    """A question on its way."""
    connection = http.client.HTTPConnection("127.0.0.1", int(server.server_address[1]), timeout=600)
    body: dict[str, Any] = {
        "messages": [{"role": "user", "content": _TEXTS[(number - 1) % len(_TEXTS)]}],
        "temperature": 0,
        "max_tokens": _most(number),
        "stream": _is_streamed(number),
        "stream_options": {"include_usage": True},
        **({"grammar": f'root ::= "{number}: " [^\\x00]*'} if _is_numbered(number) else {}),
    }
    connection.request("POST", "/v1/chat/completions", json.dumps(body), {"Authorization": "Bearer bench"})
    return connection
