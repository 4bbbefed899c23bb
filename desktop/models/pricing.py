"""What the run in the form will cost, known a moment after each change and before any model is loaded."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.outlook import Outlook
from core.domain.price import Price
from core.domain.runspec import Role
from core.domain.task import Task
from core.engine.protocol import Prepare
from core.store.runs import RunSummary
from desktop.models.workspace_model import WorkspaceModel

_PAUSE_MS = 150
_ENOUGH_CALLS = 40
"""From fewer calls a run says little about how long one takes."""


class Pricing(QObject):
    """Keeps the `price` of the last command that was asked about; `None` while it is not known."""

    changed = Signal()

    def __init__(self, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: tuple[Prepare, Task, float | None] | None = None
        self.price: Price | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._compute)

    def ask(self, command: Prepare | None, task: Task | None, flown: Outlook | None) -> None:
        """Price this run; `flown` is what a pre-flight has measured, if there was one."""
        if command is None or task is None:
            self._asked = None
            self._pause.stop()
            self._show(None)
            return
        asked = (command, task, _measured(flown) or _earlier(self._workspace.runs, command.models[Role.TASK]))
        if asked != self._asked:
            self._asked = asked
            self._pause.start()

    def _compute(self) -> None:
        if self._asked is not None:
            command, task, each = asked = self._asked
            self._workspace.do(
                lambda: _price(command, task, each),
                lambda found: self._show(found) if asked is self._asked else None,
                otherwise=lambda _: self._show(None) if asked is self._asked else None,
                latest="price",
            )

    def _show(self, found: Price | None) -> None:
        if found != self.price:
            self.price = found
            self.changed.emit()


def _price(command: Prepare, task: Task, each: float | None) -> Price:
    """Beside the window's thread, which does not wait for the parts of the engine that know what a run does."""
    from core.engine.price import price

    return price(command, task, Path(command.models[Role.TASK]), each)


def _measured(flown: Outlook | None) -> float | None:
    """Seconds of a call, as the pre-flight saw them."""
    if flown is None or flown.seconds is None or flown.calls.most <= 0:
        return None
    return flown.seconds.most / flown.calls.most


def _earlier(runs: Sequence[RunSummary], model: str) -> float | None:
    """Seconds of a call in the latest run of this model."""
    name = Path(model).stem
    return next(
        (run.seconds / run.calls for run in runs if run.model == name and run.seconds and run.calls >= _ENOUGH_CALLS),
        None,
    )
