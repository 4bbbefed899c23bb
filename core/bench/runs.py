"""Runs for benches: prepared and run through a real engine process, in a workspace that is thrown away."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core import paths
from core.domain.runspec import Budget, ParamValue, Reading, Role
from core.engine.client import EngineProcess
from core.engine.commands.certify import Certify
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.servers import ANSWERS
from core.events import Event
from core.methods import NAMES
from core.state import RunState, advance
from core.store.runs import RunFolder
from core.store.workspace import Workspace, open_workspace


def bundled_models() -> dict[Role, str]:
    """The bundled model in the role of the task model."""
    return {Role.TASK: str(paths.bundled_model())}


@contextmanager
def scratch() -> Iterator[Workspace]:
    """A workspace that is deleted afterwards; kept answers are not used, as they would make every number look good."""
    before = os.environ.get(ANSWERS)
    os.environ[ANSWERS] = "off"
    try:
        with tempfile.TemporaryDirectory(prefix="whet-bench-") as folder, open_workspace(Path(folder)) as workspace:
            yield workspace
    finally:
        if before is None:
            del os.environ[ANSWERS]
        else:
            os.environ[ANSWERS] = before


def prepare(
    engine: EngineProcess,
    task: Path,
    *,
    seed: int,
    budget: Budget,
    params: dict[str, ParamValue] | None = None,
    reading: Reading = Reading.GENERATED,
    method: str = NAMES[0],
) -> Prepared:
    """The spec of a run on the bundled model, with the recommended method unless another is named."""
    command = Prepare(
        str(task), bundled_models(), method, params=params or {}, seed=seed, budget=budget, reading=reading
    )
    return engine.ask(command)


def run(engine: EngineProcess, folder: RunFolder, task: Path) -> RunState:
    """Run, or go on with, the run in a folder."""
    state = RunState()
    for item in engine.do(Run(str(folder.path), str(task), bundled_models())):
        if isinstance(item, Event):
            advance(state, item)
    return state


def certify(engine: EngineProcess, folder: RunFolder, task: Path, *, reading: Reading = Reading.GENERATED) -> str:
    """Open the sealed test; the certificate's sentence."""
    return engine.ask(Certify(str(folder.path), str(task), bundled_models(), reading)).sentence
