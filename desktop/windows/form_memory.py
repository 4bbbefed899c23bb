"""The form of a new run as it was when the window was closed: method, its parameters, models and limits."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.context import Context
from desktop.windows.main_window import MainWindow


class FormMemory(QObject):
    """Keeps what would be started, and shows it again as soon as its task has been read. Prompts are kept by the form
    itself, by task. A branch is no form of one's own: it is in its run."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._form = window.new_run
        self._settings = context.settings
        self._wanted = context.settings.form
        window.closing.connect(self._keep)
        context.session.started.connect(lambda _: self._keep())
        self._form.task.read.connect(self._show)
        if self._wanted is not None:
            self._form.task.choose(Path(self._wanted.task_folder).name)

    def _keep(self) -> None:
        command = self._form.command
        if command is not None and command.origin is None:
            self._settings.form = command

    def _show(self) -> None:
        kept, folder = self._wanted, self._form.task.folder
        if kept is None or folder is None or self._form.task.task is None:
            return
        self._wanted = None
        if folder.name != Path(kept.task_folder).name or self._form.branch.task:
            return
        self._form.model.show_choices({role: path for role, path in kept.models.items() if Path(path).is_file()})
        if kept.method in self._form.method.cards:
            self._form.method.show_choices(kept)
        self._form.limits.show_choices(kept)
