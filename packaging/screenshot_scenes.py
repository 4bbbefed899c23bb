"""What has to happen in the window before a picture of it, beyond opening a page; and what it is filled with."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.app import Whet

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

WAIT_MS = 1000 * int(os.environ.get("PICTURES_PATIENCE", "120"))
"""For what a scene waits for at most; a test that waits in vain has no time for that."""

RUNS = (
    ("order-number", "gpo", "calls=6000"),
    ("sentiment", "protegi", "calls=2500"),
    ("iso-date", "opro", "calls=2000"),
)
"""Sample task, method and budget of the runs that the pictures show; the first one is certified and shown."""
COMPARED = ("Work through the message.", "Customer number only.", "Answer with the order number only.")
"""Prompts for the first task: the comparison that is shown."""
LIVE, MANY = "ticket-topic", 4
"""The sample of the run that is shown while it works, from this many candidates on."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture beyond those of the page itself: `before` it something happens, and `after` it is undone."""

    page: str
    name: str
    before: "Callable[[Whet], object]"
    after: "Callable[[Whet], object]" = lambda _: None


def _import(whet: "Whet") -> None:
    file = Path(os.environ["WHET_HOME"]) / "made-up.csv"
    file.write_text("text;label;note\n" + "".join(f"Sentence <b>{i}</b>, made up;yes;\n" for i in range(40)), "utf-8")
    whet.window.datasets.show_import()
    whet.window.datasets.form.read(str(file))
    wait(lambda: not whet.workspace.busy)


def _card(whet: "Whet") -> None:
    """A file of one's own has just been dropped."""
    file = Path(os.environ["WHET_HOME"]) / "post box.csv"
    desks = ("billing", "delivery", "support")
    lines = (f"{n},message {n} about parcel {n % 97},{desks[n % 3]}\n" for n in range(900))
    file.write_text("nr,message,desk\n" + "".join(lines), "utf-8")
    whet.window.dropped.emit(str(file))
    page = whet.window.new_run
    wait(lambda: page.incoming.found is not None and page.task.task is not None and not whet.workspace.busy)


def _result(whet: "Whet") -> None:
    whet.window.run.banner.dismiss()
    whet.window.run.views.show_result()


def _error(whet: "Whet") -> None:
    from core.errors import ModelError

    error = ModelError(
        "made-up.gguf is incomplete: 3288 of 4100 bytes are missing.",
        kept="The run is kept as it is.",
        hint="Download or copy it again; the transfer was probably interrupted.",
    )
    whet.errors.report(error)


def _palette(whet: "Whet") -> None:
    whet.window.actions_["palette"].trigger()


def _close_palette(whet: "Whet") -> None:
    from desktop.widgets.palette import ActionPalette

    for palette in whet.window.findChildren(ActionPalette):
        palette.reject()


def wait(true: Callable[[], bool], wait_ms: int = WAIT_MS, *, needed: bool = True) -> None:
    """Let the window work until something is so. What is `needed` and does not come ends the work."""
    from PySide6.QtTest import QTest

    until = time.monotonic() + wait_ms / 1000
    while not true() and time.monotonic() < until:
        QTest.qWait(20)
    if needed and not true():
        raise TimeoutError(f"waited {wait_ms / 1000:.0f} seconds in vain")


def _comparison(whet: "Whet") -> None:
    compare = whet.window.compare
    compare.choice.choose_task(RUNS[0][0])
    for kept in compare.model.kept()[:1]:
        compare.model.open(kept)
    wait(lambda: bool(compare.model.cells) and compare.model.contrast is not None)


def _replies(whet: "Whet") -> None:
    from PySide6.QtWidgets import QScrollArea

    pair = whet.window.compare.pair
    pair.view.selectRow(0)
    for area in whet.window.compare.findChildren(QScrollArea):
        if area.isAncestorOf(pair):
            area.ensureWidgetVisible(pair.replies[0])


def _question(whet: "Whet") -> None:
    playground = whet.window.playground
    playground.question.choose_task(RUNS[0][0])
    wait(lambda: playground.can_ask)
    playground.question.use_prompt("Copy the order number from the message.")
    playground.ask()
    wait(lambda: playground.can_stop, 2000, needed=False)  # a short answer may be there already
    wait(lambda: not playground.can_stop)


def _candidates(whet: "Whet") -> None:
    whet.window.run.parts.show_overview()
    whet.window.run.overview.tabs.setCurrentIndex(1)


def _live(whet: "Whet") -> None:
    """A run that is under way: a few candidates are scored, more will come."""
    window, session = whet.window, whet.session
    page, before = window.page, session.folder
    window.new_run.start_sample(LIVE)
    wait(lambda: session.folder is not before and len(session.run.state.nodes) > MANY)
    window.show_page(page)


def _end_live(whet: "Whet") -> None:
    whet.session.stop()
    wait(lambda: whet.session.idle)
    whet.window.banner.dismiss()
    open_certified(whet)


def _server(whet: "Whet") -> None:
    """Somebody has typed the address of another machine; nothing is connected to."""
    form = whet.window.models.server
    form.show_form()
    form.address.setText("http://192.0.2.7:8000/v1#name")


def _curves(whet: "Whet") -> None:
    """Several runs are selected."""
    page = whet.window.runs
    page.show_kind("run")
    page.view.selectAll()
    wait(lambda: len(page.curves.curves.lines) > 1, needed=False)
    page.show_kind("everything")


def open_certified(whet: "Whet") -> None:
    """Show the run that was certified."""
    window, workspace = whet.window, whet.workspace
    certified = next(run.id for run in workspace.runs if RUNS[0][0] in run.id)
    window.run.open(workspace.run_folder(certified))
    wait(lambda: bool(window.run.model.state.best) and not workspace.busy)
    window.run.tree.view.fit()


SCENES = (
    Scene("RunPage", "tree", lambda whet: whet.window.run.banner.dismiss()),
    Scene("RunPage", "result", _result, lambda whet: whet.window.run.views.show_search()),
    Scene("RunPage", "candidates", _candidates, lambda whet: whet.window.run.parts.show_tree()),
    Scene("RunPage", "live", _live, _end_live),
    Scene("NewRunPage", "card", _card),
    Scene(
        "NewRunPage",
        "tournament",
        lambda whet: whet.window.new_run.show_tournament(),
        lambda whet: whet.window.new_run.tournament.left.emit(),
    ),
    Scene("ComparePage", "cells", _comparison),
    Scene("ComparePage", "replies", _replies),
    Scene("HistoryPage", "entry", lambda whet: whet.window.runs.view.selectRow(1)),
    Scene("HistoryPage", "curves", _curves, lambda whet: whet.window.runs.view.selectRow(1)),
    Scene("PlaygroundPage", "answer", _question),
    Scene("DatasetsPage", "row", lambda whet: whet.window.datasets.view.selectRow(0)),
    Scene("DatasetsPage", "import", _import, lambda whet: whet.window.datasets.form.left.emit()),
    Scene(
        "ModelsPage",
        "server",
        _server,
        lambda whet: whet.window.models.server.hide(),
    ),
    Scene("ModelsPage", "fetch", lambda whet: whet.window.models.fetch.show_form()),
    Scene("HomePage", "error", _error, lambda whet: whet.window.banner.dismiss()),
    Scene("HomePage", "palette", _palette, _close_palette),
)
