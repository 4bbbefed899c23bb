"""The score curve."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from core.events import Event
from core.report.curve import CurvePoint, score_curve
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
    qtbot.waitUntil(lambda: made.made)
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


def test_that_axes_never_show_what_cannot_be(qtbot: QtBot) -> None:
    curve = ScoreCurve()
    qtbot.addWidget(curve)
    curve.resize(600, 320)
    curve.set_points(())
    curve.show()
    qtbot.waitExposed(curve)
    (least_calls, most_calls), (least, most) = curve.item.viewRange()
    assert least_calls > -1
    assert most_calls > 9
    assert (least, most) == (-2.0, 102.0)
    curve.set_points((CurvePoint("c0", 0, 48, 0.0, 0.0, 0.075, 0.0, "c0"),))
    qtbot.waitUntil(lambda: curve.item.viewRange()[0][0] > 30)
    first, last = curve.item.viewRange()[0]
    assert last - first >= 10


def test_that_the_axis_says_of_which_rows_the_scores_are_from_the_first_look_on(qtbot: QtBot) -> None:
    curve = ScoreCurve()
    qtbot.addWidget(curve)
    curve.name_scores("Validation score")
    curve.resize(600, 320)
    curve.show()
    qtbot.waitExposed(curve)
    assert curve.item.getAxis("left").labelText == "Validation score"
    curve.name_scores("Train score")
    assert curve.item.getAxis("left").labelText == "Train score"
    curve.resize(600, 100)
    curve.name_scores("Score")
    assert not curve.item.getAxis("left").label.isVisible()
