"""Every connection that was ever opened or refused, and the addresses that the person allows for good: per user."""

import time
from contextlib import suppress
from pathlib import Path

import msgspec

from core import nested, paths
from core.errors import UsageError, WorkspaceError
from core.offline import Deed
from core.said import Said, Words
from core.store.atomic import write_atomically

_LONGEST = 4 << 20
"""Bytes of the record that are read at most, from its end: some 30,000 connections."""


class OpenedConnection(msgspec.Struct, frozen=True):
    """A connection to another machine: when (seconds since 1970), what was done, to which host, and for what.

    `sent` and `received` are the bytes of questions and answers that were exchanged since the last such line.
    """

    at: float
    deed: Deed
    host: str
    why: Words = ""
    sent: int = 0
    received: int = 0

    @property
    def opened(self) -> bool:
        """Whether a way to another machine was opened by it."""
        return self.deed in {"looked up", "connected"}


class AllowedHost(msgspec.Struct, frozen=True):
    """An address that downloads may be sent on to without asking; since when, in seconds since 1970."""

    host: str
    since: float


def keep(deed: Deed, host: str, why: str) -> None:
    """Write down a connection. Told by `core.offline` in the middle of one, so a full disk must not break it."""
    _write(OpenedConnection(time.time(), deed, host, why))


def exchanged(origin: str, sent: int, received: int) -> None:
    """Write down how many bytes went to and came from a server on another machine."""
    _write(OpenedConnection(time.time(), "exchanged", origin, "questions to a model", sent, received))


def _write(connection: OpenedConnection) -> None:
    with suppress(OSError):
        record().parent.mkdir(parents=True, exist_ok=True)
        with record().open("ab") as file:
            file.write(nested.encode(connection) + b"\n")


def record() -> Path:
    """Where the record lies."""
    return paths.user_folder() / "connections.jsonl"


def ever() -> list[OpenedConnection]:
    """Every connection in the record, the latest first. A line that cannot be read is left out."""
    try:
        with record().open("rb") as file:
            file.seek(max(0, record().stat().st_size - _LONGEST))
            lines = file.read().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise WorkspaceError(
            Said("The record of connections cannot be read: {reason}.", reason=error.strerror)
        ) from error
    found = []
    for line in lines:
        with suppress(msgspec.DecodeError):
            found.append(nested.decode(line, type=OpenedConnection))
    return found[::-1]


def allowed() -> list[AllowedHost]:
    """The hosts that the person allows for good."""
    try:
        return nested.decode(_allowances().read_bytes(), type=list[AllowedHost])
    except FileNotFoundError:
        return []
    except (OSError, msgspec.DecodeError) as error:
        raise WorkspaceError(
            Said("The allowed addresses cannot be read: {error}.", error=error),
            kept="None is allowed meanwhile.",
            hint="Allow them anew.",
        ) from error


def allow(host: str) -> None:
    """Let downloads be sent on to this host. Raises `UsageError` for what is no host name."""
    name = host.strip().casefold()
    if not name or any(mark in name for mark in "/@ \t*") or len(name) > 253:
        raise UsageError(Said("“{host}” is not the name of a host.", host=host), hint="For example: cdn.example.org")
    if all(each.host != name for each in allowed()):
        _keep_allowed([*allowed(), AllowedHost(name, time.time())])


def revoke(host: str) -> bool:
    """Allow this host no longer; whether it was."""
    before = allowed()
    left = [each for each in before if each.host != host.strip().casefold()]
    if left != before:
        _keep_allowed(left)
    return left != before


def _allowances() -> Path:
    return paths.user_folder() / "allowed-hosts.json"


def _keep_allowed(hosts: list[AllowedHost]) -> None:
    _allowances().parent.mkdir(parents=True, exist_ok=True)
    write_atomically(_allowances(), nested.encode(hosts) + b"\n", keep_previous=True)
