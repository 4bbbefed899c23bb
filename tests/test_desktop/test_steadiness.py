"""What goes wrong under a window that is open: the window stays, says what happened, and nothing is lost."""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.engine.commands.prepare import Prepare
from core.engine.connection import engine_command
from core.events import Event
from core.paths import bundled_model, sample_tasks
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.run_session import Work
from desktop.pages.names import DATASETS, NEW_RUN, RUN
from desktop.widgets.banner import Notice

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]

_LIMITED = f"""
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, {resource.RLIM_INFINITY}))
sys.argv = ["core", "engine"]
runpy.run_module("core", run_name="__main__")
"""


@pytest.mark.parametrize("cut", [1, 40, 900])
def test_that_a_log_cut_in_the_middle_of_a_line_is_shown_up_to_there(
    cut: int, open_whet: Opened, silent: list[str], stored_run: Stored, made_up_run: Made, qtbot: QtBot
) -> None:
    folder = stored_run(made_up_run(rounds=3))
    whole = folder.log_path.read_bytes()
    folder.log_path.write_bytes(whole[:-cut])
    kept = whole[:-cut].count(b"\n")
    whet = open_whet(engine=silent)
    whet.window.show_page(RUN)
    whet.window.run.open(folder)
    qtbot.waitUntil(lambda: whet.window.run.model.state.events > 0)
    assert whet.window.run.model.state.events == kept
    assert whet.window.run.model.outcome == "interrupted"
    assert folder.log_path.read_bytes() == whole[:-cut], "looking at a log does not change it"


def test_that_a_run_whose_folder_is_deleted_under_the_window_is_a_sentence(
    open_whet: Opened, silent: list[str], stored_run: Stored, made_up_run: Made, qtbot: QtBot
) -> None:
    folder = stored_run(made_up_run(rounds=3))
    whet = open_whet(engine=silent)
    qtbot.waitUntil(lambda: len(whet.workspace.runs) == 1)
    shutil.rmtree(folder.path)
    whet.window.show_page(RUN)
    whet.window.run.open(folder)
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert whet.window.banner.notice.what
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert whet.workspace.runs == []


def test_that_rows_deleted_under_the_window_are_a_sentence_and_what_is_shown_stays(
    open_whet: Opened, silent: list[str], sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = whet.window.datasets
    whet.window.show_page(DATASETS)
    page.choose(sample.name)
    qtbot.waitUntil(lambda: page.data.health is not None and not whet.workspace.busy)
    folder = page.data.folder
    assert folder == tmp_path / "workspace" / "tasks" / sample.name
    for file in folder.iterdir():
        file.unlink()
    page.view.selectRow(0)
    page.remove_selected()
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert whet.window.banner.notice.what
    qtbot.waitUntil(lambda: not page.data.saving and not whet.workspace.busy)


def test_that_a_model_removed_under_the_window_is_a_sentence_and_no_run_is_begun(
    open_whet: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    bundled = bundled_model()
    assert bundled is not None
    model = tmp_path / "own.gguf"
    shutil.copy(bundled, model)
    whet = open_whet(engine=engine_command())
    page = whet.window.new_run
    whet.window.show_page(NEW_RUN)
    page.model.add_file(str(model))
    qtbot.waitUntil(lambda: page.can_start, timeout=60_000)
    model.unlink()
    whet.window.actions_["start"].trigger()
    qtbot.waitUntil(whet.window.banner.isVisible, timeout=60_000)
    assert "own.gguf" in whet.window.banner.notice.what
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING, timeout=60_000)
    assert list((tmp_path / "workspace" / "runs").glob("*")) == []


@pytest.mark.parametrize("phase", [Work.ESTIMATING, Work.STARTING, Work.RUNNING])
@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_an_engine_killed_before_or_in_a_run_is_said_and_the_window_goes_on(
    phase: Work, open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet(engine=engine_command())
    session, window = whet.session, whet.window
    killed: list[Work] = []
    notices: list[Notice] = []
    whet.errors.shown.connect(notices.append)

    def kill() -> None:
        if session.work is phase and not killed and whet.client.pid:
            killed.append(phase)
            os.kill(whet.client.pid, signal.SIGKILL)

    session.progressed.connect(lambda _: kill())
    window.show_page(NEW_RUN)
    page = window.new_run
    qtbot.waitUntil(lambda: page.can_start, timeout=60_000)
    page.limits._calls.setValue(200)
    if phase is not Work.ESTIMATING:
        page.start(anyway=True)
    qtbot.waitUntil(lambda: bool(killed), timeout=120_000)
    if phase is Work.RUNNING:
        qtbot.waitUntil(lambda: session.run.state.ended is not None and session.idle, timeout=120_000)
    else:
        qtbot.waitUntil(lambda: session.work is Work.NOTHING, timeout=60_000)
        if phase is not Work.ESTIMATING:
            qtbot.waitUntil(lambda: bool(notices))
            assert "unexpectedly" in notices[0].what
    qtbot.waitUntil(
        lambda: session.work is Work.NOTHING, timeout=10_000
    )  # the last event comes before the engine rests
    session.estimate(Prepare(str(sample_tasks()[0]), page.command.models, page.command.method))
    with qtbot.waitSignal(session.estimated, timeout=60_000):
        pass


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_FSIZE stands for a full disk")
def test_that_a_full_disk_under_a_run_is_a_sentence_and_the_log_stays_whole(
    open_whet: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    """The engine may write files of 12 kB at most: its log cannot grow beyond, as on a disk that is full."""
    whet = open_whet(engine=[sys.executable, "-c", _LIMITED])
    window, session = whet.window, whet.session
    notices: list[Notice] = []
    whet.errors.shown.connect(notices.append)
    window.show_page(NEW_RUN)
    qtbot.waitUntil(lambda: window.new_run.can_start, timeout=60_000)
    window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: bool(notices) or session.run.state.ended is not None, timeout=60_000)
    qtbot.waitUntil(lambda: session.work is Work.NOTHING, timeout=60_000)
    ended = session.run.state.ended
    assert notices or (ended is not None and ended.outcome == "failed" and ended.message)
    assert session.folder is not None
    events = session.folder.read_events().events
    assert 0 < len(events) == session.run.state.events or session.run.state.ended is not None
    assert session.folder.log_path.stat().st_size <= 12_000


def test_that_a_run_is_stopped_while_it_is_prepared_and_leaves_nothing(
    open_whet: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    whet = open_whet(engine=engine_command())
    session, page = whet.session, whet.window.new_run
    notices: list[Notice] = []
    whet.errors.shown.connect(notices.append)
    whet.window.show_page(NEW_RUN)
    qtbot.waitUntil(lambda: page.can_start, timeout=60_000)
    page.start(anyway=True)
    qtbot.waitUntil(lambda: session.work is Work.STARTING)
    assert page.footer.stop.isVisible()
    assert whet.window.actions_["stop"].isEnabled()
    page.footer.stop.click()
    assert session.work in {Work.STOPPING, Work.NOTHING}
    qtbot.waitUntil(lambda: session.idle)
    assert notices == []
    assert not page.footer.stop.isVisible()
    assert list((tmp_path / "workspace" / "runs").glob("*")) == []
