"""Orders a branch: a new run from a candidate of another one, its text perhaps changed by hand."""

from collections.abc import Callable

from core.domain.editing import Edit
from core.engine.branch import branch
from core.engine.protocol import Prepare
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
) -> None:
    """Read the run beside the window, and hand over what is to be prepared."""

    def plan() -> Prepare:
        spec = folder.read_spec()
        prompt = fold(folder.read_events().events).nodes[edit.parent].candidate.prompt
        return branch(folder.id, spec, edit, prompt, workspace.task_of_run(spec), model_paths(spec))

    workspace.do(plan, then, otherwise=otherwise)
