"""The models of this machine: found where programs keep them, added by hand, with how the person wants them loaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.domain.runspec import ParamValue
from core.engine.commands.find_models import FindModels, ListedModel, ModelsFound
from core.engine.commands.inspect import Inspect, Inspected
from core.engine.commands.measure import Measure, Measured
from core.engine.messages import Progressed
from core.errors import WhetError
from core.paths import bundled_model, models_folder
from core.store import models as known_models
from core.store import places
from desktop.models.background import Background
from desktop.models.background_jobs import BackgroundJob, BackgroundJobs
from desktop.models.engine_requests import was_asked_for
from desktop.models.servers import SERVER, ServerList
from desktop.models.workspace_model import WorkspaceModel
from desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model with its SHA-256, as far as it was ever read, and the ids of the runs of the workspace that used it."""

    model: ListedModel
    sha256: str = ""
    runs: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where its file lies, or the address at which it is asked."""
        return self.model.path

    @property
    def is_served(self) -> bool:
        """Whether it is asked on a server: then nothing of it lies on this disk."""
        return self.model.source == SERVER

    @property
    def usable(self) -> bool:
        """Whether it can be loaded, as far as its header tells."""
        return not self.model.problem


class ModelLibrary(QObject):
    """Looks for models beside the window's thread. `changed`: the list is another; `looked`: a look began or ended;
    `measured` carries the path of a model whose settings were tried, `measuring` the words of a trial that goes on."""

    changed = Signal()
    looked = Signal()
    measured = Signal(str)
    settings_changed = Signal(str)
    failed = Signal(object)

    def __init__(
        self, jobs: BackgroundJobs, workspace: WorkspaceModel, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace = workspace
        self._settings = settings
        self._background = Background(self, threads=1)  # its own: opening a workspace drops the other's work
        self._background.failed.connect(self.failed)
        self.servers = ServerList(jobs, settings, self._background, self)
        self.servers.changed.connect(self._on_servers)
        self.servers.failed.connect(self.failed)
        self._found: tuple[ListedModel, ...] = ()
        self._rows = [ModelRow(model) for model in self.servers.models]
        self._looking = False
        self._again = False
        self._looked_once = False
        self._trial: BackgroundJob | None = None
        self._trying = ""
        self._measured: dict[str, Measured] = {}
        self.phase = ""
        self.reading: set[str] = set()
        workspace.runs_changed.connect(self._count)

    @property
    def rows(self) -> list[ModelRow]:
        """The models as found last."""
        return self._rows

    @property
    def looking(self) -> bool:
        """Whether models are being looked for."""
        return self._looking

    @property
    def trying(self) -> str:
        """Path of the model whose settings are being tried; empty if there is none."""
        return self._trying

    def finish(self) -> None:
        """Let what is being read be read to its end; for the end of the program."""
        self._background.finish()

    def look_once(self) -> None:
        """Look for models unless that was done."""
        if not self._looked_once:
            self.look()

    def look(self) -> None:
        """Look for models now; while a look goes on, once more after it."""
        if self._looking:
            self._again = True
            return
        self._looking = self._looked_once = True
        self.looked.emit()
        self._background.do(self._files, self._send)

    def add_file(self, path: str) -> None:
        """Add a file to the list."""
        files = self._settings.model_files
        if path not in files:
            self._settings.model_files = [*files, path]
        self.look()

    def add_folder(self, folder: str) -> None:
        """Look for models in this folder, too, from now on."""
        folders = self._settings.model_folders
        if folder not in folders:
            self._settings.model_folders = [*folders, folder]
        self.look()

    def was_added(self, path: str) -> bool:
        """Whether a model is in the list because the person added its file, or a folder above it."""
        return path in (*self._settings.model_files, *self.servers.added) or bool(self._folders_of(path))

    def drop(self, path: str) -> None:
        """Forget that the person added this file, and the added folder that it lies in; files stay where they are."""
        if path in self.servers.added:
            self.servers.drop(path)
            return
        gone = self._folders_of(path)
        self._settings.model_files = [file for file in self._settings.model_files if file != path]
        self._settings.model_folders = [folder for folder in self._settings.model_folders if folder not in gone]
        self.look()

    # How a model is loaded

    def chosen(self, path: str) -> dict[str, ParamValue]:
        """The settings that the person chose for a model, by name; the others are measured."""
        return dict(self._settings.load_settings.get(path, {}))

    def choose(self, path: str, settings: dict[str, ParamValue]) -> None:
        """Load a model with these settings from the next run on."""
        kept = {each: values for each, values in self._settings.load_settings.items() if each != path}
        self._settings.load_settings = {**kept, path: settings} if settings else kept
        self.settings_changed.emit(path)

    def measure(self, path: str) -> None:
        """Try which settings are fastest; one model at a time."""
        if self._trial is None:
            self._trying = path
            self._trial = self._jobs.send(
                Measure(path, self.chosen(path)),
                answered=lambda found: self._on_measured(path, found),
                failed=self._on_trial_failed,
                done=lambda: self._end_trial(path),
            )
            self.measured.emit(path)

    def stop_measuring(self) -> None:
        """Give a trial up."""
        if self._trial is not None:
            self._trial.cancel()

    def trials_of(self, path: str) -> Measured | None:
        """What the last trial of this session found."""
        return self._measured.get(path)

    def read_digest(self, path: str) -> None:
        """Read a file's SHA-256, which takes as long as reading the file, and remember it."""
        if path not in self.reading:
            self.reading.add(path)
            self._jobs.send(
                Inspect(path),
                answered=lambda found: self._on_inspected(path, found),
                failed=lambda error: self._on_digest_failed(path, error),
                done=lambda: self.reading.discard(path),
            )
            self.changed.emit()

    # What comes back

    def _on_inspected(self, path: str, found: object) -> None:
        self.reading.discard(path)
        if isinstance(found, Inspected):
            self._background.do(
                lambda: known_models.remember(Path(path), found.sha256, Path(path).stem),
                lambda _: self._count(),
            )

    def _on_digest_failed(self, path: str, error: WhetError) -> None:
        self.reading.discard(path)
        self.changed.emit()
        self.failed.emit(error)

    def _files(self) -> tuple[str, ...]:
        """Files that are shown wherever they lie: added ones, those of earlier runs, the one that comes with Whet."""
        bundled = bundled_model()
        known = [model.path for model in known_models.known() if model.is_there]
        return (*([str(bundled)] if bundled else []), *self._settings.model_files, *known)

    def _send(self, files: tuple[str, ...]) -> None:
        folders = (str(models_folder()), *self._settings.model_folders)
        self._jobs.send(
            FindModels(folders, files=files),
            answered=self._on_found,
            progressed=self._on_progress,
            failed=self._on_look_failed,
            done=self._end_look,
        )

    def _on_progress(self, progress: Progressed) -> None:
        self.phase = progress.phase
        self.looked.emit()

    def _on_found(self, found: ModelsFound) -> None:
        self._found = found.models
        self._show_all()

    def _on_servers(self) -> None:
        if [row.model for row in self._rows if row.is_served] != list(self.servers.models):
            self._show_all()

    def _show_all(self) -> None:
        self._rows = [ModelRow(model) for model in self._listed]
        self.changed.emit()
        self._count()

    @property
    def _listed(self) -> tuple[ListedModel, ...]:
        return (*self._found, *self.servers.models)

    def _on_look_failed(self, error: WhetError) -> None:
        self._end_look()
        self.failed.emit(error)

    def _end_look(self) -> None:
        self._looking = False
        self.phase = ""
        self.looked.emit()
        if self._again:
            self._again = False
            self.look()

    def _count(self) -> None:
        """Find out which runs used which model."""
        if self._listed:
            paths = [model.path for model in self._listed]
            self._workspace.do(
                lambda: _uses(paths, self._workspace.runs_by_model()), self._on_counted, latest="uses of models"
            )

    def _on_counted(self, uses: dict[str, tuple[str, tuple[str, ...]]]) -> None:
        rows = [ModelRow(model, *uses.get(model.path, ("", ()))) for model in self._listed]
        if rows != self._rows:
            self._rows = rows
            self.changed.emit()

    def _on_measured(self, path: str, found: object) -> None:
        if isinstance(found, Measured):
            self._measured[path] = found

    def _on_trial_failed(self, error: WhetError) -> None:
        self._end_trial(self._trying)
        if not was_asked_for(error):
            self.failed.emit(error)

    def _end_trial(self, path: str) -> None:
        self._trial, self._trying = None, ""
        self.measured.emit(path)

    def _folders_of(self, path: str) -> list[str]:
        return [folder for folder in self._settings.model_folders if Path(path).is_relative_to(folder)]


def _uses(paths: Iterable[str], used: dict[str, list[str]]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By path: the file's SHA-256, if it is known, and the runs that used it, the latest first."""
    digests = {path: places.digest_of(path) or "" for path in paths}
    return {path: (digest, tuple(reversed(used.get(digest, ())))) for path, digest in digests.items()}
