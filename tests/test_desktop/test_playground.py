"""The playground in a real window with the real engine process and the bundled model: streamed, stopped, judged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.data.tasks import load_task
from core.engine.connection import engine_command
from core.llm.base import HeardToken
from core.paths import tiny_model
from desktop.app import Whet
from desktop.models.playground import ModelReply
from desktop.pages.names import DATASETS, NEW_RUN, PLAYGROUND
from desktop.pages.playground.model_column import LABELS, PROMPT, ModelColumn
from desktop.pages.playground.page import PlaygroundPage

Opened = Callable[..., Whet]
MODEL = 120_000
"""Milliseconds that loading and trying the bundled model may take on a busy machine."""


@pytest.fixture
def whet(open_whet: Opened) -> Whet:
    opened = open_whet(engine=engine_command())
    opened.window.show_page(PLAYGROUND)
    return opened


def asked_about(page: PlaygroundPage, qtbot: QtBot, task: str) -> None:
    page.question.choose_task(task)
    qtbot.waitUntil(lambda: page.question.row.maximum() > 0)


@pytest.mark.slow
def test_that_a_row_is_answered_token_by_token_and_judged(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.playground
    asked_about(page, qtbot, "sentiment")
    page.question.use_prompt("Is the opinion about it good or bad? Answer with one word: positive or negative.")
    QTest.mouseClick(page._ask, Qt.MouseButton.LeftButton)
    assert page.model.working
    qtbot.waitUntil(lambda: not page.model.working, timeout=MODEL)
    reply = page.model.shown.replies[0]
    assert reply.answered is not None
    assert page.columns[0].text.toPlainText() == "".join(token.text for token in reply.tokens)
    assert page.columns[0]._score.text() in {"✓ right", "✗ wrong"}
    assert page.columns[0].tabs.isTabVisible(LABELS)
    assert len(page.columns[0].labels.rows) == len(load_task(Path(chosen_task(page))).contract.labels)
    page.columns[0].tabs.setCurrentIndex(PROMPT)
    assert page.question.input.toPlainText() in page.columns[0].prompt.toPlainText()
    assert page.columns[0].tokens.rowCount() == reply.answered.reply_tokens
    QAbstractItemModelTester(page.columns[0].tokens, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.columns[0].labels, QAbstractItemModelTester.FailureReportingMode.Fatal)


def chosen_task(page: PlaygroundPage) -> str:
    assert page.model.shown is not None
    return page.model.shown.command.task_folder


@pytest.mark.slow
def test_that_stop_ends_the_writing_at_once_and_keeps_what_was_heard(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.playground
    page.question.use_prompt("Write a long story.")
    page.question.sampling.max_tokens.setValue(900)
    page.question.sampling.temperature.setMaximum(50)
    page.question.sampling.temperature.setValue(50)  # hardly ever ends by itself
    QTest.keyClick(whet.window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    reply = page.model.shown.replies[0]
    qtbot.waitUntil(lambda: len(reply.tokens) >= 5, timeout=MODEL)
    assert whet.window.actions_["stop"].isEnabled()
    QTest.keyClick(whet.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.model.working, timeout=2_000)
    assert reply.stopped
    assert 5 <= len(reply.tokens) < 900
    assert page.columns[0].text.toPlainText() == reply.text
    assert "Stopped" in page.columns[0]._facts.text()
    assert not whet.window.banner.isVisible()


@pytest.mark.slow
def test_that_two_models_answer_side_by_side(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.playground
    bundled, other = page.question.first.currentData(), tiny_model()
    assert other is not None
    page.question.add_model(str(other))
    page.question.first.setCurrentIndex(page.question.first.findData(bundled))
    page.question.second.setCurrentIndex(page.question.second.findData(str(other)))
    page.question.use_prompt("Say something.")
    page.question.sampling.max_tokens.setValue(4)
    page.ask()
    qtbot.waitUntil(lambda: not page.model.working, timeout=MODEL)
    assert [reply.answered is not None for reply in page.model.shown.replies] == [True, True]
    assert all(part.isVisible() and part.text.toPlainText() for part in page.columns)


@pytest.mark.slow
def test_that_a_token_tells_its_probability_when_pointed_at_and_under_the_text_cursor(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.playground
    page.question.use_prompt("Complete the task.")
    page.question.sampling.max_tokens.setValue(6)
    page.ask()
    qtbot.waitUntil(lambda: not page.model.working, timeout=MODEL)
    text = page.columns[0].text
    cursor = QTextCursor(text.document())
    point = text.cursorRect(cursor).center() + QPoint(4, 0)
    assert text.piece_at(point) == 0
    QApplication.sendEvent(text.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, text.viewport().mapToGlobal(point)))
    assert "log-probability" in QToolTip.text()
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert page.columns[0].tokens_view.currentIndex().row() == 0
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.columns[0].tokens_view.currentIndex().row() == len(page.model.shown.replies[0].tokens) - 1


@pytest.mark.slow
def test_that_an_earlier_try_can_be_read_again(whet: Whet, qtbot: QtBot) -> None:
    page = whet.window.playground
    page.question.sampling.max_tokens.setValue(3)
    for words in ("Complete the task.", "Say something."):
        page.question.use_prompt(words)
        page.ask()
        qtbot.waitUntil(lambda: not page.model.working, timeout=MODEL)
    assert page.question.prompt.toPlainText() == "Say something."
    page._tries.activated.emit(1)
    assert page.question.prompt.toPlainText() == "Complete the task."
    assert page.columns[0].text.toPlainText() == "".join(token.text for token in page.model.tries[1].replies[0].tokens)


def test_that_a_prompt_of_the_playground_becomes_the_seed_of_a_new_run(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path
) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(PLAYGROUND)
    page = whet.window.playground
    asked_about(page, qtbot, sample.name)
    page.question.use_prompt("Do it well.")
    page.run_deed.trigger()
    assert whet.window.page == NEW_RUN
    qtbot.waitUntil(lambda: whet.window.new_run.prompt.prompts == ("Do it well.",))


def test_that_a_prompt_of_the_playground_comes_beside_what_was_written_for_a_new_run(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path
) -> None:
    whet = open_whet(engine=silent)
    prompt = whet.window.new_run.prompt
    whet.window.new_run.task.choose(sample.name)
    qtbot.waitUntil(lambda: whet.window.new_run.task.task is not None)
    own = prompt.prompts
    prompt.editor.setPlainText("What I wrote.")
    whet.window.show_page(PLAYGROUND)
    page = whet.window.playground
    asked_about(page, qtbot, sample.name)
    page.question.use_prompt("Do it well.")
    page.run_deed.trigger()
    qtbot.waitUntil(lambda: prompt.prompts == ("What I wrote.", *own[1:], "Do it well."))
    assert prompt.editor.toPlainText() == "Do it well."
    page.run_deed.trigger()
    assert prompt.prompts.count("Do it well.") == 1


def test_that_what_was_typed_becomes_a_row_that_undo_takes_back(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path
) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(PLAYGROUND)
    page = whet.window.playground
    asked_about(page, qtbot, sample.name)
    assert not page.row_deed.isEnabled()  # it is a row already
    page.question.input.setPlainText("a new input")
    page.question.answers.setPlainText("its answer")
    assert page.row_deed.isEnabled()
    page.row_deed.trigger()
    assert whet.window.page == DATASETS
    data = whet.window.datasets.data
    qtbot.waitUntil(lambda: data.undo.canUndo() and not data.saving)
    folder = data.folder
    assert folder is not None
    assert "a new input" in {row.input for row in load_task(folder).train}
    whet.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not data.saving)
    assert "a new input" not in {row.input for row in load_task(folder).train}


def test_that_an_engine_that_cannot_answer_says_so_and_nothing_is_lost(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet()  # the scripted engine knows no such command
    page = whet.window.playground
    whet.window.show_page(PLAYGROUND)
    page.question.use_prompt("Say something.")
    page.ask()
    qtbot.waitUntil(lambda: not page.model.working)
    assert whet.window.banner.isVisible()
    assert page.model.shown.replies[0].problem == "There is no such model."
    assert page.question.prompt.toPlainText() == "Say something."
    assert page.can_ask


def test_that_a_thought_is_folded_and_no_part_of_the_reply(qtbot: QtBot) -> None:
    part = ModelColumn()
    qtbot.addWidget(part)
    part.show()
    part.show_reply(ModelReply("model.gguf", "model"))
    assert not part.thinking.isVisible()
    heard = [HeardToken(1, "<b>hm", -0.1, thought=True), HeardToken(2, "four", -3.0)]
    part.show_reply(ModelReply("model.gguf", "model", tokens=heard, stopped=True))
    assert part.thinking.isVisible()
    assert not part.thought.isVisible()
    QTest.mouseClick(part.thinking.button, Qt.MouseButton.LeftButton)
    assert part.thought.isVisible()
    assert part.thought.toPlainText() == "<b>hm"
    assert part.text.toPlainText() == "four"
    assert [row[1].thought for row in part.tokens.rows] == [True, False]


def test_that_another_task_brings_its_own_row_and_never_judges_the_old_one(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(PLAYGROUND)
    question = whet.window.playground.question
    names = [question.tasks.itemText(place) for place in range(1, question.tasks.count())]
    for name in (names[0], names[1], names[0]):
        question.choose_task(name)
        assert question.command is None, "until it has been read, the row is the last task's"
        qtbot.waitUntil(lambda: not whet.workspace.busy and not question._reading)
        rows = question._rows
        assert question.row.value() == 1
        assert question.example == rows[0]
        assert question.input.toPlainText() == rows[0].input
        assert question.answers.toPlainText().splitlines() == list(rows[0].answers)
    question.tasks.setCurrentIndex(0)
    assert question.input.toPlainText() == "", "a row of no task any more"
