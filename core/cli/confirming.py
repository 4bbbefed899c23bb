"""Python of a person's own, shown to them before it may run: files of metrics and methods, and packages of either."""

import sys

from core import plugins, trust
from core.cli.screen import Screen
from core.errors import UsageError
from core.plugins import Kind, Plugin
from core.said import Said

_YES = "yes"


def trust_plugin(kind: Kind, name: str, own: tuple[str, ...], screen: Screen, *, yes: bool) -> int:
    """Show the text of a method or metric of the person's own, and confirm it where they agree."""
    if name in own:
        raise UsageError(Said("“{name}” is part of Whet, and needs no confirmation.", name=name))
    found: Plugin = plugins.plugin(kind, name, own)
    if not found.code:
        raise UsageError(
            Said("The text of “{name}” of {source} cannot be read.", name=name, source=found.source),
            hint="Is it Python, and below 4 MB?",
        )
    confirm(found.code, f"“{name}” of {found.source}", screen, yes=yes)
    return 0


def confirm(code: str, what: str, screen: Screen, *, yes: bool, refused: str = "", **facts: str) -> None:
    """Show the text, and note that it may run; the result has the `facts`, too. Raises `UsageError`, in the words
    `refused` if there are any, where the person does not agree."""
    digest = trust.fingerprint(code)
    if not trust.is_confirmed(code):
        screen.print(_visible(code))
        if not yes and not _agreed(screen, digest):
            raise UsageError(refused or Said("{what} was not confirmed.", what=what), kept="Nothing of it was run.")
        trust.confirm(code)
    screen.result({**facts, "sha256": digest, "confirmed": True})
    screen.print(Said("{what} (SHA-256 {digest}) may run on this machine.", what=what, digest=digest))


def _visible(code: str) -> str:
    """With what a terminal would hide or turn round written out: nobody confirms what they cannot see."""
    return "".join(each if each in "\n\t" or each.isprintable() else f"\\u{{{ord(each):x}}}" for each in code)


def _agreed(screen: Screen, digest: str) -> bool:
    """Ask the person at the terminal; nobody there is no."""
    if screen.json or not sys.stdin.isatty():
        return False
    screen.say(Said("This is Python: it can do on this machine what you can do. SHA-256 {digest}", digest=digest))
    screen.say(Said("Type “{yes}” if you have read it and want it to run:", yes=_YES))
    return sys.stdin.readline().strip() == _YES
