"""`whet serve` under load: 32 clients, some of which leave, against asking one question after the other."""

import http.client
import json
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from core import paths
from core.domain.runspec import ModelSettings
from core.engine.serving.batching import Batcher
from core.engine.serving.http import Server
from core.engine.serving.speaking import Speaker
from core.errors import RunError
from core.llm import llama
from core.llm.base import ChatModel

_CLIENTS: Final = 32
_LANES: Final = 16
_TOKENS: Final = 16
_LEAVES: Final = 10
"""Every tenth client goes away before it is answered, and another asks the same."""

_TEXTS: Final = tuple(
    f"{beginning}\nMessage {number}: {end}"
    for number, end in enumerate(("The soup was cold.", "I love this lamp.", "Where is my parcel?", "It rains."), 1)
    for beginning in ("Is the message negative or positive?", "What is the message about?")
)


def serving(count: int, chosen: Path | None = None) -> tuple[float, float]:
    """The share of requests that were answered right, and how many times less processor time each took than alone.

    Of the bundled model, which is tiny, most of the time goes to HTTP: the starter model shows what batches save.
    """
    file = chosen or paths.starter_model() or paths.bundled_model()
    if file is None:
        raise RunError("This installation has no bundled model.")
    model = llama.load(file, ModelSettings(context=512, lanes=_LANES, threads=1))
    try:
        with _served(model) as server:
            alone, one_by_one = _one_by_one(server)
            began = time.process_time()
            with ThreadPoolExecutor(_CLIENTS) as clients:
                replies = list(clients.map(lambda number: _ask(server, number), range(count)))
            together = (time.process_time() - began) / count
    finally:
        model.close()
    right = sum(reply == alone[number % len(_TEXTS)] for number, reply in enumerate(replies))
    return right / count, one_by_one / together


@contextmanager
def _served(model: ChatModel) -> Iterator[Server]:
    batcher = Batcher(model, 2 * _LANES)
    with Server(batcher, Speaker("bench", model), "127.0.0.1", 0, "bench") as server:
        work = threading.Thread(target=server.serve_forever, args=(0.05,))
        work.start()
        yield server
        server.shutdown()
        work.join()
    batcher.close()


def _one_by_one(server: Server) -> tuple[Sequence[str], float]:
    """The reply to each question, and the processor seconds that one takes with nobody beside it."""
    replies = [_send(server, text) for text in _TEXTS]
    began = time.process_time()
    for text in _TEXTS:
        _send(server, text)
    return replies, (time.process_time() - began) / len(_TEXTS)


def _ask(server: Server, number: int) -> str:
    text = _TEXTS[number % len(_TEXTS)]
    if number % _LEAVES == 0:
        _connection(server, text).close()
    return _send(server, text)


def _send(server: Server, text: str) -> str:
    connection = _connection(server, text)
    try:
        answer = json.loads(connection.getresponse().read())
        return str(answer["choices"][0]["message"]["content"])
    finally:
        connection.close()


def _connection(server: Server, text: str) -> http.client.HTTPConnection:
    """A question on its way."""
    connection = http.client.HTTPConnection("127.0.0.1", int(server.server_address[1]), timeout=300)
    body = {"messages": [{"role": "user", "content": text}], "temperature": 0, "max_tokens": _TOKENS}
    connection.request("POST", "/v1/chat/completions", json.dumps(body), {"Authorization": "Bearer bench"})
    return connection
