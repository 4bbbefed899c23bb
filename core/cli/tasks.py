"""`whet task list|show|delete|rename`: the tasks of the workspace."""

import argparse
from pathlib import Path

from core import names
from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.cli.session import find_task
from core.data import tasks
from core.data.naming import checked_name
from core.domain.task import Task
from core.errors import UsageError, WhetError
from core.said import Said
from core.store import trash
from core.store.index import TaskEntry
from core.store.workspace import Workspace, open_workspace


def add_tasks(about_tasks: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    listed = about_tasks.add_parser("list", parents=[common], help="the tasks of the workspace")
    listed.set_defaults(handler=_list)
    shown = about_tasks.add_parser("show", parents=[common], help="rows, prompt, answers and metric of a task")
    shown.add_argument("task", metavar="TASK", help="folder or name of a task")
    shown.set_defaults(handler=_show)
    deleted = about_tasks.add_parser("delete", parents=[common], help="move a task into the workspace's trash")
    deleted.add_argument("task", metavar="TASK", help="name of a task of the workspace")
    deleted.set_defaults(handler=_delete)
    renamed = about_tasks.add_parser("rename", parents=[common], help="give a task another name; its runs find it")
    renamed.add_argument("task", metavar="TASK", help="name of a task of the workspace")
    renamed.add_argument("name", metavar="NAME", help="its new name")
    renamed.set_defaults(handler=_rename)


def _list(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folders = workspace.task_folders()
        runs = [run.task for run in workspace.runs()]
    found = [_described(folder, runs) for folder in folders]
    screen.result(found)
    if not found:
        screen.print("There are no tasks yet. `whet task create` makes one from a data file.")
        return 0
    columns = ["task", "train", "validation", "sealed", "kind", "metric", "runs", "prompt"]
    screen.table("Tasks", columns, [_line(each) for each in found])
    return 0


def _described(folder: Path, runs: list[str]) -> dict[str, object]:
    """A task in one line; one that cannot be read says so in its place."""
    try:
        task = tasks.load_task(folder)
    except WhetError as error:
        return {"task": folder.name, "problem": str(error)}
    return {**_facts(folder, task), "runs": runs.count(task.name)}


def _facts(folder: Path, task: Task) -> dict[str, object]:
    return {
        "task": folder.name,
        "title": task.title,
        "train": len(task.train),
        "validation": len(task.validation),
        "sealed": task.test_rows,
        "kind": task.contract.kind.value,
        "labels": task.contract.labels,
        "metric": task.metric,
        "metric_options": dict(task.metric_options),
        "prompts": [prompt.text for prompt in task.seed_prompts],
        "input_template": task.input_template,
        "instruction": task.contract.instruction,
    }


def _line(each: dict[str, object]) -> list[str]:
    if "problem" in each:
        return [str(each["task"]), "", "", "", "", "", "", str(each["problem"])]
    prompts = each["prompts"]
    first = prompts[0] if isinstance(prompts, list) else ""
    shown = ["task", "train", "validation", "sealed", "kind", "metric", "runs"]
    return [*(str(each[name]) for name in shown), " ".join(first.split())[:80]]


def _show(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folder = find_task(arguments.task, workspace)
        used = [run.id for run in workspace.runs() if run.task == folder.name]
    read = tasks.read_task(folder)
    facts = _facts(folder, read.task)
    screen.result({**facts, "folder": str(folder), "runs": used, "warnings": read.warnings, "errors": read.errors})
    for name, value in facts.items():
        for text in value if isinstance(value, list) else [value]:
            said = ", ".join(map(str, text)) if isinstance(text, tuple) else text
            if said not in ("", {}, ()):
                screen.print(f"{name.replace('_', ' ')}: {said}")
    screen.print(Said("folder: {folder}", folder=folder))
    screen.print(Said("runs: {used}", used=", ".join(used) or "none"))
    for line in (*read.warnings, *map(str, read.errors), *map(str, read.leaks)):
        screen.say(line)
    return 0


def _delete(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace) as workspace:
        folder = _own(arguments.task, workspace)
        trash.throw_away(workspace.folder, folder)
        workspace.tasks.remove(folder.name)
    screen.result({"task": folder.name, "deleted": True})
    screen.print(
        Said(
            "The task {name} lies in the trash of the workspace; its runs stay, and cannot be gone on with.",
            name=folder.name,
        )
    )
    screen.say("The window restores it: History, Trash.")
    return 0


def _rename(arguments: argparse.Namespace, screen: Screen) -> int:
    name = checked_name(arguments.name)
    with open_workspace(arguments.workspace) as workspace:
        folder = _own(arguments.task, workspace)
        place = folder.with_name(name)
        if place.exists():
            raise UsageError(
                Said("There is a task “{name}” already.", name=name),
                kept="Nothing was changed.",
                hint="Choose another name.",
            )
        try:
            folder.rename(place)
        except OSError as error:
            raise UsageError(
                Said("{name} cannot be renamed: {reason}.", name=folder.name, reason=error.strerror),
                kept="Nothing was changed.",
            ) from error
        workspace.tasks.remove(folder.name)
        workspace.tasks.put(TaskEntry(name, name))
    screen.result({"task": name, "before": folder.name})
    screen.print(Said("The task {name} is called {new} now; its runs go on to find it.", name=folder.name, new=name))
    return 0


def _own(name: str, workspace: Workspace) -> Path:
    """The folder of a task of the workspace; samples and folders elsewhere are not ours to change."""
    folder = workspace.tasks_folder / name
    if names.is_plain(name) and (folder / "task.toml").is_file():
        return folder
    find_task(name, workspace)  # says so if there is none at all
    raise UsageError(Said("“{name}” is not a task of the workspace.", name=name), kept="Nothing was changed.")
