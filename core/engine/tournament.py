"""Plays a tournament through one engine: every run in turn, then the scores that its table is made of.

It goes on where it stopped: runs that ended well are kept, one that was stopped is resumed, others are begun.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from core import files, nested
from core.control import Cancelled
from core.domain.runspec import RunSpec
from core.domain.tournament import Match, Tournament
from core.engine.protocol import Rated
from core.errors import RunError
from core.methods import method
from core.methods.base import as_values
from core.report.anytime import held_at, incumbents
from core.report.standings import CHECKPOINTS, Finish
from core.state import RunState, fold
from core.store.runs import RunFolder, RunStatus
from core.store.tournaments import TournamentFolder
from core.store.workspace import Workspace

Play = Callable[[RunFolder, Path], RunState]
"""Runs, or goes on with, a run on the task in a folder."""

Score = Callable[[RunFolder, Path, tuple[str, ...]], Rated]
"""Scores candidates of a run on all validation rows."""

_FINISHES = "finishes.json"

DONE = frozenset({RunStatus.FINISHED, RunStatus.BUDGET})


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


def play(
    workspace: Workspace,
    folder: TournamentFolder,
    task_of: Callable[[RunSpec], Path],
    run: Play,
    tell: Callable[[str], None],
) -> None:
    """Run whatever is left. A run that fails is said, and tried again the next time.

    Raises `Cancelled` when a run was stopped: what is done is kept.
    """
    tournament = folder.read()
    matches = list(tournament.matches())
    for number, match in enumerate(matches, 1):
        known = folder.run_of(match)
        if known is not None and known.status() in DONE:
            continue
        begun = known or workspace.new_run(spec_of(match, tournament))
        folder.keep_run(match, begun)
        state = run(begun, task_of(match.base))
        workspace.index_run(begun)
        if state.ended is not None and state.ended.outcome == "cancelled":
            raise Cancelled
        tell(f"{number} of {len(matches)}: {match.base.task}, {match.entrant.name}, seed {match.seed}: {_said(state)}")


def finished(folder: TournamentFolder) -> list[tuple[Match, RunFolder]]:
    """The matches that ended well, with their runs."""
    found = [(match, folder.run_of(match)) for match in folder.read().matches()]
    return [(match, run) for match, run in found if run is not None and run.status() in DONE]


def finish_of(match: Match, run: RunFolder, tournament: Tournament, task: Path, score: Score) -> Finish:
    """How a run ended, by the validation scores of its final prompt and of its best ones on the way."""
    way = way_of(match, run, tournament)
    return way.finish(score(run, task, way.candidates))


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
        raise RunError(f"The run {run.id} has not chosen its final prompt.")
    whole = tournament.budget_of(match).tokens or state.spend.tokens
    ways = incumbents(events)
    held = (*(held_at(ways, share * whole) for share in CHECKPOINTS[:-1]), state.final.candidate)
    return Way(match, held, state.spend.tokens, state.spend.calls)


def keep_finishes(folder: TournamentFolder, finishes: Mapping[str, Finish]) -> None:
    """Keep, by the keys of their matches, how runs ended, so that the table can be shown without a model."""
    folder.keep(_FINISHES, msgspec.json.encode(finishes))


def kept_finishes(folder: TournamentFolder) -> dict[str, Finish]:
    """What `keep_finishes` kept; nothing of a file that cannot be read, as the scores can be made again."""
    try:
        return nested.decode(files.read(folder.path / _FINISHES), type=dict[str, Finish])
    except (OSError, msgspec.DecodeError):
        return {}


def _scored(rated: Rated) -> dict[str, tuple[float, tuple[float, ...]]]:
    return {each.candidate: (each.value, each.rows) for each in rated.ratings}


def _said(state: RunState) -> str:
    if state.ended is not None and state.ended.outcome == "failed":
        return f"failed: {state.ended.message}"
    node = state.nodes.get(state.best)
    if node is None or node.card is None:
        return "nothing scored"
    return f"{node.card.percent:.1f} % for {state.spend.tokens:,} tokens"


def left(folder: TournamentFolder) -> int:
    """How many runs are still to be done."""
    return len(list(folder.read().matches())) - len(finished(folder))


def most_tokens(tournament: Tournament) -> int:
    """What all runs may spend together, without the scores that the table needs beside them."""
    budgets: Sequence[int] = [tournament.budget_of(match).tokens or 0 for match in tournament.matches()]
    return sum(budgets)
