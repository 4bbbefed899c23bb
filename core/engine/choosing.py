"""The task and the model that a person means: by name, by folder, or where nothing was named."""

from pathlib import Path

import msgspec

from core import names, paths
from core.data import tasks
from core.domain.runspec import Role
from core.engine.commands.prepare import Prepare
from core.errors import ModelError, UsageError, near_match
from core.llm.remote import is_address
from core.said import Said
from core.store.workspace import Workspace

_TASK_FILE = "task.toml"


def model_place(text: str) -> str:
    """A model as a person names it: the address of a server as it is, a file by its whole path."""
    return text.strip() if is_address(text) else str(Path(text).absolute())


def bundled_model() -> Path:
    """The model that the product carries."""
    found = paths.bundled_model()
    if found is None:
        raise ModelError("The bundled model is missing from this installation.", hint="Name a GGUF with --model.")
    return found


def model_for(task_folder: Path) -> Path:
    """The model where none was named: the bundled one for the samples that it knows, else the starter model.

    Raises `ModelError` if that was not fetched: the bundled one knows nothing but its samples.
    """
    if tasks.is_bundled_sample(tasks.load_task(task_folder).test_fingerprint):
        return bundled_model()
    starter = paths.starter_model()
    if starter is None:
        raise ModelError(
            "The bundled model only knows the sample tasks made for it, so it is not used unasked for another.",
            hint="Name a GGUF of your own with --model FILE, or get the starter model: whet models get starter",
        )
    return starter


def task_at(name: str, workspace: Workspace) -> Path | None:
    """A task by its name in the workspace, the name of a sample, or its folder; `None` if there is none.

    In this order: a folder that lies where somebody stands is never taken for a task that they know by its name.
    """
    own = (workspace.tasks_folder / name, paths.resources() / "samples" / name) if names.is_plain(name) else ()
    for folder in (*own, Path(name)):
        if (folder / _TASK_FILE).is_file():
            return Path(folder).absolute()
    return None


def find_task(name: str, workspace: Workspace) -> Path:
    """As `task_at`. Raises `UsageError` if there is none, with the name that was probably meant."""
    found = task_at(name, workspace)
    if found is not None:
        return found
    known = sorted({folder.name for folder in (*workspace.task_folders(), *paths.every_sample())})
    raise UsageError(
        Said("There is no task “{name}”.", name=name),
        hint=Said(
            "Name a folder with a {task_file}, or a task. {near_match} `whet task create` makes one from a data file.",
            task_file=_TASK_FILE,
            near_match=near_match(name, known),
        ),
    )


def settled(plan: Prepare, here: Workspace) -> Prepare:
    """The plan with its task in the workspace, however it was named, and with the model that suits it where none was
    chosen."""
    task = here.adopt_task(find_task(plan.task_folder, here))
    models = plan.models if Role.TASK in plan.models else {**plan.models, Role.TASK: str(model_for(task))}
    return msgspec.structs.replace(plan, task_folder=str(task), models=models)
