"""A run as the window sees it: the fold of its events, announced at most twenty times a second."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from core.engine.messages import Progressed
from core.events import Event, RunStarted
from core.state import INTERRUPTED, RunState, advance, fold

UPDATE_MS = 50


class RunModel(QObject):
    """The same object for a live, a finished and a crashed run.

    `changed` follows any number of events, at most once in 50 ms. `reset` says that another run, or the same one from
    its first event again, begins. `progressed` passes the engine's telemetry on.
    """

    changed = Signal()
    reset = Signal()
    progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._live = False
        self._progress: Progressed | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UPDATE_MS)
        self._timer.timeout.connect(self.changed)

    @property
    def state(self) -> RunState:
        """The fold so far. Only this model changes it."""
        return self._state

    @property
    def live(self) -> bool:
        """Whether an engine is writing this run's log right now."""
        return self._live

    @property
    def progress(self) -> Progressed | None:
        """The engine's last telemetry of this run."""
        return self._progress

    @property
    def outcome(self) -> str:
        """ "running", "interrupted", or the outcome of the last event; empty before the first event."""
        if self._state.ended is not None:
            return self._state.ended.outcome
        if self._live:
            return "running"
        return INTERRUPTED if self._state.events else ""

    @property
    def resumable(self) -> bool:
        """Whether the run can go on and nobody is at it."""
        return not self._live and bool(self._state.events) and self._state.resumable

    def begin(self) -> None:
        """A run starts, or goes on: its events follow, from the first."""
        self._clear(RunState())
        self._live = True
        self.changed.emit()

    def accept(self, event: Event) -> None:
        """Take one event of a live run."""
        if isinstance(event, RunStarted) and self._state.events:
            self._clear(RunState())
        advance(self._state, event)
        if not self._timer.isActive():
            self._timer.start()

    def take_progress(self, progress: Progressed) -> None:
        """Take telemetry of a live run."""
        self._progress = progress
        self.progressed.emit(progress)

    def stop(self) -> None:
        """Nobody writes the log any more, whether it has an ending or not."""
        self._live = False
        self._flush()

    def show(self, state: RunState) -> None:
        """Show a run that was folded elsewhere, all at once."""
        self._clear(state)
        self._live = False
        self._flush()

    def load(self, events: Iterable[Event]) -> None:
        """Show the run of these events, all at once."""
        self.show(fold(events))

    def _clear(self, state: RunState) -> None:
        self._state = state
        self._progress = None
        self._timer.stop()
        self.reset.emit()

    def _flush(self) -> None:
        self._timer.stop()
        self.changed.emit()
