"""The views of a run: trade-off, grid, the method's story, sentences, both answers, and saving all of them."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.domain.candidate import Candidate
from core.domain.prompt import Prompt
from core.domain.review import Review, SentenceEffect, SentenceReview
from core.events import CandidateProposed, CandidateScored, Event, decode
from core.report.tradeoff import CostKind
from core.state import RunState, fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.names import RUN
from desktop.pages.run.detail import CandidateDetail
from desktop.pages.run.examples_tab import FIXED
from desktop.pages.run.page import RunPage
from desktop.pages.run.story_tab import StoryTab
from desktop.plots.lineage_layout import TreeNode, tree_nodes
from desktop.plots.lineage_paint import _score_words
from desktop.plots.lineage_scene import Scene
from desktop.plots.saving import CSV, PNG, SVG, SaveButton
from desktop.plots.score_grid import GridData, ScoreGrid
from desktop.plots.tradeoff_plot import Spot, TradeoffPlot
from desktop.widgets.heat_text import HeatPart, HeatText

Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]
Opened = Callable[..., Whet]

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def page(open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> RunPage:
    whet = open_whet(engine=silent)
    whet.window.show()
    whet.window.run.open(stored_run(made_up_run()))
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: bool(whet.window.run.model.state.events) and not whet.workspace.busy)
    return whet.window.run


def test_that_the_front_is_walked_by_keys_and_its_axis_can_be_changed(page: RunPage, qtbot: QtBot) -> None:
    part = page.overview.tradeoff
    page.overview.tabs.setCurrentWidget(part)
    by_words = part.plot.front
    assert len(by_words) > 1
    part.plot.select("")
    qtbot.keyClick(part.plot, Qt.Key.Key_Right)
    qtbot.keyClick(part.plot, Qt.Key.Key_Right)
    assert page.selected == by_words[1]
    part.axis.setCurrentIndex(part.axis.findData(CostKind.MILLISECONDS))
    assert part.plot.front == ()
    part.axis.setCurrentIndex(part.axis.findData(CostKind.TOKENS))
    assert part.plot.front


def test_that_a_click_in_the_grid_goes_to_the_candidate_and_its_row(page: RunPage, qtbot: QtBot) -> None:
    part = page.overview.grid
    page.overview.tabs.setCurrentWidget(part)
    assert part.grid is not None
    box = part.view.cell_box(2, 5)
    QTest.mouseClick(part.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.selected == part.grid.candidates[2]
    assert page.detail.tabs.currentWidget() is page.detail.examples
    assert page.detail.examples._chosen_row() == part.grid.rows[5]


def test_that_the_grid_is_walked_by_keys_and_sorted(page: RunPage, qtbot: QtBot) -> None:
    part = page.overview.grid
    page.overview.tabs.setCurrentWidget(part)
    picked: list[tuple[str, int]] = []
    part.picked.connect(lambda *where: picked.append(where))
    part._candidates.setCurrentIndex(1)
    part._rows.setCurrentIndex(1)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(part.view, key)
    assert part.grid is not None
    assert picked == [(part.grid.candidates[1], part.grid.rows[1])]
    means = np.nanmean(part.grid.values, axis=1)
    assert list(means) == sorted(means, reverse=True)
    everything = len(part.grid.rows)
    part.telling.click()
    assert len(part.grid.rows) <= everything


def test_that_a_grid_of_thousands_by_thousands_is_drawn(qtbot: QtBot) -> None:
    view = ScoreGrid("grid")
    qtbot.addWidget(view)
    view.resize(800, 500)
    values = np.random.default_rng(0).random((4000, 3000), dtype=np.float32)
    view.set_data(GridData(tuple(f"c{n}" for n in range(4000)), tuple(map(str, range(3000))), values))
    view.show()
    qtbot.waitExposed(view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    last = view.viewport().rect().bottomRight()
    assert view.cell_at(last - QPoint(2, 2)) == (3999, 2999)
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert not view.grab().isNull()


@pytest.mark.parametrize("method", ["gpo", "dual_phase", "distill_prompt", "opro", "protegi", "gepa", "capo", "grips"])
def test_that_every_part_of_a_method_s_story_is_shown(qtbot: QtBot, method: str) -> None:
    part = StoryTab()
    qtbot.addWidget(part)
    part.resize(700, 300)
    part.show()
    tester = QAbstractItemModelTester(part._model)
    state = fold(map(decode, (GOLDEN / f"{method}.jsonl").read_bytes().splitlines(keepends=True)))
    part.show_run(state)
    gone: list[str] = []
    part.selected.connect(gone.append)
    assert part.choice.count() == len(part.blocks) > 0
    for number in range(part.choice.count()):
        part.choice.setCurrentIndex(number)
        assert not part.grab().isNull()
        if part._shown is part.table:
            for column in range(part._model.columnCount()):
                part.table.clicked.emit(part._model.index(0, column))
    assert set(gone) <= state.nodes.keys()
    assert tester is not None


def test_that_both_answers_of_a_row_stand_side_by_side(page: RunPage, qtbot: QtBot) -> None:
    page.select("c20")
    page.detail.tabs.setCurrentWidget(page.detail.examples)
    examples = page.detail.examples
    examples.choose(FIXED)
    examples.select_first()
    row = examples.shown[0]
    assert row.before is not None
    assert (examples._before.toPlainText(), examples._reply.toPlainText()) == (row.before.output, row.after.output)
    assert examples._before_title.text().startswith("✗")
    assert examples._after_title.text().startswith("✓")


def test_that_a_merge_is_compared_with_the_parent_of_one_s_choice(page: RunPage) -> None:
    state, diff = page.model.state, page.detail.diff
    merged = next(id_ for id_, node in state.nodes.items() if len(node.candidate.parents) > 1)
    page.select(merged)
    assert diff._parent.isVisibleTo(diff)
    diff._parent.setCurrentIndex(1)
    other = diff.other()
    assert other is not None
    assert other.candidate.id == state.nodes[merged].candidate.parents[1]
    page.select("c1")
    assert not diff._parent.isVisibleTo(diff)


def test_that_moved_sentences_are_told_apart_from_rewritten_ones(
    page: RunPage, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    before, after = (
        "Read both numbers. Do not explain it. Be brief now.",
        "Do not explain it. Read both numbers. Be quick now.",
    )
    texts = {"c0": before, "c1": after}
    events = [
        CandidateProposed(replace(event.candidate, prompt=Prompt(texts[event.candidate.id])))
        if isinstance(event, CandidateProposed) and event.candidate.id in texts
        else event
        for event in made_up_run()
    ]
    page.open(stored_run(events, "2026-11-20-1500-gpo-made-up-0003"))
    qtbot.waitUntil(lambda: page.model.state.nodes.get("c0", None) is not None and not page._context.workspace.busy)
    qtbot.waitUntil(lambda: page.model.state.nodes["c0"].candidate.prompt.text == before)
    page.select("c1")
    kinds = {span.kind for span in page.detail.diff.view.spans}
    assert {"moved_from", "moved_to", "insert", "delete", "equal"} <= kinds
    legend = [sample.text() for sample in page.detail.diff._legend._samples.values() if sample.isVisibleTo(page)]
    assert "moved here" in legend
    assert "3 moved" in page.detail.diff._words.text()


def test_that_the_worth_of_sentences_is_drawn_and_said_in_numbers(page: RunPage, qtbot: QtBot) -> None:
    best, tab = page.model.state.best, page.detail.sentences
    page.select(best)
    page.detail.tabs.setCurrentWidget(tab)
    text = page.model.state.nodes[best].candidate.prompt.text
    assert tab.weigh.isVisibleTo(tab)
    head, rest = text[: len(text) // 2].strip(), text[len(text) // 2 :].strip()
    effects = (
        SentenceEffect(head, 0.2, 0.1, 0.3, 0.01, removable=False),
        SentenceEffect(rest, -0.05, -0.1, 0.0, 0.4, removable=True),
    )
    tab.set_review(Review(best, sentences=SentenceReview(best, 48, 96, effects)))
    assert not tab.weigh.isVisibleTo(tab)
    heats = [part.heat for part in tab.text.parts if part.heat is not None]
    assert heats == [1.0, -0.25]
    assert "without it −20.0 points" in tab.text.parts[0].about
    assert "".join(part.text for part in tab.text.parts) == tab.text.toPlainText() == text


def test_that_the_part_under_the_cursor_is_announced(qtbot: QtBot) -> None:
    view = HeatText("heat")
    qtbot.addWidget(view)
    view.show_parts([HeatPart("One. ", 1.0, "much"), HeatPart("Two. "), HeatPart("Three.", -0.5, "harm")])
    pointed: list[int] = []
    view.pointed.connect(pointed.append)
    cursor = view.textCursor()
    for position in (2, 7, 12):
        cursor.setPosition(position)
        view.setTextCursor(cursor)
    assert pointed == [0, -1, 2]


@pytest.mark.parametrize("form", [SVG, PNG, CSV])
def test_that_every_picture_of_the_page_is_saved(page: RunPage, qtbot: QtBot, tmp_path: Path, form: str) -> None:
    for number in range(page.overview.tabs.count()):
        page.overview.tabs.setCurrentIndex(number)
        qtbot.wait(1)
    buttons = page.findChildren(SaveButton)
    assert len(buttons) == 5
    for number, button in enumerate(buttons):
        path = tmp_path / f"{number}.{form}"
        button.write(path, form)
        content = path.read_bytes()
        if form == SVG:
            assert QSvgRenderer(content).isValid()
        elif form == PNG:
            assert QImage.fromData(content).width() > 200
        else:
            assert len(list(csv.reader(content.decode().splitlines()))) > 1


def test_that_one_part_gets_all_the_room_and_gives_it_back(page: RunPage) -> None:
    page.overview.enlarge_wanted.emit()
    assert not page.tree.isVisible()
    assert not page.detail.isVisible()
    assert page.overview.isVisible()
    page.overview.enlarge_wanted.emit()
    assert page.tree.isVisible()
    assert page.detail.isVisible()


def test_that_a_candidate_without_a_parent_in_the_log_is_drawn_everywhere(
    page: RunPage, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = made_up_run(rounds=1, ended=False)
    events.append(CandidateProposed(Candidate("c99", Prompt("Orphan."), ("c77",), "merge", 1)))
    page.open(stored_run(events, "2026-11-20-1500-gpo-made-up-0004"))
    qtbot.waitUntil(lambda: "c99" in page.model.state.nodes and not page._context.workspace.busy)
    page.select("c99")
    for number in range(page.overview.tabs.count()):
        page.overview.tabs.setCurrentIndex(number)
    for number in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(number)
    assert not page.grab().isNull()


def test_that_a_lone_score_is_neither_best_nor_worst() -> None:
    node = TreeNode("c0", (), "", 0.146, None, waiting=False, text="", seed=True, layer=0, row=0.0)
    assert Scene(low=0.146, high=0.146).place(node) == 0.5
    assert Scene(low=0.0, high=0.146).place(node) == 1.0


def test_that_axes_of_scores_end_where_scores_do(qtbot: QtBot) -> None:
    plot = TradeoffPlot()
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show_spots([Spot("c0", 4, 0.0, 0.0, ""), Spot("c1", 14, 75.0, 0.0, "")], ["c1"], "Words", "c1")
    plot.show()
    qtbot.waitUntil(lambda: plot.made)
    assert plot.item.getViewBox().viewRange()[1][0] >= -2, "what is drawn later, too"
    for spots in (
        [Spot("c0", 9, 14.6, 0.0, "")],
        [Spot("c0", 9, 0.0, 0.0, ""), Spot("c1", 60, 100.0, 1.0, "")],
        [Spot("c0", 0, 99.0, 0.0, "")],
    ):
        plot.show_spots(spots, ["c0"], "Words", "c0")
        (left, right), (bottom, top) = plot.item.getViewBox().viewRange()
        assert bottom >= -2
        assert top <= 102
        assert left >= min(0.0, -0.02 * right)
        assert all(left <= spot.x <= right and bottom <= spot.y <= top for spot in spots)


def test_that_nothing_of_the_last_run_stays_in_the_details(qtbot: QtBot, made_up_run: Made) -> None:
    state = fold(made_up_run(rounds=3))
    written = next(node for node in state.nodes.values() if node.candidate.operator == "generate" and state.asks)
    detail = CandidateDetail()
    qtbot.addWidget(detail)
    detail.show_node(state, written)
    detail.tabs.setCurrentWidget(detail.origin)
    detail.show_node(state, written)
    before = detail.origin._notes.toPlainText() + detail.origin._replies.toPlainText()
    detail.show_node(RunState(), None)
    after = detail.origin._notes.toPlainText() + detail.origin._replies.toPlainText()
    assert before != after
    assert "Reply 1" not in after


def test_that_a_node_whose_rows_arrive_says_how_many_are_there(made_up_run: Callable[..., list[Event]]) -> None:
    events = made_up_run(rounds=2, ended=False)
    last = next(place for place in range(len(events) - 1, 0, -1) if isinstance(events[place], CandidateScored))
    state = fold(events[:last])
    waiting = next(node for node in tree_nodes(state) if node.id == events[last].candidate)  # type: ignore[union-attr]
    assert (waiting.done, waiting.rows) == (48, 48)
    part = fold(events[: last - 1])
    waiting = next(node for node in tree_nodes(part) if node.id == waiting.id)
    assert _score_words(waiting) == "32/48"
