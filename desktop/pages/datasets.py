"""The rows of a task: train and validation are shown, the sealed test is only counted."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QStackedWidget, QWidget

from core.data.tasks import TaskReading, read_task
from core.domain.example import Split
from desktop.context import Context
from desktop.models.example_table import DatasetRow, ExampleTableModel, split_name
from desktop.pages.import_form import ImportForm
from desktop.theme import Space
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.labels import Chip, label
from desktop.widgets.layout import column, framed, row, separator
from desktop.widgets.table import fit_columns, table
from desktop.widgets.text_block import TextBlock
from desktop.words import count

_PAUSE_MS = 150
_TABLE, _IMPORT, _EMPTY = range(3)


class DatasetsPage(QWidget):
    """A task's rows with search and filter, and the form that makes a task of a file."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._folder: Path | None = None
        self.model = ExampleTableModel(self)
        self.view = table(self.model, self.tr("Rows of the task"), stretch=2)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        self._row = TextBlock(self.tr("The selected row"), self.tr("Select a row to read it whole."))
        self._row.setFixedHeight(110)
        self._tasks = QComboBox()
        self._tasks.setAccessibleName(self.tr("Task"))
        self._tasks.setMinimumContentsLength(22)
        self._tasks.currentIndexChanged.connect(lambda _: self._read())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search inputs and answers"))
        self.search.setAccessibleName(self.tr("Search inputs and answers"))
        self.search.setClearButtonEnabled(True)
        self._split = QComboBox()
        self._split.setAccessibleName(self.tr("Split to show"))
        self._split.addItem(self.tr("Train and validation"), None)
        for each in (Split.TRAIN, Split.VALIDATION):
            self._split.addItem(split_name(each), each)
        self._sealed = Chip()
        self._shown = label(kind="caption")
        self._notes = label(kind="caption", wrap=True)
        self.form = ImportForm(context)
        self._import = QPushButton(self.tr("Import data…"))
        self._title = label(self.tr("Datasets"), "headline")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.view)
        self._connect()
        self.refresh()

    def show_import(self) -> None:
        """Show the form that makes a task of a file."""
        self._stack.setCurrentIndex(_IMPORT)
        self._title.setText(self.tr("Import data"))
        self._import.setEnabled(False)
        self.form.file.setFocus()

    def refresh(self) -> None:
        """Show the tasks there are."""
        places = self._context.workspace.tasks
        name = self._folder.name if self._folder is not None else ""
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

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._split.currentIndexChanged.connect(lambda _: self._filter())
        self._pause.timeout.connect(self._filter)
        self._import.clicked.connect(self.show_import)
        self.form.left.connect(self._leave_import)
        self.form.created.connect(self._on_created)
        self._context.workspace.tasks_changed.connect(self.refresh)
        self._context.workspace.opened.connect(self.refresh)

    def _on_created(self, name: str) -> None:
        self._folder = Path(name)
        self._leave_import()

    def _leave_import(self) -> None:
        self._import.setEnabled(True)
        self._title.setText(self.tr("Datasets"))
        self._stack.setCurrentIndex(_TABLE if self._tasks.count() else _EMPTY)

    def _read(self) -> None:
        data = self._tasks.currentData()
        folder = Path(data) if data else None
        if self._stack.currentIndex() != _IMPORT:
            self._stack.setCurrentIndex(_TABLE if folder is not None else _EMPTY)
        if folder == self._folder and self.model.total:
            return
        self._folder = folder
        self.model.set_dataset([])
        self._sealed.show_state("", "")
        if folder is None:
            return
        self._shown.setText(self.tr("Reading the rows …"))

        def read() -> tuple[TaskReading, list[DatasetRow]]:
            reading = read_task(folder)
            rows = [
                DatasetRow(split, example)
                for split in (Split.TRAIN, Split.VALIDATION)
                for example in reading.task.rows(split)
            ]
            return reading, rows

        self._context.workspace.do(read, self._on_read, otherwise=self._on_failed, latest="datasets page")

    def _on_read(self, found: tuple[TaskReading, list[DatasetRow]]) -> None:
        reading, rows = found
        self.model.set_dataset(rows)
        fit_columns(self.view, stretch=2)
        self._sealed.show_state(self.tr("{n} sealed rows, not shown").format(n=count(reading.task.test_rows)), "")
        problems = [*(str(error) for error in reading.errors[:5]), *reading.warnings]
        self._notes.setText(" ".join(problems))
        self._notes.setVisible(bool(problems))
        self._say_shown()

    def _on_failed(self, error: Exception) -> None:
        self._shown.setText("")
        self._notes.setText(str(error))
        self._notes.show()

    def _filter(self) -> None:
        self.model.set_filter(self.search.text(), self._split.currentData())
        self._say_shown()

    def _say_shown(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if shown == total:
            self._shown.setText(self.tr("{n} rows").format(n=count(total)))
        else:
            self._shown.setText(self.tr("{n} of {total} rows").format(n=count(shown), total=count(total)))
        self._show_row()

    def _show_row(self) -> None:
        item = self.model.row_at(self.view.currentIndex())
        if item is None:
            self._row.show_text("")
            return
        example = item.example
        parts = [example.input, f"→ {' | '.join(example.answers)}"]
        parts += [f"{name}: {value}" for name, value in example.variables]
        self._row.show_text("\n".join(parts))

    def _lay_out(self) -> None:
        head = row(self._title, 1, self._import, space=Space.M)
        bar = row(self._tasks, self._split, self.search, self._sealed, self._shown, space=Space.M)
        bar.setStretch(2, 1)
        rows = framed(column(self.view, separator(), self._row, space=0, margin=1), "card")
        shown = QWidget()
        shown.setLayout(column(bar, rows, self._notes, space=Space.M))
        empty = EmptyState(
            "datasets",
            self.tr("There is no task yet"),
            self.tr("Import a CSV, TSV, JSONL or JSON file with inputs and expected answers."),
            self.tr("Import data…"),
        )
        empty.pressed.connect(self.show_import)
        for page in (shown, self.form, empty):
            self._stack.addWidget(page)
        box = column(head, self._stack, space=Space.M, margin=Space.L)
        box.setStretch(1, 1)
        self.setLayout(box)
