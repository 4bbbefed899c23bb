"""A comparison of twelve columns over 10,000 rows, on a large screen: shown, scrolled, sorted, filtered."""

import random
from collections.abc import Callable
from functools import partial

from core.domain.comparison import CellKey, ComparisonCell, Contestant
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds
from desktop.bench.stage import BenchStage, Heartbeat, opened
from desktop.models.compare_tables import REPLIES, Show
from desktop.pages.names import COMPARE

_ROWS, _PROMPTS, _MODELS = 10_000, 4, 3
_LARGE = (1920, 1080)
_FRAMES = 60


def measures(options: Options) -> list[WindowMeasure]:
    """Every frame on a way through the rows and along the columns; the window's longest stall for all else."""
    shown, sorted_, filtered, scrolled = list[Take](), list[Take](), list[Take](), list[Take]()
    rows = options.of(_ROWS)
    for _ in range(options.takes):
        with opened(lambda _: None) as stage:
            stage.window.resize(*_LARGE)  # the more cells are seen, the more a frame costs
            stage.window.show_page(COMPARE)
            stage.settle()
            _fill(stage, rows)
            shown.append(_stall(stage, stage.window.compare.model.changed.emit))
            scrolled.append(_scroll(stage))
            view, box = stage.window.compare.pair.view, stage.window.compare.pair.show_box
            sorted_.append(
                _stall(stage, partial(view.sortByColumn, REPLIES + 1, view.horizontalHeader().sortIndicatorOrder()))
            )
            filtered.append(_stall(stage, partial(box.setCurrentIndex, box.findData(Show.DIFFERENT.value))))
    cells = f"{rows:,} × {_PROMPTS * _MODELS}"
    return [
        milliseconds(f"a comparison of {cells} cells, shown: the longest stall", shown, 100),
        milliseconds("scrolling it, 95 % of frames", scrolled, 16),
        milliseconds("sorting it", sorted_, 100),
        milliseconds("showing only its differences", filtered, 100),
    ]


def _fill(stage: BenchStage, rows: int) -> None:
    """As if the engine had scored all of it; nothing is asked of a model."""
    drawn, model = random.Random(1), stage.window.compare.model
    model.prompts = tuple(
        Contestant(f"prompt {n}", Prompt(f"Say {n} what the label of the text is.")) for n in range(_PROMPTS)
    )
    model.models = tuple(f"model {n}" for n in range(_MODELS))
    model.examples = {row: Example(row, f"text {row} " + "word " * (row % 30), ("a",)) for row in range(1, rows + 1)}
    for key in model.keys:
        verdicts = tuple(_verdict(row, drawn.random() < 0.6) for row in range(1, rows + 1))
        model.cells[key] = _cell(key, verdicts)
    model.before, model.after = model.keys[0], model.keys[1]


def _verdict(row: int, right: bool) -> Verdict:  # noqa: FBT001 - what was found
    return Verdict(row, float(right), "a" if right else "b", "a" if right else "b")


def _cell(key: CellKey, verdicts: tuple[Verdict, ...]) -> ComparisonCell:
    value = sum(verdict.score for verdict in verdicts) / len(verdicts)
    return ComparisonCell(key, value, value - 0.01, value + 0.01, verdicts)


def _stall(stage: BenchStage, deed: Callable[[], object]) -> Take:
    heart = Heartbeat()
    with heart.beating():
        deed()
        for _ in range(5):
            stage.application.processEvents()
    return heart.longest


def _scroll(stage: BenchStage) -> Take:
    view, watch = stage.window.compare.pair.view, FrameClock()
    for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
        for step in range(1, _FRAMES):
            if bar.maximum():
                stage.frame(view.viewport(), watch, partial(bar.setValue, bar.maximum() * step // _FRAMES))
        bar.setValue(0)
    return watch.p95
