"""Fifty runs opened and closed: what memory they leave behind, and what else."""

import gc
import threading
from pathlib import Path

import psutil
import shiboken6
from PySide6.QtCore import QTimer

from desktop.bench.made_up import made_up_run
from desktop.bench.measure import Options, WindowMeasure
from desktop.bench.stage import BenchStage, opened, store_run
from desktop.pages.names import RUN

_RUNS, _WARM = 50, 10
_MIB = 2**20


def measures(options: Options) -> list[WindowMeasure]:
    """Resident memory after the last run over that after the tenth, when all code has been at work once."""
    runs, warm = options.of(_RUNS), options.of(_WARM)
    before = _outside()
    with opened(_fill) as stage:
        sizes = [_open(stage, number) for number in range(runs)]
        most = max(sizes[warm:])
    growth = max(0.0, (sizes[-1] - sizes[warm - 1]) / _MIB)
    left = len(_outside() - before) + len(_timers())
    return [
        WindowMeasure(
            f"memory after {runs} runs over that after {warm}",
            round(growth, 1),
            round((most - sizes[warm - 1]) / _MIB, 1),
            None,
            "MiB",
            8.0,
        ),
        WindowMeasure("threads, timers and processes left behind", left, left, None, "", 0),
    ]


def _fill(workspace: Path) -> None:
    for number in range(2):
        store_run(workspace, f"2026-01-0{number + 1}-0000-gpo-made-up-000{number}", made_up_run(rounds=40, seed=number))


def _open(stage: BenchStage, number: int) -> int:
    run, runs = stage.window.run, stage.whet.workspace.runs
    stage.window.show_page(RUN)
    folder = stage.whet.workspace.run_folder(runs[number % len(runs)].id)
    run.open(folder)
    stage.until(lambda: run.model.state.ended is not None and not stage.whet.workspace.busy)
    for tab in range(run.detail.tabs.count()):
        run.detail.tabs.setCurrentIndex(tab)
        stage.application.processEvents()
    stage.settle()
    return int(psutil.Process().memory_info().rss)


def _outside() -> set[str]:
    children = (f"process {child.pid}" for child in psutil.Process().children(recursive=True))
    return {*children, *(f"thread {thread.name}" for thread in threading.enumerate())}


def _timers() -> list[QTimer]:
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, QTimer) and shiboken6.isValid(each) and each.isActive() and not each.isSingleShot()
    ]
