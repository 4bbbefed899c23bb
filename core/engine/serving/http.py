"""The interface over HTTP/1.1: one thread per connection, a token for everybody, and no other machine unasked."""

import hmac
import ipaddress
import json
import secrets
import select
import socket
import threading
from contextlib import suppress
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from core.engine.serving.batching import Batcher, Job
from core.engine.serving.speaking import Asked, Speaker, asked, finish, requests
from core.errors import PromptTooLongError, UsageError, WhetError

_LARGEST: Final = 16 << 20
_LOOK: Final = 0.1
_IDLE_SECONDS: Final = 60.0
_MOST_CLIENTS: Final = 256


class Server(ThreadingHTTPServer):
    """Serves one model on a host and port (0: any free one). Raises `UsageError` for a host that is another machine's
    way in, unless `others` may come."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, batcher: Batcher, speaker: Speaker, host: str, port: int, token: str, *, others: bool = False
    ) -> None:
        if not others and not _is_loopback(host):
            raise UsageError(
                f"On {host} other machines could ask this model.", hint="If they may, say so: --allow-others"
            )
        self.batcher = batcher
        self.speaker = speaker
        self.token = token
        self.others = others
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise UsageError(f"{host}:{port} cannot be listened at: {error.strerror}.") from error

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

    def do_GET(self) -> None:
        """The list of models, and a sign of life."""
        if self.path == "/health":
            self._send(HTTPStatus.OK, {"status": "ok"})
        elif self._is_let_in():
            if self.path == "/v1/models":
                self._send(HTTPStatus.OK, self.server.speaker.models())
            else:
                self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this path.")

    def do_POST(self) -> None:
        """Questions."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _LARGEST:
            self.close_connection = True
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "A question needs a length, of 16 MB at most.")
            return
        body = self.rfile.read(int(length))
        if not self._is_let_in():
            return
        if self.path != "/v1/chat/completions":
            self._refuse(HTTPStatus.NOT_IMPLEMENTED, "Only /v1/chat/completions is served.")
            return
        try:
            self._answer(asked(body))
        except PromptTooLongError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error), "context_length_exceeded")
        except WhetError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error), "invalid_request_error")

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

    def _is_let_in(self) -> bool:
        """Whether the token is right, and a page in a browser is not behind it (its host would have another name)."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0].strip("[]")
        given = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        if not self.server.others and not _is_loopback(host):
            self._refuse(HTTPStatus.FORBIDDEN, "This server is for its own machine.")
        elif not hmac.compare_digest(given.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.UNAUTHORIZED, "The token is missing or wrong.", "invalid_api_key")
        else:
            return True
        return False

    def _answer(self, question: Asked) -> None:
        jobs = self.server.batcher.ask(requests(question, secrets.randbits(31)))
        try:
            if question.stream:
                self._stream(question, jobs)
                return
            for job in jobs:
                while not job.wait(_LOOK):
                    if self._is_gone():
                        return
            self._send(HTTPStatus.OK, self.server.speaker.completion([job.reply for job in jobs], question))
        finally:
            for job in jobs:
                job.leave()

    def _stream(self, question: Asked, jobs: list[Job]) -> None:
        """Each reply as it grows; a question that fails at once is refused as it is elsewhere."""
        first = jobs[0].pieces.get()
        if first is None:
            _ = jobs[0].reply  # raises what went wrong
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        speaker = self.server.speaker
        for number, job in enumerate(jobs):
            self._event(speaker.chunk(number, {"role": "assistant", "content": ""}))
            piece = first if number == 0 else job.pieces.get()
            while piece is not None:
                self._event(speaker.chunk(number, {"content": piece}))
                piece = job.pieces.get()
            self._event(speaker.chunk(number, {}, finish(job.reply)))
        if (question.stream_options or {}).get("include_usage"):
            self._event(speaker.counted([job.reply for job in jobs]))
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _event(self, piece: dict[str, Any]) -> None:
        self._chunk(b"data: " + json.dumps(piece).encode() + b"\n\n")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def _is_gone(self) -> bool:
        """Whether the client closed its connection while it waited."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        if not readable:
            return False
        with suppress(OSError):
            return not self.connection.recv(1, socket.MSG_PEEK)
        return True

    def _refuse(self, status: HTTPStatus, message: str, kind: str = "invalid_request_error") -> None:
        self._send(status, {"error": {"message": message, "type": kind, "code": status.value}})

    def _send(self, status: HTTPStatus, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
