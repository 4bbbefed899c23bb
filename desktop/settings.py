"""What the window remembers of the person's choices: an INI file in the user's folder, nothing in workspaces."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings

from core.paths import default_workspace, user_folder
from desktop.theme import Appearance


class Settings(QObject):
    """Typed access to `window.ini`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(user_folder() / "window.ini"), QSettings.Format.IniFormat, self)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system says."""
        value = str(self._file.value("appearance", Appearance.SYSTEM.value))
        return next((each for each in Appearance if each.value == value), Appearance.SYSTEM)

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._file.setValue("appearance", value.value)

    @property
    def workspace(self) -> Path:
        """The workspace that was open last."""
        return Path(str(self._file.value("workspace", str(default_workspace()))))

    @workspace.setter
    def workspace(self, folder: Path) -> None:
        self._file.setValue("workspace", str(folder))

    @property
    def model(self) -> str:
        """Path of the model that was chosen last; empty for the bundled one."""
        return str(self._file.value("model", ""))

    @model.setter
    def model(self, path: str) -> None:
        self._file.setValue("model", path)

    def state_of(self, name: str) -> QByteArray:
        """Geometry of a window or splitter; empty if there is none."""
        value = self._file.value(f"layout/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember a geometry."""
        self._file.setValue(f"layout/{name}", state)
