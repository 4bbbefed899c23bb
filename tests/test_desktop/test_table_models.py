"""Tables of candidates, rows and runs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.domain.example import Example, Split
from core.events import Event
from core.state import fold
from core.store.runs import RunStatus, RunSummary
from desktop.models.candidate_table import CandidateTableModel
from desktop.models.columns import Column, ColumnModel, as_plain_tip
from desktop.models.example_table import DatasetRow, ExampleTableModel
from desktop.models.run_list import RunListModel

Made = Callable[..., list[Event]]


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def text(model: QAbstractItemModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_that_candidates_can_be_added_changed_and_sorted(made_up_run: Made) -> None:
    model = CandidateTableModel()
    watched(model)
    events = made_up_run(rounds=3)
    model.update_nodes(fold(events[:40]).nodes.values())
    state = fold(events)
    model.set_split(Split.VALIDATION)
    model.set_best(state.best)
    model.update_nodes(state.nodes.values())
    assert model.rowCount() == len(state.nodes)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert text(model, 0, 0) == f"★ {state.best}"
    scores = [float(text(model, row, 1)) for row in range(model.rowCount())]
    assert scores == sorted(scores, reverse=True)


def test_that_new_candidates_are_inserted_without_a_reset(made_up_run: Made) -> None:
    model = CandidateTableModel()
    watched(model)
    state = fold(made_up_run(rounds=2))
    nodes = list(state.nodes.values())
    model.update_nodes(nodes[:5])
    chosen = QPersistentModelIndex(model.index(3, 0))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.update_nodes(nodes)
    assert (resets, chosen.row(), model.rowCount()) == ([], 3, len(nodes))


def test_that_a_selection_stays_with_its_row_when_the_table_is_sorted(made_up_run: Made) -> None:
    model = CandidateTableModel()
    watched(model)
    model.update_nodes(fold(made_up_run(rounds=2)).nodes.values())
    chosen = QPersistentModelIndex(model.index(4, 0))
    before = chosen.data()
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert chosen.data() == before


def rows(n: int) -> list[DatasetRow]:
    return [
        DatasetRow(Split.TRAIN if i % 3 else Split.VALIDATION, Example(i, f"Sentence number {i}", (f"answer {i % 7}",)))
        for i in range(1, n + 1)
    ]


def test_that_100_000_rows_are_shown_and_searched() -> None:
    model = ExampleTableModel()
    model.set_dataset(rows(100_000))
    assert model.rowCount() == 100_000
    model.set_filter("NUMBER 99999", None)
    assert [row.example.row for row in model.rows] == [99_999]
    model.set_filter("", Split.VALIDATION)
    assert model.rowCount() == 33_333


def test_that_the_dataset_table_keeps_qt_s_rules() -> None:
    model = ExampleTableModel()
    watched(model)
    model.set_dataset(rows(50))
    model.set_filter("answer 3", Split.TRAIN)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    numbers = [int(text(model, row, 0)) for row in range(model.rowCount())]
    assert numbers == sorted(numbers, reverse=True)
    assert all(number % 7 == 3 for number in numbers)


def test_that_the_list_of_runs_keeps_qt_s_rules_and_names_states_in_words() -> None:
    model = RunListModel()
    watched(model)
    model.set_rows(
        [
            RunSummary(
                "2026-11-20-1432-gpo-words-0001", RunStatus.INTERRUPTED, "words", "gpo", "interim", 0.1, 0.9, 99
            ),
            RunSummary("nonsense", RunStatus.DAMAGED, problem="spec.json cannot be read."),
        ]
    )
    assert (text(model, 0, 4), text(model, 1, 4)) == ("Interrupted", "Damaged")
    assert (text(model, 0, 6), text(model, 1, 6)) == ("90.0", "–")


@pytest.mark.parametrize("cell", ["<b>bold</b>", "a & b", "<script>alert(1)</script>"])
def test_that_html_in_a_cell_is_text_in_its_tooltip(cell: str) -> None:
    model: ColumnModel[str] = ColumnModel((Column("Text", str, tip=str),))
    watched(model)
    model.set_rows([cell])
    assert model.index(0, 0).data() == cell
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert tip == as_plain_tip(cell)
    assert cell not in tip
