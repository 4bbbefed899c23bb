"""A run as it was read from its log, with everything that takes long to compute: made away from the window's thread."""

from dataclasses import dataclass

from core.data.tasks import load_task
from core.domain.certificate import Certificate
from core.domain.example import Split
from core.domain.review import Review
from core.errors import RunError
from core.report.curve import CurveOfScores, score_curve
from core.state import RunState, fold
from core.store.runs import RunFolder
from core.store.times import milliseconds, read_times
from desktop.models.workspace_model import WorkspaceModel
from desktop.pages.run.examples_tab import Rows
from desktop.plots.lineage_layout import TreeNode, tree_nodes


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """The state of a run's log, where its candidates stand in the tree, its curve, what was found out after it,
    and the time an answer took with each prompt."""

    state: RunState
    nodes: list[TreeNode]
    curve: CurveOfScores
    certificate: Certificate | None
    review: Review | None
    milliseconds: dict[str, float]


def read_run(folder: RunFolder) -> OpenedRun:
    """Read a run. Raises `RunError` if its folder is gone, or naming the line if its log is damaged before its end."""
    if not folder.path.is_dir():
        raise RunError(
            f"The run {folder.id} is not in the workspace any more.",
            hint="Its folder was moved or deleted. If it was moved, open the workspace that it lies in now.",
        )
    state = fold(folder.read_events().events)
    return OpenedRun(
        state,
        tree_nodes(state),
        score_curve(state),
        folder.read_certificate(),
        folder.read_review(),
        milliseconds(read_times(folder.path)),
    )


def read_rows(folder: RunFolder, workspace: WorkspaceModel) -> Rows:
    """The rows that the run's candidates answered. Raises `WhetError` if its task cannot be read any more."""
    task = load_task(workspace.task_of_run(folder.read_spec()))
    return {(split, example.row): example for split in (Split.TRAIN, Split.VALIDATION) for example in task.rows(split)}


def read_findings(folder: RunFolder) -> tuple[Review | None, dict[str, float]]:
    """What is kept beside a run's log and may come after it: the worth of its sentences, the time of answers."""
    return folder.read_review(), milliseconds(read_times(folder.path))
