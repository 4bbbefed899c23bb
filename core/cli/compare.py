"""`whet compare`: prompts × models × seeds on the same validation rows, as a matrix."""

import argparse
from datetime import datetime
from pathlib import Path

from core.cli.parsing import Commands, model_option
from core.cli.screen import Screen
from core.cli.session import find_task, model_for, polite_interrupt
from core.domain.comparison import CellKey, ComparisonCell, Contestant, Contrast
from core.domain.prompt import Prompt
from core.domain.runspec import Role
from core.engine.client import EngineProcess
from core.engine.commands.compare import CellScored, Compare, Weigh
from core.errors import UsageError
from core.said import Said
from core.store import comparisons
from core.store.places import called
from core.store.workspace import Workspace, open_workspace

_LONGEST_NAME = 40


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    compare = commands.add_parser("compare", parents=[common], help="prompts × models × seeds on the same rows")
    compare.add_argument("task", metavar="TASK", help="a folder, a task of the workspace, or a sample")
    compare.add_argument("--prompt", action="append", default=[], metavar="TEXT", help="a prompt; several are compared")
    compare.add_argument("--run", action="append", default=[], metavar="RUN", help="the best prompt of a run")
    model_option(compare, "--model", "a GGUF; several too", several=True)
    compare.add_argument("--seeds", type=int, default=1, metavar="N", help="samples of each, with a temperature")
    compare.add_argument("--temperature", type=float, default=0.0, help="default: 0, where seeds mean nothing")
    compare.add_argument("--rows", type=int, default=0, metavar="N", help="leading validation rows (default: all)")
    model_option(compare, "--judge", "the model that the task's metric asks")
    model_option(compare, "--embedder", "the embedding model that the metric asks")
    compare.set_defaults(handler=_compare)


def _compare(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        command = _command(arguments, workspace)
        cells: list[ComparisonCell] = []
        with polite_interrupt(engine, screen):
            for item in engine.do(command):
                if isinstance(item, CellScored):
                    cells.append(item.cell)
                screen.on_item(item)
        contrasts = [_weigh(engine, command, cells[0].key, cell.key) for cell in cells[1:]]
    names = [contestant.name for contestant in command.prompts]
    screen.result({"file": Path(command.file).name, "prompts": names, "cells": cells, "contrasts": contrasts})
    _show(screen, command, cells, contrasts)
    return 0


def _weigh(engine: EngineProcess, command: Compare, before: CellKey, after: CellKey) -> Contrast:
    return engine.ask(Weigh(command.file, command.task_folder, before, after)).contrast


def _command(arguments: argparse.Namespace, workspace: Workspace) -> Compare:
    task = find_task(arguments.task, workspace)
    prompts = [Contestant(_name(text), Prompt(text)) for text in arguments.prompt]
    prompts += [_best(workspace, run) for run in arguments.run]
    if not prompts:
        raise UsageError("No prompt was named.", hint="Name some with --prompt TEXT or --run RUN.")
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    helpers = {Role.JUDGE: arguments.judge, Role.EMBEDDER: arguments.embedder}
    return Compare(
        str(workspace.folder / comparisons.FOLDER / f"{stamp}-{task.name}.jsonl"),
        str(task),
        tuple(prompts),
        tuple(str(file) for file in arguments.model or [model_for(task)]),
        tuple(range(1, arguments.seeds + 1)),
        arguments.temperature,
        arguments.rows,
        {role: str(file) for role, file in helpers.items() if file is not None},
    )


def _best(workspace: Workspace, name: str) -> Contestant:
    folder = workspace.run(name)
    result = folder.read_result()
    if result is None or result.best is None:
        raise UsageError(Said("The run {id} has found no prompt yet.", id=folder.id))
    return Contestant(f"★ {folder.id}", Prompt(result.best.text))


def _name(text: str) -> str:
    flat = " ".join(text.split()) or "–"
    return flat if len(flat) <= _LONGEST_NAME else flat[: _LONGEST_NAME - 1] + "…"


def _show(screen: Screen, command: Compare, cells: list[ComparisonCell], contrasts: list[Contrast]) -> None:
    against = {contrast.after: contrast for contrast in contrasts}
    rows = []
    for cell in cells:
        contrast = against.get(cell.key)
        told = ""
        if contrast is not None:
            gain = contrast.gain
            told = f"{contrast.wins} : {contrast.ties} : {contrast.losses}, {100 * gain.difference:+.1f}"
            told += f" ({100 * gain.low:+.1f} … {100 * gain.high:+.1f}, p = {gain.p_value:.3f})"
        rows.append(
            [
                f"{100 * cell.value:.1f}",
                f"{100 * cell.low:.0f} – {100 * cell.high:.0f}",
                called(command.models[cell.key.model]),
                str(cell.key.seed),
                told,
                command.prompts[cell.key.prompt].name,
            ]
        )
    screen.table(
        "Search scores", ["score", "95 %", "model", "seed", "won : tied : lost against the first", "prompt"], rows
    )
