"""Before a run: what its sealed rows can show, what it costs, and a pre-flight of a handful of prompts."""

import math
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core import paths
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.run_estimate import ASSUMED_CHANGING, SMALL_GAIN, Range, RunEstimate, Spread
from core.domain.runspec import Budget, FinalRule, RunSpec
from core.domain.scoring import Scored
from core.domain.task import Task
from core.engine.commands.preflight import Preflight, Preflown
from core.engine.context import EngineContext
from core.engine.logged import load_same_task
from core.engine.progress import Telemetry
from core.engine.runner import most_calls
from core.events import AnswersWeighed, BlockScored, Event
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.proposing.question import Question
from core.lab.scorer import BLOCK
from core.lab.spread import spread
from core.lab.stats import chance_to_certify, mean_and_half_width, rows_needed, smallest_detectable_gain
from core.methods.shared import compact

_ROWS = 48
_PARAPHRASES = 4
_TOKENS = 256
_SMALL = 100_000_000
"""Optimizer models below this size understand the compact wording only."""

_QUESTION = """\
Rewrite the instruction below in other words. Keep what it asks for.

{prompt}

Reply with the new instruction only, inside <new_prompt> and </new_prompt>."""


def run_estimate(task: Task, spec: RunSpec, seen: Spread | None = None) -> RunEstimate:
    """What can be said before a run; with the spread of a pre-flight instead of an assumption if there is one."""
    changing = max(seen.changing, 1 / seen.rows) if seen else ASSUMED_CHANGING
    rows = task.test_rows
    smallest = smallest_detectable_gain(rows, changing)
    return RunEstimate(
        sealed_rows=rows,
        changing=changing,
        smallest_gain=smallest if math.isfinite(smallest) else None,
        chance_of_small_gain=chance_to_certify(rows, SMALL_GAIN, changing),
        rows_for_small_gain=rows_needed(SMALL_GAIN, changing),
        floor=_floor(task),
        calls=Range(_least_calls(spec, task), most_calls(spec, task)),
        spread=seen,
    )


def preflight(command: Preflight, context: EngineContext) -> Preflown:
    """Score the first seed prompt, paraphrases by the optimizer and an empty prompt on some train rows."""
    from core.engine.prepare import prepare  # which asks for the outlook itself

    plan = command.plan
    prepared = prepare(plan, context.report, context.cancel)
    spec = replace(prepared.spec, budget=Budget())
    task = load_same_task(spec, Path(plan.task_folder))
    owner = paths.owner_of(Path(command.workspace)) if command.workspace else ""
    models = context.models.for_run(spec.models, plan.models, cancel=context.cancel, send=context.send, owner=owner)
    meter, journal = Meter(Budget()), _TimedJournal()
    telemetry = Telemetry(context.send, meter)
    lab = Lab(task, spec, Bench(models, journal, meter, context.cancel, telemetry.observe, telemetry.begin))
    scored = lab.score(_prompts(lab, spec.seed_prompts[0]), on=Split.TRAIN, rows=_ROWS)
    found = run_estimate(task, prepared.spec, spread(_scores(scored)) if len(scored) > 1 else None)
    found = replace(
        found,
        tokens=_total(found.calls, [block.tokens for block in journal.blocks]),
        seconds=_total(found.calls, [block.seconds for block in journal.blocks]),
        shortfall=prepared.outlook.shortfall if prepared.outlook is not None else None,
    )
    return Preflown(prepared.spec, found, found.sentences)


@dataclass(frozen=True, slots=True)
class _Block:
    """What a call of one block of rows cost on average."""

    tokens: float
    seconds: float


class _TimedJournal(MemoryJournal):
    """Remembers what each block cost."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self._last = time.monotonic()

    def emit(self, event: Event) -> None:
        """Remember the event, and if it is a block of answers what a call of it cost since the last event."""
        super().emit(event)
        now = time.monotonic()
        if isinstance(event, BlockScored | AnswersWeighed) and event.spent.calls:
            tokens = event.spent.tokens
            self.blocks.append(_Block(tokens / event.spent.calls, (now - self._last) / event.spent.calls))
        self._last = now


def _prompts(lab: Lab, seed: Prompt) -> list[Prompt]:
    """The seed first, then paraphrases that differ from it, then an empty prompt."""
    small = 0 < lab.optimizer_parameters < _SMALL
    lab.candidate(seed)
    question = Question(
        compact.rephrasing(seed.text) if small else _QUESTION.format(prompt=seed.text),
        seed,
        "preflight",
        prompts=(seed.text,),
        tag="" if small else "new_prompt",
        max_tokens=max(_TOKENS, 3 * seed.words),
    )
    paraphrases = (draft.prompt for draft in lab.propose(question, _PARAPHRASES))
    return list(dict.fromkeys([seed, *paraphrases, Prompt("")]))


def _scores(scored: Sequence[Scored]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.array([[verdict.score for verdict in each.card.verdicts] for each in scored], dtype=np.float64)


def _total(calls: Range, each: Sequence[float]) -> Range:
    """Of all calls, from what one of them costs: 95 % of its mean, times the least and the most calls."""
    mean, half = mean_and_half_width(each)
    return Range(calls.least * max(0.0, mean - half), calls.most * (mean + half))


def _least_calls(spec: RunSpec, task: Task) -> int:
    """The person's own prompts on one block and, where it decides, on the validation rows."""
    rows = min(BLOCK, len(task.train))
    if spec.final_rule is FinalRule.VALIDATION:
        rows += len(task.validation)
    return min(len(spec.seed_prompts) * rows, most_calls(spec, task))


def _floor(task: Task) -> float | None:
    """The share of the commonest label among train and validation rows."""
    if not task.contract.labels:
        return None
    answers = Counter(example.answer for example in (*task.train, *task.validation))
    return max(answers.values()) / answers.total() if answers else None
