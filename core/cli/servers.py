"""`whet models servers` and `whet models inspect URL`: servers that models can be asked on, and what they can do."""

from typing import Final

from core.cli.screen import Screen
from core.domain.served import Served
from core.engine.client import EngineProcess
from core.engine.commands.servers import PORTS, FindServers, InspectServer
from core.said import Said, as_said

_AS_TYPED: Final = "    --model "


def list_servers(ports: tuple[int, ...], screen: Screen) -> int:
    """Look for servers on this machine."""
    looked_at = ports or tuple(PORTS)
    with EngineProcess() as engine:
        found = engine.ask(FindServers(looked_at))
    screen.result(found)
    for server in found.servers:
        name: str = server.address
        if server.usual:
            name = Said("{address} (usually {program})", address=server.address, program=server.usual)
        if server.problem:
            name = Said("{server}: {problem}", server=as_said(name), problem=as_said(server.problem))
        screen.print(name)
        for model in server.models:
            screen.print(f"{_AS_TYPED}{server.address}#{model}")
    if not found.servers:
        screen.print(
            Said("Nobody serves a model on the ports {ports} of this machine.", ports=", ".join(map(str, looked_at)))
        )
    return 0


def inspect_server(address: str, seconds: float, screen: Screen) -> int:
    """Try what the servers at an address can do."""
    with EngineProcess() as engine:
        found = engine.ask(InspectServer(address, seconds))
    screen.result(found)
    for each in found.servers:
        screen.print(
            Said(
                "{address}: {named}, {dialect}, tried in {seconds} s",
                address=each.address,
                named=each.served.named,
                dialect=each.served.dialect,
                seconds=f"{each.seconds:.1f}",
            )
        )
        screen.table("", ["what", "found"], [[what, said] for what, said in abilities(each.served)])
    return 0


def abilities(served: Served) -> list[tuple[str, str]]:
    """What a server can do, in words."""
    size = (
        f"{served.parameters / 1e6:,.0f} M parameters {served.quantization}".strip()
        if served.parameters
        else "not said"
    )
    return [
        ("asked as", "a conversation" if served.shape == "chat" else "a text to go on with"),
        ("model", size),
        ("context", f"{served.context:,} tokens"),
        ("token counts", "exact" if served.counted else "estimated"),
        ("log-probabilities", f"up to {served.logprobs} per token" if served.logprobs else _said(served.logprobs)),
        (
            "labels compared",
            _said(served.weighs) if served.weighs else f"{_said(served.weighs)}: written and then read",
        ),
        ("grammar", _said(served.grammar)),
        ("JSON schema", _said(served.json_schema)),
        ("seeds honoured", _said(served.seeded)),
        ("replies in pieces", _said(served.streams)),
        ("common beginnings computed once", _said(served.prefix_cached)),
        ("vectors of texts", _said(served.embeds)),
        ("requests at a time", str(served.parallel)),
    ]


def _said(found: bool | int | None) -> str:  # noqa: FBT001 - what was found
    return "not known" if found is None else "yes" if found else "no"
