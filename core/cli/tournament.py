"""`whet tournament`: methods against each other, with equal budgets of tokens and several seeds."""

import argparse
from dataclasses import replace

from core.cli.parsing import Commands, model_option
from core.cli.screen import Screen
from core.cli.session import Session, find_task
from core.control import Cancelled
from core.domain.runspec import Budget, FinalRule, Role
from core.domain.tournament import Entrant, Tournament
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.tournament import MatchChanged, PlayTournament, TournamentBegun
from core.engine.connection import EngineDiedError
from core.engine.messages import Message
from core.errors import UsageError, near_match
from core.events import Event
from core.methods import NAMES
from core.report.finishes import kept_finishes, left, most_tokens
from core.report.pages import tournament_page
from core.report.standings import CHECKPOINTS, Finish, Standing, as_markdown, cells, standings
from core.said import Said, as_said
from core.store.tournaments import TournamentFolder, find_tournament
from core.store.workspace import Workspace, open_workspace

_TOKENS = 100_000
_SEEDS = 3
_NOTE = (
    "Search scores: on validation rows, for comparing methods. They are no proof of a gain; that is `whet certify`. "
    "Between two checkpoints a curve may fall, as a run chooses by its own rows."
)


def add_commands(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    about = "methods against each other, with equal budgets of tokens"
    command = commands.add_parser("tournament", parents=[common], help=about)
    command.add_argument("tasks", nargs="*", metavar="TASK", help="folders or names of tasks")
    command.add_argument("--methods", default=",".join(NAMES), metavar="A,B", help="default: all")
    command.add_argument(
        "--tokens",
        type=int,
        default=_TOKENS,
        metavar="N",
        help=Said("per run (default: {tokens})", tokens=f"{_TOKENS:,}"),
    )
    command.add_argument("--calls", type=int, metavar="N", help="a second limit per run (default: none)")
    command.add_argument(
        "--seeds", type=int, default=_SEEDS, metavar="N", help=Said("runs each (default: {seeds})", seeds=_SEEDS)
    )
    command.add_argument("--seed", type=int, default=0, help="the first seed (default: 0)")
    command.add_argument("--final", choices=[rule.value for rule in FinalRule], help="rule of the final choice")
    model_option(command, "--model", "GGUF that does the task (default: the bundled)")
    model_option(command, "--optimizer", "GGUF that writes prompts (default: the same)")
    command.add_argument("--resume", default="", metavar="ID", help="go on with a tournament, or “last”")
    command.set_defaults(handler=_tournament)


def _tournament(arguments: argparse.Namespace, screen: Screen) -> int:
    if bool(arguments.tasks) is bool(arguments.resume):
        raise UsageError("Name tasks for a new tournament, or one to go on with: --resume ID.")
    with open_workspace(arguments.workspace) as workspace, EngineProcess() as engine:
        place, model = str(workspace.folder), str(arguments.model or "")
        if arguments.resume:
            command = PlayTournament(place, find_tournament(workspace, arguments.resume).id, model=model)
        else:
            command = _asked(arguments, workspace)
        return _played(command, Session(engine, workspace, screen))


def _asked(arguments: argparse.Namespace, workspace: Workspace) -> PlayTournament:
    names = [name.strip() for name in arguments.methods.split(",") if name.strip()]
    unknown = [name for name in names if name not in NAMES]
    if unknown or not names or len(set(names)) < len(names):
        hint = near_match("".join(unknown[:1]), NAMES)
        raise UsageError(Said("“{methods}” is no list of different methods.", methods=arguments.methods), hint=hint)
    if arguments.tokens <= 0 or arguments.seeds <= 0 or (arguments.calls is not None and arguments.calls <= 0):
        raise UsageError("Tokens, calls and seeds must be above zero.")
    chosen = {Role.TASK: arguments.model, Role.OPTIMIZER: arguments.optimizer}
    models = {role: str(path) for role, path in chosen.items() if path is not None}
    return PlayTournament(
        str(workspace.folder),
        plans=tuple(Prepare(str(find_task(name, workspace)), models) for name in dict.fromkeys(arguments.tasks)),
        entrants=tuple(Entrant(name, name) for name in names),
        seeds=tuple(range(arguments.seed, arguments.seed + arguments.seeds)),
        budget=Budget(arguments.calls, arguments.tokens),
        final_rule=FinalRule(arguments.final) if arguments.final else None,
        model=str(arguments.model or ""),
    )


def _played(command: PlayTournament, session: Session) -> int:
    """Play it through; if the engine's process dies, it goes on where it stopped, once."""
    screen, begun = session.screen, command.id

    def on_item(item: Event | Message) -> None:
        nonlocal begun
        if isinstance(item, TournamentBegun):
            begun = begun or item.id
            _announce(find_tournament(session.workspace, item.id), item.left, screen)
        elif isinstance(item, MatchChanged) and item.words:
            screen.say(item.words)
        screen.on_item(item)

    try:
        try:
            session.ask(command, on_item)
        except EngineDiedError as death:
            if not begun:
                raise
            screen.say(
                Said(
                    "{message} It is started again, and the tournament goes on where it stopped.", message=death.message
                )
            )
            session.engine.restart()
            session.ask(PlayTournament(command.workspace, begun, model=command.model), on_item)
    except (Cancelled, KeyboardInterrupt):
        if begun:
            screen.say(Said("Stopped; what is done is kept. Go on with: whet tournament --resume {begun}", begun=begun))
        raise
    folder = find_tournament(session.workspace, begun)
    _show(folder, folder.read(), list(kept_finishes(folder).values()), screen)
    failed = left(folder)
    if failed:
        screen.say(
            Said(
                "{failed} runs failed. Try them again with: whet tournament --resume {id}", failed=failed, id=folder.id
            )
        )
    return 1 if failed else 0


def _announce(folder: TournamentFolder, to_do: int, screen: Screen) -> None:
    tournament = folder.read()
    screen.say(
        Said(
            "Tournament {id}: {to_do} of {matches} runs to do, {most_tokens} tokens at most in all, and "
            "the scores of the best prompts on all validation rows beside them.",
            id=folder.id,
            to_do=to_do,
            matches=len(list(tournament.matches())),
            most_tokens=f"{most_tokens(tournament):,}",
        )
    )


def _show(folder: TournamentFolder, tournament: Tournament, found: list[Finish], screen: Screen) -> None:
    tables: dict[str, list[Standing]] = {as_said("All tasks"): standings(found)} if len(tournament.bases) > 1 else {}
    tables |= {base.task: standings([each for each in found if each.task == base.task]) for base in tournament.bases}
    titles = [
        "",
        "search score",
        "95 %",
        "rank",
        "95 %",
        *(Said("at {share}", share=f"{share:.0%}") for share in CHECKPOINTS),
        "tokens",
    ]
    for title, table in tables.items():
        screen.table(title, titles, [cells(standing) for standing in table])
    text = "\n".join(as_markdown(table, title) for title, table in tables.items())
    file = folder.keep("table.md", f"{text}\n{_NOTE}\n".encode())
    page = folder.keep("report.html", tournament_page(folder.id, tables, _NOTE, screen.language))
    screen.result(_described(folder, tournament, tables, found))
    screen.print(_NOTE)
    screen.say(Said("Table: {file}", file=file))
    screen.say(Said("Report: {page}", page=page))


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
