"""The prompt has room to be read, and large windows are used."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.domain.comparison import Contestant
from core.domain.prompt import Prompt
from core.events import Event
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.names import COMPARE, HOME, NEW_RUN, PLAYGROUND, RUN, SETTINGS

Opened = Callable[..., Whet]

READABLE = 600


@pytest.fixture
def whet(
    open_whet: Opened, silent: list[str], made_up_run: Callable[..., list[Event]], stored_run: Callable[..., RunFolder]
) -> Whet:
    folder = stored_run(made_up_run(rounds=2))
    made = open_whet(engine=silent)
    made.window.run.open(folder)
    return made


def test_that_the_prompt_is_600_pixels_wide_wherever_it_is_written_or_read(whet: Whet, qtbot: QtBot) -> None:
    window = whet.window
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not whet.workspace.busy and bool(window.run.model.state.nodes))
    detail = window.run.detail
    fields: dict[str, QPlainTextEdit] = {
        NEW_RUN: window.new_run.prompt.editor,
        PLAYGROUND: window.playground.question.prompt,
        COMPARE: window.compare.choice.field.editor,
        RUN: detail.text,
    }
    for page, field in fields.items():
        window.show_page(page)
        if page == RUN:
            window.run.views.show_search()
            detail.tabs.setCurrentWidget(detail.text)
        QTest.qWait(20)
        assert field.isVisible(), page
        assert field.width() >= READABLE, f"{page}: {field.width()}"
    window.run.views.show_result()
    QTest.qWait(20)
    assert window.run.ending.prompt.width() >= 0.5 * window.run.width()


@pytest.mark.parametrize(("size", "home", "settings"), [((820, 560), 1, 1), ((1280, 800), 2, 1), ((1920, 1080), 3, 2)])
def test_that_cards_stand_in_as_many_columns_as_there_is_room_for(
    whet: Whet, size: tuple[int, int], home: int, settings: int
) -> None:
    window = whet.window
    window.resize(*size)
    for name, page, columns in ((HOME, window.home, home), (SETTINGS, window.settings, settings)):
        window.show_page(name)
        QTest.qWait(20)
        assert page._parts.count == columns
        assert page._area.horizontalScrollBar().maximum() == 0
        inside, room = page._area.widget(), page._area.viewport().width()
        assert abs(inside.x() - (room - inside.width() - inside.x())) <= 1, "in the middle"
        assert all(card.isVisible() for group in page._parts._groups for card in group)


def test_that_the_chosen_prompt_is_changed_across_the_page_or_becomes_another_one(whet: Whet, qtbot: QtBot) -> None:
    choice = whet.window.compare.choice
    whet.window.show_page(COMPARE)
    choice.add_prompts([Contestant("mine", Prompt("Mine, word for word."))])
    choice.prompts.setCurrentRow(choice.prompts.count() - 1)
    field, before = choice.field, choice.prompts.count()
    assert field.text == "Mine, word for word."
    field.editor.setPlainText("Mine, changed.")
    field.editor.left.emit()
    assert choice.prompts.contestants()[-1].prompt.text == "Mine, changed."
    assert choice.prompts.count() == before
    field.editor.setPlainText("Another one.")
    field.add.click()
    assert [each.prompt.text for each in choice.prompts.contestants()][-2:] == ["Mine, changed.", "Another one."]
    qtbot.waitUntil(lambda: not whet.workspace.busy)


@pytest.mark.parametrize(("size", "columns"), [((820, 560), 2), ((1280, 800), 2), ((1600, 900), 3), ((1920, 1080), 3)])
def test_that_a_wide_window_shows_tree_candidate_and_answers_beside_each_other(
    whet: Whet, size: tuple[int, int], columns: int, qtbot: QtBot
) -> None:
    window, page = whet.window, whet.window.run
    window.resize(*size)
    qtbot.waitUntil(lambda: not whet.workspace.busy and bool(page.model.state.nodes))
    window.show_page(RUN)
    page.views.show_search()
    QTest.qWait(20)
    shown = [part for part in (page.tree, page.detail, page.detail.examples) if part.isVisible()]
    assert len(shown) == columns
    for narrower in ((1280, 800), size):  # what was shared out once is shared out anew for three
        window.resize(*narrower)
        QTest.qWait(20)
    if columns == 3:
        places = [part.mapTo(page, QPoint(0, 0)).x() for part in shown]
        assert places[0] + page.tree.width() < places[1]
        assert places[1] + page.detail.width() < places[2]
        page.detail.tabs.setCurrentWidget(page.detail.text)
        assert page.detail.text.width() >= READABLE
        assert page.detail.examples.shown, "answers are there without asking for them"


def test_that_a_person_chooses_what_stands_beside_the_candidate_and_finds_it_again(whet: Whet, qtbot: QtBot) -> None:
    window, pages = whet.window, whet.window.run.detail.pages
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: not whet.workspace.busy and bool(window.run.model.state.nodes))
    window.show_page(RUN)
    window.run.views.show_search()
    QTest.qWait(20)
    pages.menu.aboutToShow.emit()
    entries = {action.text(): action for action in pages.menu.actions()}
    for title in ("Rows", "Call", "Log"):
        assert entries[title].isChecked()
    entries["Prompt"].trigger()
    assert window.run.detail.text.isVisible()
    assert pages.beside.indexOf(window.run.detail.text) >= 0
    assert type(window.run.detail.text).__name__ in whet.settings.beside_the_candidate
    window.resize(1280, 800)
    QTest.qWait(20)
    assert pages.beside.count() == 0
    assert pages.main.count() == 7, "in one row again, and the log on its own page"
    pages.show_page(window.run.detail.examples)
    assert window.run.detail.examples.isVisible()
