"""Parses the command line, runs one command, and turns errors into a sentence and an exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from core import __version__, paths
from core.cli import (
    answers,
    ask,
    benches,
    compare,
    comparisons,
    completion,
    connections,
    data,
    methods,
    models,
    optimize,
    runs,
    serve,
    tournament,
    trial,
    views,
)
from core.cli.asking import Parser
from core.cli.screen import Screen
from core.cli.workspaces import make_workspace
from core.control import Cancelled
from core.errors import UsageError, WhetError
from core.files import StrangeFileError
from core.program import program

DONE, FAILED, USAGE, CANCELLED = 0, 1, 2, 130
"""Exit codes."""

_EPILOG = """\
--workspace and --json may stand before or after the command.

exit codes: 0 done; 1 it failed (a file, a model, a run); 2 it cannot be asked for so (an option, a name that does not
exist, limits too small); 130 stopped by Ctrl-C."""

_MODULES = (
    optimize,
    trial,
    runs,
    views,
    tournament,
    data,
    methods,
    models,
    ask,
    compare,
    comparisons,
    answers,
    connections,
    serve,
    benches,
    completion,
)
"""What declares commands, in the order of the help."""

Handler = Callable[[argparse.Namespace, Screen], int]


def main(arguments: Sequence[str]) -> int:
    """Run `whet ARGUMENTS` and return its exit code."""
    screen = Screen(json="--json" in arguments)
    try:
        parsed = parser().parse_args(arguments)
        screen = Screen(json=parsed.json, workspace=parsed.workspace)
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
        screen.result({"error": {"code": "cancelled", "message": "Stopped.", "kept": "", "hint": ""}})
        return CANCELLED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def parser() -> argparse.ArgumentParser:
    """Every command with its options; documents and tests read it from here."""
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
    for module in _MODULES:
        module.add_commands(commands, common)
    engine = commands.add_parser("engine", help="the engine process: commands on stdin, events on stdout")
    engine.set_defaults(handler=_engine)
    return root


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
