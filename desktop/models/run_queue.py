"""Runs that wait for their turn, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.engine.commands.prepare import Prepare


@dataclass(frozen=True, slots=True)
class QueuedRun:
    """A run that was ordered and has not begun. `number` names it as long as the window is open."""

    number: int
    command: Prepare

    @property
    def words(self) -> str:
        """What it is, in a few words: its task, its method and its seed."""
        command = self.command
        return f"{Path(command.task_folder).name} · {command.method} · {command.seed}"


class RunQueue(QObject):
    """The waiting runs, the next one first.

    `held`: nothing begins by itself, because the person stopped a run or an engine died under one; what waits is kept.
    `changed` follows every change of the two.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[QueuedRun] = []
        self._taken: QueuedRun | None = None
        self._given = 0
        self._held = False

    @property
    def runs(self) -> tuple[QueuedRun, ...]:
        """What waits."""
        return tuple(self._runs)

    @property
    def not_begun(self) -> tuple[QueuedRun, ...]:
        """What waits, and before it the one whose turn has come and that is not under way yet."""
        return self.runs if self._taken is None else (self._taken, *self._runs)

    @property
    def held(self) -> bool:
        """Whether the next one waits for a person's word."""
        return self._held and bool(self._runs)

    def add(self, command: Prepare) -> QueuedRun:
        """Wait behind the others."""
        run = self._numbered(command)
        self._runs.append(run)
        self.changed.emit()
        return run

    def put_first(self, commands: Sequence[Prepare]) -> None:
        """These have waited since another day: they are the next ones, once the person says so."""
        self._runs = [*map(self._numbered, commands), *self._runs]
        self._held = True
        self.changed.emit()

    def put_back(self, run: QueuedRun) -> None:
        """It could not begin: it is the next one again, once the person says so."""
        self._runs.insert(0, run)
        self._taken = None
        self._held = True
        self.changed.emit()

    def remove(self, number: int) -> None:
        """Forget one; nothing happens if it has begun meanwhile."""
        self._keep([run for run in self._runs if run.number != number])

    def move(self, number: int, place: int) -> None:
        """Give one another place, counted from 0."""
        moved = [run for run in self._runs if run.number == number]
        others = [run for run in self._runs if run.number != number]
        self._keep([*others[:place], *moved, *others[place:]])

    def take(self) -> QueuedRun | None:
        """The next one, which waits no longer; `None` if there is none or the queue is held."""
        if self._held or not self._runs:
            return None
        run = self._taken = self._runs.pop(0)
        self.changed.emit()
        return run

    def begin(self) -> None:
        """The one that was taken is under way: it is kept as a run from now on."""
        if self._taken is not None:
            self._taken = None
            self.changed.emit()

    def clear(self) -> None:
        """Nothing waits here, as in another workspace."""
        self._taken = None
        self._keep([])

    def hold(self) -> None:
        """Begin nothing until the person says so. An empty queue cannot be held."""
        if self._runs and not self._held:
            self._held = True
            self.changed.emit()

    def release(self) -> None:
        """The person says so."""
        if self._held:
            self._held = False
            self.changed.emit()

    def _numbered(self, command: Prepare) -> QueuedRun:
        self._given += 1
        return QueuedRun(self._given, command)

    def _keep(self, runs: list[QueuedRun]) -> None:
        if runs != self._runs:
            self._runs = runs
            self._held = self._held and bool(runs)
            self.changed.emit()
