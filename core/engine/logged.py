"""A run that is in its log already, opened again to score more of it: for certificates, ratings, single calls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from core import paths
from core.data import tasks
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Reading, Role, RunSpec
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.engine.context import EngineContext
from core.engine.progress import Telemetry
from core.errors import RunError
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.llm.base import ChatModel
from core.metrics import check_metric
from core.said import Said
from core.state import RunState, fold
from core.store.runs import RunFolder


class OfRun(Protocol):
    """A command about a run."""

    @property
    def run_folder(self) -> str:
        """Where the run lies."""
        ...

    @property
    def task_folder(self) -> str:
        """Where its task lies now."""
        ...

    @property
    def models(self) -> dict[Role, str]:
        """Where its models lie now."""
        ...


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """A run with the fold of its log, and its task with the rows that it was started with."""

    folder: RunFolder
    spec: RunSpec
    state: RunState
    task: Task
    files: dict[Role, str]

    def scoring_models(self, context: EngineContext) -> dict[Role, ChatModel]:
        """The models that score more of it: the one that answers, and those that its metric asks."""
        needed = {Role.TASK, *check_metric(self.task).roles}
        refs = {role: ref for role, ref in self.spec.models.items() if role in needed}
        owner = paths.owner_of(self.folder.workspace)
        return context.models.for_run(refs, self.files, cancel=context.cancel, send=context.send, owner=owner)

    def judge(self, context: EngineContext, reading: Reading | None = None) -> "Judge":
        """Who scores prompts as in the run, unless answers are to be read in another way."""
        models, meter = self.scoring_models(context), Meter(self.spec.budget)
        telemetry = Telemetry(context.send, meter)
        scorer = Scorer(
            models[Role.TASK],
            self.task,
            reading or self.spec.reading,
            context.cancel,
            telemetry.observe,
            models,
            stop_at_label=self.spec.stops_at_label,
        )
        return Judge(scorer, meter, telemetry.begin)


class RowRange(NamedTuple):
    """Which rows of how many are asked together, counted from 1."""

    first: int
    last: int
    of: int


Announce = Callable[[RowRange], None]
"""Says what is scored now."""


def blocks(rows: Sequence[Example], announce: Announce) -> Iterator[Sequence[Example]]:
    """The rows in the blocks that they are asked in, each announced."""
    for start in range(0, len(rows), BLOCK):
        announce(RowRange(start + 1, min(start + BLOCK, len(rows)), len(rows)))
        yield rows[start : start + BLOCK]


@dataclass(frozen=True, slots=True)
class Judge:
    """Scores prompts on rows, block by block, and counts."""

    scorer: Scorer
    meter: Meter
    begin: Callable[[str], None]

    def verdicts(self, prompt: Prompt, rows: Sequence[Example], announce: Announce) -> list[Verdict]:
        """A verdict per row."""
        found: list[Verdict] = []
        for block in blocks(rows, announce):
            verdicts, spent = self.scorer.score(prompt, block)
            self.meter.charge(spent)
            found += verdicts
        return found


def open_run(command: OfRun) -> LoggedRun:
    """The run that a command is about. Raises `RunError` if its rows are others now."""
    folder = RunFolder(Path(command.run_folder))
    spec, state = folder.read_spec(), fold(folder.read_events().events)
    return LoggedRun(folder, spec, state, load_same_task(spec, Path(command.task_folder)), command.models)


def load_same_task(spec: RunSpec, folder: Path) -> Task:
    """The task of a run, refused if its rows are not the ones the run was started with."""
    task = tasks.load_task(folder)
    if tasks.task_fingerprint(task) != spec.task_fingerprint:
        raise RunError(
            Said("The rows of the task “{name}” have changed since this run was started.", name=task.name),
            kept="The run is kept as it is.",
            hint="Restore the old rows to go on, or start a new run.",
        )
    return task
