"""Contests for benches: entrants × tasks × seeds with equal tokens, and what their prompts score on sealed rows.

Only for sample tasks, whose sealed rows are for practice, and for public datasets. A contest lies in a workspace of its
own, so that one that was stopped goes on; it is deleted when the bench is done.
"""

import hashlib
import os
import shutil
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from core import __version__, paths
from core.bench.sealed import SealedJudge
from core.bench.table import BenchOptions
from core.control import CancelToken
from core.data import tasks
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, Reading, Role
from core.domain.tournament import Entrant, Match, Tournament
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.tournament import MatchChanged, PlayTournament
from core.engine.prepare import machine
from core.engine.servers import ANSWERS
from core.errors import RunError
from core.events import BlockScored, CandidateRejected, OptimizerReplied
from core.lab.scorer import BLOCK, Scorer
from core.llm.answers import AnswerStore
from core.llm.base import ChatModel
from core.llm.cached import CachedModel
from core.report.finishes import finished
from core.report.standings import Floats
from core.state import fold
from core.store.runs import RunFolder
from core.store.tournaments import TournamentFolder, new_tournament
from core.store.workspace import Workspace, open_workspace

SEED_PROMPT, HUMAN_PROMPT = "seed prompt", "human prompt"
"""The rows of a table that no search was needed for."""

_NAME = "contest"


@dataclass(frozen=True, slots=True)
class ContestPlan:
    """What is to be compared. `calls` limit a run; its tokens are those of so many answers under the human prompt."""

    name: str
    folders: tuple[Path, ...]
    model: Path
    entrants: tuple[Entrant, ...]
    seeds: tuple[int, ...]
    calls: int
    sealed_rows: int
    final_rule: FinalRule | None = None


@dataclass(frozen=True, slots=True)
class ContestResult:
    """One run: its final prompt's scores on sealed rows, and what the search was like.

    `search` is the final prompt's score on the rows of the search. `optimizer` is the optimizer's share of the tokens.
    """

    task: str
    entrant: str
    seed: int
    rows: tuple[float, ...]
    search: float
    prompt: str
    is_own: bool
    calls: int
    tokens: int
    scored: int
    replies: int
    refused: Counter[str]
    optimizer: float

    @property
    def value(self) -> float:
        """The mean on the sealed rows."""
        return statistics.fmean(self.rows)


@dataclass(frozen=True, slots=True)
class BenchContest:
    """All results, and the scores of the prompts that needed no search, by task and row of the table."""

    results: tuple[ContestResult, ...]
    fixed: dict[str, dict[str, tuple[float, ...]]]
    tokens: dict[str, int]
    machine: str

    def of(self, task: str, entrant: str) -> list[ContestResult]:
        """The results of an entrant on a task, by seed."""
        return [each for each in self.results if (each.task, each.entrant) == (task, entrant)]

    def matrix(self, task: str, entrant: str) -> Floats:
        """The sealed scores of an entrant on a task, seeds × rows; one line for a prompt that needed no search."""
        rows = self.fixed[task].get(entrant)
        found = [rows] if rows is not None else [each.rows for each in self.of(task, entrant)]
        return np.asarray(found, dtype=np.float64)


def hold(plan: ContestPlan, options: BenchOptions) -> BenchContest:
    """Run what is left of a contest, then score its prompts on the sealed rows."""
    budgets = _budgets(plan)
    with _kept_workspace(plan) as workspace:
        with EngineProcess() as engine:
            folder = _tournament(plan, workspace, engine, budgets)

            def on_item(item: object) -> None:
                if isinstance(item, MatchChanged) and item.words:
                    options.say(item.words)

            engine.ask(PlayTournament(str(workspace.folder), folder.id, model=str(plan.model), rate=False), on_item)
            done = finished(folder)
        if len(done) < len(list(folder.read().matches())):
            raise RunError("Some runs of the bench failed.", kept="The others are kept.", hint="Start it again.")
        return _judged(plan, workspace, done, budgets, options)


def _models(plan: ContestPlan) -> dict[Role, str]:
    return {Role.TASK: str(plan.model)}


def _tournament(
    plan: ContestPlan, workspace: Workspace, engine: EngineProcess, budgets: dict[str, int]
) -> TournamentFolder:
    path = workspace.folder / "tournaments" / _NAME
    for place in plan.folders:
        workspace.adopt_task(place)
    if path.is_dir():
        return TournamentFolder(path, workspace)
    wanted = (Prepare(str(place), _models(plan), stop_at_label=False) for place in plan.folders)
    bases = [engine.ask(command).spec for command in wanted]
    limits = tuple(Budget(plan.calls, budgets[base.task]) for base in bases)
    return new_tournament(
        workspace, Tournament(tuple(bases), plan.entrants, plan.seeds, limits, plan.final_rule), _NAME
    )


def _budgets(plan: ContestPlan) -> dict[str, int]:
    """Tokens of a run by task: as many as `calls` answers under the human prompt cost, on rows of the search; under
    the seed prompt where the task has no human one."""
    with _loaded(plan, "") as model:
        return {
            reading.task.name: _tokens(plan, model, reading)
            for place in plan.folders
            for reading in [tasks.read_task(place)]
        }


def _tokens(plan: ContestPlan, model: ChatModel, reading: tasks.TaskReading) -> int:
    task, rows = reading.task, reading.task.train[: 2 * BLOCK]
    typical = Prompt(reading.reference) if reading.reference else task.seed_prompts[0]
    scorer = Scorer(model, task, Reading.GENERATED, CancelToken())
    _, spent = scorer.score(typical, rows)
    return round(plan.calls * spent.tokens / len(rows))


def _judged(
    plan: ContestPlan,
    workspace: Workspace,
    done: Sequence[tuple[Match, RunFolder]],
    budgets: dict[str, int],
    options: BenchOptions,
) -> BenchContest:
    results: list[ContestResult] = []
    fixed: dict[str, dict[str, tuple[float, ...]]] = {}
    with _loaded(plan, paths.owner_of(workspace.folder)) as model:
        for place in plan.folders:
            reading = tasks.read_task(place)
            judge = SealedJudge.of(place, model, plan.sealed_rows)
            name = reading.task.name
            fixed[name] = {SEED_PROMPT: judge.rows(reading.task.seed_prompts[0])}
            if reading.reference:
                fixed[name][HUMAN_PROMPT] = judge.rows(Prompt(reading.reference))
            results += [_result(match, run, judge) for match, run in done if match.base.task == name]
            options.say(f"{name}: sealed rows scored.")
    return BenchContest(tuple(results), fixed, budgets, machine())


def _result(match: Match, run: RunFolder, judge: SealedJudge) -> ContestResult:
    events = run.read_events().events
    state = fold(events)
    node = state.nodes[state.best]
    card = node.cards.get(Split.TRAIN) or node.cards.get(Split.VALIDATION)
    asked = sum(event.spent.tokens for event in state.asks)
    replies = sum(len(event.replies) for event in events if isinstance(event, OptimizerReplied))
    scored = {event.candidate for event in events if isinstance(event, BlockScored)}
    return ContestResult(
        match.base.task,
        match.entrant.name,
        match.seed,
        judge.rows(node.candidate.prompt),
        card.value if card else 0.0,
        node.candidate.prompt.text,
        node.candidate.is_seed,
        state.spend.calls,
        state.spend.tokens,
        len(scored),
        replies,
        Counter(event.reason for event in events if isinstance(event, CandidateRejected)),
        asked / max(1, state.spend.tokens),
    )


@contextmanager
def _loaded(plan: ContestPlan, owner: str) -> Iterator[ChatModel]:
    """The model in this process, with its answers kept for `owner` unless they are switched off."""
    from core.llm import gguf, hardware, llama  # loads the native library

    settings = hardware.suggest(gguf.read_header(plan.model))
    model: ChatModel = llama.load(plan.model, settings)
    if owner and os.environ.get(ANSWERS) != "off":
        model = CachedModel(model, settings, AnswerStore(paths.answers_folder()))
        model.keep_for(owner)
    try:
        yield model
    finally:
        model.close()


@contextmanager
def _kept_workspace(plan: ContestPlan) -> Iterator[Workspace]:
    """A workspace that outlives a bench that was stopped, and no other."""
    digest = hashlib.sha256(msgspec.json.encode((__version__, plan.entrants, plan.seeds, plan.calls, plan.final_rule)))
    for place in plan.folders:
        digest.update(tasks.task_fingerprint(tasks.load_task(place)).encode())
    digest.update(str(plan.model.stat().st_size).encode() + plan.model.name.encode())
    folder = paths.user_folder() / "benches" / f"{plan.name}-{digest.hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with open_workspace(folder, create=True) as workspace:
        yield workspace
    store = AnswerStore(paths.answers_folder())
    store.forget([paths.owner_of(folder)])
    store.close()
    shutil.rmtree(folder)
