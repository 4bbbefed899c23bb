"""Where the task and the models of a run lie on this machine: a run itself knows them by what they are."""

from contextlib import suppress
from pathlib import Path

from core import paths
from core.data import tasks
from core.domain.runspec import ModelRef, Role, RunSpec
from core.errors import DatasetError, ModelError, TaskError
from core.llm.remote import addresses, is_address
from core.said import Said
from core.store import models, servers
from core.store.runs import RunFolder, RunStatus
from core.store.workspace import Workspace


def task_of_run(spec: RunSpec, workspace: Workspace) -> Path:
    """The task folder that a run was started with, recognized by its rows: it may have been renamed since.

    Raises `TaskError` if it is gone, or its rows have changed.
    """
    folders = sorted(workspace.task_folders(), key=lambda folder: folder.name != spec.task)
    for folder in (*folders, *paths.every_sample()):
        with suppress(TaskError, DatasetError):  # another task that cannot be read is none of this run's business
            if tasks.task_fingerprint(tasks.load_task(folder)) == spec.task_fingerprint:
                return folder
    raise TaskError(
        Said("The task “{task}” with the rows of this run is not in the workspace.", task=spec.task),
        kept="The run is kept as it is.",
        hint="Put its folder back into the workspace's tasks, or start a new run.",
    )


def model_paths(spec: RunSpec, chosen: str | Path | None = None) -> dict[Role, str]:
    """Where the models of a run lie: the `chosen` file or address for the task model, else as remembered, else the
    bundled one.

    Raises `ModelError` for one that is not known here. The engine checks that a file is the right one.
    """
    task_model = spec.models[Role.TASK]
    found: dict[Role, str] = {}
    for role, ref in spec.models.items():
        path = chosen if chosen is not None and ref == task_model else _remembered(ref)
        if path is None:
            raise ModelError(
                Said(
                    "The model “{name}” of this run is not known on this machine, or not where it was.", name=ref.name
                ),
                kept="The run is kept as it is.",
                hint="Name its file or address (--model), or choose it once under New run.",
            )
        found[role] = str(path)
    return found


def remember(place: str, ref: ModelRef) -> None:
    """Keep in mind where the model of a run lies, or is asked."""
    if is_address(place):
        servers.remember(ref.sha256, place)
    else:
        models.remember(Path(place), ref.sha256, ref.name)


def called(place: str) -> str:
    """A model as it is called where only its place is known: a file's name, a server's model or its address."""
    if not is_address(place):
        return Path(place).stem
    first = addresses(place)[0]
    return first.model or f"{first.host}:{first.port}"


def is_there(place: str) -> bool:
    """Whether a model can be asked for at a place: a file that exists, or an address, which only asking could tell."""
    return is_address(place) or Path(place).is_file()


def digest_of(place: str) -> str | None:
    """The hash by which runs know what lies, or is asked, at a place; `None` if no run ever used it."""
    return servers.sha256_at(place) if is_address(place) else models.sha256_of(Path(place))


def _remembered(ref: ModelRef) -> str | Path | None:
    if ref.is_served:
        return servers.find(ref.sha256)
    return models.find(ref.sha256) or _bundled(ref.name)


def runs_by_model(workspace: Workspace) -> dict[str, list[str]]:
    """Ids of the runs that used a model, by its SHA-256, the earliest first. Runs that cannot be read are left out."""
    used: dict[str, list[str]] = {}
    for summary in workspace.runs():
        if summary.status is not RunStatus.DAMAGED:
            spec = RunFolder(workspace.runs_folder / summary.id).read_spec()
            for digest in {ref.sha256 for ref in spec.models.values()}:
                used.setdefault(digest, []).append(summary.id)
    return used


def _bundled(name: str) -> Path | None:
    path = paths.bundled_model()
    return path if path is not None and path.stem == name else None
