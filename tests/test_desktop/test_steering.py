"""Pause, stop and keep, edit, branch and calls, in a real window on the bundled model."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.data.tasks import read_task, task_fingerprint
from core.domain.candidate import Candidate
from core.domain.editing import EDITED, Edit
from core.domain.prompt import Prompt
from core.domain.runspec import Origin, Reading
from core.engine.connection import engine_command
from core.events import Event
from core.state import Node
from core.store.runs import RunFolder, RunStatus
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import NEW_RUN, RUN
from desktop.pages.run.edit_tab import EditTab, Stage
from desktop.widgets.run_bar import Extent, RunBar

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


def press(whet: Whet, name: str, qtbot: QtBot) -> None:
    """The action's shortcut, as the person presses it."""
    action = whet.window.actions_[name]
    assert action.isEnabled(), name
    action.trigger()
    qtbot.wait(1)


def keep(whet: Whet, qtbot: QtBot, answer: int) -> None:
    """Press the action and answer its question: 0 is now, 1 after the final choice."""
    press(whet, "keep", qtbot)
    banner = whet.window.run.banner
    buttons = [each for each in banner.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in buttons] == list(banner.notice.actions)
    assert whet.session.work is Work.RUNNING, "nothing ends before the person has answered"
    qtbot.mouseClick(buttons[answer], Qt.MouseButton.LeftButton)


def started(open_whet: Opened, qtbot: QtBot, *, scored: bool = False) -> Whet:
    """A run on the bundled model that is paused before it has got far: at once, or when the first prompt is scored."""
    whet = open_whet(engine=engine_command())
    qtbot.waitUntil(lambda: whet.window.new_run.can_start, timeout=60_000)
    whet.window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: whet.session.work is Work.RUNNING, timeout=60_000)
    if scored:
        qtbot.waitUntil(lambda: any(n.cards for n in whet.session.run.state.nodes.values()), timeout=60_000)
    press(whet, "pause", qtbot)
    qtbot.waitUntil(lambda: whet.session.steering.waiting and "c0" in whet.session.run.state.nodes, timeout=60_000)
    return whet


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_a_person_pauses_a_run_adds_a_prompt_keeps_the_best_and_branches_from_it(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = started(open_whet, qtbot)
    page, run, session = whet.window.run, whet.session.run, whet.session
    assert page.header._chip.text() == "Paused"
    assert whet.window.actions_["pause"].text() == "&Go on"
    events = run.state.events
    qtbot.wait(400)
    assert run.state.events == events, "nothing goes on while it is paused"

    page.select("c0")
    press(whet, "edit_prompt", qtbot)
    assert page.by_hand.edit.editor.hasFocus() or page.detail.tabs.currentWidget() is page.by_hand.edit
    qtbot.keyClicks(page.by_hand.edit.editor, "Mind the year. ")
    qtbot.mouseClick(page.by_hand.edit._submit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(n.candidate.operator == EDITED for n in run.state.nodes.values()))
    mine = next(node.candidate for node in run.state.nodes.values() if node.candidate.operator == EDITED)
    assert mine.prompt.text.startswith("Mind the year. ")

    keep(whet, qtbot, 1)
    qtbot.waitUntil(lambda: session.work is Work.NOTHING and not whet.workspace.busy, timeout=60_000)
    assert run.outcome == "kept"
    assert run.state.final is not None
    assert run.state.nodes[mine.id].cards, "it was scored before the search ended"
    assert whet.window.actions_["certify"].isEnabled()
    assert [summary.status for summary in whet.workspace.runs] == [RunStatus.KEPT]
    first = session.folder
    assert first is not None

    page.select(mine.id)
    press(whet, "branch", qtbot)
    qtbot.waitUntil(lambda: session.folder is not None and session.folder.id != first.id)
    qtbot.waitUntil(lambda: "c0" in run.state.nodes, timeout=60_000)
    assert run.state.spec is not None
    origin = run.state.spec.branched_from
    assert origin is not None
    assert (origin.run, origin.candidate) == (first.id, mine.id)
    assert run.state.nodes["c0"].candidate.prompt == mine.prompt
    qtbot.waitUntil(lambda: "Branch of" in page.header._origin.text())
    if session.work is Work.RUNNING:
        press(whet, "stop", qtbot)
    qtbot.waitUntil(lambda: session.work is Work.NOTHING and not whet.workspace.busy)
    page.open(first)
    qtbot.waitUntil(lambda: page.header._origin.text() == "Branches: 1")


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_a_paused_run_stays_paused_and_keeps_a_prompt_when_its_engine_dies(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = started(open_whet, qtbot, scored=True)
    pid = whet.client.pid
    whet.client.kill()
    qtbot.waitUntil(lambda: whet.client.running and whet.client.pid not in {0, pid})
    whet.session.steering.submit(Edit("c0", "Write the date."))
    qtbot.waitUntil(lambda: whet.session.steering.waiting, timeout=60_000)
    run = whet.session.run
    qtbot.waitUntil(lambda: any(n.candidate.operator == EDITED for n in run.state.nodes.values()))
    assert whet.session.steering.paused
    press(whet, "stop", qtbot)
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING and not whet.workspace.busy)
    assert run.outcome == "cancelled"
    assert not whet.window.actions_["keep"].isEnabled(), "a stopped run is resumed, or left"
    assert not whet.window.run.header._buttons["keep"].isVisible()


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_ending_now_asks_the_model_nothing_more(open_whet: Opened, qtbot: QtBot) -> None:
    whet = started(open_whet, qtbot, scored=True)
    run = whet.session.run
    calls = run.state.spend.calls
    keep(whet, qtbot, 0)
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING and not whet.workspace.busy, timeout=60_000)
    assert run.outcome == "kept"
    assert run.state.final is not None
    assert run.state.spend.calls == calls
    assert not whet.window.run.banner.isVisible()


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_any_call_of_a_run_is_shown_with_its_tokens(open_whet: Opened, qtbot: QtBot) -> None:
    whet = started(open_whet, qtbot)
    keep(whet, qtbot, 0)
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING and not whet.workspace.busy, timeout=60_000)
    page = whet.window.run
    for model in (page.by_hand.call.read, page.by_hand.call.wrote):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    page.select("c0")
    page.detail.tabs.setCurrentWidget(page.by_hand.call)
    assert page.by_hand.call._reply.toPlainText(), "the reply is there at once, from the log"
    qtbot.mouseClick(page.by_hand.call.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.by_hand.calls.shown is not None, timeout=60_000)
    assert page.by_hand.call.read.rowCount() > 20
    assert page.by_hand.call.wrote.rowCount() >= 1
    qtbot.mouseClick(page.by_hand.call.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("<|im_start|>")
    page.by_hand.call.rows.setCurrentIndex(1)
    assert page.by_hand.call.read.rowCount() == 0, "another row's tokens are not shown as this one's"


def test_that_a_draft_stays_while_another_candidate_is_looked_at(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = whet.window.run
    page.open(stored_run(made_up_run()))
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: bool(page.model.state.events) and not whet.workspace.busy)
    page.select("c3")
    page.edit_selected()
    qtbot.keyClicks(page.by_hand.edit.editor, "Mine: ")
    draft = page.by_hand.edit.edit
    page.select("c4")
    assert page.by_hand.edit.edit.text == page.model.state.nodes["c4"].candidate.prompt.text
    page.select("c3")
    assert page.by_hand.edit.edit == draft
    assert page.by_hand.edit._submit.isHidden(), "a run that has ended takes no prompt; a branch does"
    assert page.by_hand.edit._branch.isEnabled()
    qtbot.mouseClick(page.by_hand.edit._reset, Qt.MouseButton.LeftButton)
    assert page.by_hand.edit.edit.text == page.model.state.nodes["c3"].candidate.prompt.text


def test_that_a_text_that_lost_a_placeholder_says_so_and_cannot_be_sent(qtbot: QtBot) -> None:
    node = Node(Candidate("c4", Prompt("Name the year in {{input}}."), ("c0",), "generate", 1))
    tab = EditTab()
    qtbot.addWidget(tab)
    tab.show_node(node, Stage(live=True))
    tab.editor.setPlainText("Nothing is asked here.")
    assert "is missing" in tab._says.text()
    assert not tab._submit.isEnabled()
    assert not tab._branch.isEnabled()
    tab.editor.setPlainText("  ")
    assert "empty" in tab._says.text()


def test_that_the_bar_never_runs_backwards_or_over(qtbot: QtBot) -> None:
    bar = RunBar()
    qtbot.addWidget(bar)
    assert Extent(0, 0, 0).shares == (0.0, 0.0)
    assert Extent(500, 300, 400).shares == (1.0, 0.75)
    bar.show_extent(Extent(10, 20, 40), "10 of 40")
    assert bar.accessibleName() == "10 of 40"
    assert not bar.grab().isNull()


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_a_branch_with_other_settings_fills_the_form_and_is_recorded_as_a_branch(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet(engine=engine_command())
    form, page = whet.window.new_run, whet.window.run
    whet.window.show_page(NEW_RUN)
    qtbot.waitUntil(lambda: form.can_start, timeout=60_000)
    own = form.prompt.prompts
    form.method.choose("grips")
    form.limits._calls.setValue(200)
    form.limits._seed.setValue(5)
    first = form.command
    form.start(anyway=True)
    qtbot.waitUntil(lambda: whet.session.work is Work.RUNNING, timeout=60_000)
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING and not whet.workspace.busy, timeout=120_000)
    form.method.choose("gpo")
    form.limits._calls.setValue(0)
    form.limits._seed.setValue(0)
    assert page.folder is not None
    page.select("c0")
    press(whet, "branch_form", qtbot)
    qtbot.waitUntil(form.branch.isVisible)
    assert whet.window.page == NEW_RUN
    begun = form.command
    assert first is not None
    assert begun is not None
    assert begun.origin == Origin(page.folder.id, "c0")
    assert begun.prompts[0].text == own[0]
    assert (begun.method, begun.params, begun.models) == (first.method, first.params, first.models)
    assert (begun.budget, begun.seed, begun.final_rule) == (first.budget, first.seed, first.final_rule)
    assert (begun.racing, begun.preset) == (first.racing, first.preset)
    assert first.reading is None
    assert begun.reading is Reading.GENERATED, "a branch reads answers as its run did, whatever suits the task"
    form.prompt.editor.setPlainText("Mind the year.")
    form.limits._seed.setValue(6)
    qtbot.waitUntil(lambda: form.can_start, timeout=60_000)
    form.start(anyway=True)
    qtbot.waitUntil(lambda: whet.session.work is Work.RUNNING and bool(whet.session.run.state.nodes), timeout=60_000)
    spec = whet.session.run.state.spec
    assert spec is not None
    assert spec.branched_from == Origin(begun.origin.run, "c0", edited=True)
    assert (spec.seed, spec.method, spec.seed_prompts[0].text) == (6, "grips", "Mind the year.")
    whet.session.stop()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    whet.window.show_page(NEW_RUN)
    qtbot.mouseClick(form.branch.leave, Qt.MouseButton.LeftButton)
    assert not form.branch.isVisible()
    assert form.prompt.prompts == own
    assert form.command is not None
    assert (form.command.origin, form.command.prompts) == (None, ())


def test_that_a_branch_can_be_put_together_where_its_model_is_gone(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, sample: Path, qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    form, page = whet.window.new_run, whet.window.run
    qtbot.waitUntil(lambda: form.command is not None)
    assert whet.workspace.folder is not None
    task = read_task(whet.workspace.folder / "tasks" / sample.name).task
    events = made_up_run(rounds=2)
    spec = replace(events[0].spec, task=sample.name, task_fingerprint=task_fingerprint(task))
    folder = stored_run([msgspec.structs.replace(events[0], spec=spec), *events[1:]])
    page.open(folder)
    qtbot.waitUntil(lambda: "c1" in page.model.state.nodes)
    page.select("c1")
    text = page.model.state.nodes["c1"].candidate.prompt.text
    press(whet, "branch", qtbot)
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert "is not known on this machine" in whet.window.banner.notice.what
    press(whet, "branch_form", qtbot)
    qtbot.waitUntil(form.branch.isVisible)
    assert form.prompt.prompts == (text,)
    assert form.branch.task == sample.name
