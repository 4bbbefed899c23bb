"""Races on recorded landscapes: how many evaluations racing saves, and how often it misses the best prompt.

Every prompt of a pool is scored once on every row of a sample task by the bundled model. Races between prompts drawn
from the pool, on rows drawn from the task, are then replayed on the record by the rules of `core.lab.race`.
"""

import random
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core import paths
from core.bench.bundled import Written
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.control import CancelToken
from core.data import tasks
from core.domain.prompt import Prompt
from core.domain.runspec import Racing, Reading
from core.domain.task import Task
from core.engine.prepare import machine
from core.errors import RunError
from core.lab.race import EVIDENCE, RULES, Leader, Race, Rule, Scores
from core.lab.scorer import BLOCK, Scorer
from core.llm import gguf, hardware
from core.llm.base import ChatModel, Request, user
from core.methods.shared import compact

_WRITTEN_BY_MODEL = 12
_ENTRANTS = 8
_ROWS = (48, 96, 240)
"""Rows of a race: GPO's search rows, and what larger tasks have."""

_RACES = 200
_FULL_RACES = 2000
_SOLVED = 0.95
"""Prompts from this score on are left out of the contested pools: a perfect leader ends a race without any test."""

_NEAR = 0.01 + 1e-9

Matrix = Sequence[Scores]
"""One row of scores per prompt, in one order of the task's rows."""

_VARIANTS: Mapping[str, Rule] = {
    "exact": RULES[Racing.EXACT],
    "statistical": RULES[Racing.STATISTICAL],
    "no bet on the first block": replace(RULES[Racing.STATISTICAL], opening=BLOCK),
    "no tolerance": replace(RULES[Racing.STATISTICAL], tolerance=0.0),
}
"""The two rules of the product, then what was tried beside them."""


@dataclass(frozen=True, slots=True)
class Raced:
    """One race: how far (0…1) its winner is behind the best, the share of evaluations spent, and why others left."""

    behind: float
    spent: float
    losses: Counter[str]


def bench(options: BenchOptions) -> BenchResult:
    """One row per pool, number of rows and rule."""
    landscapes = dict(_recorded(options))
    pools = {"all prompts": landscapes, "contested": {name: contested(matrix) for name, matrix in landscapes.items()}}
    pools = {pool: {name: each for name, each in found.items() if len(each) > 2} for pool, found in pools.items()}
    found: dict[tuple[str, int, str], list[Raced]] = {}
    for pool, matrices in pools.items():
        for rows in _ROWS:
            races = list(drawn(matrices, rows, _FULL_RACES if options.full else _RACES, options.seed))
            for name, rule in _VARIANTS.items():
                found[pool, rows, name] = [replay(matrix, rule) for matrix in races]
            options.say(f"{pool}, {rows} rows: {len(races)} races")
    settings: dict[str, Cell] = {
        "model": "bundled",
        "entrants": _ENTRANTS,
        "prompts": sum(map(len, landscapes.values())),
        "contested prompts": sum(map(len, pools["contested"].values())),
        "evaluations recorded": sum(len(scores) for matrix in landscapes.values() for scores in matrix),
    }
    return BenchResult("racing", machine(), settings, [_row(*key, races) for key, races in found.items()], _bars(found))


def contested(matrix: Matrix) -> Matrix:
    """The prompts that leave something to be done."""
    return [scores for scores in matrix if statistics.fmean(scores) < _SOLVED]


def drawn(matrices: Mapping[str, Matrix], rows: int, races: int, seed: int) -> Iterable[Matrix]:
    """Races of some prompts on some rows in random order, as many from every landscape."""
    for name, matrix in matrices.items():
        rng = random.Random(f"{seed}/{name}")
        for _ in range(races // len(matrices)):
            order = rng.sample(range(len(matrix[0])), min(rows, len(matrix[0])))
            entrants = rng.sample(range(len(matrix)), min(_ENTRANTS, len(matrix)))
            yield [[matrix[entrant][row] for row in order] for entrant in entrants]


def replay(matrix: Matrix, rule: Rule) -> Raced:
    """`Lab.race` on a record: one block each, then the most promising first."""
    rows = len(matrix[0])
    race = Race(rule, rows, len(matrix) - 1)
    losses: Counter[str] = Counter()
    spent = 0
    for scores in sorted(matrix, key=lambda scores: -statistics.fmean(scores[:BLOCK])):
        n, loss = min(BLOCK, rows), None
        while n < rows and (loss := race.loss(scores[:n])) is None:
            n = min(n + BLOCK, rows)
        spent += n
        if loss is None:
            race.finish(Leader("", scores))
        else:
            losses[loss.reason] += 1
    best = max(map(statistics.fmean, matrix))
    return Raced(best - race.leaders[0].mark, spent / (rows * len(matrix)), losses)


def _recorded(options: BenchOptions) -> Iterable[tuple[str, Matrix]]:
    from core.llm import llama  # loads the native library

    file = paths.bundled_model()
    if file is None:
        raise RunError("This installation has no bundled model.")
    model = llama.load(file, hardware.suggest(gguf.read_header(file)))
    try:
        for folder in paths.sample_tasks():
            written = Written.read(folder)
            if written is not None:
                task = tasks.load_task(folder)
                pool = _pool(model, task, written, options.seed)
                yield task.name, [_scores(model, task, text) for text in pool]
                options.say(f"{task.name}: {len(pool)} prompts recorded")
    finally:
        model.close()


def _pool(model: ChatModel, task: Task, written: Written, seed: int) -> list[str]:
    """What people wrote, and what the model writes when it is asked as an optimizer is."""
    rng = random.Random(seed)
    questions = [_question(task, written, number, rng) for number in range(_WRITTEN_BY_MODEL)]
    requests = [Request(user(question), 48, temperature=1.0, seed=rng.randrange(2**31)) for question in questions]
    replies = [reply.text.strip() for reply in model.complete(requests)]
    texts = [written.vague, written.human, *(text for _, text in written.graded), *filter(None, replies)]
    return list(dict.fromkeys(texts))


def _question(task: Task, written: Written, number: int, rng: random.Random) -> str:
    shown = [compact.SolvedExample(example.input, example.answer) for example in rng.sample(task.train, 3)]
    tried = [compact.TriedPrompt(written.vague, 20.0)]
    return (
        compact.trajectory(tried, shown),
        compact.rephrasing(written.human),
        compact.rephrasing(written.graded[number % len(written.graded)][1]),
    )[number % 3]


def _scores(model: ChatModel, task: Task, text: str) -> Scores:
    scorer = Scorer(model, task, Reading.GENERATED, CancelToken())
    rows = (*task.train, *task.validation)
    blocks = (rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK))
    return [verdict.score for block in blocks for verdict in scorer.score(Prompt(text), block)[0]]


def _near(races: Sequence[Raced]) -> float:
    return 100 * statistics.fmean(race.behind <= _NEAR for race in races)


def _spent(races: Sequence[Raced]) -> float:
    return 100 * statistics.fmean(race.spent for race in races)


def _row(pool: str, rows: int, rule: str, races: Sequence[Raced]) -> dict[str, Cell]:
    losses = sum((race.losses for race in races), Counter[str]())
    return {
        "pool": pool,
        "rows": rows,
        "rule": rule,
        "races": len(races),
        "within 1 point %": round(_near(races), 1),
        "farthest behind": round(100 * max(race.behind for race in races), 1),
        "evaluations %": round(_spent(races), 1),
        "dropped on evidence": losses[EVIDENCE],
        "dropped by bounds": losses.total() - losses[EVIDENCE],
    }


def _bars(found: Mapping[tuple[str, int, str], Sequence[Raced]]) -> list[BenchBar]:
    """Of the product's statistical rule: per pool over all numbers of rows, and in the setting that saves least."""
    bars = []
    for pool in dict.fromkeys(pool for pool, _, _ in found):
        races = [race for rows in _ROWS for race in found[pool, rows, Racing.STATISTICAL.value]]
        bars += [
            BenchBar(f"{pool}: races that end within 1 point of the best", round(_near(races), 1), "%", 95),
            BenchBar(f"{pool}: evaluations spent", round(_spent(races), 1), "%", 50, at_least=False),
        ]
    product = [races for (_, _, rule), races in found.items() if rule == Racing.STATISTICAL.value]
    dearest = max(_spent(races) for races in product)
    return [*bars, BenchBar("dearest setting: evaluations spent", round(dearest, 1), "%", 50, at_least=False)]
