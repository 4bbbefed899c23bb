"""Row by row: what the selected prompt got right and wrong, what it fixed and broke, and the raw replies."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QWidget

from core.domain.example import Example, Split
from core.domain.scoring import Verdict
from core.report.compare import compare
from core.state import Node, RunState
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, give_room, table
from desktop.widgets.text_block import TextBlock

ALL, FIXED, BROKEN, WRONG = "all", "fixed", "broken", "wrong"

_INPUT, _BEFORE = 2, 5
_ROOMY = 480
"""Pixels of width from which on both answers stand in the table."""

Rows = dict[tuple[Split, int], Example]


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One row of the dataset with the selected prompt's answer, and the other prompt's where it was asked too."""

    row: int
    input: str
    expected: str
    change: str
    before: Verdict | None
    after: Verdict


class ExamplesTab(QWidget):
    """A list of rows with a filter, and the raw replies of the selected one. `chosen` carries its number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[AnsweredRow] = []
        self._shown_id = self._other = ""
        self._filter = ChoiceBox()
        self._filter.setAccessibleName(self.tr("Rows to show"))
        self._filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name in (ALL, FIXED, BROKEN, WRONG):
            self._filter.addItem("", name)
        self._filter.currentIndexChanged.connect(lambda _: self._show_rows())
        self._against = label(kind="caption")
        self._model = ColumnModel(self._columns(), self)
        self.view = table(self._model, self.tr("Rows and answers"), stretch=_INPUT)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self._asked = TextBlock(self.tr("Input and expected answer"), self.tr("Select a row to read the raw replies."))
        self._before = TextBlock(self.tr("Raw reply before"))
        self._reply = TextBlock(self.tr("Raw reply"))
        self._before_title, self._after_title = label(kind="caption"), label(kind="caption")
        bar = row(self._filter, self._against, 1, space=Space.M)
        bar.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.view)
        self._replies = self._made_replies()
        self._replies.hide()
        halves.addWidget(self._replies)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        self.setLayout(column(bar, halves, space=Space.XS))

    def show_node(self, state: RunState, node: Node | None, other: Node | None, rows: Rows) -> None:
        """Show a candidate's answers beside those of another one."""
        chosen = self._chosen_row()
        self._shown_id = node.candidate.id if node is not None else ""
        self._other = other.candidate.id if other is not None else ""
        self._all = answered(state, node, other, rows)
        text = self.tr("compared with {id}").format(id=other.candidate.id) if other is not None else ""
        self._against.setText(text)
        self._name_filters()
        self._show_rows()
        self._spare()
        fit_columns(self.view, stretch=_INPUT, widest=84)
        place = self._model.index_of(lambda item: item.row == chosen)
        if place.isValid():
            self.view.selectRow(place.row())
        else:
            self._reply.show_text("")
            self._replies.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, the earlier answer is read below the table."""
        super().resizeEvent(event)
        self._spare()

    def _spare(self) -> None:
        self.view.setColumnHidden(_BEFORE, not self._other or self.width() < _ROOMY)
        give_room(self.view)

    def choose(self, name: str) -> None:
        """Show only these rows: "all", "fixed", "broken", "wrong"."""
        self._filter.setCurrentIndex(self._filter.findData(name))

    def go_to(self, row: int) -> None:
        """Read the answers on a row of the dataset; every row is shown if the filter hides it."""
        if all(item.row != row for item in self.shown):
            self.choose(ALL)
        place = self._model.index_of(lambda item: item.row == row)
        if place.isValid():
            self.view.selectRow(place.row())
            self.view.scrollTo(place)

    def select_first(self) -> None:
        """Read the first row."""
        self.view.selectRow(0)

    def row_at(self, at: QPoint) -> int | None:
        """Number of the row of the dataset that is drawn here in the table."""
        item = self._model.row_at(self.view.indexAt(at))
        return item.row if item is not None else None

    @property
    def shown(self) -> list[AnsweredRow]:
        """The rows on screen."""
        return list(self._model.rows)

    def _columns(self) -> tuple[Column[AnsweredRow], ...]:
        changes = {FIXED: self.tr("fixed"), BROKEN: self.tr("broken"), "": ""}
        return (
            Column(self.tr("Row"), lambda item: str(item.row), lambda item: item.row, numeric=True),
            Column(
                self.tr("Result"),
                lambda item: f"{_mark(item.after)} {changes[item.change]}",
                lambda item: (item.change, item.after.score),
            ),
            Column(self.tr("Input"), lambda item: one_line(item.input), tip=lambda item: item.input),
            Column(self.tr("Expected"), lambda item: one_line(item.expected, 60), tip=lambda item: item.expected),
            Column(self.tr("Answer"), lambda item: _answer(item.after), tip=lambda item: item.after.output),
            Column(
                self.tr("Before"),
                lambda item: _answer(item.before),
                tip=lambda item: item.before.output if item.before is not None else "",
            ),
        )

    def _made_replies(self) -> QWidget:
        """What was asked, and below it both raw replies side by side."""
        for title in (self._before_title, self._after_title):
            title.setContentsMargins(Space.S, 0, Space.S, 0)
        self._old = QWidget()
        self._old.setLayout(column(self._before_title, self._before, space=0))
        pair = row(self._old, column(self._after_title, self._reply, space=0), space=Space.S)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        box = column(self._asked, space=Space.XS)
        box.addLayout(pair, 3)
        box.setStretch(0, 2)
        part = QWidget()
        part.setLayout(box)
        self._old.hide()
        return part

    def _name_filters(self) -> None:
        titles = {
            ALL: self.tr("All rows: {n}"),
            FIXED: self.tr("Fixed: {n}"),
            BROKEN: self.tr("Broken: {n}"),
            WRONG: self.tr("Wrong: {n}"),
        }
        for number in range(self._filter.count()):
            name = self._filter.itemData(number)
            self._filter.setItemText(number, titles[name].format(n=len(self._wanted(name))))

    def _wanted(self, name: str) -> list[AnsweredRow]:
        if name == WRONG:
            return [item for item in self._all if item.after.score < 1.0]
        return self._all if name == ALL else [item for item in self._all if item.change == name]

    def _show_rows(self) -> None:
        self._model.set_rows(self._wanted(str(self._filter.currentData())))
        self._replies.setVisible(self.view.selectionModel().hasSelection())

    def _chosen_row(self) -> int:
        item = self._model.row_at(self.view.currentIndex())
        return item.row if item is not None else -1

    def _on_selection(self, selected: QItemSelection, _: QItemSelection) -> None:
        places = selected.indexes()
        item = self._model.row_at(places[0]) if places else None
        if item is None:
            return
        self._replies.show()
        self.chosen.emit(item.row)
        expected = [self.tr("Expected: {answer}").format(answer=item.expected)] if item.expected else []
        self._asked.show_text("\n".join([*expected, item.input]))
        self._old.setVisible(item.before is not None)
        if item.before is not None:
            self._before.show_text(item.before.output)
            self._before_title.setText(self._reply_title(self.tr("{id} replied"), self._other, item.before))
        self._reply.show_text(item.after.output)
        self._after_title.setText(self._reply_title(self.tr("{id} replied"), self._shown_id, item.after))

    def _reply_title(self, words: str, id_: str, verdict: Verdict) -> str:
        return f"{_mark(verdict)} {words.format(id=id_)}{_reason(verdict)}"


def answered(state: RunState, node: Node | None, other: Node | None, rows: Rows) -> list[AnsweredRow]:
    """A candidate's rows: those it shares with the other one, or all of the split it was judged on."""
    if node is None:
        return []
    if other is not None:
        found = compare(state, other.candidate.id, node.candidate.id)
        changes = {flip.row: FIXED for flip in found.fixed} | {flip.row: BROKEN for flip in found.broken}
        flips = sorted((*found.fixed, *found.broken, *found.same_right, *found.same_wrong), key=lambda flip: flip.row)
        if flips:
            return [_row(rows, found.split, changes.get(flip.row, ""), flip.before, flip.after) for flip in flips]
    split = node.card.split if node.card is not None else next(iter(node.verdicts), Split.TRAIN)
    return [_row(rows, split, "", None, verdict) for _, verdict in sorted(node.verdicts.get(split, {}).items())]


def _row(rows: Rows, split: Split, change: str, before: Verdict | None, after: Verdict) -> AnsweredRow:
    example = rows.get((split, after.row))
    expected = " | ".join(example.answers) if example is not None else ""
    return AnsweredRow(after.row, example.input if example is not None else "", expected, change, before, after)


def _mark(verdict: Verdict) -> str:
    return "✓" if verdict.score >= 1.0 else "✗" if verdict.score <= 0.0 else f"{verdict.score:.2f}"


def _answer(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    return one_line(verdict.extracted, 60) if verdict.extracted is not None else "–"


def _reason(verdict: Verdict) -> str:
    return f" ({verdict.reason})" if verdict.reason else ""
