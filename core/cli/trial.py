"""`whet try`: a prompt on a few rows before a run, with what was read from each reply and what it is worth."""

import argparse
from collections.abc import Iterator

from core.cli.asking import metric_name
from core.cli.parsing import Commands, assignments, model_option
from core.cli.screen import Screen
from core.cli.session import find_task, model_for, polite_interrupt
from core.data import tasks
from core.domain.runspec import Reading, Role
from core.engine.client import EngineProcess
from core.engine.commands.try_rows import RowsTried, TriedRow, TryRows
from core.said import Said
from core.store.workspace import open_workspace

_LONGEST = 200
_END = 60


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    trying = commands.add_parser("try", parents=[common], help="a prompt on three rows: reply, answer read, score")
    trying.add_argument("task", metavar="TASK", help="folder or name of a task")
    trying.add_argument("--prompt", metavar="TEXT", help="default: the task's first seed prompt")
    trying.add_argument("--rows", type=int, default=3, metavar="N", help="how many train rows, 16 at most (default: 3)")
    trying.add_argument("--start", type=int, default=0, metavar="N", help="how many to pass over (default: 0)")
    trying.add_argument(
        "--metric", default="", type=metric_name, metavar="NAME", help="judge by this instead of the task's own"
    )
    trying.add_argument("--metric-set", action="append", default=[], metavar="K=V", help="one option of that metric")
    trying.add_argument(
        "--reading", choices=[r.value for r in Reading], help="how answers are read (default: labels are compared)"
    )
    model_option(trying, "--model", "GGUF that does the task (default: the bundled)")
    model_option(trying, "--judge", "GGUF that judges answers, for metrics that ask one")
    model_option(trying, "--embedder", "GGUF for metrics that compare meanings")
    trying.set_defaults(handler=_try)


def _try(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace) as workspace:
        folder, place = find_task(arguments.task, workspace), workspace.folder
    chosen = {
        Role.TASK: arguments.model or model_for(folder),
        Role.JUDGE: arguments.judge,
        Role.EMBEDDER: arguments.embedder,
    }
    prompt = tasks.load_task(folder).seed_prompts[0].text if arguments.prompt is None else arguments.prompt
    command = TryRows(
        task_folder=str(folder),
        models={role: str(path) for role, path in chosen.items() if path is not None},
        prompt=prompt,
        rows=arguments.rows,
        start=arguments.start,
        reading=Reading(arguments.reading) if arguments.reading else None,
        metric=arguments.metric,
        metric_options=dict(assignments(arguments.metric_set, "--metric-set")),
        workspace=str(place),
    )
    with EngineProcess() as engine, polite_interrupt(engine, screen):
        found = engine.ask(command)
    _show(found, screen)
    return 0


def _show(found: RowsTried, screen: Screen) -> None:
    screen.result(found)
    for row in found.rows:
        for line in row_lines(row):
            screen.print(line)
    for note in found.notes:
        screen.say(note)
    screen.say(
        Said(
            "{calls} calls, {tokens} tokens, {seconds} s",
            calls=found.calls,
            tokens=found.tokens,
            seconds=f"{found.seconds:.1f}",
        )
    )


def row_lines(row: TriedRow) -> Iterator[str]:
    """Lines, and no table: what was expected and what it scored must be seen however long input and reply are."""
    yield f"Row {row.row}: {100 * row.score:.0f} %{f' ({_short(row.reason)})' if row.reason else ''}"
    yield f"  expected  {_short(' / '.join(row.answers))}"
    yield f"  read as   {_short(row.extracted) if row.extracted is not None else '(no answer found)'}"
    yield f"  reply     {_short(row.reply)}"
    yield f"  input     {_short(row.input)}"


def _short(text: str) -> str:
    """One line, with its end where it is too long: answers stand at the end of a reply as often as at its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - _END]} … {line[-_END:]}"
