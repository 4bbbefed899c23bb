"""A part of a form that is folded until it is asked for."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.colours import colours
from desktop.icons import icon
from desktop.theme import Space
from desktop.widgets.layout import column


class Disclosure(QWidget):
    """A title that folds and unfolds what is below it."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._button = QToolButton()
        self._button.setObjectName("disclosure")
        self._button.setText(title)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setCheckable(True)
        self._button.toggled.connect(self._unfold)
        self.setLayout(column(self._button, content, space=Space.XS))
        content.hide()
        self._draw()

    @property
    def button(self) -> QToolButton:
        """What folds and unfolds."""
        return self._button

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _unfold(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self._content.setVisible(wanted)
        self._draw()

    def _draw(self) -> None:
        name = "chevron-open" if self._button.isChecked() else "chevron-right"
        self._button.setIcon(icon(name, colours().text_soft))
