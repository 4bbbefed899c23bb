"""Files that are either the old ones or the new ones, whatever happens while they are written."""

import errno
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import msgspec
from tinydb.storages import Storage

from core import files, nested
from core.errors import WorkspaceError
from core.said import Said

Tables: TypeAlias = dict[str, dict[str, dict[str, object]]]  # tinydb's own form: table, document id, fields

_log = logging.getLogger(__name__)


def write_atomically(path: Path, content: bytes, *, keep_previous: bool = False) -> None:
    """Replace the file in one step, durable once this returns; the previous version stays as `NAME.bak` if asked for.

    A crash at any moment leaves the old or the new content. Raises `WorkspaceError` if the disk is full or the folder
    cannot be written, and the old file is then untouched.
    """
    try:
        with files.folder(path.parent) as folder:
            _replace(folder, path.name, content, keep_previous=keep_previous)
    except OSError as error:
        raise _sentence(path, error) from error


def _replace(folder: files.Folder, name: str, content: bytes, *, keep_previous: bool) -> None:
    temporary = files.temporary(name)
    try:
        _write_new(folder, temporary, content)
        if keep_previous and folder.has(name):
            _keep(folder, name)
        folder.replace(name, temporary)
        folder.sync()
    finally:
        _remove(folder, temporary)


def append_durably(path: Path, line: bytes) -> None:
    """Add one line to a file and force it to the disk. A line that an earlier crash cut short is ended first.

    Raises `WorkspaceError` if it cannot be written.
    """
    try:
        with files.folder(path.parent) as folder:
            new = not folder.has(path.name)
            with os.fdopen(folder.open(path.name, os.O_RDWR | os.O_CREAT | os.O_APPEND), "ab+") as file:
                size = file.seek(0, os.SEEK_END)
                if size and not _ends_with_newline(file.fileno(), size):
                    line = b"\n" + line
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            if new:
                folder.sync()
    except OSError as error:
        raise _sentence(path, error) from error


class AtomicJSONStorage(Storage):
    """tinydb's file, replaced in one step on every write, with the previous version beside it as `NAME.bak`.

    A damaged file is answered from the previous version, and `on_damage` hears a sentence about it; the next write sets
    the damaged file aside as `NAME.damaged`, so nothing is lost.
    """

    def __init__(self, path: Path, *, on_damage: Callable[[str], None] = _log.warning) -> None:
        self._path = path
        self._on_damage = on_damage
        self._damaged = False

    def read(self) -> Tables | None:
        """All tables, or `None` if nothing was written yet. Raises `WorkspaceError` if nothing readable is left."""
        previous = previous_version(self._path)
        if not self._path.exists() and not previous.exists():
            return None
        tables = _load(self._path)
        if tables is not None:
            self._damaged = False
            return tables
        tables = _load(previous)
        if tables is None:
            raise WorkspaceError(
                Said("{name} is damaged, and there is no readable previous version.", name=self._path.name),
                kept="Both files are left as they are.",
                hint=Said(
                    "Restore {name} from a backup, or move it away to begin with an empty one.", name=self._path.name
                ),
            )
        if not self._damaged:
            self._damaged = True
            self._on_damage(f"{self._path.name} was damaged: the previous version is used. Its last change is lost.")
        return tables

    def write(self, data: Tables) -> None:
        """Replace all tables. Raises `WorkspaceError` if that fails, and the old file is then untouched."""
        content = json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
        if self._damaged and self._path.exists():
            with files.folder(self._path.parent) as folder:
                folder.replace(self._path.name + ".damaged", self._path.name)
        write_atomically(self._path, content, keep_previous=True)
        self._damaged = False


def previous_version(path: Path) -> Path:
    """Where the version before the last write lies."""
    return path.with_name(path.name + ".bak")


def _load(path: Path) -> Tables | None:
    """The tables in a file, or `None` if it is missing or is not what was written."""
    try:
        tables = nested.decode(files.read(path))
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    except OSError as error:
        raise WorkspaceError(Said("{name} cannot be read: {reason}.", name=path.name, reason=error.strerror)) from error
    sound = isinstance(tables, dict) and all(
        isinstance(table, dict)
        and all(number.isascii() and number.isdecimal() for number in table)  # tinydb makes them numbers
        and all(isinstance(document, dict) for document in table.values())
        for table in tables.values()
    )
    return tables if sound else None


def _write_new(folder: files.Folder, name: str, content: bytes) -> None:
    with os.fdopen(folder.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep(folder: files.Folder, name: str) -> None:
    """Make the present file the previous version too, without a moment in which there is no file of its name."""
    if folder.is_link(name):  # what it leads to is no version of ours
        return
    link = files.temporary(name, ".bak")
    try:
        try:
            folder.link(name, link)
        except OSError:  # a file system without hard links
            with os.fdopen(folder.open(name, os.O_RDONLY), "rb") as file:
                _write_new(folder, link, file.read())
        folder.replace(previous_version(Path(name)).name, link)
    finally:
        _remove(folder, link)


def _ends_with_newline(file: int, size: int) -> bool:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def _remove(folder: files.Folder, name: str) -> None:
    try:
        folder.remove(name)
    except OSError:  # swept up by `remove_leftovers`; the write itself is what matters
        _log.warning("a temporary file could not be removed: %s", name)


def _sentence(path: Path, error: OSError) -> WorkspaceError:
    kept = "What was there before is unchanged."
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return WorkspaceError(
            Said("The disk is full: {name} could not be written.", name=path.name),
            kept=kept,
            hint="Free some space and try again.",
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return WorkspaceError(
            Said("{name} could not be written: the folder is read-only.", name=path.name),
            kept=kept,
            hint="Open a copy of it in a folder that you may write to.",
        )
    return WorkspaceError(
        Said("{name} could not be written: {reason}.", name=path.name, reason=error.strerror), kept=kept
    )
