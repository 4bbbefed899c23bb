"""Home: what to do first, samples that run at one click, and what was open last."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QPushButton, QTableView, QToolButton, QWidget

from core.data.task_file import TaskFile, read_task_file
from core.paths import offered_samples
from desktop.context import Context
from desktop.models.run_list import RunListModel
from desktop.pages.names import HISTORY, MODELS, RUN
from desktop.pages.starter_offer import StarterOffer
from desktop.sentences import translated
from desktop.theme import Space
from desktop.tips import as_plain_tip
from desktop.widgets.columns import Columns
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import clear, column, framed, row, scrolled, separator, widen
from desktop.widgets.step_card import StepCard
from desktop.widgets.table import fit_columns, table
from desktop.words import count

_WIDEST = 1160
_NARROW, _WIDE, _WIDEST_OF_WIDE = 900, 1380, 1640
_RUNS = 6
_TASK = 1
_SHOWN = {0, _TASK, 4, 6}
"""Columns of the list of runs that are shown here: when, task, state, best score."""


class HomePage(QWidget):
    """`sample_wanted` carries the name of a sample to run now, `wanted` that of another page, and what is to be opened
    there; `file_wanted` and `workspace_wanted` ask for what is to be chosen. The window takes files that are dropped
    anywhere."""

    wanted = Signal(str, object)
    sample_wanted = Signal(str)
    file_wanted = Signal()
    workspace_wanted = Signal()
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.steps = self._made_steps()
        self.samples: dict[str, QPushButton] = {}
        self._sample_list = column(space=Space.S)
        self.starter = StarterOffer(context)
        self.runs = RunListModel(self)
        self.view = self._made_view()
        self._no_runs = label(self.tr("No run yet. Run a sample to see one."), "soft", wrap=True)
        self._workspaces = column(space=Space.XS)
        self._lay_out()
        self.setFocusProxy(self.steps[0].button)
        context.workspace.runs_changed.connect(self.refresh)
        context.workspace.tasks_changed.connect(self.refresh)
        context.workspace.opened.connect(self._on_workspace)
        context.session.changed.connect(self._update)
        context.library.changed.connect(self._update)
        context.downloads.finished.connect(self._on_fetched)
        context.workspace.do(_read_samples, self._on_samples)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what was opened last may be another by now."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: as many columns as are wide enough to read."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._parts.spread(3 if wide else 1 if self.width() < _NARROW else 2)
        widen(self._area, _WIDEST_OF_WIDE if wide else _WIDEST)

    def refresh(self) -> None:
        """Show the latest runs and the workspaces there are."""
        runs = self._context.workspace.runs[:_RUNS]
        self.runs.set_rows(runs)
        fit_columns(self.view, stretch=_TASK)
        height = self.view.horizontalHeader().sizeHint().height() + 4
        self.view.setFixedHeight(height + self.view.verticalHeader().defaultSectionSize() * len(runs))
        self.view.setVisible(bool(runs))
        self._no_runs.setVisible(not runs)
        self._show_workspaces()
        self._update()

    def _on_workspace(self) -> None:
        """Another workspace; what was being read of the samples was dropped with the last one."""
        if not self.samples:
            self._context.workspace.do(_read_samples, self._on_samples)
        self.refresh()

    def _on_fetched(self, _path: str) -> None:
        """A model came; the starter model brings a sample of its own."""
        self._context.workspace.do(_read_samples, self._on_samples)

    def _on_samples(self, found: list[tuple[str, TaskFile]]) -> None:
        if len(self.samples) == len(found):
            return
        clear(self._sample_list)
        self.samples.clear()
        for name, file in found:
            title = translated(file.title or name)
            button = QPushButton(self.tr("Run"))
            button.setAccessibleName(self.tr("Run the sample {title}").format(title=title))
            button.clicked.connect(partial(self._run_sample, name))
            texts = column(
                ElidedLabel(title, "strong"),
                label(translated(file.description), "caption", wrap=True),
                space=0,
            )
            line = row(texts, button, space=Space.M)
            line.setStretch(0, 1)
            self.samples[name] = button
            self._sample_list.addLayout(line)
        self._update()

    def _run_sample(self, name: str, _checked: object = None) -> None:
        self.sample_wanted.emit(name)

    def _run_first(self) -> None:
        if self.samples:
            self.sample_wanted.emit(next(iter(self.samples)))

    def _open_run(self) -> None:
        chosen = self.runs.row_at(self.view.currentIndex())
        if chosen is not None:
            self.wanted.emit(RUN, chosen.id)

    def _update(self) -> None:
        """What can be done now, and how far it has been done."""
        workspace, session = self._context.workspace, self._context.session
        free = session.idle and workspace.writable
        for button in self.samples.values():
            button.setEnabled(free)
        first, data, model = self.steps
        first.button.setEnabled(free and bool(self.samples))
        first.show_note("" if session.idle else self.tr("A run is going on; it can be watched under Run."))
        data.button.setEnabled(workspace.writable)
        own = sum(not place.sample for place in workspace.tasks)
        data.show_note(self.tr("Tasks in this workspace: {n}").format(n=count(own)) if own else "")
        found = sum(row_.usable for row_ in self._context.library.rows)
        model.show_note(self.tr("Models found on this machine: {n}").format(n=count(found)) if found else "")
        self.changed.emit()

    def _show_workspaces(self) -> None:
        clear(self._workspaces)
        here = self._context.workspace.folder
        for folder in self._context.settings.workspaces:
            button = QToolButton()
            button.setText(self._folder_words(folder, here))
            button.setToolTip(as_plain_tip(str(folder)))
            button.setAccessibleName(self.tr("Open the workspace {folder}").format(folder=folder))
            button.setEnabled(folder != here and self._context.session.idle)
            button.clicked.connect(partial(self._open_workspace, folder))
            self._workspaces.addLayout(row(button, 1))

    def _folder_words(self, folder: Path, here: Path | None) -> str:
        name = f"{folder.parent.name}/{folder.name}" if folder.parent.name else str(folder)
        shown = name if len(name) <= 40 else f"…{name[-39:]}"
        return self.tr("{folder} (open)").format(folder=shown) if folder == here else shown

    def _open_workspace(self, folder: Path, _checked: object = None) -> None:
        self._context.workspace.open(folder)

    def _made_steps(self) -> tuple[StepCard, StepCard, StepCard]:
        first = StepCard(
            "1",
            self.tr("See it work"),
            self.tr("Run a sample on a small model that is here already: there is nothing to set up."),
            self.tr("Run a sample"),
        )
        first.button.setProperty("kind", "primary")
        data = StepCard(
            "2",
            self.tr("Bring your own rows"),
            self.tr("Choose a file with inputs and right answers, or drop it here. It stays on this machine."),
            self.tr("Choose a file…"),
        )
        model = StepCard(
            "3",
            self.tr("Choose your model"),
            self.tr("GGUF files of LM Studio, Ollama and others are found and used in place."),
            self.tr("Look for models"),
        )
        first.pressed.connect(self._run_first)
        data.pressed.connect(self.file_wanted)
        model.pressed.connect(lambda: self.wanted.emit(MODELS, None))
        return first, data, model

    def _made_view(self) -> QTableView:
        view = table(self.runs, self.tr("Latest runs"), stretch=_TASK, sortable=False)
        for number in range(self.runs.columnCount()):
            view.setColumnHidden(number, number not in _SHOWN)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.activated.connect(lambda _: self._open_run())
        return view

    def _lay_out(self) -> None:
        drop = framed(
            column(
                label(self.tr("Drop a data file or a GGUF model anywhere on this window"), "strong", wrap=True),
                label(
                    self.tr("Whet reads the rows and sets up the task; choose a model and press Optimize."),
                    "soft",
                    wrap=True,
                ),
                space=Space.XS,
                margin=Space.M,
            ),
            "drop",
        )
        all_runs = QPushButton(self.tr("All runs"))
        all_runs.setProperty("kind", "quiet")
        all_runs.clicked.connect(lambda: self.wanted.emit(HISTORY, None))
        other = QPushButton(self.tr("Open a folder…"))
        other.setProperty("kind", "quiet")
        other.setAccessibleName(self.tr("Open another workspace"))
        other.clicked.connect(self.workspace_wanted)
        samples = _section(
            label(self.tr("Samples"), "title"), None, column(self._sample_list, self.starter, space=Space.S)
        )
        runs = _section(label(self.tr("Latest runs"), "title"), all_runs, column(self._no_runs, self.view))
        places = _section(label(self.tr("Workspaces"), "title"), other, self._workspaces)
        self._parts = Columns(((samples,), (runs,), (places,)))
        steps = row(*self.steps, space=Space.M)
        for number in range(len(self.steps)):
            steps.setStretch(number, 1)
        inside = column(
            label(self.tr("Sharpen prompts on your own machine"), "headline", wrap=True),
            label(
                self.tr("Whet rewrites a prompt, scores it on your rows, and keeps what proves better."),
                "soft",
                wrap=True,
            ),
            steps,
            drop,
            self._parts,
            1,
            space=Space.M,
            margin=Space.L,
        )
        self._area = scrolled(inside, _WIDEST)
        self.setLayout(column(self._area))


def _section(title: QWidget, action: QWidget | None, content: QLayout) -> QWidget:
    head = row(title, 1, action)
    return framed(column(head, separator(), content, space=Space.S, margin=Space.M), "card")


def _read_samples() -> list[tuple[str, TaskFile]]:
    """The samples by their folders' names."""
    return [(folder.name, read_task_file(folder)) for folder in offered_samples()]
