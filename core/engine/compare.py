"""Scores prompts × models × seeds on the same validation rows, and tests two of them against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from core import paths
from core.data import tasks
from core.domain.comparison import CellKey, ComparisonCell, ComparisonSpec, Contestant
from core.domain.example import Example
from core.domain.runspec import Budget, ModelRef, Reading, Role
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.domain.variables import fitting
from core.engine.commands.compare import CellScored, Compare, Compared, Weigh, Weighed
from core.engine.context import EngineContext
from core.engine.messages import Progressed
from core.engine.prepare import check_roles, reference
from core.engine.progress import Telemetry
from core.errors import UsageError
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.lab.stats import scorecard_interval
from core.llm.base import ChatModel
from core.metrics import aggregate, check_metric
from core.report import weighing
from core.report.weighing import Pair
from core.store import comparisons


@dataclass(slots=True)
class _Bench:
    """What scoring a comparison needs."""

    spec: ComparisonSpec
    task: Task
    rows: tuple[Example, ...]
    context: EngineContext
    total: int
    done: int = 0
    answered: int = 0
    meter: Meter = field(default_factory=lambda: Meter(Budget()))

    def begin(self, contestant: Contestant, model: ModelRef) -> None:
        """Say what is scored now, and how much of the whole is done."""
        self.context.cancel.check()
        self.context.send(Progressed(f"{contestant.name} on {model.name}", self.done / max(self.total, 1)))

    def tell(self, progress: Progressed) -> None:
        """Pass telemetry on, its fraction of the whole cell, and the rows that were answered in all: a model only
        knows of the block that it answers."""
        block = min(BLOCK, len(self.rows) - self.answered)
        here = self.answered + progress.fraction * block
        calls = self.done * len(self.rows) + round(here)
        self.context.send(msgspec.structs.replace(progress, fraction=here / max(len(self.rows), 1), calls=calls))


def compare(command: Compare, context: EngineContext) -> Compared:
    """Score every combination that the file does not hold yet; each is kept and sent as soon as it is known."""
    task = tasks.load_task(Path(command.task_folder))
    spec = _spec(command, task, context)
    file = Path(command.file)
    with comparisons.writing(file):
        return _compared(command, context, task, spec, file)


def _compared(command: Compare, context: EngineContext, task: Task, spec: ComparisonSpec, file: Path) -> Compared:
    known = comparisons.begin(file, spec)
    for cell in known.cells:
        context.send(CellScored(cell))
    rows = task.validation[: spec.rows or None]
    done = {cell.key for cell in known.cells}
    keys = [
        CellKey(prompt, model, seed)
        for model in range(len(spec.models))
        for prompt in range(len(spec.prompts))
        for seed in spec.seeds
    ]
    bench = _Bench(spec, task, rows, context, total=len(keys))
    for place, model in enumerate(spec.models):
        missing = [key for key in keys if key.model == place and key not in done]
        bench.done += sum(key.model == place and key in done for key in keys)
        if missing:
            refs = {Role.TASK: model, **spec.helpers}
            files = {Role.TASK: command.models[place], **command.helpers}
            owner = paths.owner_of(file.parent.parent)
            models = context.models.for_run(refs, files, cancel=context.cancel, send=context.send, owner=owner)
            _score(bench, missing, models, file)
    return Compared(command.file)


def weigh(command: Weigh) -> Weighed:
    """Hold one cell against another."""
    asked = Pair(
        Path(command.file), Path(command.task_folder), command.before, command.after, command.by_thumbs, command.thumbs
    )
    return Weighed(weighing.weigh(asked))


def _spec(command: Compare, task: Task, context: EngineContext) -> ComparisonSpec:
    if not command.prompts or not command.models:
        raise UsageError("A comparison needs a prompt and a model.", hint="Choose at least one of each.")
    metric = check_metric(task)
    check_roles(metric, command.helpers)

    def refer(path: str, role: Role = Role.TASK) -> ModelRef:
        settings = command.settings.get(path, {})
        return reference(path, settings, context.report, context.cancel, [], writes=role is not Role.EMBEDDER)

    refs = tuple(map(refer, command.models))
    helpers = {role: refer(command.helpers[role], role) for role in sorted(metric.roles)}
    seeds = tuple(dict.fromkeys(command.seeds)) if command.temperature > 0 else (0,)
    fingerprint = tasks.task_fingerprint(task)
    contestants = tuple(replace(each, prompt=fitting(each.prompt, task)) for each in command.prompts)
    return ComparisonSpec(task.name, fingerprint, contestants, refs, seeds, command.temperature, command.rows, helpers)


def _score(bench: _Bench, keys: Sequence[CellKey], models: Mapping[Role, ChatModel], file: Path) -> None:
    spec, task = bench.spec, bench.task
    for key in keys:
        contestant = spec.prompts[key.prompt]
        bench.begin(contestant, spec.models[key.model])
        telemetry = Telemetry(bench.tell, bench.meter)
        telemetry.phase = f"{contestant.name} on {spec.models[key.model].name}"
        scorer = Scorer(
            models[Role.TASK],
            task,
            Reading.GENERATED,
            bench.context.cancel,
            telemetry.observe,
            models,
            temperature=spec.temperature,
            seed=key.seed,
        )
        verdicts: list[Verdict] = []
        tokens = 0
        for start in range(0, len(bench.rows), BLOCK):
            bench.answered = start
            found, spent = scorer.score(contestant.prompt, bench.rows[start : start + BLOCK])
            verdicts += found
            tokens += spent.tokens
        low, high = scorecard_interval(verdicts, bench.rows, task)
        cell = ComparisonCell(key, aggregate(verdicts, bench.rows, task), low, high, tuple(verdicts), tokens)
        comparisons.add(file, cell)
        bench.done, bench.answered = bench.done + 1, 0
        bench.context.send(CellScored(cell))
