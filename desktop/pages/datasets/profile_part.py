"""How files of one kind are read, taken from a profile or kept in one: the same files as those of the command line."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from core.data.profile import Profile, load_profile, save_profile
from core.errors import WhetError
from desktop.widgets.layout import row


class ProfilePart(QWidget):
    """`loaded` carries a `Profile` that was read, `saved` the name of a file in which what `make` gives was kept, and
    `failed` the reason why one of the two could not be."""

    loaded = Signal(object)
    failed = Signal(object)
    saved = Signal(str)

    def __init__(self, make: Callable[[], Profile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.load = QPushButton(self.tr("Load a profile…"))
        self.load.setToolTip(self.tr("Read this file, or the next one, as a profile says"))
        self.load.clicked.connect(self._ask_what)
        self.save = QPushButton(self.tr("Save as a profile…"))
        self.save.setToolTip(self.tr("Keep how this file is written and what its columns mean, for others of its kind"))
        self.save.clicked.connect(self._ask_where)
        self._kinds = self.tr("Profiles (*.toml);;All files (*)")
        buttons = row(self.load, self.save)
        buttons.addStretch(1)
        self.setLayout(buttons)

    def take(self, path: str) -> None:
        """Read a profile."""
        try:
            profile = load_profile(Path(path))
        except WhetError as error:
            self.failed.emit(error)
        else:
            self.loaded.emit(profile)

    def keep(self, path: str) -> None:
        """Save a profile."""
        try:
            save_profile(Path(path), self._make())
        except WhetError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(Path(path).name)

    def _ask_what(self) -> None:
        dialog = QFileDialog(self, self.tr("Load a profile"), str(Path.home()), self._kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as a profile"), str(Path.home() / "profile.toml"), self._kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self.keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
