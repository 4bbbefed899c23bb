"""The window while a real model writes: what it holds up, on the starter model where it was fetched, else on the
bundled one."""

import os
import shutil
import time
from pathlib import Path

from core.engine.connection import engine_command
from core.paths import sample_tasks, starter_model, starter_sample
from desktop.bench.measure import Options, Take, WindowMeasure, milliseconds
from desktop.bench.stage import BenchStage, Heartbeat, opened
from desktop.pages.names import COMPARE, HISTORY, PLAYGROUND, RUN

_SECONDS, _PATIENCE = 20.0, 180.0
_LOOKED_AT = (RUN, HISTORY, RUN, COMPARE, RUN, PLAYGROUND, RUN)
"""Pages that the person looks at meanwhile, in turn."""


def measures(options: Options) -> list[WindowMeasure]:
    """The longest time for which the window did not answer: of the clock, and of the processor in its own thread."""
    starter = starter_model()
    with opened(lambda _: _bring(starter), engine_command()) as stage:
        name = starter_sample().name if starter is not None else sample_tasks()[0].name
        stage.until(lambda: bool(stage.window.home.samples) and stage.window.new_run.task.task is not None, _PATIENCE)
        taken = [_watch(stage, name, options.size * _SECONDS)]  # one run: what counts is the worst of it
    model = starter.stem if starter is not None else "the bundled model"
    return [milliseconds(f"the longest stall while {model} writes", taken, 100)]


def _bring(starter: Path | None) -> None:
    """Put the model into the folder of this window's own user, where it is looked for."""
    if starter is None:
        return
    models = Path(os.environ["WHET_HOME"]) / "models"
    models.mkdir(parents=True, exist_ok=True)
    try:
        (models / starter.name).hardlink_to(starter)
    except OSError:
        shutil.copyfile(starter, models / starter.name)


def _watch(stage: BenchStage, sample: str, seconds: float) -> Take:
    session, heart = stage.whet.session, Heartbeat()
    stage.window.new_run.start_sample(sample)
    stage.until(lambda: bool(session.run.state.nodes), _PATIENCE)
    ends, pages = time.monotonic() + seconds, 0
    with heart.beating():
        while time.monotonic() < ends and not session.idle:
            turn = min(ends, time.monotonic() + seconds / len(_LOOKED_AT))
            stage.window.show_page(_LOOKED_AT[pages % len(_LOOKED_AT)])
            stage.until(lambda turn=turn: time.monotonic() >= turn or session.idle, _PATIENCE)  # type: ignore[misc]
            pages += 1
    session.stop()
    stage.until(lambda: session.idle, _PATIENCE)
    return heart.longest
