"""How the runs of a tournament ended, kept beside it, so that its table can be shown without a model."""

from collections.abc import Mapping
from typing import Final

import msgspec

from core import files, nested
from core.domain.tournament import Match, Tournament
from core.report.standings import Finish
from core.store.runs import RunFolder, RunStatus
from core.store.tournaments import TournamentFolder

_FINISHES: Final = "finishes.json"

DONE: Final = frozenset({RunStatus.FINISHED, RunStatus.BUDGET})


def finished(folder: TournamentFolder) -> list[tuple[Match, RunFolder]]:
    """The matches that ended well, with their runs."""
    found = [(match, folder.run_of(match)) for match in folder.read().matches()]
    return [(match, run) for match, run in found if run is not None and run.status() in DONE]


def left(folder: TournamentFolder) -> int:
    """How many runs are still to be done."""
    return len(list(folder.read().matches())) - len(finished(folder))


def most_tokens(tournament: Tournament) -> int:
    """What all runs may spend together, without the scores that the table needs beside them."""
    return sum(tournament.budget_of(match).tokens or 0 for match in tournament.matches())


def keep_finishes(folder: TournamentFolder, finishes: Mapping[str, Finish]) -> None:
    """Keep, by the keys of their matches, how runs ended, so that the table can be shown without a model."""
    folder.keep(_FINISHES, nested.encode(finishes))


def kept_finishes(folder: TournamentFolder) -> dict[str, Finish]:
    """What `keep_finishes` kept; nothing of a file that cannot be read, as the scores can be made again."""
    try:
        return nested.decode(files.read(folder.path / _FINISHES), type=dict[str, Finish])
    except (OSError, msgspec.DecodeError):
        return {}
