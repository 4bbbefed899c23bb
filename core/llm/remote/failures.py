"""What a server says instead of an answer, sorted into what may be asked again and what may not."""

import email.utils
import http
import time
from typing import Final

import msgspec

from core import nested
from core.errors import CapabilityError, ModelError, OfflineError, PromptTooLongError, UsageError, WhetError
from core.llm.remote.address import Address, address
from core.said import Said

AGAIN: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
"""Statuses after which the same question may be answered."""

_BUSY: Final = frozenset({429, 503, 529})
_TOO_LONG: Final = ("exceed_context_size", "context_length_exceeded", "maximum context length", "context size", "n_ctx")
_LONGEST_WAIT: Final = 120.0
_LONGEST_WORDS: Final = 300


class UnansweredError(Exception):
    """No answer came, and asking again may bring one. `after`: seconds that the server asks to wait. `gone`: nothing
    listens there at all. `slow`: it took too long. `busy`: it has too much to do, or is not ready yet."""

    def __init__(
        self, reason: str, *, after: float = 0.0, gone: bool = False, slow: bool = False, busy: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after
        self.gone = gone
        self.slow = slow
        self.busy = busy


class ServersGoneError(ModelError):
    """No server of a model answers any more."""

    code = "model.servers"


class NotOfferedError(CapabilityError):
    """The server does not have this part of the interface."""

    code = "model.not_offered"


class ChangedModelError(ModelError):
    """A server answers as another model than before."""

    code = "model.changed"


def check(status: int, headers: "dict[str, str]", body: bytes, at: Address, key: str) -> None:
    """Raise what a status means unless it is an answer. `headers` have small letters. The key is kept out of words."""
    if status < http.HTTPStatus.MULTIPLE_CHOICES:
        return
    if status < http.HTTPStatus.BAD_REQUEST:
        raise sent_on(headers.get("location", ""), at)
    words = _words(body, key)
    if status in AGAIN:
        reason = f"it says {status} {_name(status)}" + (f" ({words})" if words else "")
        raise UnansweredError(reason, after=wait_for(headers.get("retry-after", "")), busy=status in _BUSY)
    raise _refusal(status, words, at)


def _refusal(status: int, words: str, at: Address) -> WhetError:
    said = f"{at.origin} says {status} {_name(status)}" + (f": {words}" if words else "")
    if any(sign in words.casefold() for sign in _TOO_LONG):
        return PromptTooLongError(
            Said(
                "A prompt does not fit into the context of the model at {origin}: {words}",
                origin=at.origin,
                words=words,
            ),
            hint="Shorten the prompt or the input, or start the server with a longer context.",
        )
    if status in {401, 403, 407}:
        return ModelError(
            f"{said}.",
            hint=Said(
                "Keep the key that it wants: whet connections --key {origin}, or set {key_variable}.",
                origin=at.origin,
                key_variable=at.key_variable,
            ),
        )
    if status in {404, 405, 501}:
        return NotOfferedError(f"{said}.", hint="Is the address right? It usually ends in /v1.")
    return ModelError(f"{said}.")


def sent_on(location: str, at: Address) -> WhetError:
    """Why a server that sends on to another place is not followed."""
    try:
        place = address(location)
    except UsageError:
        return ModelError(
            Said("{origin} sends on to another path of its own.", origin=at.origin),
            hint="Name the address that it means.",
        )
    if place.origin == at.origin:
        return ModelError(
            Said("{origin} sends on to {path}.", origin=at.origin, path=place.path), hint="Name that address."
        )
    return OfflineError(
        Said(
            "{origin} sends on to {other}, which was not followed: only the very address that was "
            "allowed is connected to.",
            origin=at.origin,
            other=place.origin,
        ),
        host=place.host,
        hint="Name that address itself if you trust it.",
    )


def wait_for(text: str) -> float:
    """Seconds of a Retry-After header (RFC 9110: a number or a date); 0 if it says nothing."""
    text = text.strip()
    if text.isdigit():
        return min(float(text), _LONGEST_WAIT)
    try:
        when = email.utils.parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError):
        return 0.0
    return min(max(0.0, when - time.time()), _LONGEST_WAIT)


def _words(body: bytes, key: str) -> str:
    """What the server says went wrong, in one line, without the key."""
    try:
        said = nested.decode(body)
    except msgspec.DecodeError:
        said = ""
    if isinstance(said, dict):
        said = said.get("error", said.get("detail", said.get("message", "")))
    if isinstance(said, dict):
        said = " ".join(str(said[name]) for name in ("message", "type", "code") if said.get(name))
    line = " ".join(str(said).split())
    return (line.replace(key, "…") if key else line)[:_LONGEST_WORDS]


def _name(status: int) -> str:
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return ""
