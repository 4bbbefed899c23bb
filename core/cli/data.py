"""`whet data check`, `whet task create`, `whet task trust`, `whet metrics`: data files and tasks before a run."""

import argparse
from dataclasses import replace
from pathlib import Path

from core import data
from core.cli.metrics import add_metrics, add_trust
from core.cli.parsing import Commands, assignments
from core.cli.screen import Screen
from core.data import protocols
from core.data.protocols import PROTOCOLS
from core.data.task_file import PromptSection
from core.domain.example import Split
from core.domain.task import AnswerKind
from core.engine.metric_choice import choose_metric
from core.metrics import METRICS
from core.store import deeds
from core.store.workspace import open_workspace

_SHOWN = 20
"""Problems listed at most; the rest is counted."""


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    about_data = commands.add_parser("data", help="look at a data file").add_subparsers(required=True, metavar="check")
    check = about_data.add_parser("check", parents=[common], help="what a data file holds, and what is wrong with it")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(handler=_check)

    about_tasks = commands.add_parser("task", help="make a task").add_subparsers(required=True, metavar="create|trust")
    create = about_tasks.add_parser("create", parents=[common], help="a task of the workspace from a data file")
    create.add_argument("name", metavar="NAME")
    create.add_argument("file", type=Path, metavar="FILE")
    create.add_argument("--input", default="", metavar="COLUMN", help="column of the input (default: guessed)")
    create.add_argument("--answer", default="", metavar="COLUMN", help="column of the answer (default: guessed)")
    create.add_argument("--prompt", default="", metavar="TEXT", help="the prompt you have now")
    create.add_argument(
        "--metric", default="exact_match", choices=list(METRICS), help="default: exact_match; see `whet metrics`"
    )
    create.add_argument("--metric-set", action="append", default=[], metavar="K=V", help="one option of the metric")
    create.add_argument("--kind", choices=[k.value for k in AnswerKind], help="form of the answers (default: guessed)")
    create.add_argument(
        "--protocol", choices=list(PROTOCOLS), help="FILE is of this published benchmark, or a folder of it"
    )
    create.add_argument("--seed", type=int, default=0, help="seed of the split (default: 0)")
    create.set_defaults(handler=_create)
    add_trust(about_tasks, common)
    add_metrics(commands, common)


def _check(arguments: argparse.Namespace, screen: Screen) -> int:
    report = data.check(arguments.file)
    screen.result(report)
    guessed = " (guessed)" if report.encoding_guessed else ""
    screen.print(f"{report.name}: {report.rows} rows, {report.usable} usable, {report.encoding}{guessed}")
    screen.print(f"Columns: {', '.join(report.columns)}")
    if report.mapping is not None:
        screen.print(f"Input: {report.mapping.input}. Answer: {', '.join(report.mapping.answers)}.")
    if report.input_words is not None:
        words = report.input_words
        screen.print(f"Words of an input: {words.shortest} to {words.longest}, half of them below {words.median:g}.")
    if report.labels:
        screen.table("Labels", ["label", "rows"], [[label, str(count)] for label, count in report.labels])
    problems = [
        *map(str, report.errors),
        *(f"Rows {', '.join(map(str, rows))} have the same input." for rows in report.duplicates),
        *map(str, report.contradictions),
        *map(str, report.leaks),
        *report.notes,
    ]
    for problem in problems[:_SHOWN]:
        screen.print(problem)
    if len(problems) > _SHOWN:
        screen.print(f"… and {len(problems) - _SHOWN} more.")
    return 0


def _create(arguments: argparse.Namespace, screen: Screen) -> int:
    if arguments.protocol:
        suite_task = protocols.named(arguments.protocol, arguments.file)
        with open_workspace(arguments.workspace) as workspace:
            folder = workspace.tasks_folder / arguments.name
            made = protocols.create(suite_task, folder, name=arguments.name, seed=arguments.seed)
        return _tell(made, arguments.name, screen)
    table = data.read_table(arguments.file)
    guess = data.suggest_mapping(table)
    mapping = replace(guess, input=arguments.input or guess.input, answer=arguments.answer or guess.answer)
    taken = {mapping.input, *mapping.answers}
    mapping = replace(mapping, variables=tuple(name for name in guess.variables if name not in taken))
    answer = None
    if arguments.kind:
        kind = AnswerKind(arguments.kind)
        answer = replace(data.guess_answer(data.to_examples(table, mapping).examples), kind=kind)
    answer = answer or data.guess_answer(data.to_examples(table, mapping).examples)
    given = dict(assignments(arguments.metric_set, "--metric-set"))
    chosen = choose_metric(arguments.metric, given, answer.kind)
    plan = data.TaskPlan(
        name=arguments.name,
        metric=chosen.name,
        metric_options=chosen.options,
        metric_code=chosen.code,
        prompt=PromptSection(seed=arguments.prompt),
        answer=answer,
        seed=arguments.seed,
    )
    with open_workspace(arguments.workspace) as workspace:
        made = data.create_task(workspace.tasks_folder / arguments.name, table, mapping, plan)
        deeds.imported(workspace.folder, arguments.name, arguments.file.name)
    done = _tell(made, arguments.name, screen)
    screen.print(f"Input: {mapping.input}. Answer: {', '.join(mapping.answers)}.")
    return done


def _tell(made: data.CreatedTask, name: str, screen: Screen) -> int:
    sizes = {split.value: len(made.splits.rows(split)) for split in Split}
    screen.result({"task": name, "rows": sizes, "errors": made.errors, "warnings": made.warnings})
    for line in (*map(str, made.errors[:_SHOWN]), *made.warnings):
        screen.say(line)
    screen.print(f"Task {name}: " + ", ".join(f"{count} {split}" for split, count in sizes.items()) + " rows.")
    if made.unused:
        screen.print(f"{made.unused} further rows are not used: so many would only cost time.")
    return 0
