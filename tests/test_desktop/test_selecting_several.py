"""Several candidates, or runs, are selected as in any list: two show their difference, all of them go to Compare."""

from collections.abc import Callable
from pathlib import Path

import pytest
from context_menus import entries, made_menu
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.domain.runspec import Role
from core.events import Event
from core.report.result import summarize
from core.state import fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.prompt_mime import prompts_in
from desktop.pages.compare import choice_part
from desktop.pages.compare.prompt_list import DATA
from desktop.pages.names import COMPARE, HISTORY, RUN
from desktop.pages.targets import MOST_TOGETHER, RunsTarget

Opened = Callable[..., Whet]
LEFT = Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
RUNS = ("2026-11-20-1432-gpo-made-up-0001", "2026-11-20-1433-gpo-made-up-0002", "2026-11-20-1434-gpo-made-up-0003")


@pytest.fixture
def whet(
    open_whet: Opened,
    silent: list[str],
    made_up_run: Callable[..., list[Event]],
    stored_run: Callable[..., RunFolder],
    qtbot: QtBot,
) -> Whet:
    """A window that shows a finished run and its tree; two more lie beside it."""
    events = made_up_run(rounds=2)
    for name in RUNS:
        folder = stored_run(events, name)
        folder.write_result(summarize(folder.id, fold(events), 1.0))
    made = open_whet(engine=silent)
    made.window.run.open(folder)
    made.window.show_page(RUN)
    qtbot.waitUntil(lambda: not made.workspace.busy and bool(made.window.run.model.state.nodes))
    made.window.run.views.show_search()
    return made


def click(whet: Whet, candidate: str, keys: Qt.KeyboardModifier = NONE) -> None:
    view = whet.window.run.tree.view
    QTest.mouseClick(view, LEFT, keys, view.position(candidate))


def marked(whet: Whet) -> list[str]:
    return list(whet.window.run.marked)


def held_against(whet: Whet) -> str:
    other = whet.window.run.detail.diff.other()
    return other.candidate.id if other is not None else ""


def in_compare(whet: Whet) -> list[str]:
    """Names of the prompts that are listed there and chosen."""
    prompts = whet.window.compare.choice.prompts
    checked = Qt.CheckState.Checked
    items = [prompts.item(place) for place in range(prompts.count())]
    return [item.data(DATA).name for item in items if item.checkState() is checked]


def test_that_ctrl_adds_a_candidate_and_takes_it_out_again(whet: Whet) -> None:
    page = whet.window.run
    click(whet, "c2")
    click(whet, "c3", CTRL)
    click(whet, "c5", CTRL)
    assert marked(whet) == ["c2", "c3", "c5"]
    assert {page.overview.model.id_at(row.row()) for row in page.overview.table.selectionModel().selectedRows()} == {
        "c2",
        "c3",
        "c5",
    }
    click(whet, "c3", CTRL)
    assert marked(whet) == ["c2", "c5"]
    click(whet, "c2", CTRL)
    assert marked(whet) == ["c5"]
    click(whet, "c5", CTRL)
    assert marked(whet) == ["c5"], "one always stays"


def test_that_shift_takes_the_line_from_an_ancestor_to_what_came_of_it(whet: Whet) -> None:
    page = whet.window.run
    state = page.model.state
    line = state.path(state.best)
    assert len(line) > 2
    click(whet, line[0])
    click(whet, line[-1], SHIFT)
    assert marked(whet) == list(line)
    click(whet, line[0])
    assert marked(whet) == [line[0]]


def test_that_keys_select_several_too(whet: Whet) -> None:
    view = whet.window.run.tree.view
    view.setFocus()
    click(whet, "c0")
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert marked(whet)[0] == "c0"
    assert len(marked(whet)) == 3
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert marked(whet) == ["c0"]


def test_that_two_show_their_difference_and_one_is_held_against_what_it_was_before(whet: Whet) -> None:
    page, diff = whet.window.run, whet.window.run.detail.diff
    page.detail.tabs.setCurrentWidget(page.detail.text)
    click(whet, "c3")
    click(whet, "c5", CTRL)
    assert page.detail.tabs.currentWidget() is diff
    assert held_against(whet) == "c5"
    click(whet, "c2")
    assert held_against(whet) == page.model.state.nodes["c2"].candidate.parents[0]


def test_that_several_are_scored_side_by_side_with_one_click(whet: Whet, qtbot: QtBot) -> None:
    bar = whet.window.run.tree.several
    click(whet, "c2")
    assert bar.isHidden()
    for candidate in ("c3", "c5"):
        click(whet, candidate, CTRL)
    assert bar.isVisible()
    bar.compare.click()
    assert whet.window.page == COMPARE
    assert {"c2", "c3", "c5"} <= set(in_compare(whet))
    whet.window.show_page(RUN)
    bar.clear.click()
    assert marked(whet) == ["c2"]
    assert bar.isHidden()
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_compare_asks_the_model_of_the_run_and_not_the_one_that_whet_brings(
    whet: Whet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    own = tmp_path / "own.gguf"
    own.touch()
    monkeypatch.setattr(choice_part, "models_left", lambda _: {Role.TASK: str(own)})
    click(whet, "c2")
    click(whet, "c3", CTRL)
    whet.window.run.tree.several.compare.click()
    models = whet.window.compare.choice.models

    def checked() -> list[str]:
        items = (models.item(place) for place in range(models.count()))
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]

    qtbot.waitUntil(lambda: checked() == ["own"])
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_the_menu_of_one_of_several_is_about_all_of_them(whet: Whet, qtbot: QtBot) -> None:
    view = whet.window.run.tree.view
    click(whet, "c2")
    for candidate in ("c3", "c5"):
        click(whet, candidate, CTRL)
    entries(made_menu(view, view.position("c3")))["Put all 3 into Compare"].trigger()
    assert {"c2", "c3", "c5"} <= set(in_compare(whet))
    assert "Put it into Compare" in entries(made_menu(view, view.position("c6")))
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_one_of_several_takes_the_others_along_when_it_is_dragged(
    whet: Whet, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, view = whet.window.run, whet.window.run.tree.view
    carried: list[list[str]] = []

    def carry(drag: QDrag, *_: object) -> Qt.DropAction:
        carried.append([each.name for each in prompts_in(drag.mimeData())])
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)
    click(whet, "c2")
    click(whet, "c5", CTRL)
    for candidate in ("c5", "c3"):
        start = view.position(candidate)
        QTest.mousePress(view, LEFT, NONE, start)
        QTest.mouseMove(view, QPoint(start.x(), view.height() + 40))
        if len(carried) < 1 + (candidate == "c3"):  # the pointer is elsewhere on some screens
            view.taken_out.emit(candidate)
        QTest.mouseRelease(view, LEFT, NONE, start)
    assert carried[:2] == [["c2", "c5"], ["c3"]]
    data = page.overview.model.mimeData([page.overview.model.index(row, 0) for row in (1, 2)])
    assert isinstance(data, QMimeData)
    assert [each.name for each in prompts_in(data)] == [page.overview.model.id_at(row) for row in (1, 2)]


def test_that_rows_of_the_table_are_selected_in_the_tree_as_well(whet: Whet) -> None:
    page, table = whet.window.run, whet.window.run.overview.table
    page.overview.tabs.setCurrentWidget(table)
    ids = [page.overview.model.id_at(row) for row in range(3)]
    table.selectRow(0)
    for row in (1, 2):
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(page.overview.model.index(row, 0), flags)
    assert marked(whet) == ids
    assert page.tree.several.isVisible()


def test_that_more_than_compare_takes_are_refused_with_a_reason(whet: Whet) -> None:
    bar = whet.window.run.tree.several
    bar.show_number(MOST_TOGETHER)
    assert bar.compare.isEnabled()
    bar.show_number(MOST_TOGETHER + 1)
    assert not bar.compare.isEnabled()
    assert str(MOST_TOGETHER) in bar.compare.toolTip()


def runs_selected(whet: Whet, number: int, qtbot: QtBot) -> QWidget:
    page = whet.window.runs
    whet.window.show_page(HISTORY)
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() >= 3 and not whet.workspace.busy)
    page.view.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(number):
        page.view.selectionModel().select(page.model.index(row, 0), flags)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    return page.view


def test_that_the_best_prompts_of_two_runs_are_held_against_each_other_in_the_history(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.runs
    runs_selected(whet, 2, qtbot)
    qtbot.waitUntil(lambda: page.curves.can_show_difference)
    page.curves.show_difference()
    best = whet.window.run.model.state
    words = best.nodes[best.best].candidate.prompt.shown.split()[0]
    assert words in page.curves.diff.shown_text()
    runs_selected(whet, 3, qtbot)
    assert not page.curves.can_show_difference


def test_that_three_runs_go_from_the_history_to_compare(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.runs
    handed: list[RunsTarget] = []
    page.wanted.connect(lambda _, target: handed.append(target))
    runs_selected(whet, 3, qtbot)
    assert page.can_compare
    page.compare_deed.trigger()
    assert whet.window.page == COMPARE
    assert [(sorted(target.ids), target.alone) for target in handed] == [(sorted(RUNS), True)]
    qtbot.waitUntil(lambda: not whet.workspace.busy)
