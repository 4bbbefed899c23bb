"""Plays a tournament: every run in turn, then the scores that its table is made of.

It goes on where it stopped: runs that ended well are kept, one that was stopped is resumed, others are begun.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from core.control import Cancelled
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.tournament import Match, MatchState, Tournament
from core.engine.choosing import settled
from core.engine.commands.rate import Rate, Rated, rate
from core.engine.commands.run import Run
from core.engine.commands.tournament import MatchChanged, PlayTournament, TournamentBegun, TournamentPlayed
from core.engine.context import EngineContext
from core.engine.messages import Logged
from core.engine.prepare import prepare
from core.engine.session import run_session
from core.errors import RunError, WhetError
from core.methods import method
from core.methods.base import as_values
from core.report.anytime import held_at, incumbents
from core.report.finishes import DONE, keep_finishes, kept_finishes, left
from core.report.standings import CHECKPOINTS, Finish
from core.said import Said, as_said
from core.state import RunState, fold
from core.store.places import model_paths, remember, task_of_run
from core.store.runs import RunFolder
from core.store.tournaments import TournamentFolder, find_tournament, new_tournament
from core.store.workspace import Workspace, open_workspace


def play(command: PlayTournament, context: EngineContext) -> TournamentPlayed:
    """Run whatever is left. A run that fails is said, and tried again the next time.

    Raises `Cancelled` when a run was stopped: what is done is kept.
    """
    with open_workspace(Path(command.workspace)) as here:
        found = find_tournament(here, command.id) if command.id else _begun(command, here, context)
        context.send(TournamentBegun(found.id, left(found)))
        _Play(command, here, found, context).on()
        return TournamentPlayed(left(found))


def _begun(command: PlayTournament, here: Workspace, context: EngineContext) -> TournamentFolder:
    """A fresh tournament; what its runs share is prepared once for each task."""
    bases = []
    for plan in command.plans:
        whole = msgspec.structs.replace(settled(plan, here), budget=Budget(), until="")
        prepared = prepare(whole, context.report, context.cancel)
        for note in prepared.notes:
            context.send(Logged("warning", note))
        for role, ref in prepared.spec.models.items():
            remember(whole.models[role], ref)
        bases.append(prepared.spec)
    budgets = (command.budget,) * len(bases)
    return new_tournament(here, Tournament(tuple(bases), command.entrants, command.seeds, budgets, command.final_rule))


@dataclass(slots=True)
class _Play:
    """One session of a tournament."""

    command: PlayTournament
    here: Workspace
    folder: TournamentFolder
    context: EngineContext
    finishes: dict[str, Finish] = field(default_factory=dict)

    def on(self) -> None:
        """Give every run its turn."""
        tournament = self.folder.read()
        self.finishes = kept_finishes(self.folder)
        matches = list(tournament.matches())
        for number, match in enumerate(matches, 1):
            run = self.folder.run_of(match)
            known = run is not None and (match.key in self.finishes or not self.command.rate)
            if run is not None and known and run.status() in DONE:
                continue
            if run is None:
                run = self.here.new_run(spec_of(match, tournament))
                self.folder.keep_run(match, run)
            words = Said(
                "{number} of {matches}: {task}, {entrant}, seed {seed}",
                number=number,
                matches=len(matches),
                task=match.base.task,
                entrant=match.entrant.name,
                seed=match.seed,
            )
            self._turn(match, run, tournament, words)

    def _turn(self, match: Match, run: RunFolder, tournament: Tournament, words: str) -> None:
        def say(state: MatchState, said: str = "") -> None:
            self.context.send(
                MatchChanged(
                    match.key,
                    state,
                    run.id,
                    Said("{words}: {said}", words=as_said(words), said=as_said(said)) if said else "",
                )
            )

        try:
            state = self._run(match, run, say) if run.status() not in DONE else fold(run.read_events().events)
            if state.ended is not None and state.ended.outcome == "failed":
                say(MatchState.FAILED, _said(state))
                return
            if self.command.rate:
                say(MatchState.SCORING)
                self._rate(match, run, tournament)
            say(MatchState.DONE, _said(state))
        except Cancelled:
            say(MatchState.STOPPED)
            raise
        except WhetError:
            say(MatchState.FAILED)
            raise

    def _run(self, match: Match, run: RunFolder, say: Callable[[MatchState], None]) -> RunState:
        say(MatchState.RUNNING)
        task, quiet = task_of_run(match.base, self.here), replace(self.context, publish=lambda _: None)
        state = run_session(Run(str(run.path), str(task), self._models(run)), quiet)
        self.context.control.reset()
        self.here.index_run(run)
        if state.ended is not None and state.ended.outcome == "cancelled":
            raise Cancelled
        return state

    def _rate(self, match: Match, run: RunFolder, tournament: Tournament) -> None:
        way = way_of(match, run, tournament)
        task = task_of_run(match.base, self.here)
        rated = rate(Rate(str(run.path), str(task), self._models(run), way.candidates), self.context)
        self.finishes[match.key] = way.finish(rated)
        keep_finishes(self.folder, self.finishes)

    def _models(self, run: RunFolder) -> dict[Role, str]:
        return model_paths(run.read_spec(), self.command.model or None)


def spec_of(match: Match, tournament: Tournament) -> RunSpec:
    """Everything needed to repeat the run of a match. Raises `UsageError` for an entrant that cannot be.

    No label bias is learned: it is none of the methods' doing, and would be paid out of their budgets.
    """
    module = method(match.entrant.method)
    preset = module.PRESETS[match.entrant.preset or next(iter(module.PRESETS))]
    params, search = preset.chosen(module.Params, match.entrant.params)
    return replace(
        match.base,
        method=module.name,
        params=as_values(params),
        search=search,
        final_rule=tournament.final_rule or preset.final_rule,
        seed=match.seed,
        budget=tournament.budget_of(match),
        label_bias=msgspec.UNSET,
    )


@dataclass(frozen=True, slots=True)
class Way:
    """A run that has ended: the prompt it held at each of `CHECKPOINTS`, its final one last, and what it spent."""

    match: Match
    held: tuple[str, ...]
    tokens: int
    calls: int

    @property
    def candidates(self) -> tuple[str, ...]:
        """Those whose validation scores the table needs."""
        return tuple(dict.fromkeys(self.held))

    def finish(self, rated: Rated) -> Finish:
        """The line of the table, from these scores."""
        found = _scored(rated)
        value, rows = found[self.held[-1]]
        curve = tuple(found[candidate][0] for candidate in self.held)
        match = self.match
        return Finish(match.base.task, match.entrant.name, match.seed, value, rows, curve, self.tokens, self.calls)


def way_of(match: Match, run: RunFolder, tournament: Tournament) -> Way:
    """What a run that has ended held on its way. Raises `RunError` if it has not chosen its final prompt."""
    events = run.read_events().events
    state = fold(events)
    if state.final is None:
        raise RunError(Said("The run {id} has not chosen its final prompt.", id=run.id))
    whole = tournament.budget_of(match).tokens or state.spend.tokens
    ways = incumbents(events)
    held = (*(held_at(ways, share * whole) for share in CHECKPOINTS[:-1]), state.final.candidate)
    return Way(match, held, state.spend.tokens, state.spend.calls)


def _scored(rated: Rated) -> dict[str, tuple[float, tuple[float, ...]]]:
    return {each.candidate: (each.value, each.rows) for each in rated.ratings}


def _said(state: RunState) -> str:
    if state.ended is not None and state.ended.outcome == "failed":
        return Said("failed: {why}", why=state.ended.message)
    node = state.nodes.get(state.best)
    if node is None or node.card is None:
        return as_said("nothing scored")
    return Said("{score} % for {tokens} tokens", score=f"{node.card.percent:.1f}", tokens=f"{state.spend.tokens:,}")
