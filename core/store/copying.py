"""Copies folders of tasks and runs, and nothing that a link in them leads to."""

import errno
import os
from pathlib import Path

from core import files


def copy_folder(source: Path, place: Path, *, hidden: bool = False) -> None:
    """Copy a folder without what is hidden (unless asked for) and without `__pycache__`.

    Raises `StrangeFileError` for a link or a device in it, naming it: what a link leads to was never meant to be given
    away.
    """
    with files.folder(place, make=True) as holder:
        for entry in sorted(os.scandir(source), key=lambda each: each.name):
            if entry.name == "__pycache__" or (entry.name.startswith(".") and not hidden):
                continue
            if entry.is_dir(follow_symlinks=False):
                copy_folder(Path(entry.path), place / entry.name, hidden=hidden)
            elif entry.is_file(follow_symlinks=False):
                _copy_file(Path(entry.path), holder, entry.name)
            else:
                raise files.StrangeFileError(errno.ELOOP, f"{entry.name} is a link or no ordinary file")


def _copy_file(source: Path, holder: files.Folder, name: str) -> None:
    with (
        files.opened(source) as given,
        os.fdopen(holder.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as copy,
    ):
        while block := given.read(1 << 20):
            copy.write(block)
