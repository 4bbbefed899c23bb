"""The difference of two texts on screen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from core.report.diff import diff_words
from desktop.colours import colours
from desktop.theme import Appearance, Theme
from desktop.widgets.diff_view import DiffSpan, DiffView, words_changed


def spans_of(before: str, after: str) -> list[DiffSpan]:
    return [DiffSpan(span.kind.value, span.text) for span in diff_words(before, after)]


@pytest.fixture
def view(qtbot: QtBot) -> DiffView:
    made = DiffView()
    qtbot.addWidget(made)
    return made


def texts(view: DiffView) -> dict[str, str]:
    return {edit.accessibleName(): edit.toPlainText() for edit in view.findChildren(QTextEdit)}


WORDS = st.lists(st.sampled_from(["Count", "the", "words", "<b>", "&amp;", "in\n", "a", "line."]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(WORDS, WORDS)
def test_that_side_by_side_both_texts_are_whole(view: DiffView, before: list[str], after: list[str]) -> None:
    old, new = " ".join(before), " ".join(after)
    view.set_side_by_side(True)
    view.show_diff(spans_of(old, new))
    shown = texts(view)
    assert (shown["Before"], shown["After"]) == (old, new)


def test_that_html_is_shown_as_text(view: DiffView) -> None:
    view.show_diff(spans_of("", "Say <b>yes</b> &amp; <script>no</script>."))
    assert view.shown_text() == "Say <b>yes</b> &amp; <script>no</script>."


def formats(view: DiffView) -> list[tuple[str, bool, bool]]:
    document: QTextDocument = view.findChildren(QTextEdit)[0].document()
    found = []
    block = document.begin()
    while block.isValid():
        for part in block:
            fragment = part.fragment()
            style = fragment.charFormat()
            found.append((fragment.text(), style.fontUnderline(), style.fontStrikeOut()))
        block = block.next()
    return found


def test_that_insertions_and_deletions_differ_by_more_than_colour(view: DiffView) -> None:
    view.show_diff([DiffSpan("equal", "Count the "), DiffSpan("delete", "words"), DiffSpan("insert", "letters")])
    assert formats(view) == [
        ("Count the ", False, False),
        ("words", False, True),
        ("\N{THIN SPACE}", False, False),
        ("letters", True, False),
    ]


def test_that_a_change_of_the_theme_keeps_the_text(view: DiffView, qapp: object) -> None:
    theme = Theme(qapp)  # type: ignore[arg-type]
    view.show_diff(spans_of("one two", "one three"))
    before = view.shown_text()
    theme.choose(Appearance.DARK)
    assert colours().dark
    assert view.shown_text() == before
    theme.choose(Appearance.LIGHT)


def test_that_changed_words_are_counted() -> None:
    assert words_changed(spans_of("Count the words in it.", "Count all the words.")) == (1, 2)


def test_that_a_gap_stands_between_what_has_gone_and_what_has_come(view: DiffView) -> None:
    view.show_diff([DiffSpan("delete", "colour"), DiffSpan("insert", "color"), DiffSpan("equal", " it")])
    assert texts(view)["Difference"] == "colour\u2009color it"
    assert view.shown_text() == "colourcolor it"


def test_that_long_passages_that_are_the_same_can_be_folded_and_say_how_many_words_that_is(view: DiffView) -> None:
    same = " ".join(f"word{n}" for n in range(100))
    view.show_diff(spans_of(f"Old beginning. {same} Old end.", f"New beginning. {same} New end."))
    assert view.can_fold
    whole = view.shown_text()
    assert "word50" in whole
    view.set_folded(True)
    folded = view.shown_text()
    assert "word50" not in folded
    assert "words the same" in folded
    assert all(word in folded for word in ("Old", "New", "word0", "word99"))
    view.set_side_by_side(True)
    assert "words the same" in texts(view)["Before"]
    view.set_folded(False)
    assert texts(view)["Before"] == f"Old beginning. {same} Old end."
    view.show_diff(spans_of(same, same))
    assert not view.can_fold, "without a difference there would be nothing left to read"
