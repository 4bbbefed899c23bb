"""The form of a new run as it was when the window was closed: method, its parameters, models and limits."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from core.engine.commands.prepare import Prepare
from desktop.context import Context
from desktop.pages.new_run.parts import FormParts


class FormMemory(QObject):
    """Keeps what would be started, and shows it again as soon as its task has been read. Prompts are kept by the form
    itself, by task. A branch is no form of one's own: it is in its run."""

    def __init__(
        self, parts: FormParts, command: Callable[[], Prepare | None], context: Context, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._command = command
        self._settings = context.settings
        self._wanted = context.settings.form
        context.session.started.connect(lambda _: self.keep())
        parts.task.read.connect(self._show)
        if self._wanted is not None:
            parts.task.choose(Path(self._wanted.task_folder).name)

    def keep(self) -> None:
        """Keep what stands in the form."""
        command = self._command()
        if command is not None and command.origin is None:
            self._settings.form = command

    def _show(self) -> None:
        kept, parts, folder = self._wanted, self._parts, self._parts.task.folder
        if kept is None or folder is None or parts.task.task is None:
            return
        self._wanted = None
        if folder.name != Path(kept.task_folder).name or parts.branch.task:
            return
        parts.model.show_choices({role: path for role, path in kept.models.items() if Path(path).is_file()})
        if kept.method in parts.method.cards:
            parts.method.show_choices(kept)
        parts.limits.show_choices(kept)
