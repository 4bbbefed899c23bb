"""What clients and the engine say to each other about servers that models can be asked on."""

import msgspec

from core.domain.served import Served

PORTS = {8080: "llama-server", 1234: "LM Studio", 11434: "Ollama", 8000: "vLLM", 1337: "Jan"}
"""Where programs listen that serve models, by their own habit."""


class FindServers(msgspec.Struct, frozen=True, tag_field="command", tag=True):
    """Look for servers on these ports of this machine. Answer: `ServersFound`."""

    ports: tuple[int, ...] = tuple(PORTS)


class InspectServer(msgspec.Struct, frozen=True, tag_field="command", tag=True):
    """Try what the servers at this address can do, within so many seconds. Answer: `ServersInspected`."""

    address: str
    seconds: float = 2.0


class FoundServer(msgspec.Struct, frozen=True):
    """A server on this machine with the names of its models; `usual` is the program that is usually at its port."""

    address: str
    usual: str
    models: tuple[str, ...] = ()
    problem: str = ""


class ServersFound(msgspec.Struct, frozen=True, tag_field="message", tag=True):
    """Every server that was found."""

    servers: tuple[FoundServer, ...]


class InspectedServer(msgspec.Struct, frozen=True):
    """What a server can do, and how long it took to find out, in seconds."""

    address: str
    served: Served
    seconds: float


class ServersInspected(msgspec.Struct, frozen=True, tag_field="message", tag=True):
    """What each server can do."""

    servers: tuple[InspectedServer, ...]
