"""The history: names that can be read, chosen columns, groups, and the curves of several runs over each other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from core.events import Event, RunStarted
from core.store.history import Kind
from core.store.runs import RunFolder, RunStatus, RunSummary
from desktop.app import Whet
from desktop.models.history_model import GROUP
from desktop.models.prompt_mime import runs_in
from desktop.models.run_names import model_name, run_name
from desktop.pages.history.page import HistoryPage
from desktop.pages.names import HISTORY

Opened = Callable[..., Whet]
_NAME = 2


@pytest.mark.parametrize(
    ("file", "short"),
    [
        ("SmolLM2-135M-Instruct.Q4_1", "SmolLM2-135M"),
        ("qwen2.5-coder-0.5b-instruct", "qwen2.5-coder-0.5b"),
        ("gemma-3-270m", "gemma-3-270m"),
        ("Llama-3.2-1B-Instruct-Q4_K_M", "Llama-3.2-1B"),
        ("phi-BF16", "phi"),
        ("instruct", "instruct"),
    ],
)
def test_that_a_model_is_named_without_how_it_is_stored(file: str, short: str) -> None:
    assert model_name(file) == short


def test_that_a_run_is_named_by_task_method_model_and_time() -> None:
    at = datetime(2026, 11, 20, 14, 5).astimezone().timestamp()
    run = RunSummary("2026-11-20-1405-gpo-agnews-0001", RunStatus.FINISHED, "agnews", "gpo", "SmolLM2.Q4_1", at=at)
    assert run_name(run) == "agnews · GPO · SmolLM2 · 14:05"
    assert run_name(replace(run, model="", method="no_such_method", at=0.0)) == "agnews · no_such_method"


@pytest.fixture
def page(
    open_whet: Opened,
    silent: list[str],
    qtbot: QtBot,
    made_up_run: Callable[..., list[Event]],
    stored_run: Callable[..., RunFolder],
) -> HistoryPage:
    for number, task in enumerate(("one", "two", "one")):
        events = made_up_run(rounds=2 + number, seed=number)
        assert isinstance(events[0], RunStarted)
        events[0] = RunStarted(events[0].format, replace(events[0].spec, task=task))
        stored_run(events, f"2026-11-2{number}-1432-gpo-{task}-0001")
    whet = open_whet(engine=silent)
    whet.window.show_page(HISTORY)
    page = whet.window.runs
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    return page


def tasks(page: HistoryPage) -> list[str]:
    return [entry.task for entry in page.model.rows]


def test_that_groups_stay_together_and_are_named_once(page: HistoryPage) -> None:
    assert tasks(page) == ["one", "two", "one"]
    assert page.view.isColumnHidden(GROUP)
    page.grouping.setCurrentIndex(page.grouping.findData("task"))
    assert tasks(page) == ["one", "one", "two"]
    assert [page.model.index(row, GROUP).data() for row in range(3)] == ["one", "", "two"]
    assert not page.view.isColumnHidden(GROUP)
    assert page.view.horizontalHeader().visualIndex(GROUP) == 0
    page.history.changed.emit()
    assert tasks(page) == ["one", "one", "two"], "a list that is read again stays grouped"
    page.grouping.setCurrentIndex(0)
    assert tasks(page) == ["one", "two", "one"]
    assert page.view.isColumnHidden(GROUP)


def test_that_columns_are_chosen_remembered_and_the_name_stays(page: HistoryPage, qtbot: QtBot) -> None:
    page.window().resize(1600, 900)
    titles = [action.text() for action in page.columns.menu().actions()]
    assert "Name" not in titles
    assert "Tokens" in titles
    page.columns.choose(9, wanted=False)
    page.columns.choose(1, wanted=False)
    assert [place for place in range(10) if page.view.isColumnHidden(place)] == [1, 9]
    page.columns.spare((4, 6, 8, 9))
    page.columns.spare(())
    assert page.view.isColumnHidden(9), "a wider window does not bring it back"
    assert page._context.settings.history_hidden == [1, 9]
    page.columns.choose(9, wanted=True)
    assert not page.view.isColumnHidden(9)


def test_that_the_curves_of_selected_runs_are_drawn_over_each_other(page: HistoryPage, qtbot: QtBot) -> None:
    select = page.view.selectionModel().select
    flags = QItemSelectionModel.SelectionFlag
    select(page.model.index(0, 0), flags.ClearAndSelect | flags.Rows)
    assert page.curves.isHidden(), "one run has its own page"
    select(page.model.index(1, 0), flags.Select | flags.Rows)
    qtbot.waitUntil(lambda: len(page.curves.curves.lines) == 2)
    first, second = page.curves.curves.lines
    names = [str(page.model.index(row, _NAME).data()) for row in (0, 1)]
    assert [first.name, second.name] == names
    for line, entry in zip((first, second), page.selected, strict=True):
        assert entry.run is not None
        assert line.spent[-1] >= entry.run.calls
        assert list(line.best) == sorted(line.best), "the best so far never falls"
    select(page.model.index(0, 0), flags.ClearAndSelect | flags.Rows)
    assert page.curves.isHidden()


def test_that_runs_are_dragged_by_their_ids(page: HistoryPage) -> None:
    data = page.model.mimeData([page.model.index(0, 0), page.model.index(0, 1), page.model.index(2, 0)])
    rows = page.model.rows
    assert runs_in(data) == [rows[0].id, rows[2].id]
    assert all(entry.kind is Kind.RUN for entry in rows)
