"""What the history and the playground hand over to other pages, and what is said and written into the log."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt

from core.domain.example import Example, Split
from core.engine.protocol import Logged
from core.store import deeds
from desktop.context import Context
from desktop.pages.names import COMPARE, DATASETS, HISTORY, NEW_RUN
from desktop.widgets.banner import Notice
from desktop.windows.main_window import MainWindow


class Crossings(QObject):
    """Goes to the other page, and shows there what was handed over as soon as that page has read what it needs."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        window.runs.compared.connect(self._compare_runs)
        window.runs.comparison_opened.connect(self._open_comparison)
        window.runs.task_opened.connect(self._open_task)
        window.runs.tournament_opened.connect(self._open_tournament)
        window.datasets.form.created.connect(self._note_import)
        window.playground.run_wanted.connect(self._use_prompt)
        window.playground.row_wanted.connect(self._add_row)
        context.errors.shown.connect(self._log_notice)
        context.orders.logged.connect(self._on_log)

    def _compare_runs(self, ids: list[str]) -> None:
        """The best prompts of these runs are chosen for a comparison; the person starts it."""
        self._window.show_page(COMPARE)
        self._window.compare.choice.choose_runs(ids)

    def _open_comparison(self, file: str) -> None:
        self._window.show_page(COMPARE)
        self._window.compare.model.open(Path(file))

    def _open_tournament(self, id_: str) -> None:
        self._window.show_page(NEW_RUN)
        self._window.new_run.show_tournament()
        self._window.new_run.tournament.open(id_)

    def _open_task(self, name: str) -> None:
        self._window.show_page(DATASETS)
        self._window.datasets.choose(name)

    def _note_import(self, task: str) -> None:
        self._context.workspace.work_on(lambda here: deeds.imported(here.folder, task), lambda _: None)

    def _use_prompt(self, text: str, task: str) -> None:
        """A prompt of the playground becomes a seed prompt of a new run."""
        window = self._window
        window.show_page(NEW_RUN)

        def show() -> None:
            window.new_run.prompt.bring_prompt(text)

        chosen = window.new_run.task.folder
        if task and (chosen is None or chosen.name != task):
            window.new_run.task.read.connect(show, Qt.ConnectionType.SingleShotConnection)
            window.new_run.task.choose(task)
        else:
            show()

    def _add_row(self, task: str, example: Example) -> None:
        """What was typed in the playground becomes a row; undo takes it back."""
        data = self._window.datasets.data
        self._window.show_page(DATASETS)

        def add() -> None:
            data.add(self.tr("add a row"), Split.TRAIN, example)

        if data.folder is not None and data.folder.name == task and data.rows is not None:
            add()
        else:
            data.read.connect(add, Qt.ConnectionType.SingleShotConnection)
            self._window.datasets.choose(task)

    def undo(self) -> None:
        """On the page of the history what was deleted there, everywhere else the change of rows."""
        if self._window.page == HISTORY:
            self._window.runs.undo()
        else:
            self._window.datasets.undo()

    def stop(self) -> None:
        """What was asked in passing is stopped before a run that waits behind it."""
        if self._window.playground.can_stop:
            self._window.playground.model.stop()
        else:
            self._context.session.stop()

    def _on_log(self, line: Logged) -> None:
        self._context.log.add(line.level, line.text)

    def _log_notice(self, notice: Notice) -> None:
        """Every message to the person can be read again later, with its details."""
        levels = {"bad": "error", "warn": "warning"}
        words = " ".join(filter(None, (notice.what, notice.kept, notice.todo)))
        self._context.log.add(levels.get(notice.tone, "info"), words, notice.details, source="window")
