"""Writes resources/docs/command-line.md from the parsers.

python packaging/command_line_guide.py            write it
python packaging/command_line_guide.py --check    exit code 1 if it is not what the parsers say
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from made_page import write_or_check

from core.cli.asking import commands_of
from core.cli.main import parser

PAGE = Path(__file__).parents[1] / "resources" / "docs" / "command-line.md"

_BEGINNING = """\
# The command line

Made from the parsers by `packaging/command_line_guide.py`; a test holds the two together. `whet` alone opens the
window.

`--workspace FOLDER` (default: yours) and `--json` (one JSON object and nothing else) stand before or after any command
that has them. A workspace that does not exist is made. Results go to stdout, progress and errors to stderr.

| exit code | |
|---|---|
| 0 | done |
| 1 | it failed: a file, a model, a run |
| 2 | it cannot be asked for so: an option, a name that does not exist, limits that are too small |
| 130 | stopped by Ctrl-C; what is done is kept |

`whet completion bash|zsh|fish` writes completion for your shell.
"""

_EVERYWHERE = frozenset({"--help", "--workspace", "--json", "--version"})


def guide() -> str:
    """The page."""
    return "\n".join([_BEGINNING, *_commands(parser(), "whet")])


def _commands(command: argparse.ArgumentParser, path: str) -> Iterator[str]:
    for action in command._actions:
        about = {choice.dest: choice.help for choice in getattr(action, "_choices_actions", ())}
        for name, child in commands_of(action).items():
            yield from _command(child, f"{path} {name}", about.get(name) or "")
            yield from _commands(child, f"{path} {name}")


def _command(command: argparse.ArgumentParser, path: str, about: str) -> Iterator[str]:
    if any(commands_of(action) for action in command._actions):
        return
    shown = [action for action in command._actions if not _EVERYWHERE.intersection(action.option_strings)]
    placed = " ".join(_placed(action) for action in shown if not action.option_strings)
    yield f"## `{' '.join(filter(None, (path, placed)))}`\n"
    yield f"{about[:1].upper()}{about[1:]}.\n"
    rows = [f"| {_named(action)} | {_said(action)} |" for action in shown if action.help]
    if rows:
        yield "\n".join(["| | |", "|---|---|", *rows, ""])


def _placed(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest)
    return f"[{name}]" if action.nargs in {"?", "*"} else name


def _named(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"`{action.metavar or action.dest}`"
    choices = "|".join(map(str, action.choices)) if action.choices else str(action.metavar or action.dest.upper())
    value = "" if action.nargs == 0 else f" {choices}".replace("|", "\\|")
    return f"`{', '.join(action.option_strings)}{value}`"


def _said(action: argparse.Action) -> str:
    said = " ".join((action.help or "").replace("%%", "%").split()).replace("|", "\\|")
    return said % {"default": action.default} if "%(default)" in said else said


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, guide()))
