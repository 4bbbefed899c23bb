"""`whet runs`: a list of thousands, so what it imports is little."""

import argparse

from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.store.workspace import open_workspace


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    runs = commands.add_parser("runs", parents=[common], help="list the runs of the workspace")
    runs.set_defaults(handler=_runs)


def _runs(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        summaries = workspace.runs()
    screen.result(summaries)
    if not summaries:
        screen.print("There are no runs yet. `whet demo` makes one.")
        return 0
    rows = [
        [s.id, s.task, s.method, s.status, _percent(s.seed_value), _percent(s.best_value), str(s.calls)]
        for s in summaries
    ]
    screen.table("Runs", ["run", "task", "method", "status", "your prompt", "best", "calls"], rows)
    return 0


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f} %"
