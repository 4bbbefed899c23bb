"""Runs one after the other: what waits, what holds it up, and that nothing of it is lost."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.engine.commands.prepare import Prepare
from core.engine.waiting import keep_waiting, waiting_file
from core.store.runs import RunFolder, RunStatus
from desktop.app import Whet
from desktop.models.engine_requests import EngineRequest
from desktop.models.run_queue import RunQueue
from desktop.models.work import Work
from desktop.pages.names import HOME, NEW_RUN, RUN

Opened = Callable[..., Whet]


def ready(whet: Whet, qtbot: QtBot) -> Prepare:
    """What the form would start now."""
    page = whet.window.new_run
    qtbot.waitUntil(lambda: page.can_start)
    assert page.command is not None
    return page.command


def at_rest(whet: Whet, qtbot: QtBot) -> None:
    session = whet.session
    qtbot.waitUntil(lambda: session.work is Work.NOTHING and not whet.workspace.busy)


def leave(whet: Whet, qtbot: QtBot) -> None:
    """The person closes the window, and the program ends."""
    whet.window.leave()
    qtbot.waitUntil(lambda: not whet.running and not whet.workspace.busy)
    whet.close()


def button(whet: Whet, words: str) -> QPushButton:
    return next(each for each in whet.window.banner.findChildren(QPushButton) if each.text() == words)


def done(whet: Whet) -> list[RunStatus]:
    return sorted(run.status for run in whet.workspace.runs)


def test_that_queued_runs_run_one_after_the_other(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1, "--pause", 0.005)
    command = ready(whet, qtbot)
    begun: list[RunFolder] = []
    whet.session.started.connect(begun.append)
    for _ in range(3):
        whet.session.enqueue(command)
    assert len(whet.session.queued) == 2, "the first one found nothing to wait for"
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.FINISHED] * 3)
    assert len({folder.id for folder in begun}) == 3
    assert whet.session.queued == ()


def test_that_a_waiting_run_can_be_moved_and_taken_out(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1, "--pause", 0.01)
    command = ready(whet, qtbot)
    whet.session.enqueue(command)
    second, third = (whet.session.enqueue(command) for _ in range(2))
    whet.session.queue.move(third.number, 0)
    assert whet.session.queued == (third, second)
    whet.session.unqueue(third.number)
    assert whet.session.queued == (second,)
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.FINISHED] * 2)


def test_that_the_next_run_leaves_the_person_on_the_page_they_look_at(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1, "--pause", 0.01)
    command = ready(whet, qtbot)
    whet.session.start(command)
    whet.session.enqueue(command)
    qtbot.waitUntil(lambda: whet.window.page == RUN)
    whet.window.show_page(HOME)
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.FINISHED] * 2)
    assert whet.window.page == HOME


def test_that_stopping_a_run_holds_the_queue_until_the_person_says_so(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 4, "--pause", 0.02)
    command = ready(whet, qtbot)
    whet.session.enqueue(command)
    waiting = whet.session.enqueue(command)
    qtbot.waitUntil(lambda: len(whet.session.run.state.nodes) > 1)
    whet.session.stop()
    at_rest(whet, qtbot)
    assert whet.session.queue.held
    assert whet.session.queued == (waiting,)
    whet.session.release_queue()
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.CANCELLED, RunStatus.FINISHED])


def test_that_the_queue_survives_the_death_of_the_engine(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 3, "--pause", 0.02)
    command = ready(whet, qtbot)
    whet.session.enqueue(command)
    whet.session.enqueue(command)
    qtbot.waitUntil(lambda: len(whet.session.run.state.nodes) > 3)
    os.kill(whet.client.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.FINISHED] * 2, timeout=40_000)


def test_that_a_run_that_cannot_begin_waits_on_and_the_error_is_shown(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1)
    ready(whet, qtbot)
    run = whet.session.enqueue(Prepare("no such task", {}))
    qtbot.waitUntil(whet.window.banner.isVisible)
    at_rest(whet, qtbot)
    assert whet.session.queued == (run,)
    assert whet.session.queue.held
    whet.session.unqueue(run.number)
    assert not whet.session.queue.held


@pytest.mark.usefixtures("qapp")
def test_that_an_empty_queue_cannot_be_held_up() -> None:
    queue = RunQueue()
    queue.hold()
    run = queue.add(Prepare("task", {}))
    assert queue.take() == run


def test_that_a_run_started_during_other_work_stops_nothing_but_the_estimate(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1, "--estimate", 0.3)
    command = ready(whet, qtbot)
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    ends: list[str] = []
    other = EngineRequest(command, on_done=lambda: ends.append("done"), on_failed=lambda error: ends.append(str(error)))
    whet.requests.give(other)
    whet.session.estimate(command)
    whet.session.start(command)
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.FINISHED])
    assert ends == ["done"], "what somebody else has ordered is not stopped by a start"


def test_that_what_waits_is_there_after_a_restart_and_begins_when_the_person_says_so(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet("--rounds", 4, "--pause", 0.02)
    command = ready(whet, qtbot)
    whet.session.enqueue(command)
    whet.session.enqueue(command)
    whet.session.enqueue(command)
    qtbot.waitUntil(lambda: len(whet.session.run.state.nodes) > 1)
    leave(whet, qtbot)
    again = open_whet("--rounds", 1, "--pause", 0.01)
    qtbot.waitUntil(again.window.banner.isVisible)
    assert [run.command for run in again.session.queued] == [command, command]
    assert again.session.queue.held
    ready(again, qtbot)
    at_rest(again, qtbot)
    assert again.session.folder is None, "nothing begins by itself"
    QTest.mouseClick(button(again, "Show the waiting runs"), Qt.MouseButton.LeftButton)
    hold = again.window.new_run.queue.hold
    assert again.window.page == NEW_RUN
    assert hold.isVisible()
    QTest.mouseClick(hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: done(again).count(RunStatus.FINISHED) == 2)
    at_rest(again, qtbot)
    assert not waiting_file(again.workspace.folder).exists()


def test_that_a_run_whose_turn_came_as_the_window_closed_still_waits(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--estimate", 30)
    command = ready(whet, qtbot)
    whet.session.stop()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    whet.session.enqueue(command)
    qtbot.waitUntil(lambda: whet.session.work is Work.STARTING)
    leave(whet, qtbot)
    again = open_whet()
    qtbot.waitUntil(lambda: bool(again.session.queued))
    assert [run.command for run in again.session.queued] == [command]


def test_that_a_damaged_list_of_waiting_runs_is_told_of_and_kept(
    open_whet: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet("--rounds", 1)
    command = ready(whet, qtbot)
    file = waiting_file(tmp_path / "workspace")
    leave(whet, qtbot)
    keep_waiting(tmp_path / "workspace", [command])
    file.write_bytes(file.read_bytes() + b'{"command":"Prepare","task_fo')
    again = open_whet("--rounds", 1)
    qtbot.waitUntil(again.window.banner.isVisible)
    assert again.window.banner.notice.what == "1 of 2 waiting runs cannot be read."
    assert [run.command for run in again.session.queued] == [command]
    assert list(file.parent.glob("*.damaged-1"))


def test_that_a_second_window_neither_shows_nor_writes_what_waits_for_the_first(
    open_whet: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet("--rounds", 1)
    ready(whet, qtbot)
    keep_waiting(tmp_path / "workspace", [ready(whet, qtbot)])
    before = waiting_file(tmp_path / "workspace").read_bytes()
    second = open_whet("--rounds", 1)
    qtbot.waitUntil(second.window.standing.isVisible)
    qtbot.waitUntil(lambda: not second.workspace.busy)
    assert not second.workspace.writable
    assert second.session.queued == ()
    assert not second.window.new_run.can_queue
    leave(second, qtbot)
    assert waiting_file(tmp_path / "workspace").read_bytes() == before


def test_that_a_queued_run_whose_turn_has_come_is_not_lost_to_a_start_in_the_same_moment(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet("--rounds", 1, "--estimate", 0.3)
    command = ready(whet, qtbot)
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    whet.session.estimate(command)
    queued = whet.session.enqueue(msgspec.structs.replace(command, seed=7))
    assert whet.session.work is Work.ESTIMATING
    whet.session.start(command)
    qtbot.waitUntil(lambda: done(whet) == [RunStatus.FINISHED])
    at_rest(whet, qtbot)
    assert whet.session.folder is not None
    assert whet.session.folder.read_spec().seed == queued.command.seed == 7
