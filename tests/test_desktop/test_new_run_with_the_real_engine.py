"""The New run page on the bundled model: three rows, the pre-flight, a queued pair of runs, a tournament."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.data.tasks import read_task
from core.engine.connection import engine_command
from core.store.runs import RunStatus
from desktop.app import Whet
from desktop.models.tournament import MatchState
from desktop.models.work import Work
from desktop.pages.names import NEW_RUN
from desktop.pages.new_run.page import NewRunPage

Opened = Callable[..., Whet]
LEFT = Qt.MouseButton.LeftButton
pytestmark = [pytest.mark.slow, pytest.mark.timeout(280)]


def form(whet: Whet, qtbot: QtBot, task: str) -> NewRunPage:
    whet.window.show_page(NEW_RUN)
    page = whet.window.new_run
    page.advanced.button.setChecked(True)
    page.task.choose(task)
    qtbot.waitUntil(
        lambda: page.task.folder is not None and page.task.folder.name == task and page.can_start and page.estimated,
        timeout=60_000,
    )
    return page


def test_that_three_rows_show_what_a_prompt_is_worth_before_a_run(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet(engine=engine_command())
    page = form(whet, qtbot, "order-number")
    folder = page.task.folder
    assert folder is not None
    reading = read_task(folder)
    page.prompt.editor.setPlainText(reading.reference)
    qtbot.waitUntil(page.judging.test.isEnabled)
    QTest.mouseClick(page.judging.test, LEFT)
    qtbot.waitUntil(lambda: not page.trial.working and bool(page.judging.rows.lines), timeout=60_000)
    lines = page.judging.rows.lines
    rows = reading.task.train[:3]
    assert [(line.input, line.expected) for line in lines] == [(row.input, row.answer) for row in rows]
    assert sum(line.score == "100 %" for line in lines) >= 2
    assert page.judging.rows.isVisible()
    QTest.mouseClick(page.judging.more, LEFT)
    qtbot.waitUntil(lambda: page.judging.rows.lines != lines, timeout=60_000)
    assert page.judging.rows.lines[0].input == reading.task.train[3].input


def test_that_a_pre_flight_speaks_plainly_is_kept_and_gives_the_estimate_its_minutes(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet(engine=engine_command())
    page = form(whet, qtbot, "ticket-topic")
    assert page.before.floor.text.endswith("%")
    assert "tokens," not in page.footer.cost.text()
    QTest.mouseClick(page.before.button, LEFT)
    qtbot.waitUntil(lambda: page.flight.found is not None and not page.flight.working, timeout=120_000)
    assert page.before.verdict.startswith(("The score depends", "The score hardly", "Optimizing will not help"))
    assert page.can_start, "whatever it says"
    assert "tokens," in page.footer.cost.text()
    verdict = page.before.verdict
    page.task.choose("order-number")
    qtbot.waitUntil(lambda: page.flight.found is None and page.estimated, timeout=60_000)
    page.task.choose("ticket-topic")
    qtbot.waitUntil(lambda: page.flight.found is not None, timeout=60_000)
    assert page.before.verdict == verdict


def test_that_a_queued_pair_of_runs_is_played_one_after_the_other(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet(engine=engine_command())
    page = form(whet, qtbot, "order-number")
    page.method.choose("grips")
    page.limits._calls.setValue(1_000)
    page.prompt.editor.setPlainText("Complete the task. Answer with one word.")
    page.prompt.editor.toggle_lock(25)
    QTest.mouseClick(page.footer.queue, LEFT)
    page.limits._seed.setValue(1)
    QTest.mouseClick(page.footer.queue, LEFT)
    ended: list[object] = []
    whet.session.ended.connect(ended.append)
    qtbot.waitUntil(
        lambda: len(ended) == 2 and whet.session.work is Work.NOTHING and not whet.workspace.busy, timeout=200_000
    )
    assert len(whet.workspace.runs) == 2
    assert {run.status for run in whet.workspace.runs} <= {RunStatus.FINISHED, RunStatus.BUDGET}
    folders = [whet.workspace.run_folder(run.id) for run in whet.workspace.runs]
    assert {folder.read_spec().seed for folder in folders} == {0, 1}
    prompts = [node.candidate.prompt for node in whet.session.run.state.nodes.values()]
    assert len(prompts) > 1
    assert all("Answer with one word." in prompt.text for prompt in prompts), "what was locked stays"


def test_that_a_tournament_is_played_shown_and_opened_later(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet(engine=engine_command())
    page = form(whet, qtbot, "order-number")
    QTest.mouseClick(page.footer.tournament, LEFT)
    tournament = page.tournament
    QAbstractItemModelTester(tournament.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tournament.isVisible()
    tournament.entrants.seeds.setValue(1)
    tournament.entrants.tokens.setValue(12_000)
    QTest.mouseClick(tournament.start, LEFT)
    model = tournament.model
    assert model.working
    assert not page.can_start, "one engine, one work"
    qtbot.waitUntil(lambda: not model.working and len(model.table) == 2, timeout=240_000)
    assert set(model.states.values()) == {MatchState.DONE}
    assert tournament.table.rowCount() == 2
    assert [line.name for line in tournament.curves.lines] == [
        tournament.table.index(row, 0).data() for row in range(2)
    ]
    table, id_ = model.table, model.id
    qtbot.waitUntil(lambda: tournament.kept.count() == 2)
    assert tournament.kept.itemText(1) == id_
    later = open_whet(engine=engine_command()).window.new_run
    later.show_tournament()
    qtbot.waitUntil(lambda: later.tournament.kept.count() == 2)
    later.tournament.kept.activated.emit(1)
    qtbot.waitUntil(lambda: later.tournament.model.id == id_)
    assert later.tournament.model.table == table


def test_that_a_stopped_tournament_keeps_what_is_done_and_goes_on(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet(engine=engine_command())
    page = form(whet, qtbot, "order-number")
    page.show_tournament()
    tournament, model = page.tournament, page.tournament.model
    tournament.entrants.seeds.setValue(3)  # six runs: the engine may be one ahead of what the window has heard
    tournament.entrants.tokens.setValue(12_000)
    tournament.begin()
    qtbot.waitUntil(lambda: bool(model.finishes), timeout=120_000)
    QTest.mouseClick(tournament.stop, LEFT)
    qtbot.waitUntil(lambda: not model.working)
    qtbot.waitUntil(lambda: model.left == 6 - len(model.finishes))
    done = dict(model.finishes)
    assert 1 <= len(done) < 6
    qtbot.waitUntil(lambda: page.can_start)
    qtbot.waitUntil(lambda: tournament.resume.isVisible() and tournament.resume.isEnabled())
    QTest.mouseClick(tournament.resume, LEFT)
    qtbot.waitUntil(lambda: not model.working and len(model.table) == 2, timeout=120_000)
    assert done.items() <= dict(model.finishes).items(), "what was scored is not scored again"
    assert set(model.states.values()) == {MatchState.DONE}
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert len(whet.workspace.runs) == 6, "a run that was stopped is gone on with"
