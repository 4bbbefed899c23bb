"""What a person says to a run while it goes on: pause, go on, end early, take this prompt."""

from PySide6.QtCore import QObject, Signal

from core.domain.editing import Edit
from core.engine.commands.run import EditDeclined, EndSearch, GoOn, Pause, SubmitEdit
from core.engine.messages import AtOnce, Message
from core.events import Event, PromptEdited
from desktop.models.engine_requests import EngineRequest, EngineRequests
from desktop.models.run_model import RunModel

TOO_LATE = "The run ended before your prompt could be taken in."
"""Why a prompt is declined whose run is gone."""


class RunSteering(QObject):
    """Remembers what was said, so that an engine that dies takes none of it along.

    `changed` follows what the person says. `declined` carries the `EditDeclined` of a prompt that the run could not
    take.
    """

    changed = Signal()
    declined = Signal(object)

    def __init__(self, requests: EngineRequests, run: RunModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._run = run
        self._request: EngineRequest | None = None
        self._edits: list[Edit] = []
        self._paused = False
        self._ending = self._at_once = False

    @property
    def paused(self) -> bool:
        """Whether the run is to wait."""
        return self._paused

    @property
    def waiting(self) -> bool:
        """Whether the paused run does wait: its last call is over."""
        progress = self._run.progress
        return self._paused and progress is not None and progress.paused

    @property
    def ending(self) -> bool:
        """Whether the search is to end early."""
        return self._ending

    def pause(self) -> None:
        """Let the run wait after its present call. The engine and its model stay."""
        self._say(Pause(), paused=True)

    def go_on(self) -> None:
        """Let the paused run go on."""
        self._say(GoOn(), paused=False)

    @property
    def at_once(self) -> bool:
        """Whether it is to end without another call."""
        return self._at_once

    def end_early(self, *, at_once: bool = False) -> None:
        """Search no further, and choose among what was tried; `at_once` by the scores that there are."""
        self._ending = self._request is not None
        self._at_once = self._at_once or (at_once and self._ending)
        self._say(EndSearch(at_once), paused=False)

    def submit(self, edit: Edit) -> None:
        """Give the run that goes on, or waits, a prompt of the person's. It is kept until the log has it."""
        if self._request is not None:
            self._edits.append(edit)
            self._say(SubmitEdit(edit), paused=self._paused)

    # What the session tells

    def begin(self) -> None:
        """Another run: what was said of the last one does not concern it."""
        self.release()

    def take(self, request: EngineRequest) -> None:
        """This request's engine is spoken to from now on; it is told what another one that died knew."""
        again, self._request = self._request is not None, request
        said: list[AtOnce] = [SubmitEdit(edit) for edit in self._edits]
        said += [EndSearch(at_once=True)] if self._at_once else []
        for command in [Pause(), *said] if self._paused else said:
            if again:
                self._requests.say(request, command)

    def release(self) -> None:
        """The run is over: prompts that it did not take are handed back."""
        left, self._edits = self._edits, []
        self._request = None
        self._paused = self._ending = self._at_once = False
        for edit in left:
            self.declined.emit(EditDeclined(edit, TOO_LATE))

    def on_said(self, said: Event | Message) -> None:
        """What the run says of a prompt: it is in the log, or cannot be."""
        if isinstance(said, PromptEdited):
            self._forget(Edit(said.parent, said.text))
        elif isinstance(said, EditDeclined):
            self._forget(said.edit)
            self.declined.emit(said)

    def _forget(self, edit: Edit) -> None:
        if edit in self._edits:
            self._edits.remove(edit)

    def _say(self, command: AtOnce, *, paused: bool) -> None:
        if self._request is not None:
            self._paused = paused
            self._requests.say(self._request, command)
            self.changed.emit()
