"""What the pages cost that are only names of folders to the window: asking each what it says of itself, making all of
them, and deriving menus, sidebar and shortcuts."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.bench.measure import FrameClock, Options, Take, WindowMeasure, milliseconds
from desktop.bench.stage import BenchStage, opened
from desktop.pages.spec import Desk, page_actions, registered

_ROUNDS = 5


def measures(options: Options) -> list[WindowMeasure]:
    """The registry is asked once per window, the actions after every change: both must not be felt."""
    asked, derived, possible = FrameClock(), FrameClock(), FrameClock()
    for _ in range(options.takes):
        with opened(lambda _: None) as stage:
            for _ in range(_ROUNDS):
                with asked.running():
                    specs = registered()
                with derived.running():
                    page_actions(specs)
                with possible.running():
                    _ask_all(stage)
            slowest = max(_made(stage), key=lambda take: take.wall)
    return [
        milliseconds("the registry: what every page says of itself", asked.takes, 5),
        milliseconds("the registry: actions, menus and shortcuts", derived.takes, 10),
        milliseconds("the registry: what can be done now", possible.takes, 5),
        milliseconds("the registry: the page that takes longest to make", [slowest], 250),
    ]


def _ask_all(stage: BenchStage) -> None:
    for spec in stage.window.specs:
        spec.possible(stage.window.pages[spec.name], stage.whet.context)


def _made(stage: BenchStage) -> list[Take]:
    """Each page once more, without a window around it, with all that stands behind its actions."""
    watch, made = FrameClock(), list[QWidget]()
    for spec in stage.window.specs:
        with watch.running():
            page = spec.make(stage.whet.context, stage.window.actions_)
            spec.deeds(page, Desk(stage.whet.context, stage.window.actions_, partial(_nothing, page)))
        made.append(page)
    stage.until(lambda: not stage.whet.workspace.busy)
    for page in made:
        page.deleteLater()
    stage.settle()
    return watch.takes


def _nothing(_: QWidget) -> None:
    """A page without a window is not shown."""
