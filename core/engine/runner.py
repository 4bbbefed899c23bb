"""One run from its spec to its ending: the search, the final choice, and exactly one last event."""

import logging
from collections.abc import Sequence
from itertools import product

import msgspec

from core.control import Cancelled, EndedEarly
from core.domain.ending import Evidence
from core.domain.example import Split
from core.domain.runspec import FinalRule, RunSpec
from core.domain.scoring import Scored
from core.domain.task import Task
from core.engine.ending import evidence
from core.engine.label_bias import bias_calls, fit_biases
from core.engine.recorder import Recorder
from core.errors import RunError, WhetError
from core.events import FORMAT, STOPPED, BudgetExhausted, FinalChosen, Outcome, RunEnded, RunStarted, SearchEnded
from core.lab.bench import Bench
from core.lab.final import finalists, ranked
from core.lab.lab import Lab
from core.lab.meter import OutOfBudget
from core.lab.scorer import BLOCK
from core.methods import WITHOUT_WRITER, method
from core.methods.base import asks_writer, make_params
from core.methods.shared.cost import fewest_calls, opening_rows
from core.methods.shared.warm_start import most_calls as warm_start_calls
from core.methods.shared.warm_start import warm_start
from core.metrics import metric_of
from core.said import joined

FINALISTS = 3
"""How many prompts of the search are scored again on validation rows, beside the person's own."""

LEAST_ROWS = 32
"""With fewer validation rows than this the score of the search is the better guide."""

_log = logging.getLogger("whet.engine")


def run(lab: Lab, bench: Bench, recorder: Recorder) -> RunEnded:
    """Run, or go on with, a search. Whatever happens, one `RunEnded` is emitted and returned."""
    try:
        outcome, shown = search_and_choose(lab, bench)
        ended = RunEnded(outcome, evidence=shown)
    except Cancelled:
        ended = STOPPED
    except WhetError as error:
        ended = _failed(error)
    except Exception as error:  # a surprise ends this run, is shown in full in the log, and leaves the engine standing
        _log.exception("The run failed unexpectedly.")
        ended = RunEnded("failed", "unexpected", f"{type(error).__name__}: {error}", "The log window has the details.")
    try:
        recorder.end(ended)
    except RunError as error:  # a full disk: the log stays whole, and says on resume where it was
        _log.error("%s", error)
        ended = _failed(error)
        recorder.publish(ended)
    return ended


def _failed(error: WhetError) -> RunEnded:
    return RunEnded("failed", error.code, error.message, joined(error.kept, error.hint))


def calls_per_row(task: Task) -> int:
    """Calls that one prompt's score on one row costs at most: the task model's, and those of a judge model."""
    return 1 + metric_of(task).calls


def reserved_calls(
    rule: FinalRule, validation_rows: int, seeds: int, calls: int | None, per_row: int = 1, *, bias: int = 0
) -> int:
    """Calls kept back for the final choice and for label bias (`bias` at most), at most half of the budget."""
    wanted = bias
    if rule is FinalRule.VALIDATION:
        wanted += (FINALISTS + seeds) * validation_rows * per_row
    return wanted if calls is None else min(wanted, calls // 2)


def most_calls(spec: RunSpec, task: Task) -> int:
    """An upper bound of the calls of a whole run: search, final choice, and the budget where it is smaller."""
    module, seeds, validation = method(spec.method), len(spec.seed_prompts), len(task.validation)
    params = make_params(module.Params, spec.own_params)
    search = module.most_calls(params, spec.settings, train=len(task.train), validation=validation, seeds=seeds)
    per_row = calls_per_row(task)
    if asks_writer(module) and spec.settings.warm_start:
        search += warm_start_calls(len(task.train))
    calls = search * per_row + reserved_calls(
        spec.final_rule, validation, seeds, None, per_row, bias=bias_calls(spec, task)
    )
    return calls if spec.budget.calls is None else min(calls, spec.budget.calls)


def search_and_choose(lab: Lab, bench: Bench) -> tuple[Outcome, Evidence | msgspec.UnsetType]:
    """How the search ended, and on what evidence."""
    bench.journal.emit(RunStarted(FORMAT, lab.spec))
    outcome: Outcome = "finished"
    at_once = False
    try:
        _search(lab)
        lab.score_edits()
    except OutOfBudget as spent:
        lab.close_round()
        bench.journal.emit(BudgetExhausted(spent.limit))
        outcome = "budget"
    except EndedEarly as enough:
        bench.journal.emit(_ended(enough))
        outcome, at_once = "kept", enough.at_once
    lab.close_round()
    lab.close_search()
    bench.meter.release_reserve()
    final, cut_short = (_choose_now(lab, bench), True) if at_once else _choose_carefully(lab, bench)
    return "kept" if cut_short else outcome, evidence(lab, bench, final)


def _ended(enough: EndedEarly) -> SearchEnded:
    return SearchEnded(at_once=True) if enough.at_once else SearchEnded()


def _choose_now(lab: Lab, bench: Bench) -> str:
    """The final candidate by the scores that there are: not one call more."""
    final = _by_search_score(lab)
    bench.journal.emit(final)
    return final.candidate


def _choose_carefully(lab: Lab, bench: Bench) -> tuple[str, bool]:
    """The final candidate by the rule of the run, its label bias after it; and whether the person cut that short."""
    chosen = ""
    try:
        lab.finish_edits()
        remaining = bench.meter.remaining_calls()
        kept_back = 0 if remaining is None else min(bias_calls(lab.spec, lab.task), remaining // 3)
        judged, final = _choose(lab, remaining, kept_back)
        bench.journal.emit(final)
        chosen = final.candidate
        for fitted in fit_biases(lab, judged, chosen, bench.meter.remaining_calls()):
            bench.journal.emit(fitted)
    except EndedEarly as enough:
        bench.journal.emit(_ended(enough))
        return chosen or _choose_now(lab, bench), True
    return chosen, False


def _search(lab: Lab) -> None:
    """The method's own search; where the model that would write is no writer, what can be found without one."""
    module, params = method(lab.spec.method), lab.spec.own_params
    seeds, writer = lab.spec.seed_prompts, lab.spec.profile
    if writer is not None and asks_writer(module):
        lab.note("writer", form=writer.form.value, share=writer.share, writes=writer.writes)
        if not writer.writes:
            module, params = method(WITHOUT_WRITER), {}
    own = make_params(module.Params, params)
    if asks_writer(module) and lab.settings.warm_start:
        train, validation = (len(lab.rows(split)) for split in (Split.TRAIN, Split.VALIDATION))
        rows = opening_rows(module, own, lab.settings, train=train, validation=validation)
        round_ = fewest_calls(
            module, own, lab.settings, lab.spec.racing, 1, train=train, validation=validation
        ) * calls_per_row(lab.task)
        seeds = (*seeds, *warm_start(lab, seeds, rows=rows, kept=round_))
    module.optimize(lab, seeds, own)


def _choose(lab: Lab, remaining: int | None, kept_back: int) -> tuple[list[Scored], FinalChosen]:
    """The final prompt, after the scores that it was chosen by."""
    results = lab.search_results()
    if not results:
        raise RunError(
            "The budget was used up before the seed prompt was scored.", hint="Allow more calls, tokens or minutes."
        )
    if lab.spec.final_rule is FinalRule.VALIDATION:
        scored = _on_validation(lab, results, remaining, kept_back)
        if scored:
            best = ranked(scored)[0]
            return scored, FinalChosen(best.candidate.id, FinalRule.VALIDATION, best.value)
    return results, _by_search_score(lab)


def _by_search_score(lab: Lab) -> FinalChosen:
    best = ranked(lab.search_results())[0]
    return FinalChosen(best.candidate.id, FinalRule.SEARCH_SCORE, best.value)


def _on_validation(lab: Lab, results: Sequence[Scored], remaining: int | None, kept_back: int) -> list[Scored]:
    """Scores on rows the search has not seen; empty where there are none, or too small a budget is left.

    What is `kept_back` for label bias is touched only if the choice would not be made on validation rows without.
    """
    if not lab.task.validation or all(scored.card.split is Split.VALIDATION for scored in results):
        return []
    own = len(finalists(results, 0))
    limits = [None] if remaining is None else [remaining - kept_back, remaining]
    for left, others in product(limits, (FINALISTS, 1)):
        rows = _affordable(len(lab.task.validation), (own + others) * calls_per_row(lab.task), left)
        if rows:
            candidates = [item.candidate for item in finalists(results, others)]
            break
    else:
        return []
    try:
        return lab.score(candidates, on=Split.VALIDATION, rows=rows)
    except OutOfBudget:  # tokens were dearer than before
        _log.warning("The budget did not suffice to score the finalists on the validation rows.")
        return []


def _affordable(rows: int, calls: int, remaining: int | None) -> int:
    """How many leading rows can be scored at so many calls a row: whole blocks, or all; 0 if too few to mean much."""
    if remaining is None or remaining >= rows * calls:
        return rows
    blocks = remaining // calls // BLOCK * BLOCK
    return blocks if blocks >= LEAST_ROWS else 0
