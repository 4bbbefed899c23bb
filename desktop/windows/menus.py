"""What a right click offers: deeds for a candidate in the tree and in the table, and for an entry of the history."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from desktop.windows.dragging import Dragging
from desktop.windows.main_window import MainWindow

Fill = Callable[[QMenu], None]

_OF_CANDIDATE = (
    ("copy_selected", "edit_prompt", "try_prompt"),
    ("branch", "branch_form"),
)
_AGAINST = ("seed", "best", "parent")


class Menus(QObject):
    """The menus hold the window's own actions, so what cannot be done now is grey there, too."""

    def __init__(self, window: MainWindow, dragging: Dragging) -> None:
        super().__init__(window)
        self._window = window
        self._dragging = dragging
        run, runs = window.run, window.runs
        self._offer(run.tree.view, self._candidate, self._go_to_node)
        self._offer(run.overview.table, self._candidate, partial(_go_to_row, run.overview.table))
        self._offer(runs.view, self._entry, partial(_go_to_row, runs.view))
        run.tree.view.paired.connect(self._compare_with)

    def candidate_menu(self) -> QMenu:
        """For the selected candidate."""
        return self._made(self._window.run, self._candidate)

    def entry_menu(self) -> QMenu:
        """For the selected entries of the history."""
        return self._made(self._window.runs, self._entry)

    def _offer(self, widget: QWidget, fill: Fill, before: Callable[[QPoint], bool]) -> None:
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        if isinstance(widget, QTableView):
            widget.customContextMenuRequested.disconnect()  # what every table offers is less than this
        widget.customContextMenuRequested.connect(lambda at: self._open(widget, fill, before, at))

    def _open(self, widget: QWidget, fill: Fill, before: Callable[[QPoint], bool], at: QPoint) -> None:
        if before(at):
            self._made(widget, fill).popup(widget.mapToGlobal(at))

    def _made(self, owner: QWidget, fill: Fill) -> QMenu:
        menu = QMenu(owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        return menu

    def _candidate(self, menu: QMenu) -> None:
        actions, run = self._window.actions_, self._window.run
        titles = {
            "seed": self.tr("Compare with your prompt"),
            "best": self.tr("Compare with the best"),
            "parent": self.tr("Compare with its parent"),
        }
        for group in _OF_CANDIDATE:
            menu.addActions([actions[name] for name in group])
            menu.addSeparator()
        _add(menu, self.tr("Put it into Compare"), self._dragging.add_selected)
        for against in _AGAINST:
            _add(menu, titles[against], partial(self._compare_with, against))
        menu.addSeparator()
        _add(menu, self.tr("Fold or unfold what came of it"), run.tree.fold_selected)
        menu.addAction(actions["export"])

    def _entry(self, menu: QMenu) -> None:
        runs = self._window.runs
        for button in runs.deeds:
            _add(menu, button.text(), button.click).setEnabled(button.isEnabled() and not button.isHidden())
        menu.addSeparator()
        menu.addActions([runs.compare_deed, runs.reveal_deed])

    def _compare_with(self, against: str) -> None:
        """Show the difference to your prompt, the best, the parent, or a candidate."""
        detail = self._window.run.detail
        detail.diff.choose(against)
        detail.tabs.setCurrentWidget(detail.diff)

    def _go_to_node(self, at: QPoint) -> bool:
        run = self._window.run
        there = run.tree.view.candidate_at(at) or run.selected
        if there:
            run.select(there)
        return bool(there)


def _go_to_row(view: QAbstractItemView, at: QPoint) -> bool:
    """A right click on a row that is not selected selects it; the others stay if it is."""
    index = view.indexAt(at)
    if index.isValid() and not view.selectionModel().isSelected(index):
        view.setCurrentIndex(index)
    return index.isValid()


def _add(menu: QMenu, words: str, deed: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _=False: deed())
    return action
