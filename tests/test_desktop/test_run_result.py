"""A run says what it does while it goes on, what it has come to when it ends, and what to try when that is little."""

from collections.abc import Callable

import pytest
from context_menus import made_menu
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.domain.ending import Advice, Evidence, Why
from core.domain.runspec import Budget, FinalRule, Role
from core.engine.commands.prepare import Prepare
from core.engine.messages import Progressed
from core.events import CandidateRejected, Event, FinalChosen, RoundEnded, RunEnded
from core.report.outcome import Trouble
from core.state import fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.names import HISTORY, NEW_RUN, RUN
from desktop.pages.run.advising import changed
from desktop.pages.run.next_steps import NextStep, advice_steps, step_words, trouble_steps
from desktop.pages.run.now_part import NowPart
from desktop.pages.run.views import RunViews

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]


def views(whet: Whet) -> RunViews:
    return whet.window.run.views


def opened(whet: Whet, folder: RunFolder, qtbot: QtBot) -> None:
    whet.window.run.open(folder)
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: not whet.workspace.busy and views(whet).ending.outcome is not None)


def test_that_a_run_that_is_watched_ends_on_its_result(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 3, "--pause", 0.01)
    form = whet.window.new_run
    qtbot.waitUntil(lambda: form.can_start)
    form.start()
    qtbot.waitUntil(lambda: whet.session.run.live and views(whet).now.isVisible())
    assert not views(whet).switch.isVisible()
    qtbot.waitUntil(lambda: whet.session.run.state.ended is not None and whet.session.idle)
    qtbot.waitUntil(lambda: views(whet).on_result)
    ending, state = views(whet).ending, whet.session.run.state
    qtbot.waitUntil(lambda: ending.outcome is not None)
    best = state.nodes[state.best].candidate.prompt
    assert ending.prompt.toPlainText() == best.shown
    assert "→" in ending.scores.text()
    assert "95 %" in ending._gain.text()
    QTest.mouseClick(ending._deeds["copy_prompt"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == best.text
    views(whet).show_search()
    assert whet.window.run.tree.isVisible()
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_a_result_without_a_gain_says_why_and_offers_the_next_try(
    open_whet: Opened,
    silent: list[str],
    qtbot: QtBot,
    made_up_run: Made,
    stored_run: Callable[..., RunFolder],
) -> None:
    events = made_up_run(rounds=2)
    assert isinstance(events[-2], FinalChosen)
    evidence = Evidence(Why.UNUSABLE, Advice.ANOTHER_WRITER, 1, 16, 15, 0.0, -0.1, 0.1, 0.0, "", 300, 400)
    events[-2:] = [FinalChosen("c0", FinalRule.VALIDATION, 0.1), RunEnded("finished", evidence=evidence)]
    whet = open_whet(engine=silent)
    opened(whet, stored_run(events), qtbot)
    views(whet).show_result()
    ending = views(whet).ending
    assert "nothing that was tried is better" in ending.scores.text()
    assert "hardly wrote anything of use" in ending._why.text()
    assert "15" in ending._evidence.text()
    assert [each.text() for each in ending.steps] == [step_words(step) for step in advice_steps(Advice.ANOTHER_WRITER)]
    assert not ending._changed.isVisible()


def test_that_the_present_step_is_said_in_words_with_what_could_not_be_used(qtbot: QtBot, made_up_run: Made) -> None:
    part = NowPart()
    qtbot.addWidget(part)
    events = made_up_run(rounds=2, ended=False)
    state = fold([*events[:-1], *[CandidateRejected("I cannot", "no tag", 2)] * 14])
    part.show_run(state, Progressed("asking the optimizer (step)", 0.1, 10, 100, 1.0), live=True)
    assert part.text.startswith("Round 2: ")
    assert "is writing prompts" in part.text
    assert "15 of 23 proposals unusable" in part.text
    assert not part.see.isHidden()
    with qtbot.waitSignal(part.refused_wanted):
        part.see.click()
    part.show_run(state, None, live=False)
    assert part.isHidden()


def test_that_refused_proposals_are_listed_with_their_reasons(
    open_whet: Opened,
    silent: list[str],
    qtbot: QtBot,
    made_up_run: Made,
    stored_run: Callable[..., RunFolder],
) -> None:
    whet = open_whet(engine=silent)
    opened(whet, stored_run(made_up_run(rounds=3)), qtbot)
    page = whet.window.run
    page.show_refused()
    tab = page.overview.refused
    assert tab.isVisible()
    assert tab.model.rowCount() == 3
    texts = [str(tab.model.index(0, column).data()) for column in range(3)]
    assert texts == ["3", "duplicate", "Complete the task."]


def test_that_a_search_that_gets_nowhere_is_said_once_and_a_click_prepares_something_else(
    open_whet: Opened, silent: list[str], qtbot: QtBot, made_up_run: Made
) -> None:
    whet = open_whet(engine=silent)
    events = [
        RoundEnded(each.round, "c0") if isinstance(each, RoundEnded) else each
        for each in made_up_run(rounds=3, ended=False)
    ]
    state = fold(events)
    part = views(whet)
    part.show_run(state, None, live=True)
    assert not part.hints.isHidden()
    assert "After 3 rounds no proposal is better than your prompt." in part.hints.notice.what
    part.hints.dismiss()
    part.show_run(state, None, live=True)
    assert part.hints.isHidden(), "once is enough"
    with qtbot.waitSignal(part.step_wanted) as heard:
        part.hints.chosen.emit(step_words(NextStep.WORDINGS))
    assert heard.args == [NextStep.WORDINGS]


@pytest.mark.parametrize("step", sorted({step for trouble in Trouble for step in trouble_steps(trouble)}))
def test_that_every_step_has_words(step: NextStep) -> None:
    assert step_words(step)


def test_that_a_step_changes_one_thing_and_leaves_the_rest() -> None:
    command = Prepare("task", {Role.TASK: "model"}, params={"rows": 48, "temperature": 0.7}, budget=Budget(calls=300))
    assert changed(command, NextStep.WORDINGS).method == "bank"
    assert changed(command, NextStep.WORDINGS).params == {}
    assert changed(command, NextStep.BUDGET).budget.calls == 600
    assert changed(command, NextStep.ROWS).params == {"rows": 96, "temperature": 0.7}
    assert changed(command, NextStep.LABEL_BIAS).label_bias
    assert changed(command, NextStep.WRITER) == command


@pytest.mark.timeout(120)
def test_that_a_step_opens_the_form_as_the_run_was_with_what_it_changes(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 2)
    form = whet.window.new_run
    qtbot.waitUntil(lambda: form.can_start)
    form.start()
    qtbot.waitUntil(lambda: whet.session.run.state.ended is not None and whet.session.idle)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    views(whet).step_wanted.emit(NextStep.WORDINGS)
    qtbot.waitUntil(lambda: whet.window.page == NEW_RUN and form.method.name == "bank")
    assert form.branch.task
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_a_click_with_ctrl_holds_a_second_candidate_against_the_selected_one(
    open_whet: Opened,
    silent: list[str],
    qtbot: QtBot,
    made_up_run: Made,
    stored_run: Callable[..., RunFolder],
) -> None:
    whet = open_whet(engine=silent)
    opened(whet, stored_run(made_up_run(rounds=2)), qtbot)
    page = whet.window.run
    views(whet).show_search()
    page.select("c3")
    view = page.tree.view
    keys = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, keys, view.position("c5"))
    assert page.selected == "c3"
    other = page.detail.diff.other()
    assert other is not None
    assert other.candidate.id == "c5"
    assert page.detail.tabs.currentWidget() is page.detail.diff
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.position("c6"))
    assert page.selected == "c6"


def test_that_a_right_click_offers_the_deeds_for_what_is_under_the_pointer(
    open_whet: Opened,
    silent: list[str],
    qtbot: QtBot,
    made_up_run: Made,
    stored_run: Callable[..., RunFolder],
) -> None:
    whet = open_whet(engine=silent)
    opened(whet, stored_run(made_up_run(rounds=2)), qtbot)
    page = whet.window.run
    views(whet).show_search()
    page.select("c3")
    menu = made_menu(page.tree.view, page.tree.view.position("c3"))
    words = {action.text().replace("&", ""): action for action in menu.actions() if not action.isSeparator()}
    assert {"Copy the selected prompt", "Try in the Playground", "Compare with the best"} <= words.keys()
    words["Compare with the best"].trigger()
    other = page.detail.diff.other()
    assert other is not None
    assert other.candidate.id == page.model.state.best
    whet.window.show_page(HISTORY)
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: whet.window.runs.model.rowCount() > 0)
    view = whet.window.runs.view
    place = view.visualRect(whet.window.runs.model.index(0, 2)).center()
    entries = [action.text() for action in made_menu(view, place).actions() if not action.isSeparator()]
    assert entries[:5] == ["Copy", "Copy the row", "Open", "Resume", "Delete"]
