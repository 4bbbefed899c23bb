"""Where tasks and models lie: what the product carries, what the workspace holds, what this machine remembers."""

from dataclasses import dataclass
from pathlib import Path

from core.paths import bundled_model, offered_samples, starter_model, starter_sample
from core.store.workspace import Workspace


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
    return [TaskPlace(folder, sample=True) for folder in offered_samples()]


def tasks(workspace: Workspace | None) -> list[TaskPlace]:
    """The workspace's tasks, then the samples that it does not hold yet."""
    own = [TaskPlace(folder, sample=False) for folder in workspace.task_folders()] if workspace else []
    taken = {place.name for place in own}
    return own + [place for place in samples() if place.name not in taken]


def is_for_starter(folder: Path | None) -> bool:
    """Whether a sample's folder is that of the starter model's own sample."""
    return folder is not None and folder.name == starter_sample().name


def starter_models() -> list[Path]:
    """The starter model, if it was fetched."""
    found = starter_model()
    return [found] if found is not None else []


def bundled_models() -> list[Path]:
    """The model that the product carries, if it is there."""
    found = bundled_model()
    return [found] if found is not None else []
