"""What was asked of the form elsewhere, and waits until its task has been read: a branch, a sample to run."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.domain.task import Task
from core.domain.variables import columns_of
from core.engine.protocol import Prepare
from core.methods import WITHOUT_WRITER
from desktop.models.places import is_for_starter

if TYPE_CHECKING:
    from desktop.pages.new_run.page import NewRunPage


class Wishes(QObject):
    """Grants each as soon as that can be done."""

    def __init__(self, page: "NewRunPage") -> None:
        super().__init__(page)
        self._page = page
        self._wanted: Prepare | None = None
        self._sample = ""
        self._place: int | None = None

    def start_sample(self, name: str) -> None:
        """Start a sample task on the model that it was made for."""
        self._sample = name
        self._page.task.choose(name)
        self.start_wanted_sample()

    def start_wanted_sample(self) -> None:
        """Start it, if it was read."""
        page, folder = self._page, self._page.task.folder
        if self._sample and folder is not None and folder.name == self._sample and page.task.sample:
            self._sample = ""
            if is_for_starter(folder):
                page.model.choose_starter()
                page.method.choose(WITHOUT_WRITER)
            else:
                page.model.choose_bundled()
            page.start()

    def show_branch(self, command: Prepare, place: int | None = None) -> None:
        """Show this branch as soon as its task has been read, and then one of the steps."""
        self._wanted, self._place, part = command, place, self._page.task
        name = Path(command.task_folder).name
        if part.task is not None and part.folder is not None and part.folder.name == name:
            self.show_wanted()
        else:
            part.choose(name)

    def show_prompts(self, task: Task, written: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """The task has been read, perhaps once more: its prompts, or the `written` ones; a branch keeps its own."""
        page, folder = self._page, self._page.task.folder
        if folder is None or page.branch.task != folder.name:
            page.branch.forget()
            page.prompt.show_prompts(task.seed_prompts, _columns(task), written)

    def show_wanted(self) -> None:
        """Fill the form, if the task that was read is the branch's."""
        command, page = self._wanted, self._page
        task, folder = page.task.task, page.task.folder
        if command is None or task is None or folder is None or folder.name != Path(command.task_folder).name:
            return
        self._wanted = None
        page.branch.show_branch(command)
        page.model.show_choices(command.models)
        page.method.show_choices(command)
        page.limits.show_choices(command)
        prompt = command.prompts[0]
        page.prompt.show_prompts(task.seed_prompts, _columns(task), [(prompt.text, prompt.locked)])
        page.show_top()
        if self._place is not None:
            place, self._place = self._place, None
            page.show_step(place)


def _columns(task: Task) -> list[str]:
    """What a prompt can name beside the input."""
    return list(columns_of(task))
