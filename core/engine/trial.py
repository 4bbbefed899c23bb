"""Before a run: a prompt asked about a few rows, with what was read from each reply and what it is worth."""

import time
from dataclasses import replace
from pathlib import Path

from core import paths
from core.data import tasks
from core.domain.runspec import Budget, Role
from core.domain.task import Task
from core.domain.variables import fitting
from core.engine.commands.try_rows import RowsTried, TriedRow, TryRows
from core.engine.context import EngineContext
from core.engine.metric_choice import choose_metric
from core.engine.models import form_words_of
from core.engine.prepare import check_roles, chosen_reading, reference
from core.engine.progress import Telemetry
from core.errors import UsageError
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.metrics import check_metric
from core.said import Said


def try_rows(command: TryRows, context: EngineContext) -> RowsTried:
    """One verdict per row. Raises `WhetError` for a metric, contract or model that does not fit."""
    task = judged_as_asked(tasks.load_task(Path(command.task_folder)), command)
    prompt = fitting(task.start(command.prompt), task)
    metric = check_metric(task)
    check_roles(metric, command.models)
    if not 0 < command.rows <= BLOCK:
        raise UsageError(Said("From 1 to {block} rows can be tried at once.", block=BLOCK))
    refs = {
        role: reference(path, command.settings, context.report, context.cancel, [], writes=role is not Role.EMBEDDER)
        for role, path in command.models.items()
        if role in {Role.TASK, *metric.roles}
    }
    notes: list[str] = []
    reading = chosen_reading(task, command.reading, refs[Role.TASK], notes)
    owner = paths.owner_of(Path(command.workspace)) if command.workspace else ""
    models = context.models.for_run(refs, command.models, cancel=context.cancel, send=context.send, owner=owner)
    telemetry = Telemetry(context.send, Meter(Budget()))
    telemetry.begin(Said("trying rows"))
    rows = task.train[command.start : command.start + command.rows]
    began = time.monotonic()
    scorer = Scorer(models[Role.TASK], task, reading, context.cancel, telemetry.observe, models)
    verdicts, spent = scorer.score(prompt, rows)
    tried = tuple(
        TriedRow(row.row, row.input, row.answers, verdict.output, verdict.extracted, verdict.score, verdict.reason)
        for row, verdict in zip(rows, verdicts, strict=True)
    )
    tokens = spent.tokens
    said = tuple(filter(None, [form_words_of(command.models[Role.TASK]), *notes]))
    return RowsTried(tried, len(task.train), spent.calls, tokens, time.monotonic() - began, said)


def judged_as_asked(task: Task, command: TryRows) -> Task:
    """The task with the metric and the answer contract of the command, where it names others."""
    task = replace(task, contract=command.answer) if command.answer is not None else task
    if not command.metric:
        return task
    chosen = choose_metric(command.metric, command.metric_options, task.contract.kind)
    code = chosen.code or (task.metric_code if command.metric == task.metric else "")
    return replace(task, metric=command.metric, metric_options=tuple(sorted(chosen.options.items())), metric_code=code)
