"""Where a server is: `http://127.0.0.1:8080/v1#name`; several of them, divided by commas, are one model.

An address that ends in `/completions` means a model that goes on with a text instead of answering in a conversation.
"""

import ipaddress
import re
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from core.errors import UsageError
from core.said import Said

_BEGINNING: Final = re.compile(r"https?://", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*,\s*(?=https?://)", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}
_USUAL_PATH: Final = "/v1"
_CONTINUING: Final = "/completions"
_CHATTING: Final = "/chat/completions"
_EXAMPLE: Final = "For example: http://127.0.0.1:8080/v1#name"


@dataclass(frozen=True, slots=True)
class Address:
    """One server, and the name that it knows the model by (empty: the one that it has). `continues`: it is to go on
    with a text, as base models do, even if it offers conversations."""

    scheme: str
    host: str
    port: int
    path: str = _USUAL_PATH
    model: str = ""
    continues: bool = False

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a person allows."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def base(self) -> str:
        """What the paths of the interface follow."""
        return self.origin + self.path

    @property
    def text(self) -> str:
        """As it is written."""
        asked = self.base + (_CONTINUING if self.continues else "")
        return asked + (f"#{quote(self.model, safe=':/@._-+')}" if self.model else "")

    @property
    def key_variable(self) -> str:
        """The variable of the environment that may hold its key."""
        name = re.sub(r"[^A-Za-z0-9]", "_", f"{self.host}_{self.port}")
        return f"WHET_KEY_{name.upper()}"

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this machine, whatever a name server says."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def is_address(text: str) -> bool:
    """Whether this names a server, and no file."""
    return _BEGINNING.match(text.strip()) is not None


def addresses(text: str) -> tuple[Address, ...]:
    """The servers that a text names. Where only one of several says a model's name, it is that of all.

    Raises `UsageError` for what is no such address, and for one that has a password in it.
    """
    found = [address(part) for part in _BETWEEN.split(text.strip())]
    names = {each.model for each in found if each.model}
    if len(names) == 1:
        found = [replace(each, model=next(iter(names))) for each in found]
    return tuple(dict.fromkeys(found))


def address(text: str) -> Address:
    """One address."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(
            Said("“{text}” is not the address of a server: {error}.", text=text, error=error), hint=_EXAMPLE
        ) from error
    if parts.scheme not in _PORTS or not host or port == 0 or re.search(r"[\s%*]", host):
        raise UsageError(Said("“{text}” is not the address of a server.", text=text), hint=_EXAMPLE)
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "The address has a name or password in it, which would be kept in files and logs.",
            hint="Leave it out, and keep the key by itself: whet connections --key ADDRESS",
        )
    if parts.query:
        raise UsageError(
            "The address has a question mark in it; what follows might be a key, and would be kept.", hint=_EXAMPLE
        )
    path = parts.path.rstrip("/").removesuffix(_CHATTING)
    continues = path.endswith(_CONTINUING)
    path = path.removesuffix(_CONTINUING) or _USUAL_PATH
    return Address(
        parts.scheme, host.casefold(), port or _PORTS[parts.scheme], path, unquote(parts.fragment), continues
    )
