"""A log of 20,000 events: opened, and live at full speed."""

import tempfile
import time
from pathlib import Path

from core.domain.runspec import Role
from core.engine.commands.prepare import Prepare
from core.events import Event, encode
from core.program import program
from desktop.bench.made_up import made_up_run
from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds, seconds
from desktop.bench.stage import BenchStage, Heartbeat, opened, store_run, store_task
from desktop.pages.names import HISTORY, RUN

_EVENTS = 20_000
_ROUNDS = 445  # of 8 candidates with 48 rows: five events each, and five for the round


def measures(options: Options) -> list[WindowMeasure]:
    """From Enter in the list of runs to the drawn tree; and an engine that writes as fast as it is read."""
    events = made_up_run(rounds=options.of(_ROUNDS))
    opens, stalls = FrameClock(time.process_time), list[Take]()
    for _ in range(options.takes):
        with opened(lambda workspace: store_run(workspace, "2026-01-01-0000-gpo-made-up-0001", events)) as stage:
            stalls.append(_open(stage, opens))
    live = [_live(events) for _ in range(options.takes)]
    return [
        seconds(f"a log of {len(events):,} events, opened", opens.takes, 1.0),
        milliseconds("the window's longest stall meanwhile", stalls, 100),
        milliseconds(
            "the same events live at full speed, the window's longest stall", [stall for stall, _ in live], 100
        ),
        seconds("the same events live, all of them shown", [whole for _, whole in live]),
    ]


def _open(stage: BenchStage, watch: FrameClock) -> Take:
    run, heart, paint = stage.window.run, Heartbeat(), FrameClock()
    id_ = stage.whet.workspace.runs[0].id
    stage.window.show_page(HISTORY)
    stage.settle()
    with heart.beating(), watch.running():
        stage.window.runs.wanted.emit(RUN, id_)
        stage.until(lambda: run.model.state.ended is not None)
        stage.frame(run.tree.view, paint, run.tree.view.update)
    return heart.longest


def _live(events: list[Event]) -> tuple[Take, Take]:
    """The longest stall, and the whole time."""
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as place:
        log = Path(place) / "events.jsonl"
        log.write_bytes(b"".join(map(encode, events)))
        command = program("desktop.bench.flood", str(log))
        with opened(lambda workspace: store_task(workspace, "made-up", 48), command) as stage:
            run, heart, watch = stage.whet.session.run, Heartbeat(), FrameClock(time.process_time)
            stage.window.show_page(RUN)
            stage.settle()
            task = stage.folder / "tasks" / "made-up"
            with heart.beating(), watch.running():
                stage.whet.session.start(Prepare(str(task), {Role.TASK: str(log)}, "gpo"))
                stage.until(lambda: run.state.ended is not None and not stage.whet.client.busy)
            return heart.longest, watch.takes[0]
