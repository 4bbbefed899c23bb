"""The task that the Datasets page is open on: its rows, changes that can be undone, findings, and judgements."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.data.looking import Health, PlacedExample, TaskRows, check_rows, divide_again, read_rows
from core.domain.example import Example, Split
from core.errors import WhetError
from core.store import row_edits
from core.store.index import ReviewEntry
from core.store.row_edits import RowChange, change_rows
from desktop.models.example_table import ExampleTableModel, haystack, review_id
from desktop.models.workspace_model import WorkspaceModel

_PAUSE_MS = 600


@dataclass(frozen=True, slots=True)
class _Read:
    """A task's rows, and what is looked up in them while typing, made beside the window's thread."""

    rows: TaskRows
    numbered: dict[int, PlacedExample]
    haystacks: dict[int, str]
    reviews: dict[str, ReviewEntry]
    runs: int


class _Edit(QUndoCommand):
    """One thing that a person did to rows."""

    def __init__(self, model: "DatasetModel", text: str, changes: Sequence[RowChange]) -> None:
        super().__init__(text)
        self._model = model
        self._changes = tuple(changes)

    def redo(self) -> None:
        """Qt: do it, for the first time or again."""
        self._model.carry_out(self._changes)

    def undo(self) -> None:
        """Qt: take it back."""
        self._model.carry_out([change.inverse for change in reversed(self._changes)])


class DatasetModel(QObject):
    """Rows of one task, read and written beside the window's thread. Every change is saved at once and can be undone.

    `read` says that rows are there, `changed` that some are different, `checked` that findings are, `failed` carries an
    error: what was not saved is then read again from the disk.
    """

    read = Signal()
    changed = Signal()
    checked = Signal()
    failed = Signal(object)

    def __init__(self, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.table = ExampleTableModel(self)
        self.undo = QUndoStack(self)
        self.folder: Path | None = None
        self.rows: TaskRows | None = None
        self.health: Health | None = None
        self.runs = 0
        self._lines = 0
        self._unsaved = 0
        self._soon = QTimer(self)  # looking at 100,000 rows takes seconds: not after each of several changes
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._check)

    @property
    def judgeable(self) -> bool:
        """Whether judgements can be kept."""
        return self._workspace.writable

    @property
    def editable(self) -> bool:
        """Whether rows can be changed: the task lies in the workspace, and this window may write to it."""
        return self.rows is not None and self._workspace.owns(self.folder)

    @property
    def sealed(self) -> int:
        """Number of sealed rows."""
        return self.rows.sealed if self.rows is not None else 0

    @property
    def saving(self) -> bool:
        """Whether a change is on its way to the disk."""
        return self._unsaved > 0

    def open(self, folder: Path | None) -> None:
        """Read a task's rows; `read` follows, then `checked`."""
        self.folder, self.rows, self.health = folder, None, None
        self.undo.clear()
        self.table.marked = frozenset()
        self.table.set_dataset([])
        self.changed.emit()
        if folder is not None:
            self._read(folder)

    def edit(self, text: str, changes: Sequence[RowChange]) -> None:
        """Make these changes one step that can be undone; `text` says what it was."""
        real = [change for change in changes if change.before != change.after]
        if real and self.editable:
            self.undo.push(_Edit(self, text, real))
            self.changed.emit()  # now the step can be undone

    def step_back(self) -> None:
        """Take the last step back."""
        self.undo.undo()
        self.changed.emit()

    def step_forward(self) -> None:
        """Take the step again that was taken back."""
        self.undo.redo()
        self.changed.emit()

    def replace(self, text: str, row: PlacedExample, example: Example) -> None:
        """Change one row."""
        kept = replace(example, turns=row.example.turns)  # they are shown nowhere, so nobody changed them
        self.edit(text, [RowChange(row.example.row, row, PlacedExample(row.split, kept))])

    def add(self, text: str, split: Split, example: Example) -> int:
        """Add a row; its number, which the example given need not have."""
        number = self.next_number
        made = Example(number, example.input, example.answers, example.variables)
        self.edit(text, [RowChange(number, None, PlacedExample(split, made))])
        return number

    @property
    def next_number(self) -> int:
        """The number that the next new row gets."""
        return self._lines + 1

    def remove(self, text: str, numbers: Sequence[int]) -> None:
        """Remove rows."""
        self.edit(text, [RowChange(row.example.row, row, None) for row in self._numbered(numbers)])

    def move(self, text: str, numbers: Sequence[int], split: Split) -> None:
        """Give rows to another split."""
        rows = self._numbered(numbers)
        self.edit(text, [RowChange(row.example.row, row, PlacedExample(split, row.example)) for row in rows])

    def divide(self, text: str, share: float, seed: int) -> None:
        """Divide train and validation anew, with this share in validation; the sealed test stays as it is."""
        rows, template = self.table.everything, self.rows.template if self.rows is not None else ""
        self._workspace.do(
            lambda: divide_again(rows, share, seed, template),
            lambda made: self.edit(
                text, [RowChange(old.example.row, old, new) for old, new in zip(rows, made, strict=True)]
            ),
            otherwise=self.failed.emit,
            latest="divide rows",
        )

    def carry_out(self, changes: Sequence[RowChange]) -> None:
        """Show and save changes; for the undo stack alone."""
        folder = self.folder
        if folder is None or self.rows is None:
            return
        sealed = sum(_sealed(change.after) - _sealed(change.before) for change in changes)
        self.rows = _with_sealed(self.rows, sealed)
        self._lines = max(self._lines, *(change.row for change in changes))
        self._follow_reviews(changes)
        self.table.change(changes)
        self._unsaved += 1
        self.changed.emit()
        self._workspace.do(
            lambda: change_rows(folder, changes),
            lambda _: self._on_saved(folder),
            otherwise=lambda error: self._on_refused(folder, error),
        )

    def judge(self, row: PlacedExample, thumb: int, critique: str) -> None:
        """Keep what a person thinks of a row; nothing at all is forgotten."""
        entry = ReviewEntry(review_id(row), thumb, critique.strip())
        known = self.table.reviews.get(entry.id)
        if entry == known or (known is None and not entry.thumb and not entry.critique):
            return
        self.table.reviews[entry.id] = entry
        self.table.review_changed(row)
        self._workspace.keep_review(entry)

    def review(self, row: PlacedExample) -> ReviewEntry:
        """What was thought of a row."""
        return self.table.reviews.get(review_id(row)) or ReviewEntry(review_id(row))

    def _numbered(self, numbers: Sequence[int]) -> list[PlacedExample]:
        found = (self.table.numbered(number) for number in numbers)
        return [row for row in found if row is not None]

    def _follow_reviews(self, changes: Sequence[RowChange]) -> None:
        """A judgement goes with its row when the words of the row change."""
        for change in changes:
            if change.before is None or change.after is None or not self.table.reviews:
                continue
            old = self.table.reviews.get(review_id(change.before))
            if old is not None and review_id(change.after) not in self.table.reviews:
                entry = ReviewEntry(review_id(change.after), old.thumb, old.critique)
                self.table.reviews[entry.id] = entry
                self._workspace.keep_review(entry)

    def _read(self, folder: Path) -> None:
        def read() -> _Read:
            rows = read_rows(folder)
            return _Read(
                rows,
                {row.example.row: row for row in rows.rows},
                {row.example.row: haystack(row) for row in rows.rows},
                {entry.id: entry for entry in self._workspace.reviews()},
                self._workspace.runs_of(folder),
            )

        self._workspace.do(read, self._on_read, otherwise=self.failed.emit, latest="dataset")

    def _on_read(self, found: _Read) -> None:
        self.rows, self.runs, self._lines = found.rows, found.runs, found.rows.last
        self.table.reviews = found.reviews
        self.table.editable = self.editable
        self.table.take_dataset(found.numbered, found.haystacks)
        self.read.emit()
        self.changed.emit()
        self._check()

    def _check(self) -> None:
        folder = self.folder
        if folder is not None:
            self._workspace.do(
                lambda: check_rows(folder), self._on_checked, otherwise=self.failed.emit, latest="dataset's health"
            )

    def _on_checked(self, health: Health) -> None:
        self.health = health
        self.table.marked = frozenset(row for finding in health.findings for row in finding.rows)
        self.checked.emit()

    def _on_saved(self, folder: Path) -> None:
        self._unsaved -= 1
        if folder == self.folder and not self._unsaved:
            self._soon.start()
        self.changed.emit()

    def _on_refused(self, folder: Path, error: Exception) -> None:
        self._unsaved -= 1
        self.failed.emit(error)
        if folder == self.folder:
            self.open(folder)


def _sealed(row: PlacedExample | None) -> int:
    return int(row is not None and row.split is Split.TEST)


def _with_sealed(rows: TaskRows, more: int) -> TaskRows:
    return replace(rows, sealed=rows.sealed + more)


def typed_example(row: int, input_: str, answers: Sequence[str], variables: dict[str, str]) -> Example | WhetError:
    """A row as typed, or what is wrong with it."""
    try:
        return row_edits.example(row, input_, answers, variables)
    except WhetError as error:
        return error
