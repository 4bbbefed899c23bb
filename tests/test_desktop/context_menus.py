"""The menus of right clicks, as tests read them."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from desktop.widgets.context_menu import menu_of


def made_menu(widget: QWidget, at: QPoint) -> QMenu:
    """What a right click there would show."""
    menu = menu_of(widget)
    assert menu is not None, f"{widget.accessibleName()} has no menu"
    return menu.made(at)


def entries(menu: QMenu) -> dict[str, QAction]:
    """Its entries by their words."""
    return {action.text().replace("&", ""): action for action in menu.actions() if not action.isSeparator()}


def on_cell(view: QTableView, row: int, column: int) -> dict[str, QAction]:
    """The entries for a cell of a table."""
    return entries(made_menu(view, view.visualRect(view.model().index(row, column)).center()))
