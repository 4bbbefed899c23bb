"""Who looks elsewhere is told when long work ends, on the bundled model; who stopped it is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.engine.connection import engine_command
from core.errors import ModelError
from core.paths import sample_tasks
from desktop.app import Whet
from desktop.pages.names import COMPARE, NEW_RUN

Opened = Callable[..., Whet]
Unattended = Callable[..., Whet]


@pytest.fixture
def sample() -> Path:
    return next(folder for folder in sample_tasks() if folder.name == "order-number")


@pytest.fixture
def unattended(open_whet: Opened, qtbot: QtBot) -> Unattended:
    """Opens a window with another one before it."""

    def start(engine: list[str]) -> Whet:
        whet = open_whet(engine=engine)
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(lambda: not whet.window.isActiveWindow())
        return whet

    return start


def form(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.new_run
    whet.window.show_page(NEW_RUN)
    page.task.choose("order-number")
    qtbot.waitUntil(lambda: page.can_start and page.estimated, timeout=60_000)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_the_end_of_a_pre_flight_and_of_a_comparison_is_told(unattended: Unattended, qtbot: QtBot) -> None:
    whet = unattended(engine_command())
    told, page = whet.wiring.notifications.told, whet.window.compare
    form(whet, qtbot)
    whet.window.new_run.fly()
    qtbot.waitUntil(lambda: told == ["The pre-flight has ended."], timeout=120_000)
    whet.window.show_page(COMPARE)
    page.choice.choose_task("order-number")
    qtbot.waitUntil(lambda: page.choice.prompts.count() >= 2)
    page.choice._rows.setValue(16)
    page.start()
    qtbot.waitUntil(lambda: told[1:] == ["The comparison has ended."], timeout=120_000)
    assert whet.window.banner.notice.what == told[-1]
    page.choice.add_own("Copy the order number.")
    page.start()
    page.model.stop()
    qtbot.waitUntil(lambda: not page.model.working)
    assert len(told) == 2, "who stops it knows that it has ended"


@pytest.mark.slow
@pytest.mark.timeout(280)
def test_that_the_end_of_a_tournament_is_told_once(unattended: Unattended, qtbot: QtBot) -> None:
    whet = unattended(engine_command())
    page = whet.window.new_run
    form(whet, qtbot)
    page.show_tournament()
    page.tournament.entrants.seeds.setValue(1)
    page.tournament.entrants.tokens.setValue(12_000)
    page.tournament.begin()
    qtbot.waitUntil(lambda: bool(whet.wiring.notifications.told), timeout=240_000)
    assert whet.wiring.notifications.told == ["The tournament has ended."]
    assert not page.tournament.model.working


def test_that_what_goes_wrong_is_told_once_and_stays_in_the_window_as_it_was_said(
    unattended: Unattended, silent: list[str]
) -> None:
    whet = unattended(silent)
    whet.errors.report(ModelError("The model is gone.", hint="Look for it."))
    assert whet.wiring.notifications.told == ["The model is gone."]
    assert whet.window.banner.notice.todo == "Look for it."
