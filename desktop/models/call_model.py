"""One call of a run, asked of the engine: exact tokens, reply, probabilities. The latest question wins."""

from PySide6.QtCore import QObject, Signal

from core.domain.runspec import Role
from core.engine.commands.show_call import CallShown, ShowCall
from core.errors import WhetError
from core.said import joined
from core.store.places import model_paths
from core.store.runs import RunFolder
from desktop.models.engine_requests import EngineRequest, EngineRequests
from desktop.models.workspace_model import WorkspaceModel


class CallModel(QObject):
    """`changed` follows every change of `shown`, `waiting` and `problem`."""

    changed = Signal()

    def __init__(self, requests: EngineRequests, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._workspace = workspace
        self._request: EngineRequest | None = None
        self._asked = 0
        self.shown: CallShown | None = None
        self.waiting = False
        self.problem = ""

    @property
    def behind_a_run(self) -> bool:
        """Whether the engine has something else to do first."""
        return self.waiting and self._request is not None and self._requests.current is not self._request

    def forget(self) -> None:
        """Show nothing; what is being computed is not waited for."""
        self._asked += 1
        self.shown, self.waiting, self.problem = None, False, ""
        if self._request is not None:
            request, self._request = self._request, None
            self._requests.withdraw(request)
        self.changed.emit()

    def ask(self, folder: RunFolder, *, candidate: str = "", row: int = 0, ask: int = 0) -> None:
        """Have a call shown: of a candidate on a row, or a question to the optimizer."""
        self.forget()
        self.waiting, asked = True, self._asked
        self.changed.emit()

        def find() -> ShowCall:
            spec = folder.read_spec()
            paths: dict[Role, str] = model_paths(spec)
            return ShowCall(str(folder.path), str(self._workspace.task_of_run(spec)), paths, candidate, row, ask)

        self._workspace.do(find, lambda command: self._send(command, asked), otherwise=lambda e: self._fail(e, asked))

    def _send(self, command: ShowCall, asked: int) -> None:
        if asked == self._asked:
            self._request = self._requests.ask(
                command,
                lambda found: self._take(found, asked),
                on_failed=lambda error: self._fail(error, asked),
            )
            self.changed.emit()

    def _take(self, found: CallShown, asked: int) -> None:
        if asked == self._asked:
            self.shown, self.waiting, self._request = found, False, None
            self.changed.emit()

    def _fail(self, error: Exception, asked: int) -> None:
        if asked == self._asked:
            said = (error.message, error.hint) if isinstance(error, WhetError) else (str(error),)
            self.problem, self.waiting, self._request = joined(*said), False, None
            self.changed.emit()
