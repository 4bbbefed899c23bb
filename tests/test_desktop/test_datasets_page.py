"""The Datasets page in a real window: rows changed, undone, saved, judged, mended, divided, imported."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.data.looking import read_rows
from core.domain.example import Split
from core.paths import sample_tasks
from core.store.workspace import open_workspace
from desktop.app import Whet
from desktop.models.example_table import Only, RowFilter
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.names import DATASETS

Opened = Callable[..., Whet]

ROWS = [
    *((f"question {i}", "even" if i % 2 == 0 else "odd", "train" if i % 3 else "validation") for i in range(30)),
    ("Twice?", "odd", "train"),
    ("twice?", "odd", "train"),
    ("Leaks?", "odd", "train"),
    ("Leaks?", "odd", "validation"),
    ("Sealed?", "odd", "train"),
    ("Sealed?", "odd", "test"),
    ("Which?", "odd", "train"),
    ("Which?", "even", "train"),
]  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace" / "tasks" / "own"
    open_workspace(tmp_path / "workspace", create=True).close()
    folder.mkdir(parents=True)
    (folder / "task.toml").write_text(
        '[data]\nfile = "data.jsonl"\nsplit = "split"\nvariables = ["note"]\n[answer]\nkind = "label"\n'
    )
    lines = [json.dumps({"input": q, "answer": a, "note": "n", "split": s}) for q, a, s in ROWS]
    (folder / "data.jsonl").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture
def whet(own: Path, open_whet: Opened, silent: list[str], qtbot: QtBot) -> Whet:
    whet = open_whet(engine=silent)
    whet.window.show_page(DATASETS)
    whet.window.datasets.choose(own.name)
    qtbot.waitUntil(lambda: whet.window.datasets.data.health is not None)
    QAbstractItemModelTester(
        whet.window.datasets.model, QAbstractItemModelTester.FailureReportingMode.Fatal, whet.window.datasets.model
    )
    QAbstractItemModelTester(
        whet.window.datasets.findings.findings,
        QAbstractItemModelTester.FailureReportingMode.Fatal,
        whet.window.datasets.model,
    )
    return whet


@pytest.fixture
def page(whet: Whet) -> DatasetsPage:
    return whet.window.datasets


def saved(page: DatasetsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.data.saving and not page._context.workspace.busy)


def type_into(text: QPlainTextEdit, words: str) -> None:
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, words)


def test_that_a_typed_change_is_saved_when_the_field_is_left_and_undo_brings_the_old_words_back(
    page: DatasetsPage, whet: Whet, own: Path, qtbot: QtBot
) -> None:
    before = read_rows(own).rows
    page.view.selectRow(0)
    type_into(page.row_part.editor._input, "changed words")
    page.row_part.editor._answers.setFocus()
    page.row_part.editor.commit()
    saved(page, qtbot)
    assert read_rows(own).rows[0].example.input == "changed words"
    assert page.model.index(0, 2).data() == "changed words"
    whet.window.actions_["undo"].trigger()
    saved(page, qtbot)
    assert read_rows(own).rows == before
    whet.window.actions_["redo"].trigger()
    saved(page, qtbot)
    assert read_rows(own).rows[0].example.input == "changed words"
    assert page.row_part.editor._input.toPlainText() == "changed words"


def test_that_choosing_another_row_saves_what_was_typed_into_the_last_one(
    page: DatasetsPage, own: Path, qtbot: QtBot
) -> None:
    page.view.selectRow(0)
    type_into(page.row_part.editor._answers, "seven")
    page.view.selectRow(1)
    saved(page, qtbot)
    assert read_rows(own).rows[0].example.answers == ("seven",)
    assert page.row_part.editor._input.toPlainText() == "question 1"


def test_that_an_empty_input_is_not_saved_and_said(page: DatasetsPage, own: Path, qtbot: QtBot) -> None:
    before = read_rows(own).rows
    page.view.selectRow(0)
    page.row_part.editor._input.clear()
    page.row_part.editor.commit()
    saved(page, qtbot)
    assert read_rows(own).rows == before
    assert "the input is empty" in page.row_part.editor._problem.text()


def test_that_an_answer_can_be_typed_into_its_cell(page: DatasetsPage, own: Path, qtbot: QtBot) -> None:
    chosen = QPersistentModelIndex(page.model.index(3, 0))
    assert page.model.setData(page.model.index(3, 3), "a | b")
    saved(page, qtbot)
    assert read_rows(own).rows[3].example.answers == ("a", "b")
    assert chosen.row() == 3


def test_that_rows_are_added_removed_and_brought_back(page: DatasetsPage, own: Path, qtbot: QtBot) -> None:
    before = read_rows(own).rows
    page.begin_row()
    page.row_part.editor._input.setPlainText("new question")
    page.row_part.editor._answers.setPlainText("odd")
    page.row_part.editor.commit()
    saved(page, qtbot)
    assert read_rows(own).rows[-1].example.input == "new question"
    assert page.selected == [len(ROWS) + 1]
    page.remove_selected()
    page.view.selectRow(0)
    page.remove_selected()
    saved(page, qtbot)
    assert read_rows(own).rows == before[1:]
    for _ in range(3):
        page.undo()
    saved(page, qtbot)
    assert read_rows(own).rows == before


def test_that_findings_are_shown_and_mended_and_the_mending_can_be_undone(
    page: DatasetsPage, own: Path, qtbot: QtBot
) -> None:
    before = read_rows(own).rows
    assert sorted(finding.trouble for finding in page.findings.findings.rows) == [
        "contradiction", "duplicate", "leak", "leak"
    ]  # fmt: skip
    assert "(4)" in page.tabs.tabText(1)
    page.findings.mend_all.click()
    saved(page, qtbot)
    qtbot.waitUntil(lambda: len(page.findings.findings.rows) == 1)
    assert page.findings.findings.rows[0].trouble == "contradiction"
    assert len(before) - len(read_rows(own).rows) == 3
    page.undo()
    saved(page, qtbot)
    assert read_rows(own).rows == before


def test_that_a_chosen_finding_shows_its_rows_and_all_rows_come_back(page: DatasetsPage, qtbot: QtBot) -> None:
    page.filters.show_found(frozenset({31, 32}))
    assert [row.example.row for row in page.model.rows] == [31, 32]
    page.filters.only.setCurrentIndex(0)
    assert page.model.rowCount() == page.model.total


def test_that_rows_move_between_splits_and_sealing_hides_them_until_undone(
    page: DatasetsPage, own: Path, qtbot: QtBot
) -> None:
    page.view.selectRow(0)
    page.move_selected(Split.TRAIN)
    saved(page, qtbot)
    assert read_rows(own).rows[0].split is Split.TRAIN
    total, sealed = page.model.total, page.data.sealed
    page.view.selectRow(0)
    page.move_selected(Split.TEST)
    saved(page, qtbot)
    assert (page.model.total, page.data.sealed, read_rows(own).sealed) == (total - 1, sealed + 1, sealed + 1)
    page.undo()
    saved(page, qtbot)
    assert (page.model.total, page.data.sealed) == (total, sealed)


def test_that_dividing_anew_changes_train_and_validation_in_one_step(
    page: DatasetsPage, own: Path, qtbot: QtBot
) -> None:
    before = read_rows(own).rows
    real = round(100 * sum(row.split is Split.VALIDATION for row in before) / len(before))
    assert page.splits._share.value() == real, "the control begins with what the task has"
    page.splits._share.setValue(20)
    page.splits._divide.click()
    qtbot.waitUntil(lambda: page.data.undo.count() == 1)
    saved(page, qtbot)
    after = read_rows(own).rows
    assert [row.example for row in after] == [row.example for row in before]
    assert abs(sum(row.split is Split.VALIDATION for row in after) / len(after) - 0.2) < 0.06
    assert str(round(0.2 * len(before))) in page.splits._would.text()
    page.undo()
    saved(page, qtbot)
    assert read_rows(own).rows == before


def test_that_thumbs_and_critiques_are_kept_in_the_workspace_and_follow_a_changed_row(
    page: DatasetsPage, whet: Whet, qtbot: QtBot
) -> None:
    page.view.selectRow(2)
    page.row_part.thumbs._down.click()
    page.row_part.thumbs._why.setText("wrong <b>label</b>")
    page.row_part.thumbs._why.editingFinished.emit()
    page.row_part.editor._input.setPlainText("other words")
    page.row_part.editor.commit()
    saved(page, qtbot)
    page.data.open(page.data.folder)
    qtbot.waitUntil(lambda: page.data.health is not None)
    page.model.look_for(RowFilter(only=Only.BAD))
    assert [row.example.input for row in page.model.rows] == ["other words"]
    assert page.data.review(page.model.rows[0]).critique == "wrong <b>label</b>"
    assert page.model.index(0, 4).data() == "▼ …"


def test_that_a_file_changed_by_somebody_else_is_not_overwritten_and_the_page_reads_it_again(
    page: DatasetsPage, whet: Whet, own: Path, qtbot: QtBot
) -> None:
    text = (own / "data.jsonl").read_text().replace("question 0", "by somebody else")
    (own / "data.jsonl").write_text(text)
    page.view.selectRow(0)
    page.row_part.editor._input.setPlainText("mine")
    page.row_part.editor.commit()
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert "no longer what it was" in whet.window.banner.notice.what
    qtbot.waitUntil(lambda: page.model.total > 0)
    assert page.model.index(0, 2).data() == "by somebody else"
    assert (own / "data.jsonl").read_text() == text


def test_that_a_task_whose_data_is_gone_says_so_and_the_window_stands(
    page: DatasetsPage, own: Path, qtbot: QtBot
) -> None:
    (own / "data.jsonl").unlink()
    page.data.open(own)
    qtbot.waitUntil(lambda: "There is no file" in page._notes.text())
    assert page.model.total == 0
    assert not page.row_part._add.isEnabled()


def test_that_a_sample_is_copied_before_it_can_be_changed(page: DatasetsPage, whet: Whet, qtbot: QtBot) -> None:
    present = {place.name for place in whet.workspace.tasks if not place.sample}
    name = next(folder.name for folder in sample_tasks() if folder.name not in present)
    page.choose(name)
    qtbot.waitUntil(lambda: page.model.total > 0)
    assert not page.data.editable
    page.hint.button.click()
    qtbot.waitUntil(lambda: page.data.editable)
    assert page.data.folder == whet.workspace.folder / "tasks" / name


def test_that_charts_count_what_is_shown(page: DatasetsPage) -> None:
    bars = {bar.name: bar.height for bar in page.charts.labels.bars}
    assert sum(bars.values()) == page.model.total
    assert sum(bar.height for bar in page.charts.inputs.bars) == page.model.total
    assert page.charts.labels.accessibleDescription()


def test_that_the_clipboard_becomes_a_task_with_the_columns_that_were_left_checked(
    page: DatasetsPage, whet: Whet, own: Path, qtbot: QtBot
) -> None:
    rows = "".join(f"is {i} odd?\t{'odd' if i % 2 else 'even'}\ten\tx{i}\n" for i in range(60))
    QGuiApplication.clipboard().setText("question\tanswer\tlang\tjunk\n" + rows + "no answer\t\ten\tx\n")
    whet.window.actions_["paste_data"].trigger()
    form = page.form
    qtbot.waitUntil(form._create.isEnabled)
    assert [error.row for error in form.preview.errors.rows] == [62]
    items = {form._variables.item(i).text(): form._variables.item(i) for i in range(form._variables.count())}
    items["junk"].setCheckState(Qt.CheckState.Unchecked)
    form._template.setText("{{lang}}: {{input}} {{junk}}")
    qtbot.waitUntil(lambda: "“junk”" in form._problems.text())
    form._template.setText("{{lang}}: {{input}}")
    form._name.setText("pasted")
    seen_first: list[int] = []
    form.created.connect(lambda _: seen_first.append(page.model.total))
    form.make_task()
    qtbot.waitUntil(lambda: page.data.folder is not None and page.data.folder.name == "pasted")
    qtbot.waitUntil(lambda: page.model.total > 0)
    made = read_rows(own.parent / "pasted")
    assert made.variables == ("lang",)
    assert made.template == "{{lang}}: {{input}}"
    assert seen_first == [0], "the rows of the task before are not shown as those of the new one"


def test_that_an_empty_clipboard_is_said(page: DatasetsPage) -> None:
    QGuiApplication.clipboard().clear()
    page.form.paste()
    assert "no text in the clipboard" in page.form._problems.text()


@contextmanager
def ticking(what: Callable[[], object]) -> Iterator[None]:
    """Do something whenever the window has time for it."""
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(what)
    timer.start()
    yield
    timer.stop()


def test_that_the_window_works_while_100_000_rows_are_read_and_shows_the_last_of_them(
    own: Path, open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    big = own.parent / "big"
    shutil.copytree(own, big)
    lines = [
        json.dumps({"input": f"question {i} " + "word " * (i % 30), "answer": "ab"[i % 2], "note": "", "split": s})
        for i in range(100_000)
        for s in [("train", "validation")[i % 2]]
    ]
    (big / "data.jsonl").write_text("\n".join(lines))
    whet = open_whet(engine=silent)
    whet.window.show_page(DATASETS)
    page = whet.window.datasets
    beats = []
    with ticking(lambda: beats.append(page.model.total)):
        page.choose("big")
        qtbot.waitUntil(lambda: page.model.total == 100_000, timeout=60_000)
    assert beats.count(0) > 10, "the rows are read and prepared beside the window"
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.view.indexAt(page.view.viewport().rect().bottomLeft()).row() == 99_999
    page.model.set_filter("question 99999", None)
    assert page.model.rowCount() == 1
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: page.data.health is not None, timeout=120_000)


@pytest.mark.timeout(120)
def test_that_an_import_of_100_000_rows_is_cancelled_half_way_and_leaves_nothing(
    page: DatasetsPage, whet: Whet, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "many.csv"
    file.write_text("input,answer\n" + "".join(f"What is number {n}?,{n % 7}\n" for n in range(100_000)))
    page.show_import()
    form = page.form
    form.read(str(file))
    qtbot.waitUntil(form._create.isEnabled)
    assert whet.workspace.folder is not None
    tasks = whet.workspace.folder / "tasks"
    before = sorted(tasks.iterdir())
    QTest.mouseClick(form._create, Qt.MouseButton.LeftButton)
    assert form._back.text() == "Cancel"
    qtbot.wait(300)
    assert whet.workspace.busy, "it is half-way"
    QTest.mouseClick(form._back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert sorted(tasks.iterdir()) == before
    assert form.isVisible()
    assert "no task was made" in form._problems.text()
    QTest.mouseClick(form._create, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (tasks / "many" / "task.toml").exists() and not form.isVisible())
    assert form._back.text() == "Back"


def test_that_a_task_that_was_being_written_when_the_machine_went_down_is_not_listed(
    page: DatasetsPage, whet: Whet, own: Path, qtbot: QtBot
) -> None:
    shutil.copytree(own, own.with_name(".half.partial-1234"))
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert [place.name for place in whet.workspace.tasks if place.name.startswith(".")] == []
