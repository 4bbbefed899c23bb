"""The runs of the workspace: what they found, what they cost, and whether they can go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from core.store.runs import RunSummary
from desktop.context import Context
from desktop.models.run_list import RunListModel, can_resume
from desktop.theme import Space
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, table

_STRETCH = 1


class RunsPage(QWidget):
    """A table; Enter or a double click opens a run. `opened` and `resumed` carry a run's id."""

    opened = Signal(str)
    resumed = Signal(str)
    new_run_wanted = Signal()
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.model = RunListModel(self)
        self.view = table(self.model, self.tr("Runs"), stretch=_STRETCH)
        self.view.activated.connect(lambda _: self._open())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._update())
        self._open_button = QPushButton(self.tr("Open"))
        self._open_button.clicked.connect(self._open)
        self._resume_button = QPushButton(self.tr("Resume"))
        self._resume_button.clicked.connect(self._resume)
        self._where = label(kind="caption", selectable=True)
        self.setFocusProxy(self.view)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list())
        self._stack.addWidget(self._empty())
        context.workspace.runs_changed.connect(self.refresh)
        context.workspace.opened.connect(self.refresh)
        context.session.changed.connect(self._update)
        self.refresh()

    @property
    def chosen(self) -> RunSummary | None:
        """The selected run."""
        return self.model.row_at(self.view.currentIndex())

    @property
    def can_resume(self) -> bool:
        """Whether Resume would do something now."""
        chosen = self.chosen
        ready = self._context.session.idle and self._context.workspace.writable
        return chosen is not None and ready and can_resume(chosen.status)

    def refresh(self) -> None:
        """Show the runs there are; the selected one stays selected."""
        chosen = self.chosen
        self.model.set_rows(self._context.workspace.runs)
        fit_columns(self.view, stretch=_STRETCH)
        if chosen is not None:
            place = self.model.index_of(lambda run: run.id == chosen.id)
            self.view.setCurrentIndex(place)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        folder = self._context.workspace.folder
        self._where.setText(str(folder) if folder is not None else "")
        self._update()

    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen.id)

    def _resume(self) -> None:
        if self.chosen is not None and self.can_resume:
            self.resumed.emit(self.chosen.id)

    def _update(self) -> None:
        self._open_button.setEnabled(self.chosen is not None)
        self._resume_button.setEnabled(self.can_resume)
        self.changed.emit()

    def _list(self) -> QWidget:
        head = row(label(self.tr("Runs"), "headline"), 1, self._resume_button, self._open_button, space=Space.S)
        page = QWidget()
        box = column(
            head, self._where, framed(column(self.view, space=0, margin=1), "card"), space=Space.S, margin=Space.L
        )
        box.setStretch(2, 1)
        page.setLayout(box)
        return page

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "runs",
            self.tr("There are no runs in this workspace yet"),
            self.tr("Every run is kept here with all its prompts and answers, whether it finished or not."),
            self.tr("New run"),
        )
        empty.pressed.connect(self.new_run_wanted)
        return empty
