"""`whet table`, `story`: what the pictures of a run show, for a terminal and for spreadsheets."""

import argparse
from collections.abc import Callable, Mapping

from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.methods.method_report import method_report
from core.report.grid import grid_table, score_grid
from core.report.spreadsheet import as_csv, computed
from core.report.tables import Table, block_table, candidates_table, curve_table
from core.report.tradeoff import offers, tradeoff_table
from core.said import Said
from core.state import RunState, fold
from core.store.runs import RunFolder
from core.store.times import milliseconds, read_times
from core.store.workspace import open_workspace

_TABLES: Mapping[str, Callable[[RunFolder, RunState], Table]] = {
    "candidates": lambda _, state: candidates_table(state),
    "curve": lambda _, state: curve_table(state),
    "grid": lambda _, state: grid_table(score_grid(state)),
    "tradeoff": lambda folder, state: tradeoff_table(offers(state, milliseconds(read_times(folder.path)))),
}

_MOST_COLUMNS = 12
"""Of a heat map, as many as a terminal has room for; all of them with --json."""


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    table = commands.add_parser("table", parents=[common], help="candidates, curve, grid or trade-off of a run as CSV")
    table.add_argument("run", metavar="RUN", help="id of the run, its beginning, or “last”")
    table.add_argument("what", choices=list(_TABLES), help="which table")
    table.set_defaults(handler=_table)
    told = commands.add_parser("story", parents=[common], help="what a run's method did, in its own terms")
    told.add_argument("run", metavar="RUN", help="id of the run, its beginning, or “last”")
    told.set_defaults(handler=_story)


def _table(arguments: argparse.Namespace, screen: Screen) -> int:
    folder, state = _open(arguments)
    rows = _TABLES[arguments.what](folder, state)
    screen.result(rows)
    if not screen.json:
        screen.raw(as_csv(rows).encode())
    if marked := computed(rows):
        screen.say(
            Said(
                "{marked} cells begin with ' here, so that no spreadsheet runs them; --json has them as they are.",
                marked=marked,
            )
        )
    return 0


def _story(arguments: argparse.Namespace, screen: Screen) -> int:
    folder, state = _open(arguments)
    tables = {block.title: block_table(block) for block in method_report(state)}
    screen.result(tables)
    for title, rows in tables.items():
        screen.table(title, rows[0][:_MOST_COLUMNS], [row[:_MOST_COLUMNS] for row in rows[1:]])
    if not tables:
        screen.print(Said("The method of {id} has noted nothing.", id=folder.id))
    return 0


def _open(arguments: argparse.Namespace) -> tuple[RunFolder, RunState]:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folder = workspace.run(arguments.run)
    return folder, fold(folder.read_events().events)
