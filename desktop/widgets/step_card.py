"""A card with a title, a sentence, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row


class StepCard(QFrame):
    """One thing that can be done now. `note` says how far it has been done already."""

    pressed = Signal()

    def __init__(self, mark: str, title: str, text: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._note = label(kind="caption", wrap=True)
        self.button = QPushButton(action)
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(self.pressed)
        number = label(mark, "step")
        number.setContentsMargins(0, Space.HAIR, 0, 0)
        head = row(number, label(title, "title", wrap=True), space=Space.S)
        head.setStretch(1, 1)
        head.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        self.setLayout(
            column(
                head,
                label(text, "soft", wrap=True),
                1,
                self._note,
                row(self.button, 1),
                space=Space.S,
                margin=Space.M,
            )
        )
        self.show_note("")

    def show_note(self, text: str) -> None:
        """Say how far it has been done."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
