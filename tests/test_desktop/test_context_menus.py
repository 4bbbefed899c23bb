"""A right click offers what makes sense with the thing under the pointer, on every page."""

import itertools
from collections.abc import Callable

import pytest
from context_menus import entries, made_menu, on_cell
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from core.domain.comparison import ComparisonCell, Contestant
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.events import CandidateRejected, Event
from core.state import fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.compare_tables import REPLIES
from desktop.pages.compare.page import ComparePage
from desktop.pages.names import COMPARE, DATASETS, HISTORY, NEW_RUN, PLAYGROUND, RUN
from desktop.plots.plot import Plot
from desktop.plots.score_grid import ScoreGrid
from desktop.widgets.context_menu import menu_of

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


@pytest.fixture
def whet(open_whet: Opened, silent: list[str]) -> Whet:
    return open_whet(engine=silent)


@pytest.fixture
def run(whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> Whet:
    """A window that shows a finished run."""
    whet.window.run.open(stored_run(made_up_run(rounds=2)))
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: not whet.workspace.busy and bool(whet.window.run.model.state.nodes))
    return whet


def fill(page: ComparePage) -> None:
    """Two prompts on three rows, as if an engine had scored them."""
    model = page.model
    model.prompts = (Contestant("mine", Prompt("Mine.")), Contestant("other", Prompt("The other.")))
    model.models = ("a model",)
    model.examples = {row: Example(row, f"text {row}", ("a",)) for row in (1, 2, 3)}
    for key in model.keys:
        verdicts = tuple(Verdict(row, float(key.prompt == 1), f"reply {key.prompt}.{row}", "a") for row in (1, 2, 3))
        model.cells[key] = ComparisonCell(key, 0.5, 0.4, 0.6, verdicts)
    model.before, model.after = model.keys[0], model.keys[1]
    model.changed.emit()


def test_that_every_table_offers_to_copy_a_cell_and_its_row(run: Whet) -> None:
    tables = list(itertools.chain.from_iterable(page.findChildren(QTableView) for page in run.window.pages.values()))
    assert len(tables) > 12
    for view in tables:
        assert menu_of(view) is not None, view.accessibleName()
        if view.model().rowCount() and not view.isRowHidden(0) and view.accessibleName() != "Scores of prompts":
            shown = next(c for c in range(view.model().columnCount()) if not view.isColumnHidden(c))
            assert list(on_cell(view, 0, shown))[:2] in (["Copy", "Copy the row"], []), view.accessibleName()


def test_that_every_plot_is_taken_away_by_a_right_click(run: Whet) -> None:
    parts: list[QWidget] = [
        part for page in run.window.pages.values() for kind in (Plot, ScoreGrid) for part in page.findChildren(kind)
    ]
    parts.append(run.window.run.tree.view)
    assert len(parts) > 6
    for part in parts:
        offered = entries(made_menu(part, QPoint(5, 5))).keys()
        assert {"Save as PNG…", "Copy the picture"} <= offered, part.accessibleName()


def test_that_a_candidate_offers_the_same_in_the_tree_and_in_the_table(run: Whet) -> None:
    page = run.window.run
    tree = entries(made_menu(page.tree.view, page.tree.view.position("c2")))
    assert page.selected == "c2"
    place = next(n for n in range(page.overview.model.rowCount()) if page.overview.model.id_at(n) == "c3")
    page.overview.tabs.setCurrentWidget(page.overview.table)
    row = on_cell(page.overview.table, place, 0)
    assert page.selected == "c3"
    wanted = {
        "Copy the selected prompt",
        "Edit the selected prompt",
        "Try in the Playground",
        "Branch from the selected prompt",
        "Put it into Compare",
        "Compare with your prompt",
        "Export this prompt…",
    }
    assert wanted <= tree.keys()
    assert wanted <= row.keys()


def test_that_two_candidates_that_are_held_against_each_other_go_to_compare_together(run: Whet, qtbot: QtBot) -> None:
    page, view = run.window.run, run.window.run.tree.view
    page.select("c2")
    assert "Put both into Compare" not in entries(made_menu(view, view.position("c2")))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, view.position("c5"))
    entries(made_menu(view, view.position("c2")))["Put both into Compare"].trigger()
    assert run.window.page == COMPARE
    nodes = page.model.state.nodes
    listed = [each.prompt for each in run.window.compare.choice.prompts.contestants()]
    assert all(nodes[id_].candidate.prompt in listed for id_ in ("c2", "c5"))
    qtbot.waitUntil(lambda: not run.workspace.busy)


def test_that_a_refused_proposal_can_be_copied_and_tried(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = made_up_run(rounds=1, ended=False)
    page = whet.window.run
    page.open(stored_run([*events, CandidateRejected("No tag at all.", "no prompt tag", 1)]))
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: not whet.workspace.busy and bool(page.model.state.nodes))
    page.tree.refused.setChecked(True)
    view = page.tree.view
    ghost = next(node.id for node in view._scene.nodes.values() if node.text == "No tag at all.")
    offered = entries(made_menu(view, view.position(ghost)))
    offered["Copy the proposal"].trigger()
    assert QGuiApplication.clipboard().text() == "No tag at all."
    offered["Try it in the Playground"].trigger()
    assert whet.window.page == PLAYGROUND
    assert whet.window.playground.question.prompt.toPlainText() == "No tag at all."


def test_that_a_row_a_candidate_answered_goes_to_the_playground_with_its_prompt(run: Whet, qtbot: QtBot) -> None:
    page = run.window.run
    page.select("c3")
    detail = page.detail
    detail.tabs.setCurrentWidget(detail.examples)
    number = detail.examples.shown[0].row
    example = Example(number, "a made-up input", ("yes",))
    split = page.selected_node.card.split
    detail.set_rows({(split, number): example})
    offered = on_cell(detail.examples.view, 0, 0)
    assert "Look at the call" in offered
    offered["Try this row in the Playground"].trigger()
    question = run.window.playground.question
    qtbot.waitUntil(lambda: not question._reading)
    assert question.prompt.toPlainText() == page.selected_node.candidate.prompt.text
    assert question.input.toPlainText() == "a made-up input"


def test_that_a_reply_is_weighed_edited_and_tried_from_its_cell(whet: Whet) -> None:
    page = whet.window.compare
    whet.window.show_page(COMPARE)
    fill(page)
    offered = on_cell(page.pair.view, 1, REPLIES + 1)
    assert list(offered)[:3] == ["Copy", "Copy the row", "Copy the prompt"]
    offered["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == "reply 1.2"
    assert not offered["Compare as B"].isEnabled()
    offered["Compare as A"].trigger()
    assert page.model.before == page.model.keys[1]
    offered["Try this row in the Playground"].trigger()
    assert whet.window.page == PLAYGROUND
    assert whet.window.playground.question.prompt.toPlainText() == "The other."
    assert whet.window.playground.question.input.toPlainText() == "text 2"


def test_that_a_combination_of_the_matrix_starts_a_new_run_with_its_prompt(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.compare
    whet.window.show_page(COMPARE)
    fill(page)
    place = page.view.visualRect(page.matrix.index_of(page.model.keys[1])).center()
    entries(made_menu(page.view, place))["Use this prompt in a new run"].trigger()
    assert whet.window.page == NEW_RUN
    qtbot.waitUntil(lambda: "The other." in whet.window.new_run.prompt.prompts)


def test_that_a_row_of_a_dataset_is_edited_moved_and_tried(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.datasets
    whet.window.show_page(DATASETS)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0 and page.data.editable)
    item = page.model.row_at(page.model.index(0, 0))
    offered = on_cell(page.view, 0, 2)
    assert {"Copy", "Edit", "Move to Validation", "Remove the selected rows"} <= offered.keys()
    assert offered["Move to Validation"].isEnabled() == (item.split is not Split.VALIDATION)
    offered["Try this row in the Playground"].trigger()
    question = whet.window.playground.question
    qtbot.waitUntil(lambda: question.input.toPlainText() == item.example.input)
    assert question.task == page.data.folder.name
    assert question.row.value() > 0


def test_that_an_entry_of_the_history_gives_its_best_prompt_away(run: Whet, qtbot: QtBot) -> None:
    page, folder = run.window.runs, run.window.run.folder
    state = fold(folder.read_events().events)
    best = state.nodes[state.best].candidate.prompt.text
    run.window.show_page(HISTORY)
    run.workspace.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0 and not run.workspace.busy)
    place = page.model.index_of(lambda entry: entry.id == folder.id)
    offered = on_cell(page.view, place.row(), 2)
    assert {"Copy", "Open", "Put it into Compare", "Export the best prompt…", "Branch with other settings…"} <= (
        offered.keys()
    )
    if offered["Branch with other settings…"].isEnabled():
        offered["Branch with other settings…"].trigger()
        qtbot.waitUntil(lambda: run.window.page == NEW_RUN)
        qtbot.waitUntil(lambda: run.window.new_run.prompt.prompts[:1] == (best,))
    qtbot.waitUntil(lambda: not run.workspace.busy)
