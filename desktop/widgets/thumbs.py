"""A thumb up or down, and why: what a person thinks where no metric can tell."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop.colours import colours
from desktop.icons import icon
from desktop.theme import Space
from desktop.widgets.layout import row


class Thumbs(QWidget):
    """Two buttons of which at most one is down, and a line for the reason. `judged` carries 1, -1 or 0, and the line.

    `name` says to a screen reader what is judged.
    """

    judged = Signal(int, str)

    def __init__(self, name: str, parent: QWidget | None = None, *, critique: bool = True) -> None:
        super().__init__(parent)
        self._up = self._button(self.tr("{name}: good").format(name=name), 1)
        self._down = self._button(self.tr("{name}: bad").format(name=name), -1)
        self._why = QLineEdit()
        self._why.setAccessibleName(self.tr("{name}: what you think of it").format(name=name))
        self._why.setPlaceholderText(self.tr("What is good or wrong about it?"))
        self._why.editingFinished.connect(self._announce)
        self._why.setVisible(critique)
        box = row(self._up, self._down, self._why, space=Space.XS)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._said = (0, "")
        self._draw()

    @property
    def thumb(self) -> int:
        """1, -1 or 0."""
        return int(self._up.isChecked()) - int(self._down.isChecked())

    def show_review(self, thumb: int, critique: str) -> None:
        """Show a judgement without announcing it."""
        for button, value in ((self._up, 1), (self._down, -1)):
            blocker = QSignalBlocker(button)
            button.setChecked(thumb == value)
            blocker.unblock()
        self._why.setText(critique)
        self._said = (thumb, critique)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _button(self, name: str, value: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setCheckable(True)
        button.clicked.connect(lambda _=False: self._press(value))
        return button

    def _press(self, value: int) -> None:
        other = self._down if value > 0 else self._up
        blocker = QSignalBlocker(other)
        other.setChecked(False)
        blocker.unblock()
        self._draw()
        self._announce()

    def _announce(self) -> None:
        said = (self.thumb, self._why.text().strip())
        if said != self._said:
            self._said = said
            self.judged.emit(*said)

    def _draw(self) -> None:
        theme = colours()
        up = theme.good if self._up.isChecked() else theme.text_soft
        down = theme.bad if self._down.isChecked() else theme.text_soft
        self._up.setIcon(icon("thumb-up", up, disabled=theme.line_strong))
        self._down.setIcon(icon("thumb-down", down, disabled=theme.line_strong))
