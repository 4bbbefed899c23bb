"""Where tasks and models lie: what the product carries, what the workspace holds, what this machine remembers."""

from dataclasses import dataclass
from pathlib import Path

from core.domain.runspec import Role, RunSpec
from core.errors import ModelError, TaskError
from core.paths import resources
from core.store import models
from core.store.workspace import Workspace

TASK_FILE = "task.toml"


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """A task's folder. `sample`: the product's own, copied into the workspace when it is first used."""

    folder: Path
    sample: bool

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name


def samples() -> list[TaskPlace]:
    """The sample tasks, the one for a first try first."""
    found = sorted(file.parent for file in (resources() / "samples").glob(f"*/{TASK_FILE}"))
    return [TaskPlace(folder, sample=True) for folder in found]


def tasks(workspace: Workspace | None) -> list[TaskPlace]:
    """The workspace's tasks, then the samples that it does not hold yet."""
    own = [TaskPlace(folder, sample=False) for folder in workspace.task_folders()] if workspace else []
    taken = {place.name for place in own}
    return own + [place for place in samples() if place.name not in taken]


def task_folder(name: str, workspace: Workspace) -> Path:
    """The folder of a run's task. Raises `TaskError` if it is gone."""
    found = next((place.folder for place in tasks(workspace) if place.name == name), None)
    if found is None:
        raise TaskError(
            f"The task “{name}” is not in this workspace.", hint="Put its folder back into the workspace's tasks."
        )
    return found


def bundled_models() -> list[Path]:
    """The models that the product carries."""
    return sorted((resources() / "models").glob("*.gguf"))


def model_paths(spec: RunSpec) -> dict[Role, str]:
    """Where the models of a run lie on this machine. Raises `ModelError` for one that is not remembered or gone."""
    found: dict[Role, str] = {}
    for role, ref in spec.models.items():
        path = models.find(ref.sha256) or _bundled(ref.name)
        if path is None:
            raise ModelError(
                f"The model {ref.name} of this run is not where it was on this machine.",
                kept="The run is kept as it is.",
                hint="Choose its file once under New run, then resume.",
            )
        found[role] = str(path)
    return found


def _bundled(name: str) -> Path | None:
    return next((path for path in bundled_models() if path.stem == name), None)
