"""One session of a run in its folder: opens the log, loads the models, runs or goes on, and writes the result."""

import logging
from pathlib import Path

from core import paths
from core.domain.runspec import RunSpec
from core.domain.task import Task
from core.engine.commands.run import Run
from core.engine.context import EngineContext
from core.engine.label_bias import bias_calls
from core.engine.logged import load_same_task
from core.engine.progress import Telemetry
from core.engine.recorder import Recorder
from core.engine.remaining_calls import RemainingCalls
from core.engine.review import review
from core.engine.runner import calls_per_row, most_calls, reserved_calls, run
from core.engine.timing import Stopwatch
from core.errors import WorkspaceError
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


def run_session(command: Run, context: EngineContext) -> RunState:
    """Run, or go on with, the run in the command's folder; the state after its last event."""
    folder, control = RunFolder(Path(command.run_folder)), context.control
    spec = folder.read_spec()
    task = load_same_task(spec, Path(command.task_folder))
    folder.write_task(task)
    with folder.writing():
        state = RunState()

        meter = _meter(spec, task, control)
        telemetry = Telemetry(context.send, meter, _forecast(spec, task), control.clock, command.overhear)

        watch = Stopwatch(telemetry, control.clock)

        def on_event(event: Event) -> None:
            advance(state, event)
            watch.on_event(event)
            telemetry.on_event(event)
            context.publish(event)

        recorder = Recorder(folder.log_path, on_event)
        try:
            owner = paths.owner_of(folder.workspace)
            models = context.models.for_run(
                spec.models, command.models, cancel=context.cancel, send=context.send, owner=owner
            )
            bench = Bench(models, recorder, meter, context.cancel, watch.observe, watch.begin, control)
            if command.end_early:
                control.end_early()
            run(Lab(task, spec, bench), bench, recorder)
        finally:
            recorder.close()
        _keep_result(folder, state, task, meter.seconds)
        _keep_times(folder, watch)
    return state


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


def _reserve(spec: RunSpec, task: Task) -> int:
    """Calls that the final choice takes at most."""
    validation, seeds = len(task.validation), len(spec.seed_prompts)
    bias = bias_calls(spec, task)
    return reserved_calls(spec.final_rule, validation, seeds, spec.budget.calls, calls_per_row(task), bias=bias)


def _meter(spec: RunSpec, task: Task, control: RunControl) -> Meter:
    return Meter(spec.budget, reserved_calls=_reserve(spec, task), clock=control.clock)


def _forecast(spec: RunSpec, task: Task) -> RemainingCalls:
    per_edit = (max(len(task.train), len(task.validation)) + len(task.validation)) * calls_per_row(task)
    return RemainingCalls(most_calls(spec, task), _reserve(spec, task), per_edit, spec.budget.calls)
