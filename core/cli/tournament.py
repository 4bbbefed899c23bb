"""`whet tournament`: methods against each other, with equal budgets of tokens and several seeds."""

import argparse
from dataclasses import replace
from pathlib import Path

from core.cli.parsing import Commands, model_option
from core.cli.screen import Screen
from core.cli.session import Session, find_task, model_for
from core.control import Cancelled
from core.domain.runspec import Budget, FinalRule, Role, RunSpec
from core.domain.tournament import Entrant, Tournament
from core.engine.client import EngineProcess
from core.engine.protocol import Logged, Message, Prepare, Progressed, Rated
from core.engine.tournament import finish_of, finished, keep_finishes, left, most_tokens, play
from core.errors import UsageError, near_match
from core.events import Event
from core.methods import NAMES
from core.report.pages import tournament_page
from core.report.standings import CHECKPOINTS, Finish, Standing, as_markdown, cells, standings
from core.state import RunState
from core.store.places import model_paths, task_of_run
from core.store.runs import RunFolder
from core.store.tournaments import TournamentFolder, find_tournament, new_tournament
from core.store.workspace import open_workspace

_TOKENS = 100_000
_SEEDS = 3
_NOTE = (
    "Search scores: on validation rows, for comparing methods. They are no proof of a gain; that is `whet certify`. "
    "Between two checkpoints a curve may fall, as a run chooses by its own rows."
)


class _RunsAside(Screen):
    """Shows how far a run is, and leaves its story to the run's own page."""

    def follow(self, item: Event | Message, state: RunState) -> None:
        """Progress and warnings alone."""
        if isinstance(item, Progressed | Logged):
            super().follow(item, state)


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    about = "methods against each other, with equal budgets of tokens"
    command = commands.add_parser("tournament", parents=[common], help=about)
    command.add_argument("tasks", nargs="*", metavar="TASK", help="folders or names of tasks")
    command.add_argument("--methods", default=",".join(NAMES), metavar="A,B", help="default: all")
    command.add_argument("--tokens", type=int, default=_TOKENS, metavar="N", help=f"per run (default: {_TOKENS:,})")
    command.add_argument("--calls", type=int, metavar="N", help="a second limit per run (default: none)")
    command.add_argument("--seeds", type=int, default=_SEEDS, metavar="N", help=f"runs each (default: {_SEEDS})")
    command.add_argument("--seed", type=int, default=0, help="the first seed (default: 0)")
    command.add_argument("--final", choices=[rule.value for rule in FinalRule], help="rule of the final choice")
    model_option(command, "--model", "GGUF that does the task (default: the bundled)")
    model_option(command, "--optimizer", "GGUF that writes prompts (default: the same)")
    command.add_argument("--resume", default="", metavar="ID", help="go on with a tournament, or “last”")
    command.set_defaults(handler=_tournament)


def _tournament(arguments: argparse.Namespace, screen: Screen) -> int:
    if bool(arguments.tasks) is bool(arguments.resume):
        raise UsageError("Name tasks for a new tournament, or one to go on with: --resume ID.")
    screen = _RunsAside(json=screen.json)
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        session = Session(engine, workspace, screen)
        if arguments.resume:
            folder = find_tournament(workspace, arguments.resume)
        else:
            folder = new_tournament(workspace, _asked(arguments, session))
        return _played(folder, session, arguments.model)


def _asked(arguments: argparse.Namespace, session: Session) -> Tournament:
    names = [name.strip() for name in arguments.methods.split(",") if name.strip()]
    unknown = [name for name in names if name not in NAMES]
    if unknown or not names or len(set(names)) < len(names):
        hint = near_match("".join(unknown[:1]), NAMES)
        raise UsageError(f"“{arguments.methods}” is no list of different methods.", hint=hint)
    if arguments.tokens <= 0 or arguments.seeds <= 0 or (arguments.calls is not None and arguments.calls <= 0):
        raise UsageError("Tokens, calls and seeds must be above zero.")
    bases = tuple(_base(name, arguments, session) for name in dict.fromkeys(arguments.tasks))
    return Tournament(
        bases,
        tuple(Entrant(name, name) for name in names),
        tuple(range(arguments.seed, arguments.seed + arguments.seeds)),
        (Budget(arguments.calls, arguments.tokens),) * len(bases),
        FinalRule(arguments.final) if arguments.final else None,
    )


def _base(name: str, arguments: argparse.Namespace, session: Session) -> RunSpec:
    task = session.workspace.adopt_task(find_task(name, session.workspace))
    chosen = {Role.TASK: arguments.model or model_for(task), Role.OPTIMIZER: arguments.optimizer}
    models = {role: str(path) for role, path in chosen.items() if path is not None}
    return session.prepare(Prepare(str(task), models)).spec


def _played(folder: TournamentFolder, session: Session, model: str | None) -> int:
    tournament, screen = folder.read(), session.screen
    count = len(list(tournament.matches()))
    screen.say(
        f"Tournament {folder.id}: {left(folder)} of {count} runs to do, {most_tokens(tournament):,} tokens at most in "
        "all, and the scores of the best prompts on all validation rows beside them."
    )
    try:
        play(
            session.workspace,
            folder,
            lambda base: task_of_run(base, session.workspace),
            lambda run, task: session.run(run, task, model_paths(run.read_spec(), model)),
            screen.say,
        )
        found = _finishes(folder, session, model)
    except (Cancelled, KeyboardInterrupt):
        screen.say(f"Stopped; what is done is kept. Go on with: whet tournament --resume {folder.id}")
        raise
    _show(folder, tournament, found, screen)
    if left(folder):
        screen.say(f"{left(folder)} runs failed. Try them again with: whet tournament --resume {folder.id}")
    return 1 if left(folder) else 0


def _finishes(folder: TournamentFolder, session: Session, model: str | None) -> list[Finish]:
    tournament = folder.read()

    def score(run: RunFolder, task: Path, candidates: tuple[str, ...]) -> Rated:
        return session.rate(run, task, model_paths(run.read_spec(), model), candidates)

    done = finished(folder)
    found = {
        match.key: finish_of(match, run, tournament, task_of_run(match.base, session.workspace), score)
        for match, run in done
    }
    keep_finishes(folder, found)
    return list(found.values())


def _show(folder: TournamentFolder, tournament: Tournament, found: list[Finish], screen: Screen) -> None:
    tables = {"All tasks": standings(found)} if len(tournament.bases) > 1 else {}
    tables |= {base.task: standings([each for each in found if each.task == base.task]) for base in tournament.bases}
    titles = ["", "search score", "95 %", "rank", "95 %", *(f"at {share:.0%}" for share in CHECKPOINTS), "tokens"]
    for title, table in tables.items():
        screen.table(title, titles, [cells(standing) for standing in table])
    text = "\n".join(as_markdown(table, title) for title, table in tables.items())
    file = folder.keep("table.md", f"{text}\n{_NOTE}\n".encode())
    page = folder.keep("report.html", tournament_page(folder.id, tables, _NOTE))
    screen.result(_described(folder, tournament, tables, found))
    screen.print(_NOTE)
    screen.say(f"Table: {file}")
    screen.say(f"Report: {page}")


def _described(
    folder: TournamentFolder, tournament: Tournament, tables: dict[str, list[Standing]], found: list[Finish]
) -> dict[str, object]:
    return {
        "tournament": folder.id,
        "budgets": tournament.budgets,
        "seeds": tournament.seeds,
        "checkpoints": CHECKPOINTS,
        "tables": tables,
        "runs": [replace(finish, rows=()) for finish in found],
    }
