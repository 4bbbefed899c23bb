"""`whet connections`: what was ever opened to other machines, which addresses are allowed, and the keys of servers."""

import argparse
import getpass
import sys
from collections import Counter
from datetime import datetime

from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.llm.remote import is_address
from core.said import Said
from core.store import connections, servers
from core.store.connections import OpenedConnection


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    about = commands.add_parser("connections", parents=[common], help="what was ever opened to other machines")
    about.add_argument(
        "--allow",
        action="append",
        default=[],
        metavar="HOST|URL",
        help="let downloads be sent on to a host, or models be asked on the server at an address",
    )
    about.add_argument("--revoke", action="append", default=[], metavar="HOST|URL", help="allow it no longer")
    about.add_argument("--key", metavar="URL", help="keep a server's key in this system's keyring; it is asked for")
    about.add_argument("--forget-key", metavar="URL", help="take a server's key out of the keyring")
    about.set_defaults(handler=_connections)


def _connections(arguments: argparse.Namespace, screen: Screen) -> int:
    _change(arguments, screen)
    found, allowed, asked = connections.ever(), connections.allowed(), servers.allowed()
    opened = [each for each in found if each.opened]
    screen.result({"opened": len(opened), "record": found, "allowed": allowed, "servers": asked})
    if opened:
        screen.print(
            Said("{opened} connections were ever opened, each by something that you asked for.", opened=len(opened))
        )
    else:
        screen.print("0: no connection to another machine was ever opened.")
    if found:
        rows = [[_when(each.at), each.deed, each.host, _what(each)] for each in found[:50]]
        screen.table("The latest", ["when", "what", "address", "for"], rows)
    for origin, sent, received in _exchanged(found):
        screen.print(
            Said(
                "{origin}: {sent} bytes sent, {received} received.",
                origin=origin,
                sent=f"{sent:,}",
                received=f"{received:,}",
            )
        )
    if allowed:
        screen.print(Said("Allowed for downloads: {allowed}.", allowed=", ".join(each.host for each in allowed)))
    if asked:
        screen.print(Said("Allowed to be asked: {asked}.", asked=", ".join(each.origin for each in asked)))
    return 0


def _change(arguments: argparse.Namespace, screen: Screen) -> None:
    for place in arguments.allow:
        (servers.allow if is_address(place) else connections.allow)(place)
    for place in arguments.revoke:
        if not (servers.revoke if is_address(place) else connections.revoke)(place):
            screen.say(Said("{place} was not allowed.", place=place))
    if arguments.key:
        servers.keep_key(arguments.key, _typed_key())
        screen.say("The key is kept in this system's keyring.")
    if arguments.forget_key:
        servers.keep_key(arguments.forget_key, "")


def _typed_key() -> str:
    """What a person types unseen, or a program hands over."""
    key = getpass.getpass("Key: ") if sys.stdin.isatty() else sys.stdin.readline()
    return key.strip()


def _exchanged(found: list[OpenedConnection]) -> list[tuple[str, int, int]]:
    sent: Counter[str] = Counter()
    received: Counter[str] = Counter()
    for each in found:
        if each.deed == "exchanged":
            sent[each.host] += each.sent
            received[each.host] += each.received
    return [(origin, sent[origin], received[origin]) for origin in sorted(sent)]


def _what(each: OpenedConnection) -> str:
    return f"{each.why}: {each.sent:,} bytes sent, {each.received:,} received" if each.sent else each.why


def _when(at: float) -> str:
    return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
