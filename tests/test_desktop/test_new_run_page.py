"""The New run page in a real window: prompts with locks, the measure, methods, limits, and the waiting runs."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import trust
from core.data.tasks import load_task
from core.domain.run_estimate import Range, RunEstimate, Shortfall
from core.domain.task import AnswerKind
from core.engine.commands.prepare import Prepared
from core.methods import NAMES
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import HOME, NEW_RUN
from desktop.pages.new_run.budget_part import BudgetPart
from desktop.pages.new_run.footer import Footer
from desktop.pages.new_run.page import NewRunPage
from desktop.pages.new_run.prompt_part import PromptPart
from desktop.pages.sentence_spans import sentence_spans
from desktop.widgets.prompt_editor import PromptEditor

Opened = Callable[..., Whet]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def part(qtbot: QtBot) -> PromptPart:
    made = PromptPart()
    qtbot.addWidget(made)
    made.resize(800, 260)
    made.show()
    qtbot.waitExposed(made)
    return made


def form(whet: Whet, qtbot: QtBot) -> NewRunPage:
    whet.window.show_page(NEW_RUN)
    page = whet.window.new_run
    page.advanced.button.setChecked(True)
    qtbot.waitUntil(lambda: page.task.task is not None)
    return page


def click_at(editor: PromptEditor, position: int) -> None:
    """Click on a character."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    spot = editor.cursorRect(cursor).center()
    QTest.mouseClick(editor.viewport(), LEFT, pos=QPoint(spot.x() + 2, spot.y()))


def in_state(page: NewRunPage, place: int) -> str:
    return page.steps[place].state


def test_that_a_click_locks_a_sentence_and_another_frees_it(part: PromptPart, qtbot: QtBot) -> None:
    text = "Answer briefly. Keep every fact! Use e.g. names."
    part.editor.setPlainText(text)
    QTest.mouseClick(part.lock, LEFT)
    click_at(part.editor, text.index("every"))
    assert part.locked == ("Keep every fact!",)
    click_at(part.editor, text.index("names"))
    assert part.locked == ("Keep every fact!", "Use e.g. names.")
    click_at(part.editor, text.index("Keep"))
    assert part.locked == ("Use e.g. names.",)
    assert part.prompts == (text,), "locking changes no word"


def test_that_space_locks_the_sentence_at_the_cursor_and_types_nothing(part: PromptPart) -> None:
    part.editor.setPlainText("One thing. Another thing.")
    QTest.mouseClick(part.lock, LEFT)
    part.editor.setFocus()
    part.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(part.editor, Qt.Key.Key_Space)
    assert part.locked == ("Another thing.",)
    QTest.keyClick(part.editor, Qt.Key.Key_Return)
    assert part.locked == ()
    assert part.prompts == ("One thing. Another thing.",)


def test_that_a_locked_sentence_that_is_rewritten_is_locked_no_longer_until_that_is_undone(part: PromptPart) -> None:
    part.editor.setPlainText("One thing. Another thing.")
    part.editor.toggle_lock(2)
    assert part.locked == ("One thing.",)
    part.editor.setFocus()
    part.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(part.editor, "N")
    QTest.keyClick(part.editor, Qt.Key.Key_Delete)
    assert part.locked == ()
    part.editor.undo()
    part.editor.undo()
    assert part.locked == ("One thing.",)


def test_that_a_placeholder_without_a_column_is_named(part: PromptPart) -> None:
    part.editor.set_columns(["context"])
    part.editor.setPlainText("Read {{context}}, answer {{input}} and {{inptu}}.")
    assert "{{inptu}}" in part.trouble
    assert "{{context}}" not in part.trouble
    part.editor.setPlainText("Read {{context}}, answer {{input}}.")
    assert part.trouble == ""


def test_that_prompts_are_added_pasted_duplicated_removed_and_brought_back(part: PromptPart) -> None:
    part.editor.setPlainText("First.")
    QTest.mouseClick(part.add, LEFT)
    QTest.keyClicks(part.editor, "Second.")
    QGuiApplication.clipboard().setText("Third.\n")
    QTest.mouseClick(part.paste, LEFT)
    part.editor.toggle_lock(0)
    QTest.mouseClick(part.copy, LEFT)
    assert part.prompts == ("First.", "Second.", "Third.", "Third.")
    assert part.trouble, "two that are the same"
    QTest.mouseClick(part.remove, LEFT)
    part.tabs.setCurrentIndex(0)
    assert part.editor.toPlainText() == "First."
    QTest.mouseClick(part.remove, LEFT)
    assert part.prompts == ("Second.", "Third.")
    QTest.mouseClick(part.back, LEFT)
    assert part.prompts == ("First.", "Second.", "Third.")
    assert part.locked == ("Third.",)
    assert not part.back.isVisible()


def test_that_the_last_prompt_cannot_be_removed(part: PromptPart) -> None:
    assert not part.remove.isEnabled()


@pytest.mark.parametrize(
    "text", ["", " ", "One. Two? 三。四", "- a\n- b\n\nGoal: c.", "{{input}}\nAnswer:", "ends so "]
)
def test_that_sentences_lie_where_they_are_said_to_lie(text: str) -> None:
    spans = sentence_spans(text)
    assert all(text[low:high] == text[low:high].strip() != "" for low, high in spans)
    assert (
        "".join(text[low:high] for low, high in spans).replace(" ", "")
        in text.replace(" ", "").replace("- ", "").replace("\n", "").replace("-", "")
        or len(spans) != 1
    )


def test_that_every_card_has_the_price_that_the_button_has_once_it_is_chosen(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    page = form(open_whet(engine=silent), qtbot)
    for limit in (0, 700):
        page.limits._calls.setValue(limit)
        for name in NAMES:
            page.method.choose(name)
            page.method.search_form.changed.emit()
            qtbot.waitUntil(lambda name=name: _asked(page) == name)  # type: ignore[misc]
            said = page.method.cards[name].note
            assert said
            assert said.removeprefix("≤ ") in page.footer.start.text(), (name, limit)
    before = {name: card.note for name, card in page.method.cards.items()}
    page.method.choose(NAMES[-1])
    qtbot.waitUntil(lambda: _asked(page) == NAMES[-1])
    assert {name: card.note for name, card in page.method.cards.items()} == before


def _asked(page: NewRunPage) -> str:
    """The method whose price is shown, once it is that of the form."""
    price, command = page.pricing.price, page.command
    settled = price is not None and command is not None and not page.pricing._pause.isActive()
    if settled and page.pricing._asked is not None and page.pricing._asked.command == command:
        return command.method if page.pricing.calls.get(command.method) == price.calls else ""
    return ""


def test_that_a_click_anywhere_on_a_card_chooses_its_method_and_costs_are_said(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    page = form(open_whet(engine=silent), qtbot)
    assert list(page.method.cards) == list(NAMES)
    assert "recommended" in {chip.text() for chip in page.method.cards[NAMES[0]].findChildren(QLabel)}
    qtbot.waitUntil(lambda: all("calls" in card.note for card in page.method.cards.values()))
    card = page.method.cards["gepa"]
    QTest.mouseClick(card, LEFT, pos=QPoint(card.width() // 2, card.height() - 6))
    assert page.method.name == "gepa"
    assert page.command is not None
    assert page.command.method == "gepa"
    assert "Agrawal" in page.method._paper.text()
    assert "Caveats" in page.method._caveats.text()
    before = card.note
    page.method.form.choose_preset("faithful")
    qtbot.waitUntil(lambda: card.note != before)  # another preset costs something else


def test_that_tab_goes_from_the_cards_to_the_form_that_was_made_for_the_choice(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    page = form(open_whet(engine=silent), qtbot)
    page.method.choose("gepa")
    control, reached = page.method.cards[NAMES[-1]].button.nextInFocusChain(), list[QWidget]()
    while not page.limits.isAncestorOf(control):
        if page.method.form.isAncestorOf(control):
            reached.append(control)
        control = control.nextInFocusChain()
    made = [editor.widget for editor in page.method.form.editors.values()]
    assert [widget for widget in reached if widget in made] == made


def test_that_every_step_says_in_words_what_it_needs(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    page = form(open_whet(engine=silent), qtbot)
    assert [in_state(page, place) for place in range(6)] == ["done"] * 6
    page.prompt.editor.setPlainText("Use {{nothing}}.")
    assert in_state(page, 1) == "look at it"
    page.model._list.setCurrentIndex(-1)
    assert in_state(page, 2) == "needs a model"
    assert not page.can_start
    assert page.footer.cost.text() == "Choose a model first."


def test_that_the_list_of_steps_leads_to_them_where_there_is_room(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    whet.window.resize(1280, 800)
    qtbot.waitUntil(page.index.isVisible)
    QTest.mouseClick(page.index.buttons[5], LEFT)
    area = page._area
    top = partial(page.steps[5].mapTo, area.viewport(), QPoint(0, 0))
    qtbot.waitUntil(lambda: 0 <= top().y() < area.viewport().height())
    whet.window.resize(820, 560)
    qtbot.waitUntil(lambda: not page.index.isVisible())
    inside = area.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.minimumSizeHint().width() <= area.viewport().width())  # nothing is cut off
    assert page.footer.start.isVisible()


def test_that_the_clock_is_a_limit(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    page = form(open_whet(engine=silent), qtbot)
    assert page.command is not None
    assert page.command.until == ""
    page.limits._until.click()
    page.limits._clock.setTime(page.limits._clock.time().addSecs(1800))
    assert page.command.until == "07:30"
    assert "07:30" in page.limits.summary


def test_that_locked_sentences_go_into_the_command(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    page = form(open_whet(engine=silent), qtbot)
    page.prompt.editor.setPlainText("Answer. Be kind.")
    page.prompt.editor.toggle_lock(10)
    assert page.command is not None
    assert page.command.locked == ("Be kind.",)


def own_task(whet: Whet, sample: Path) -> Path:
    """A task of the workspace that no sample is."""
    folder = whet.workspace.folder
    assert folder is not None
    place = folder / "tasks" / "mine"
    shutil.copytree(sample, place)
    return place


def choose_own(whet: Whet, page: NewRunPage, folder: Path, qtbot: QtBot) -> None:
    page.task.choose(folder.name)
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: page.task.folder == folder and page.task.task is not None)


def test_that_a_changed_contract_is_a_draft_until_it_is_kept(
    open_whet: Opened, silent: list[str], sample: Path, qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    folder = own_task(whet, sample)
    choose_own(whet, page, folder, qtbot)
    page.model.choose_bundled()
    assert page.can_start
    judging = page.judging
    judging.contract.tokens.setValue(33)
    assert in_state(page, 3) == "changed"
    assert not page.can_start
    QTest.mouseClick(judging.undo, LEFT)
    assert page.can_start
    judging.contract.tokens.setValue(33)
    QTest.mouseClick(judging.keep, LEFT)
    qtbot.waitUntil(lambda: page.can_start)
    assert load_task(folder).contract.max_tokens == 33
    assert page.task.folder == folder, "nothing used it, so it was changed itself"


def test_that_a_sample_is_copied_before_it_is_judged_otherwise(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    page.task.choose("sentiment")
    qtbot.waitUntil(lambda: page.task.task is not None and page.task.name.startswith("sentiment"))
    old = page.task.folder
    assert old is not None
    before = (old / "task.toml").read_bytes()
    page.judging.measure.choose("macro_f1")
    QTest.mouseClick(page.judging.keep, LEFT)
    qtbot.waitUntil(lambda: page.task.folder != old and page.task.task is not None)
    assert page.task.task is not None
    assert page.task.task.metric == "macro_f1"
    assert (old / "task.toml").read_bytes() == before


def test_that_another_kind_of_answer_brings_its_own_sentence(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    contract = form(open_whet(engine=silent), qtbot).judging.contract
    contract.kind.setCurrentIndex(contract.kind.findData(AnswerKind.NUMBER))
    assert contract.contract.instruction == "Answer with one number only."
    assert not contract.labels.isEnabled()
    contract.kind.setCurrentIndex(contract.kind.findData(AnswerKind.LABEL))
    contract.labels.setFocus()
    QTest.keyClicks(contract.labels, "yes, no")
    assert contract.contract.labels == ("yes", "no")


def test_that_a_metric_file_runs_only_after_a_person_said_so(
    open_whet: Opened, silent: list[str], sample: Path, qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    folder = own_task(whet, sample)
    code = "def score(reply, answers, input):\n    return 1.0\n"
    (folder / "metric.py").write_text(code)
    file = folder / "task.toml"
    lines = [line for line in file.read_text().splitlines() if not line.startswith("metric")]
    file.write_text('metric = "custom"\nmetric_options = { file = "metric.py" }\n' + "\n".join(lines))
    choose_own(whet, page, folder, qtbot)
    page.model.choose_bundled()
    assert page.judging.trust.isVisible()
    assert in_state(page, 3) == "needs your confirmation"
    assert not page.can_start
    assert not page.judging.test.isEnabled()
    QTest.mouseClick(page.judging.trust.button, LEFT)
    qtbot.waitUntil(lambda: page.can_start)
    assert trust.is_confirmed(code)
    assert not page.judging.trust.isVisible()


def test_that_a_judge_has_to_be_chosen_where_the_measure_asks_one(
    open_whet: Opened, silent: list[str], sample: Path, qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    folder = own_task(whet, sample)
    file = folder / "task.toml"
    lines = [line for line in file.read_text().splitlines() if not line.startswith("metric")]
    file.write_text('metric = "judge"\n' + "\n".join(lines))
    choose_own(whet, page, folder, qtbot)
    page.model.choose_bundled()
    assert in_state(page, 3) == "needs a model"
    assert not page.can_start
    page.model._judge.setCurrentIndex(1)
    assert page.can_start


def test_that_waiting_runs_are_moved_removed_held_and_go_on(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 40, "--pause", 0.05)
    page = form(whet, qtbot)
    qtbot.waitUntil(lambda: page.can_start)
    QTest.mouseClick(page.footer.start, LEFT)
    qtbot.waitUntil(lambda: whet.session.work is Work.RUNNING)
    whet.window.show_page(NEW_RUN)
    assert not page.can_start
    for seed in (1, 2, 3):
        page.limits._seed.setValue(seed)
        QTest.mouseClick(page.footer.queue, LEFT)
    seeds = lambda: [run.command.seed for run in whet.session.queued]  # noqa: E731
    assert seeds() == [1, 2, 3]
    assert page.queue.isVisible()
    QTest.mouseClick(page.queue.buttons[2][0], LEFT)
    assert seeds() == [1, 3, 2]
    assert not page.queue.buttons[0][0].isEnabled(), "the first cannot move up"
    QTest.mouseClick(page.queue.buttons[0][2], LEFT)
    assert seeds() == [3, 2]
    QTest.mouseClick(page.queue.hold, LEFT)
    assert whet.session.queue.held
    whet.session.stop()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING)
    assert seeds() == [3, 2]
    QTest.mouseClick(page.queue.hold, LEFT)
    qtbot.waitUntil(lambda: whet.session.work is Work.RUNNING)
    assert seeds() == [2]
    whet.session.unqueue(whet.session.queued[0].number)
    assert not page.queue.isVisible()
    whet.session.stop()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING and not whet.workspace.busy)


def test_that_the_cost_is_an_interval_and_a_clock_cuts_it(
    qtbot: QtBot, made_up_run: Callable[..., list[object]]
) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    spec = made_up_run(rounds=1)[0].spec  # type: ignore[attr-defined]
    known = RunEstimate(300, 0.2, 0.07, 0.5, 658, None, Range(100, 1000))
    prepared = Prepared(spec, 1000, "a machine", (), known)
    footer.show_estimate(prepared, None, None)
    assert "100 to 1\u202f000 calls" in footer.cost.text()
    flown = RunEstimate(300, 0.2, 0.07, 0.5, 658, None, Range(100, 1000), Range(5000, 60_000), Range(10, 120))
    footer.show_estimate(prepared, flown, None)
    assert "5\u202f000 to 60.0 k tokens, 10 s to 2 min on" in footer.cost.text()
    footer.show_estimate(prepared, flown, 0.5)
    assert "10 s to 30 s" in footer.cost.text()


def test_that_a_limit_that_is_too_small_is_warned_of_until_it_is_changed(
    qtbot: QtBot, made_up_run: Callable[..., list[object]]
) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.show()
    spec = made_up_run(rounds=1)[0].spec  # type: ignore[attr-defined]
    known = RunEstimate(300, 0.2, 0.07, 0.5, 658, None, Range(100, 1000), shortfall=Shortfall("tokens", 4000, 6600))
    footer.show_estimate(Prepared(spec, 1000, "a machine", (), known), None, None)
    assert footer.warning.isVisible()
    assert footer.warning.text().endswith("Allow 6,600 tokens or more.")
    wanted: list[object] = []
    footer.enough_wanted.connect(wanted.append)
    footer.anyway_wanted.connect(lambda: wanted.append("anyway"))
    QTest.mouseClick(footer.enough, LEFT)
    QTest.mouseClick(footer.anyway, LEFT)
    assert footer.enough.text() == "Allow 6\u202f600 tokens"
    assert wanted == [known.shortfall, "anyway"]
    limits = BudgetPart()
    qtbot.addWidget(limits)
    limits.allow(Shortfall("rounds", 100, 720))
    limits.allow(Shortfall("tokens", 4000, 6600))
    assert (limits.budget.calls, limits.budget.tokens) == (720, 6600)
    footer.hide_notes()
    assert not footer.warning.isVisible()


def test_that_every_control_of_the_page_is_reached_by_tab(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    wanted: list[QWidget] = [
        page.prompt.editor,
        page.prompt.lock,
        page.judging.test,
        page.method.cards[NAMES[0]].button,
        page.limits._until,
        page.before.button,
        page.footer.start,
    ]
    seen: list[QWidget] = []
    here: QWidget = page.task._list
    for _ in range(5000):
        seen.append(here)
        here = here.nextInFocusChain()
        if here is page.task._list:
            break
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places), "in the order of the steps"
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in wanted)


def test_that_what_was_written_outlives_the_window_and_the_task_s_own_prompt_comes_back(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = form(whet, qtbot)
    own = page.prompt.prompts
    page.prompt.editor.setPlainText("My own words. Keep these.")
    page.prompt.editor.toggle_lock(20)
    page.prompt.add_prompt("And others.")
    whet.window.close()
    whet.workspace.close()
    later = form(open_whet(engine=silent), qtbot)
    assert later.prompt.prompts == ("My own words. Keep these.", "And others.")
    assert later.prompt.locked == ("Keep these.",)
    QTest.mouseClick(later.prompt.own, LEFT)
    assert later.prompt.prompts == own
    QTest.mouseClick(later.prompt.own, LEFT)
    assert later.prompt.prompts == ("My own words. Keep these.", "And others.")
    later.prompt.show_prompts([], written=[])
    assert not later.prompt.own.isVisible()


def test_that_start_looks_pressable_only_once_the_task_has_been_read(open_whet: Opened, qtbot: QtBot) -> None:
    page = form(open_whet(), qtbot)
    qtbot.waitUntil(page.footer.start.isEnabled)
    page.task.reread()
    assert not page.footer.start.isEnabled(), "a press would do nothing now"
    qtbot.waitUntil(page.footer.start.isEnabled)


def test_that_what_was_chosen_out_of_sight_is_estimated_once_the_page_is_shown(
    open_whet: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whet = open_whet()
    page = form(whet, qtbot)
    qtbot.waitUntil(lambda: page.command is not None)
    asked: list[object] = []
    monkeypatch.setattr(page, "estimate", lambda: asked.append(page.command))
    whet.window.show_page(HOME)
    page.limits._calls.setValue(777)
    qtbot.wait(1_500)  # longer than the form waits for more changes
    assert asked == [], "it was asked out of sight"
    whet.window.show_page(NEW_RUN)
    qtbot.waitUntil(lambda: asked == [page.command])
