"""What was said while a run went on stands beside its candidate."""

import os
import time
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from core.events import Event
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.names import RUN


def test_that_the_log_of_a_run_holds_what_was_said_while_it_went_on_and_nothing_else(
    open_whet: Callable[..., Whet],
    silent: list[str],
    made_up_run: Callable[..., list[Event]],
    stored_run: Callable[..., RunFolder],
    qtbot: QtBot,
) -> None:
    earlier = stored_run(made_up_run(rounds=1), "2026-11-20-1432-gpo-made-up-0001")
    now = stored_run(made_up_run(rounds=1), time.strftime("%Y-%m-%d-%H%M-gpo-made-up-0002"))
    whet = open_whet(engine=silent)
    whet.log.add("warning", "A slow answer.")
    whet.log.add("debug", "A detail of the engine.")
    now.log_path.touch()  # its last event comes after that
    os.utime(earlier.log_path, (earlier.began_at() + 60,) * 2)  # it ended days ago
    page = whet.window.run
    whet.window.resize(1920, 1080)
    whet.window.show_page(RUN)
    for folder, said in ((now, True), (earlier, False)):
        page.open(folder)
        qtbot.waitUntil(lambda: not whet.workspace.busy and bool(page.model.state.nodes))
        page.views.show_search()
        page.detail.pages.show_page(page.log)
        qtbot.waitUntil(page.log.isVisible)
        assert ("A slow answer." in page.log.toPlainText()) is said
        assert "A detail" not in page.log.toPlainText()
