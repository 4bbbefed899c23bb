"""What a person deleted from a workspace: moved aside into `.trash`, with a note of where it lay, until it is emptied.

The sealed test stays opened: its ledger is elsewhere, and is never touched.
"""

import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from core import files, nested
from core.errors import WorkspaceError
from core.said import Said
from core.store.atomic import write_atomically

FOLDER = ".trash"
_NOTE = "trashed.json"


class Trashed(msgspec.Struct, frozen=True):
    """Something in the trash: under which name it lies there, where it lay in the workspace, and since when."""

    name: str
    place: str
    at: float


def throw_away(workspace: Path, path: Path) -> Trashed:
    """Move a file or folder of this workspace into its trash. Raises `WorkspaceError`, and then it stays."""
    place = path.relative_to(workspace)
    thrown = Trashed(f"{time.time():.6f}-{path.name}", place.as_posix(), time.time())
    holder = workspace / FOLDER / thrown.name
    try:
        files.check(path)
        files.make_folder(holder)
        write_atomically(holder / _NOTE, nested.encode(thrown) + b"\n")
        path.rename(holder / path.name)
    except OSError as error:
        shutil.rmtree(holder, ignore_errors=True)
        raise WorkspaceError(
            Said("{name} could not be moved to the trash: {reason}.", name=path.name, reason=error.strerror),
            kept="It stays where it is.",
        ) from error
    return thrown


def restore(workspace: Path, thrown: Trashed) -> Path:
    """Put something back where it lay; where that is. Raises `WorkspaceError`, and then it stays in the trash."""
    place = workspace / thrown.place
    holder = workspace / FOLDER / thrown.name
    if not place.resolve().is_relative_to(workspace.resolve()) or holder.parent != workspace / FOLDER:
        raise WorkspaceError(
            Said("{place} does not lie in this workspace.", place=thrown.place), kept="It stays in the trash."
        )
    if place.exists():
        raise WorkspaceError(
            Said("There is another {name} in its place.", name=place.name),
            kept="The one in the trash stays.",
            hint="Rename the other.",
        )
    try:
        files.make_folder(place.parent)
        files.check(holder / place.name).rename(place)
        shutil.rmtree(holder)
    except OSError as error:
        raise WorkspaceError(
            Said("{name} could not be put back: {reason}.", name=place.name, reason=error.strerror), kept="It stays."
        ) from error
    return place


def thrown_away(workspace: Path) -> list[Trashed]:
    """What lies in the trash, the latest first. What has lost its note is left out, and stays."""
    found = []
    for note in (workspace / FOLDER).glob(f"*/{_NOTE}"):
        with suppress(OSError, msgspec.DecodeError):
            thrown = nested.decode(files.read(note), type=Trashed)
            if thrown.name == note.parent.name:
                found.append(thrown)
    return sorted(found, key=lambda thrown: -thrown.at)


def empty(workspace: Path, thrown: Sequence[Trashed]) -> None:
    """Delete these for good."""
    for each in thrown:
        holder = workspace / FOLDER / each.name
        if holder.parent == workspace / FOLDER and not files.is_link(workspace / FOLDER):
            shutil.rmtree(holder, ignore_errors=True)
