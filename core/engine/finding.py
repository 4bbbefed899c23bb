"""Servers on this machine, found at the ports that programs are known for, and what one can do."""

import time
from collections.abc import Callable

from core.control import CancelToken
from core.engine.protocol import (
    PORTS,
    FindServers,
    FoundServer,
    InspectedServer,
    InspectServer,
    ServersFound,
    ServersInspected,
)
from core.engine.servers import survey
from core.llm import remote

Report = Callable[[str, float], None]


def about(command: FindServers | InspectServer, report: Report, cancel: CancelToken) -> ServersFound | ServersInspected:
    """The answer to a command about servers."""
    return _found(command, report, cancel) if isinstance(command, FindServers) else _inspected(command, report, cancel)


def _found(command: FindServers, report: Report, cancel: CancelToken) -> ServersFound:
    """Only loopback is asked, and only for lists of models."""
    report("looking for servers on this machine", 0.0)
    places = [remote.addresses(f"http://127.0.0.1:{port}/v1")[0] for port in command.ports]
    servers = [
        FoundServer(
            at.text,
            PORTS.get(at.port, ""),
            answer if isinstance(answer, tuple) else (),
            answer if isinstance(answer, str) else "",
        )
        for at, answer in zip(places, remote.listed(places, cancel=cancel), strict=True)
        if answer
    ]
    return ServersFound(tuple(servers))


def _inspected(command: InspectServer, report: Report, cancel: CancelToken) -> ServersInspected:
    found = []
    for at in remote.addresses(command.address):
        report(f"trying what {at.origin} can do", 0.0)
        began = time.monotonic()
        ((_, served),) = survey(at.text, command.seconds, cancel)
        found.append(InspectedServer(at.text, served, round(time.monotonic() - began, 2)))
    return ServersInspected(tuple(found))
