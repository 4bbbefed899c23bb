"""A stand-in for a server: no model is behind it, its replies are made of the questions, and it fails as it is told.

For what cannot be had of a real one at will: faults at a known moment, and a known time for every answer. It says in
every list that it is a stand-in. As a process of its own (`python -m core.bench.mimic`) it takes no processor time of
whoever measures.
"""

import asyncio
import hashlib
import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final

NAME: Final = "whet-mimic"
_ANY_NUMBER: Final = 1 << 30
STALL: Final = 30.0
"""Seconds that a stalled answer takes."""

Plan = Callable[[str, int], str]
"""The fault (a name in `FAULTS`, empty for none) of a question when it is asked for the n-th time, from 0."""

_PAGE: Final = b"<html><body>It works!</body></html>"


def reply_to(question: str, name: str = NAME) -> str:
    """The reply that belongs to a question and to nothing else."""
    return hashlib.sha256(f"{name}\0{question}".encode()).hexdigest()[:16]


@dataclass(slots=True)
class ServerManner:
    """How a stand-in behaves; may be changed while it serves. `slots`: answers that it works on at a time, while other
    questions wait (0: any number). `heard` counts how often each question came, `answered` how often it was answered
    whole."""

    name: str = NAME
    delay: float = 0.0
    plan: Plan = lambda _question, _time: ""
    key: str = ""
    elsewhere: str = ""
    lists: bool = True
    slots: int = 0
    heard: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    at_once: int = 0
    most_at_once: int = 0


@dataclass(frozen=True, slots=True)
class _Asked:
    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def question(self) -> str:
        messages = self.body.get("messages")
        return str(messages[-1].get("content")) if messages else str(self.body.get("prompt", ""))


class Mimic:
    """Serves on loopback until it is stopped. `port` is known once it began."""

    def __init__(self, manner: ServerManner, host: str = "127.0.0.1") -> None:
        self.manner = manner
        self.host = host
        self.port = 0
        self._writers: set[asyncio.StreamWriter] = set()
        self._slots = asyncio.Semaphore(manner.slots or _ANY_NUMBER)

    @property
    def address(self) -> str:
        """How it is named as a model."""
        return f"http://{self.host}:{self.port}/v1"

    async def serve(self, began: Callable[[], None], stop: asyncio.Event, port: int = 0) -> None:
        """Serve until `stop`."""
        server = await asyncio.start_server(self._connection, self.host, port)
        self.port = server.sockets[0].getsockname()[1]
        began()
        await stop.wait()
        server.close()
        for writer in tuple(self._writers):
            writer.transport.abort()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while (asked := await _read(reader)) is not None:
                await self._answer(asked, writer)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _answer(self, asked: _Asked, writer: asyncio.StreamWriter) -> None:
        if self.manner.key and asked.headers.get("authorization") != f"Bearer {self.manner.key}":
            said = f"Incorrect API key provided: {asked.headers.get('authorization', 'none')}"
            writer.write(_response(401, {"error": {"message": said}}))
        elif asked.path == "/v1/models" and self.manner.lists:
            writer.write(_response(200, {"data": [{"id": self.manner.name, "owned_by": "a stand-in"}]}))
        elif asked.path in {"/v1/chat/completions", "/v1/completions"}:
            await self._reply(asked, writer)
        else:
            writer.write(_response(404, {"error": {"message": "not found"}}))

    async def _reply(self, asked: _Asked, writer: asyncio.StreamWriter) -> None:
        manner, question = self.manner, asked.question
        time = manner.heard[question]
        manner.heard[question] += 1
        manner.at_once += 1
        manner.most_at_once = max(manner.most_at_once, manner.at_once)
        try:
            fault = manner.plan(question, time)
            if manner.delay:
                async with self._slots:
                    await asyncio.sleep(manner.delay)
            if fault:
                await FAULTS[fault](self, writer, question)
            elif asked.body.get("stream"):
                writer.write(_streamed(manner.name, reply_to(question, manner.name)))
            else:
                writer.write(_response(200, completion(manner.name, reply_to(question, manner.name))))
                manner.answered[question] += 1
        finally:
            manner.at_once -= 1


def completion(name: str, text: str) -> dict[str, Any]:
    """An answer as the interface describes it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 8, "completion_tokens": 4, "total_tokens": 12}
    return {"object": "chat.completion", "model": name, "choices": [choice], "usage": usage}


def _streamed(name: str, text: str) -> bytes:
    pieces = [{"model": name, "choices": [{"delta": {"content": letter}}]} for letter in text]
    pieces.append({"model": name, "choices": [{"delta": {}, "finish_reason": "stop"}]})
    body = "".join(f"data: {json.dumps(piece)}\n\n" for piece in pieces) + "data: [DONE]\n\n"
    return _raw(200, body.encode(), kind="text/event-stream")


def _response(status: int, body: object, *, more: str = "") -> bytes:
    return _raw(status, json.dumps(body).encode(), more=more)


def _raw(
    status: int, body: bytes, *, more: str = "", kind: str = "application/json", length: int | None = None
) -> bytes:
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n{more}\r\n"
    return head.encode() + body


async def _read(reader: asyncio.StreamReader) -> _Asked | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return _Asked(first.split(" ")[1], headers, json.loads(body) if body else {})


Fault = Callable[[Mimic, asyncio.StreamWriter, str], Any]


def _status(status: int, *, more: str = "", page: bool = False) -> Fault:
    async def fault(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
        del mimic, question
        writer.write(
            _raw(status, _PAGE, more=more, kind="text/html") if page else _response(status, {"error": "no"}, more=more)
        )

    return fault


def _sent(body: bytes) -> Fault:
    async def fault(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
        del mimic, question
        writer.write(_raw(200, body))

    return fault


async def _cut_before(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    del mimic, question
    writer.close()
    raise ConnectionResetError


async def _reset(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    del mimic, question
    writer.transport.abort()
    raise ConnectionResetError


async def _cut_head(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
    await writer.drain()
    await _cut_before(mimic, writer, question)


async def _cut_body(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    whole = json.dumps(completion(mimic.manner.name, reply_to(question, mimic.manner.name))).encode()
    writer.write(_raw(200, whole[: len(whole) // 2], length=len(whole)))
    await writer.drain()
    await _cut_before(mimic, writer, question)


async def _half_json(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    whole = json.dumps(completion(mimic.manner.name, reply_to(question, mimic.manner.name))).encode()
    writer.write(_raw(200, whole[: len(whole) // 2]))


async def _cut_chunk(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{"model": "')
    await writer.drain()
    await _cut_before(mimic, writer, question)


async def _stall(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    await asyncio.sleep(STALL)
    writer.write(_response(200, completion(mimic.manner.name, reply_to(question, mimic.manner.name))))


async def _closing(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    """A whole answer, after which the connection is closed although nobody said so."""
    body = json.dumps(completion(mimic.manner.name, reply_to(question, mimic.manner.name))).encode()
    writer.write(_raw(200, body))
    mimic.manner.answered[question] += 1
    await writer.drain()
    await _cut_before(mimic, writer, question)


async def _other_model(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    writer.write(_response(200, completion("another-model", reply_to(question, "another-model"))))


async def _sent_on(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    del question
    writer.write(_raw(307, b"", more=f"Location: {mimic.manner.elsewhere}\r\n"))


async def _too_long(mimic: Mimic, writer: asyncio.StreamWriter, question: str) -> None:
    del mimic, question
    said = "request (9000 tokens) exceeds the available context size (2048 tokens)"
    writer.write(_response(400, {"error": {"message": said, "type": "exceed_context_size_error"}}))


FAULTS: Final[dict[str, Fault]] = {
    "429": _status(429),
    "429 with a time to wait": _status(429, more="Retry-After: 1\r\n"),
    "500": _status(500),
    "502 with a page": _status(502, page=True),
    "503, still loading": _status(503),
    "504": _status(504),
    "529": _status(529),
    "408": _status(408),
    "closed without an answer": _cut_before,
    "reset": _reset,
    "cut in the head": _cut_head,
    "cut in the body": _cut_body,
    "cut between chunks": _cut_chunk,
    "a page for an answer": _sent(_PAGE),
    "half of the JSON": _half_json,
    "an empty answer": _sent(b""),
    "JSON of another kind": _sent(b'{"result": 1}'),
    "no reply in the answer": _sent(b'{"model": "' + NAME.encode() + b'", "choices": []}'),
    "bytes that are no text": _sent(b'{"model": "\xff\xfe"}'),
    "nested without end": _sent(b"[" * 100_000),
    "closed after the answer": _closing,
    "stalled": _stall,
    "another model": _other_model,
    "sent on elsewhere": _sent_on,
    "too long": _too_long,
    "not allowed": _status(403),
}
"""Every way to fail, by name. The first 22 are over when the question is asked again."""

PASSING: Final = tuple(FAULTS)[:22]


@contextmanager
def mimic(manner: ServerManner | None = None, port: int = 0, host: str = "127.0.0.1") -> Iterator[Mimic]:
    """A stand-in in a thread of this process."""
    served, began = Mimic(manner or ServerManner(), host), threading.Event()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    work = threading.Thread(target=lambda: loop.run_until_complete(_all(served, began.set, stop, port)), daemon=True)
    work.start()
    began.wait(10)
    try:
        yield served
    finally:
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(stop.set)
        work.join()
        loop.close()


async def _all(served: Mimic, began: Callable[[], None], stop: asyncio.Event, port: int) -> None:
    """Serve, and end what is still waiting."""
    await served.serve(began, stop, port)
    left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


def main() -> int:
    """Serve with the delay of the first argument, and as many slots as the second says, until stdin ends; the port is
    the first line."""
    with mimic(ServerManner(delay=float(sys.argv[1]), slots=int(sys.argv[2]))) as served:
        print(served.port, flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
