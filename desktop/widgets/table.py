"""Tables that look and behave alike: rows are selected, columns keep their place, long cells end in “…”."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

_PADDING = 10


class _PlainDelegate(QStyledItemDelegate):
    """Draws cells without the frame around the one with the focus: the whole row is marked."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Qt: how a cell is drawn."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


def table(model: QAbstractItemModel, name: str, *, stretch: int, sortable: bool = True) -> QTableView:
    """A table of rows; the column `stretch` takes the room that is left."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setItemDelegate(_PlainDelegate(view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + _PADDING)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(40)
    if sortable:
        view.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    return view


def fit_columns(view: QTableView, *, stretch: int, widest: int = 220) -> None:
    """Make columns as wide as their titles and first rows need, up to a limit."""
    model = view.model()
    bold = view.font()
    bold.setBold(True)  # as titles and the row of the best are
    metrics = QFontMetrics(bold)
    for column in range(model.columnCount()):
        if column == stretch:
            continue
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        texts = (str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), 60)))
        width = max((metrics.horizontalAdvance(text) for text in (title, *texts)), default=0)
        view.setColumnWidth(column, min(width, widest) + 2 * _PADDING)
