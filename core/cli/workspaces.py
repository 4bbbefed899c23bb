"""The workspace of a command, made where there is none yet."""

import argparse
from pathlib import Path

from core import paths
from core.cli.hints import ELSEWHERE
from core.cli.screen import Screen
from core.said import Said
from core.store.workspace import open_workspace


def make_workspace(arguments: argparse.Namespace, screen: Screen) -> None:
    """Make the workspace of a command that has a part in it where it is missing, and say so: its name may be a slip."""
    folder: Path = arguments.workspace
    if arguments.command in ELSEWHERE or folder.exists():
        return
    open_workspace(folder, create=True).close()
    if folder != paths.default_workspace():
        screen.say(Said("A new workspace was made: {folder}", folder=folder))
