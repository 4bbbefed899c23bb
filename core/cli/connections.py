"""`whet connections`: what was ever opened to other machines, and which addresses are allowed."""

import argparse
from datetime import datetime

from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.store import connections


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    about = commands.add_parser("connections", parents=[common], help="what was ever opened to other machines")
    about.add_argument("--allow", action="append", default=[], metavar="HOST", help="let downloads be sent on to it")
    about.add_argument("--revoke", action="append", default=[], metavar="HOST", help="allow it no longer")
    about.set_defaults(handler=_connections)


def _connections(arguments: argparse.Namespace, screen: Screen) -> int:
    for host in arguments.allow:
        connections.allow(host)
    for host in arguments.revoke:
        if not connections.revoke(host):
            screen.say(f"{host} was not allowed.")
    found, allowed = connections.ever(), connections.allowed()
    opened = [each for each in found if each.deed != "refused"]
    screen.result({"opened": len(opened), "record": found, "allowed": allowed})
    if opened:
        screen.print(f"{len(opened)} connections were ever opened, each by something that you asked for.")
    else:
        screen.print("0: no connection to another machine was ever opened.")
    if found:
        rows = [[_when(each.at), each.deed, each.host, each.why] for each in found[:50]]
        screen.table("The latest", ["when", "what", "address", "for"], rows)
    if allowed:
        screen.print(f"Allowed for downloads: {', '.join(each.host for each in allowed)}.")
    return 0


def _when(at: float) -> str:
    return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
