"""The parser of the command line: a mistake is answered with the word that was probably meant."""

import argparse
import re
from typing import Any, NoReturn

from core.errors import UsageError, near_match, probably
from core.said import Said, Say, as_said, render

_CHOICE = re.compile(
    r"(?:argument (?P<what>.+?): )?invalid choice: '(?P<given>.*?)' \(choose from (?P<known>.*)\)", re.DOTALL
)
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<given>.*)", re.DOTALL)
_MISSING = re.compile(r"the following arguments are required: (?P<names>.*)", re.DOTALL)
_ONE_OF = re.compile(r"one of the arguments (?P<names>.*) is required", re.DOTALL)
_NO_VALUE = re.compile(r"argument (?P<what>.+?): expected (?:one|at least one|\d+) arguments?")
_TOGETHER = re.compile(r"argument (?P<what>.+?): not allowed with argument (?P<other>.+)")
_NO_NUMBER = re.compile(r"argument (?P<what>.+?): invalid (?P<kind>int|float) value: '(?P<given>.*)'", re.DOTALL)
_AMBIGUOUS = re.compile(r"ambiguous option: (?P<given>\S+) could match (?P<names>.*)", re.DOTALL)
_OTHER = re.compile(r"argument (?P<what>.+?): (?P<why>.*)", re.DOTALL)
_COMMANDS = "COMMAND"
_OF_ARGPARSE = [
    as_said("options"),
    as_said("positional arguments"),
    as_said("commands"),
    as_said("show this help message and exit"),
    as_said("show program's version number and exit"),
]
"""What argparse says by itself, for those who translate."""


class Parser(argparse.ArgumentParser):
    """Raises `UsageError` where argparse prints and exits, so that `--json` holds for mistakes, too."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed."""
        usage = Said("More: {program} --help", program=self.prog)
        if found := _CHOICE.search(message):
            names = re.findall(r"'([^']*)'", found["known"]) or found["known"].split(", ")
            what = found["what"] or _COMMANDS
            if self._subparsers is not None and not what.startswith("-"):
                raise UsageError(
                    Said("There is no command “{prog} {given}”.", prog=self.prog, given=found["given"]),
                    hint=near_match(found["given"], names),
                )
            raise UsageError(
                Said("{what} cannot be “{given}”.", what=what, given=found["given"]),
                hint=near_match(found["given"], names),
            )
        if found := _UNKNOWN.search(message):
            given = found["given"].split()[0]
            meant = probably(given.partition("=")[0], sorted(options_of(self)))
            raise UsageError(Said("Not understood: {given}", given=found["given"]), hint=meant or usage)
        raise UsageError(_in_our_words(message), hint=usage)


def _in_our_words(message: str) -> Said:
    """What argparse says, as a sentence that has a key."""
    if found := _MISSING.fullmatch(message):
        return Said("Missing: {names}.", names=found["names"])
    if found := _ONE_OF.fullmatch(message):
        return Said("One of these is needed: {names}.", names=found["names"])
    if found := _NO_VALUE.fullmatch(message):
        return Said("{what} needs a value.", what=found["what"])
    if found := _TOGETHER.fullmatch(message):
        return Said("{what} and {other} cannot be given together.", what=found["what"], other=found["other"])
    if found := _NO_NUMBER.fullmatch(message):
        kind = as_said("a whole number") if found["kind"] == "int" else as_said("a number")
        return Said("{what} is {kind}, not “{given}”.", what=found["what"], kind=kind, given=found["given"])
    if found := _AMBIGUOUS.fullmatch(message):
        return Said("{given} may mean {names}.", given=found["given"], names=found["names"])
    if found := _OTHER.fullmatch(message):
        return Said("{what} is not right: {why}.", what=found["what"], why=as_said(found["why"]))
    return as_said(f"{message[:1].upper()}{message[1:]}.")


def spoken(parser: argparse.ArgumentParser, say: Say) -> argparse.ArgumentParser:
    """The parser and those of its commands with their helps in a language."""
    parser.description = say(parser.description or "") or None
    parser.epilog = say(parser.epilog or "") or None
    for group in parser._action_groups:  # noqa: SLF001 - argparse has no public way
        group.title = say(group.title or "") or None
    for action in parser._actions:  # noqa: SLF001
        action.help = render(action.help, say) if action.help else action.help
        for listed in getattr(action, "_choices_actions", ()):
            listed.help = render(listed.help or "", say)
        for child in set(commands_of(action).values()):
            spoken(child, say)
    return parser


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """Every option of a parser and of the commands below it."""
    found: set[str] = set()
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way
        found.update(option for option in action.option_strings if option.startswith("--"))
        for child in commands_of(action).values():
            found |= options_of(child)
    return found


def commands_of(action: argparse.Action) -> dict[str, argparse.ArgumentParser]:
    """The commands that an action holds, by name; none if it is an option."""
    children: Any = action.choices if isinstance(action, argparse._SubParsersAction) else {}  # noqa: SLF001
    return dict(children)


def method_name(text: str) -> str:
    """A method's name. For argparse. Raises `UsageError` with a near one."""
    from core import plugins
    from core.methods import NAMES, known  # they take longer to load than a list of runs

    if text not in NAMES and text not in known():
        plugins.plugin("methods", text, NAMES)  # raises where there is none; else its own message comes later
    return text


def metric_name(text: str) -> str:
    """A metric's name. For argparse. Raises `UsageError` with a near one."""
    from core import plugins
    from core.metrics import METRICS

    if text and text not in METRICS:
        plugins.plugin("metrics", text, tuple(METRICS))
    return text
