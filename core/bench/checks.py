"""What every method must keep, as pure functions of its name: each gives a sentence about what is wrong, or nothing.

All run on simulated models (`core.bench.scripted`), so they come out the same on every machine.
"""

import ast
import inspect
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from core import methods
from core.bench import scripted
from core.bench.final_choice import wrong_choice
from core.bench.trials import GOOD_ENDINGS, BenchTrial, TrialOutcome, attempt
from core.control import CancelToken
from core.data.tasks import open_sealed_test
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule
from core.domain.scoring import Scored
from core.events import STOPPED, BlockScored, CandidateScored, decode

Check = Callable[[str], str]
"""From a method's name to what is wrong; empty if nothing is."""

BUDGET = Budget(calls=1_200)
"""What simulated runs may spend where a check is not about the budget."""

_CUTS = 6


def repeatable(method: str) -> str:
    """Same seed, same durable events; another seed, other events."""
    for trial in _presets(method):
        first, second, other = (attempt(replace(trial, seed=seed)) for seed in (3, 3, 4))
        if first.log != second.log:
            return f"{_where(trial)}: two runs with one seed differ at event {_first_difference(first, second)}"
        if _without_spec(first) == _without_spec(other):
            return f"{_where(trial)}: another seed changes nothing"
    return ""


def within_calls(method: str) -> str:
    """The models are never asked more often than the budget of calls allows."""
    for trial in _presets(method):
        for calls in (1, 50, 100, 333, 1_000):
            found = attempt(replace(trial, budget=Budget(calls=calls)))
            if found.calls > calls or found.calls != found.state.spend.calls:
                return f"{_where(trial)}: {found.calls} calls of {calls}, {found.state.spend.calls} charged"
    return ""


def within_tokens(method: str) -> str:
    """The models never read and write more tokens than the budget allows."""
    for trial in _presets(method):
        for tokens in (10, 1_000, 5_000, 20_000):
            found = attempt(replace(trial, budget=Budget(tokens=tokens)))
            if found.tokens > tokens or found.tokens != found.state.spend.tokens:
                return f"{_where(trial)}: {found.tokens} tokens of {tokens}, {found.state.spend.tokens} charged"
    return ""


def within_its_estimate(method: str) -> str:
    """A run without a budget keeps to the upper bound of calls that a person is told before it."""
    for trial in _presets(method):
        found = attempt(replace(trial, budget=Budget()))
        if found.ended.outcome != "finished":
            return f"{_where(trial)}: without a budget it ended with “{found.ended.outcome}”: {found.ended.message}"
        if found.calls > found.most_calls:
            return f"{_where(trial)}: {found.calls} calls, and at most {found.most_calls} were promised"
    return ""


def cancels(method: str) -> str:
    """After a cancel no further call begins, the log ends with it, and the run can go on to the same end."""
    trial = _trial(method)
    whole, total = _counted(trial, 0)
    for stop in sorted(random.Random(0).sample(range(1, total + 1), min(8, total))):
        with tempfile.TemporaryDirectory(prefix="whet-check-") as folder:
            log = Path(folder) / "events.jsonl"
            found, begun = _counted(trial, stop, log)
            if begun != stop or (stop < total and found.ended != STOPPED):
                return f"cancelled in call {stop}, {begun} calls began, and it ended with “{found.ended.outcome}”"
            if attempt(trial, log=log).log != whole.log:
                return f"cancelled in call {stop} and resumed, it did not end as if nothing had been"
    return ""


def survives_useless_optimizers(method: str) -> str:
    """No optimizer makes it crash, loop, or lose the person's own prompt."""
    for name, script in scripted.USELESS.items():
        for parameters in (scripted.LARGE, scripted.SMALL):
            trial = replace(
                _trial(method), optimizer=script, parameters=parameters, limited=False, budget=Budget(calls=1_500)
            )
            try:
                found = attempt(trial)
            except scripted.EndlessError as error:
                return f"“{name}”: it did not stop asking ({error})"
            if found.ended.outcome not in GOOD_ENDINGS or found.state.final is None:
                return f"“{name}”: it ended with “{found.ended.outcome}”: {found.ended.message}"
            if not _competing_seeds(found):
                return f"“{name}”: the person's own prompt was lost"
    return ""


def leaves_the_sealed_test(method: str) -> str:
    """Sealed rows reach neither a model nor the log, and the method's file imports nothing that could read them."""
    with tempfile.TemporaryDirectory(prefix="whet-check-") as folder:
        task = scripted.task_with_sealed_rows(Path(folder))
        sealed = open_sealed_test(Path(folder))
        found = attempt(replace(_trial(method), task=task))
    if (
        found.ended.outcome not in GOOD_ENDINGS
        or not all(row.input.startswith(scripted.SEALED) for row in sealed)
        or not sealed
    ):
        return f"it ended with “{found.ended.outcome}”: {found.ended.message}"
    if any(scripted.SEALED in asked for asked in found.asked) or scripted.SEALED.encode() in found.log:
        return "a sealed row was shown to a model"
    if any(isinstance(event, BlockScored | CandidateScored) and event.split is Split.TEST for event in _events(found)):
        return "sealed rows were scored"
    reached = sorted(name for name in _imports(method) if name.startswith(("core.data", "core.store", "core.engine")))
    return f"its file imports {', '.join(reached)}" if reached else ""


def chooses_by_the_rule(method: str) -> str:
    """The final prompt is the best under the RunSpec's rule, whichever it is; ties: own, fewer words, earlier."""
    for trial in _presets(method):
        for rule in FinalRule:
            for seed in (0, 1, 2):
                found = attempt(replace(trial, final_rule=rule, seed=seed))
                if wrong := wrong_choice(found):
                    return f"{_where(trial)}, rule “{rule.value}”, seed {seed}: {wrong}"
    return ""


def lets_the_own_prompt_compete(method: str) -> str:
    """Every seed prompt is scored where the choice falls, and stays unless it is beaten."""
    words = Prompt("Please look at the word below and complete the task as well as you can.")
    perfect = Prompt(" ".join(scripted.GOOD_WORDS))
    for trial in _presets(method):
        own = (*trial.task.seed_prompts, words)
        tied = attempt(replace(trial, answers=scripted.answer_alike, task=replace(trial.task, seed_prompts=own)))
        best = attempt(replace(trial, task=replace(trial.task, seed_prompts=(words, perfect))))
        for found, wanted in ((tied, own[0]), (best, perfect)):
            chosen = found.state.nodes[found.state.best].candidate if found.state.best else None
            if chosen is None or chosen.prompt != wanted or not chosen.is_seed:
                return f"{_where(trial)}: chosen was “{chosen.prompt.text if chosen else ''}”, not the person's own"
            if len(_competing_seeds(found)) < 2:
                return f"{_where(trial)}: only {len(_competing_seeds(found))} of 2 own prompts competed"
    return ""


def goes_on_from_a_cut_log(method: str) -> str:
    """A log that was cut at any byte is gone on with to the same bytes."""
    trial = _trial(method)
    with tempfile.TemporaryDirectory(prefix="whet-check-") as folder:
        log = Path(folder) / "events.jsonl"
        whole = attempt(trial, log=log).log
        chance = random.Random(1)
        for cut in sorted(chance.randrange(len(whole)) for _ in range(_CUTS)):
            log.write_bytes(whole[:cut])
            if attempt(trial, log=log).log != whole:
                return f"cut after {cut} of {len(whole)} bytes it did not end in the same log"
    return ""


SIMULATED: dict[str, Check] = {
    "same seed": repeatable,
    "calls": within_calls,
    "tokens": within_tokens,
    "estimate": within_its_estimate,
    "cancel": cancels,
    "useless optimizer": survives_useless_optimizers,
    "sealed test": leaves_the_sealed_test,
    "final choice": chooses_by_the_rule,
    "own prompt": lets_the_own_prompt_compete,
    "cut log": goes_on_from_a_cut_log,
}
"""Every check on simulated models by the title of its column."""


def golden(method: str) -> bytes:
    """The log of a small simulated run: equal on every machine as long as the method does the same."""
    return attempt(BenchTrial(method, budget=Budget(calls=420), task=scripted.letters_task(32, 32))).log


def _trial(method: str) -> BenchTrial:
    return BenchTrial(method, budget=BUDGET)


def _presets(method: str) -> Iterator[BenchTrial]:
    for preset in methods.method(method).PRESETS:
        yield replace(_trial(method), preset=preset)


def _where(trial: BenchTrial) -> str:
    return f"preset “{trial.preset}”"


def _events(found: TrialOutcome) -> list[object]:
    return [decode(line) for line in found.log.splitlines(keepends=True)]


def _without_spec(found: TrialOutcome) -> bytes:
    return found.log.partition(b"\n")[2]


def _first_difference(first: TrialOutcome, second: TrialOutcome) -> int:
    pairs = zip(first.log.splitlines(), second.log.splitlines(), strict=False)
    return next((number for number, (a, b) in enumerate(pairs, 1) if a != b), len(first.log.splitlines()) + 1)


def _counted(trial: BenchTrial, stop: int, log: Path | None = None) -> tuple[TrialOutcome, int]:
    """A run that is cancelled in the middle of its call number `stop` (0: never), and how many calls began."""
    cancel, begun = CancelToken(), 0

    def began() -> None:
        nonlocal begun
        begun += 1
        if begun == stop:
            cancel.cancel()

    return attempt(trial, log=log, cancel=cancel, began=began), begun


def _competing_seeds(found: TrialOutcome) -> list[Scored]:
    return [scored for scored in found.results if scored.candidate.is_seed]


@lru_cache
def _imports(method: str) -> frozenset[str]:
    """The modules that a method's file names in its imports."""
    module = inspect.getmodule(methods.method(method).optimize)
    assert module is not None
    found: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return frozenset(found)
