"""The table of a dataset's rows: filtered in the model, drawn only where it is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from core.data.looking import PlacedExample
from core.domain.example import Split
from core.store.index import ReviewEntry
from core.store.row_edits import RowChange
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel, Index

DatasetRow = PlacedExample
"""An example with the split it belongs to. Sealed rows never become one."""

translate = QCoreApplication.translate

_ANSWER = 3
_EDIT = int(Qt.ItemDataRole.EditRole)


class Only(StrEnum):
    """Which rows are shown beside text and split."""

    ALL = "all"
    GOOD = "good"
    BAD = "bad"
    CRITIQUE = "critique"
    FOUND = "found"
    THESE = "these"


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What rows are looked for: text in any case, a split, a judgement, or just these row numbers."""

    text: str = ""
    split: Split | None = None
    only: Only = Only.ALL
    rows: frozenset[int] = frozenset()


def split_name(split: Split) -> str:
    """The split in a person's words."""
    if split is Split.TRAIN:
        return translate("ExampleTable", "Train")
    if split is Split.VALIDATION:
        return translate("ExampleTable", "Validation")
    return translate("ExampleTable", "Sealed test")


def haystack(row: DatasetRow) -> str:
    """What a search looks in."""
    return "\n".join((row.example.input, *row.example.answers)).casefold()


def review_id(row: DatasetRow) -> str:
    """The name under which a judgement of this row is kept: by its content."""
    return f"row:{row.example.key}"


class ExampleTableModel(ColumnModel[DatasetRow]):
    """Rows of a dataset; 100,000 of them are filtered in a few hundredths of a second.

    `typed` carries a row and the answer that a person typed into its cell.
    """

    typed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        self.reviews: dict[str, ReviewEntry] = {}
        self.marked: frozenset[int] = frozenset()
        self.editable = False
        super().__init__(self._made_columns(), parent)
        self._all: dict[int, DatasetRow] = {}
        self._haystacks: dict[int, str] = {}
        self._wanted = RowFilter()

    @property
    def total(self) -> int:
        """Rows before filtering."""
        return len(self._all)

    @property
    def everything(self) -> Sequence[DatasetRow]:
        """Every row, shown or not, by number."""
        return list(self._all.values())

    def numbered(self, row: int) -> DatasetRow | None:
        """The row of this number, shown or not."""
        return self._all.get(row)

    def set_dataset(self, rows: Sequence[DatasetRow]) -> None:
        """Show another dataset, with the same filter."""
        self.take_dataset({row.example.row: row for row in rows}, {})

    def take_dataset(self, rows: dict[int, DatasetRow], haystacks: dict[int, str]) -> None:
        """As `set_dataset`, with what somebody has made beside the window's thread, by row number. Both are kept, not
        copied."""
        self._all, self._haystacks = rows, haystacks
        self._show()

    def set_filter(self, text: str, split: Split | None) -> None:
        """Show only rows of this split (`None`: of all) whose input or answer contains the text, in any case."""
        self.look_for(RowFilter(text, split))

    def look_for(self, wanted: RowFilter) -> None:
        """Show only what is wanted."""
        self._wanted = wanted
        self._show()

    def change(self, changes: Sequence[RowChange]) -> None:
        """Show rows as they are after these changes. A selection stays with its row where nothing comes or goes."""
        shown = {row.example.row: place for place, row in enumerate(self._rows)}
        moved = any(change.before is None or change.after is None for change in changes)
        for change in changes:
            self._haystacks.pop(change.row, None)
            if change.after is None or change.after.split is Split.TEST:
                self._all.pop(change.row, None)
                moved = True
            else:
                self._all[change.row] = change.after
        if moved:
            self._all = dict(sorted(self._all.items()))
            self._show()
            return
        for change in changes:
            place = shown.get(change.row)
            if place is not None and change.after is not None:
                self._rows[place] = change.after
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def review_changed(self, row: DatasetRow) -> None:
        """Draw the judgement of a row anew."""
        for place, shown in enumerate(self._rows):
            if shown is row:
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: answers can be typed into where the task may be changed."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if self.editable and index.column() == _ANSWER else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: as the columns say; an editor begins with the whole answer."""
        if role == _EDIT and index.column() == _ANSWER:
            row = self.row_at(index)
            return " | ".join(row.example.answers) if row is not None else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: somebody typed an answer. It is announced, and shown once it has become a change."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or row is None or not self.editable:
            return False
        self.typed.emit(row, str(value))
        return True

    def _show(self) -> None:
        tests = self._tests()
        rows = list(self._all.values())
        for test in tests:
            rows = [row for row in rows if test(row)]
        self.set_rows(rows)

    def _tests(self) -> list[Callable[[DatasetRow], bool]]:
        wanted, tests = self._wanted, list[Callable[[DatasetRow], bool]]()
        if wanted.rows:
            tests.append(lambda row: row.example.row in wanted.rows)
        if wanted.split is not None:
            tests.append(lambda row: row.split is wanted.split)
        if wanted.only is Only.FOUND:
            tests.append(lambda row: row.example.row in self.marked)
        elif wanted.only in {Only.GOOD, Only.BAD, Only.CRITIQUE}:
            tests.append(self._judged)
        text = wanted.text.strip().casefold()
        if text:
            tests.append(lambda row: text in self._haystack(row))
        return tests

    def _judged(self, row: DatasetRow) -> bool:
        review = self._review(row)
        if review is None:
            return False
        if self._wanted.only is Only.CRITIQUE:
            return bool(review.critique)
        return review.thumb == (1 if self._wanted.only is Only.GOOD else -1)

    def _review(self, row: DatasetRow) -> ReviewEntry | None:
        return self.reviews.get(review_id(row)) if self.reviews else None

    def _haystack(self, row: DatasetRow) -> str:
        found = self._haystacks.get(row.example.row)
        if found is None:
            found = self._haystacks[row.example.row] = haystack(row)
        return found

    def _thumb(self, row: DatasetRow) -> str:
        review = self._review(row)
        if review is None:
            return ""
        sign = {1: "▲", -1: "▼"}.get(review.thumb, "")
        return f"{sign} …" if review.critique else sign

    def _made_columns(self) -> tuple[Column[DatasetRow], ...]:
        return (
            Column(
                self.tr("Row"),
                lambda row: str(row.example.row),
                lambda row: row.example.row,
                numeric=True,
            ),
            Column(self.tr("Split"), lambda row: split_name(row.split)),
            Column(
                self.tr("Input"),
                lambda row: one_line(row.example.input, 400),
                tip=lambda row: row.example.input,
            ),
            Column(
                self.tr("Expected answer"),
                lambda row: one_line(" | ".join(row.example.answers), 200),
                tip=lambda row: "\n".join(row.example.answers),
            ),
            Column(
                self.tr("Rating"),
                self._thumb,
                tip=lambda row: getattr(self._review(row), "critique", ""),
                about=self.tr("Your thumb, up ▲ or down ▼, and … where you wrote a critique"),
            ),
        )
