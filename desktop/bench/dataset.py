"""A dataset of 100,000 rows: opened, scrolled and searched."""

import time
from functools import partial

from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds, seconds
from desktop.bench.stage import BenchStage, Heartbeat, opened, store_task
from desktop.pages.names import DATASETS

_ROWS = 100_000
_FRAMES = 60


def measures(options: Options) -> list[WindowMeasure]:
    """Until the first rows are drawn; every frame on a way through the whole table, in leaps and by lines."""
    opens, stalls = FrameClock(time.process_time), list[Take]()
    scrolled: list[Take] = []
    rows = options.of(_ROWS)
    searched = FrameClock()
    with opened(lambda workspace: (store_task(workspace, "big", rows), store_task(workspace, "small", 10))) as stage:
        page = stage.window.datasets
        stage.window.show_page(DATASETS)
        for _ in range(options.takes):
            _choose(stage, "small", 10)
            heart = Heartbeat()
            with heart.beating(), opens.running():
                _choose(stage, "big", rows)
            stage.until(lambda: page.data.health is not None)
            stalls.append(heart.longest)
            stage.settle()
            scrolled.append(_scroll(stage))
            with searched.running():
                page.model.set_filter(f"question {rows - 1}", None)
                stage.application.processEvents()
            page.model.set_filter("", None)
    return [
        seconds(f"a dataset of {rows:,} rows, opened", opens.takes, 2.0),
        milliseconds("the window's longest stall meanwhile", stalls, 100),
        milliseconds("scrolling it, 95 % of frames", scrolled, 16),
        milliseconds("searching it", searched.takes),
    ]


def _choose(stage: BenchStage, name: str, rows: int) -> None:
    page = stage.window.datasets
    watch = FrameClock()
    page.choose(name)
    stage.until(lambda: page.data.rows is not None and page.model.total == rows)
    stage.frame(page.view.viewport(), watch, page.view.viewport().update)


def _scroll(stage: BenchStage) -> Take:
    view = stage.window.datasets.view
    bar, watch = view.verticalScrollBar(), FrameClock()
    for step in range(1, _FRAMES):
        stage.frame(view.viewport(), watch, partial(bar.setValue, bar.maximum() * step // _FRAMES))
    for _ in range(_FRAMES):
        stage.frame(view.viewport(), watch, lambda: bar.setValue(bar.value() - 3 * bar.singleStep()))
    return watch.p95
