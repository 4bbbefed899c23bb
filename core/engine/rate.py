"""Scores of a run's candidates on all validation rows, outside its budget: for curves and comparisons."""

from collections.abc import Callable
from pathlib import Path

from core.control import CancelToken
from core.domain.example import Split
from core.domain.runspec import Role
from core.domain.scoring import Verdict
from core.engine.models import LoadedModels
from core.engine.progress import Telemetry
from core.engine.protocol import Message, Rate, Rated, Rating
from core.engine.sitting import load_same_task
from core.errors import UsageError
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.metrics import aggregate, metric_of
from core.state import fold
from core.store.runs import RunFolder


def rate(command: Rate, loaded: LoadedModels, send: Callable[[Message], None], cancel: CancelToken) -> Rated:
    """One rating per candidate. What the run scored on all validation rows itself is taken from its log."""
    folder = RunFolder(Path(command.run_folder))
    spec = folder.read_spec()
    state = fold(folder.read_events().events)
    task = load_same_task(spec, Path(command.task_folder))
    unknown = [id_ for id_ in command.candidates if id_ not in state.nodes]
    if unknown:
        raise UsageError(f"The run {folder.id} has no candidate “{unknown[0]}”.")
    models = loaded.for_scoring(folder, spec, task, command.models, cancel=cancel, send=send)
    telemetry = Telemetry(send, Meter(spec.budget))
    scorer = Scorer(
        models[Role.TASK],
        task,
        spec.reading,
        cancel,
        telemetry.observe,
        models,
        stop_at_label=spec.stops_at_label,
    )
    by_rows = metric_of(task).mean_of_rows
    found: list[Rating] = []
    for id_ in command.candidates:
        node = state.nodes[id_]
        card = node.cards.get(Split.VALIDATION)
        verdicts: list[Verdict] = list(card.verdicts) if card and card.n == len(task.validation) else []
        for start in range(len(verdicts), len(task.validation), BLOCK):
            telemetry.begin(f"{id_}: validation rows from {start + 1} of {len(task.validation)}")
            verdicts += scorer.score(node.candidate.prompt, task.validation[start : start + BLOCK])[0]
        rows = tuple(verdict.score for verdict in verdicts)
        value = aggregate(verdicts, task.validation, task)
        found.append(Rating(id_, value, rows if by_rows else ()))
    return Rated(tuple(found))
