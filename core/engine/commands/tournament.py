"""A tournament, from what competes to the scores that its table is made of."""

from typing import TYPE_CHECKING

from core.domain.runspec import Budget, FinalRule
from core.domain.tournament import Entrant, MatchState
from core.engine.commands.prepare import Prepare
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class TournamentBegun(Message, frozen=True, tag=True):
    """Its folder's name in the workspace, and how many of its runs are still to be done."""

    id: str
    left: int


class MatchChanged(Message, frozen=True, tag=True):
    """How far one run of the tournament is, by the key of its match; `words` say how it ended."""

    key: str
    state: MatchState
    run: str
    words: Words = ""


class TournamentPlayed(Message, frozen=True, tag=True):
    """Every run has had its turn; so many failed, and are tried again the next time."""

    left: int


class PlayTournament(Command[TournamentPlayed], frozen=True, tag=True):
    """Begin a tournament of `entrants` on the tasks and models of `plans`, or go on with the one named by its `id`.

    Runs that ended well are kept, one that was stopped goes on, others are begun. `TournamentBegun` comes first, then
    a `MatchChanged` for every step; the runs' own events go into their logs alone.

    `model` is where the task model lies now; without `rate` the prompts are not scored on all validation rows.
    """

    workspace: str
    id: str = ""
    plans: tuple[Prepare, ...] = ()
    entrants: tuple[Entrant, ...] = ()
    seeds: tuple[int, ...] = ()
    budget: Budget = Budget()
    final_rule: FinalRule | None = None
    model: str = ""
    rate: bool = True


@handles(PlayTournament)
def _play_tournament(command: PlayTournament, context: "EngineContext") -> TournamentPlayed:
    from core.engine.tournament import play

    return play(command, context)
