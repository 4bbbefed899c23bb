"""From one page to another, with a long run and a dataset open."""

import itertools
from functools import partial
from pathlib import Path

from desktop.bench.made_up import made_up_run
from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds
from desktop.bench.stage import BenchStage, opened, store_run, store_task

_ROUNDS, _ROWS = 120, 2_000


def measures(options: Options) -> list[WindowMeasure]:
    """Every page after every other; the slowest pair counts, and the slowest first visit by itself."""
    first: list[Take] = []
    later: list[Take] = []
    for _ in range(options.takes):
        with opened(partial(_fill, rounds=options.of(_ROUNDS), rows=options.of(_ROWS))) as stage:
            _open_everything(stage)
            first.append(_slowest([_visit(stage, page) for page in stage.window.pages]))
            walk = _every_pair(list(stage.window.pages))
            later.append(_slowest([_visit(stage, page) for page in walk[: options.of(len(walk))]]))
    return [
        milliseconds("page switch, the slowest of every pair", later, 100),
        milliseconds("page switch, the slowest first visit", first, 100),
    ]


def _fill(workspace: Path, *, rounds: int, rows: int) -> None:
    store_run(workspace, "2026-01-01-0000-gpo-made-up-0001", made_up_run(rounds=rounds))
    store_task(workspace, "made-up", rows)


def _open_everything(stage: BenchStage) -> None:
    run, datasets = stage.window.run, stage.window.datasets
    run.open(stage.whet.workspace.run_folder(stage.whet.workspace.runs[0].id))
    datasets.choose("made-up")
    stage.until(lambda: bool(run.model.state.nodes) and datasets.data.health is not None)
    stage.until(lambda: not stage.whet.workspace.busy)
    stage.settle()


def _every_pair(pages: list[str]) -> list[str]:
    """A walk that goes from each page to each other one."""
    return list(itertools.chain.from_iterable(itertools.permutations(pages, 2)))


def _visit(stage: BenchStage, page: str) -> Take:
    """The time until the page is painted, and nothing is left to do."""
    window = stage.window
    if window.page == page:
        window.show_page(next(other for other in window.pages if other != page))
        stage.settle()
    watch = FrameClock()
    stage.frame(window.pages[page], watch, partial(window.show_page, page))
    stage.application.processEvents()
    return watch.takes[0]


def _slowest(takes: list[Take]) -> Take:
    return max(takes, key=lambda take: take.wall)
