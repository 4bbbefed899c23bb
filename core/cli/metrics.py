"""`whet metrics`, and `whet task trust` for a metric of the person's own."""

import argparse

from core import plugins
from core.cli.confirming import confirm, trust_plugin
from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.cli.session import find_task
from core.data import tasks
from core.domain.params import fields
from core.errors import TaskError
from core.metrics import METRICS, metric
from core.said import Said, as_said
from core.store.workspace import open_workspace


def add_metrics(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare `whet metrics`."""
    listed = commands.add_parser("metrics", parents=[common], help="list the metrics with their options")
    listed.add_argument("name", nargs="?", default="", metavar="NAME", help="one of a package's, with --trust")
    listed.add_argument("--trust", action="store_true", help="allow a package's metric to run, once you have read it")
    listed.add_argument("--yes", action="store_true", help="you have read it, and do not want to be asked")
    listed.set_defaults(handler=_metrics)


def add_trust(about_tasks: Commands, common: argparse.ArgumentParser) -> None:
    """Declare `whet task trust`."""
    trust = about_tasks.add_parser(
        "trust", parents=[common], help="allow a task's own metric file to run on this machine, once you have read it"
    )
    trust.add_argument("task", metavar="TASK", help="folder or name of a task")
    trust.add_argument("--yes", action="store_true", help="you have read the file, and do not want to be asked")
    trust.set_defaults(handler=_trust)


def _metrics(arguments: argparse.Namespace, screen: Screen) -> int:
    if arguments.trust:
        return trust_plugin("metrics", arguments.name, tuple(METRICS), screen, yes=arguments.yes)
    own = [each for each in plugins.plugins("metrics") if each.name not in METRICS]
    chosen = (*METRICS.values(), *(type(metric(each.name)) for each in own if each.confirmed))
    if arguments.name:
        chosen = (type(metric(arguments.name)),)
    screen.result(
        [
            {
                "metric": each.name,
                "label": each.label,
                "about": each.about,
                "kinds": sorted(each.kinds),
                "options": [
                    {"option": f.name, "default": f.default, "choices": f.choices, "about": f.info.help}
                    for f in fields(each)
                ],
            }
            for each in chosen
        ]
    )
    rows = [
        [each.name, ", ".join(f"{field.name}={field.default}" for field in fields(each)), as_said(each.about)]
        for each in chosen
    ]
    screen.table("Metrics", ["metric", "options", "what it measures"], rows)
    for each in () if arguments.name else own:
        if not each.confirmed:
            screen.say(
                Said(
                    "Not confirmed: {name}, of {source}. Read it, then: whet metrics {name} --trust",
                    name=each.name,
                    source=each.source,
                )
            )
    return 0


def _trust(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        task = tasks.load_task(find_task(arguments.task, workspace))
    if not task.metric_code:
        raise TaskError(
            Said("The task “{name}” has no metric file of its own.", name=task.name),
            hint="There is nothing to confirm.",
        )
    confirm(
        task.metric_code,
        f"The metric file of {task.name}",
        screen,
        yes=arguments.yes,
        refused="The metric file was not confirmed.",
        task=task.name,
    )
    return 0
