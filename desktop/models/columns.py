"""Tables with named columns over a list of rows: the part that every table model of the window shares."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.tips import as_plain_tip

Role, Side = Qt.ItemDataRole, Qt.AlignmentFlag

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_DISPLAY, _TIP, _ALIGN = map(int, (Role.DisplayRole, Role.ToolTipRole, Role.TextAlignmentRole))
WHOLE = int(Role.UserRole) + 7
"""Role of the whole text of a cell of which a line is shown (`desktop.widgets.table`)."""

_ANSWERED = frozenset((_DISPLAY, _TIP, _ALIGN, WHOLE))
"""Qt asks for seven things about every cell in every frame; the others are refused at once."""

_LEFT, _RIGHT = (int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Side.AlignLeft, Side.AlignRight))


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its title, the text it shows, what it is sorted by, and its long text for the tooltip.

    `numeric` columns are aligned to the right; `about` explains the title.
    """

    title: str
    text: Callable[[Row], str]
    key: Callable[[Row], Any] | None = None
    tip: Callable[[Row], str] | None = None
    numeric: bool = False
    about: str = ""


class ColumnModel(QAbstractTableModel, Generic[Row]):
    """A read-only table of rows. Nothing is computed for rows that are not on screen."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Row] = []
        self._sorted_by: int | None = None
        self._descending = False

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return self._rows

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns, without rows yet."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._rows = []
        self._sorted_by = None
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = self._in_order(list(rows))
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, `None` if it has none."""
        number = index.row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def index_of(self, wanted: Callable[[Row], bool]) -> QModelIndex:
        """The first cell of the first row that is wanted; invalid if there is none."""
        for number, row in enumerate(self._rows):
            if wanted(row):
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Qt: the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a cell shows."""
        row = self.row_at(index) if role in _ANSWERED else None
        if row is None:
            return None
        column = self._columns[index.column()]
        if role == _DISPLAY:
            return column.text(row)
        if role == _ALIGN:
            return _RIGHT if column.numeric else _LEFT
        if role == WHOLE:
            return column.tip(row) if column.tip is not None else column.text(row)
        return as_plain_tip(column.tip(row)) or None if column.tip is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == _DISPLAY:
            return self._columns[section].title
        if role == _TIP:
            return self._columns[section].about or None
        if role == _ALIGN:
            return _RIGHT if self._columns[section].numeric else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt: sort by a column; a negative one restores the order in which the rows came."""
        self._sorted_by = column if 0 <= column < len(self._columns) else None
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.sort_again()

    def sort_again(self) -> None:
        """Put the rows in order after they have changed; selections stay with their rows."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._rows[index.row()] for index in before]
        self._rows = self._in_order(self._rows)
        places = {id(row): number for number, row in enumerate(self._rows)}
        after = [self.index(places[id(row)], index.column()) for row, index in zip(held, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self, rows: list[Row]) -> list[Row]:
        if self._sorted_by is None:
            return rows
        column = self._columns[self._sorted_by]
        return sorted(rows, key=column.key or column.text, reverse=self._descending)
