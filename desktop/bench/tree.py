"""The trajectory tree of a run with 5,000 candidates: laid out, moved and enlarged."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF

from core.state import fold
from desktop.bench.made_up import made_up_run
from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds, seconds
from desktop.bench.stage import BenchStage, mouse, opened, store_run, wheel
from desktop.pages.names import RUN
from desktop.plots.lineage_layout import tree_nodes

_ROUNDS = 625  # of 8 candidates
_SCALES = (0, 6, 8, 10)
"""Turns of the wheel from the whole tree to cards that can be read."""

_FRAMES = 25


def measures(options: Options) -> list[WindowMeasure]:
    """The layout, which is made beside the window's thread, and frames while the person moves about."""
    events = made_up_run(rounds=options.of(_ROUNDS), rows=2)
    state = fold(events)
    layout = FrameClock()
    for _ in range(options.takes):
        with layout.running():
            nodes = tree_nodes(state)
    moved: list[Take] = []
    zoomed: list[Take] = []
    with opened(lambda workspace: store_run(workspace, "2026-01-01-0000-gpo-made-up-0001", events)) as stage:
        _open(stage, len(nodes))
        for _ in range(options.takes):
            moved.append(_moves(stage))
            zoomed.append(_zooms(stage))
    return [
        seconds(f"layout of a tree of {len(nodes):,} nodes", layout.takes, 1.0),
        milliseconds("panning the tree, 95 % of frames", moved, 16),
        milliseconds("zooming the tree, 95 % of frames", zoomed, 16),
    ]


def _open(stage: BenchStage, nodes: int) -> None:
    run = stage.window.run
    stage.window.show_page(RUN)
    run.open(stage.whet.workspace.run_folder(stage.whet.workspace.runs[0].id))
    stage.until(lambda: len(run.model.state.nodes) == nodes)
    stage.settle()


def _moves(stage: BenchStage) -> Take:
    view = stage.window.run.tree.view
    watch = FrameClock()
    middle = QPointF(view.rect().center())
    for turns in _SCALES:
        view.fit()
        wheel(view, middle, turns)
        stage.settle()
        mouse(view, QEvent.Type.MouseButtonPress, middle)
        for step in range(_FRAMES):
            at = middle + QPointF(6.0 * step + 6, 2.0 * step)
            stage.frame(view, watch, partial(mouse, view, QEvent.Type.MouseMove, at))
        mouse(view, QEvent.Type.MouseButtonRelease, middle)
    return watch.p95


def _zooms(stage: BenchStage) -> Take:
    view = stage.window.run.tree.view
    watch = FrameClock()
    middle = QPointF(view.rect().center())
    view.fit()
    stage.settle()
    for direction in (1, -1):
        for _ in range(_FRAMES):
            stage.frame(view, watch, partial(wheel, view, middle, direction))
    return watch.p95
