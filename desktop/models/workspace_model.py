"""The open workspace: its tasks and runs, read and written beside the window's thread, one piece of work at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.domain.runspec import RunSpec
from core.errors import WorkspaceError
from core.store import activity_log, tournaments
from core.store.index import ReviewEntry
from core.store.places import runs_by_model, task_of_run
from core.store.runs import RunFolder, RunSummary
from core.store.tournaments import TournamentFolder
from core.store.workspace import Workspace, open_workspace
from desktop.models import places
from desktop.models.background import Background
from desktop.models.places import TaskPlace

T = TypeVar("T")


class WorkspaceModel(QObject):
    """Holds one workspace. A second window on it opens it for reading only; `refused` says who holds it. `imported`
    carries the name of a task that was made of a file; `compared`: a comparison has ended, and was kept."""

    opened = Signal()
    refused = Signal(object)
    tasks_changed = Signal()
    runs_changed = Signal()
    failed = Signal(object)
    imported = Signal(str)
    compared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._runs: list[RunSummary] = []
        self._tasks: list[TaskPlace] = []
        self._background = Background(self, threads=1)
        self._background.failed.connect(self.failed)

    @property
    def folder(self) -> Path | None:
        """Where it lies."""
        return self._workspace.folder if self._workspace is not None else None

    @property
    def writable(self) -> bool:
        """Whether runs can be made here by this window."""
        return self._workspace is not None and self._workspace.writable

    @property
    def runs(self) -> list[RunSummary]:
        """The runs, the latest first, as read last."""
        return self._runs

    @property
    def tasks(self) -> list[TaskPlace]:
        """Its tasks and the samples, as read last."""
        return self._tasks

    @property
    def busy(self) -> bool:
        """Whether something is being read or written."""
        return self._background.busy

    def open(self, folder: Path, *, create: bool = False) -> None:
        """Open a workspace instead of the one that is open, which stays if it fails. `opened` follows.

        An empty folder becomes a workspace; one that is missing does if `create` says so.
        """
        if self.writable and folder == self.folder:
            self.refresh()
            return
        reason: WorkspaceError | None = None
        try:
            found = open_workspace(folder, create=create and not folder.exists(), alone=True)
        except WorkspaceError as error:
            reason = error
            try:
                found = open_workspace(folder, write=False)
            except WorkspaceError:
                self.failed.emit(error)
                return
        self.close()
        self._workspace = found
        if reason is not None:
            self.refused.emit(reason)
        self.opened.emit()
        self.refresh()

    def close(self) -> None:
        """Let others write."""
        self._background.forget()
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = None
        self._runs = []
        self._tasks = places.samples()

    def finish(self) -> None:
        """Let what is being written be written to its end; for the end of the program."""
        self._background.finish()

    def refresh(self) -> None:
        """Read the lists of tasks and runs again."""
        workspace = self._workspace

        def read() -> tuple[list[TaskPlace], list[RunSummary]]:
            return places.tasks(workspace), list(reversed(workspace.runs())) if workspace is not None else []

        self._background.do(read, self._on_read, latest="lists")

    def _on_read(self, found: tuple[list[TaskPlace], list[RunSummary]]) -> None:
        tasks, runs = found
        if tasks != self._tasks:
            self._tasks = tasks
            self.tasks_changed.emit()
        self._runs = runs
        self.runs_changed.emit()

    def run_folder(self, id_: str) -> RunFolder:
        """The folder of a run in this workspace."""
        return RunFolder(self._here().runs_folder / id_)

    def task_of_run(self, spec: RunSpec) -> Path:
        """The folder of a run's task. Raises `TaskError` if it is gone. To be called from `do`."""
        return task_of_run(spec, self._here())

    def runs_by_model(self) -> dict[str, list[str]]:
        """Ids of runs by the SHA-256 of a model that they used. To be called from `do`."""
        return runs_by_model(self._workspace) if self._workspace is not None else {}

    def adopt_task(self, folder: Path) -> Path:
        """Copy a task into the workspace unless it is there; where it lies. To be called from `do`."""
        return self._here().adopt_task(folder)

    def copy_task(self, folder: Path) -> Path:
        """A copy of a task in this workspace, under a free name. To be called from `do`."""
        return self._here().copy_task(folder)

    def owns(self, folder: Path | None) -> bool:
        """Whether a task lies in this workspace, and may be changed by this window."""
        here = self._workspace
        return here is not None and here.writable and folder is not None and folder.parent == here.tasks_folder

    def reviews(self) -> list[ReviewEntry]:
        """What a person thinks of rows and replies. To be called from `do`."""
        return self._workspace.reviews.all() if self._workspace is not None else []

    def keep_review(self, entry: ReviewEntry) -> None:
        """Keep what a person thinks of a row or a reply."""
        workspace = self._workspace
        if workspace is not None and workspace.writable:
            self._background.do(lambda: workspace.reviews.put(entry), lambda _: None)

    def runs_of(self, folder: Path) -> int:
        """How many runs of this workspace used a task of this name. To be called from `do`."""
        return sum(run.task == folder.name for run in self._runs)

    def tournaments(self) -> list[TournamentFolder]:
        """The tournaments in this workspace, the latest first. To be called from `do`."""
        return tournaments.listed(self._workspace) if self._workspace is not None else []

    def index_run(self, folder: RunFolder) -> None:
        """Keep a run's entry in the index, once it has ended."""
        workspace = self._here()
        if workspace.writable:
            self._background.do(lambda: workspace.index_run(folder), lambda _: self.refresh())
        else:
            self.refresh()

    def note_import(self, task: str) -> None:
        """A task was made of a file: write that down, and say so."""
        self.work_on(lambda here: activity_log.imported(here.folder, task), lambda _: None)
        self.imported.emit(task)

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        otherwise: Callable[[Exception], None] | None = None,
        latest: str = "",
    ) -> None:
        """Read or write in this workspace beside the window's thread, in turn (`Background.do`)."""
        self._background.do(work, then, otherwise=otherwise, latest=latest)

    def work_on(
        self,
        work: Callable[[Workspace], T],
        then: Callable[[T], object],
        *,
        otherwise: Callable[[Exception], None] | None = None,
        latest: str = "",
    ) -> None:
        """As `do`, for work on the workspace itself."""
        here = self._here()
        self._background.do(lambda: work(here), then, otherwise=otherwise, latest=latest)

    def _here(self) -> Workspace:
        if self._workspace is None:
            raise WorkspaceError("No workspace is open.", hint="Open one with File, Open workspace.")
        return self._workspace
