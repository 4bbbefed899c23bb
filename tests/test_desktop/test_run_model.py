"""The model of a run: the same whether it is watched or read."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from core.events import Event, RunEnded
from core.state import fold
from desktop.models.run_model import RunModel

Made = Callable[..., list[Event]]


def test_that_a_watched_run_ends_as_the_same_run_read_from_its_log(made_up_run: Made) -> None:
    events = made_up_run()
    live, read = RunModel(), RunModel()
    live.begin()
    for event in events:
        live.accept(event)
    live.stop()
    read.load(events)
    assert live.state == read.state == fold(events)
    assert (live.outcome, live.resumable) == (read.outcome, read.resumable) == ("finished", False)


def test_that_many_events_are_announced_at_most_twenty_times_a_second(made_up_run: Made, qtbot: QtBot) -> None:
    model = RunModel()
    announced: list[int] = []
    model.begin()
    model.changed.connect(lambda: announced.append(1))
    for event in made_up_run():
        model.accept(event)
    assert announced == []
    qtbot.waitUntil(lambda: bool(announced))
    qtbot.wait(120)
    assert len(announced) == 1


def test_that_a_log_without_an_ending_is_an_interrupted_run(made_up_run: Made) -> None:
    model = RunModel()
    model.load(made_up_run(ended=False))
    assert model.outcome == "interrupted"
    assert model.resumable


def test_that_a_live_run_cannot_be_resumed(made_up_run: Made) -> None:
    model = RunModel()
    model.begin()
    for event in made_up_run(ended=False):
        model.accept(event)
    assert model.outcome == "running"
    assert not model.resumable


def test_that_a_resumed_run_begins_again_from_its_first_event(made_up_run: Made) -> None:
    events = made_up_run(rounds=2)
    model = RunModel()
    model.begin()
    for event in (*events[:-1], RunEnded("cancelled"), *events):
        model.accept(event)
    model.stop()
    assert model.state == fold(events)
