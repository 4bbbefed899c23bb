"""Compare: prompts edited in place, taken off, dropped from anywhere; the keyboard's way through the replies."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.domain.comparison import ComparisonCell, Contestant
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.events import Event
from core.state import fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.compare_tables import REPLIES
from desktop.models.prompt_mime import of_prompts, of_runs
from desktop.pages.compare.page import ComparePage
from desktop.pages.compare.prompt_list import PromptList
from desktop.pages.names import COMPARE

Opened = Callable[..., Whet]


@pytest.fixture
def listed(qtbot: QtBot) -> PromptList:
    made = PromptList("Prompts")
    qtbot.addWidget(made)
    made.resize(320, 300)
    made.show()
    qtbot.waitExposed(made)
    for text in ("Say yes.", "Say no.", "Say maybe."):
        made.add(Contestant(text, Prompt(text)), checked=True)
    return made


def texts(listed: PromptList) -> list[str]:
    return [each.prompt.text for each in listed.contestants()]


def drop(target: PromptList, data: QMimeData) -> None:
    target.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_that_a_candidate_s_id_is_followed_by_its_words(listed: PromptList) -> None:
    item = listed.add(Contestant("c12", Prompt("Say when,\nand where.")), checked=True)
    assert item.text() == "c12 · Say when, and where."


def test_that_a_prompt_is_edited_whole_in_its_place(listed: PromptList) -> None:
    listed.setCurrentRow(1)
    QTest.keyClick(listed, Qt.Key.Key_F2)
    editor = listed.findChild(QPlainTextEdit)
    assert editor is not None
    assert editor.toPlainText() == "Say no."
    editor.setPlainText("Say no,\nfirmly.")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(listed) == ["Say yes.", "Say no,\nfirmly.", "Say maybe."]
    assert listed.item(1).text() == "Say no, firmly."
    assert listed.item(1).checkState() is Qt.CheckState.Checked


def test_that_escape_leaves_a_prompt_as_it_was(listed: PromptList) -> None:
    listed.setCurrentRow(0)
    QTest.keyClick(listed, Qt.Key.Key_F2)
    editor = listed.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("Something else.")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert texts(listed)[0] == "Say yes."


def test_that_what_was_taken_off_can_be_put_back_in_its_place(listed: PromptList) -> None:
    listed.setCurrentRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert texts(listed) == ["Say yes.", "Say maybe."]
    QTest.keyClick(listed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(listed) == ["Say yes.", "Say no.", "Say maybe."]


def test_that_prompts_runs_and_plain_text_can_be_dropped(listed: PromptList) -> None:
    heard: list[object] = []
    listed.prompts_dropped.connect(heard.append)
    listed.runs_dropped.connect(heard.append)
    whole = Contestant("c7", replace(Prompt("Whole."), demonstrations=()))
    plain, nothing = QMimeData(), QMimeData()
    plain.setText("Typed elsewhere.")
    for data in (of_prompts([whole]), of_runs(["2026-01-01-run"]), plain, nothing):
        drop(listed, data)
    assert heard == [[whole], ["2026-01-01-run"], [Contestant("Typed elsewhere.", Prompt("Typed elsewhere."))]]


@pytest.fixture
def page(open_whet: Opened, silent: list[str]) -> ComparePage:
    whet = open_whet(engine=silent)
    whet.window.show_page(COMPARE)
    return whet.window.compare


def fill(page: ComparePage, rights: Sequence[str]) -> None:
    """A comparison as if an engine had scored it: for each prompt a letter per row, r(ight) or w(rong)."""
    model = page.model
    model.prompts = tuple(Contestant(f"p{n}", Prompt(f"Prompt {n}.")) for n in range(len(rights)))
    model.models = ("a model",)
    model.examples = {row: Example(row, f"text {row}", ("a",)) for row in range(1, len(rights[0]) + 1)}
    for key, letters in zip(model.keys, rights, strict=True):
        verdicts = tuple(Verdict(row, float(letter == "r"), letter, letter) for row, letter in enumerate(letters, 1))
        model.cells[key] = ComparisonCell(key, 0.5, 0.4, 0.6, verdicts)
    model.before, model.after = model.keys[0], model.keys[1]
    model.changed.emit()


def test_that_keys_walk_from_difference_to_difference_and_enter_makes_a_column_b(page: ComparePage) -> None:
    fill(page, ["rrrrwr", "rrwrwr", "rrrrww"])
    view, rows = page.pair.view, page.pair.rows
    view.setFocus()
    view.setCurrentIndex(rows.index(0, REPLIES + 2))
    visited = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P):
        QTest.keyClick(view, key)
        visited.append(rows.rows[view.currentIndex().row()].row)
    assert visited == [3, 6, 6, 3]
    third = rows.keys[2]
    view.activated.emit(view.currentIndex())
    assert page.model.after == third


def test_that_replies_are_sorted_by_their_column_and_heads_show_whole_prompts(page: ComparePage) -> None:
    fill(page, ["rrrrwr", "rrwrwr"])
    assert "Prompt 1." in str(page.pair.rows.headerData(REPLIES + 1, Qt.Orientation.Horizontal))
    page.pair.view.sortByColumn(REPLIES + 1, Qt.SortOrder.AscendingOrder)
    assert [row.verdicts[1].score for row in page.pair.rows.rows] == [0.0, 0.0, 1.0, 1.0, 1.0, 1.0]
    page.pair.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row.row for row in page.pair.rows.rows] == [1, 2, 3, 4, 5, 6]


def test_that_a_double_click_on_a_head_edits_its_prompt(page: ComparePage) -> None:
    fill(page, ["rrrrwr", "rrwrwr"])
    page.pair.view.horizontalHeader().sectionDoubleClicked.emit(REPLIES + 1)
    listed = page.choice.prompts
    assert listed.contestants()[listed.currentRow()].prompt.text == "Prompt 1."
    editor = listed.findChild(QPlainTextEdit)
    assert editor is not None
    assert editor.toPlainText() == "Prompt 1."


def test_that_whole_texts_stand_beside_the_rows_where_there_is_room(page: ComparePage) -> None:
    fill(page, ["rrrrwr", "rrwrwr"])
    for width, orientation in ((1700, Qt.Orientation.Horizontal), (900, Qt.Orientation.Vertical)):
        page.pair.resize(width, 600)
        assert page.pair._parts.orientation() is orientation


def test_that_a_run_that_is_dropped_adds_its_best_prompt(
    page: ComparePage,
    qtbot: QtBot,
    stored_run: Callable[..., RunFolder],
    made_up_run: Callable[..., list[Event]],
) -> None:
    events = made_up_run(rounds=2)
    folder = stored_run(events)
    state = fold(events)
    best = state.nodes[state.best].candidate.prompt.text
    if folder.read_result() is None:
        pytest.skip("this run keeps no result")
    drop(page.choice.prompts, of_runs([folder.id]))
    qtbot.waitUntil(lambda: best in texts(page.choice.prompts))
