"""A few rows tried with a prompt before a run."""

from PySide6.QtCore import QObject, Signal

from core.engine.commands.prepare import Prepare
from core.engine.commands.try_rows import RowsTried, TryRows
from core.engine.messages import Message, Progressed
from core.errors import WhetError
from desktop.models.engine_requests import EngineRequest, EngineRequests, was_asked_for


def rows_of(command: Prepare, prompt: str, rows: range, workspace: str) -> TryRows:
    """What asks about rows as a run would that is prepared so."""
    return TryRows(
        task_folder=command.task_folder,
        models=command.models,
        prompt=prompt,
        rows=len(rows),
        start=rows.start,
        reading=command.reading,
        settings=command.settings,
        workspace=workspace,
    )


class Trial(QObject):
    """Asks the engine about rows and keeps what it said. `failed` carries an error."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, requests: EngineRequests, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._request: EngineRequest | None = None
        self.asked: TryRows | None = None
        self.found: RowsTried | None = None
        self.phase = ""

    @property
    def working(self) -> bool:
        """Whether the engine is at it, or will be when it is free."""
        return self._request is not None

    def start(self, command: TryRows) -> None:
        """Try these rows instead of those before."""
        if self.working:
            return
        self.asked, self.phase = command, ""
        self._request = self._requests.ask(command, self._finish, on_message=self._on_message, on_failed=self._fail)
        self.changed.emit()

    def stop(self) -> None:
        """Stop asking."""
        if self._request is not None:
            self._requests.withdraw(self._request)

    def forget(self) -> None:
        """What was found belongs to another task."""
        if not self.working:
            self.asked = self.found = None
            self.changed.emit()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self.phase = message.phase
            self.changed.emit()

    def _finish(self, found: RowsTried) -> None:
        self.found = found
        self._rest()

    def _rest(self) -> None:
        self._request = None
        self.changed.emit()

    def _fail(self, error: WhetError) -> None:
        self.asked = self.found = None
        self._rest()
        if not was_asked_for(error):
            self.failed.emit(error)
