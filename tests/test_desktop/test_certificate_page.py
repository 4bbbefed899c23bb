"""The Certificate page: the question in place, the answer, the review, and files that were read back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.domain.bias import LabelBias
from core.domain.certificate import Certificate, PairedGain
from core.domain.example import Split
from core.domain.review import ExpectedGain, Review, SentenceEffect, SentenceReview, SharedText
from core.events import BiasFitted, Event
from core.report.export import FORMATS
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.certificate.page import BODY, EMPTY, EXPORT, READING, REVIEW, SEAL, CertificatePage
from desktop.pages.certificate.verdict_part import BROKEN, FIXED
from desktop.pages.names import CERTIFICATE, NEW_RUN, RUN

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]

PATIENT = 30_000
"""Milliseconds: the first look at what sealed rows can show loads a large library."""


def ended(whet: Whet, qtbot: QtBot) -> CertificatePage:
    """A run of the scripted engine on the sample task, finished, on the Certificate page."""
    page = whet.window.new_run
    qtbot.waitUntil(lambda: page.can_start, timeout=PATIENT)
    page.start()
    run = whet.session.run
    qtbot.waitUntil(lambda: run.state.ended is not None and whet.session.work is Work.NOTHING, timeout=PATIENT)
    whet.window.show_page(CERTIFICATE)
    certificate = whet.window.certificate
    qtbot.waitUntil(lambda: certificate.model.shown is not None, timeout=PATIENT)
    return certificate


def opened(whet: Whet, folder: RunFolder, qtbot: QtBot) -> CertificatePage:
    """A stored run on the Certificate page."""
    whet.window.run.open(folder)
    qtbot.waitUntil(lambda: bool(whet.window.run.model.state.events))
    whet.window.show_page(CERTIFICATE)
    certificate = whet.window.certificate
    qtbot.waitUntil(lambda: certificate.model.shown is not None, timeout=PATIENT)
    return certificate


def test_that_the_page_says_what_to_do_before_there_is_a_run(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet()
    whet.window.show_page(CERTIFICATE)
    page = whet.window.certificate
    assert page._stack.currentIndex() == EMPTY
    assert not whet.window.actions_["certify"].isEnabled()
    page.wanted.emit(RUN, None)
    assert whet.window.page == RUN


def test_that_a_finished_run_is_said_to_be_read_until_it_was_read(
    open_whet: Opened, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    whet = open_whet()
    folder = stored_run(made_up_run(rounds=2))
    whet.window.run.open(folder)
    qtbot.waitUntil(lambda: whet.window.run.model.state.final is not None)
    whet.window.show_page(CERTIFICATE)
    page = whet.window.certificate
    assert page._stack.currentIndex() == READING
    qtbot.waitUntil(lambda: page.model.shown is not None, timeout=PATIENT)
    assert page._stack.currentIndex() == BODY
    assert not page.model.reading


def test_that_the_test_is_opened_only_after_a_question_in_place(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1)
    page = ended(whet, qtbot)
    assert page.seal.ask_button.isVisible()
    assert "sealed rows show a gain of" in page.seal._power.text()
    whet.window.show_page(NEW_RUN)
    whet.window.actions_["certify"].trigger()
    assert whet.window.page == CERTIFICATE
    assert page.seal.asking
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(page.seal.leave_button, Qt.Key.Key_Space)
    assert not page.seal.asking
    folder = whet.session.folder
    assert folder is not None
    assert folder.read_certificate() is None
    QTest.mouseClick(page.seal.ask_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.seal.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.verdict.isVisible, timeout=PATIENT)
    assert page.verdict.title == "The gain is certified."
    assert "+76.0 points" in page.verdict.sentence
    assert folder.read_certificate() is not None
    assert not page.seal.isVisible()


def test_that_answering_shows_where_it_stands_and_can_be_stopped(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1, "--certify", 2.0)
    page = ended(whet, qtbot)
    page.ask()
    page.seal.open_button.click()
    qtbot.waitUntil(lambda: "sealed rows" in page.seal._phase.text(), timeout=PATIENT)
    assert page.seal.stop_button.isVisible()
    assert not whet.window.banner.isVisible()
    page.seal.stop_button.click()
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING, timeout=PATIENT)
    assert page.seal.ask_button.isVisible()
    assert not whet.window.banner.isVisible()


def test_that_rows_that_changed_are_listed_with_both_replies(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1)
    page = ended(whet, qtbot)
    page.ask()
    page.seal.open_button.click()
    qtbot.waitUntil(page.verdict.isVisible, timeout=PATIENT)
    part = page.verdict
    QAbstractItemModelTester(part.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [flip.row for flip in part.rows.rows] == [7, 9]
    assert "five" in part._replies.toPlainText()
    assert "<b>here</b>" in part._replies.toPlainText()
    part.choose(BROKEN)
    assert [flip.row for flip in part.rows.rows] == [9]
    part.choose(FIXED)
    assert [flip.row for flip in part.rows.rows] == [7]
    bars = [bar for group, _ in part._plot.groups for bar in group]
    assert [bar.value for bar in bars] == [12.0, 88.0, 76.0]
    assert "Gain: +76.0" in part._plot.accessibleDescription()


def test_that_a_run_without_its_task_says_why_it_cannot_be_certified(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = opened(open_whet(engine=silent), stored_run(made_up_run()), qtbot)
    assert page.seal._title.text() == "The sealed test cannot be opened for this run"
    assert "not in the workspace" in page.seal._obstacle.text()
    assert not page.seal.ask_button.isVisible()
    page.ask()
    assert not page.seal.asking


def test_that_the_review_has_a_sentence_and_a_table_each(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = made_up_run()
    folder = stored_run(events)
    whet = open_whet(engine=silent)
    page = opened(whet, folder, qtbot)
    assert "No name, number or run of five words" in page.review.words[2]
    assert "Not measured yet" in page.review.words[1]
    best = whet.window.run.model.state.best
    effects = (
        SentenceEffect("Answer <b>now</b>.", 0.25, 0.1, 0.4, 0.001, removable=False),
        SentenceEffect("Please.", -0.01, -0.03, 0.01, 1.0, removable=True),
    )
    review = Review(
        best,
        ExpectedGain(73, 48, observed=0.9, expected=0.8, expected_gain=0.6, again=0.4),
        (SharedText("name", "Ada", (3, 4)),),
        SentenceReview(best, 48, 96, effects),
    )
    folder.write_review(review)
    page.model.refresh()
    qtbot.waitUntil(lambda: "80.0 %" in page.review.words[0])
    assert "1 of 2 sentences cost nothing" in page.review.words[1]
    assert "shares 1 texts" in page.review.words[2]
    for model, rows in ((page.review.effects, 2), (page.review.shared, 1), (page.review._choice, 5)):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert model.rowCount() == rows
    page.tabs.setCurrentIndex(REVIEW)
    assert page.review.effects_view.isVisible()
    assert "not tried" not in page.review.words[1], "one alone needs no caution"
    both = tuple(replace(effect, removable=True) for effect in effects)
    folder.write_review(replace(review, sentences=SentenceReview(best, 48, 96, both)))
    page.model.refresh()
    qtbot.waitUntil(lambda: "Each of these 2 sentences can be removed by itself" in page.review.words[1])
    folder.write_review(replace(review, candidate="another"))
    page.model.refresh()
    qtbot.waitUntil(lambda: "Not measured yet" in page.review.words[1])


@pytest.mark.parametrize("form", ["text", "markdown", "json", "jinja2", "promptfoo", "langchain", "dspy"])
def test_that_a_format_is_chosen_read_back_copied_and_saved(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot, form: str, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    page = opened(whet, stored_run(made_up_run()), qtbot)
    whet.window.actions_["export"].trigger()
    assert page.tabs.currentIndex() == EXPORT
    part = page.export
    QTest.mouseClick(part.cards[form], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part.taken is not None and part.taken.form.name == form, timeout=PATIENT)
    assert part.taken is not None
    assert part.sign.text() == "✓ read back"
    assert "byte for byte" in part.proof
    assert part.preview.toPlainText() == part.taken.content.decode()
    part.copy_button.click()
    assert QApplication.clipboard().text() == part.taken.content.decode()
    part.save(tmp_path / "taken")
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert (tmp_path / "taken").read_bytes() == part.taken.content
    best = whet.window.run.model.state.nodes[whet.window.run.model.state.best].candidate.prompt.text
    assert best in part.preview.toPlainText() or json.dumps(best)[1:-1] in part.preview.toPlainText()


def test_that_a_format_that_cannot_hold_the_prompt_says_why_and_offers_nothing_to_save(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = opened(open_whet(engine=silent), stored_run(made_up_run()), qtbot)
    page.show_export()
    page.export.choose("modelfile")
    qtbot.waitUntil(lambda: page.export.sign.text() == "✗ cannot hold it")
    assert "chat template" in page.export.proof
    assert "Export it as jinja2" in page.export.proof
    assert not page.export.save_button.isEnabled()
    assert page.export.preview.toPlainText() == ""


def test_that_label_bias_is_taken_along_only_where_it_is_asked_for_and_the_format_has_it(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = made_up_run()
    bias = LabelBias(("good", "bad"), (0.5, -0.5))
    found = BiasFitted("c0", bias, 48, Split.VALIDATION, 0.8, 0.7, 0.9, 0.6, 40, kept=True, tokens=(5, 6))
    whet = open_whet(engine=silent)
    part = opened(whet, stored_run([*events[:-1], found, events[-1]]), qtbot).export
    assert not part.with_bias.isHidden()
    part.choose("json")
    qtbot.waitUntil(lambda: part.taken is not None and part.taken.form.name == "json", timeout=PATIENT)
    assert json.loads(part.preview.toPlainText())["with_bias"] is None
    part.with_bias.setChecked(True)
    qtbot.waitUntil(lambda: part.taken is not None, timeout=PATIENT)
    assert json.loads(part.preview.toPlainText())["with_bias"]["logit_bias"] == {"5": 60.0, "6": 59.0}
    part.choose("text")
    qtbot.waitUntil(lambda: part.sign.text() == "✗ cannot hold it", timeout=PATIENT)
    assert "cannot hold label bias" in part.proof
    whet.window.run.open(stored_run(made_up_run(seed=2)))
    qtbot.waitUntil(lambda: not part._model.has_bias and part.taken is not None, timeout=PATIENT)
    assert part.with_bias.isHidden()


def test_that_a_file_that_cannot_be_written_is_a_sentence(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    page = opened(whet, stored_run(made_up_run()), qtbot)
    page.show_export()
    qtbot.waitUntil(lambda: page.export.taken is not None)
    page.export.save(tmp_path / "nowhere" / "prompt.txt")
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert whet.window.banner.notice.tone == "bad"


def test_that_the_report_is_saved_as_one_file(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    page = opened(whet, stored_run(made_up_run()), qtbot)
    page.model.save_report(tmp_path / "report.html")
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert (tmp_path / "report.html").read_text().startswith("<!DOCTYPE html>")


def test_that_every_part_is_reached_by_keyboard_and_named(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = opened(open_whet(engine=silent), stored_run(made_up_run()), qtbot)
    assert set(page.export.cards) == set(FORMATS)
    for card in page.export.cards.values():
        assert card.accessibleName()
        assert card.accessibleDescription()
        assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
    page.tabs.setCurrentIndex(SEAL)
    page.tabs.tabBar().setFocus()
    QTest.keyClick(page.tabs.tabBar(), Qt.Key.Key_Right)
    assert page.tabs.currentIndex() == REVIEW


def test_that_the_sealed_test_has_the_last_word_on_what_to_expect(
    open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    folder = stored_run(made_up_run())
    whet = open_whet(engine=silent)
    page = opened(whet, folder, qtbot)
    best = whet.window.run.model.state.best
    gain = PairedGain(0.4, 0.3, 0.5, 0.0001, 300, 130, 10, "exact McNemar test")
    folder.write_review(Review(best, ExpectedGain(73, 48, observed=0.9, expected=0.8, expected_gain=0.6, again=0.4)))
    folder.write_certificate(Certificate("r", "t", "m", "made-up", "0", best, "f", 0.3, 0.7, gain))
    page.model.refresh()
    qtbot.waitUntil(lambda: "80.0 %" in page.review.words[0])
    assert page.review.words[0].endswith("The sealed test has answered this: 70.0 % on rows that nothing had seen.")
    page.model.refresh()
    qtbot.wait(200)
    assert page.review.words[0].count("70.0 %") == 1
