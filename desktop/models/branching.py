"""Asks for a branch: a new run from a candidate of another one, its text perhaps changed by hand."""

from collections.abc import Callable

from core.domain.editing import Edit
from core.domain.runspec import Role, RunSpec
from core.engine.branch import branch
from core.engine.commands.prepare import Prepare
from core.errors import ModelError
from core.state import fold
from core.store.places import model_paths
from core.store.runs import RunFolder
from desktop.models.workspace_model import WorkspaceModel


def plan_branch(
    workspace: WorkspaceModel,
    folder: RunFolder,
    edit: Edit,
    then: Callable[[Prepare], object],
    otherwise: Callable[[Exception], None],
    *,
    models: Callable[[RunSpec], dict[Role, str]] = model_paths,
) -> None:
    """Read the run beside the window, and hand over what is to be prepared. `models` finds the run's models."""

    def plan() -> Prepare:
        spec = folder.read_spec()
        prompt = fold(folder.read_events().events).nodes[edit.parent].candidate.prompt
        return branch(folder.id, spec, edit, prompt, workspace.task_of_run(spec), models(spec))

    workspace.do(plan, then, otherwise=otherwise)


def plan_branch_of_best(
    workspace: WorkspaceModel,
    folder: RunFolder,
    then: Callable[[Prepare], object],
    otherwise: Callable[[Exception], None],
    *,
    models: Callable[[RunSpec], dict[Role, str]] = model_paths,
) -> None:
    """The same from the best candidate of a run that nobody has opened."""

    def plan() -> Prepare:
        spec, state = folder.read_spec(), fold(folder.read_events().events)
        prompt = state.nodes[state.best].candidate.prompt
        edit = Edit(state.best, prompt.text)
        return branch(folder.id, spec, edit, prompt, workspace.task_of_run(spec), models(spec))

    workspace.do(plan, then, otherwise=otherwise)


def models_left(spec: RunSpec) -> dict[Role, str]:
    """For a form: models that are not there any more are left out, and can be chosen there."""
    try:
        return model_paths(spec)
    except ModelError:
        return {}
