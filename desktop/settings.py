"""What the window remembers of the person's choices: an INI file in the user's folder, nothing in workspaces."""

from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QByteArray, QObject, QSettings

from core.domain.runspec import ParamValue
from core.engine.commands.prepare import Prepare
from core.paths import default_workspace, user_folder
from desktop.theme import Appearance

T = TypeVar("T")

_RECENT = 8
_DRAFTS = 20


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
    def language(self) -> str:
        """Of `desktop.language.languages`; empty: the system's. It is spoken by windows made from now on."""
        return str(self._file.value("language", ""))

    @language.setter
    def language(self, name: str) -> None:
        self._file.setValue("language", name)

    @property
    def scale(self) -> int:
        """Size of everything in percent, beyond what the system asks for: 100 … 200, in windows made from now on."""
        text = str(self._file.value("scale", 100))
        return min(max(int(text), 100), 200) if text.isdecimal() else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._file.setValue("scale", percent)

    @property
    def page(self) -> str:
        """Name of the page that was shown last."""
        return str(self._file.value("page", ""))

    @page.setter
    def page(self, name: str) -> None:
        self._file.setValue("page", name)

    @property
    def recent_deeds(self) -> list[str]:
        """Keys of what was chosen in the palette, the latest first."""
        return self._texts("recent")

    def note_deed(self, key: str) -> None:
        """Put what was chosen in the palette at the top."""
        self._keep("recent", [key, *(each for each in self.recent_deeds if each != key)][:_RECENT])

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

    @property
    def task(self) -> str:
        """Folder's name of the task of one's own that was run last; empty if there is none."""
        return str(self._file.value("new-run/task", ""))

    @task.setter
    def task(self, name: str) -> None:
        self._file.setValue("new-run/task", name)

    @property
    def method(self) -> str:
        """Name of the method that the person chose last; empty for the recommended one."""
        return str(self._file.value("new-run/method", ""))

    @method.setter
    def method(self, name: str) -> None:
        self._file.setValue("new-run/method", name)

    @property
    def workspaces(self) -> list[Path]:
        """Workspaces that were open, the latest first."""
        return [Path(text) for text in self._texts("workspaces")]

    def note_workspace(self, folder: Path) -> None:
        """Put a workspace at the top of the list."""
        self.workspace = folder
        self._keep("workspaces", [str(folder), *(str(each) for each in self.workspaces if each != folder)][:_RECENT])

    @property
    def model_folders(self) -> list[str]:
        """Folders that the person added to the places where models are looked for."""
        return self._texts("models/folders")

    @model_folders.setter
    def model_folders(self, folders: list[str]) -> None:
        self._keep("models/folders", folders)

    @property
    def model_files(self) -> list[str]:
        """Model files that the person added one by one."""
        return self._texts("models/files")

    @model_files.setter
    def model_files(self, files: list[str]) -> None:
        self._keep("models/files", files)

    @property
    def history_hidden(self) -> list[int]:
        """Columns of the history, by place, that the person does not want to see."""
        return self._decoded("history/hidden", list[int]) or []

    @history_hidden.setter
    def history_hidden(self, places: list[int]) -> None:
        self._keep("history/hidden", places)

    @property
    def history_grouping(self) -> str:
        """By what the history is grouped; empty for nothing."""
        return str(self._file.value("history/grouping", ""))

    @history_grouping.setter
    def history_grouping(self, name: str) -> None:
        self._file.setValue("history/grouping", name)

    @property
    def beside_the_candidate(self) -> list[str]:
        """Pages of a candidate that stand beside it in a wide window; empty: those that do at first."""
        return self._texts("run/beside")

    @beside_the_candidate.setter
    def beside_the_candidate(self, names: list[str]) -> None:
        self._keep("run/beside", names)

    @property
    def model_servers(self) -> list[str]:
        """Addresses of models on servers that the person added."""
        return self._texts("models/servers")

    @model_servers.setter
    def model_servers(self, addresses: list[str]) -> None:
        self._keep("models/servers", addresses)

    @property
    def load_settings(self) -> dict[str, dict[str, ParamValue]]:
        """How models are to be loaded where the person chose it: settings by name, by path."""
        return self._decoded("models/settings", dict[str, dict[str, ParamValue]]) or {}

    @load_settings.setter
    def load_settings(self, chosen: dict[str, dict[str, ParamValue]]) -> None:
        self._keep("models/settings", chosen)

    def draft_of(self, task: str) -> list[tuple[str, tuple[str, ...]]]:
        """The start prompts that a person wrote for a task (its folder), each with its locked words; empty: none."""
        return self._drafts().get(task, [])

    def keep_draft(self, task: str, prompts: list[tuple[str, tuple[str, ...]]]) -> None:
        """Remember them until the window is open again; an empty list forgets them."""
        others = {name: kept for name, kept in self._drafts().items() if name != task}
        latest = list(others.items())[-_DRAFTS:]
        self._keep("new-run/prompts", dict([*latest, *([(task, prompts)] if prompts else [])]))

    def _drafts(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        return self._decoded("new-run/prompts", dict[str, list[tuple[str, tuple[str, ...]]]]) or {}

    @property
    def form(self) -> Prepare | None:
        """What the form of a new run would have started when it was seen last; `None` if nobody knows."""
        return self._decoded("new-run/form", Prepare)

    @form.setter
    def form(self, command: Prepare) -> None:
        self._keep("new-run/form", command)

    @property
    def unfinished_run(self) -> str:
        """Folder of the run that has begun here and whose end nobody has seen; empty if there is none."""
        return str(self._file.value("unfinished-run", ""))

    @unfinished_run.setter
    def unfinished_run(self, folder: str) -> None:
        self._file.setValue("unfinished-run", folder)

    @property
    def unfinished(self) -> list[tuple[str, str]]:
        """Downloads that have begun and not ended: address and SHA-256."""
        return self._decoded("models/unfinished", list[tuple[str, str]]) or []

    @unfinished.setter
    def unfinished(self, downloads: list[tuple[str, str]]) -> None:
        self._keep("models/unfinished", downloads)

    @property
    def notifications(self) -> bool:
        """Whether the person wants to be told of long work that has ended."""
        return str(self._file.value("notifications", "true")).casefold() != "false"

    @notifications.setter
    def notifications(self, wanted: bool) -> None:
        self._file.setValue("notifications", "true" if wanted else "false")

    def _texts(self, key: str) -> list[str]:
        return self._decoded(key, list[str]) or []

    def _decoded(self, key: str, kind: type[T]) -> T | None:
        """A value that was kept as JSON; `None` if there is none, or somebody wrote something else."""
        try:
            return msgspec.json.decode(str(self._file.value(key, "null")), type=kind | None)
        except msgspec.DecodeError:
            return None

    def _keep(self, key: str, value: object) -> None:
        self._file.setValue(key, msgspec.json.encode(value).decode())

    def state_of(self, name: str) -> QByteArray:
        """Geometry of a window or splitter; empty if there is none."""
        value = self._file.value(f"layout/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember a geometry."""
        self._file.setValue(f"layout/{name}", state)
