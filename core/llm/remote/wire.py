"""One server over HTTP: a question is sent, an answer comes back whole, or an error says whether to ask again."""

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractContextManager, AsyncExitStack, nullcontext
from typing import Final

import certifi
import httpx

from core import offline
from core.errors import ModelError, WhetError
from core.llm.remote.address import Address
from core.llm.remote.failures import UnansweredError, check
from core.llm.remote.traffic import Traffic
from core.said import Said

_CONNECT_SECONDS: Final = 5.0
_LARGEST: Final = 64 << 20
"""Bytes of an answer; a server that sends more is not answering a question of ours."""

_LONGEST_LINE: Final = 4 << 20
_MOST_LINES: Final = 500_000

_HEADERS: Final = {"Content-Type": "application/json", "Accept-Encoding": "identity", "User-Agent": "whet"}


class ServerWire:
    """Connections to one server, kept alive. No proxy, no redirect, no file of passwords is looked at."""

    def __init__(self, at: Address, key: str = "") -> None:
        self.at = at
        self._key = key
        self.traffic = Traffic()
        headers = {**_HEADERS, "Authorization": f"Bearer {key}"} if key else _HEADERS
        self._client = httpx.AsyncClient(
            headers=headers,
            trust_env=False,
            follow_redirects=False,
            verify=_trust(at),
            timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=30.0),
        )

    def __repr__(self) -> str:
        """Without the key."""
        return f"Wire({self.at.origin})"

    async def get(self, path: str, seconds: float) -> bytes:
        """What stands at a path."""
        return await self._ask("GET", path, None, seconds)

    async def post(self, path: str, body: bytes, seconds: float) -> bytes:
        """The answer to a question. Raises `UnansweredError` where asking again may help, else `WhetError`."""
        return await self._ask("POST", path, body, seconds)

    async def lines(self, path: str, body: bytes, seconds: float) -> AsyncGenerator[str]:
        """The lines of an answer as they come; each within so many seconds."""
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout(seconds):
                    stack.enter_context(self._reason())
                    response = await stack.enter_async_context(
                        self._client.stream("POST", self._url(path), content=body)
                    )
                    if response.is_error or response.is_redirect:
                        said = await self._whole(response)
                        check(response.status_code, dict(response.headers), said, self.at, self._key)
                self._count(body, 0)
                lines = self._lines(response)
                while True:
                    async with asyncio.timeout(seconds):
                        line = await anext(lines, None)
                    if line is None:
                        return
                    self.traffic.received += len(line)
                    yield line
            except (httpx.TransportError, TimeoutError) as error:
                raise self._unanswered(error, seconds) from error

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _ask(self, verb: str, path: str, body: bytes | None, seconds: float) -> bytes:
        try:
            async with asyncio.timeout(seconds):
                with self._reason():
                    response = await self._client.send(
                        self._client.build_request(verb, self._url(path), content=body), stream=True
                    )
                answer = await self._whole(response)
        except (httpx.TransportError, TimeoutError) as error:
            raise self._unanswered(error, seconds) from error
        except ExceptionGroup as group:  # of attempts to connect to several addresses of one name
            refused = group.subgroup(WhetError)
            raise (_first(refused) if refused else group) from group
        self._count(body, len(answer))
        if response.status_code != httpx.codes.OK:
            check(response.status_code, dict(response.headers), answer, self.at, self._key)
        return answer

    def _reason(self) -> AbstractContextManager[None]:
        """What a connection is for, if one has to be opened now."""
        return nullcontext() if self.at.is_loopback else offline.because(f"asking the model at {self.at.origin}")

    async def _whole(self, response: httpx.Response) -> bytes:
        pieces, size = [], 0
        try:
            async for piece in response.aiter_raw():
                pieces.append(piece)
                size += len(piece)
                if size > _LARGEST:
                    raise ModelError(
                        Said(
                            "{origin} sends more than {largest} MB in answer to one question.",
                            origin=self.at.origin,
                            largest=_LARGEST >> 20,
                        )
                    )
        finally:
            await response.aclose()
        return b"".join(pieces)

    async def _lines(self, response: httpx.Response) -> AsyncIterator[str]:
        """Lines as they were sent: nothing is unpacked, and neither a line nor all of them are endless."""
        rest, size, number = b"", 0, 0
        async for piece in response.aiter_raw():
            *whole, rest = (rest + piece).split(b"\n")
            size += len(piece)
            number += len(whole)
            if size > _LARGEST or len(rest) > _LONGEST_LINE or number > _MOST_LINES:
                raise ModelError(
                    Said(
                        "{origin} sends more than a reply: {size} bytes so far.",
                        origin=self.at.origin,
                        size=f"{size:,}",
                    )
                )
            for line in filter(None, whole):
                yield line.decode("utf-8", "replace").rstrip("\r")
        if rest:
            yield rest.decode("utf-8", "replace")

    def _url(self, path: str) -> str:
        """A path of the common interface, or with two slashes before it one beside that."""
        if path.startswith("//"):
            return self.at.origin + self.at.path.removesuffix("/v1") + path[1:]
        return self.at.base + path

    def _count(self, body: bytes | None, received: int) -> None:
        self.traffic.requests += 1
        self.traffic.sent += len(body or b"")
        self.traffic.received += received

    def _unanswered(self, error: Exception, seconds: float) -> Exception:
        refused = _refused_by_us(error)
        if refused is not None:
            return refused
        if isinstance(error, TimeoutError):
            return UnansweredError(
                Said("it did not answer within {seconds} seconds", seconds=f"{seconds:.0f}"), slow=True
            )
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                return ModelError(
                    Said(
                        "The certificate of {origin} is not to be trusted, so nothing was sent there.",
                        origin=self.at.origin,
                    ),
                    hint="Is it the right server? Its certificate must be valid for that name.",
                )
            return UnansweredError("nothing answers there", gone=True)
        return UnansweredError(str(error) or "the connection broke off")


def _refused_by_us(error: BaseException | None) -> WhetError | None:
    """What our own guard of connections said, if that is behind an error."""
    while error is not None:
        if isinstance(error, WhetError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _first(group: BaseExceptionGroup[WhetError]) -> BaseException:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _trust(at: Address) -> ssl.SSLContext:
    """Certificates that this system trusts, and those of Mozilla's list; where nothing is encrypted none are read."""
    if at.scheme == "http":
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


Key = Callable[[Address], str]
"""The key of a server; empty for one that wants none."""
