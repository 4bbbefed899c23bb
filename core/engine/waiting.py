"""Runs that were ordered and wait for their turn, kept until they begin: one line each, as the engine would be told.

They lie in the person's folder, not in the workspace: they name models and tasks by where these lie on this machine.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from core import paths
from core.engine.commands.prepare import Prepare
from core.engine.protocol import decode_command, encode
from core.errors import WhetError, WorkspaceError
from core.methods import known
from core.said import Said
from core.store.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class Waiting:
    """The runs that wait, the next one first. `damage` says what could not be read, and where it was put aside."""

    runs: tuple[Prepare, ...] = ()
    damage: WorkspaceError | None = None


def waiting_file(workspace: Path) -> Path:
    """Where the runs lie that wait in this workspace. Its name says nothing of the workspace."""
    return paths.user_folder() / "waiting" / f"{paths.owner_of(workspace)}.jsonl"


def keep_waiting(workspace: Path, runs: Sequence[Prepare]) -> None:
    """Keep these instead of those that were kept before. Raises `WorkspaceError`, and those before then stay."""
    file = waiting_file(workspace)
    try:
        if not runs:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(Said("The waiting runs could not be kept: {reason}.", reason=error.strerror)) from error
    write_atomically(file, b"".join(map(encode, runs)))


def read_waiting(workspace: Path) -> Waiting:
    """What waits. A file with lines that are no runs is put aside as it is, and the runs of its other lines wait on."""
    file = waiting_file(workspace)
    try:
        lines = file.read_bytes().splitlines() if file.exists() else []
    except OSError as error:
        return Waiting(
            damage=WorkspaceError(
                Said("The waiting runs cannot be read: {reason}.", reason=error.strerror), kept=_UNTOUCHED
            )
        )
    runs = [_run_of(line) for line in lines]
    good = tuple(run for run in runs if run is not None)
    return Waiting(good, _set_aside(workspace, file, good, len(runs)) if len(good) < len(runs) else None)


_UNTOUCHED = "The file that holds them is left as it is."


def _run_of(line: bytes) -> Prepare | None:
    try:
        command = decode_command(line)
    except (WhetError, UnicodeDecodeError):
        return None
    return command if isinstance(command, Prepare) and command.method in known() else None


def _set_aside(workspace: Path, file: Path, good: Sequence[Prepare], lines: int) -> WorkspaceError:
    """Nothing that is not understood is ever written over: somebody may still read it."""
    names = (file.with_name(f"{file.name}.damaged-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        shutil.copyfile(file, aside)
        keep_waiting(workspace, good)
    except OSError as error:
        return WorkspaceError(
            Said("The waiting runs cannot be read: {reason}.", reason=error.strerror), kept=_UNTOUCHED
        )
    except WorkspaceError as error:
        return error
    return WorkspaceError(
        Said("{unread} of {runs} waiting runs cannot be read.", unread=lines - len(good), runs=lines),
        kept=Said("The others wait on. The whole file was kept as {aside}.", aside=aside),
        hint="Put the missing runs into the queue again.",
    )
