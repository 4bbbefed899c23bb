"""What was asked of the form elsewhere, and waits until its task has been read: a branch, a sample to run."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.domain.task import Task
from core.domain.variables import columns_of
from core.engine.commands.prepare import Prepare
from core.methods import WITHOUT_WRITER
from desktop.models.places import is_for_starter
from desktop.pages.new_run.parts import FormParts


class PendingForm(QObject):
    """Fills the parts of the form as soon as that can be done. `ready`: what is to be started at once stands there;
    `shown` carries the step that is to be seen, or nothing."""

    ready = Signal()
    shown = Signal(object)

    def __init__(self, parts: FormParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._wanted: Prepare | None = None
        self._sample = ""
        self._place: int | None = None

    def start_sample(self, name: str) -> None:
        """Start a sample task on the model that it was made for."""
        self._sample = name
        self._parts.task.choose(name)
        self.start_wanted_sample()

    def start_wanted_sample(self) -> None:
        """Start it, if it was read."""
        parts, folder = self._parts, self._parts.task.folder
        if self._sample and folder is not None and folder.name == self._sample and parts.task.sample:
            self._sample = ""
            if is_for_starter(folder):
                parts.model.choose_starter()
                parts.method.choose(WITHOUT_WRITER)
            else:
                parts.model.choose_bundled()
            self.ready.emit()

    def show_branch(self, command: Prepare, place: int | None = None) -> None:
        """Show this branch as soon as its task has been read, and then one of the steps."""
        self._wanted, self._place, part = command, place, self._parts.task
        name = Path(command.task_folder).name
        if part.task is not None and part.folder is not None and part.folder.name == name:
            self.show_wanted()
        else:
            part.choose(name)

    def show_prompts(self, task: Task, written: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """The task has been read, perhaps once more: its prompts, or the `written` ones; a branch keeps its own."""
        parts, folder = self._parts, self._parts.task.folder
        if folder is None or parts.branch.task != folder.name:
            parts.branch.forget()
            parts.prompt.show_prompts(task.seed_prompts, _columns(task), written)

    def show_wanted(self) -> None:
        """Fill the form, if the task that was read is the branch's."""
        command, parts = self._wanted, self._parts
        task, folder = parts.task.task, parts.task.folder
        if command is None or task is None or folder is None or folder.name != Path(command.task_folder).name:
            return
        self._wanted = None
        parts.branch.show_branch(command)
        parts.model.show_choices(command.models)
        parts.method.show_choices(command)
        parts.limits.show_choices(command)
        prompt = command.prompts[0]
        parts.prompt.show_prompts(task.seed_prompts, _columns(task), [(prompt.text, prompt.locked)])
        place, self._place = self._place, None
        self.shown.emit(place)


def _columns(task: Task) -> list[str]:
    """What a prompt can name beside the input."""
    return list(columns_of(task))
