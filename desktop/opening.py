"""What a file manager or a terminal hands over: a workspace, a task, the file that marks either, or any other file."""

from dataclasses import dataclass
from pathlib import Path

from core.data.task_file import FILE_NAME as TASK
from core.files import MARKER


@dataclass(frozen=True, slots=True)
class Given:
    """A workspace to open, the folder of a task to choose in it, or a file to take as if it were dropped."""

    workspace: Path | None = None
    task: Path | None = None
    file: Path | None = None


def given(path: Path) -> Given:
    """What lies there. A task of a workspace is chosen in its own; any other is copied into the one that is open."""
    path = path.expanduser().resolve()
    place = path.parent if path.name in {MARKER, TASK} else path
    if (place / MARKER).is_file():
        return Given(workspace=place)
    if not (place / TASK).is_file():
        return Given(file=path)
    home = place.parents[1] if len(place.parents) > 1 else place
    own = place.parent.name == "tasks" and (home / MARKER).is_file()
    return Given(workspace=home if own else None, task=place)
