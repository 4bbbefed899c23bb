"""What other pages hand over to the form of a new run."""

from PySide6.QtCore import Qt

from core.engine.commands.prepare import Prepare
from desktop.pages.new_run.page import NewRunPage
from desktop.pages.new_run.steps import FOLDED, LIMITS, METHOD, MODEL
from desktop.pages.targets import (
    BranchTarget,
    FileTarget,
    ModelTarget,
    PromptTarget,
    QueueTarget,
    TaskTarget,
    TournamentTarget,
)

_WRITER = "writer"
_PLACES = {"rows": METHOD, "budget": LIMITS, "label_bias": LIMITS}
"""The step that a branch is looked at for; else that of the model, where the writer is chosen, too."""


def open_target(page: NewRunPage, target: object) -> None:
    """Put it into the form, and show where it stands."""
    match target:
        case TaskTarget(name):
            page.task.choose(name)
            page.show_top()
        case FileTarget(path):
            page.show_top()
            page.incoming.take(path)
        case ModelTarget(path):
            page.model.add_file(path)
            page.show_model()
        case PromptTarget(text, task):
            _bring_prompt(page, text, task)
        case BranchTarget(command, look_at):
            _show_branch(page, command, look_at)
        case TournamentTarget(id_):
            page.show_tournament()
            page.tournament.open(id_)
        case QueueTarget():
            page.show_top()
            page.queue.hold.setFocus()


def _bring_prompt(page: NewRunPage, text: str, task: str) -> None:
    """It becomes a seed prompt, as soon as its task has been read."""

    def show() -> None:
        page.prompt.bring_prompt(text)

    chosen = page.task.folder
    if task and (chosen is None or chosen.name != task):
        page.task.read.connect(show, Qt.ConnectionType.SingleShotConnection)
        page.task.choose(task)
    else:
        show()


def _show_branch(page: NewRunPage, command: Prepare, look_at: str) -> None:
    place = _PLACES.get(look_at, MODEL) if look_at else None
    if place is not None and place >= FOLDED:
        page.advanced.button.setChecked(True)
    if look_at == _WRITER:
        page.model.others.button.setChecked(True)
    page.show_branch(command, place)
