"""Keeps the queue of runs from one start of the window to the next."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.engine.commands.prepare import Prepare
from core.engine.waiting import Waiting, keep_waiting, read_waiting
from desktop.models.run_queue import RunQueue
from desktop.models.workspace_model import WorkspaceModel


class KeptQueue(QObject):
    """Follows the queue and the workspace: what waits belongs to the workspace in which it was ordered.

    Only the window that may write keeps and shows it. `found` carries the number of runs that waited when the workspace
    was opened: they are held until the person says so. `failed` carries an error.
    """

    found = Signal(int)
    failed = Signal(object)

    def __init__(self, queue: RunQueue, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._workspace = workspace
        self._folder: Path | None = None
        self._kept: tuple[Prepare, ...] | None = None
        workspace.opened.connect(self._on_opened)
        queue.changed.connect(self._keep)

    def _on_opened(self) -> None:
        """Another workspace, or the same one again: its own runs wait now, and nothing is kept before they are read."""
        folder = self._workspace.folder
        self._folder, self._kept = None, None
        self._queue.clear()
        if folder is not None and self._workspace.writable:
            self._workspace.do(
                lambda: read_waiting(folder), lambda read: self._take(folder, read), otherwise=self.failed.emit
            )

    def _take(self, folder: Path, read: Waiting) -> None:
        self._folder, self._kept = folder, read.runs
        if read.runs:
            self._queue.put_first(read.runs)
            self.found.emit(len(read.runs))
        self._keep()
        if read.damage is not None:
            self.failed.emit(read.damage)

    def _keep(self) -> None:
        folder, runs = self._folder, tuple(run.command for run in self._queue.not_begun)
        if folder is None or folder != self._workspace.folder or runs == self._kept:
            return
        self._kept = runs
        self._workspace.do(lambda: keep_waiting(folder, runs), lambda _: None, otherwise=self._on_not_kept)

    def _on_not_kept(self, error: Exception) -> None:
        """What is on the disk is older than the queue: the next change writes all of it again."""
        self._kept = None
        self.failed.emit(error)
