"""The short way: a file of one's own, wherever it is dropped or chosen, to the card on which one button starts."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.context import Context
from desktop.pages.names import DATASETS, MODELS, NEW_RUN
from desktop.windows.main_window import MainWindow

_SPLITS = 3


class Guiding(QObject):
    """Takes files, and leads from a finished import to the run that it was for."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        window.dropped.connect(self.take)
        window.home.file_wanted.connect(self.choose)
        window.new_run.file_wanted.connect(self.choose)
        window.new_run.import_wanted.connect(self._say_more)
        window.new_run.rows_wanted.connect(self._show_rows)
        window.datasets.run_wanted.connect(self._optimize)
        window.datasets.form.optimize_wanted.connect(self._optimize)

    def choose(self) -> None:
        """Let the person choose a file of rows; nothing waits for the answer."""
        dialog = QFileDialog(self._window, self.tr("Choose a file with inputs and right answers"), str(Path.home()))
        dialog.setNameFilter(self._window.datasets.form.kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: str) -> None:
        """A file was dropped on the window, or chosen: a model is chosen for a run, anything else becomes a task."""
        window = self._window
        if path.lower().endswith(".gguf"):
            window.models.add_file(path)
            window.new_run.model.add_file(path)
            if window.page != MODELS:
                self._show_model()
        elif not self._context.workspace.writable:
            return
        elif window.page == DATASETS and window.datasets.importing:
            window.datasets.form.read(path)
        else:
            window.show_page(NEW_RUN)
            window.new_run.show_top()
            window.new_run.incoming.take(path)

    def use_model(self, path: str) -> None:
        """A model was chosen on its page."""
        self._window.new_run.model.add_file(path)
        self._show_model()

    def _show_model(self) -> None:
        self._window.show_page(NEW_RUN)
        self._window.new_run.show_model()

    def _say_more(self) -> None:
        """Everything that can be said of the file that came last, on the form for it."""
        path = self._window.new_run.incoming.path
        self._window.show_page(DATASETS)
        self._window.datasets.show_import()
        if path:
            self._window.datasets.form.read(path)

    def _show_rows(self) -> None:
        folder = self._window.new_run.task.folder
        self._window.show_page(DATASETS)
        if folder is not None:
            self._window.datasets.choose(folder.name)
        self._window.datasets.tabs.setCurrentIndex(_SPLITS)

    def _optimize(self, task: str) -> None:
        self._window.show_page(NEW_RUN)
        self._window.new_run.task.choose(task)
        self._window.new_run.show_top()
