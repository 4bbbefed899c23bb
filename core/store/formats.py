"""The format of a workspace folder: its version, and how an older one becomes the present one."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from core import files, nested
from core.errors import WorkspaceError
from core.said import Said
from core.store.atomic import write_atomically
from core.store.copying import copy_folder

Migration = Callable[[Path], None]
"""Changes a copy of a workspace of format n, in the folder given, into one of format n + 1."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first one leads from format 1 to 2, and so on. Never change one that was released."""

MARKER = files.MARKER
"""The file that makes a folder a workspace."""

_COPY = ".migrating"
_READY = ".ready"
_MOVED = (MARKER, "index.json", "index.json.bak", "ledger.jsonl", "tasks", "runs")  # the marker is swapped last


class Marker(msgspec.Struct, frozen=True):
    """The content of `whet.json`."""

    format: int


def write_marker(folder: Path, format_: int) -> None:
    """Make this folder a workspace of this format."""
    write_atomically(folder / MARKER, msgspec.json.encode(Marker(format_)) + b"\n")


def read_format(folder: Path) -> int:
    """The format of a workspace. Raises `WorkspaceError` if the folder is none, and `OSError` if it may not be read."""
    try:
        return nested.decode(files.read(folder / MARKER), type=Marker).format
    except FileNotFoundError:
        raise WorkspaceError(
            Said("{folder} is not a workspace: it has no {marker}.", folder=folder, marker=MARKER),
            hint="Choose an empty folder to begin one.",
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            Said("{folder} cannot be read: {error}.", folder=folder / MARKER, error=error),
            hint="Restore it from a copy.",
        ) from error


def check_format(folder: Path, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Whether a workspace must be migrated first. Raises `WorkspaceError` if it was made by a newer version."""
    newest, found = 1 + len(migrations), read_format(folder)
    if found > newest or found < 1:
        raise WorkspaceError(
            Said(
                "{folder} was written by a newer version of Whet (format {found}; this version reads up to {newest}).",
                folder=folder,
                found=found,
                newest=newest,
            ),
            kept="Nothing was changed.",
            hint="Update Whet, or choose another workspace.",
        )
    return found < newest or (folder / _COPY / _READY).exists()


def migrate(folder: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a workspace to the present format: on a copy, which is then swapped in.

    What it was before stays in `.before-format-N`. A crash leaves the old workspace or is finished by the next call,
    because every step of the swap can be repeated. Only for who holds the workspace's lock.
    """
    copy = folder / _COPY
    for place in (copy, folder / f".before-format-{1 + len(migrations)}"):
        files.check(place)
    if not (copy / _READY).exists():
        _prepare(folder, copy, migrations)
    backup = folder / f".before-format-{1 + len(migrations)}"
    backup.mkdir(exist_ok=True)
    for name in (*_MOVED[1:], _MOVED[0]):
        _swap(folder / name, copy / name, backup / name)
    (copy / _READY).unlink()
    shutil.rmtree(copy)


def _prepare(folder: Path, copy: Path, migrations: Sequence[Migration]) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    found = read_format(folder)
    for name in _MOVED:
        source = folder / name
        if source.is_dir():
            copy_folder(source, copy / name, hidden=True)
        elif source.exists():
            write_atomically(copy / name, files.read(source))
    for step in migrations[found - 1 :]:
        step(copy)
    write_marker(copy, 1 + len(migrations))
    write_atomically(copy / _READY, b"")


def _swap(present: Path, new: Path, backup: Path) -> None:
    """Put the new one in place of the present one; a swap that was done, or half done, before is completed."""
    if not new.exists():
        if present.exists() and not backup.exists():  # the migration removed it
            present.rename(backup)
        return
    if present.is_file():  # never without a file of this name: the marker makes the folder a workspace
        if not backup.exists():
            write_atomically(backup, files.read(present))
    elif present.exists():
        present.rename(backup)
    new.replace(present)
