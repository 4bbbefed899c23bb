"""Servers that models can be asked on: found on this machine, and tried."""

import time
from typing import TYPE_CHECKING, Final

import msgspec

from core.domain.served import Served
from core.engine.messages import Command, Message, handles
from core.said import Said, Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext

PORTS: Final = {8080: "llama-server", 1234: "LM Studio", 11434: "Ollama", 8000: "vLLM", 1337: "Jan"}
"""Where programs listen that serve models, by their own habit."""


class FoundServer(msgspec.Struct, frozen=True):
    """A server on this machine with the names of its models; `usual` is the program that is usually at its port."""

    address: str
    usual: str
    models: tuple[str, ...] = ()
    problem: Words = ""


class ServersFound(Message, frozen=True, tag=True):
    """Every server that was found."""

    servers: tuple[FoundServer, ...]


class FindServers(Command[ServersFound], frozen=True, tag=True):
    """Look for servers on these ports of this machine."""

    ports: tuple[int, ...] = tuple(PORTS)


class InspectedServer(msgspec.Struct, frozen=True):
    """What a server can do, and how long it took to find out, in seconds."""

    address: str
    served: Served
    seconds: float


class ServersInspected(Message, frozen=True, tag=True):
    """What each server can do."""

    servers: tuple[InspectedServer, ...]


class InspectServer(Command[ServersInspected], frozen=True, tag=True):
    """Try what the servers at this address can do, within so many seconds."""

    address: str
    seconds: float = 2.0


@handles(FindServers)
def _find_servers(command: FindServers, context: "EngineContext") -> ServersFound:
    """Only loopback is asked, and only for lists of models."""
    from core.llm import remote

    context.report(Said("looking for servers on this machine"), 0.0)
    places = [remote.addresses(f"http://127.0.0.1:{port}/v1")[0] for port in command.ports]
    servers = [
        FoundServer(
            at.text,
            PORTS.get(at.port, ""),
            answer if isinstance(answer, tuple) else (),
            answer if isinstance(answer, str) else "",
        )
        for at, answer in zip(places, remote.listed(places, cancel=context.cancel), strict=True)
        if answer
    ]
    return ServersFound(tuple(servers))


@handles(InspectServer)
def _inspect_server(command: InspectServer, context: "EngineContext") -> ServersInspected:
    from core.engine.servers import survey
    from core.llm import remote

    found = []
    for at in remote.addresses(command.address):
        context.report(Said("trying what {place} can do", place=at.origin), 0.0)
        began = time.monotonic()
        ((_, served),) = survey(at.text, command.seconds, context.cancel)
        found.append(InspectedServer(at.text, served, round(time.monotonic() - began, 2)))
    return ServersInspected(tuple(found))
