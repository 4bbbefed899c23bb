"""A search from Python: the task, the models, the run in the engine, and its result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.control import CancelToken
from core.domain.runspec import Budget, ParamValue, Reading, Role
from core.engine.choosing import model_for, model_place
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.start import Start, Started
from core.engine.supervising import begun_and_supervised
from core.errors import RunError, UsageError
from core.methods import NAMES
from core.methods.own import adopt
from core.report.html import write_report
from core.scripting.driving import Driver, OnProgress
from core.scripting.places import Asked, Home, task_for
from core.scripting.result import Result, result_of
from core.state import RunState, fold
from core.store.runs import RunFolder
from core.store.workspace import Workspace

Limits = int | Budget | Mapping[str, float] | None
"""Calls, a `Budget`, or limits by name: calls, tokens, minutes."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a caller says of the search; empty: the method's own."""

    models: Mapping[Role, str | Path | None]
    method: str | Path = ""
    preset: str = ""
    params: Mapping[str, ParamValue] = field(default_factory=dict)
    budget: Limits = None
    reading: str = ""
    seed: int = 0
    anyway: bool = False


def search(
    asked: Asked, wanted: Search, home: Home, on_progress: OnProgress | None, cancel: CancelToken | None
) -> Result:
    """Run a search to its end, or until it is cancelled. Raises `WhetError` for what does not fit, and for a failed
    run."""
    budget = limits_of(wanted.budget)
    cancel = cancel or CancelToken()
    with home.open() as here, EngineProcess() as engine:
        driver = Driver(engine, on_progress, cancel)
        found = task_for(asked, here, cancel)
        models = models_of(wanted.models, found.folder)
        plan = Prepare(
            str(found.folder),
            models,
            _method(wanted.method),
            wanted.preset,
            dict(wanted.params),
            seed_prompts=(asked.prompt,) if asked.prompt else (),
            budget=budget,
            seed=wanted.seed,
            reading=Reading(wanted.reading) if wanted.reading else None,
            refuse_shortfall=not wanted.anyway,
        )
        for note in found.notes:
            driver.say(note)

        def begun(started: Started) -> None:
            for note in started.prepared.notes:
                driver.say(note)

        started, _ = begun_and_supervised(
            engine,
            Start(plan, str(here.folder)),
            driver.follow,
            driver.say,
            begun,
            advice="Allow more (budget=…), or say anyway=True.",
        )
        run = RunFolder(Path(started.run_folder))
        state = fold(run.read_events().events)
        _keep(here, run, state)
    notes = (*found.notes, *started.prepared.notes)
    return result_of(run, state, home, found.folder, models, notes)


def _keep(here: Workspace, run: RunFolder, state: RunState) -> None:
    """Raises `RunError` for a run that failed or has not begun."""
    ended = state.ended
    if ended is not None and ended.outcome == "failed":
        raise RunError(ended.message, hint=ended.hint, kept=f"The run {run.id} is kept up to its last answer.")
    if ended is None or state.spec is None:
        raise RunError("The run was stopped before it began.", hint="Start it again.")
    here.index_run(run)
    write_report(run)


def _method(named: str | Path) -> str:
    """Its name; a file of the caller's own is put where the engine finds it."""
    file = str(named).endswith(".py")
    return adopt(Path(named)) if file else str(named) or NAMES[0]


def models_of(chosen: Mapping[Role, str | Path | None], task: Path) -> dict[Role, str]:
    """The models by role as the engine takes them; the one that suits the task where none was named."""
    named = {role: model_place(str(place)) for role, place in chosen.items() if place is not None}
    return named if Role.TASK in named else {Role.TASK: str(model_for(task)), **named}


def limits_of(limits: Limits) -> Budget:
    """The limits as a budget. Raises `UsageError` for one that does not exist or is not above zero."""
    if isinstance(limits, Budget):
        return limits
    named = {} if limits is None else {"calls": limits} if isinstance(limits, int) else dict(limits)
    unknown = named.keys() - {"calls", "tokens", "minutes"}
    if unknown:
        raise UsageError(
            f"There is no limit “{min(unknown)}”.", hint="There are: calls, tokens, minutes. Or give a number of calls."
        )
    if any(not value > 0 for value in named.values()):
        raise UsageError("A budget must be above zero.", hint="Leave it out for the method's own number of rounds.")
    calls, tokens = (int(named[name]) if name in named else None for name in ("calls", "tokens"))
    return Budget(calls, tokens, named.get("minutes"))
