"""How pages give way in small windows: nothing that matters is cut, behind arrows, or too thin to read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStyleOptionHeader, QTabWidget, QToolButton
from pytestqt.qtbot import QtBot

from core.domain.example import Split
from core.events import Event, decode
from core.report.curve import search_split
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.run_list import RunListModel
from desktop.pages.names import CERTIFICATE, COMPARE, CONNECTIONS, HOME, RUN
from desktop.pages.run.opened import read_run
from desktop.pages.run.page import RunPage
from desktop.widgets.banner import Banner, Notice
from desktop.widgets.prompt_editor import PromptEditor

Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]
Opened = Callable[..., Whet]

SMALL, USUAL = (820, 560), (1280, 800)


@pytest.fixture
def whet(open_whet: Opened, silent: list[str]) -> Whet:
    whet = open_whet(engine=silent)
    whet.window.show()
    return whet


@pytest.fixture
def page(whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> RunPage:
    whet.window.run.open(stored_run(made_up_run()))
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: bool(whet.window.run.model.state.events) and not whet.workspace.busy)
    return whet.window.run


def cut_tabs(tabs: QTabWidget) -> int:
    """Pixels of tabs that are not seen."""
    bar = tabs.tabBar()
    last = max(number for number in range(bar.count()) if bar.isTabVisible(number))
    return max(0, bar.tabRect(last).right() - bar.width())


def test_that_a_low_window_shows_the_tree_or_the_overview_and_a_usual_one_both(
    whet: Whet, page: RunPage, qtbot: QtBot
) -> None:
    whet.window.resize(*SMALL)
    qtbot.waitUntil(lambda: page.height() < 600)
    assert page.tree.isVisible()
    assert not page.overview.isVisible()
    assert page.tree.height() > 180
    overview = next(each for each in page.parts.findChildren(QToolButton) if each.text() == "Overview")
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton)
    assert page.overview.isVisible()
    assert not page.tree.isVisible()
    whet.window.actions_["find"].trigger()
    assert page.tree.search.isVisible(), "who looks for a candidate is shown the tree"
    whet.window.resize(*USUAL)
    qtbot.waitUntil(lambda: page.overview.isVisible() and page.tree.isVisible())
    assert not overview.isVisible()


def test_that_a_part_that_has_all_the_room_can_give_it_back_in_a_low_window(
    whet: Whet, page: RunPage, qtbot: QtBot
) -> None:
    whet.window.resize(*SMALL)
    qtbot.waitUntil(lambda: page.height() < 600)
    QTest.mouseClick(page.parts.larger, Qt.MouseButton.LeftButton)
    assert page.tree.isVisible()
    assert not page.detail.isVisible()
    QTest.mouseClick(page.parts.larger, Qt.MouseButton.LeftButton)
    assert page.detail.isVisible()


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_that_no_tab_of_a_run_hides_behind_an_arrow(
    whet: Whet, page: RunPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    whet.window.resize(*size)
    page.parts._choice.button(1).click()
    page.select(page.model.state.best)
    QTest.qWait(50)
    assert page.detail.tabs.isTabVisible(page.detail.tabs.indexOf(page.detail.sentences)), "all seven are shown"
    for tabs in (page.detail.tabs, page.overview.tabs):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            assert not cut_tabs(tabs), tabs.tabText(number)


def test_that_scores_in_the_tree_and_the_curve_say_of_which_rows_they_are(page: RunPage, stored_run: Stored) -> None:
    assert search_split(page.model.state) is Split.VALIDATION
    assert "validation rows" in page.tree._legend.toolTip()
    axis = page.overview.curve.item.getAxis("left")
    assert axis.labelText == "Score on validation rows"
    train = read_run(stored_run(_golden(), "2026-11-20-1500-gpo-small-0002"))
    page.overview.show_run(train.state, train.curve)
    page.tree.show_run(train.state, train.nodes)
    assert axis.labelText == "Score on train rows"
    assert "train rows" in page.tree._legend.toolTip()


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_that_the_prompts_of_candidates_have_room_to_be_read(
    whet: Whet, page: RunPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    whet.window.resize(*size)
    page.parts._choice.button(1).click()
    page.overview.tabs.setCurrentWidget(page.overview.table)
    qtbot.waitUntil(page.overview.table.isVisible)
    assert page.overview.table.columnWidth(page.overview.model.PROMPT_COLUMN) >= 100


def test_that_a_message_in_a_low_window_takes_one_line_and_loses_nothing(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(420, 200)
    banner.say(Notice("The gain is certified.", kept="Twelve points, and a sentence that is long enough to wrap. " * 3))
    tall = banner.sizeHint().height()
    banner.set_short(True)
    banner.show()
    assert banner.sizeHint().height() < tall - 20
    QTest.qWait(20)
    banner.grab()
    assert "Twelve points" in banner._line.toolTip()
    banner.set_short(False)
    assert banner._rest.isVisible()


def test_that_the_certificate_page_waits_while_the_run_is_still_being_read(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    whet.window.show_page(CERTIFICATE)
    shown: list[str] = []
    certificate = whet.window.certificate
    certificate.model.changed.connect(lambda: shown.append(_title(certificate._stack.currentWidget())))
    whet.window.run.open(stored_run(made_up_run()))
    assert whet.window.run.reading
    assert _title(certificate._stack.currentWidget()) == "Reading the run …"
    qtbot.waitUntil(lambda: certificate.model.shown is not None)
    assert not whet.window.run.reading
    assert "Nothing to certify yet" not in shown


def test_that_a_run_that_cannot_be_read_is_not_waited_for(
    whet: Whet, stored_run: Stored, made_up_run: Made, qtbot: QtBot
) -> None:
    folder = stored_run(made_up_run())
    folder.log_path.unlink()
    (folder.path / "spec.json").unlink()
    folder.path.rmdir()
    whet.window.show_page(CERTIFICATE)
    whet.window.run.open(folder)
    qtbot.waitUntil(lambda: not whet.window.run.reading)
    qtbot.waitUntil(lambda: _title(whet.window.certificate._stack.currentWidget()) == "Nothing to certify yet")


def test_that_titles_of_a_table_end_in_dots_where_they_are_cut(page: RunPage) -> None:
    header = page.overview.table.horizontalHeader()
    page.overview.table.setColumnWidth(0, 60)
    option = QStyleOptionHeader()
    header.initStyleOptionForIndex(option, 0)
    assert option.text.endswith("…")
    page.overview.table.setColumnWidth(0, 200)
    header.initStyleOptionForIndex(option, 0)
    assert option.text == "Candidate"


def test_that_samples_are_described_in_full_and_stand_above_the_runs_where_it_is_narrow(
    whet: Whet, qtbot: QtBot
) -> None:
    home = whet.window.home
    qtbot.waitUntil(lambda: bool(home.samples))
    whet.window.show_page(HOME)
    first, second = next(iter(home.samples.values())), home.view if home.view.isVisible() else home._no_runs
    for size, beside in ((USUAL, True), (SMALL, False)):
        whet.window.resize(*size)
        QTest.qWait(50)
        sample = first.mapTo(home, QPoint(0, 0))
        runs = second.mapTo(home, QPoint(0, 0))
        assert (runs.x() > sample.x()) is beside
    described = [each for each in home.findChildren(QLabel) if each.text().startswith("Normalization")]
    assert described
    assert described[0].wordWrap()


def test_that_the_form_of_a_comparison_has_no_gaps_and_no_cut_fields(whet: Whet, qtbot: QtBot) -> None:
    whet.window.show_page(COMPARE)
    choice = whet.window.compare.choice
    qtbot.waitUntil(lambda: choice.prompts.count() >= 2)
    for size in (USUAL, SMALL):
        whet.window.resize(*size)
        QTest.qWait(50)
        free = choice.prompts.height() - choice.prompts.count() * choice.prompts.sizeHintForRow(0)
        assert 0 <= free < choice.prompts.sizeHintForRow(0)
        for box in (choice._rows, choice._temperature, choice._seeds):
            assert box.mapTo(choice, QPoint(box.width(), 0)).x() <= choice.width()
            assert box.lineEdit().width() > box.fontMetrics().horizontalAdvance(box.text())


def test_that_an_empty_record_of_connections_shows_no_empty_table(whet: Whet, qtbot: QtBot) -> None:
    whet.window.show_page(CONNECTIONS)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert not whet.window.connections._record.isVisible()


def test_that_a_prompt_is_indented_only_for_its_locks(qtbot: QtBot) -> None:
    editor = PromptEditor("Prompt", lambda text: [(0, len(text))] if text else [])
    qtbot.addWidget(editor)
    editor.show_prompt("Answer with the number.")
    assert editor.viewportMargins().left() == 0
    editor.set_locking(True)
    assert editor.viewportMargins().left() > 0
    editor.toggle_lock(2)
    editor.set_locking(False)
    assert editor.viewportMargins().left() > 0
    editor.show_prompt("Another one.")
    assert editor.viewportMargins().left() == 0


def test_that_the_time_of_a_run_reads_alike_in_every_language(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    stored_run(made_up_run())
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: bool(whet.workspace.runs))
    model = RunListModel(whet)
    model.set_rows(whet.workspace.runs)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", str(model.index(0, 0).data()))


def _golden() -> list[Event]:
    log = Path(__file__).parents[1] / "golden" / "gpo.jsonl"
    return [decode(line) for line in log.read_bytes().splitlines()]


def _title(page: object) -> str:
    texts = [each.text() for each in page.findChildren(QLabel) if each.text()]  # type: ignore[attr-defined]
    return texts[0] if texts else ""
