"""What an empty page says: what belongs here, and what to do next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.colours import colours
from desktop.icons import pixmap
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row


class EmptyState(QWidget):
    """A drawing, a sentence, a hint, and at most one button."""

    pressed = Signal()

    def __init__(self, picture: str, title: str, hint: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = picture
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label(title, "title", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = label(hint, "soft", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setFixedWidth(420)
        self._button = QPushButton(action)
        self._button.setAccessibleName(action or title)
        self._button.setVisible(bool(action))
        self._button.clicked.connect(self.pressed)
        self.setLayout(
            column(
                1,
                self._picture,
                self._title,
                row(1, self._hint, 1),
                row(1, self._button, 1),
                2,
                space=Space.M,
                margin=Space.L,
            )
        )
        self._draw()

    def show_text(self, title: str, hint: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._hint.setText(hint)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(self._name, colours().line_strong, 48, self.devicePixelRatioF()))
