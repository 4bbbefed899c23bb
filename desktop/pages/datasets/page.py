"""The rows of a task: train and validation are shown, changed and judged; the sealed test is only counted."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from core.data.looking import PlacedExample
from core.domain.example import Example, Split
from core.errors import WhetError
from desktop.context import Context
from desktop.models.dataset_model import DatasetModel, typed_example
from desktop.models.example_table import split_name
from desktop.pages.datasets.filter_bar import FilterBar, chooser
from desktop.pages.datasets.findings_part import FindingsPart
from desktop.pages.datasets.import_form import ImportForm
from desktop.pages.datasets.row_part import RowPart
from desktop.pages.datasets.spread_part import ChartsPart, SplitsPart
from desktop.pages.names import NEW_RUN
from desktop.pages.targets import TaskTarget
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import Tabs
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.hint_bar import HintBar
from desktop.widgets.labels import Chip, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, table
from desktop.words import count

_TABLE, _IMPORT, _EMPTY = range(3)
_INPUT = 2


class DatasetsPage(QWidget):
    """A task's rows with search, filter and changes, and the form that makes a task of a file. `wanted` carries the
    name of another page, and what is to be opened there; `changed` says that what can be done may have changed."""

    wanted = Signal(str, object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.data = DatasetModel(context.workspace, self)
        self.model = self.data.table
        self.view = table(self.model, self.tr("Rows of the task"), stretch=_INPUT)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._tasks = chooser(self.tr("Task"), 12)
        self.filters = FilterBar()
        self._sealed = Chip()
        self._shown = label(kind="caption")
        self._notes = label(kind="caption", wrap=True)
        self.hint = HintBar()
        self.row_part = RowPart(self.data)
        self.findings = FindingsPart(self.data)
        self.charts = ChartsPart(self.data)
        self.splits = SplitsPart(self.data)
        self.tabs = Tabs()
        self.form = ImportForm(context)
        self._import = QPushButton(self.tr("Import data…"))
        self.optimize = QPushButton(self.tr("Optimize this"))
        self.optimize.setProperty("kind", "primary")
        self.optimize.setToolTip(self.tr("Look for a better prompt for these rows"))
        self._title = label(self.tr("Datasets"), "headline")
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.view)
        self._connect()
        self.refresh()
        self.optimize.setVisible(bool(self._tasks.count()))

    def paste(self) -> None:
        """Read the clipboard into the form."""
        self.show_import()
        self.form.paste()

    def show_import(self) -> None:
        """Show the form that makes a task of a file."""
        self._stack.setCurrentIndex(_IMPORT)
        self._title.setText(self.tr("Import data"))
        self._import.hide()
        self.optimize.hide()
        self._sealed.hide()
        self.form.file.setFocus()

    def refresh(self) -> None:
        """Show the tasks there are."""
        places = self._context.workspace.tasks
        name = self.data.folder.name if self.data.folder is not None else ""
        blocker = QSignalBlocker(self._tasks)
        self._tasks.clear()
        for place in places:
            self._tasks.addItem(place.name, str(place.folder))
        chosen = next((number for number, place in enumerate(places) if place.name == name), 0)
        self._tasks.setCurrentIndex(chosen if places else -1)
        blocker.unblock()
        self._read()

    def choose(self, name: str) -> None:
        """Show the rows of this task."""
        place = self._tasks.findText(name)
        if place >= 0:
            self._tasks.setCurrentIndex(place)

    def undo(self) -> None:
        """Take the last change of a row back."""
        self.row_part.editor.commit()
        self.data.step_back()

    def redo(self) -> None:
        """Make the change that was taken back again."""
        self.data.step_forward()

    @property
    def steps(self) -> QUndoStack:
        """The changes of rows, to be taken back and made again."""
        return self.data.undo

    @property
    def kinds(self) -> str:
        """The files that can become a task, for a dialog that lets one be chosen."""
        return self.form.kinds

    def take_file(self, path: str) -> None:
        """Show the form, and in it what a file holds."""
        self.show_import()
        if path:
            self.form.read(path)

    def show_splits(self) -> None:
        """Show how the rows are divided."""
        self.tabs.setCurrentWidget(self.splits)

    def add_row(self, task: str, example: Example) -> None:
        """Add a row to a task, once its rows have been read; undo takes it back."""

        def add() -> None:
            self.data.add(self.tr("add a row"), Split.TRAIN, example)

        if self.data.folder is not None and self.data.folder.name == task and self.data.rows is not None:
            add()
        else:
            self.data.read.connect(add, Qt.ConnectionType.SingleShotConnection)
            self.choose(task)

    def begin_row(self) -> None:
        """Begin a new row in the editor."""
        self.tabs.setCurrentWidget(self.row_part)
        self.row_part.begin()

    def edit_row(self) -> None:
        """Change the row that is shown, in its editor."""
        self.tabs.setCurrentWidget(self.row_part)
        self.row_part.editor.begin_typing()

    def remove_selected(self) -> None:
        """Remove the selected rows; undo brings them back."""
        numbers, place = self.selected, self.view.currentIndex().row()
        self.data.remove(self.tr("remove {n} rows", "", len(numbers)).format(n=count(len(numbers))), numbers)
        self.view.selectRow(min(place, self.model.rowCount() - 1))

    @property
    def selected(self) -> list[int]:
        """The numbers of the selected rows."""
        places = self.view.selectionModel().selectedRows()
        return [item.example.row for place in places if (item := self.model.row_at(place)) is not None]

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self._tasks.currentIndexChanged.connect(lambda _: self._read())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.splits.refresh(len(self.selected)))
        self.model.typed.connect(self._on_typed)
        self.row_part.added.connect(self._show_number)
        self.row_part.remove_wanted.connect(self.remove_selected)
        self.splits.move_wanted.connect(self.move_selected)
        self.findings.rows_wanted.connect(self.filters.show_found)
        self.hint.pressed.connect(self._copy)
        self.data.read.connect(self._on_read)
        self.data.changed.connect(self._on_changed)
        self.data.checked.connect(self._on_checked)
        self.data.failed.connect(self._on_failed)
        self._import.clicked.connect(self.show_import)
        self.optimize.clicked.connect(self._on_optimize)
        self.form.left.connect(self._leave_import)
        self.form.created.connect(self._on_created)
        self.form.optimize_wanted.connect(lambda task: self.wanted.emit(NEW_RUN, TaskTarget(task)))
        self.data.changed.connect(self.changed)
        self._context.workspace.tasks_changed.connect(self.refresh)
        self._context.workspace.opened.connect(self.refresh)

    @property
    def importing(self) -> bool:
        """Whether the form that makes a task of a file is shown."""
        return self._stack.currentIndex() == _IMPORT

    def _on_optimize(self) -> None:
        if self.data.folder is not None:
            self.wanted.emit(NEW_RUN, TaskTarget(self.data.folder.name))

    def _on_created(self, name: str) -> None:
        self._context.workspace.note_import(name)
        self.data.open(None)  # until the new rows are there, nobody must take those before for them
        self._shown.setText(self.tr("Reading the rows …"))
        self.data.folder = Path(name)  # chosen as soon as the lists have been read again
        self._leave_import()

    def _leave_import(self) -> None:
        self._import.show()
        self.optimize.setVisible(bool(self._tasks.count()))
        self._title.setText(self.tr("Datasets"))
        self._sealed.setVisible(bool(self._sealed.text()))
        self._stack.setCurrentIndex(_TABLE if self._tasks.count() else _EMPTY)

    def _read(self) -> None:
        data = self._tasks.currentData()
        folder = Path(data) if data else None
        if self._stack.currentIndex() != _IMPORT:
            self._stack.setCurrentIndex(_TABLE if folder is not None else _EMPTY)
            self.optimize.setVisible(folder is not None)
        if folder == self.data.folder and self.data.rows is not None:
            return
        self.row_part.show_row(None)
        self.filters.show_all()
        self._sealed.show_state("", "")
        self.hint.show_hint("", "")
        self._shown.setText(self.tr("Reading the rows …") if folder is not None else "")
        self.data.open(folder)

    def _on_read(self) -> None:
        fit_columns(self.view, stretch=_INPUT, widest=120)
        rows = self.data.rows
        problems = (
            []
            if rows is None
            else [*(translated(str(error)) for error in rows.errors[:5]), *map(translated, rows.warnings)]
        )
        self._notes.setText(" ".join(problems))
        self._notes.setVisible(bool(problems))
        if not self.data.editable and self._context.workspace.writable:
            self.hint.show_hint(
                self.tr("This is a sample. Copy it into the workspace to change its rows."), self.tr("Copy it")
            )
        elif self.data.runs and self.data.editable:
            words = self.tr("Runs that used these rows: {n}. After a change they can be neither resumed nor certified.")
            self.hint.show_hint(words.format(n=self.data.runs), self.tr("Work on a copy"))
        else:
            self.hint.show_hint("", "")
        self.findings.refresh()

    def _on_changed(self) -> None:
        sealed = self.data.sealed
        self._sealed.show_state(self.tr("{n} sealed rows, not shown", "", sealed).format(n=count(sealed)), "")
        self.row_part.refresh()
        shown = self.row_part.shown
        if shown is not None and not self.view.currentIndex().isValid():
            self._show_number(shown.example.row)  # rows came or went, and the table began anew
        self.splits.refresh(len(self.selected))
        self._say_shown()

    def _on_checked(self) -> None:
        self.findings.refresh()
        self.charts.refresh()
        found = len(self.findings.findings.rows)
        self.tabs.setTabText(1, self.tr("Findings ({n})").format(n=count(found)) if found else self.tr("Findings"))

    def _on_failed(self, error: Exception) -> None:
        if self.data.rows is not None or not isinstance(error, WhetError):
            self._context.errors.report(error)
            return
        self._shown.setText("")
        self._notes.setText(translated(str(error)))
        self._notes.show()

    def _filter(self) -> None:
        self.model.look_for(self.filters.wanted)
        self._say_shown()
        self._show_row()

    def _say_shown(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        words = (
            self.tr("{n} rows", "", total).format(n=count(total))
            if shown == total
            else self.tr("{n} of {total} rows", "", total).format(n=count(shown), total=count(total))
        )
        self._shown.setText(self.tr("{rows}, saving …").format(rows=words) if self.data.saving else words)

    def _show_row(self) -> None:
        item = self.model.row_at(self.view.currentIndex())
        if item is None or item is not self.row_part.shown:
            self.row_part.show_row(item)

    def _show_number(self, number: int) -> None:
        place = self.model.index_of(lambda row: row.example.row == number)
        if place.isValid():
            self.view.scrollTo(place)
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)

    def _on_typed(self, item: PlacedExample, text: str) -> None:
        number, old = item.example.row, item.example
        made = typed_example(number, old.input, text.split(" | "), dict(old.variables))
        if isinstance(made, WhetError):
            self._context.errors.report(made)
        else:
            self.data.replace(self.tr("change row {n}").format(n=number), item, made)

    def move_selected(self, split: Split) -> None:
        """Move the selected rows to another split; undo brings them back."""
        numbers = self.selected
        words = self.tr("move {n} rows to {split}", "", len(numbers))
        self.data.move(words.format(n=count(len(numbers)), split=split_name(split)), numbers, split)

    def _copy(self) -> None:
        folder, workspace = self.data.folder, self._context.workspace
        if folder is None:
            return
        own = workspace.owns(folder)

        def copied(place: Path) -> None:
            self.data.folder, self.data.rows = place, None
            workspace.refresh()

        copy = workspace.copy_task if own else workspace.adopt_task
        workspace.do(lambda: copy(folder), copied, otherwise=self._on_failed)

    def _lay_out(self) -> None:
        head = row(self._title, 1, self._sealed, self._import, self.optimize, space=Space.M)
        bar = row(self._tasks, self.filters, self._shown, space=Space.S)
        bar.setStretch(1, 1)
        for title, part in (
            (self.tr("Row"), self.row_part),
            (self.tr("Findings"), self.findings),
            (self.tr("Charts"), self.charts),
            (self.tr("Splits"), self.splits),
        ):
            self.tabs.addTab(part, title)
        self.tabs.setAccessibleName(self.tr("About the rows"))
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(framed(column(self.view, space=0, margin=1), "card"))
        parts.addWidget(framed(column(self.tabs, space=0, margin=1), "card"))
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        parts.setSizes([620, 420])
        shown = QWidget()
        box = column(bar, self.hint, parts, self._notes, space=Space.M)
        box.setStretch(2, 1)
        shown.setLayout(box)
        empty = EmptyState(
            "datasets",
            self.tr("There is no task yet"),
            self.tr("Import a CSV, TSV, JSONL, JSON, Excel or Parquet file with inputs and expected answers."),
            self.tr("Import data…"),
        )
        empty.pressed.connect(self.show_import)
        for page in (shown, self.form, empty):
            self._stack.addWidget(page)
        box = column(head, self._stack, space=Space.M, margin=Space.L)
        box.setStretch(1, 1)
        self.setLayout(box)
