"""The score curve."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from core.events import Event
from core.report.curve import score_curve
from core.state import fold
from desktop.plots.score_curve import ScoreCurve

Made = Callable[..., list[Event]]


@pytest.fixture
def curve(made_up_run: Made, qtbot: QtBot) -> ScoreCurve:
    state = fold(made_up_run(rounds=4))
    made = ScoreCurve()
    qtbot.addWidget(made)
    made.resize(600, 320)
    made.set_points(score_curve(state).points, state.best)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_every_score_is_a_dot_and_the_line_never_falls(curve: ScoreCurve) -> None:
    assert len(curve.points) == 33
    x, y = curve._line.getData()
    assert list(x) == [point.spent for point in curve.points]
    assert all(later >= earlier for earlier, later in pairwise(y))


def test_that_keys_walk_in_the_order_in_which_scores_were_known(curve: ScoreCurve, qtbot: QtBot) -> None:
    walked: list[str] = []
    curve.selected.connect(walked.append)
    curve.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(curve, key)
    assert walked == ["c0", "c1", "c0"]


def test_that_the_pointer_finds_the_dot_near_it(curve: ScoreCurve) -> None:
    point = curve.points[7]
    place = curve.item.getViewBox().mapViewToScene(QPointF(point.spent, 100 * point.value))
    found = curve._near(place + QPointF(3, 3))
    assert found is not None
    assert found.candidate == point.candidate
    assert curve._near(QPointF(-500, -500)) is None


def test_that_an_empty_curve_is_drawn(qtbot: QtBot) -> None:
    curve = ScoreCurve()
    qtbot.addWidget(curve)
    curve.set_points(())
    assert not curve.grab().isNull()
