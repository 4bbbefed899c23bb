"""One sitting of a run in its folder: opens the log, loads the models, runs or goes on, and writes the result."""

import logging
from collections.abc import Callable
from pathlib import Path

from core import paths
from core.control import CancelToken
from core.data import tasks
from core.domain.runspec import RunSpec
from core.domain.task import Task
from core.engine.forecast import Forecast
from core.engine.label_bias import bias_calls
from core.engine.models import LoadedModels
from core.engine.progress import Telemetry
from core.engine.protocol import Message, Run
from core.engine.recorder import Recorder
from core.engine.review import review
from core.engine.runner import calls_per_row, most_calls, reserved_calls, run
from core.engine.timing import Stopwatch
from core.errors import RunError, WorkspaceError
from core.events import Event
from core.lab.bench import Bench
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.steering import RunControl
from core.report.result import summarize
from core.state import RunState, advance
from core.store.runs import RunFolder
from core.store.times import add_times

_log = logging.getLogger("whet.engine")


def sit(
    command: Run,
    loaded: LoadedModels,
    publish: Callable[[Event], None],
    send: Callable[[Message], None],
    cancel: CancelToken,
    control: RunControl,
) -> None:
    """Run, or go on with, the run in the command's folder."""
    folder = RunFolder(Path(command.run_folder))
    spec = folder.read_spec()
    task = load_same_task(spec, Path(command.task_folder))
    folder.write_task(task)
    with folder.writing():
        state = RunState()

        meter = _meter(spec, task, control)
        telemetry = Telemetry(send, meter, _forecast(spec, task), control.clock, command.overhear)

        watch = Stopwatch(telemetry, control.clock)

        def hear(event: Event) -> None:
            advance(state, event)
            watch.hear(event)
            telemetry.hear(event)
            publish(event)

        recorder = Recorder(folder.log_path, hear)
        try:
            models = loaded.for_run(
                spec.models,
                command.models,
                cancel=cancel,
                send=send,
                owner=paths.owner_of(folder.workspace),
            )
            bench = Bench(models, recorder, meter, cancel, watch.observe, watch.begin, control)
            if command.end_early:
                control.end_early()
            run(Lab(task, spec, bench), bench, recorder)
        finally:
            recorder.close()
        _keep_result(folder, state, task, meter.seconds)
        _keep_times(folder, watch)


def _keep_result(folder: RunFolder, state: RunState, task: Task, seconds: float) -> None:
    try:
        found = review(state, task)
        if found is not None:
            folder.write_review(found)
        folder.write_result(summarize(folder.id, state, seconds))
    except WorkspaceError as error:
        if state.ended is None or state.ended.outcome != "failed":
            raise
        _log.warning("%s", error)  # the run's own failure, most likely the same one, has been said already


def _keep_times(folder: RunFolder, watch: Stopwatch) -> None:
    """Nothing depends on them: a full disk has been said already."""
    try:
        add_times(folder.path, watch.times)
    except WorkspaceError as error:
        _log.warning("%s", error)


def load_same_task(spec: RunSpec, folder: Path) -> Task:
    """The task of a run, refused if its rows are not the ones the run was started with."""
    task = tasks.load_task(folder)
    if tasks.task_fingerprint(task) != spec.task_fingerprint:
        raise RunError(
            f"The rows of the task “{task.name}” have changed since this run was started.",
            kept="The run is kept as it is.",
            hint="Restore the old rows to go on, or start a new run.",
        )
    return task


def _reserve(spec: RunSpec, task: Task) -> int:
    """Calls that the final choice takes at most."""
    validation, seeds = len(task.validation), len(spec.seed_prompts)
    bias = bias_calls(spec, task)
    return reserved_calls(spec.final_rule, validation, seeds, spec.budget.calls, calls_per_row(task), bias=bias)


def _meter(spec: RunSpec, task: Task, control: RunControl) -> Meter:
    return Meter(spec.budget, reserved_calls=_reserve(spec, task), clock=control.clock)


def _forecast(spec: RunSpec, task: Task) -> Forecast:
    per_edit = (max(len(task.train), len(task.validation)) + len(task.validation)) * calls_per_row(task)
    return Forecast(most_calls(spec, task), _reserve(spec, task), per_edit, spec.budget.calls)
