"""Which columns a list shows: chosen by a right click on its head, remembered, and fewer where there is little room."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView

from desktop.settings import Settings
from desktop.widgets.table import give_room


class ColumnsMenu(QObject):
    """`always` are columns that cannot be hidden."""

    def __init__(self, view: QTableView, settings: Settings, *, always: Collection[int]) -> None:
        super().__init__(view)
        self._view = view
        self._settings = settings
        self._always = always
        self._spared: set[int] = set()
        self._left_out: set[int] = set()
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open)
        self.show_columns()

    @property
    def hidden(self) -> set[int]:
        """What the person does not want to see."""
        return set(self._settings.history_hidden) - set(self._always)

    def spare(self, places: Collection[int]) -> None:
        """Leave these columns out for want of room, and show the others again."""
        if set(places) != self._spared:
            self._spared = set(places)
            self.show_columns()

    def leave_out(self, place: int, *, when: bool) -> None:
        """A column that means nothing at the moment."""
        (self._left_out.add if when else self._left_out.discard)(place)
        self.show_columns()

    def show_columns(self) -> None:
        """Show what is wanted, as far as there is room."""
        gone = self.hidden | self._left_out | self._spared
        for place in range(self._view.model().columnCount()):
            self._view.setColumnHidden(place, place in gone)
        give_room(self._view)

    def menu(self) -> QMenu:
        """A tick for each column."""
        made = QMenu(self._view)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model = self._view.model()
        for place in range(model.columnCount()):
            if place in self._always or place in self._left_out:
                continue
            action = made.addAction(str(model.headerData(place, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(place not in self.hidden)
            action.toggled.connect(partial(self.choose, place))
        return made

    def choose(self, place: int, wanted: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        """Show a column, or not."""
        self._settings.history_hidden = sorted(self.hidden - {place} if wanted else self.hidden | {place})
        self.show_columns()

    def _open(self, at: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(at))
