"""Parses the command line, runs one command, and turns errors into a sentence and an exit code."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from core import __version__, language, paths
from core.cli.asking import Parser, spoken
from core.cli.screen import Screen
from core.cli.workspaces import make_workspace
from core.control import STOPPED, Cancelled
from core.errors import UsageError, WhetError
from core.files import StrangeFileError
from core.program import program

DONE, FAILED, USAGE, CANCELLED = 0, 1, 2, 130
"""Exit codes."""

_EPILOG = """\
--workspace, --json and --lang may stand before or after the command.

exit codes: 0 done; 1 it failed (a file, a model, a run); 2 it cannot be asked for so (an option, a name that does not
exist, limits too small); 130 stopped by Ctrl-C."""

_MODULES: Final[dict[str, tuple[str, ...]]] = {
    "optimize": ("demo", "optimize", "branch", "preflight", "resume"),
    "trial": ("try",),
    "listing": ("runs",),
    "runs": ("show", "diff", "certify", "sentences", "export"),
    "views": ("table", "story"),
    "tournament": ("tournament",),
    "data": ("data", "task", "metrics"),
    "methods": ("methods",),
    "models": ("models",),
    "ask": ("ask",),
    "compare": ("compare",),
    "comparisons": ("comparison",),
    "answers": ("answers",),
    "connections": ("connections",),
    "serve": ("serve",),
    "benches": ("bench",),
    "completion": ("completion",),
}
"""The modules of this folder that declare commands, in the order of the help, each with its commands: one that is
asked for is imported alone, since all of them take longer than many a command does."""

Handler = Callable[[argparse.Namespace, Screen], int]


def main(arguments: Sequence[str]) -> int:
    """Run `whet ARGUMENTS` and return its exit code."""
    screen = Screen(json="--json" in arguments)
    try:
        chosen = _language_in(arguments)
        screen = Screen(json="--json" in arguments, language=chosen)
        parsed = spoken(parser(_command_in(arguments)), language.say_in(chosen)).parse_args(arguments)
        screen = Screen(json=parsed.json, workspace=parsed.workspace, language=chosen)
        handler: Handler = parsed.handler
        make_workspace(parsed, screen)
        return handler(parsed, screen)
    except UsageError as error:
        screen.error(error)
        return USAGE
    except WhetError as error:
        screen.error(error)
        return USAGE if error.code == UsageError.code else FAILED
    except StrangeFileError as error:
        screen.error(error.said)
        return FAILED
    except (KeyboardInterrupt, Cancelled):
        screen.say("Stopped.")
        screen.result(STOPPED)
        return CANCELLED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def parser(command: str = "") -> argparse.ArgumentParser:
    """Every command with its options, which documents and tests read from here; of a known `command` no others."""
    root = Parser(
        prog="whet",
        description="Sharpen prompts on your own machine. Without a command the window opens.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"whet {__version__}")
    root.set_defaults(handler=_window)
    commands = root.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    common = Parser(add_help=False)
    for each, defaults in ((root, (paths.default_workspace(), False)), (common, (argparse.SUPPRESS,) * 2)):
        each.add_argument(
            "--workspace",
            type=_folder,
            default=defaults[0],
            metavar="FOLDER",
            help="of tasks and runs (default: yours)",
        )
        each.add_argument(
            "--json", action="store_true", default=defaults[1], help="print one JSON object and nothing else"
        )
        each.add_argument(
            "--lang",
            default=argparse.SUPPRESS,
            metavar="LANGUAGE",
            help="to speak, as in zh_CN or en (default: the system's)",
        )
    alone = [module for module, names in _MODULES.items() if command in names]
    for module in alone or _MODULES:
        importlib.import_module(f"core.cli.{module}").add_commands(commands, common)
    engine = commands.add_parser("engine", help="the engine process: commands on stdin, events on stdout")
    engine.set_defaults(handler=_engine)
    return root


def _command_in(arguments: Sequence[str]) -> str:
    """The command that is asked for: the first word that is no option, nor an option's folder."""
    words = iter(arguments)
    for word in words:
        if word in {"--workspace", "--lang"}:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""


def _language_in(arguments: Sequence[str]) -> str:
    """The language to speak, before anything is said. Raises `UsageError` for one that there is none of."""
    named = ""
    for word, after in zip_longest(arguments, arguments[1:], fillvalue=""):
        if word == "--":
            break
        if word == "--lang":
            named = after
        elif word.startswith("--lang="):
            named = word.partition("=")[2]
    return language.asked_for(named) if named else language.of_environment()


def _folder(text: str) -> Path:
    """A folder by its whole path, as it has to be named from elsewhere."""
    return Path(text).absolute()


def _window(arguments: argparse.Namespace, screen: Screen) -> int:
    del arguments, screen
    command = program("desktop")
    os.execv(command[0], command)  # noqa: S606 - our own program


def _engine(arguments: argparse.Namespace, screen: Screen) -> int:
    del arguments, screen
    from core.engine.worker import main as work

    return work()
