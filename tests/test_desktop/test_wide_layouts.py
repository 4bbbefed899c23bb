"""The prompt has room to be read, and large windows are used."""

from collections.abc import Callable

import pytest
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
