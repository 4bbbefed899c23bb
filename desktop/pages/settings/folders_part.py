"""Folders in which models are looked for beside the known places."""

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop.context import Context
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import clear, column, row


class FoldersPart(QWidget):
    """A list with a button each to take it away; files stay where they are."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._room = column(space=Space.XS)
        add = QPushButton(self.tr("Add a folder…"))
        add.setAccessibleName(self.tr("Add a folder of models"))
        add.clicked.connect(self._browse)
        self.setLayout(column(self._room, row(add, 1), space=Space.S))
        context.library.looked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the folders there are."""
        clear(self._room)
        folders = self._context.settings.model_folders
        if not folders:
            words = self.tr("None. The folders of LM Studio, Ollama, Jan and others are always searched.")
            self._room.addWidget(label(words, "soft", wrap=True))
        for folder in folders:
            button = QPushButton(self.tr("Remove"))
            button.setProperty("kind", "quiet")
            button.setAccessibleName(self.tr("Stop searching {folder}").format(folder=folder))
            button.clicked.connect(lambda _=False, gone=folder: self.remove(gone))
            line = row(ElidedLabel(folder), button, space=Space.S)
            line.setStretch(0, 1)
            self._room.addLayout(line)

    def remove(self, folder: str) -> None:
        """Look in this folder no longer."""
        settings = self._context.settings
        settings.model_folders = [each for each in settings.model_folders if each != folder]
        self.refresh()
        self._context.library.look()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder of models"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._context.library.add_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
