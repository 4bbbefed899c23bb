"""One of several things to choose from, as a card: its name, a sentence, and a caption."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QWidget

from desktop.theme import Space
from desktop.widgets.labels import Chip, label, restyle
from desktop.widgets.layout import column, row


class ChoiceCard(QFrame):
    """A radio button with what it means. A click anywhere on the card chooses it."""

    chosen = Signal()

    def __init__(self, title: str, text: str, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.button = QRadioButton(title)
        self.button.setAccessibleDescription(text)
        self.button.toggled.connect(self._on_toggled)
        self._chip = Chip()
        self._chip.show_state(mark, "live")
        self._note = label(kind="caption")
        head = row(self.button, self._chip, 1, self._note)
        words = label(text, "soft", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(28, 0, 0, 0)
        box = column(head, words, space=Space.XS, margin=Space.S)
        box.setStretch(1, 1)
        self.setLayout(box)

    @property
    def note(self) -> str:
        """The caption beside the title."""
        return self._note.text()

    def show_note(self, text: str) -> None:
        """Another caption."""
        self._note.setText(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.button.click()
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Qt: the hand says that it can be pressed."""
        if event.type() is QEvent.Type.Polish:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        return super().event(event)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        restyle(self, "chosen", "yes" if checked else "no")
        if checked:
            self.chosen.emit()
