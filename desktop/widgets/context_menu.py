"""What a right click, or the menu key, offers on a part of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

Fill = Callable[[QMenu, QPoint], object]
"""Puts entries into a menu for a place, in the coordinates of what is drawn."""


class ContextMenu(QObject):
    """The menu of one widget. Whoever knows more of what it shows adds a group of entries; a menu without any is not
    shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._fills: list[Fill] = []
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(self._open)

    def add(self, fill: Fill) -> None:
        """A group below the others."""
        self._fills.append(fill)

    def made(self, at: QPoint) -> QMenu:
        """The menu for a place, without showing it."""
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for fill in self._fills:
            fill(menu, at)
            menu.addSeparator()  # Qt draws none at the ends, and one where several follow each other
        return menu

    def _open(self, at: QPoint) -> None:
        menu, area = self.made(at), self._widget
        if all(action.isSeparator() for action in menu.actions()):
            menu.deleteLater()
            return
        drawn = area.viewport() if isinstance(area, QAbstractScrollArea) else area
        menu.popup(drawn.mapToGlobal(at))


def menu_of(widget: QWidget) -> ContextMenu | None:
    """The menu of a widget, if it has one."""
    return next((child for child in widget.children() if isinstance(child, ContextMenu)), None)


def offer(widget: QWidget, fill: Fill) -> None:
    """Add a group to the menu of a widget, which has one from now on."""
    (menu_of(widget) or ContextMenu(widget)).add(fill)


def entry(menu: QMenu, words: str, deed: Callable[[], object], *, when: bool = True) -> QAction:
    """One entry; `when` says whether it can be chosen now."""
    action = menu.addAction(words)
    action.triggered.connect(lambda _=False: deed())
    action.setEnabled(when)
    return action
