"""`whet answers`: what is kept of models' answers, and how to be rid of it."""

import argparse

from core import paths
from core.cli.parsing import Commands
from core.cli.screen import Screen
from core.llm.answers import AnswerStore
from core.said import Said


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    answers = commands.add_parser("answers", parents=[common], help="answers of models that are kept on this machine")
    which = answers.add_mutually_exclusive_group()
    which.add_argument("--forget", action="store_true", help="delete those of this workspace")
    which.add_argument("--forget-all", action="store_true", help="delete all of them")
    answers.set_defaults(handler=_answers)


def _answers(arguments: argparse.Namespace, screen: Screen) -> int:
    store = AnswerStore(paths.answers_folder())
    try:
        forgotten = 0
        if arguments.forget or arguments.forget_all:
            forgotten = store.forget(None if arguments.forget_all else [paths.owner_of(arguments.workspace)])
            screen.print(Said("{forgotten} kept answers were deleted.", forgotten=forgotten))
        count, size = store.size()
    finally:
        store.close()
    screen.result({"kept": count, "bytes": size, "forgotten": forgotten, "file": str(store.file)})
    screen.print(
        Said(
            "{count} blocks of answers are kept, {size} MB, in {file}.",
            count=count,
            size=f"{size / (1 << 20):.1f}",
            file=store.file,
        )
    )
    return 0
