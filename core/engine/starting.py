"""How a run begins: its task in the workspace, its models known, its spec whole, its folder made."""

from pathlib import Path

from core.engine.choosing import settled
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.start import Started
from core.engine.context import EngineContext
from core.engine.prepare import prepare
from core.engine.profile import profile
from core.store import places
from core.store.workspace import open_workspace


def begin(plan: Prepare, workspace: str, context: EngineContext) -> Started:
    """Everything before the first call of a run. Raises `WhetError` for what does not fit; then no folder was made."""
    with open_workspace(Path(workspace)) as here:
        plan = settled(plan, here)
        prepared = prepared_whole(plan, context)
        run = here.new_run(prepared.spec)
    return Started(str(run.path), plan.task_folder, plan.models, prepared)


def prepared_whole(plan: Prepare, context: EngineContext) -> Prepared:
    """The spec, once it is known how the model writes prompts; where its models lie is remembered for resuming."""
    prepared = prepare(plan, context.report, context.cancel)
    if prepared.unknown_writer:
        profile(prepared.unknown_writer, context)
        prepared = prepare(plan, context.report, context.cancel)
    for role, ref in prepared.spec.models.items():
        places.remember(plan.models[role], ref)
    return prepared
