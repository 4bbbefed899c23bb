"""The Compare page: the matrix, the pair, filters and thumbs; scored by the real engine on the bundled model."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.data.tasks import load_task, task_fingerprint
from core.domain.comparison import CellKey, ComparisonCell, ComparisonSpec, Contestant
from core.domain.prompt import Prompt
from core.domain.runspec import ModelRef, Role
from core.domain.scoring import Verdict
from core.engine.connection import engine_command
from core.paths import sample_tasks
from core.store import comparisons
from desktop.app import Whet
from desktop.colours import colours
from desktop.models.compare_tables import REPLIES, RIGHT, TONE, WRONG, Show
from desktop.pages.compare.page import ComparePage
from desktop.pages.names import COMPARE

Opened = Callable[..., Whet]


@pytest.fixture
def sample() -> Path:
    return next(folder for folder in sample_tasks() if folder.name == "order-number")


def opened(open_whet: Opened, qtbot: QtBot, engine: list[str]) -> tuple[Whet, ComparePage]:
    whet = open_whet(engine=engine)
    whet.window.show_page(COMPARE)
    page = whet.window.compare
    for model in (page.matrix, page.pair.rows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    page.choice.choose_task("order-number")
    qtbot.waitUntil(lambda: page.choice.prompts.count() >= 2)
    return whet, page


def compared(page: ComparePage, qtbot: QtBot) -> None:
    page.choice._rows.setValue(32)
    page.start()
    qtbot.waitUntil(lambda: not page.model.working and page.model.contrast is not None, timeout=120_000)


def test_that_an_empty_page_says_what_to_do_and_nothing_chosen_cannot_be_compared(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet, page = opened(open_whet, qtbot, silent)
    assert page._stack.currentIndex() == 0
    assert page.can_start
    for place in range(page.choice.prompts.count()):
        page.choice.prompts.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert not page.can_start
    assert not whet.window.actions_["compare"].isEnabled()


def test_that_a_prompt_of_one_s_own_is_added_once(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    _, page = opened(open_whet, qtbot, silent)
    before = page.choice.prompts.count()
    for _ in range(2):
        page.choice.field.show_contestant(None)
        page.choice.field.editor.setPlainText("Copy <b>it</b>.")
        page.choice.field.add.click()
    assert page.choice.prompts.count() == before + 1
    choice = page.choice.choice
    assert choice is not None
    assert choice.prompts[-1].prompt.text == "Copy <b>it</b>."


def test_that_seeds_count_only_above_temperature_zero(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    _, page = opened(open_whet, qtbot, silent)
    assert not page.choice._seeds.isEnabled()
    page.choice._temperature.setValue(0.7)
    page.choice._seeds.setValue(3)
    choice = page.choice.choice
    assert choice is not None
    assert (choice.seeds, choice.temperature) == ((1, 2, 3), 0.7)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_prompts_are_scored_weighed_filtered_and_judged_by_the_real_engine(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet, page = opened(open_whet, qtbot, engine_command())
    compared(page, qtbot)
    contrast = page.model.contrast
    assert contrast is not None
    assert contrast.wins + contrast.ties + contrast.losses == 32
    assert page.pair.bar.counts == (contrast.wins, contrast.ties, contrast.losses)
    assert page.matrix.rowCount() == page.choice.prompts.count()
    scores = [page.matrix.index(row, 0).data() for row in range(page.matrix.rowCount())]
    assert sum("★" in score for score in scores) >= 1
    assert page.pair.rows.rowCount() == 32
    _only_differences(page)
    _thumbs(page, qtbot)
    _reopened(whet, page, qtbot)
    assert QApplication.activeModalWidget() is None


def _only_differences(page: ComparePage) -> None:
    box = page.pair.show_box
    box.setCurrentIndex(box.findData(Show.DIFFERENT.value))
    shown = page.pair.rows.rows
    assert 0 < len(shown) <= 32
    assert all(item.verdicts[0].extracted != item.verdicts[1].extracted for item in shown)
    first = [page.pair.rows.index(0, column).data()[0] for column in (3, 4)]
    assert set(first) <= {RIGHT, WRONG}
    box.setCurrentIndex(box.findData(Show.FAILED.value))
    assert all(min(verdict.score for verdict in item.verdicts) < 1 for item in page.pair.rows.rows)


def _thumbs(page: ComparePage, qtbot: QtBot) -> None:
    page.pair.thumbs.setChecked(True)
    qtbot.waitUntil(lambda: page.model.contrast is not None)
    assert "No row has a thumb" in page.pair.sentence.text()
    page.pair.view.selectRow(0)
    page.pair.replies[0].thumbs._down.click()
    page.pair.replies[1].thumbs._up.click()
    qtbot.waitUntil(lambda: page.model.contrast is not None and page.model.contrast.wins == 1)
    assert "▼" in page.pair.rows.index(0, 3).data()


def _reopened(whet: Whet, page: ComparePage, qtbot: QtBot) -> None:
    cells, thumbs = dict(page.model.cells), dict(page.model.thumbs)
    assert whet.workspace.folder is not None
    (file,) = comparisons.listed(whet.workspace.folder)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    page.model.close()
    assert page._stack.currentIndex() == 0
    page.model.open(file)
    qtbot.waitUntil(lambda: page.model.cells == cells)
    assert page.model.thumbs == thumbs
    qtbot.waitUntil(lambda: page.model.contrast is not None)
    page.model.pair(CellKey(1, 0, 0), CellKey(0, 0, 0))
    qtbot.waitUntil(lambda: page.model.contrast is not None and page.model.contrast.losses == 1)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_that_stopping_keeps_the_cells_that_are_there(open_whet: Opened, qtbot: QtBot) -> None:
    whet, page = opened(open_whet, qtbot, engine_command())
    page.choice.add_own("Copy the order number.")
    page.start()
    qtbot.waitUntil(lambda: len(page.model.cells) >= 1, timeout=120_000)
    page.model.stop()
    qtbot.waitUntil(lambda: not page.model.working)
    assert whet.workspace.folder is not None
    (file,) = comparisons.listed(whet.workspace.folder)
    assert {cell.key for cell in comparisons.read(file).cells} == set(page.model.cells)
    assert page.can_start
    assert not whet.window.banner.isVisible()


def test_that_an_engine_that_cannot_be_started_is_said_and_the_page_can_be_used_again(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet, page = opened(open_whet, qtbot, ["/there/is/no/engine"])
    page.start()
    qtbot.waitUntil(lambda: not page.model.working)
    assert whet.window.banner.isVisible()
    assert page.can_start


def test_that_a_kept_comparison_is_shown_without_the_engine_and_another_workspace_empties_the_page(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path
) -> None:
    whet, page = opened(open_whet, qtbot, silent)
    task = load_task(sample)
    prompts = (Contestant("first", Prompt("one")), Contestant("second", Prompt("two")))
    spec = ComparisonSpec(task.name, task_fingerprint(task), prompts, (ModelRef("made up", "0" * 64),), rows=2)
    assert whet.workspace.folder is not None
    file = whet.workspace.folder / comparisons.FOLDER / "made-up.jsonl"
    comparisons.begin(file, spec)
    for place in (0, 1):
        verdicts = tuple(Verdict(row.row, float(place), f"reply {place}", "x") for row in task.validation[:2])
        comparisons.add(file, ComparisonCell(CellKey(place, 0, 0), float(place), 0.0, 1.0, verdicts))
    page.model.open(file)
    qtbot.waitUntil(lambda: page.pair.rows.rowCount() == 2)
    assert page.matrix.index(1, 0).data().startswith("B  100.0 ★")
    assert page.pair.rows.index(0, 1).data()
    qtbot.waitUntil(lambda: page.model.contrast is not None)
    assert "points" in page.pair.sentence.text(), "weighing waits for no engine"
    page.pair.show_box.setCurrentIndex(page.pair.show_box.findData(Show.FAILED.value))
    page.pair.thumbs.setChecked(True)
    page.pair.view.selectRow(0)
    page.pair.replies[0].thumbs._down.click()
    page.pair.replies[1].thumbs._up.click()
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    page.model.prompts, page.model.models = (), ()  # ahead of what the matrix has announced
    assert page.matrix.headerData(0, Qt.Orientation.Horizontal) == "made up"
    assert "100.0" in page.matrix.index(1, 0).data()
    assert page.matrix.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    page.model.close()
    assert page._stack.currentIndex() == 0
    assert (page.matrix.rowCount(), page.pair.rows.rowCount()) == (0, 0)


def test_that_what_cannot_be_weighed_says_why_instead_of_weighing_for_ever(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path
) -> None:
    whet, page = opened(open_whet, qtbot, silent)
    task = load_task(sample)
    prompts = (Contestant("first", Prompt("one")), Contestant("second", Prompt("two")))
    assert whet.workspace.folder is not None
    for name, fingerprint in (("gone", "1" * 64), ("torn", task_fingerprint(task))):
        spec = ComparisonSpec(task.name, fingerprint, prompts, (ModelRef("made up", "0" * 64),), rows=2)
        file = whet.workspace.folder / comparisons.FOLDER / f"{name}.jsonl"
        comparisons.begin(file, spec)
        for place in (0, 1):
            verdicts = tuple(Verdict(row.row, float(place), "reply", "x") for row in task.validation[: 2 - place])
            comparisons.add(file, ComparisonCell(CellKey(place, 0, 0), float(place), 0.0, 1.0, verdicts))
        page.model.open(file)
        qtbot.waitUntil(lambda file=file: page.model.file == file and len(page.model.cells) == 2)
        qtbot.waitUntil(lambda: not whet.workspace.busy)
        assert page.pair.sentence.text() != "Comparing …", name
    assert page.model.weighing is False


def test_that_a_metric_that_asks_a_judge_wants_one_chosen_before_anything_is_compared(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    _, page = opened(open_whet, qtbot, silent)
    assert not page.choice.helpers.isVisible()
    file = tmp_path / "workspace" / "tasks" / "order-number" / "task.toml"
    file.write_text(file.read_text().replace('metric = "exact_match"', 'metric = "judge"'))
    page.choice._offer_again()
    qtbot.waitUntil(page.choice.helpers.judge.isVisible)
    assert not page.choice.helpers.embedder.isVisible()
    assert not page.can_start
    page.choice.helpers.judge.setCurrentIndex(1)
    assert page.can_start
    assert page.choice.choice is not None
    assert page.choice.choice.helpers == {Role.JUDGE: page.choice.helpers.judge.currentData()}


def test_that_all_combinations_are_held_against_a_together_and_reported(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path, tmp_path: Path
) -> None:
    whet, page = opened(open_whet, qtbot, silent)
    QAbstractItemModelTester(page.together.held, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    task = load_task(sample)
    rows = task.validation[:40]
    prompts = tuple(Contestant(name, Prompt(name)) for name in ("poor", "good", "poor again"))
    spec = ComparisonSpec(task.name, task_fingerprint(task), prompts, (ModelRef("made up", "0" * 64),), rows=40)
    assert whet.workspace.folder is not None
    file = whet.workspace.folder / comparisons.FOLDER / "made-up.jsonl"
    comparisons.begin(file, spec)
    for place, right in enumerate((4, 36, 5)):
        verdicts = tuple(Verdict(row.row, float(n < right), "x", "x") for n, row in enumerate(rows))
        comparisons.add(file, ComparisonCell(CellKey(place, 0, 0), right / 40, 0.0, 1.0, verdicts))
    page.model.open(file)
    qtbot.waitUntil(lambda: len(page.model.cells) == 3)
    assert not page.together.isVisible()
    page.all_of_them.button.click()
    qtbot.waitUntil(lambda: page.together.held.rowCount() == 3)
    assert [item.verdict for item in page.together.held.rows] == ["reference", "better", "may be chance"]
    page.together.save(tmp_path / "page.html")
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert "poor again" in (tmp_path / "page.html").read_text()


def test_that_a_grid_of_10_000_rows_and_12_combinations_scrolls_and_is_filtered_smoothly(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)  # without testers of the models, which look at every row
    whet.window.show_page(COMPARE)
    page = whet.window.compare
    model, rows = page.model, 10_000
    model.prompts = tuple(Contestant(f"prompt {n}", Prompt(f"text {n}")) for n in range(4))
    model.models = ("one", "two", "three")
    for place, key in enumerate(model.keys):
        verdicts = tuple(Verdict(r, float(r % (place + 2) > 0), f"reply {r}", "x") for r in range(rows))
        model.cells[key] = ComparisonCell(key, 0.5 + place / 100, 0.4, 0.6, verdicts)
    model.before, model.after = model.keys[0], model.keys[11]
    model.changed.emit()
    grid, view = page.pair.rows, page.pair.view
    assert (grid.rowCount(), grid.columnCount()) == (rows, REPLIES + 12)
    assert grid.headerData(REPLIES, Qt.Orientation.Horizontal).startswith("A: ")
    assert grid.index(0, REPLIES).data(TONE) == "bad"
    assert grid.index(1, REPLIES).data(TONE) == "good"
    cell = view.visualRect(grid.index(1, REPLIES))
    drawn = view.viewport().grab(cell).toImage().pixelColor(cell.width() // 2, 1)
    assert drawn == QColor(colours().good_soft), "the ground is seen, not only known"
    longest = 0.0
    for place in range(12):
        began = time.process_time()
        view.verticalScrollBar().setValue(place * view.verticalScrollBar().maximum() // 12)
        view.horizontalScrollBar().setValue(place * view.horizontalScrollBar().maximum() // 12)
        view.viewport().grab()
        longest = max(longest, time.process_time() - began)
    assert longest < 0.1, "a frame of the grid"
    for show in (Show.WORSE, Show.FAILED, Show.DIFFERENT):
        began = time.process_time()
        page.pair.show_box.setCurrentIndex(page.pair.show_box.findData(show.value))
        assert time.process_time() - began < 0.5
        assert 0 < grid.rowCount() < rows


def test_that_the_pair_is_one_s_own_against_the_best_until_the_person_chooses(
    open_whet: Opened, silent: list[str], qtbot: QtBot, sample: Path
) -> None:
    whet, page = opened(open_whet, qtbot, silent)
    task = load_task(sample)
    prompts = tuple(Contestant(name, Prompt(name)) for name in ("own", "middling", "best"))
    spec = ComparisonSpec(task.name, task_fingerprint(task), prompts, (ModelRef("made up", "0" * 64),), rows=2)
    assert whet.workspace.folder is not None
    file = whet.workspace.folder / comparisons.FOLDER / "made-up.jsonl"
    comparisons.begin(file, spec)
    for place, value in enumerate((0.0, 0.5, 1.0)):
        verdicts = tuple(Verdict(row.row, value, "reply", "x") for row in task.validation[:2])
        comparisons.add(file, ComparisonCell(CellKey(place, 0, 0), value, 0.0, 1.0, verdicts))
    page.model.open(file)
    qtbot.waitUntil(lambda: page.model.contrast is not None)
    assert (page.model.before, page.model.after) == (CellKey(0, 0, 0), CellKey(2, 0, 0))
    page.pair.view.setCurrentIndex(page.pair.rows.index(0, REPLIES + 2))
    assert "50" in page.pair.replies[1]._name.text(), "another column is read in the place of B"


def test_that_a_button_that_does_nothing_says_why(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    _, page = opened(open_whet, qtbot, silent)
    assert page.obstacle == ""
    for place in range(page.choice.prompts.count()):
        page.choice.prompts.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert page._phase.isVisible()
    assert page._phase.text() == page._start.toolTip() == page.obstacle != ""
