"""`whet methods [NAME]`: methods with their parameters, types, defaults and presets; and trust in one's own."""

import argparse
from pathlib import Path

from core import plugins
from core.cli.confirming import confirm, trust_plugin
from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.domain.params import ParamField, fields
from core.domain.search import SearchSettings
from core.errors import UsageError
from core.methods import NAMES, known, method
from core.methods.base import Method
from core.methods.own import adopt
from core.said import Said, as_said


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    listed = commands.add_parser("methods", parents=[common], help="list the methods, or show one with its parameters")
    listed.add_argument(
        "name", nargs="?", default="", metavar="NAME", help="a method, or a Python file that defines one"
    )
    listed.add_argument("--trust", action="store_true", help="allow a method of your own to run, once you have read it")
    listed.add_argument("--yes", action="store_true", help="you have read it, and do not want to be asked")
    listed.set_defaults(handler=_methods)


def _methods(arguments: argparse.Namespace, screen: Screen) -> int:
    if arguments.trust:
        return _trust(arguments, screen)
    if arguments.name:
        return _show(method(arguments.name), screen)
    found = [method(name) for name in known()]
    waiting = [each for each in plugins.plugins("methods") if each.name not in NAMES and not each.confirmed]
    screen.result([described(each) for each in found])
    rows = [[each.name, as_said(each.title), ", ".join(each.PRESETS), as_said(each.summary)] for each in found]
    screen.table("Methods", ["method", "title", "presets", "what it does"], rows)
    for each in waiting:
        screen.say(
            Said(
                "Not confirmed: {name}, of {source}. Read it, then: whet methods {name} --trust",
                name=each.name,
                source=each.source,
            )
        )
    return 0


def _show(chosen: Method, screen: Screen) -> int:
    screen.result(described(chosen))
    for line in (
        f"{chosen.title} ({chosen.name})",
        chosen.summary,
        Said("Paper: {paper}", paper=chosen.paper),
        Said("Caveats: {caveats}", caveats=as_said(chosen.caveats)),
    ):
        screen.print(line)
    columns = ["--set", "type", "default", "range", "what it is"]
    screen.table("Parameters", columns, [_line(each) for each in fields(chosen.Params)])
    screen.table("Settings of any search", columns, [_line(each) for each in fields(SearchSettings)])
    for name, preset in chosen.PRESETS.items():
        differs = ", ".join(f"{key}={value}" for key, value in {**preset.params, **preset.search}.items())
        screen.print(
            Said(
                "--preset {name}: {title}; {differs}" if differs else "--preset {name}: {title}",
                name=name,
                title=as_said(preset.title),
                differs=differs,
            )
        )
    return 0


def described(chosen: Method) -> dict[str, object]:
    """A method for `--json`."""
    return {
        "method": chosen.name,
        "title": chosen.title,
        "summary": chosen.summary,
        "paper": chosen.paper,
        "caveats": chosen.caveats,
        "parameters": [_facts(each) for each in fields(chosen.Params)],
        "search": [_facts(each) for each in fields(SearchSettings)],
        "presets": {
            name: {"title": preset.title, "params": preset.params, "search": preset.search}
            for name, preset in chosen.PRESETS.items()
        },
    }


def _facts(each: ParamField) -> dict[str, object]:
    return {
        "name": each.name,
        "type": each.kind.__name__,
        "default": each.default,
        "choices": each.choices,
        "low": each.info.low,
        "high": each.info.high,
        "title": each.info.title,
        "about": each.info.help,
    }


def _line(each: ParamField) -> list[str]:
    low, high = ("" if value is None else f"{value:g}" for value in (each.info.low, each.info.high))
    within = ", ".join(each.choices) or (f"{low} … {high}" if low or high else "")
    return [each.name, each.kind.__name__, str(each.default), within, as_said(each.info.help)]


def _trust(arguments: argparse.Namespace, screen: Screen) -> int:
    if not arguments.name:
        raise UsageError("Name what you trust: whet methods NAME --trust")
    file = Path(arguments.name)
    if file.suffix == ".py":
        text = _text(file)
        confirm(text, f"The method file {file.name}", screen, yes=arguments.yes)
        name = adopt(file)
        screen.say(Said("It is kept in {folder}: --method {name}", folder=plugins.folder("methods"), name=name))
        return 0
    return trust_plugin("methods", arguments.name, NAMES, screen, yes=arguments.yes)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Said("The method file {name} cannot be read: {error}.", name=file.name, error=error)
        ) from error
