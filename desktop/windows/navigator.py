"""From one page to another, with what is handed over; files that are dropped or chosen, and what they are for."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop.context import Context
from desktop.pages.names import DATASETS, MODELS, NEW_RUN
from desktop.pages.targets import FileTarget, ModelTarget
from desktop.windows.main_window import MainWindow

_MODEL = ".gguf"


class Navigator(QObject):
    """Follows the signal `wanted` of the pages, and what is dropped on their names in the sidebar. The Certificate page
    stands for the run that the Run page shows."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = context.workspace
        for page in window.pages.values():
            wanted = getattr(page, "wanted", None)
            if wanted is not None:
                wanted.connect(window.open)
        for spec in window.specs:
            if spec.name in window.rail.buttons:
                window.rail.buttons[spec.name].setAcceptDrops(True)
                window.rail.buttons[spec.name].installEventFilter(self)
        window.dropped.connect(self.take)
        for asking in (window.home, window.new_run):
            asking.file_wanted.connect(self.choose)
        window.home.sample_wanted.connect(window.new_run.start_sample)
        window.run.changed.connect(self._follow)

    def choose(self) -> None:
        """Let the person choose a file of rows; nothing waits for the answer."""
        dialog = QFileDialog(self._window, self.tr("Choose a file with inputs and right answers"), str(Path.home()))
        dialog.setNameFilter(self._window.datasets.kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: str) -> None:
        """A file was dropped on the window, or chosen: a model is chosen for a run, anything else becomes a task."""
        window = self._window
        if path.lower().endswith(_MODEL):
            window.models.add_file(path)
            if window.page == MODELS:
                window.new_run.add_model(path)
            else:
                window.open(NEW_RUN, ModelTarget(path))
        elif not self._workspace.writable:
            return
        elif window.page == DATASETS and window.datasets.importing:
            window.datasets.take_file(path)
        else:
            window.open(NEW_RUN, FileTarget(path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a page's name in the sidebar takes what the page takes."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return self._drag(watched, event)
        return super().eventFilter(watched, event)

    def _drag(self, watched: QObject, event: QDragEnterEvent | QDragMoveEvent | QDropEvent) -> bool:
        name = next(name for name, button in self._window.rail.buttons.items() if button is watched)
        spec = next(spec for spec in self._window.specs if spec.name == name)
        target = spec.dropped(event.mimeData())
        if target is None:
            return False  # a file is the whole window's
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._window.open(name, target)
        return True

    def _follow(self) -> None:
        run = self._window.run
        self._window.certificate.show_run(run.folder, run.model.state, live=run.model.live, reading=run.reading)
