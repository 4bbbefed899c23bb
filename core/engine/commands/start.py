"""A new run, from what a person chose to its ending."""

from typing import TYPE_CHECKING

from core.domain.runspec import Role
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.messages import Command, Message, handles

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Started(Message, frozen=True, tag=True):
    """The run is in its folder, and begins: where it, its task and its models lie, and what can be said of it."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    prepared: Prepared


class Start(Command[None], frozen=True, tag=True):
    """Prepare a run, make its folder in the workspace, and run it. `Started` comes first, then what comes of a `Run`.

    The task of the `plan` may be named in any way, and its model may be left out. How a model writes prompts that was
    never tried as a writer is tried before, once. `overhear` as in `Run`.
    """

    plan: Prepare
    workspace: str
    overhear: bool = False


@handles(Start)
def _start(command: Start, context: "EngineContext") -> None:
    from core.engine.commands.run import Run
    from core.engine.session import run_session
    from core.engine.starting import begin

    started = begin(command.plan, command.workspace, context)
    context.send(started)
    run_session(Run(started.run_folder, started.task_folder, started.models, overhear=command.overhear), context)
