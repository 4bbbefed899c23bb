"""The pre-flight: a handful of prompts scored before a run, and what earlier ones found."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.domain.prompt import Prompt
from core.domain.runspec import RunSpec
from core.engine.commands.preflight import Preflight, Preflown
from core.engine.commands.prepare import Prepare
from core.engine.messages import Message, Progressed
from core.errors import WhetError
from core.store import preflights
from core.store.preflights import KeptPreflight
from desktop.models.engine_requests import EngineRequest, EngineRequests, was_asked_for
from desktop.models.workspace_model import WorkspaceModel


class PreflightModel(QObject):
    """Asks the engine for a pre-flight and keeps what it found in the workspace. `failed` carries an error,
    `done` follows one that was made to its end.

    `found` is the latest for the rows, models and prompt of the `spec` that was looked for last.
    """

    changed = Signal()
    done = Signal()
    failed = Signal(object)

    def __init__(self, requests: EngineRequests, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._workspace = workspace
        self._request: EngineRequest | None = None
        self.found: KeptPreflight | None = None
        self.spec: RunSpec | None = None
        self.phase = ""
        self.fraction = 0.0

    @property
    def working(self) -> bool:
        """Whether one is being made."""
        return self._request is not None

    def look(self, spec: RunSpec) -> None:
        """Find what an earlier pre-flight found for this spec."""
        folder = self._workspace.folder
        self.spec = spec
        if folder is not None:
            self._workspace.do(lambda: preflights.find(folder, spec), self._on_kept, latest="pre-flight")

    def forget(self) -> None:
        """Something else was chosen."""
        if self.found is not None:
            self.found = None
            self.changed.emit()

    def start(self, command: Prepare) -> None:
        """Make one for this run."""
        if not self.working:
            asked = Preflight(command, str(self._workspace.folder or ""))
            self._request = self._requests.ask(asked, self._finish, on_message=self._on_message, on_failed=self._fail)
            self.changed.emit()

    def stop(self) -> None:
        """Stop it; nothing of it is kept."""
        if self._request is not None:
            self._requests.withdraw(self._request)

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self.phase, self.fraction = message.phase, message.fraction
            self.changed.emit()

    def _keep(self, spec: RunSpec, message: Preflown) -> None:
        folder = self._workspace.folder
        if folder is None or not self._workspace.writable:
            self._on_kept(preflights.made_now(message.outlook))
            return
        self._workspace.do(
            lambda: preflights.keep_now(Path(folder), spec, message.outlook), self._on_kept, otherwise=self.failed.emit
        )

    def _on_kept(self, found: KeptPreflight | None) -> None:
        self.found = found
        self.changed.emit()

    def _finish(self, found: Preflown) -> None:
        self.spec = found.spec
        self._keep(found.spec, found)
        self._rest()
        self.done.emit()

    def _rest(self) -> None:
        self._request = None
        self.changed.emit()

    def _fail(self, error: WhetError) -> None:
        self._rest()
        if not was_asked_for(error):
            self.failed.emit(error)


def what_is_flown(command: Prepare) -> tuple[object, ...]:
    """What a pre-flight of this run depends on: method, parameters and limits change nothing of it."""
    prompts = (*command.prompts, *map(Prompt, command.seed_prompts))
    return command.task_folder, command.models, prompts[:1], command.reading, command.stop_at_label
