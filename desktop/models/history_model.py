"""The history of the workspace: what was done, what the person calls it, and what lies in the trash."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, QObject, Qt, Signal

from core.store import history, trash
from core.store.history import HistoryEntry, Kind
from core.store.trash import Trashed
from core.store.workspace import Workspace
from desktop.models.columns import Column, ColumnModel, Index
from desktop.models.log_book import exact_moment, moment
from desktop.models.prompt_mime import of_runs
from desktop.models.run_list import status_words
from desktop.models.run_names import entry_name, method_name
from desktop.models.workspace_model import WorkspaceModel
from desktop.words import count, percent

translate = QCoreApplication.translate


def kind_words(kind: Kind) -> str:
    """What was done, in a person's words."""
    return {
        Kind.RUN: translate("History", "Run"),
        Kind.CERTIFICATE: translate("History", "Certificate"),
        Kind.COMPARISON: translate("History", "Comparison"),
        Kind.TOURNAMENT: translate("History", "Tournament"),
        Kind.IMPORT: translate("History", "Import"),
        Kind.EXPORT: translate("History", "Export"),
    }[kind]


class HistoryModel(QObject):
    """`changed`: the list was read again; `thrown` carries how many things were moved to the trash just now, `failed`
    an error."""

    changed = Signal()
    thrown = Signal(int)
    failed = Signal(object)

    def __init__(self, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.entries: list[HistoryEntry] = []
        self._steps: list[tuple[Trashed, ...]] = []
        workspace.opened.connect(self._begin_anew)
        workspace.runs_changed.connect(self.refresh)
        workspace.compared.connect(self.refresh)

    @property
    def can_undo(self) -> bool:
        """Whether something was deleted that can be put back."""
        return bool(self._steps)

    def refresh(self) -> None:
        """Read the list again, beside the window's thread."""
        if self._workspace.folder is not None:
            self._workspace.work_on(history.history, self._on_read, otherwise=self.failed.emit, latest="history")

    def annotate(self, entry: HistoryEntry, *, title: str, note: str, starred: bool) -> None:
        """Keep what the person calls an entry and thinks of it."""
        if (title, note, starred) != (entry.title, entry.note, entry.starred) and self._workspace.writable:
            self._workspace.work_on(
                lambda workspace: history.annotate(workspace, entry, title=title, note=note, starred=starred),
                lambda _: self.refresh(),
                otherwise=self.failed.emit,
            )

    def throw_away(self, entries: Sequence[HistoryEntry]) -> None:
        """Move these to the trash; one step that can be undone."""

        def work(workspace: Workspace) -> tuple[Trashed, ...]:
            return tuple(history.throw_away(workspace, entry) for entry in entries)

        self._workspace.work_on(work, self._on_thrown, otherwise=self._on_failed)

    def undo(self) -> None:
        """Put back what was deleted last."""
        if self._steps:
            self.put_back(self._steps.pop())

    def put_back(self, thrown: Sequence[Trashed]) -> None:
        """Take these out of the trash."""
        names = {each.name for each in thrown}
        left = [tuple(each for each in step if each.name not in names) for step in self._steps]
        self._steps = [step for step in left if step]

        def work(workspace: Workspace) -> None:
            for each in thrown:
                history.put_back(workspace, each)

        self._workspace.work_on(work, lambda _: self._workspace.refresh(), otherwise=self._on_failed)

    def empty_trash(self) -> None:
        """Delete for good what lies in the trash."""
        gone = [entry.thrown for entry in self.entries if entry.thrown is not None]
        self._steps = []
        self._workspace.work_on(
            lambda workspace: trash.empty(workspace.folder, gone), lambda _: self.refresh(), otherwise=self._on_failed
        )

    def _begin_anew(self) -> None:
        self.entries, self._steps = [], []
        self.changed.emit()
        self.refresh()

    def _on_read(self, found: list[HistoryEntry]) -> None:
        self.entries = found
        self.changed.emit()

    def _on_thrown(self, thrown: tuple[Trashed, ...]) -> None:
        self._steps.append(thrown)
        self.thrown.emit(len(thrown))
        self._workspace.refresh()

    def _on_failed(self, error: Exception) -> None:
        """Something may have been done before it failed."""
        self._workspace.refresh()
        self.failed.emit(error)


def state_words(entry: HistoryEntry) -> str:
    """What became of it."""
    if entry.thrown is not None:
        return translate("History", "in the trash")
    if entry.problem:
        return translate("History", "Damaged")
    if entry.kind is Kind.CERTIFICATE and entry.run is not None:
        certified = bool(entry.run.certified)
        return translate("History", "✓ gain certified") if certified else translate("History", "no gain shown")
    return status_words(entry.status) if entry.status is not None else ""


def _value(entry: HistoryEntry, name: str) -> float | None:
    value = getattr(entry.run, name) if entry.run is not None and entry.kind is Kind.RUN else None
    return value if isinstance(value, float) else None


def _score(value: float | None) -> str:
    return percent(value) if value is not None else ""


def _number(entry: HistoryEntry, name: str) -> int:
    return int(getattr(entry.run, name)) if entry.run is not None and entry.kind is Kind.RUN else 0


GROUP = 10
"""The column that names a group on its first row; it stands first where rows are grouped."""


class HistoryTableModel(ColumnModel[HistoryEntry]):
    """One row per thing that was done. A star is the person's mark. Rows can be dragged to Compare."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._grouping = ""
        self._came: list[HistoryEntry] = []
        self._heads: dict[str, str] = {}
        super().__init__(self._made_columns(), parent)

    def group_by(self, name: str) -> None:
        """Keep together what has the same "task", "model", "method" or "day"; nothing for the order of time."""
        self._grouping = name
        self.set_rows(self._came)

    def set_rows(self, rows: Sequence[HistoryEntry]) -> None:
        """Show other rows; the order in which they came is what ungrouping goes back to."""
        self._came = list(rows)
        super().set_rows(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a cell."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: what is dragged."""
        rows = dict.fromkeys(index.row() for index in indexes)
        entries = [self.rows[number] for number in rows]
        return of_runs([entry.id for entry in entries if entry.kind is Kind.RUN and entry.thrown is None])

    def _in_order(self, rows: list[HistoryEntry]) -> list[HistoryEntry]:
        ordered = super()._in_order(rows)
        if self._grouping:
            first: dict[str, int] = {}
            for entry in ordered:
                first.setdefault(self._group(entry), len(first))
            ordered = sorted(ordered, key=lambda entry: first[self._group(entry)])
        self._heads = {}
        before = None
        for entry in ordered:
            group = self._group(entry)
            self._heads[entry.id] = group if group != before else ""
            before = group
        return ordered

    def _group(self, entry: HistoryEntry) -> str:
        run = entry.run
        match self._grouping:
            case "task":
                return entry.task or translate("History", "no task")
            case "model":
                return run.model if run is not None and run.model else translate("History", "no model")
            case "method":
                return method_name(run.method) if run is not None and run.method else translate("History", "no method")
            case "day":
                return day(entry.at) if entry.at else translate("History", "no day")
            case _:
                return ""

    def _made_columns(self) -> tuple[Column[HistoryEntry], ...]:
        return (
            Column(
                self.tr("When"),
                lambda entry: moment(entry.at) if entry.at else "",
                lambda entry: entry.at,
                tip=lambda entry: entry.id,
            ),
            Column(self.tr("What"), lambda entry: kind_words(entry.kind)),
            Column(
                self.tr("Name"),
                lambda entry: f"★ {entry_name(entry)}" if entry.starred else entry_name(entry),
                tip=lambda entry: "\n".join(filter(None, (entry.title, entry.subject, entry.note, entry.problem))),
            ),
            Column(self.tr("Task"), lambda entry: entry.task),
            Column(self.tr("Model"), lambda entry: entry.run.model if entry.run is not None else ""),
            Column(self.tr("State"), state_words, tip=lambda entry: entry.problem or entry.id),
            Column(
                self.tr("Your prompt"),
                lambda entry: _score(_value(entry, "seed_value")),
                lambda entry: _value(entry, "seed_value") or -1.0,
                numeric=True,
            ),
            Column(
                self.tr("Best"),
                lambda entry: _score(_value(entry, "best_value")),
                lambda entry: _value(entry, "best_value") or -1.0,
                numeric=True,
            ),
            Column(
                self.tr("Calls"),
                lambda entry: count(_number(entry, "calls")) if _number(entry, "calls") else "",
                lambda entry: _number(entry, "calls"),
                numeric=True,
            ),
            Column(
                self.tr("Tokens"),
                lambda entry: count(_number(entry, "tokens")) if _number(entry, "tokens") else "",
                lambda entry: _number(entry, "tokens"),
                numeric=True,
            ),
            Column(self.tr("Group"), lambda entry: self._heads.get(entry.id, "")),
        )


def day(at: float) -> str:
    """The day of a moment, as this place has it."""
    return exact_moment(at)[:10]
