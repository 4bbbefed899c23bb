"""Prompts scored on the same rows from Python: one of them, or several against each other."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.control import CancelToken
from core.data.tasks import load_task
from core.domain.certificate import PairedGain
from core.domain.comparison import ComparisonCell, Contestant
from core.domain.prompt import Prompt
from core.domain.runspec import Role
from core.engine.client import EngineProcess
from core.engine.commands.compare import CellScored, Compare, Weigh
from core.errors import EngineError, UsageError
from core.scripting.driving import Driver, OnProgress
from core.scripting.places import Asked, FoundTask, Home, task_for
from core.scripting.searching import models_of
from core.store import comparisons
from core.store.places import called

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """One row: what was asked, which answers are right, the reply, the answer read from it, and its score (0…1)."""

    row: int
    input: str
    answers: tuple[str, ...]
    reply: str
    extracted: str | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a prompt scored with a model on the validation rows, 0…1; `low` … `high` is its 95 % interval.

    `gain` holds it against the first prompt of a comparison on the same rows, paired; `None` for the first itself.
    """

    prompt: str
    model: str
    seed: int
    score: float
    low: float
    high: float
    rows: tuple[JudgedRow, ...]
    tokens: int
    gain: PairedGain | None = None
    notes: tuple[str, ...] = ()

    @property
    def unread(self) -> int:
        """Replies in which no answer was found: they count as wrong."""
        return sum(each.extracted is None for each in self.rows)


@dataclass(frozen=True, slots=True)
class Measuring:
    """What is held against each other, and how often each is asked: once per seed, with a temperature."""

    prompts: Sequence[str]
    models: Sequence[str | Path] = ()
    helpers: Mapping[Role, str | Path | None] | None = None
    seeds: int = 1
    temperature: float = 0.0
    rows: int = 0


def measured(
    asked: Asked, wanted: Measuring, home: Home, on_progress: OnProgress | None, cancel: CancelToken | None
) -> tuple[Evaluation, ...]:
    """Every prompt on every model, the first prompt's first. Raises `WhetError` for what does not fit."""
    if wanted.seeds < 1 or wanted.rows < 0:
        raise UsageError("Seeds are counted from 1, and rows from 0, which is all of them.")
    cancel = cancel or CancelToken()
    with home.open() as here, EngineProcess() as engine:
        driver = Driver(engine, on_progress, cancel)
        found = task_for(asked, here, cancel)
        prompts = tuple(wanted.prompts) or tuple(each.text for each in load_task(found.folder).seed_prompts)
        command = _command(wanted, prompts, found, home)
        cells = [item.cell for item in driver.follow(command) if isinstance(item, CellScored)]
        if not cells:
            raise EngineError("The engine did not answer.", hint="Try again.")
        gains = {cell.key: _gain(driver, command, cells[0], cell) for cell in cells[1:]}
    inputs = {row.row: row for row in load_task(found.folder).validation}
    return tuple(
        Evaluation(
            prompts[cell.key.prompt],
            called(command.models[cell.key.model]),
            cell.key.seed,
            cell.value,
            cell.low,
            cell.high,
            tuple(
                JudgedRow(v.row, inputs[v.row].input, inputs[v.row].answers, v.output, v.extracted, v.score, v.reason)
                for v in cell.verdicts
            ),
            cell.tokens,
            gains.get(cell.key),
            found.notes,
        )
        for cell in cells
    )


def _command(wanted: Measuring, prompts: Sequence[str], found: FoundTask, home: Home) -> Compare:
    asked: Sequence[str | Path | None] = tuple(wanted.models) or (None,)
    named = [models_of({Role.TASK: model}, found.folder)[Role.TASK] for model in asked]
    helpers = {role: place for role, place in (wanted.helpers or {}).items() if place is not None}
    given = models_of({Role.TASK: named[0], **helpers}, found.folder)
    file = home.folder / comparisons.FOLDER / f"api-{secrets.token_hex(6)}.jsonl"
    return Compare(
        str(file),
        str(found.folder),
        tuple(Contestant(_name(text), Prompt(text)) for text in prompts),
        tuple(named),
        tuple(range(1, wanted.seeds + 1)),
        wanted.temperature,
        wanted.rows,
        {role: place for role, place in given.items() if role is not Role.TASK},
    )


def _gain(driver: Driver, command: Compare, first: ComparisonCell, other: ComparisonCell) -> PairedGain:
    return driver.ask(Weigh(command.file, command.task_folder, first.key, other.key)).contrast.gain


def _name(text: str) -> str:
    flat = " ".join(text.split()) or "–"
    return flat if len(flat) <= _LONGEST_NAME else flat[: _LONGEST_NAME - 1] + "…"
