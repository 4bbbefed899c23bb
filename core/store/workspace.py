"""A workspace: a plain folder with tasks and runs that can be copied, zipped and committed to git.

Any number of windows and commands may have it open. What one writes as a whole (a run, a task, a comparison) has a lock
of its own; the index, and the making of runs, are behind the workspace's lock, which nobody holds longer than that.
"""

import filecmp
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from core import files, names, paths
from core.domain.runspec import RunSpec
from core.errors import UsageError, WorkspaceError, WorkspaceLockedError
from core.said import Said
from core.store import began, formats, index
from core.store.atomic import write_atomically
from core.store.copying import copy_folder
from core.store.ledger import Ledger
from core.store.locks import HeldElsewhereError, WriteLock
from core.store.runs import RunFolder, RunSummary

_LOCK = ".whet.lock"
_WINDOW = ".whet.lock-window"
_PATIENCE = 5.0
"""Seconds that others are waited for; what they do behind the lock takes milliseconds."""

_GITIGNORE = (
    b".whet.lock*\nwriter.lock*\n.task.lock*\n.*.writing\n*.bak\n*.damaged\n.migrating/\n.before-format-*/\n.trash/\n"
)
LAST = "last"
"""What names the latest run."""
_SWEPT = ("", "tasks", "comparisons", "preflights")


def open_workspace(folder: Path, *, write: bool = True, create: bool = False, alone: bool = False) -> "Workspace":
    """Open a workspace, for reading only if `write` is false; `alone` as the one window on it, beside commands.

    An empty folder, and the default one, become workspaces; any other that is missing or holds other things does only
    if `create` says so. One whose making was cut short is finished. An older format is brought up to date.
    Raises `WorkspaceLockedError` if another window has it open, or somebody keeps it locked, and `WorkspaceError` if it
    cannot be opened.
    """
    try:
        return _open(folder, write=write, create=create, alone=alone)
    except PermissionError as error:
        raise WorkspaceError(
            Said("You may not open {folder}.", folder=folder), hint="Choose a folder of your own."
        ) from error
    except OSError as error:
        raise WorkspaceError(
            Said("{folder} cannot be opened: {reason}.", folder=folder, reason=error.strerror)
        ) from error


def _open(folder: Path, *, write: bool, create: bool, alone: bool) -> "Workspace":
    if write and (create or _may_begin(folder)):
        _begin(folder)
    elif not folder.is_dir():
        raise WorkspaceError(
            Said("There is no folder {folder}.", folder=folder), hint="Check the name, or create the folder first."
        )
    if not write:
        if formats.check_format(folder):
            raise WorkspaceError(
                Said("{folder} has an older format.", folder=folder), hint="Open it once for writing to update it."
            )
        return Workspace(folder, writable=False)
    window = _lock(folder, _WINDOW, patience=0.0) if alone else None
    try:
        with _locked(folder):
            if formats.check_format(folder):
                formats.migrate(folder)
            for name in _SWEPT:
                files.sweep(folder / name)
    except BaseException:
        if window is not None:
            window.release()
        raise
    return Workspace(folder, writable=True, window=window)


class Workspace:
    """An open workspace. `notices` are sentences about what had to be repaired on the way."""

    def __init__(self, folder: Path, *, writable: bool, window: WriteLock | None = None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.writable = writable
        self._window = window
        self._index = store = index.Index(
            folder / "index.json", folder / _LOCK, writable=writable, on_damage=self.notices.append
        )
        self.datasets = index.Shelf(store, "datasets", index.DatasetEntry, key="name")
        self.tasks = index.Shelf(store, "tasks", index.TaskEntry, key="name")
        self.prompts = index.Shelf(store, "prompts", index.PromptEntry, key="name")
        self.models = index.Shelf(store, "models", index.ModelEntry, key="sha256")
        self.reviews = index.Shelf(store, "reviews", index.ReviewEntry, key="id")
        self.run_notes = index.Shelf(store, "runs", index.RunEntry, key="id")
        self.ledger = Ledger(folder)

    @property
    def tasks_folder(self) -> Path:
        """Where tasks lie, one folder each."""
        return self.folder / "tasks"

    @property
    def runs_folder(self) -> Path:
        """Where runs lie, one folder each."""
        return self.folder / "runs"

    def task_folders(self) -> list[Path]:
        """The folders of the tasks, by name. One that was being written when the machine went down is none."""
        found = files.folders(self.tasks_folder)
        return [folder for folder in found if names.is_plain(folder.name) and (folder / "task.toml").exists()]

    def adopt_task(self, folder: Path) -> Path:
        """Copy a task's folder into the workspace, so that its runs can be repeated; where it lies now.

        A task that is here already is not copied again; another one under the same name gets a number.
        """
        self._check_writable()
        source = folder.resolve()
        if source.parent == self.tasks_folder.resolve():
            return folder
        for name in _numbered(source.name):
            place = self.tasks_folder / name
            if _copy_folder(source, place):
                self.tasks.put(index.TaskEntry(name, name))
                return place
            if _same_content(source, place):
                return place
        raise AssertionError("unreachable")

    def copy_task(self, folder: Path) -> Path:
        """A copy of a task under a free name, to be changed while the runs of the old one stay repeatable."""
        self._check_writable()
        source = folder.resolve()
        name = next(name for name in _numbered(source.name) if _copy_folder(source, self.tasks_folder / name))
        self.tasks.put(index.TaskEntry(name, name))
        return self.tasks_folder / name

    def new_run(self, spec: RunSpec) -> RunFolder:
        """A fresh folder for a run, with its spec in it, and when it began among the others."""
        self._check_writable()
        try:
            with _locked(self.folder):
                made = began.after(self._run_folders())
                files.make_folder(self.runs_folder)
                while True:
                    stamp = made.local.strftime("%Y-%m-%d-%H%M")
                    name = "-".join(filter(None, (stamp, _slug(spec.method), _slug(spec.task), secrets.token_hex(2))))
                    if not (self.runs_folder / name).exists():
                        break
                run = RunFolder(self.runs_folder / name)
                files.make_folder(run.path)
                began.keep(run.path, made)
                run.write_spec(spec)
        except OSError as error:
            raise WorkspaceError(Said("A run could not be made: {reason}.", reason=error.strerror)) from error
        return run

    def index_run(self, run: RunFolder) -> None:
        """Give a run an entry in the index, and its models; what a person wrote about it stays."""
        if self.run_notes.get(run.id) is None:
            self.run_notes.put(index.RunEntry(run.id))
        for model in run.read_spec().models.values():
            if self.models.get(model.sha256) is None:
                self.models.put(index.ModelEntry(model.sha256, model.name))

    def runs(self) -> list[RunSummary]:
        """All runs, the earliest first. One that cannot be read is listed with its problem."""
        runs = self._run_folders()
        if not runs:
            return []
        with files.folder(self.runs_folder) as holder:  # one for all: there may be thousands
            return [run.summary(holder) for run in runs]

    def run(self, name: str) -> RunFolder:
        """A run by its id, the beginning or the end of it, or “last”. Raises `UsageError` unless it is exactly one."""
        folders = self._run_folders()
        if not folders:
            raise UsageError("There are no runs yet.")
        if name == LAST:
            return folders[-1]
        found = [run for run in folders if run.id == name]
        found = found or [run for run in folders if name and (run.id.startswith(name) or run.id.endswith(name))]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(
                Said("There is no run “{name}”.", name=name), hint=Said("The last one is {id}.", id=folders[-1].id)
            )
        names = ", ".join(run.id for run in found[:5])
        raise UsageError(
            Said(
                "“{name}” fits {found} runs: {names} …." if len(found) > 5 else "“{name}” fits {found} runs: {names}.",
                name=name,
                found=len(found),
                names=names,
            )
        )

    def close(self) -> None:
        """Change nothing from here on, and let another window write; calling it twice does nothing."""
        self.writable = self._index.writable = False
        if self._window is not None:
            self._window.release()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run_folders(self) -> list[RunFolder]:
        found = []
        with suppress(OSError), files.folder(self.runs_folder) as holder:  # no runs yet, or they are a link
            for folder in files.folders(self.runs_folder):
                if names.is_plain(folder.name):
                    found += _looked_at(holder, folder)
        return [run for *_, run in sorted(found, key=lambda each: each[:2])]

    def _check_writable(self) -> None:
        if not self.writable:
            raise WorkspaceError("The workspace is open for reading only.", hint="Close the other window first.")


def _looked_at(holder: files.Folder, folder: Path) -> list[tuple[began.Order, str, RunFolder]]:
    """The run in a folder of the open folder of runs, and what orders it; nothing if it is none."""
    try:
        with holder.inner(folder.name) as inner:
            if not inner.has("spec.json"):
                return []
            made = began.read_in(inner)
    except (FileNotFoundError, NotADirectoryError):  # it is being removed
        return []
    except OSError:  # its summary says why
        made = None
    return [(began.order(folder, made), folder.name, RunFolder(folder, made))]


def _may_begin(folder: Path) -> bool:
    if (folder / formats.MARKER).exists():
        return False
    if not folder.exists():
        return folder == paths.default_workspace()
    return folder.is_dir() and all(_is_of_the_making(file) for file in folder.iterdir())


def _is_of_the_making(file: Path) -> bool:
    """Whether this is what a making that was cut short leaves behind."""
    if file.is_symlink():
        return False
    if file.name in {"tasks", "runs"}:
        return file.is_dir() and not any(file.iterdir())
    if file.name == ".gitignore":
        return set(files.read(file, 1 << 12).splitlines()) <= set(_GITIGNORE.splitlines())
    return file.name.startswith(_LOCK) or (file.name.startswith(".") and file.name.endswith(".writing"))


def _begin(folder: Path) -> None:
    """A folder that is missing appears whole, by one rename; one that is there is a workspace once it has its marker,
    which is written last."""
    try:
        if folder.exists():
            _furnish(folder)
            return
        folder.parent.mkdir(parents=True, exist_ok=True)
        files.sweep(folder.parent)
        made = folder.with_name(files.temporary(folder.name))
        try:
            made.mkdir()
            _furnish(made)
            made.rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        if not (folder / formats.MARKER).exists():  # else somebody else was faster
            raise WorkspaceError(
                Said("A workspace could not be made in {folder}: {reason}.", folder=folder, reason=error.strerror)
            ) from error


def _furnish(folder: Path) -> None:
    for name in ("tasks", "runs"):
        (folder / name).mkdir(exist_ok=True)
    if not (folder / ".gitignore").exists():
        write_atomically(folder / ".gitignore", _GITIGNORE)
    if not (folder / formats.MARKER).exists():
        formats.write_marker(folder, 1 + len(formats.MIGRATIONS))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = _lock(folder)
    try:
        yield
    finally:
        lock.release()


def _lock(folder: Path, name: str = _LOCK, *, patience: float = _PATIENCE) -> WriteLock:
    lock = WriteLock(folder / name)
    try:
        lock.acquire(timeout=patience)
    except HeldElsewhereError as error:
        raise WorkspaceLockedError(
            Said("{folder} is open for writing in {holder}.", folder=folder, holder=error.holder),
            hint="Close it there, or open it for reading only.",
        ) from error
    except OSError as error:
        raise WorkspaceError(
            Said("{folder} cannot be written: {reason}.", folder=folder, reason=error.strerror),
            hint="Open it for reading only, or open a copy of it in a folder that you may write to.",
        ) from error
    return lock


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")[:40].strip("-")


def _numbered(name: str) -> Iterator[str]:
    name = names.plain_from(name) or "task"
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _copy_folder(source: Path, place: Path) -> bool:
    """Copy in one step as far as others can see; false if there is something of this name already.

    Links are refused: what they lead to was never meant to be in a workspace, which may be given away.
    """
    if place.exists():
        return False
    temporary = place.with_name(files.temporary(place.name))
    try:
        files.make_folder(place.parent)
        copy_folder(source, temporary)
        temporary.rename(place)
    except OSError as error:
        if place.exists():  # somebody else was faster
            return False
        raise WorkspaceError(
            Said("The task {name} could not be copied: {reason}.", name=source.name, reason=error.strerror)
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return True


def _same_content(source: Path, place: Path) -> bool:
    wanted = {file.relative_to(source) for file in source.rglob("*") if file.is_file() and not _hidden(file, source)}
    present = {file.relative_to(place) for file in place.rglob("*") if file.is_file() and not _hidden(file, place)}
    return wanted == present and all(filecmp.cmp(source / name, place / name, shallow=False) for name in wanted)


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in file.relative_to(root).parts)
