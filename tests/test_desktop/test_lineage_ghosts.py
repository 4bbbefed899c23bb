"""What became of proposals in the tree: refused ones as faint nodes with their reasons, others filling with rows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.messages import Progressed
from core.events import BlockScored, CandidateRejected, Event
from core.state import RunState, fold
from desktop.pages.run.now_part import NowPart
from desktop.pages.run.tree_part import TreePart
from desktop.plots.lineage_ghosts import ghost_nodes
from desktop.plots.lineage_layout import tree_nodes
from desktop.sentences import translated

Made = Callable[..., list[Event]]


def refused(events: list[Event], *reasons: str) -> RunState:
    """The run still going on, its last round with these refusals more."""
    return fold([*events[:-1], *[CandidateRejected(f"text of {reason}", reason, 2) for reason in reasons]])


@pytest.fixture
def state(made_up_run: Made) -> RunState:
    return refused(made_up_run(rounds=2, per_round=3, ended=False), "untagged", "placeholder")


@pytest.fixture
def part(qtbot: QtBot, state: RunState) -> TreePart:
    made = TreePart()
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    qtbot.waitExposed(made)
    made.show_run(state)
    return made


def test_that_refused_proposals_stand_below_the_candidates_of_their_layer(state: RunState) -> None:
    nodes = tree_nodes(state)
    ghosts = ghost_nodes(state, nodes, every_round=False)
    assert [ghost.refused for ghost in ghosts] == [translated(why) for why in ("duplicate", "untagged", "placeholder")]
    assert len({(node.layer, node.row) for node in (*nodes, *ghosts)}) == len(nodes) + len(ghosts)
    parent = next(node for node in nodes if node.id == ghosts[0].parents[0])
    assert parent.id == state.rounds[0].best
    assert {ghost.layer for ghost in ghosts} == {parent.layer + 1}
    assert len(ghost_nodes(state, nodes, every_round=True)) == 4


def test_that_only_a_run_that_goes_on_shows_them_unasked(part: TreePart, state: RunState, made_up_run: Made) -> None:
    view = part.view
    assert view.shows("✗ 2.3")
    assert translated("untagged") in view._describe("✗ 2.2")
    part.show_run(fold(made_up_run(rounds=2, per_round=3)))
    assert not view.shows("✗ 2.1")
    part.refused.setChecked(True)
    assert view.shows("✗ 1.1")
    assert view.shows("✗ 2.1")


def test_that_a_click_on_a_refused_proposal_leads_to_the_list_and_selects_nothing(part: TreePart, qtbot: QtBot) -> None:
    view = part.view
    before = view.selection
    with qtbot.waitSignal(view.refused_wanted):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.position("✗ 2.1"))
    assert view.selection == before


def test_that_arrow_keys_walk_past_refused_proposals(part: TreePart, state: RunState) -> None:
    view = part.view
    last = max((node for node in tree_nodes(state) if node.layer == 2), key=lambda node: node.row)
    view.select(last.id)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selection == last.id
    view.select(state.rounds[0].best)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection in state.nodes


def test_that_a_node_fills_while_its_rows_arrive(qtbot: QtBot, made_up_run: Made) -> None:
    events = made_up_run(rounds=1, per_round=1, ended=False)
    at = max(place for place, event in enumerate(events) if isinstance(event, BlockScored))
    shares, pictures = [], []
    for upto in (at - 2, at - 1, at):
        state = fold(events[: upto + 1])
        node = next(each for each in tree_nodes(state) if each.id == "c1")
        shares.append(node.filled)
        part = TreePart()
        qtbot.addWidget(part)
        part.show_run(state)
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        part.view.paint_whole(painter, QRectF(0, 0, 400, 200))
        painter.end()
        pictures.append(image)
    assert shares == [16 / 48, 32 / 48, None], "all rows there: it is judged next"
    assert pictures[0] != pictures[1]


def test_that_the_words_of_the_model_that_writes_are_shown_while_it_writes(qtbot: QtBot, state: RunState) -> None:
    part = NowPart()
    qtbot.addWidget(part)
    part.show_run(
        state, Progressed("asking the optimizer (step)", 0.1, writing="Decide whether\nthe review"), live=True
    )
    assert part.written == "Decide whether the review"
    height = part.sizeHint().height()
    part.show_run(state, Progressed("asking the optimizer (step)", 0.1, writing="word " * 200), live=True)
    assert part.written.startswith("…")
    part.show_run(state, Progressed("c1: train rows 1 to 16", 0.1), live=True)
    assert part.written == ""
    assert part.sizeHint().height() == height, "nothing below it jumps"
