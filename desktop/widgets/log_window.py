"""What the engine says of itself, for the curious and for reports of problems."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from desktop.theme import Space, Type, font
from desktop.widgets.layout import column, row

_MOST_LINES = 5000


class LogWindow(QDialog):
    """Collects lines; the oldest are dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Engine log"))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setMaximumBlockCount(_MOST_LINES)
        self._text.setFont(font(Type.CODE))
        self._text.setAccessibleName(self.tr("Engine log"))
        self._text.setPlaceholderText(self.tr("The engine has said nothing yet."))
        copy = QPushButton(self.tr("Copy all"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        self.setLayout(column(self._text, row(1, copy), margin=Space.M))
        self.resize(760, 420)

    def add(self, level: str, text: str) -> None:
        """Add a line."""
        self._text.appendPlainText(f"{level:<8}{text}" if level not in {"debug", "info"} else text)
