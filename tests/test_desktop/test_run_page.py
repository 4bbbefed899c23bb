"""The page of a run, on logs of runs that never took place."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.domain.candidate import Candidate
from core.domain.prompt import Prompt
from core.events import CandidateProposed, Event, RunEnded
from core.state import fold
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.pages.export_file import write
from desktop.pages.names import RUN
from desktop.pages.run.examples_tab import BROKEN, FIXED, WRONG, answered
from desktop.pages.run.page import RunPage

Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]
Opened = Callable[..., Whet]

NASTY = "<h1>Count</h1> & say <img src=x onerror=alert(1)> \u202egnp.exe {{input}}"


def shown(whet: Whet, folder: RunFolder, qtbot: QtBot) -> RunPage:
    page = whet.window.run
    page.open(folder)
    whet.window.show_page(RUN)
    qtbot.waitUntil(lambda: bool(page.model.state.events) and not page._reading and not whet.workspace.busy)
    return page


@pytest.fixture
def whet(open_whet: Opened, silent: list[str]) -> Whet:
    return open_whet(engine=silent)


def test_that_a_run_of_300_candidates_is_shown(whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> None:
    page = shown(whet, stored_run(made_up_run(rounds=37, rows=16)), qtbot)
    assert len(page.model.state.nodes) == 297
    assert page.overview.model.rowCount() == 297
    assert len(page.overview.curve.points) == 297
    assert page.selected == page.model.state.best == page.tree.view.selection
    assert not page.grab().isNull()


def test_that_tree_curve_and_table_agree_on_what_is_selected(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = shown(whet, stored_run(made_up_run()), qtbot)
    page.tree.view.selected.emit("c7")
    assert page.detail.node is page.model.state.nodes["c7"]
    assert page.overview.model.id_at(page.overview.table.currentIndex().row()) == "c7"
    page.overview.table.selectRow(3)
    assert page.tree.view.selection == page.selected == page.overview.model.id_at(3)


def test_that_the_difference_is_held_against_parent_seed_or_any_other(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = shown(whet, stored_run(made_up_run()), qtbot)
    state, diff = page.model.state, page.detail.diff
    page.select("c20")
    others = []
    for choice in ("parent", "seed", "best", "c3"):
        diff.choose(choice)
        other = diff.other()
        assert other is not None
        others.append(other.candidate.id)
        kept = "".join(span.text for span in diff.view.spans if span.kind in {"equal", "insert", "moved_to"})
        assert kept == state.nodes["c20"].candidate.prompt.text
    assert others == [state.nodes["c20"].candidate.parents[0], "c0", state.best, "c3"]


def test_that_fixed_and_broken_rows_are_listed(made_up_run: Made) -> None:
    state = fold(made_up_run())
    node = state.nodes["c20"]
    parent = state.nodes[node.candidate.parents[0]]
    rows = answered(state, node, parent, {})
    assert len(rows) == 48
    for row in rows:
        assert row.before is not None
        gained = row.after.score - row.before.score
        assert row.change == (FIXED if gained > 0 else BROKEN if gained < 0 else "")


def test_that_rows_can_be_filtered_and_their_raw_replies_read(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = shown(whet, stored_run(made_up_run()), qtbot)
    page.select("c20")
    page.detail.tabs.setCurrentWidget(page.detail.examples)
    examples = page.detail.examples
    everything = len(examples.shown)
    examples.choose(WRONG)
    assert 0 < len(examples.shown) < everything
    assert all(row.after.score < 1 for row in examples.shown)
    examples.select_first()
    assert examples.shown[0].after.output in examples._reply.toPlainText()


def test_that_the_optimizer_s_replies_and_the_method_s_notes_are_shown(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = shown(whet, stored_run(made_up_run()), qtbot)
    page.select("c20")
    page.detail.tabs.setCurrentWidget(page.detail.origin)
    origin = page.detail.origin
    assert page.model.state.nodes["c20"].candidate.prompt.text in origin._replies.toPlainText()
    assert "budget words" in origin._notes.toPlainText()
    assert "duplicate" in origin._notes.toPlainText()


def test_that_html_in_a_prompt_is_text_everywhere(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = [
        CandidateProposed(replace(event.candidate, prompt=Prompt(NASTY)))
        if isinstance(event, CandidateProposed) and event.candidate.id == "c5"
        else event
        for event in made_up_run()
    ]
    page = shown(whet, stored_run(events), qtbot)
    page.select("c5")
    assert page.detail.text.toPlainText() == NASTY
    assert NASTY in page.detail.diff.view.shown_text() or page.detail.diff.view.spans
    assert "<h1>" not in page.tree.view._tip("c5").replace("&lt;h1>", "")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel) if label.text())


def test_that_the_selected_prompt_is_copied_byte_for_byte(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    page = shown(whet, stored_run(made_up_run()), qtbot)
    page.select("c5")
    page.detail.copy()
    assert QApplication.clipboard().text() == page.model.state.nodes["c5"].candidate.prompt.text


@pytest.mark.parametrize("form", ["text", "json"])
def test_that_the_best_prompt_is_exported_as_it_was_scored(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot, form: str
) -> None:
    folder = stored_run(made_up_run())
    page = shown(whet, folder, qtbot)
    target = folder.path / "out"
    state = page.model.state
    write(whet.errors, (folder, state), state.best, target, form)
    best = page.model.state.nodes[page.model.state.best].candidate.prompt.text
    text = target.read_text() if form == "text" else json.loads(target.read_text())["prompt"]["text"]
    assert text == best


def test_that_an_interrupted_run_offers_to_resume_and_a_finished_one_to_certify(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    actions = whet.window.actions_
    shown(whet, stored_run(made_up_run(ended=False)), qtbot)
    assert actions["resume"].isEnabled()
    assert not actions["certify"].isEnabled()
    shown(whet, stored_run(made_up_run(), "2026-11-20-1500-gpo-made-up-0002"), qtbot)
    assert not actions["resume"].isEnabled()
    assert actions["certify"].isEnabled()


def test_that_a_damaged_log_is_a_sentence_and_the_window_stands(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    folder = stored_run(made_up_run())
    lines = folder.log_path.read_bytes().splitlines(keepends=True)
    folder.log_path.write_bytes(b"".join([*lines[:9], b'{"event":"Nonsense"}\n', *lines[10:]]))
    whet.window.run.open(folder)
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert "Line 10" in whet.window.banner.notice.what


def test_that_a_log_with_an_unknown_candidate_cut_short_is_still_shown(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    folder = stored_run(made_up_run(ended=False))
    with folder.log_path.open("ab") as log:
        log.write(b'{"event":"CandidatePro')
    page = shown(whet, folder, qtbot)
    assert page.model.outcome == "interrupted"


def test_that_an_ending_is_written_for_a_writer_that_was_killed(made_up_run: Made, stored_run: Stored) -> None:
    events = made_up_run(ended=False)
    folder = stored_run(events)
    with folder.log_path.open("ab") as log:
        log.write(b'{"event":"BlockSco')
    folder.write_ending(RunEnded("cancelled"))
    folder.write_ending(RunEnded("failed"))
    found = folder.read_events()
    assert found.events == (*events, RunEnded("cancelled"))
    assert found.damaged_tail is None


def test_that_a_log_that_has_not_begun_gets_no_ending(made_up_run: Made, stored_run: Stored) -> None:
    folder = stored_run(made_up_run(rounds=1))
    folder.log_path.write_bytes(b"")
    folder.write_ending(RunEnded("cancelled"))
    assert folder.log_path.read_bytes() == b""


def test_that_a_candidate_without_text_is_shown(
    whet: Whet, made_up_run: Made, stored_run: Stored, qtbot: QtBot
) -> None:
    events = made_up_run(rounds=1, ended=False)
    events.append(CandidateProposed(Candidate("c99", Prompt(""), ("c1", "c2"), "merge", 1)))
    page = shown(whet, stored_run(events), qtbot)
    page.select("c99")
    assert page.detail.text.toPlainText() == ""
    for number in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(number)
