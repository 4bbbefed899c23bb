"""What is known of the run that is shown beside its log: certificate, review and export, read beside the window."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.engine.review import review
from core.report.export import Taken, take
from core.report.html import write_report
from core.report.run_details import RunDetails, read_details
from core.state import RunState
from core.store import activity_log
from core.store.atomic import write_atomically
from core.store.runs import RunFolder
from desktop.language import spoken_now
from desktop.models.run_session import RunSession
from desktop.models.work import Work
from desktop.models.workspace_model import WorkspaceModel


@dataclass(frozen=True, slots=True)
class ShownRun:
    """A finished run and its details."""

    folder: RunFolder
    state: RunState
    details: RunDetails


class RunDetailsModel(QObject):
    """`changed` follows what was read; `taken` carries a `Taken`, `refused` why a format cannot hold the prompt,
    `saved` the path of a file that was written, `failed` anything else."""

    changed = Signal()
    taken = Signal(object)
    refused = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: WorkspaceModel, session: RunSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session = session
        self._shown: ShownRun | None = None
        self._wanted: RunFolder | None = None
        session.certified.connect(lambda _: self.refresh())
        session.weighed.connect(lambda _: self.refresh())

    @property
    def shown(self) -> ShownRun | None:
        """The run, once its details were read."""
        return self._shown

    @property
    def reading(self) -> bool:
        """Whether a run was asked for whose details are not there yet."""
        return self._wanted is not None and (self._shown is None or self._shown.folder.path != self._wanted.path)

    @property
    def work(self) -> Work:
        """What the engine does now."""
        return self._session.work

    @property
    def can_ask(self) -> bool:
        """Whether the engine is free and the run may be written to."""
        return self._shown is not None and self._session.idle and self._workspace.writable

    def show_run(self, folder: RunFolder | None, state: RunState) -> None:
        """Show this run; one that has not chosen its final prompt yet has no details."""
        if folder is None or state.final is None:
            self._wanted, was = None, self.reading or self._shown is not None
            self._shown = None
            if was:
                self.changed.emit()
            return
        here = self._shown
        if here is None or here.folder.path != folder.path or here.state is not state:
            self._wanted = folder
            if self.reading and here is not None:  # what is shown belongs to another run
                self._shown = None
            self.changed.emit()
            self._read(folder, state)

    def refresh(self) -> None:
        """Read it again."""
        if self._shown is not None:
            self._read(self._shown.folder, self._shown.state)

    def certify(self) -> None:
        """Open the sealed test, once."""
        if self._shown is not None:
            self._session.certify(self._shown.folder)

    def weigh_sentences(self) -> None:
        """Score the final prompt without each of its sentences."""
        if self._shown is not None:
            self._session.weigh_sentences(self._shown.folder)

    def stop(self) -> None:
        """Stop what the engine does for this run."""
        self._session.stop()

    @property
    def has_bias(self) -> bool:
        """Whether the run ended with a label bias that can be taken along."""
        return self._shown is not None and self._shown.details.with_bias is not None

    def take(self, form: str, *, with_bias: bool = False) -> None:
        """Write the best prompt in a format, or the one that the run's label bias belongs to with it, and read it back:
        `taken` or `refused` follows."""
        shown = self._shown
        exported = None if shown is None else shown.details.with_bias if with_bias else shown.details.exported
        if shown is None or exported is None:
            return
        rows = shown.details.at_hand.rows
        self._workspace.do(
            lambda: take(exported, form, rows), self.taken.emit, otherwise=self.refused.emit, latest="export"
        )

    def save(self, taken: Taken, path: Path) -> None:
        """Write a file that was read back; the history of the workspace says so."""
        shown = self._shown

        def work() -> Path:
            write_atomically(path, taken.content)
            if shown is not None and self._workspace.writable:
                activity_log.exported(shown.folder.workspace, shown.folder.id, taken.form.name, path.name)
            return path

        self._workspace.do(work, self.saved.emit, otherwise=self.failed.emit)

    def save_report(self, path: Path) -> None:
        """Write the report for a browser there."""
        shown = self._shown
        if shown is None:
            return

        def work() -> Path:
            write_atomically(path, write_report(shown.folder, spoken_now()).read_bytes())
            return path

        self._workspace.do(work, self.saved.emit, otherwise=self.failed.emit)

    def _read(self, folder: RunFolder, state: RunState) -> None:
        workspace = self._workspace

        def work() -> ShownRun:
            found = read_details(folder, state, workspace.task_of_run)
            if found.review is None and found.task is not None:  # a run of an earlier version has none
                made = review(state, found.task)
                if made is not None and workspace.writable:
                    folder.write_review(made)
                    found = read_details(folder, state, workspace.task_of_run)
            return ShownRun(folder, state, found)

        workspace.do(work, self._on_read, otherwise=self._on_unread, latest="run details")

    def _on_read(self, shown: ShownRun) -> None:
        if self._wanted is not None and shown.folder.path == self._wanted.path:
            self._shown = shown
            self.changed.emit()

    def _on_unread(self, error: Exception) -> None:
        if self.reading:
            self._wanted = None
            self.changed.emit()
        self.failed.emit(error)
