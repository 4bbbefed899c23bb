"""`whet comparison`: a comparison of the window, all of it held against one combination, and its report."""

import argparse
from pathlib import Path

from core import paths
from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.data import tasks
from core.domain.task import Task
from core.errors import TaskError, UsageError
from core.figures import percent, points
from core.report.matrix import Held, held_against
from core.report.pages import comparison_page
from core.said import Said
from core.store import comparisons
from core.store.atomic import write_atomically
from core.store.workspace import Workspace, open_workspace


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    shown = commands.add_parser("comparison", parents=[common], help="a comparison, all of it held together")
    shown.add_argument("name", nargs="?", default="last", metavar="NAME", help="its name, its beginning, or “last”")
    shown.add_argument("--output", type=Path, metavar="FILE", help="write its report, one HTML file, there")
    shown.set_defaults(handler=_comparison)


def _comparison(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        file = _found(workspace, arguments.name)
        comparison = comparisons.read(file)
        task = task_of_comparison(comparison, workspace)
    held = held_against(comparison, task)
    if arguments.output is not None:
        write_atomically(arguments.output, comparison_page(comparison, held, screen.language))
        screen.say(Said("Report: {output}", output=arguments.output))
    screen.result({"comparison": file.stem, "task": comparison.spec.task, "cells": [_described(each) for each in held]})
    titles = ["", "score", "95 %", "gain", "p", "p (Holm)", ""]
    screen.table(file.stem, titles, [_line(each) for each in held])
    screen.print("These are search scores on validation rows, not certificates.")
    return 0


def task_of_comparison(comparison: comparisons.Comparison, workspace: Workspace) -> Task:
    """The task of a comparison, recognized by its rows. Raises `TaskError` if it is gone or has changed."""
    for folder in (*workspace.task_folders(), *paths.every_sample()):
        task = tasks.load_task(folder)
        if tasks.task_fingerprint(task) == comparison.spec.task_fingerprint:
            return task
    raise TaskError(
        Said("The task “{task}” with the rows of this comparison is not in the workspace.", task=comparison.spec.task),
        kept="The comparison is kept as it is.",
        hint="Put its folder back, or compare again.",
    )


def _found(workspace: Workspace, name: str) -> Path:
    known = comparisons.listed(workspace.folder)
    found = known[:1] if name == "last" else [file for file in known if file.stem.startswith(name)]
    if len(found) != 1:
        names = ", ".join(file.stem for file in known[:10]) or "none"
        raise UsageError(
            Said("“{name}” names {found} comparisons.", name=name, found=len(found)),
            hint=Said("There are: {names}.", names=names),
        )
    return found[0]


def _described(each: Held) -> dict[str, object]:
    cell = each.cell
    return {
        "name": each.name,
        "value": cell.value,
        "low": cell.low,
        "high": cell.high,
        "gain": each.gain,
        "p_holm": each.p_value,
        "verdict": each.verdict,
    }


def _line(each: Held) -> list[str]:
    cell, gain = each.cell, each.gain
    gained = points(gain.difference) if gain is not None else ""
    return [
        each.name,
        percent(cell.value),
        f"{percent(cell.low)} … {percent(cell.high)}",
        gained,
        f"{gain.p_value:.4f}" if gain is not None else "",
        f"{each.p_value:.4f}" if each.p_value is not None else "",
        each.verdict,
    ]
