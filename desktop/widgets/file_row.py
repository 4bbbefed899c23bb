"""A path in a line, with a button that lets a person choose a file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from desktop.widgets.layout import row


class FileRow(QWidget):
    """Emits `chosen` with a path when one was typed (Enter) or picked."""

    chosen = Signal(str)

    def __init__(self, title: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._kinds = kinds
        self._line = QLineEdit()
        self._line.setAccessibleName(title)
        self._line.setPlaceholderText(title)
        self._line.returnPressed.connect(lambda: self._choose(self._line.text().strip()))
        self._button = QPushButton(self.tr("Browse…"))
        self._button.setAccessibleName(self.tr("{title}: browse").format(title=title))
        self._button.clicked.connect(self.browse)
        self.setLayout(row(self._line, self._button))

    @property
    def path(self) -> str:
        """What the line says."""
        return self._line.text().strip()

    def show_path(self, path: str) -> None:
        """Show a path without announcing it."""
        self._line.setText(path)

    def browse(self) -> None:
        """Let the person pick a file; nothing waits for it."""
        start = str(Path(self.path).parent) if self.path else str(Path.home())
        dialog = QFileDialog(self, self._title, start, self._kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, path: str) -> None:
        if path:
            self._line.setText(path)
            self.chosen.emit(path)
