"""Scores of a run's candidates on all validation rows, outside its budget: for curves and comparisons."""

from typing import TYPE_CHECKING

import msgspec

from core.domain.example import Split
from core.domain.runspec import Role
from core.engine.messages import Command, Message, handles
from core.said import Said

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Rating(msgspec.Struct, frozen=True):
    """A candidate's value on all validation rows, 0…1; the score of each where the value is their mean, else none."""

    candidate: str
    value: float
    rows: tuple[float, ...]


class Rated(Message, frozen=True, tag=True):
    """What `Rate` found, in the order asked for."""

    ratings: tuple[Rating, ...]


class Rate(Command[Rated], frozen=True, tag=True):
    """Score candidates of a run on all validation rows, outside its budget and log."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    candidates: tuple[str, ...]


@handles(Rate)
def rate(command: Rate, context: "EngineContext") -> Rated:
    """One rating per candidate. What the run scored on all validation rows itself is taken from its log."""
    from core.engine.logged import RowRange, open_run
    from core.errors import UsageError
    from core.metrics import aggregate, metric_of

    run = open_run(command)
    unknown = [id_ for id_ in command.candidates if id_ not in run.state.nodes]
    if unknown:
        raise UsageError(Said("The run {id} has no candidate “{unknown}”.", id=run.folder.id, unknown=unknown[0]))
    rows, judge = run.task.validation, run.judge(context)
    by_rows = metric_of(run.task).mean_of_rows
    found: list[Rating] = []
    for id_ in command.candidates:
        node = run.state.nodes[id_]
        card = node.cards.get(Split.VALIDATION)
        known = list(card.verdicts) if card and card.n == len(rows) else []

        def announce(place: RowRange, id_: str = id_) -> None:
            judge.begin(Said("{id}: validation rows from {first} of {of}", id=id_, first=place.first, of=place.of))

        verdicts = known or judge.verdicts(node.candidate.prompt, rows, announce)
        scores = tuple(verdict.score for verdict in verdicts)
        found.append(Rating(id_, aggregate(verdicts, rows, run.task), scores if by_rows else ()))
    return Rated(tuple(found))
