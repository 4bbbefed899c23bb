"""The interface over HTTP/1.1: one thread per connection, a token for everybody, and no other machine unasked."""

import hmac
import ipaddress
import json
import logging
import queue
import secrets
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from core.engine.serving import asking
from core.engine.serving.asking import Call, decoded
from core.engine.serving.batching import Batcher, FailedError, Pieces, ServedJob, StoppedError
from core.engine.serving.speaking import Answer, Speaker
from core.engine.serving.vectors import VectorQueue
from core.errors import PromptTooLongError, UsageError, WhetError
from core.llm.base import HeardToken
from core.said import Said

log = logging.getLogger("whet.serve")

_LARGEST: Final = 16 << 20
_LOOK: Final = 0.1
_IDLE_SECONDS: Final = 60.0
_CHAT, _TEXT, _VECTORS, _MODELS = "/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/models"
_MOST_CLIENTS: Final = 256


class Server(ThreadingHTTPServer):
    """Serves one model on a host and port (0: any free one). Raises `UsageError` for a host that is another machine's
    way in, unless `others` may come."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        batcher: Batcher,
        speaker: Speaker,
        host: str,
        port: int,
        token: str,
        *,
        vectors: VectorQueue | None = None,
        others: bool = False,
    ) -> None:
        if not others and not _is_loopback(host):
            raise UsageError(
                Said("On {host} other machines could ask this model.", host=host),
                hint="If they may, say so: --allow-others",
            )
        self.batcher = batcher
        self.speaker = speaker
        self.vectors = vectors
        self.token = token
        self.others = others
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise UsageError(
                Said("{host}:{port} cannot be listened at: {reason}.", host=host, port=port, reason=error.strerror)
            ) from error

    @property
    def address(self) -> str:
        """How it is named as a model."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}/v1"

    @cached_property
    def _room(self) -> threading.BoundedSemaphore:
        return threading.BoundedSemaphore(_MOST_CLIENTS)

    def process_request(self, request: Any, client_address: Any) -> None:
        """A thread for a connection; one too many is closed at once, so that nobody can use up the machine."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """All questions of one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away in the middle is no news."""
        del request, client_address


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS
    _in_chunks = True
    _streams = False

    def do_GET(self) -> None:
        """The model, and a sign of life."""
        path = self._path
        if path == "/health":
            self._send(HTTPStatus.OK, {"status": "ok"})
        elif self._is_let_in():
            speaker = self.server.speaker
            if path == _MODELS:
                self._send(HTTPStatus.OK, speaker.models())
            elif unquote(path.removeprefix(f"{_MODELS}/")) == speaker.name:
                self._send(HTTPStatus.OK, speaker.model())
            else:
                self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this path.", "not_found")

    def do_POST(self) -> None:
        """Questions of those who were let in."""
        self._streams = False
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > _LARGEST:
            self.close_connection = True
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "A question needs a length, of 16 MB at most.")
            return
        body = self.rfile.read(int(length))
        try:
            self._asked(self._path, body)
        except WhetError as error:
            self._refuse(*_status(error))
        except OSError:
            raise  # the client has left
        except Exception as error:
            log.exception("A question could not be answered.")
            self.close_connection = True
            if not self._streams:
                self._refuse(
                    *_status(FailedError(Said("The server failed: {error}.", error=error or type(error).__name__)))
                )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is no HTTP, or a verb that nobody serves: said in the interface's own form."""
        del explain
        self.close_connection = True
        self._refuse(HTTPStatus(code), message or HTTPStatus(code).description)

    def parse_request(self) -> bool:
        """Whether to go on: of somebody without the token not a byte of a body is taken."""
        if not super().parse_request():
            return False
        if self.command == "POST" and not self._is_let_in():
            self.close_connection = True
            return False
        return True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """What is asked is nobody's business."""

    @property
    def _path(self) -> str:
        return urlsplit(self.path).path.rstrip("/")

    def _is_let_in(self) -> bool:
        """Whether the token is right, and a page in a browser is not behind it (its host would have another name)."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0].strip("[]")
        given = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        if not self.server.others and not _is_loopback(host):
            self._refuse(HTTPStatus.FORBIDDEN, "This server is for its own machine.", "forbidden")
        elif not hmac.compare_digest(given.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.UNAUTHORIZED, "The token is missing or wrong.", "invalid_api_key")
        else:
            return True
        return False

    def _asked(self, path: str, body: bytes) -> None:
        seed = secrets.randbits(31)
        if path == _CHAT:
            call = asking.chat(decoded(body, asking.Chat), seed)
            self._answer(call, self.server.speaker.chat(call))
        elif path == _TEXT:
            call = asking.text(decoded(body, asking.Text), seed)
            self._answer(call, self.server.speaker.text(call))
        elif path == _VECTORS:
            self._vectors(decoded(body, asking.Texts))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this path.", "not_found")

    def _answer(self, call: Call, answer: Answer) -> None:
        pieces: Pieces | None = queue.SimpleQueue() if call.stream else None
        jobs = self.server.batcher.ask(call.requests, pieces)
        try:
            if pieces is not None:
                self._stream(call, answer, jobs, self._heard(pieces, len(jobs)))
                return
            for job in jobs:
                while not job.wait(_LOOK):
                    if self._is_gone():
                        return
            self._send(HTTPStatus.OK, answer.whole([job.reply for job in jobs]))
        finally:
            for job in jobs:
                job.leave()

    def _heard(self, pieces: Pieces, count: int) -> Iterator[tuple[int, HeardToken | None]]:
        """What is written, until all replies have ended or the client has left."""
        ended = 0
        while ended < count:
            try:
                number, token = pieces.get(timeout=_LOOK)
            except queue.Empty:
                if self._is_gone():
                    return
                continue
            ended += token is None
            yield number, token

    def _stream(
        self, call: Call, answer: Answer, jobs: list[ServedJob], heard: Iterator[tuple[int, HeardToken | None]]
    ) -> None:
        """The replies as they grow. What fails at once is refused as elsewhere; later, the stream says so and ends."""
        first = next(heard, None)
        if first is None:
            return
        if first[1] is None:
            _ = jobs[first[0]].reply  # raises what went wrong
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self._streams = True
        self._in_chunks = self.request_version != "HTTP/1.0"
        if self._in_chunks:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        try:
            for number in range(len(jobs)):
                self._event(answer.begun(number))
            self._tell(answer, jobs, first)
            for piece in heard:
                self._tell(answer, jobs, piece)
            if call.counted:
                self._event(answer.counted([job.reply for job in jobs]))
            self._chunk(b"data: [DONE]\n\n")
        except WhetError as error:
            self._event(_error(*_status(error)))
        self._chunk(b"")

    def _tell(self, answer: Answer, jobs: list[ServedJob], piece: tuple[int, HeardToken | None]) -> None:
        number, token = piece
        self._event(answer.ended(number, jobs[number].reply) if token is None else answer.piece(number, token))

    def _vectors(self, asked: asking.Texts) -> None:
        if self.server.vectors is None:
            self._refuse(HTTPStatus.NOT_IMPLEMENTED, "This model makes no vectors of texts.", "not_offered")
            return
        if asked.encoding_format not in {None, "float", "base64"}:
            raise UsageError("Vectors are sent as float or base64.")
        found = self.server.vectors.of(asking.texts_of(asked.input), self._is_gone)
        if found is None:
            return
        vectors, tokens = found
        if asked.dimensions not in {None, vectors.shape[1]}:
            raise UsageError(Said("The vectors of this model have {shape} dimensions.", shape=vectors.shape[1]))
        packed = asked.encoding_format == "base64"
        self._send(HTTPStatus.OK, self.server.speaker.vectors(vectors, tokens, packed=packed))

    def _event(self, piece: dict[str, Any] | None) -> None:
        if piece is not None:
            self._chunk(b"data: " + json.dumps(piece).encode() + b"\n\n")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data) if self._in_chunks else data)

    def _is_gone(self) -> bool:
        """Whether the client closed its connection while it waited."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        if not readable:
            return False
        with suppress(OSError):
            return not self.connection.recv(1, socket.MSG_PEEK)
        return True

    def _refuse(self, status: HTTPStatus, message: str, code: str | None = None) -> None:
        self._send(status, _error(status, message, code))

    def _send(self, status: HTTPStatus, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def _status(error: WhetError) -> tuple[HTTPStatus, str, str | None]:
    """What a failure is called: the question's fault, the model's, or that of the end."""
    if isinstance(error, StoppedError):
        return HTTPStatus.SERVICE_UNAVAILABLE, str(error), error.code
    if isinstance(error, FailedError):
        return HTTPStatus.INTERNAL_SERVER_ERROR, str(error), error.code
    return HTTPStatus.BAD_REQUEST, str(error), _TOO_LONG if isinstance(error, PromptTooLongError) else None


_TOO_LONG: Final = "context_length_exceeded"


def _error(status: HTTPStatus, message: str, code: str | None) -> dict[str, Any]:
    """An error as OpenAI writes it."""
    kind = "server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request_error"
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
