"""A data file on its way to a task: read, understood, made, and made again as a person says that it is meant."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.guarded import read_table
from core.data.guessing import suggest_mapping
from core.data.mapping import Mapping
from core.data.options import ReadOptions
from core.data.splitting import Sizes
from core.data.table import Table
from core.engine.taking import TakenTask, Wish, take, with_columns
from core.store import activity_log
from core.store.workspace import Workspace
from desktop.models.workspace_model import WorkspaceModel


@dataclass(frozen=True, slots=True)
class _Read:
    table: Table
    taken: TakenTask


class Incoming(QObject):
    """The file that came last. `changed`: it is somewhere else on its way; `taken`: its task lies in the workspace.

    `fresh`: nobody has looked at its task yet. `problem` is the error that stopped it: then there is no new task, and
    the old one is as it was.
    """

    changed = Signal()
    taken = Signal()

    def __init__(self, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._table: Table | None = None
        self._sizes: Sizes | None = None
        self.path = ""
        self.found: TakenTask | None = None
        self.working = self.fresh = False
        self.problem: Exception | None = None
        workspace.opened.connect(self._forget)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the file."""
        return self._table.columns if self._table is not None else ()

    def made(self, folder: Path | None) -> TakenTask | None:
        """What is known of a task's file, if this is the one it was made of."""
        return self.found if self.found is not None and self.found.folder == folder else None

    def take(self, path: str) -> None:
        """Make a task of a file."""
        self._forget()
        self.path = path

        def work(here: Workspace) -> _Read:
            table = read_table(Path(path), ReadOptions())
            taken = take(here, table, suggest_mapping(table), Wish(Path(path).stem))
            activity_log.imported(here.folder, taken.folder.name)
            return _Read(table, taken)

        self.fresh = True
        self._begin(work)

    def change_columns(self, input_: str, answer: str) -> None:
        """The same file with another input or answer."""
        if self.found is not None and self._table is not None:
            old = self.found.mapping
            self._again(with_columns(old, self._table, input_=input_, answer=answer), self._sizes)

    def change_sizes(self, sizes: Sizes) -> None:
        """The same rows, divided otherwise."""
        if self.found is not None:
            self._sizes = sizes
            self._again(self.found.mapping, sizes)

    def _again(self, mapping: Mapping, sizes: Sizes | None) -> None:
        """In place of the task that was made before; beside it where runs have used that one."""
        table, old, wish = self._table, self.found, Wish(Path(self.path).stem, sizes=sizes)
        if table is None or old is None or self.working:
            return
        replacing = None if self._workspace.runs_of(old.folder) else old.folder

        def work(here: Workspace) -> _Read:
            return _Read(table, take(here, table, mapping, wish, replacing=replacing))

        self._begin(work)

    def _begin(self, work: Callable[[Workspace], _Read]) -> None:
        self.working, self.problem = True, None
        self.changed.emit()
        self._workspace.work_on(work, self._on_taken, otherwise=self._on_failed, latest="incoming file")

    def _on_taken(self, read: _Read) -> None:
        self.working, self._table, self.found = False, read.table, read.taken
        self._workspace.refresh()
        self.changed.emit()
        self.taken.emit()

    def _on_failed(self, error: Exception) -> None:
        self.working, self.problem = False, error
        self.changed.emit()

    def _forget(self) -> None:
        self.path, self._table, self.found, self._sizes = "", None, None, None
        self.working, self.problem = False, None
        self.changed.emit()
