"""`whet show RUN --call CANDIDATE:ROW`, `--ask N`: one call of a run, token by token."""

import argparse

from core.cli.screen import Screen
from core.cli.session import Session
from core.engine.client import EngineProcess
from core.engine.commands.show_call import CallShown, CallToken, ShowCall
from core.errors import UsageError
from core.said import Said
from core.store.places import model_paths, task_of_run
from core.store.workspace import open_workspace


def show(arguments: argparse.Namespace, screen: Screen) -> int:
    """Print a call. Raises `UsageError` for one that was none."""
    candidate, row = _place(arguments.call)
    with open_workspace(arguments.workspace, write=False) as workspace, EngineProcess() as engine:
        folder = workspace.run(arguments.run)
        spec = folder.read_spec()
        task, models_ = task_of_run(spec, workspace), model_paths(spec, arguments.model)
        command = ShowCall(str(folder.path), str(task), models_, candidate, row, arguments.ask or 0)
        shown = Session(engine, workspace, screen).ask(command)
    screen.result({"run": folder.id, "candidate": candidate, "row": row, "call": shown, "text": shown.text})
    _print(screen, shown)
    return 0


def _place(call: str) -> tuple[str, int]:
    if not call:
        return "", 0
    candidate, _, row = call.rpartition(":")
    if not candidate or not row.isdigit():
        raise UsageError(Said("“{call}” names no call.", call=call), hint="Write it like c3:17, candidate and row.")
    return candidate, int(row)


def _print(screen: Screen, shown: CallShown) -> None:
    screen.say(Said("{model} read {read} tokens:", model=shown.model, read=len(shown.read)))
    screen.print(shown.text)
    screen.table("What it read", ["id", "text"], [[str(token.token), repr(token.text)] for token in shown.read])
    screen.say("It replied:")
    screen.print(shown.reply)
    if shown.wrote:
        screen.table("What it wrote", ["id", "text", "log p", "instead"], [_line(token) for token in shown.wrote])
    if shown.labels:
        rows = [[each.label, f"{each.logprob:.3f}", f"{each.share:.1%}"] for each in shown.labels]
        screen.table("Labels", ["label", "log p", "share"], rows)
    screen.say(shown.note)


def _line(token: CallToken) -> list[str]:
    instead = ", ".join(f"{one.text!r} {one.logprob or 0:.2f}" for one in token.instead)
    return [str(token.token), repr(token.text), f"{token.logprob or 0:.3f}", instead]
