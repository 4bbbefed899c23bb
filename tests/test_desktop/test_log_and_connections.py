"""The pages at the foot of the rail: what was said, what was opened, what is set."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.errors import ModelError
from core.store import connections
from desktop.app import Whet
from desktop.pages.names import CONNECTIONS, LOG, SETTINGS
from desktop.settings import Settings
from desktop.theme import Appearance

Opened = Callable[..., Whet]


def settled(whet: Whet, qtbot: QtBot) -> None:
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not whet.workspace.busy and not whet.log.busy)


def test_that_an_error_is_in_the_log_with_its_details_and_survives_a_restart(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    error = ModelError("The model is cut off.", kept="The run is kept.", hint="Fetch it again.")
    error.add_note("what the engine said last")
    whet.errors.report(error)
    whet.context.log.add("debug", "a line of llama.cpp")
    settled(whet, qtbot)
    again = open_whet(engine=silent)
    again.window.show_page(LOG)
    page = again.window.log
    qtbot.waitUntil(lambda: page.model.rowCount() >= 1)
    page.level.setCurrentIndex(3)
    assert [line.text for line in page.model.rows] == ["The model is cut off. The run is kept. Fetch it again."]
    page.view.selectRow(0)
    QTest.mouseClick(page._copy, Qt.MouseButton.LeftButton)
    assert "what the engine said last" in QGuiApplication.clipboard().text()
    page.level.setCurrentIndex(0)
    QTest.keyClicks(page.search, "LLAMA.cpp")
    assert [line.text for line in page.model.rows] == ["a line of llama.cpp"]
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_that_connections_are_zero_in_words_and_the_record_shows_what_was_refused(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(CONNECTIONS)
    settled(whet, qtbot)
    page = whet.window.connections
    assert page._number.text() == "0"
    assert "None was ever opened" in page._ever.text()
    connections.keep("connected", "192.0.2.7", "fetching a model")
    connections.keep("refused", "192.0.2.8", "")
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert [(row.deed, row.host) for row in page.model.rows] == [("refused", "192.0.2.8"), ("connected", "192.0.2.7")]
    assert page._ever.text().startswith("1 ")
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_that_an_address_is_allowed_and_revoked_by_hand(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(CONNECTIONS)
    part = whet.window.connections.addresses
    QTest.keyClicks(part.field, "https://no host")
    QTest.keyClick(part.field, Qt.Key.Key_Return)
    qtbot.waitUntil(part._problem.isVisible)
    part.field.clear()
    QTest.keyClicks(part.field, "CDN.models.example")
    QTest.keyClick(part.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.host for each in part.entries] == ["cdn.models.example"])
    part.revoke("cdn.models.example")
    qtbot.waitUntil(lambda: not part.entries)
    assert connections.allowed() == []


def test_that_appearance_and_language_change_at_once_and_all_is_kept(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(SETTINGS)
    page = whet.window.settings
    page.appearance.setCurrentIndex(page.appearance.findData("dark"))
    page.appearance.activated.emit(page.appearance.currentIndex())
    assert whet.theme.appearance is Appearance.DARK
    assert whet.window.actions_["theme_dark"].isChecked()
    page.language.setCurrentIndex(page.language.findData("zh_CN"))
    page.language.activated.emit(page.language.currentIndex())
    page.notifications.setChecked(False)
    assert whet.again, "the window opens again in Chinese"
    kept = Settings()
    assert (kept.appearance, kept.language, kept.notifications) == (Appearance.DARK, "zh_CN", False)
    whet.window.actions_["theme_system"].trigger()
    assert page.appearance.currentData() == "system"


def test_that_a_search_leaves_only_the_settings_that_it_finds(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(SETTINGS)
    page = whet.window.settings
    everything = page.found
    QTest.keyClicks(page.search, "kept answers")
    assert page.found == 1
    assert page.answers.isVisible()
    page.search.setText("no such words")
    assert page.found == 0
    assert page._nothing.isVisible()
    page.search.clear()
    assert page.found == everything


def test_that_every_page_is_reached_from_the_rail_in_the_smallest_window(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    window = whet.window
    window.resize(820, 560)
    qtbot.wait(50)
    for name in window.rail.buttons:
        button = window.rail.buttons[name]
        assert window.rail.rect().contains(button.geometry())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.page == name
    settled(whet, qtbot)


def test_that_what_llama_cpp_says_in_one_go_is_one_line_to_unfold_and_its_errors_stand_alone(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    for number in range(200):
        whet.context.log.add("info", f"whet.llama: print_info: line {number}")
    whet.context.log.add("error", "whet.llama: the file is torn")
    whet.context.log.add("info", "whet.engine: loaded")
    settled(whet, qtbot)
    texts = [line.text for line in whet.context.log.lines]
    assert texts[:2] == ["whet.engine: loaded", "whet.llama: the file is torn"]
    assert texts[2] == "whet.llama: print_info: line 0 … and 199 more lines"
    assert whet.context.log.lines[2].details.splitlines()[199] == "whet.llama: print_info: line 199"
    assert len(texts) == 3


def test_that_settings_that_were_open_last_are_counted_after_a_start(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    Settings().page = SETTINGS
    whet = open_whet(engine=silent)
    assert whet.window.page == SETTINGS
    settled(whet, qtbot)
    assert "Counting" not in whet.window.settings.answers.kept.text()
