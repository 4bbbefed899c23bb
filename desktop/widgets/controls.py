"""Fields and tabs that keep their manners in a page that scrolls: the wheel passes over them, lists show every entry.

Everything whose value the wheel could turn is made of these (a test reads the sources), because Qt's own take the
wheel, and with it the focus, from a hand that only wants to scroll.
"""

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QTabBar, QTabWidget, QTimeEdit, QWidget

from desktop.widgets.spin import calm

_MOST = 16
"""Entries of a list before it is scrolled."""


class ChoiceBox(QComboBox):
    """One entry of several; its list cuts none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        calm(self)
        self.setMaxVisibleItems(_MOST)

    def showPopup(self) -> None:
        """Qt: open the list. Qt measures the entries and forgets the stylesheet's padding around them."""
        super().showPopup()
        self._make_room()

    def _make_room(self) -> None:
        view, popup = self.view(), self.view().window()
        shown = min(self.count(), self.maxVisibleItems())
        lacking = sum(view.sizeHintForRow(row) for row in range(shown)) - view.viewport().height()
        narrow = view.sizeHintForColumn(self.modelColumn()) - view.viewport().width()
        if popup is self.window() or max(lacking, narrow) <= 0:
            return
        room, place = self.screen().availableGeometry(), popup.geometry()
        place.setHeight(min(place.height() + max(lacking, 0), room.height()))
        place.setWidth(min(place.width() + max(narrow, 0), room.width()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveRight(min(place.right(), room.right()))
        popup.setGeometry(place)


class WholeBox(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        calm(self)


class RealBox(QDoubleSpinBox):
    """A number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        calm(self)


class ClockBox(QTimeEdit):
    """A time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        calm(self)


class TabStrip(QTabBar):
    """Tabs without pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        calm(self)


class Tabs(QTabWidget):
    """Tabs with their pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabStrip(self))
