"""A button with further deeds, for which a row has no room."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class MoreButton(QToolButton):
    """Opens a menu; each of its deeds can be switched off where it would do nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deed")
        self.setProperty("menu", "arrow")
        self.setText(self.tr("More"))
        self.setAccessibleName(self.text())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)

    def add(self, words: str, tip: str, deed: Callable[[], object]) -> QAction:
        """Add a deed."""
        action = self._menu.addAction(words)
        action.setToolTip(tip)
        action.triggered.connect(lambda _=False: deed())
        return action
