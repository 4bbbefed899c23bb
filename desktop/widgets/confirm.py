"""A button that asks once more in its own place: nothing pops up, and nothing is done by a slip."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import row


class ConfirmButton(QWidget):
    """`confirmed` comes after the second press. Escape is a no."""

    confirmed = Signal()

    def __init__(self, text: str, question: str, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(text)
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self._ask)
        self._question: QLabel = label(question)
        self.yes = QPushButton(answer)
        self.yes.setAccessibleDescription(question)
        self.yes.clicked.connect(self._confirm)
        self.no = QPushButton(self.tr("Keep"))
        self.no.setProperty("kind", "quiet")
        self.no.clicked.connect(self._leave)
        for button in (self.yes, self.no):
            button.installEventFilter(self)
        asking = QWidget()
        asking.setLayout(row(self._question, self.no, self.yes, space=Space.S))
        self._asking = asking
        self._box = row(self.button, asking, space=0)
        self.setLayout(self._box)
        asking.hide()

    def set_question(self, question: str) -> None:
        """Ask something else."""
        self._question.setText(question)
        self.yes.setAccessibleDescription(question)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Escape is a no."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self.button.hide()
        self._asking.show()
        self.no.setFocus()

    def _leave(self) -> None:
        self._asking.hide()
        self.button.show()
        self.button.setFocus()

    def _confirm(self) -> None:
        self._leave()
        self.confirmed.emit()
