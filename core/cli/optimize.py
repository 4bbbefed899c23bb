"""`whet demo`, `whet optimize`, `whet resume`: runs."""

import argparse
from pathlib import Path

import msgspec

from core import paths
from core.cli.asking import method_name
from core.cli.parsing import Commands, assignments, model_option
from core.cli.runs import candidate_of
from core.cli.screen import Screen
from core.cli.session import Session
from core.domain.editing import Edit
from core.domain.runspec import Budget, FinalRule, Racing, Reading, Role
from core.engine.branch import branch
from core.engine.choosing import find_task, settled
from core.engine.client import EngineProcess
from core.engine.commands.certify import Certify
from core.engine.commands.preflight import Preflight
from core.engine.commands.prepare import Prepare
from core.engine.commands.run import Run
from core.engine.commands.start import Start, Started
from core.engine.connection import EngineCommandError
from core.engine.supervising import begun_and_supervised
from core.errors import EngineError, RunError, SealedTestError, UsageError
from core.methods import NAMES, WITHOUT_WRITER
from core.report.bias import bias_words
from core.report.ending import ending_words
from core.report.html import write_report
from core.report.outcome import outcome
from core.said import Said
from core.state import RunState, fold
from core.store import preflights
from core.store.places import model_paths, task_of_run
from core.store.runs import RunFolder
from core.store.workspace import open_workspace

_ANYWAY = "start with limits that are too small for two rounds of the search, too"
_DEMO_CALLS = 800
"""Of the starter model: two to three minutes on two cores."""
_NOTHING = "Nothing better was found: your prompt stays the best."
_CODES = {"finished": 0, "budget": 0, "kept": 0, "cancelled": 130, "failed": 1}


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the commands."""
    demo = commands.add_parser("demo", parents=[common], help="optimize a sample task with a model that is here")
    demo.add_argument("--task", default="", help="name of the sample task")
    demo.add_argument("--seed", type=int, default=0, help="seed of the search (default: 0)")
    demo.set_defaults(handler=_demo)

    optimize = commands.add_parser("optimize", parents=[common], help="search for a better prompt")
    _add_plan(optimize)
    optimize.add_argument("--certify", action="store_true", help="open the sealed test when the run is done")
    optimize.add_argument("--anyway", action="store_true", help=_ANYWAY)
    optimize.set_defaults(handler=_optimize)

    branched = commands.add_parser("branch", parents=[common], help="a new run from a candidate of an earlier one")
    branched.add_argument("run", metavar="RUN", help="id of the run, its beginning, or “last”")
    branched.add_argument("candidate", nargs="?", default="", metavar="CANDIDATE", help="default: the best")
    branched.add_argument("--text", default="", help="start from this text in place of the candidate's")
    branched.add_argument("--set", action="append", default=[], metavar="K=V", help="another parameter of the method")
    branched.add_argument("--budget", default="", metavar="calls=N,…", help="other limits than the earlier run had")
    branched.add_argument("--seed", type=int, help="another seed of the search")
    model_option(branched, "--model", "where the run's model lies now")
    branched.add_argument("--certify", action="store_true", help="open the sealed test when the run is done")
    branched.add_argument("--anyway", action="store_true", help=_ANYWAY)
    branched.set_defaults(handler=_branch)

    preflight = commands.add_parser("preflight", parents=[common], help="before a run: does the prompt matter here?")
    _add_plan(preflight)
    preflight.set_defaults(handler=_preflight)

    resume = commands.add_parser("resume", parents=[common], help="go on with a run that was stopped or died")
    resume.add_argument("run", metavar="RUN", help="id of the run, or its beginning")
    resume.add_argument("--keep", action="store_true", help="search no further: end it with the best of what was tried")
    model_option(resume, "--model", "where the run's model lies now")
    resume.set_defaults(handler=_resume)


def _add_plan(parser: argparse.ArgumentParser) -> None:
    """The options that make a plan."""
    parser.add_argument("task", metavar="TASK", help="folder or name of a task")
    model_option(parser, "--model", "GGUF that does the task (default: the starter, or a sample's own)")
    model_option(parser, "--optimizer", "GGUF that writes prompts (default: the same)")
    model_option(parser, "--embedder", "GGUF for similarities (default: n-grams)")
    model_option(parser, "--judge", "GGUF that judges answers, for metrics that ask one")
    parser.add_argument(
        "--method",
        default=NAMES[0],
        type=method_name,
        metavar="NAME",
        help=Said("default: {names}; see `whet methods`", names=NAMES[0]),
    )
    parser.add_argument("--preset", default="", help="named parameters of the method (default: its first)")
    parser.add_argument("--set", action="append", default=[], metavar="K=V", help="one parameter of the method")
    parser.add_argument("--prompt", action="append", default=[], metavar="TEXT", help="a seed prompt of your own")
    parser.add_argument(
        "--lock", action="append", default=[], metavar="TEXT", help="words of a seed prompt that must stay as they are"
    )
    parser.add_argument("--until", default="", metavar="HH:MM", help="stop when the clock shows this (07:00)")
    parser.add_argument("--budget", default="", metavar="calls=N,tokens=N,minutes=N", help="limits of the run")
    parser.add_argument("--seed", type=int, default=0, help="seed of the search (default: 0)")
    parser.add_argument("--final", choices=[rule.value for rule in FinalRule], help="rule of the final choice")
    parser.add_argument(
        "--reading", choices=[r.value for r in Reading], help="how answers are read (default: labels are compared)"
    )
    parser.add_argument(
        "--stop-at-label",
        action=argparse.BooleanOptionalAction,
        help="end written replies once their label is decided (default: the preset's)",
    )
    parser.add_argument(
        "--label-bias",
        action=argparse.BooleanOptionalAction,
        help="learn an offset per label for the final prompt, where answers are labels (default: the preset's)",
    )
    parser.add_argument(
        "--load", action="append", default=[], metavar="K=V",
        help="one setting of the models (context, lanes, batch, threads, gpu_layers, …) instead of the measured one",
    )  # fmt: skip
    parser.add_argument(
        "--racing",
        choices=[r.value for r in Racing],
        help="drop proposals that cannot win any more, or also on evidence that they will not (default: the preset's)",
    )


def _demo(arguments: argparse.Namespace, screen: Screen) -> int:
    name = arguments.task or paths.offered_samples()[0].name
    on_starter = name == paths.starter_sample().name
    model = "starter" if on_starter else "demonstration"
    screen.say(
        Said("The {model} model searches for a better prompt for the sample task “{name}”.", model=model, name=name)
    )
    budget = Budget(calls=_DEMO_CALLS) if on_starter else Budget()
    plan = Prepare(name, {}, method=WITHOUT_WRITER if on_starter else NAMES[0], seed=arguments.seed, budget=budget)
    return _start(arguments.workspace, plan, screen, certify=True)


def _optimize(arguments: argparse.Namespace, screen: Screen) -> int:
    return _start(arguments.workspace, _plan(arguments), screen, certify=arguments.certify, anyway=arguments.anyway)


def _preflight(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        plan = settled(_plan(arguments), workspace)
        flown = Session(engine, workspace, screen).ask(Preflight(plan, str(workspace.folder)))
        preflights.keep_now(workspace.folder, flown.spec, flown.outlook)
    name = Path(plan.task_folder).name
    screen.result({"task": name, "outlook": flown.outlook, "sentences": flown.sentences})
    for sentence in flown.sentences:
        screen.print(sentence)
    return 0


def _start(folder: Path, plan: Prepare, screen: Screen, *, certify: bool, anyway: bool = False) -> int:
    """Prepare and run a plan, unless its limits make it pointless."""
    plan = msgspec.structs.replace(plan, refuse_shortfall=not anyway)
    with open_workspace(folder) as workspace, EngineProcess() as engine:
        session = Session(engine, workspace, screen)
        find_task(plan.task_folder, workspace)  # a slip is noticed before a process is asked
        started, state = begun_and_supervised(
            engine,
            Start(plan, str(folder)),
            session.follow,
            screen.say,
            lambda run: _tell(run, screen),
            advice="Raise --budget, or start it with --anyway.",
        )
        return _finish(session, started, state, certify=certify)


def _tell(run: Started, screen: Screen) -> None:
    """What begins, and what can be said of it."""
    prepared = run.prepared
    for note in prepared.notes:
        screen.say(note)
    screen.say(
        Said(
            "Run {name}: at most {calls} calls, on {machine}.",
            name=Path(run.run_folder).name,
            calls=prepared.calls,
            machine=prepared.machine,
        )
    )
    for sentence in prepared.outlook.sentences if prepared.outlook else ():
        screen.say(sentence)


def _resume(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        session = Session(engine, workspace, screen)
        folder = workspace.run(arguments.run)
        spec = folder.read_spec()
        task = task_of_run(spec, workspace)
        chosen = model_paths(spec, arguments.model)
        state = session.run(folder, task, chosen, end_early=arguments.keep)
        return _finish(session, Run(str(folder.path), str(task), chosen), state, certify=False)


def _branch(arguments: argparse.Namespace, screen: Screen) -> int:
    with open_workspace(arguments.workspace, write=False) as workspace:
        folder = workspace.run(arguments.run)
        spec, state = folder.read_spec(), fold(folder.read_events().events)
        task, models_ = task_of_run(spec, workspace), model_paths(spec, arguments.model)
    node = candidate_of(state, arguments.candidate or state.best)
    prompt = node.candidate.prompt
    plan = branch(folder.id, spec, Edit(node.candidate.id, arguments.text or prompt.text), prompt, task, models_)
    plan = msgspec.structs.replace(
        plan,
        params={**plan.params, **dict(assignments(arguments.set, "--set"))},
        budget=_budget(arguments.budget) if arguments.budget else plan.budget,
        seed=plan.seed if arguments.seed is None else arguments.seed,
    )
    if plan.origin is not None:
        screen.say(plan.origin.words)
    return _start(arguments.workspace, plan, screen, certify=arguments.certify, anyway=arguments.anyway)


def _finish(session: Session, run: Run | Started, state: RunState, *, certify: bool) -> int:
    folder, screen, ended = RunFolder(Path(run.run_folder)), session.screen, state.ended
    if ended is None:
        raise EngineError("The run has no ending.", hint=Said("Resume it: whet resume {id}", id=folder.id))
    if ended.outcome in {"cancelled", "failed"}:
        screen.say(ended.message)
        screen.say(Said("{hint} Go on with: whet resume {id}", hint=ended.hint, id=folder.id))
        if any(node.cards for node in state.nodes.values()):
            screen.say(Said("To end it with the best of what was tried: whet resume {id} --keep", id=folder.id))
    elif certify:
        _certify(session, run)
    session.workspace.index_run(folder)
    report = write_report(folder, screen.language)
    result = folder.read_result()
    screen.result(result)
    if result is not None and result.best is not None:
        screen.print(Said("Your prompt: {shown}", shown=result.seed_prompt.shown))
        found = outcome(state)
        better = found is not None and found.improved
        certified = folder.read_certificate() is not None
        screen.print(Said("Best prompt: {shown}", shown=result.best.shown) if better else _NOTHING)
        for sentence in filter(None, (*ending_words(state, certified=certified), bias_words(state))):
            screen.print(sentence)
    screen.say(Said("Report: {report}", report=report))
    return _CODES[ended.outcome]


def _certify(session: Session, run: Run | Started) -> None:
    """A refusal is said, and is no failure of the run."""
    try:
        session.screen.print(session.ask(Certify(run.run_folder, run.task_folder, run.models)).sentence)
    except EngineCommandError as error:
        if error.code not in {RunError.code, SealedTestError.code}:
            raise
        session.screen.say(str(error))


def _models(arguments: argparse.Namespace) -> dict[Role, str]:
    chosen = {
        Role.TASK: arguments.model,
        Role.OPTIMIZER: arguments.optimizer,
        Role.EMBEDDER: arguments.embedder,
        Role.JUDGE: arguments.judge,
    }
    return {role: str(path) for role, path in chosen.items() if path is not None}


def _plan(arguments: argparse.Namespace) -> Prepare:
    return Prepare(
        task_folder=arguments.task,
        models=_models(arguments),
        method=arguments.method,
        preset=arguments.preset,
        params=dict(assignments(arguments.set, "--set")),
        seed_prompts=tuple(arguments.prompt),
        budget=_budget(arguments.budget),
        seed=arguments.seed,
        final_rule=FinalRule(arguments.final) if arguments.final else None,
        reading=Reading(arguments.reading) if arguments.reading else None,
        racing=Racing(arguments.racing) if arguments.racing else None,
        settings=dict(assignments(arguments.load, "--load")),
        locked=tuple(arguments.lock),
        until=arguments.until,
        stop_at_label=arguments.stop_at_label,
        label_bias=arguments.label_bias,
    )


def _budget(text: str) -> Budget:
    values = dict(assignments(filter(None, text.split(",")), "--budget"))
    try:
        return msgspec.convert(values, _StrictBudget, strict=False).budget()
    except msgspec.ValidationError as error:
        raise UsageError(
            Said("The budget does not fit: {error}.", error=error), hint="For example: calls=1000,minutes=5"
        ) from error


class _StrictBudget(msgspec.Struct, forbid_unknown_fields=True):
    calls: int | None = None
    tokens: int | None = None
    minutes: float | None = None

    def budget(self) -> Budget:
        for limit in (self.calls, self.tokens, self.minutes):
            if limit is not None and limit <= 0:
                raise UsageError("A budget must be above zero.")
        return Budget(self.calls, self.tokens, self.minutes)
