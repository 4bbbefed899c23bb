"""A run through the window on the bundled model: the real engine process, the real llama.cpp."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from core.engine.connection import engine_command
from core.state import fold
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import NEW_RUN

Opened = Callable[..., Whet]


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_a_sample_runs_on_the_bundled_model_is_stopped_and_resumed(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet(engine=engine_command())
    whet.window.show_page(NEW_RUN)
    page = whet.window.new_run
    qtbot.waitUntil(lambda: page.can_start and page.estimated, timeout=60_000)
    assert "parameters" in page.model._header.text()
    page.limits._calls.setValue(400)
    page.start(anyway=True)
    run = whet.session.run
    qtbot.waitUntil(lambda: len(run.state.nodes) >= 2, timeout=60_000)
    whet.window.actions_["stop"].trigger()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    assert run.outcome == "cancelled"
    qtbot.waitUntil(whet.window.actions_["resume"].isEnabled)
    whet.window.actions_["resume"].trigger()
    ended = {"finished", "budget"}  # racing may leave a part of the budget
    qtbot.waitUntil(lambda: run.outcome in ended and whet.session.work is Work.NOTHING, timeout=120_000)
    folder = whet.session.folder
    assert folder is not None
    assert run.state == fold(folder.read_events().events)
    seed, best = run.state.nodes["c0"].card, run.state.nodes[run.state.best].card
    assert seed is not None
    assert best is not None
    assert best.value > seed.value
