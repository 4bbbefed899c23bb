"""A tournament as the window shows it: the engine plays it, run after run, and keeps its scores."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.domain.runspec import Budget
from core.domain.tournament import Entrant, Match, MatchState, Tournament
from core.engine.commands.prepare import Prepare
from core.engine.commands.tournament import MatchChanged, PlayTournament, TournamentBegun, TournamentPlayed
from core.engine.connection import EngineDiedError
from core.engine.messages import Message, Progressed
from core.errors import WhetError
from core.report.finishes import kept_finishes
from core.report.standings import Finish, Standing, standings
from core.store.tournaments import TournamentFolder
from desktop.models.engine_requests import EngineRequest, EngineRequests, was_asked_for
from desktop.models.workspace_model import WorkspaceModel


@dataclass(frozen=True, slots=True)
class TournamentPlan:
    """Who competes: `command` holds the task, the models and the start prompts that all runs share."""

    command: Prepare
    entrants: tuple[Entrant, ...]
    seeds: tuple[int, ...]
    budget: Budget


_GOING_ON = frozenset({MatchState.RUNNING, MatchState.SCORING})


@dataclass(frozen=True, slots=True)
class _Shown:
    folder: TournamentFolder
    tournament: Tournament
    states: dict[str, MatchState]
    finishes: dict[str, Finish]
    table: list[Standing]


class TournamentModel(QObject):
    """Has one tournament played, or shows one that was. `failed` carries an error; `changed` follows every step; `done`
    says that every run has had its turn."""

    changed = Signal()
    progressed = Signal()
    done = Signal()
    failed = Signal(object)

    def __init__(self, requests: EngineRequests, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._workspace = workspace
        self._request: EngineRequest | None = None
        self._folder: TournamentFolder | None = None
        self.working = False
        self.tournament: Tournament | None = None
        self.states: dict[str, MatchState] = {}
        self.finishes: Mapping[str, Finish] = {}
        self.table: list[Standing] = []
        self.progress: Progressed | None = None
        self._current = ""

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

    @property
    def current(self) -> Match | None:
        """The run that is on."""
        return next((match for match in self.matches if match.key == self._current), None)

    def run_id(self, match: Match) -> str:
        """The run of a match, empty if it has not begun."""
        return self.tournament.runs.get(match.key, "") if self.tournament is not None else ""

    def start(self, plan: TournamentPlan) -> None:
        """Begin a tournament."""
        if self._workspace.folder is not None:
            self._play(
                PlayTournament(
                    str(self._workspace.folder),
                    plans=(plan.command,),
                    entrants=plan.entrants,
                    seeds=plan.seeds,
                    budget=plan.budget,
                )
            )

    def open(self, folder: TournamentFolder) -> None:
        """Show a tournament that was played."""
        if not self.working:
            self._read(folder)

    def resume(self) -> None:
        """Play what is left."""
        if self._workspace.folder is not None and self._folder is not None and self.left:
            self._play(PlayTournament(str(self._workspace.folder), self._folder.id))

    def stop(self) -> None:
        """Stop; what is done is kept, and the run that is on can be gone on with."""
        if self._request is not None:
            self._requests.withdraw(self._request)
            self.changed.emit()

    # How it goes on

    def _play(self, command: PlayTournament) -> None:
        if not self.working:
            self.working = True
            if not command.id:
                self._folder, self.tournament = None, None
                self.states, self.finishes, self.table = {}, {}, []
            self._request = self._requests.ask(
                command, self._on_played, on_message=self._on_message, on_failed=self._end
            )
            self.changed.emit()

    def _on_message(self, message: Message) -> None:
        match message:
            case Progressed():
                self.progress = message
                self.progressed.emit()
            case TournamentBegun(id=name):
                self._workspace.do(lambda: self._folder_of(name), self._read, otherwise=self.failed.emit)
            case MatchChanged():
                self._on_match(message)

    def _folder_of(self, name: str) -> TournamentFolder:
        return next(folder for folder in self._workspace.tournaments() if folder.id == name)

    def _on_match(self, message: MatchChanged) -> None:
        self.states[message.key] = message.state
        self._current = message.key
        if self._folder is not None:
            self._read(self._folder)
        if message.state not in _GOING_ON:
            self._workspace.refresh()
        self.changed.emit()

    def _read(self, folder: TournamentFolder) -> None:
        self._workspace.do(lambda: _read(folder), self._on_read, otherwise=self.failed.emit, latest="tournament")

    def _on_read(self, shown: _Shown) -> None:
        going_on = {key: state for key, state in self.states.items() if state in _GOING_ON} if self.working else {}
        self._folder, self.tournament = shown.folder, shown.tournament
        self.finishes, self.table = shown.finishes, shown.table
        self.states = {**shown.states, **going_on}
        self.changed.emit()

    def _on_played(self, played: TournamentPlayed) -> None:
        del played
        self._end()
        self.done.emit()

    def _end(self, error: WhetError | None = None) -> None:
        self.working, self._request, self._current, self.progress = False, None, "", None
        for key, state in self.states.items():
            if state in _GOING_ON:
                self.states[key] = MatchState.STOPPED
        self.changed.emit()
        if self._folder is not None:
            self._read(self._folder)
        if error is not None and not was_asked_for(error):
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
