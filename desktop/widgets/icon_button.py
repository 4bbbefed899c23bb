"""A button with a drawing and no words: they stand in its tip, and are read aloud."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.colours import colours
from desktop.icons import icon

_SIZE = QSize(16, 16)


class IconButton(QToolButton):
    """Its drawing has the colours of the theme, and keeps them when the theme changes."""

    def __init__(self, drawing: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.setObjectName(drawing)
        self.setProperty("kind", "icon")
        self.setIconSize(_SIZE)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._draw()

    def open_menu_at_once(self) -> None:
        """It has a menu and nothing else to do; no arrow says so."""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("menu", "plain")

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        theme = colours()
        self.setIcon(icon(self._drawing, theme.text_soft, disabled=theme.line_strong))
