"""The manners of the window: the palette, what it remembers, what it tells, and how large everything is."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTableView
from pytestqt.qtbot import QtBot

from core.events import Event
from core.store.runs import RunFolder
from desktop import app
from desktop.app import Whet
from desktop.pages.names import CONNECTIONS, DATASETS, HISTORY, HOME, RUN, SETTINGS
from desktop.settings import Settings
from desktop.theme import Appearance
from desktop.widgets.fuzzy import fitness
from desktop.widgets.palette import ActionPalette
from desktop.words import without_mnemonic

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]
KIND = Qt.ItemDataRole.AccessibleTextRole


def palette(whet: Whet, typed: str = "") -> ActionPalette:
    whet.window.actions_["palette"].trigger()
    made = [each for each in whet.window.findChildren(ActionPalette) if each.isVisible()][-1]
    if typed.isascii():
        QTest.keyClicks(made._line, typed)
    else:  # QTest has no input method
        made._line.insert(typed)
    return made


def titles(made: ActionPalette) -> list[str]:
    return [made._list.item(row).text() for row in range(made._list.count())]


def test_that_names_that_begin_with_what_is_typed_come_before_names_that_contain_it() -> None:
    names = ["Import data…", "Models", "Reload", "Add a model file", "Remodel", "Mend old rows"]
    order = sorted((name for name in names if fitness("mod", name)), key=lambda name: -fitness("mod", name))
    assert order[0] == "Models"
    assert order.index("Add a model file") < order.index("Remodel")
    assert "Import data…" not in order


@pytest.mark.parametrize(("typed", "name"), [("nr", "New run"), ("run new", "New run"), ("cprmpt", "Copy prompt")])
def test_that_initials_words_in_any_order_and_letters_in_order_are_found(typed: str, name: str) -> None:
    assert fitness(typed, name)


def test_that_one_word_that_fits_nowhere_excludes_a_name() -> None:
    assert not fitness("new zebra", "New run")


def test_that_the_palette_opens_runs_tasks_and_models_by_name_with_the_keyboard_alone(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, sample: Path, qtbot: QtBot
) -> None:
    stored_run(made_up_run(rounds=2))
    whet = open_whet(engine=silent)
    qtbot.waitUntil(lambda: bool(whet.workspace.runs))
    made = palette(whet, "0001")
    QTest.keyClick(made._line, Qt.Key.Key_Return)
    assert whet.window.page == RUN
    assert whet.window.run.folder is not None
    made = palette(whet, sample.name)
    assert sample.name in titles(made)
    QTest.keyClick(made._line, Qt.Key.Key_Return)
    assert whet.window.page == DATASETS


def test_that_what_was_chosen_last_stands_first_the_next_time(open_whet: Opened, silent: list[str]) -> None:
    whet = open_whet(engine=silent)
    made = palette(whet, "settings")
    QTest.keyClick(made._line, Qt.Key.Key_Return)
    assert titles(palette(whet))[0] == "Settings"


def chosen_by(whet: Whet, typed: str, title: str) -> None:
    """Type, see that the first line is the one that is meant, and press Enter."""
    made = palette(whet, typed)
    assert titles(made)[0] == title
    QTest.keyClick(made._line, Qt.Key.Key_Return)


def test_that_each_setting_is_set_from_the_palette_as_on_its_page(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    chosen_by(whet, "appearance: dark", "Appearance: dark")
    assert whet.settings.appearance is Appearance.DARK
    assert whet.window.settings.appearance.currentData() == "dark"
    assert not whet.window.banner.isVisible(), "it is seen"
    chosen_by(whet, "notifications: off", "Notifications: off")
    assert not whet.settings.notifications
    assert not whet.window.settings.notifications.isChecked()
    shown = palette(whet, "notifications: off")._list.item(0)
    assert "as it is now" in shown.data(KIND)


@pytest.mark.parametrize(
    ("typed", "title"), [("简体", "Language: 简体中文"), ("size 150", "Size of text and controls: 150 %")]
)
def test_that_another_language_or_size_makes_the_window_anew_at_once(
    open_whet: Opened, silent: list[str], qtbot: QtBot, typed: str, title: str
) -> None:
    whet = open_whet(engine=silent)
    chosen_by(whet, typed, title)
    assert (whet.settings.language, whet.settings.scale) != ("", 100)
    assert whet.again
    assert not whet.window.isVisible()


def test_that_neither_language_nor_size_interrupts_a_run(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 3, "--pause", 0.2)
    qtbot.waitUntil(lambda: whet.window.new_run.can_start)
    whet.window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not whet.session.idle)
    chosen_by(whet, "简体", "Language: 简体中文")
    assert whet.settings.language == "zh_CN"
    assert not whet.again
    assert whet.window.isVisible()
    assert "next time" in whet.window.banner.notice.what


def test_that_a_second_application_of_one_process_speaks_another_language(tmp_path: Path) -> None:
    """As `desktop.app.main` does it: fonts, translations and scaling are those of the application that is there."""
    code = (
        "import sys; from PySide6.QtCore import QTimer\n"
        "from desktop import app; from desktop.settings import Settings\n"
        "seen = []\n"
        "def watch(whet):\n"
        "    window = whet.window; page = window.settings\n"
        "    seen.append((window.new_run.tr('New run'), window.devicePixelRatioF(), window.font().family()))\n"
        "    steps = [lambda: page.set_choice(page.language, page.language.findData('zh_CN')),\n"
        "             lambda: page.set_choice(page.scale, page.scale.findData(150)), whet.window.leave]\n"
        "    QTimer.singleShot(200, whet, steps[len(seen) - 1])\n"
        "Settings().language = 'en'\n"
        "code = app.main(['--workspace', sys.argv[1]], watch)\n"
        "print(seen); sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "here")], capture_output=True, text=True, check=False, timeout=250
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[('New run', 1.0, 'Inter'), ('新建运行', 1.0, 'Inter'), ('新建运行', 1.5, 'Inter')]"


def test_that_every_setting_is_found_by_its_name_and_gets_the_focus(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = whet.window.settings
    whet.window.activateWindow()
    page.search.setText("language")
    for name in page.names:
        made = palette(whet, name)
        place = next(
            row
            for row in range(made._list.count())
            if made._list.item(row).text() == name and "Setting" in made._list.item(row).data(KIND)
        )
        made._list.setCurrentRow(place)
        QTest.keyClick(made._line, Qt.Key.Key_Return)
        assert whet.window.page == SETTINGS
        entry = next(each for each in page._entries if each.name == name)
        qtbot.waitUntil(lambda entry=entry: entry.widget.isAncestorOf(QApplication.focusWidget()))
        assert not entry.widget.visibleRegion().isEmpty()
        whet.window.show_page(HOME)


def test_that_the_palette_says_so_when_nothing_fits(open_whet: Opened, silent: list[str]) -> None:
    made = palette(open_whet(engine=silent), "qqqqzzzz")
    assert made._none.isVisible()
    QTest.keyClick(made._line, Qt.Key.Key_Return)
    assert made.isVisible()


@pytest.mark.parametrize(
    ("text", "words"), [("&Run", "Run"), ("Re&do", "Redo"), ("运行(&R)", "运行"), ("导入(&I)…", "导入…")]
)
def test_that_the_mark_of_a_letter_is_not_part_of_a_name(text: str, words: str) -> None:
    assert without_mnemonic(text) == words


def test_that_a_window_comes_back_as_it_was_left(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    first = open_whet(engine=silent)
    first.window.resize(820, 640)  # Qt gives back no more than the screen has, here 800 × 800
    first.window.show_page(DATASETS)
    splitter = first.window.datasets.findChildren(QSplitter)[0]
    qtbot.waitUntil(lambda: first.window.datasets.data.health is not None)
    qtbot.wait(200)
    before = splitter.sizes()
    splitter.setSizes([before[0] - 60, before[1] + 60])
    qtbot.wait(50)
    wanted = splitter.sizes()
    assert wanted != before
    first.window.close()
    second = open_whet(engine=silent)
    assert second.window.page == DATASETS
    assert second.window.height() == 640
    again = second.window.datasets.findChildren(QSplitter)[0]
    qtbot.wait(200)
    assert again.sizes()[0] < before[0] - 30  # what stands beside it may need more room by then


def test_that_columns_set_by_hand_are_remembered_and_not_fitted_again(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    stored_run(made_up_run(rounds=2))
    first = open_whet(engine=silent)
    first.window.show_page(HISTORY)
    qtbot.waitUntil(lambda: bool(first.workspace.runs) and not first.workspace.busy)
    view = first.window.runs.view
    header = view.horizontalHeader()
    movable = [n for n in range(header.count()) if header.sectionResizeMode(n) is header.ResizeMode.Interactive]
    drag(view, movable[1], 37)
    wanted = view.columnWidth(movable[1])
    first.window.close()
    second = open_whet(engine=silent)
    qtbot.waitUntil(lambda: bool(second.workspace.runs) and not second.workspace.busy)
    assert second.window.runs.view.columnWidth(movable[1]) == wanted


def drag(view: QTableView, section: int, by: int) -> None:
    """Move the right edge of a column with the mouse."""
    header = view.horizontalHeader()
    start = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) - 1, header.height() // 2)
    before = header.sectionSize(section)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(header.viewport(), start + QPoint(by, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    assert header.sectionSize(section) != before


def test_that_a_page_that_is_not_known_any_more_gives_way_to_home(open_whet: Opened, silent: list[str]) -> None:
    Settings().page = "PageOfAnotherVersion"
    assert open_whet(engine=silent).window.page == HOME


def test_that_somebody_who_looks_elsewhere_is_told_that_the_run_has_ended(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1)
    qtbot.waitUntil(lambda: whet.window.new_run.can_start)
    other = QTableView()
    qtbot.addWidget(other)
    whet.window.actions_["start"].trigger()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not whet.window.isActiveWindow())
    qtbot.waitUntil(lambda: bool(whet.wiring.notifications.told))
    assert "ended" in whet.window.banner.notice.what
    assert whet.window.banner.isVisible()


def test_that_nobody_is_told_what_they_see(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    whet.window.activateWindow()
    qtbot.waitUntil(whet.window.isActiveWindow)
    whet.wiring.notifications.tell("The run has ended.")
    assert not whet.wiring.notifications.told


def test_that_the_person_s_size_comes_on_top_of_the_system_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.5")
    app._scale(120, "1.5")
    assert float(os.environ["QT_SCALE_FACTOR"]) == pytest.approx(1.8)


def test_that_a_size_that_makes_no_sense_is_not_taken() -> None:
    settings = Settings()
    settings.scale = 900
    assert settings.scale == 200
    settings._file.setValue("scale", "huge")
    assert settings.scale == 100


def test_that_the_number_of_connections_leads_to_their_page(open_whet: Opened, silent: list[str]) -> None:
    window = open_whet(engine=silent).window
    QTest.mouseClick(window.strip.door, Qt.MouseButton.LeftButton)
    assert window.page == CONNECTIONS
    window.show_page(HOME)
    window.strip.door.setFocus()
    QTest.keyClick(window.strip.door, Qt.Key.Key_Return)
    assert window.page == CONNECTIONS
