"""What the run in the form will cost, known a moment after each change and before any model is loaded."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.cost_estimate import CostEstimate
from core.domain.run_estimate import RunEstimate
from core.domain.runspec import Role
from core.domain.task import Task
from core.engine.commands.prepare import Prepare
from core.errors import WhetError
from core.store.places import called
from core.store.runs import RunSummary
from desktop.models.workspace_model import WorkspaceModel

_PAUSE_MS = 150
_ENOUGH_CALLS = 40
"""From fewer calls a run says little about how long one takes."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: the run in the form, if it is whole, and the same with every method instead of its own."""

    command: Prepare | None
    task: Task
    seconds_per_call: float | None
    methods: Mapping[str, Prepare]


@dataclass(frozen=True, slots=True)
class _Found:
    price: CostEstimate | None
    calls: dict[str, int]


_NOTHING = _Found(None, {})


class Pricing(QObject):
    """Keeps the `price` of the run that was asked about last, `None` while it is not known; and the most `calls` of the
    same run by each method, from the same reckoning, so that cards and button cannot contradict each other."""

    changed = Signal()

    def __init__(self, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: _Asked | None = None
        self._found = _NOTHING
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._compute)

    @property
    def price(self) -> CostEstimate | None:
        """What the run costs."""
        return self._found.price

    @property
    def calls(self) -> Mapping[str, int]:
        """The most calls of the run by each method that it could be made with."""
        return self._found.calls

    def ask(
        self, command: Prepare | None, task: Task | None, flown: RunEstimate | None, methods: Mapping[str, Prepare]
    ) -> None:
        """Price this run; `flown` is what a pre-flight has measured, `methods` are the same run by each method."""
        if task is None:
            self._asked = None
            self._pause.stop()
            self._show(_NOTHING)
            return
        each = _measured(flown)
        if each is None and command is not None:
            each = _earlier(self._workspace.runs, command.models[Role.TASK])
        asked = _Asked(command, task, each, methods)
        if asked != self._asked:
            self._asked = asked
            self._pause.start()

    def _compute(self) -> None:
        asked = self._asked
        if asked is not None:
            self._workspace.do(
                lambda: _answer(asked),
                lambda found: self._show(found) if asked is self._asked else None,
                otherwise=lambda _: self._show(_NOTHING) if asked is self._asked else None,
                latest="price",
            )

    def _show(self, found: _Found) -> None:
        if found != self._found:
            self._found = found
            self.changed.emit()


def _answer(asked: _Asked) -> _Found:
    """Beside the window's thread, which does not wait for the parts of the engine that know what a run does."""
    from core.engine.cost_estimate import most_calls_of

    calls = most_calls_of(asked.methods, asked.task)
    return _Found(_price(asked.command, asked.task, asked.seconds_per_call) if asked.command else None, calls)


def _price(command: Prepare, task: Task, each: float | None) -> CostEstimate | None:
    """None for a run that cannot be prepared: the form says why."""
    from core.engine.cost_estimate import cost_estimate

    with suppress(WhetError):
        return cost_estimate(command, task, command.models[Role.TASK], each)
    return None


def _measured(flown: RunEstimate | None) -> float | None:
    """Seconds of a call, as the pre-flight saw them."""
    if flown is None or flown.seconds is None or flown.calls.most <= 0:
        return None
    return flown.seconds.most / flown.calls.most


def _earlier(runs: Sequence[RunSummary], model: str) -> float | None:
    """Seconds of a call in the latest run of this model."""
    name = called(model)
    return next(
        (run.seconds / run.calls for run in runs if run.model == name and run.seconds and run.calls >= _ENOUGH_CALLS),
        None,
    )
