"""Opens every file of a workspace: what lies in one may have come from a stranger, and may be made to mislead.

Below the folder that holds `whet.json` no link is followed, in no part of a path: a file is reached handle by handle,
each opened relative to the one before. What is opened is a regular file that no other folder holds as well (a hard
link), without holes, and of a bounded size. The folder itself is the person's choice, and may be reached by links.
Everything else raises `StrangeFileError`, an `OSError` whose `strerror` fits into a sentence.
"""

import errno
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from core.errors import WorkspaceError
from core.said import Said

MARKER: Final = "whet.json"
"""The file that makes a folder a workspace."""

LARGEST: Final = 256 << 20
"""Bytes of a file that is read whole, unless its reader says otherwise."""

_HANDLES: Final = os.open in os.supports_dir_fd and sys.platform != "win32"
_PLAIN: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_MODES: Final = {
    "rb": os.O_RDONLY,
    "r+b": os.O_RDWR,
    "wb": os.O_WRONLY | os.O_CREAT,
    "ab": os.O_RDWR | os.O_CREAT | os.O_APPEND,
    "xb": os.O_WRONLY | os.O_CREAT | os.O_EXCL,
}
_HOLES_MATTER: Final = 1 << 20

_LINK: Final = "it is a link, and a workspace must hold what belongs to it"
_ELSEWHERE: Final = "it is a second name of a file that lies elsewhere (a hard link)"
_DEVICE: Final = "it is no ordinary file"


_TEMPORARY: Final = ".writing"
_LEFT_BY: Final = re.compile(r"^\..+\.(?:(\d+)-[0-9a-f]{8}(?:\.bak)?\.writing|partial-(\d+))$")
_KEPT_OF_NAME: Final = 50
"""Characters of a name in that of its temporary one: systems allow 255 bytes."""

_OLD: Final = 3600.0
"""Seconds: nothing is being written for so long, and a process that died may have left its number to another."""


class StrangeFileError(OSError):
    """A file or folder of a workspace is not what it should be, and was neither read nor changed."""

    @property
    def said(self) -> WorkspaceError:
        """The same in a sentence, for whoever did not expect it there."""
        name = Path(str(self.filename)).name if self.filename else "A file of the workspace"
        return WorkspaceError(
            Said("{name} was not opened: {reason}.", name=name, reason=self.strerror),
            kept="Nothing was changed.",
            hint="Whoever made this workspace may have meant to mislead: look at it before you go on.",
        )


class Folder:
    """An open folder, and what is done in it by the plain names of its files. `path` is for sentences."""

    def __init__(self, path: Path, handle: int | None, *, strict: bool) -> None:
        self.path = path
        self._handle = handle
        self._strict = strict

    def open(self, name: str, flags: int, permissions: int = 0o666) -> int:
        """A descriptor of a file, which is checked before a byte of it is read or changed."""
        fresh = bool(flags & os.O_EXCL)
        flags |= _BINARY | (_PLAIN if self._strict else 0)
        try:
            found = os.open(self._place(name), flags, permissions, dir_fd=self._handle)
        except OSError as error:
            if self._strict and error.errno in {errno.ELOOP, errno.ENXIO, errno.EMLINK}:
                raise StrangeFileError(errno.ELOOP, _LINK if self.is_link(name) else _DEVICE, name) from error
            raise
        try:
            if self._strict and not fresh:
                self._check(found, name)
        except BaseException:
            os.close(found)
            raise
        return found

    def read(self, name: str, most: int = LARGEST) -> bytes:
        """All of a file, as `read`."""
        with os.fdopen(self.open(name, os.O_RDONLY), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > most:
                wide, allowed = size / 2**20, most / 2**20
                raise StrangeFileError(errno.EFBIG, f"it has {wide:,.0f} MB, and at most {allowed:,.0f} are read", name)
            if size > _HOLES_MATTER and _has_holes(file.fileno(), size):
                raise StrangeFileError(errno.EINVAL, "it has holes: it claims to be larger than what was written", name)
            return file.read(most + 1)

    @contextmanager
    def inner(self, name: str) -> Iterator["Folder"]:
        """A folder in it, while it is open."""
        if self._handle is None:
            if self._strict:
                _check_parts(self.path, [name], make=False)
            yield Folder(self.path / name, None, strict=self._strict)
            return
        handle = _step(self._handle, self.path, name, make=False)
        try:
            yield Folder(self.path / name, handle, strict=True)
        finally:
            os.close(handle)

    def is_link(self, name: str) -> bool:
        """Whether there is a link of this name."""
        status = self._status(name)
        return status is not None and stat.S_ISLNK(status.st_mode)

    def has(self, name: str) -> bool:
        """Whether there is anything of this name."""
        return self._status(name) is not None

    def names(self) -> list[str]:
        """What lies in it."""
        return os.listdir(self._handle if self._handle is not None else self.path)  # noqa: PTH208 - of a handle

    def replace(self, name: str, by: str) -> None:
        """Put one file in place of another in one step; a link of that name is itself replaced."""
        os.replace(self._place(by), self._place(name), src_dir_fd=self._handle, dst_dir_fd=self._handle)

    def link(self, name: str, new: str) -> None:
        """Give a file of this folder a second name in it."""
        plain = {} if os.link not in os.supports_follow_symlinks else {"follow_symlinks": False}
        os.link(self._place(name), self._place(new), src_dir_fd=self._handle, dst_dir_fd=self._handle, **plain)

    def remove(self, name: str) -> None:
        """Remove a file, if there is one; of a link only the link."""
        with suppress(FileNotFoundError):
            os.unlink(self._place(name), dir_fd=self._handle)

    def make(self, name: str, *, exist_ok: bool = True) -> None:
        """Make a folder in it."""
        try:
            os.mkdir(self._place(name), dir_fd=self._handle)
        except FileExistsError:
            if not exist_ok:
                raise

    def sync(self) -> None:
        """Make what was renamed in it durable; Windows has no such call and needs none."""
        if os.name == "nt":
            return
        handle = self._handle if self._handle is not None else os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            if self._handle is None:
                os.close(handle)

    def _place(self, name: str) -> str:
        if "/" in name or os.sep in name or name in {"", ".", ".."}:
            raise StrangeFileError(errno.EINVAL, "it has no plain name", name)
        return name if self._handle is not None else str(self.path / name)

    def _status(self, name: str) -> os.stat_result | None:
        try:
            return os.stat(self._place(name), dir_fd=self._handle, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def _check(self, file: int, name: str) -> None:
        status = os.fstat(file)
        if not _HANDLES and self.is_link(name):
            raise StrangeFileError(errno.ELOOP, _LINK, name)
        if not stat.S_ISREG(status.st_mode):
            raise StrangeFileError(errno.EINVAL, _DEVICE, name)
        if status.st_nlink > 1 and self._names_of(status) < status.st_nlink:
            raise StrangeFileError(errno.EMLINK, _ELSEWHERE, name)

    def _names_of(self, status: os.stat_result) -> int:
        """How many names in this folder a file has: a version that is kept is a second name for a moment, or longer."""
        found = (self._status(name) for name in self.names())
        return sum(each is not None and (each.st_ino, each.st_dev) == (status.st_ino, status.st_dev) for each in found)


def temporary(name: str, ending: str = "") -> str:
    """A name beside a file or folder, for what is to become it; it says which process writes it."""
    return f".{name[:_KEPT_OF_NAME]}.{os.getpid()}-{secrets.token_hex(4)}{ending}{_TEMPORARY}"


def sweep(path: Path) -> None:
    """Delete from a folder what processes that have died were writing there. Nothing else, and never what a link leads
    to; what cannot be deleted stays."""
    with suppress(OSError):
        check(path)
        for entry in list(os.scandir(path)):
            if _is_left_over(entry):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
                else:
                    with suppress(OSError):
                        os.unlink(entry.path)  # noqa: PTH108 - an entry of the system's own


def _is_left_over(entry: "os.DirEntry[str]") -> bool:
    maker = _LEFT_BY.match(entry.name)
    if maker is None:
        return False
    number = int(maker[1] or maker[2])
    with suppress(OSError):
        return not _lives(number) or time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD
    return False


def _lives(process: int) -> bool:
    import psutil  # seldom needed, and not there in an instant

    return process == os.getpid() or bool(psutil.pid_exists(process))


@contextmanager
def folder(path: Path, *, make: bool = False) -> Iterator[Folder]:
    """Open a folder; with `make` it and those above it are made where they are missing. Outside of a workspace it is
    opened as the system does."""
    found = _split(path)
    if found is None:
        if make:
            path.mkdir(parents=True, exist_ok=True)
        yield Folder(path, None, strict=False)
        return
    root, parts = Path(found[0]), found[1]
    if not _HANDLES:
        _check_parts(root, parts, make=make)
        yield Folder(path, None, strict=True)
        return
    handle = os.open(root, _FOLDER)
    try:
        for part in parts:
            inner = _step(handle, root, part, make=make)
            os.close(handle)
            handle = inner
        yield Folder(path, handle, strict=True)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where they are missing."""
    with folder(path, make=True):
        pass


def workspace_of(path: Path) -> Path | None:
    """The workspace that a path leads into; the outermost, so that a marker planted below it means nothing."""
    found = _split(path)
    return Path(found[0]) if found is not None else None


def _split(path: Path) -> tuple[str, list[str]] | None:
    """The workspace that a path leads into, and the parts of the path below it; as texts, since every file takes it."""
    whole = str(path)
    if not os.path.isabs(whole):  # noqa: PTH117
        whole = os.path.join(os.getcwd(), whole)  # noqa: PTH109, PTH118
    end = len(os.path.splitdrive(whole)[0])
    while True:
        end = whole.find(os.sep, end + 1)
        place = whole if end < 0 else whole[:end]
        if os.path.lexists(f"{place}{os.sep}{MARKER}"):
            return place, [part for part in whole[len(place) :].split(os.sep) if part not in {"", "."}]  # noqa: PTH206
        if end < 0:
            return None


def descriptor(path: Path, flags: int, permissions: int = 0o666) -> int:
    """A descriptor of a file."""
    with folder(path.parent) as holder:
        return holder.open(path.name, flags, permissions)


def opened(path: Path, mode: str = "rb") -> IO[bytes]:
    """A file, open as in Python; `ab` can be read, too, and `wb` is emptied only after it was checked."""
    found = descriptor(path, _MODES[mode])
    if mode == "wb":
        os.ftruncate(found, 0)
    return os.fdopen(found, {"xb": "wb", "ab": "ab+"}.get(mode, mode))


def read(path: Path, most: int = LARGEST) -> bytes:
    """All of a file. Raises `StrangeFileError` for one that is larger, or has holes: it says more than it holds."""
    with folder(path.parent) as holder:
        return holder.read(path.name, most)


def is_file(path: Path) -> bool:
    """Whether an ordinary file lies there that may be opened; never raises."""
    try:
        os.close(descriptor(path, os.O_RDONLY))
    except OSError:
        return False
    return True


def check(path: Path) -> Path:
    """The same path, if no part of it in a workspace is a link. For what is renamed or deleted as a whole."""
    found = _split(path)
    if found is not None:
        _check_parts(Path(found[0]), found[1], make=False)
    return path


def is_link(path: Path) -> bool:
    """Whether a link lies there; never raises."""
    try:
        return _leads_elsewhere(path)
    except OSError:
        return False


def is_reached_by_link(path: Path, parts: Sequence[str]) -> bool:
    """Whether any of these parts of a path below this folder is a link."""
    return any(is_link(path.joinpath(*parts[: number + 1])) for number in range(len(parts)))


def folders(path: Path) -> list[Path]:
    """The folders in a folder, links and hidden ones apart, by name; none if it is missing, or itself a link."""
    try:
        check(path)
        with os.scandir(path) as found:
            names = [entry.name for entry in found if entry.name[0] != "." and entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return [path / name for name in sorted(names)]


def _step(handle: int, root: Path, part: str, *, make: bool) -> int:
    """The folder of this name in an open folder."""
    if part == "..":
        raise StrangeFileError(errno.EINVAL, "it leads out of its folder", part)
    holder = Folder(root, handle, strict=True)
    if make:
        holder.make(part)
    try:
        return os.open(part, _FOLDER | _PLAIN, dir_fd=handle)
    except OSError as error:
        if holder.is_link(part):
            raise StrangeFileError(errno.ELOOP, f"its folder {part} is a link", part) from error
        raise


def _check_parts(root: Path, parts: Sequence[str], *, make: bool) -> None:
    place = root
    for part in parts:
        place = place / part
        if part == "..":
            raise StrangeFileError(errno.EINVAL, "it leads out of its folder", part)
        if _leads_elsewhere(place):
            raise StrangeFileError(errno.ELOOP, f"{part} is a link", part)
        if make:
            place.mkdir(exist_ok=True)


def _leads_elsewhere(place: Path) -> bool:
    """Whether it is a link, or a junction, as Windows calls links that anybody may make."""
    try:
        status = os.lstat(place)
    except FileNotFoundError:
        return False
    if sys.platform == "win32" and status.st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT:
        return True
    return stat.S_ISLNK(status.st_mode)


def _has_holes(file: int, size: int) -> bool:
    if not hasattr(os, "SEEK_HOLE"):
        return False
    try:
        hole = os.lseek(file, 0, os.SEEK_HOLE)
    except OSError:  # a file system that does not tell
        hole = size
    os.lseek(file, 0, os.SEEK_SET)
    return hole < size
