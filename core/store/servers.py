"""Servers on other machines that the person allows to be asked, and their keys: per user, never inside a workspace."""

import os
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from core import nested, paths
from core.errors import UsageError, WorkspaceError
from core.llm.remote.address import Address, address
from core.said import Said
from core.store.atomic import write_atomically
from core.store.connections import OpenedConnection

_SERVICE: Final = "whet"
"""Under this name keys stand in the system's keyring."""


class AllowedServer(msgspec.Struct, frozen=True):
    """A server that may be asked: scheme, host and port; since when, in seconds since 1970."""

    origin: str
    since: float


class KnownServer(msgspec.Struct, frozen=True):
    """Where a model is asked that runs name by a hash of its answers."""

    sha256: str
    address: str


class NoKeyringError(WorkspaceError):
    """This system has no keyring, or it does not open."""

    code = "workspace.keyring"


def allowed() -> list[AllowedServer]:
    """The servers on other machines that may be asked."""
    try:
        return nested.decode(_file().read_bytes(), type=list[AllowedServer])
    except FileNotFoundError:
        return []
    except (OSError, msgspec.DecodeError) as error:
        raise WorkspaceError(
            Said("The allowed servers cannot be read: {error}.", error=error),
            kept="None is allowed meanwhile.",
            hint="Allow them anew.",
        ) from error


def is_allowed(at: Address) -> bool:
    """Whether a server may be asked: it is on this machine, or this very scheme, host and port were allowed."""
    return at.is_loopback or any(each.origin == at.origin for each in allowed())


def allow(text: str) -> None:
    """Let the server at this address be asked. Raises `UsageError` for what is no address."""
    at = address(text)
    if not is_allowed(at):
        _keep([*allowed(), AllowedServer(at.origin, time.time())])


def revoke(text: str) -> bool:
    """Let it be asked no longer; whether it was allowed."""
    at, before = address(text), allowed()
    left = [each for each in before if each.origin != at.origin]
    if left != before:
        _keep(left)
    return left != before


def remember(sha256: str, text: str) -> None:
    """Keep in mind at which addresses the model of a run, named by this hash, is asked."""
    known = [each for each in _known() if each.sha256 != sha256]
    _write(_places(), [*known, KnownServer(sha256, text)])


def find(sha256: str) -> str | None:
    """The addresses where a model was asked last; `None` if it was never asked on a server."""
    return next((each.address for each in _known() if each.sha256 == sha256), None)


def sha256_at(text: str) -> str | None:
    """The hash of the model that runs asked last at these addresses; `None` if no run did."""
    return next((each.sha256 for each in reversed(_known()) if each.address == text), None)


def traffic(found: Iterable[OpenedConnection]) -> dict[str, tuple[int, int, int]]:
    """By origin of the record `found`: connections that were opened, bytes sent and received.

    Connections are written down by host: those of one host count for each of its servers.
    """
    opened: Counter[str] = Counter()
    bytes_: dict[str, tuple[int, int]] = {}
    for each in found:
        if each.deed == "exchanged":
            sent, received = bytes_.get(each.host, (0, 0))
            bytes_[each.host] = sent + each.sent, received + each.received
        elif each.opened:
            opened[each.host] += 1
    return {each.origin: (opened[address(each.origin).host], *bytes_.get(each.origin, (0, 0))) for each in allowed()}


def key_of(at: Address) -> str:
    """The key of a server: from the environment (`Address.key_variable`), else from the keyring; empty for none."""
    given = os.environ.get(at.key_variable, "")
    if given:
        return given
    import keyring  # takes a while, and only servers with keys need it
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, at.origin) or ""
    except (KeyringError, RuntimeError):  # no keyring: then no key was ever kept there
        return ""


def keep_key(text: str, key: str) -> None:
    """Keep the key of a server in the system's keyring; an empty one is forgotten.

    Raises `NoKeyringError` where there is none: a key is never written to a file.
    """
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    at = address(text)
    try:
        if key:
            keyring.set_password(_SERVICE, at.origin, key)
        else:
            keyring.delete_password(_SERVICE, at.origin)
    except PasswordDeleteError as error:
        raise UsageError(Said("No key of {origin} is kept.", origin=at.origin)) from error
    except (KeyringError, RuntimeError) as error:
        raise NoKeyringError(
            "This system has no keyring that opens, and a key is never written to a file.",
            kept="Nothing was kept.",
            hint=Said("Set the variable {key_variable} where Whet is started instead.", key_variable=at.key_variable),
        ) from error


def _file() -> Path:
    return paths.user_folder() / "allowed-servers.json"


def _places() -> Path:
    return paths.user_folder() / "servers.json"


def _known() -> list[KnownServer]:
    """What cannot be read is as if it had been forgotten: a person can name the address again."""
    try:
        return nested.decode(_places().read_bytes(), type=list[KnownServer])
    except (OSError, msgspec.DecodeError):
        return []


def _keep(servers: list[AllowedServer]) -> None:
    _write(_file(), servers)


def _write(file: Path, what: list[AllowedServer] | list[KnownServer]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, nested.encode(what) + b"\n", keep_previous=True)
