"""`whet data check`, `whet task create`, `whet task trust`, `whet metrics`: data files and tasks before a run."""

import argparse
from collections.abc import Callable
from pathlib import Path

import msgspec

from core import data
from core.cli.asking import metric_name
from core.cli.metrics import add_metrics, add_trust
from core.cli.parsing import Commands, assignments
from core.cli.reading import add_meaning, add_reading, meant, read_named, read_options
from core.cli.screen import Screen
from core.cli.tasks import add_tasks
from core.data import protocols
from core.data.guarded import read_table
from core.data.kept_task import kept_in
from core.data.naming import checked_name
from core.data.protocols import PROTOCOLS
from core.data.task_file import AnswerSection
from core.domain.example import Split
from core.domain.task import AnswerKind
from core.engine.taking import TaskChoices, plan_of
from core.errors import UsageError
from core.said import Said, as_said, listed
from core.store import activity_log, practised
from core.store.workspace import open_workspace

_SHOWN = 20
"""Problems listed at most; the rest is counted."""


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    about_data = commands.add_parser("data", help="look at a data file").add_subparsers(required=True, metavar="check")
    check = about_data.add_parser("check", parents=[common], help="what a data file holds, and what is wrong with it")
    check.add_argument("file", type=Path, metavar="FILE")
    add_reading(check)
    add_meaning(check)
    check.set_defaults(handler=_check)

    about_tasks = commands.add_parser("task", help="make, list and change tasks").add_subparsers(
        required=True, metavar="create|list|show|rename|delete|trust"
    )
    create = about_tasks.add_parser("create", parents=[common], help="a task of the workspace from a data file")
    create.add_argument("name", metavar="NAME")
    create.add_argument("file", type=Path, metavar="FILE")
    add_reading(create)
    add_meaning(create)
    create.add_argument("--prompt", default="", metavar="TEXT", help="the prompt you have now")
    create.add_argument(
        "--metric", default="", type=metric_name, metavar="NAME", help="default: exact_match; see `whet metrics`"
    )
    create.add_argument("--metric-set", action="append", default=[], metavar="K=V", help="one option of the metric")
    create.add_argument("--kind", choices=[k.value for k in AnswerKind], help="form of the answers (default: guessed)")
    create.add_argument(
        "--thought-tokens",
        type=int,
        default=0,
        metavar="N",
        help="tokens of a thought before the answer, of a model that thinks (default: 0, none)",
    )
    create.add_argument(
        "--thought-tag",
        action="append",
        default=[],
        metavar="NAME",
        help="a tag between which the task's models think, such as scratchpad; all published ones are known",
    )
    create.add_argument(
        "--protocol", choices=list(PROTOCOLS), help="FILE is of this published benchmark, or a folder of it"
    )
    create.add_argument("--seed", type=int, default=0, help="seed of the split (default: 0)")
    create.set_defaults(handler=_create)
    add_tasks(about_tasks, common)
    add_trust(about_tasks, common)
    add_metrics(commands, common)


def _check(arguments: argparse.Namespace, screen: Screen) -> int:
    options = read_options(arguments)
    given = meant(arguments, lambda: read_table(arguments.file, options))
    report = data.check(arguments.file, mapping=given, options=options, reader=read_table)
    screen.result(report)
    screen.print(
        Said(
            "{name}: {rows} rows, {usable} usable, {encoding} (guessed)"
            if report.encoding_guessed
            else "{name}: {rows} rows, {usable} usable, {encoding}",
            name=report.name,
            rows=report.rows,
            usable=report.usable,
            encoding=report.encoding,
        )
    )
    screen.print(Said("Columns: {columns}", columns=", ".join(report.columns)))
    if report.mapping is not None:
        screen.print(_meaning(report.mapping))
    if report.kind is not None:
        screen.print(Said("Kind of the answers: {kind}.", kind=report.kind.value))
    if report.input_words is not None:
        words = report.input_words
        screen.print(
            Said(
                "Words of an input: {shortest} to {longest}, half of them below {median}.",
                shortest=words.shortest,
                longest=words.longest,
                median=f"{words.median:g}",
            )
        )
    if report.labels:
        screen.table("Labels", ["label", "rows"], [[label, str(count)] for label, count in report.labels])
    _list(
        screen.print,
        [
            *report.notes,
            *map(str, report.errors),
            *map(str, report.contradictions),
            *map(str, report.leaks),
            *(f"Rows {', '.join(map(str, rows))} have the same input." for rows in report.duplicates),
        ],
    )
    return 0


def _create(arguments: argparse.Namespace, screen: Screen) -> int:
    name = checked_name(arguments.name)
    if arguments.protocol:
        suite_task = protocols.named(arguments.protocol, arguments.file)
        with open_workspace(arguments.workspace) as workspace:
            folder = workspace.tasks_folder / name
            made = protocols.create(suite_task, folder, name=name, seed=arguments.seed)
        return _tell(made, name, None, screen)
    table = read_named(arguments.file, arguments, read_table)
    mapping = meant(arguments, lambda: table) or data.suggest_mapping(table)
    plan = _plan(arguments, name, table, mapping)
    with open_workspace(arguments.workspace) as workspace:
        made = data.create_task(workspace.tasks_folder / name, table, mapping, plan)
        for known in practised.made_open(made, plan.prompt.input_template).warnings:
            screen.say(known)
        activity_log.imported(workspace.folder, name, arguments.file.name)
    return _tell(made, name, mapping, screen)


def _plan(arguments: argparse.Namespace, name: str, table: data.Table, mapping: data.Mapping) -> data.TaskPlan:
    system = table.roles.system if table.roles is not None and kept_in(table) is None else ""
    said = TaskChoices(
        prompt=arguments.prompt or system,
        metric=arguments.metric,
        options=dict(assignments(arguments.metric_set, "--metric-set")),
        sizes=arguments.sizes,
        answer=_answer(arguments, table, mapping),
        seed=arguments.seed,
    )
    return plan_of(table, mapping, said, name)


def _answer(arguments: argparse.Namespace, table: data.Table, mapping: data.Mapping) -> AnswerSection | None:
    """As the options say; nothing where the file holds a whole task, and no option says otherwise."""
    thoughts = arguments.thought_tokens
    if thoughts < 0:
        raise UsageError(Said("A thought cannot have {thoughts} tokens.", thoughts=thoughts), hint="Use 0 for none.")
    if kept_in(table) is not None and not arguments.kind and not arguments.answer:
        return None
    examples = data.to_examples(table, mapping).examples
    if arguments.kind:
        found = data.answer_of(AnswerKind(arguments.kind), examples)
    else:
        found = data.guess_answer(examples, column=mapping.answers[0], multiple=mapping.multiple)
    return msgspec.structs.replace(found, thought_tokens=thoughts, thought_tags=list(arguments.thought_tag))


def _meaning(mapping: data.Mapping) -> str:
    asked = " + ".join(_asked(mapping)) if mapping.template else mapping.input
    words = [f"Input: {asked}. Answer: {', '.join(mapping.answers)}."]
    if mapping.split:
        words.append(f"Split: {mapping.split}.")
    if mapping.group:
        words.append(f"Kept together by: {mapping.group}.")
    if mapping.variables:
        words.append(f"Variables: {', '.join(f'{{{{{name}}}}}' for name in mapping.variables)}.")
    return " ".join(words)


def _asked(mapping: data.Mapping) -> list[str]:
    from core.domain.prompt import PLACEHOLDER

    return list(dict.fromkeys(PLACEHOLDER.findall(mapping.template)))


def _tell(made: data.CreatedTask, name: str, mapping: data.Mapping | None, screen: Screen) -> int:
    sizes = {split.value: len(made.splits.rows(split)) for split in Split}
    screen.result(
        {
            "task": name,
            "rows": sizes,
            "mapping": mapping,
            "errors": made.errors,
            "warnings": made.warnings,
            "notes": made.notes,
            "contradictions": made.contradictions,
            "leaks": made.leaks,
            "unused": made.unused,
        }
    )
    if mapping is not None:
        screen.print(_meaning(mapping))
    for lines in (made.notes, made.warnings, made.errors, made.contradictions, made.leaks):
        _list(screen.say, list(map(str, lines)))
    counted = listed([Said("{count} {split}", count=count, split=as_said(split)) for split, count in sizes.items()])
    screen.print(Said("Task {name}: {counted} rows.", name=name, counted=counted))
    if made.unused:
        shown = ", ".join(map(str, made.unused[:_SHOWN])) + (", …" if len(made.unused) > _SHOWN else "")
        screen.print(
            Said(
                "{unused} further rows are not used, so many would only cost time: rows {shown}.",
                unused=len(made.unused),
                shown=shown,
            )
        )
    return 0


def _list(say: Callable[[str], None], lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        say(line)
    if len(lines) > _SHOWN:
        say(Said("… and {lines} more.", lines=len(lines) - _SHOWN))
