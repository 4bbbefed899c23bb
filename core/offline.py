"""Nothing leaves the machine: an audit hook that refuses every connection outside loopback and allowed addresses.

Installed first thing in both processes. An audit hook cannot be removed again (PEP 578), and it sees connections
made by any Python library. Native code that opens sockets by itself would not be seen; none of what we ship does, which
a test shows from outside the process.
"""

import ipaddress
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from core.errors import OfflineError
from core.said import Said

Deed = Literal["looked up", "connected", "refused", "exchanged"]
"""A name was looked up, an address was connected to, or either was refused; or so many bytes went to and fro."""

Listener = Callable[[Deed, str, str], None]
"""Hears of every deed, with its host and what it was for."""

_allowed: set[str] = set()
_ports: dict[str, set[int]] = {}
_opened: list[str] = []
_installed = False
_reasons: list[str] = []
_listeners: list[Listener] = []


def allow(host: str) -> None:
    """Let connections to this very host name or address through, for this process."""
    _allowed.add(host.casefold())


def allow_with_addresses(host: str, port: int) -> None:
    """Let connections to this very host through, under its name and under the addresses that it has now.

    The hook sees names when they are looked up, and addresses when they are connected to. Raises `OSError` if the
    name has no address.
    """
    allow(host)
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        allow(str(address[0]))


def allow_server(host: str, port: int) -> None:
    """Let connections to this port of this very host through, under its name and the addresses that it has now.

    Other ports of it stay closed. Raises `OSError` if the name has no address.
    """
    _ports.setdefault(host.casefold(), set()).add(port)
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        _ports.setdefault(str(address[0]), set()).add(port)


def connections() -> tuple[str, ...]:
    """Every non-local connection that was opened by this process, in order."""
    return tuple(_opened)


def tell(listener: Listener) -> None:
    """Tell somebody of every non-local connection from now on, opened or refused. Telling twice does nothing."""
    if listener not in _listeners:
        _listeners.append(listener)


@contextmanager
def because(reason: str) -> Iterator[None]:
    """What connections that are opened meanwhile are for, in words."""
    _reasons.append(reason)
    try:
        yield
    finally:
        _reasons.remove(reason)


def install() -> None:
    """Refuse connections from now on, in this process. Calling it again does nothing."""
    global _installed  # noqa: PLW0603 - one hook per process is the point
    if not _installed:
        _installed = True
        sys.addaudithook(_hook)


def is_allowed(host: str, port: int | None = None) -> bool:
    """Whether connections to this host are let through: it is this machine, or was allowed. Without a port: whether
    any may be, so that its name may be looked up."""
    name = host.casefold()
    ports = _ports.get(name, set())
    return _is_loopback(host) or name in _allowed or (bool(ports) if port is None else port in ports)


def _is_loopback(host: str) -> bool:
    if host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.split("%", 1)[0]).is_loopback
    except ValueError:
        return False


def _tell(deed: Deed, host: str) -> None:
    for listener in _listeners:
        listener(deed, host, _reasons[-1] if _reasons else "")


def _refuse_unless_allowed(host: str, deed: Deed, port: int | None = None) -> None:
    if is_allowed(host, port):
        if not _is_loopback(host):
            _opened.append(host)
            _tell(deed, host)
        return
    _tell("refused", host)
    raise OfflineError(
        Said("A connection to {host} was refused: Whet works offline.", host=host),
        host=host,
        hint="Allow this very address in the settings if you want it.",
    )


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        if isinstance(address, tuple) and address:
            port = address[1] if len(address) > 1 and isinstance(address[1], int) else 0
            _refuse_unless_allowed(str(address[0]), "connected", port)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and arguments[0] is not None:
        host = arguments[0]
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
        _refuse_unless_allowed(name, "looked up")
