"""A tournament as the window plays it: one run after the other, each scored when it has ended, the table kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from core.domain.runspec import Budget
from core.domain.tournament import Entrant, Match, Tournament
from core.engine.protocol import Message, Prepare, Prepared, Progressed, Rate, Rated, Run
from core.engine.tournament import DONE, Way, keep_finishes, kept_finishes, spec_of, way_of
from core.errors import WhetError
from core.report.standings import Finish, Standing, standings
from core.store import places
from core.store.runs import RunFolder
from core.store.tournaments import TournamentFolder
from desktop.models.errands import was_asked_for
from desktop.models.orders import EngineDiedError, Order, Orders
from desktop.models.workspace_model import WorkspaceModel


class MatchState(StrEnum):
    """How far one run of a tournament is."""

    WAITING = "waiting"
    RUNNING = "running"
    SCORING = "scoring"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TournamentPlan:
    """Who competes: `command` holds the task, the models and the start prompts that all runs share."""

    command: Prepare
    entrants: tuple[Entrant, ...]
    seeds: tuple[int, ...]
    budget: Budget


@dataclass(frozen=True, slots=True)
class _Shown:
    folder: TournamentFolder
    tournament: Tournament
    states: dict[str, MatchState]
    finishes: dict[str, Finish]
    table: list[Standing]


@dataclass(frozen=True, slots=True)
class _Turn:
    """The run that is on: a fresh one, one to go on with, or one that has ended and has no scores yet (`way`)."""

    match: Match
    run: RunFolder
    task: Path
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class _After:
    state: MatchState
    message: str = ""
    way: Way | None = field(default=None)


class TournamentModel(QObject):
    """Plays one tournament, or shows one that was played. `failed` carries an error; `changed` follows every step;
    `done` says that every run has had its turn."""

    changed = Signal()
    progressed = Signal()
    done = Signal()
    failed = Signal(object)

    def __init__(self, orders: Orders, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._orders = orders
        self._workspace = workspace
        self._order: Order | None = None
        self._folder: TournamentFolder | None = None
        self._tried: set[str] = set()
        self._stopping = False
        self.working = False
        self.tournament: Tournament | None = None
        self.states: dict[str, MatchState] = {}
        self.finishes: Mapping[str, Finish] = {}
        self.table: list[Standing] = []
        self.progress: Progressed | None = None
        self.current: Match | None = None

    @property
    def id(self) -> str:
        """The tournament that is shown; empty if none is."""
        return self._folder.id if self._folder is not None else ""

    @property
    def matches(self) -> list[Match]:
        """Every run, in the order of play."""
        return list(self.tournament.matches()) if self.tournament is not None else []

    @property
    def left(self) -> int:
        """Runs that are still to be played."""
        return sum(self.states.get(match.key) is not MatchState.DONE for match in self.matches)

    def run_id(self, match: Match) -> str:
        """The run of a match, empty if it has not begun."""
        return self.tournament.runs.get(match.key, "") if self.tournament is not None else ""

    def start(self, plan: TournamentPlan) -> None:
        """Begin a tournament."""
        if self.working:
            return
        self._begin()
        self._workspace.do(
            lambda: self._workspace.adopt_task(Path(plan.command.task_folder)),
            lambda task: self._prepare(plan, task),
            otherwise=self._end,
        )

    def open(self, folder: TournamentFolder) -> None:
        """Show a tournament that was played."""
        if not self.working:
            self._workspace.do(lambda: _read(folder), self._on_read, otherwise=self.failed.emit, latest="tournament")

    def resume(self) -> None:
        """Play what is left."""
        if not self.working and self._folder is not None and self.left:
            self._begin()
            self._next()

    def stop(self) -> None:
        """Stop; what is done is kept, and the run that is on can be gone on with."""
        if self.working:
            self._stopping = True
            if self._order is not None:
                self._orders.withdraw(self._order)
            self.changed.emit()

    # How it goes on

    def _begin(self) -> None:
        self.working, self._stopping = True, False
        self._tried = set()
        self.changed.emit()

    def _prepare(self, plan: TournamentPlan, task: Path) -> None:
        command = msgspec.structs.replace(plan.command, task_folder=str(task), budget=Budget(), until="")
        answers: list[Prepared] = []

        def on_message(message: Message) -> None:
            if isinstance(message, Prepared):
                answers.append(message)
            self._on_progress(message)

        def on_done() -> None:
            if answers:
                self._make(plan, answers[0])
            else:
                self._end()

        self._give(Order(command, on_message, on_done=on_done, on_failed=self._end))

    def _make(self, plan: TournamentPlan, prepared: Prepared) -> None:
        base = prepared.spec

        def make() -> _Shown:
            for role, ref in base.models.items():
                places.remember(plan.command.models[role], ref)
            asked = Tournament((base,), plan.entrants, plan.seeds, (plan.budget,))
            return _read(self._workspace.new_tournament(asked))

        def then(shown: _Shown) -> None:
            self._on_read(shown)
            self._next()

        self._workspace.do(make, then, otherwise=self._end)

    def _next(self) -> None:
        folder, tried = self._folder, frozenset(self._tried)
        if folder is None or self._stopping:
            self._end()
            return
        self._workspace.do(lambda: self._turn(folder, tried), self._take_turn, otherwise=self._end)

    def _turn(self, folder: TournamentFolder, tried: frozenset[str]) -> _Turn | None:
        """The first match without a score that was not tried in this sitting, with a run. Called beside the window."""
        tournament, done = folder.read(), kept_finishes(folder)
        for match in tournament.matches():
            if match.key in done or match.key in tried:
                continue
            run = folder.run_of(match)
            if run is None:
                run = self._workspace.new_run(spec_of(match, tournament))
                folder.keep_run(match, run)
            way = way_of(match, run, tournament) if run.status() in DONE else None
            return _Turn(match, run, self._workspace.task_of_run(match.base), way)
        return None

    def _take_turn(self, turn: _Turn | None) -> None:
        if turn is None or self._folder is None or self._stopping:
            self._end()
            if turn is None and not self._stopping:
                self.done.emit()
            return
        self.current = turn.match
        self._tried.add(turn.match.key)
        self.tournament = self._folder.read()
        if turn.way is not None:
            self._rate(turn, turn.way)
        else:
            self._run(turn)

    def _run(self, turn: _Turn) -> None:
        self.states[turn.match.key] = MatchState.RUNNING
        command = Run(str(turn.run.path), str(turn.task), places.model_paths(turn.match.base))
        self._give(
            Order(
                command,
                self._on_progress,
                on_done=lambda: self._look_after(turn),
                on_failed=lambda error: self._on_run_failed(turn, error),
            )
        )

    def _on_run_failed(self, turn: _Turn, error: WhetError) -> None:
        self.states[turn.match.key] = MatchState.STOPPED if was_asked_for(error) else MatchState.FAILED
        self._end(error)

    def _look_after(self, turn: _Turn) -> None:
        """How a run ended is in its log."""
        tournament = self.tournament
        assert tournament is not None

        def look() -> _After:
            status = turn.run.status()
            if status in DONE:
                return _After(MatchState.SCORING, way=way_of(turn.match, turn.run, tournament))
            stopped = status.value in {"cancelled", "interrupted"}
            return _After(MatchState.STOPPED if stopped else MatchState.FAILED)

        self._workspace.index_run(turn.run)
        self._workspace.do(look, lambda after: self._go_on(turn, after), otherwise=self._end)

    def _go_on(self, turn: _Turn, after: _After) -> None:
        self.states[turn.match.key] = after.state
        if after.way is not None and not self._stopping:
            self._rate(turn, after.way)
        elif after.state is MatchState.FAILED:
            self._next()
        else:
            self._end()

    def _rate(self, turn: _Turn, way: Way) -> None:
        self.states[turn.match.key] = MatchState.SCORING

        def on_message(message: Message) -> None:
            if isinstance(message, Rated):
                self._keep(turn.match, way.finish(message))
            self._on_progress(message)

        command = Rate(str(turn.run.path), str(turn.task), places.model_paths(turn.match.base), way.candidates)
        self._give(Order(command, on_message, on_done=self._next, on_failed=self._end))

    def _keep(self, match: Match, finish: Finish) -> None:
        folder = self._folder
        assert folder is not None
        self.finishes = {**self.finishes, match.key: finish}
        self.states[match.key] = MatchState.DONE
        finishes = dict(self.finishes)

        def keep() -> list[Standing]:
            keep_finishes(folder, finishes)
            return standings(list(finishes.values())) if _comparable(finishes) else []

        self._workspace.do(keep, self._on_table, otherwise=self.failed.emit)

    def _on_table(self, table: list[Standing]) -> None:
        self.table = table
        self.changed.emit()

    def _give(self, order: Order) -> None:
        self._order = order
        self._orders.give(order)
        self.changed.emit()

    def _on_progress(self, message: Message) -> None:
        if isinstance(message, Progressed):
            self.progress = message
            self.progressed.emit()

    def _on_read(self, shown: _Shown) -> None:
        self._folder, self.tournament = shown.folder, shown.tournament
        self.states, self.finishes, self.table = shown.states, shown.finishes, shown.table
        self.changed.emit()

    def _end(self, error: Exception | None = None) -> None:
        self.working, self._order, self.current, self.progress = False, None, None, None
        for key, state in self.states.items():
            if state in {MatchState.RUNNING, MatchState.SCORING}:
                self.states[key] = MatchState.STOPPED
        self.changed.emit()
        if error is not None and not (isinstance(error, WhetError) and was_asked_for(error)):
            self.failed.emit(error)
        if isinstance(error, EngineDiedError):
            self._workspace.refresh()


def _read(folder: TournamentFolder) -> _Shown:
    tournament, finishes = folder.read(), kept_finishes(folder)
    states = {match.key: _state(folder, match, finishes) for match in tournament.matches()}
    table = standings(list(finishes.values())) if _comparable(finishes) else []
    return _Shown(folder, tournament, states, finishes, table)


def _state(folder: TournamentFolder, match: Match, finishes: Mapping[str, Finish]) -> MatchState:
    if match.key in finishes:
        return MatchState.DONE
    run = folder.run_of(match)
    if run is None:
        return MatchState.WAITING
    return MatchState.FAILED if run.status().value == "failed" else MatchState.STOPPED


def _comparable(finishes: Mapping[str, Finish]) -> bool:
    """Whether there is more than one to compare."""
    return len({finish.entrant for finish in finishes.values()}) > 1
