"""The trajectory tree."""

import csv
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.events import Event
from core.report.lineage import hidden_below
from core.state import RunState, fold
from desktop.colours import colours
from desktop.pages.run.tree_part import TreePart
from desktop.plots.lineage_layout import tree_nodes
from desktop.plots.lineage_map import map_frame, map_view
from desktop.plots.lineage_paint import badge_box, wrapped
from desktop.plots.lineage_scene import FEW, Level, half_size, node_size
from desktop.plots.lineage_view import LineageView
from desktop.plots.saving import CSV, PNG, SVG
from desktop.plots.viewport import Viewport

Made = Callable[..., list[Event]]


@pytest.fixture
def state(made_up_run: Made) -> RunState:
    return fold(made_up_run(rounds=6))


@pytest.fixture
def view(qtbot: QtBot, state: RunState) -> LineageView:
    made = LineageView()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.set_nodes(tree_nodes(state))
    made.set_path(state.path(state.best))
    made.show()
    qtbot.waitExposed(made)
    made.fit()
    return made


def test_that_no_two_nodes_stand_on_the_same_place(state: RunState) -> None:
    nodes = tree_nodes(state)
    assert len({(node.layer, node.row) for node in nodes}) == len(nodes) == len(state.nodes)


def test_that_children_stand_to_the_right_of_their_parents(state: RunState) -> None:
    layers = {node.id: node.layer for node in tree_nodes(state)}
    assert all(layers[parent] < node.layer for node in tree_nodes(state) for parent in node.parents)


def test_that_prompts_that_led_on_stand_on_one_line(state: RunState) -> None:
    parents = {node.parents[0] for node in tree_nodes(state) if node.parents}
    assert {node.row for node in tree_nodes(state) if node.id in parents} == {0.0}


def test_that_a_tree_of_5_000_nodes_is_built_and_drawn(made_up_run: Made, qtbot: QtBot) -> None:
    state = fold(made_up_run(rounds=625, rows=2))
    view = LineageView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.set_nodes(tree_nodes(state))
    view.set_path(state.path(state.best))
    assert len(state.nodes) == 5001
    assert view.shown_level is Level.DOT
    assert not view.grab().isNull()
    view.show_closely(state.best)
    assert view.shown_level is Level.CARD
    assert not view.grab().isNull()


def test_that_a_best_candidate_that_stands_nowhere_yet_is_waited_for(
    view: LineageView, state: RunState, qtbot: QtBot
) -> None:
    """A live run's tree is laid out first and drawn later, and a better candidate may come in between."""
    known = [node for node in tree_nodes(state) if node.id != state.best]
    view.set_nodes(known)
    view.set_path(state.path(state.best))
    for zoom in (view.zoom_in, view.zoom_out):
        for _ in range(8):
            zoom()
            assert not view.grab().isNull()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.selection != state.best
    view.set_nodes(tree_nodes(state))
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.selection == state.best


def test_that_a_click_selects_the_node_under_it(view: LineageView, qtbot: QtBot, state: RunState) -> None:
    with qtbot.waitSignal(view.selected) as selected:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.position("c9"))
    assert selected.args == ["c9"]
    assert view.selection == "c9"
    assert "c9" in view.accessibleDescription()
    assert ", ".join(state.nodes["c9"].candidate.parents) in view.accessibleDescription()


def test_that_a_drag_pans_and_selects_nothing(view: LineageView, qtbot: QtBot) -> None:
    before = view.position("c9")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=before)
    QTest.mouseMove(view, before + QPoint(10, 0))
    QTest.mouseMove(view, before + QPoint(60, 20))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=before + QPoint(60, 20))
    assert view.selection == ""
    assert view.position("c9") == before + QPoint(60, 20)


def test_that_arrow_keys_walk_from_node_to_node(view: LineageView, qtbot: QtBot, state: RunState) -> None:
    walked: list[str] = []
    view.selected.connect(walked.append)
    view.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    path = state.path(state.best)
    assert walked[:2] == path[:2]
    assert walked[2] not in path
    assert walked[3:5] == [path[1], path[0]]
    assert walked[-1] == state.best


def test_that_shift_walks_to_siblings_and_to_the_other_parent(view: LineageView, qtbot: QtBot, state: RunState) -> None:
    merged = next(id_ for id_, node in state.nodes.items() if len(node.candidate.parents) > 1)
    view.select(merged)
    walked: list[str] = []
    view.selected.connect(walked.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
    parents = state.nodes[merged].candidate.parents
    assert state.nodes[walked[0]].candidate.parents[0] == parents[0]
    assert walked[0] != merged
    assert walked[1:] == [merged, parents[1]]


def test_that_space_and_a_click_on_the_number_fold_and_unfold(qtbot: QtBot, state: RunState) -> None:
    part = TreePart()
    qtbot.addWidget(part)
    part.resize(800, 400)
    part.show_run(state)
    part.show()
    qtbot.waitExposed(part)
    inner = state.path(state.best)[2]
    part.view.select(inner)
    qtbot.keyClick(part.view, Qt.Key.Key_Space)
    hidden = hidden_below(state, {inner})
    assert part.folded == {inner}
    assert {id_ for id_ in state.nodes if not part.view.shows(id_)} == hidden
    assert state.best in hidden
    width, _ = half_size(part.view.shown_level, part.view.scale, part.view._scene.geometry.column)
    badge = badge_box(len(hidden), QPointF(part.view.position(inner)), width).center().toPoint()
    QTest.mouseClick(part.view, Qt.MouseButton.LeftButton, pos=badge)
    assert not part.folded
    part.show_line_only()
    assert {id_ for id_ in state.nodes if part.view.shows(id_)} == set(state.path(state.best))
    other = next(id_ for id_ in state.nodes if not part.view.shows(id_))
    part.reveal(other)
    assert part.view.shows(other)


def test_that_typing_finds_candidates_and_enter_goes_to_them(qtbot: QtBot, state: RunState) -> None:
    part = TreePart()
    qtbot.addWidget(part)
    part.resize(800, 400)
    part.show_run(state)
    part.show()
    qtbot.waitExposed(part)
    part.open_search()
    went: list[str] = []
    part.went.connect(went.append)
    qtbot.keyClicks(part.search.field, "digits")
    wanted = [id_ for id_, node in state.nodes.items() if "digits" in node.candidate.prompt.text]
    assert list(part.search.ids) == wanted
    qtbot.keyClick(part.search.field, Qt.Key.Key_Return)
    qtbot.keyClick(part.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert went == [wanted[0], wanted[-1]]
    qtbot.keyClick(part.search.field, Qt.Key.Key_Escape)
    assert part.search.isHidden()
    assert not part.search.ids


def test_that_the_small_picture_moves_the_large_one(view: LineageView, qtbot: QtBot, state: RunState) -> None:
    assert map_frame(view._scene, view._view, QRectF(view.rect())) is None
    view.show_closely("c1")
    frame = map_frame(view._scene, view._view, QRectF(view.rect()))
    assert frame is not None
    there = map_view(view._scene, frame).to_screen(view._scene.geometry.point(state.best)).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=there)
    assert QRectF(view.rect()).contains(QPointF(view.position(state.best)))
    assert view.selection == ""


@pytest.mark.parametrize("form", [SVG, PNG, CSV])
def test_that_the_tree_is_saved_in_every_form(qtbot: QtBot, state: RunState, tmp_path: Path, form: str) -> None:
    part = TreePart()
    qtbot.addWidget(part)
    part.show_run(state)
    with qtbot.waitSignal(part.save.saved):
        part.save.write(tmp_path / f"tree.{form}", form)
    content = (tmp_path / f"tree.{form}").read_bytes()
    if form == SVG:
        assert QSvgRenderer(content).isValid()
        assert b"<image" not in content
    elif form == PNG:
        assert QImage.fromData(content).width() > 600
    else:
        rows = list(csv.DictReader(content.decode().splitlines()))
        assert [row["candidate"] for row in rows] == list(state.nodes)
    with qtbot.waitSignal(part.save.failed):
        part.save.write(tmp_path / "no such folder" / "tree", form)


def test_that_keys_zoom_from_dots_to_cards_and_back(view: LineageView, qtbot: QtBot) -> None:
    view.select("c9")
    qtbot.keyClick(view, Qt.Key.Key_0)
    fitted = view.scale
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.shown_level is Level.CARD
    assert QRectF(view.rect()).contains(QPointF(view.position("c9")))
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.scale == fitted


def test_that_the_card_of_a_scored_prompt_has_an_edge_that_is_seen(view: LineageView, state: RunState) -> None:
    scored = next(id_ for id_, node in state.nodes.items() if node.cards and id_ not in state.path(state.best))
    view.show_closely(scored)
    view.select("")
    assert view.shown_level is Level.CARD
    middle = view.position(scored)
    _, height = half_size(Level.CARD, view.scale, view._scene.geometry.column)
    picture = view.grab().toImage()
    edge = [picture.pixelColor(middle.x(), round(middle.y() - height) + step).lightness() for step in (-1, 0, 1)]
    assert min(edge) < QColor(colours().surface).lightness() - 40


def test_that_the_seed_and_an_unscored_node_are_drawn(made_up_run: Made, qtbot: QtBot) -> None:
    view = LineageView()
    qtbot.addWidget(view)
    state = fold(made_up_run(rounds=1)[:2])
    view.set_nodes(tree_nodes(state))
    view.set_path(["c0"])
    for scale in (0.2, 1.0, 2.0):
        view._view = Viewport(scale, 100, 100)
        assert not view.grab().isNull()


def test_that_zooming_keeps_the_point_under_the_pointer() -> None:
    view = Viewport(0.7, 13, -5)
    at = QPointF(120, 80)
    kept = view.to_picture(at)
    zoomed = view.zoomed(1.7, at)
    assert (zoomed.to_screen(kept) - at).manhattanLength() < 1e-9


def test_that_the_words_of_a_card_fit_its_lines() -> None:
    lines = wrapped("one two three four five six", 9, 2, lambda text: float(len(text)))
    assert lines == ["one two", "three…"]
    assert all(len(line) <= 9 for line in lines)
    assert wrapped("unbreakable", 4, 1, lambda text: float(len(text))) == ["unb…"]


@pytest.mark.parametrize(("rounds", "each", "size"), [(2, 4, (420, 260)), (1, 16, (620, 400)), (3, 8, (900, 420))])
def test_that_a_young_tree_is_read_without_zooming_and_each_card_is_whole(
    made_up_run: Made, qtbot: QtBot, rounds: int, each: int, size: tuple[int, int]
) -> None:
    state = fold(made_up_run(rounds=rounds, per_round=each))
    view = LineageView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.set_nodes(tree_nodes(state))
    view.fit()
    assert len(state.nodes) <= FEW
    assert view.shown_level is Level.CARD
    width, height = node_size(view.scale, view._scene.geometry)
    room = QRectF(view.rect())
    for id_ in state.nodes:
        at = QPointF(view.position(id_))
        assert room.contains(QRectF(at.x() - width + 1, at.y() - height + 1, 2 * width - 2, 2 * height - 2)), id_
    down = sorted(view.position(id_).y() for id_ in state.nodes if view._scene.nodes[id_].layer == 1)
    assert all(below - above >= 2 * height for above, below in itertools.pairwise(down))


def test_that_a_tree_of_more_than_a_few_is_surveyed_from_afar(made_up_run: Made, qtbot: QtBot) -> None:
    state = fold(made_up_run(rounds=8, per_round=8))
    view = LineageView()
    qtbot.addWidget(view)
    view.resize(420, 260)
    view.set_nodes(tree_nodes(state))
    view.fit()
    assert len(state.nodes) > FEW
    assert view.shown_level is not Level.CARD
