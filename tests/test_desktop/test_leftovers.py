"""The fixture that looks for what tests leave behind, and runs that are opened and closed again and again."""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import leftovers
import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.events import Event
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.names import RUN


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(leftovers, "_GRACE", 0.1)
    (tmp_path / "own").mkdir()
    return leftovers.temporary_place(tmp_path / "own", monkeypatch)


def test_that_a_thread_is_seen(place: Path) -> None:
    before, done = leftovers.seen(), threading.Event()
    thread = threading.Thread(target=done.wait, name="stray")
    thread.start()
    assert leftovers.left_since(before, place) == ["thread stray"]
    done.set()
    thread.join()
    assert leftovers.left_since(before, place) == []


def test_that_a_process_is_seen(place: Path) -> None:
    before = leftovers.seen()
    with subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE) as child:
        left = leftovers.left_since(before, place)
    assert [f"process {child.pid}" in each for each in left] == [True]


def test_that_timers_that_fire_for_ever_or_for_nobody_are_seen(qapp: QApplication, place: Path) -> None:
    before = leftovers.seen()
    owner, stray = QObject(), QTimer()
    kept, endless = QTimer(owner), QTimer(owner)
    for timer in (stray, kept):
        timer.setSingleShot(True)
    for timer in (stray, kept, endless):
        timer.start(60_000)
    assert len(leftovers.left_since(before, place)) == 2
    stray.stop()
    endless.stop()
    assert leftovers.left_since(before, place) == []
    kept.stop()


def test_that_a_temporary_file_is_seen(place: Path) -> None:
    with tempfile.NamedTemporaryFile(prefix="stray") as file:
        assert leftovers.left_since(leftovers.seen(), place) == [f"file {Path(file.name).name}"]


def test_that_runs_opened_again_and_again_leave_no_widget_and_no_object_behind(
    open_whet: Callable[..., Whet],
    silent: list[str],
    stored_run: Callable[..., RunFolder],
    made_up_run: Callable[..., list[Event]],
    qtbot: QtBot,
) -> None:
    whet = open_whet(engine=silent)
    runs = [stored_run(made_up_run(rounds=3 + n), f"2026-11-20-1432-gpo-made-up-000{n}") for n in range(2)]
    page = whet.window.run
    whet.window.show_page(RUN)

    def open_all(times: int) -> tuple[int, int]:
        for number in range(times):
            page.open(runs[number % 2])
            nodes = 1 + 8 * (3 + number % 2)
            qtbot.waitUntil(lambda nodes=nodes: len(page.model.state.nodes) == nodes)  # type: ignore[misc]
            for tab in range(page.detail.tabs.count()):
                page.detail.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: not whet.workspace.busy)
        qtbot.wait(50)
        return len(QApplication.allWidgets()), len(whet.findChildren(QObject))

    assert open_all(4) == open_all(20)
