"""A workspace: a plain folder with tasks and runs that can be copied, zipped and committed to git."""

import filecmp
import re
import secrets
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from tinydb import TinyDB

from core import paths
from core.domain.runspec import RunSpec
from core.errors import UsageError, WorkspaceError, WorkspaceLockedError
from core.store import formats, index
from core.store.atomic import AtomicJSONStorage, remove_leftovers, write_atomically
from core.store.ledger import Ledger
from core.store.locks import HeldElsewhereError, WriteLock
from core.store.runs import RunFolder, RunSummary

_LOCK = ".whet.lock"
_GITIGNORE = b".whet.lock*\nwriter.lock*\n.*.writing\n*.bak\n*.damaged\n.migrating/\n.before-format-*/\n.trash/\n"
_LAST = "last"


def open_workspace(folder: Path, *, write: bool = True, create: bool = False) -> "Workspace":
    """Open a workspace; as the only writer unless `write` is false.

    An empty folder, and the default one, become workspaces; any other that is missing or holds other things does only
    if `create` says so. An older format is brought up to date.
    Raises `WorkspaceLockedError` if somebody else writes to it, and `WorkspaceError` if it cannot be opened.
    """
    try:
        return _open(folder, write=write, create=create)
    except PermissionError as error:
        raise WorkspaceError(f"You may not open {folder}.", hint="Choose a folder of your own.") from error
    except OSError as error:
        raise WorkspaceError(f"{folder} cannot be opened: {error.strerror}.") from error


def _open(folder: Path, *, write: bool, create: bool) -> "Workspace":
    if write and (create or _may_begin(folder)):
        _begin(folder)
    elif not folder.is_dir():
        raise WorkspaceError(f"There is no folder {folder}.", hint="Check the name, or create the folder first.")
    if not write:
        if formats.check_format(folder):
            raise WorkspaceError(f"{folder} has an older format.", hint="Open it once for writing to update it.")
        return Workspace(folder, None)
    lock = _lock(folder)
    try:
        if formats.check_format(folder):
            formats.migrate(folder)
        remove_leftovers(folder)
        return Workspace(folder, lock)
    except BaseException:
        lock.release()
        raise


class Workspace:
    """An open workspace. `notices` are sentences about what had to be repaired on the way."""

    def __init__(self, folder: Path, lock: WriteLock | None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self._lock = lock
        self._database = TinyDB(folder / "index.json", storage=AtomicJSONStorage, on_damage=self.notices.append)
        self._turn = threading.RLock()
        self.datasets = self._shelf("datasets", index.DatasetEntry, "name")
        self.tasks = self._shelf("tasks", index.TaskEntry, "name")
        self.prompts = self._shelf("prompts", index.PromptEntry, "name")
        self.models = self._shelf("models", index.ModelEntry, "sha256")
        self.reviews = self._shelf("reviews", index.ReviewEntry, "id")
        self.run_notes = self._shelf("runs", index.RunEntry, "id")
        self.ledger = Ledger(folder)

    @property
    def writable(self) -> bool:
        """Whether this is the one who may change it."""
        return self._lock is not None

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
        found = self.tasks_folder.glob("*/task.toml")
        return sorted(file.parent for file in found if not file.parent.name.startswith("."))

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
            if not place.exists():
                _copy_folder(source, place)
                self.tasks.put(index.TaskEntry(name, name))
                return place
            if _same_content(source, place):
                return place
        raise AssertionError("unreachable")

    def copy_task(self, folder: Path) -> Path:
        """A copy of a task under a free name, to be changed while the runs of the old one stay repeatable."""
        self._check_writable()
        source = folder.resolve()
        name = next(name for name in _numbered(source.name) if not (self.tasks_folder / name).exists())
        _copy_folder(source, self.tasks_folder / name)
        self.tasks.put(index.TaskEntry(name, name))
        return self.tasks_folder / name

    def new_run(self, spec: RunSpec) -> RunFolder:
        """A fresh folder for a run, with its spec in it."""
        self._check_writable()
        began = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M")
        self.runs_folder.mkdir(exist_ok=True)
        while True:
            name = "-".join(filter(None, (began, _slug(spec.method), _slug(spec.task), secrets.token_hex(2))))
            try:
                (self.runs_folder / name).mkdir()
            except FileExistsError:
                continue
            except OSError as error:
                raise WorkspaceError(f"A run could not be made: {error.strerror}.") from error
            run = RunFolder(self.runs_folder / name)
            run.write_spec(spec)
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
        return [run.summary() for run in self._run_folders()]

    def run(self, name: str) -> RunFolder:
        """A run by its id, the beginning or the end of it, or “last”. Raises `UsageError` unless it is exactly one."""
        folders = self._run_folders()
        if not folders:
            raise UsageError("There are no runs yet.")
        if name == _LAST:
            return folders[-1]
        found = [run for run in folders if run.id == name]
        found = found or [run for run in folders if name and (run.id.startswith(name) or run.id.endswith(name))]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"There is no run “{name}”.", hint=f"The last one is {folders[-1].id}.")
        names = ", ".join(run.id for run in found[:5])
        raise UsageError(f"“{name}” fits {len(found)} runs: {names}{' …' if len(found) > 5 else ''}.")

    def close(self) -> None:
        """Let others write; calling it twice does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _shelf(self, table: str, kind: type[index.E], key: str) -> index.Shelf[index.E]:
        return index.Shelf(self._database.table(table), kind, key=key, writable=self.writable, turn=self._turn)

    def _run_folders(self) -> list[RunFolder]:
        return sorted((RunFolder(file.parent) for file in self.runs_folder.glob("*/spec.json")), key=_beginning)

    def _check_writable(self) -> None:
        if not self.writable:
            raise WorkspaceError("The workspace is open for reading only.", hint="Close the other window first.")


def _beginning(run: RunFolder) -> tuple[str, int, str]:
    """What orders runs by their start: the minute in their names, and within it when they were made on this disk."""
    try:
        made = (run.path / "spec.json").stat().st_mtime_ns
    except OSError:  # it is being removed
        made = 0
    return run.id[: len("2026-11-20-1432")], made, run.id


def _may_begin(folder: Path) -> bool:
    if (folder / formats.MARKER).exists():
        return False
    if not folder.exists():
        return folder == paths.default_workspace()
    return folder.is_dir() and not any(file.name != _LOCK for file in folder.iterdir())


def _begin(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("tasks", "runs"):
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"A workspace could not be made in {folder}: {error.strerror}.") from error
    if not (folder / ".gitignore").exists():
        write_atomically(folder / ".gitignore", _GITIGNORE)
    if not (folder / formats.MARKER).exists():
        formats.write_marker(folder, 1 + len(formats.MIGRATIONS))


def _lock(folder: Path) -> WriteLock:
    lock = WriteLock(folder / _LOCK)
    try:
        lock.acquire()
    except HeldElsewhereError as error:
        raise WorkspaceLockedError(
            f"{folder} is open for writing in {error.holder}.", hint="Close it there, or open it for reading only."
        ) from error
    except OSError as error:
        raise WorkspaceError(
            f"{folder} cannot be written: {error.strerror}.",
            hint="Open it for reading only, or open a copy of it in a folder that you may write to.",
        ) from error
    return lock


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")[:40].strip("-")


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _copy_folder(source: Path, place: Path) -> None:
    """Copy in one step as far as others can see. Links are followed: a workspace holds no link out of itself."""
    temporary = place.with_name(f".{place.name}-{secrets.token_hex(4)}.writing")
    try:
        place.parent.mkdir(exist_ok=True)
        shutil.copytree(source, temporary, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        temporary.rename(place)
    except (OSError, shutil.Error) as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise WorkspaceError(f"The task {source.name} could not be copied: {error}.") from error


def _same_content(source: Path, place: Path) -> bool:
    wanted = {file.relative_to(source) for file in source.rglob("*") if file.is_file() and not _hidden(file, source)}
    present = {file.relative_to(place) for file in place.rglob("*") if file.is_file() and not _hidden(file, place)}
    return wanted == present and all(filecmp.cmp(source / name, place / name, shallow=False) for name in wanted)


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in file.relative_to(root).parts)
