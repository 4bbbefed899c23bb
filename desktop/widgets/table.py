"""Tables that look and behave alike: rows are selected, columns stay where one drags them, long cells end in “…”."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QByteArray, QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyleOptionHeader,
    QTableView,
)

from desktop.typography import Type, font
from desktop.widgets.context_menu import entry, offer

WHOLE = int(Qt.ItemDataRole.UserRole) + 7
"""Role of the text that a cell stands for; what is shown may be its first line."""

translate = QCoreApplication.translate

_PADDING = 10
_BESIDE_TITLE = 6
_BY_HAND = "columns set by hand"


class _Header(QHeaderView):
    """Titles that end in “…” where there is no room. Qt elides them, too, but knows nothing of the stylesheet's
    distances and font."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Qt: how a title is drawn."""
        super().initStyleOptionForIndex(option, logicalIndex)
        title = font(Type.CAPTION)
        title.setWeight(QFont.Weight.DemiBold)
        room = self.sectionSize(logicalIndex) - 2 * _BESIDE_TITLE
        option.text = QFontMetrics(title).elidedText(option.text, Qt.TextElideMode.ElideRight, room)


def table(model: QAbstractItemModel, name: str, *, stretch: int, sortable: bool = True) -> QTableView:
    """A table of rows; the column `stretch` takes the room that is left."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
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
    header = _Header(view)
    view.setHorizontalHeader(header)
    header.setHighlightSections(False)
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setMinimumSectionSize(40)
    header.setSectionsMovable(True)
    view.viewport().installEventFilter(_Legible(view))
    stretch_columns(view, stretch)
    header.sectionResized.connect(lambda *_: _note_hand(view, sure=False))
    header.sectionMoved.connect(lambda *_: _note_hand(view, sure=view.isVisible()))
    offer(view, partial(_offer_copying, view))
    if sortable:
        view.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    return view


def _offer_copying(view: QTableView, menu: QMenu, at: QPoint) -> None:
    """In every table: copy what a cell stands for, whole, or its row. A row that is not selected is, then."""
    index = view.indexAt(at)
    if not index.isValid():
        return
    if not view.selectionModel().isSelected(index):
        scrolls = view.hasAutoScroll()
        view.setAutoScroll(False)  # the place under the pointer stays under it
        view.setCurrentIndex(index)
        view.setAutoScroll(scrolls)
    entry(menu, translate("Table", "Copy"), partial(_copy, _whole(index)))
    order = map(view.horizontalHeader().logicalIndex, range(view.model().columnCount()))
    cells = [index.siblingAtColumn(place) for place in order]
    shown = [cell for cell in cells if not view.isColumnHidden(cell.column())]
    entry(menu, translate("Table", "Copy the row"), partial(_copy, "\t".join(_in_a_line(cell) for cell in shown)))


def _whole(index: QModelIndex) -> str:
    """The text of a cell before it was shortened to a line, where the model has it."""
    return str(index.data(WHOLE) or index.data() or "")


def _in_a_line(index: QModelIndex) -> str:
    return " ".join(_whole(index).split())


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


LEGIBLE = 150
"""Pixels of a stretched column at least: some twenty letters. Where there are fewer, the table scrolls sideways."""

_STRETCHED = "stretched columns"


class _Legible(QObject):
    """Gives the columns of a table their room again whenever the table has another width."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the table was resized."""
        if event.type() is QEvent.Type.Resize:
            give_room(self._view)
        return False


def stretch_columns(view: QTableView, *columns: int) -> None:
    """These columns share the room that is left, and are never crushed."""
    view.setProperty(_STRETCHED, list(columns))
    give_room(view)


def give_room(view: QTableView) -> None:
    """Stretch what is to be stretched, as long as that leaves enough to read. Columns set by hand stay."""
    header = view.horizontalHeader()
    wanted = [place for place in view.property(_STRETCHED) or () if place < header.count()]
    shown = [place for place in wanted if not header.isSectionHidden(place)]
    if has_own_columns(view) or not shown:
        return
    others = sum(header.sectionSize(place) for place in range(header.count()) if place not in shown)
    room = (view.viewport().width() - others) // len(shown)
    mode = QHeaderView.ResizeMode.Stretch if room >= LEGIBLE else QHeaderView.ResizeMode.Interactive
    for place in shown:
        if header.sectionResizeMode(place) is not mode:
            header.setSectionResizeMode(place, mode)
        if mode is QHeaderView.ResizeMode.Interactive:
            view.setColumnWidth(place, LEGIBLE)


def has_own_columns(view: QTableView) -> bool:
    """Whether a person has set the width or the place of a column by hand."""
    return bool(view.property(_BY_HAND))


def take_columns(view: QTableView, state: QByteArray) -> None:
    """Columns as a person had them; nothing happens if the table has other columns now."""
    kept = QTableView()
    kept.setModel(view.model())
    if (
        kept.horizontalHeader().restoreState(state)
        and kept.horizontalHeader().count() == view.horizontalHeader().count()
    ):
        view.horizontalHeader().restoreState(state)
        view.setProperty(_BY_HAND, 1)
    kept.deleteLater()


def _note_hand(view: QTableView, *, sure: bool) -> None:
    """Columns get other widths by the window, too, but other places only by hand, once they are seen."""
    if sure or QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        view.setProperty(_BY_HAND, 1)


def fit_columns(view: QTableView, *, stretch: int, widest: int = 220) -> None:
    """Make columns as wide as their titles and first rows need, up to a limit. Those that a person has set stay."""
    if has_own_columns(view):
        return
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
        most = width if _is_number(model, column) else widest  # a number that is cut is another number
        view.setColumnWidth(column, min(width, most) + 2 * _PADDING)
    give_room(view)


def _is_number(model: QAbstractItemModel, column: int) -> bool:
    aligned = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    return aligned is not None and bool(int(aligned) & int(Qt.AlignmentFlag.AlignRight))
