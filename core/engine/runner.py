"""One run from its spec to its ending: the search, the final choice, and exactly one last event."""

import logging
from collections.abc import Sequence

from core.control import Cancelled
from core.domain.example import Split
from core.domain.runspec import FinalRule
from core.domain.scoring import Scored
from core.engine.recorder import Recorder
from core.errors import RunError, WhetError
from core.events import FORMAT, BudgetExhausted, FinalChosen, RunEnded, RunStarted
from core.lab.final import finalists, ranked
from core.lab.lab import Bench, Lab
from core.lab.meter import OutOfBudget
from core.methods import method
from core.methods.base import make_params

FINALISTS = 3
"""How many prompts of the search are scored again on validation rows, beside the person's own."""

_log = logging.getLogger("whet.engine")


def run(lab: Lab, bench: Bench, recorder: Recorder) -> RunEnded:
    """Run, or go on with, a search. Whatever happens, one `RunEnded` is emitted and returned."""
    try:
        ended = RunEnded(_search_and_choose(lab, bench))
    except Cancelled:
        ended = RunEnded("cancelled", "cancelled", "The run was stopped.", "It can be resumed at any time.")
    except WhetError as error:
        ended = RunEnded("failed", error.code, error.message, " ".join(filter(None, (error.kept, error.hint))))
    except Exception as error:  # a surprise ends this run, is shown in full in the log, and leaves the engine standing
        _log.exception("The run failed unexpectedly.")
        ended = RunEnded("failed", "unexpected", f"{type(error).__name__}: {error}", "The log window has the details.")
    recorder.end(ended)
    return ended


def reserved_calls(lab_rule: FinalRule, validation_rows: int, seeds: int, calls: int | None) -> int:
    """Calls kept back for the final choice, at most half of the budget."""
    if lab_rule is not FinalRule.VALIDATION:
        return 0
    wanted = (FINALISTS + seeds) * validation_rows
    return wanted if calls is None else min(wanted, calls // 2)


def _search_and_choose(lab: Lab, bench: Bench) -> str:
    bench.journal.emit(RunStarted(FORMAT, lab.spec))
    outcome = "finished"
    try:
        _search(lab)
    except OutOfBudget as spent:
        lab.close_round()
        bench.journal.emit(BudgetExhausted(spent.limit))
        outcome = "budget"
    lab.close_round()
    bench.meter.release_reserve()
    bench.journal.emit(_choose(lab))
    return outcome


def _search(lab: Lab) -> None:
    module = method(lab.spec.method)
    module.optimize(lab, lab.spec.seed_prompts, make_params(module.Params, lab.spec.params))


def _choose(lab: Lab) -> FinalChosen:
    results = lab.search_results()
    if not results:
        raise RunError(
            "The budget was used up before the seed prompt was scored.", hint="Allow more calls, tokens or minutes."
        )
    if lab.spec.final_rule is FinalRule.VALIDATION:
        scored = _on_validation(lab, finalists(results, FINALISTS))
        if scored:
            best = ranked(scored)[0]
            return FinalChosen(best.candidate.id, FinalRule.VALIDATION, best.value)
    best = ranked(results)[0]
    return FinalChosen(best.candidate.id, FinalRule.SEARCH_SCORE, best.value)


def _on_validation(lab: Lab, candidates: Sequence[Scored]) -> list[Scored]:
    """Scores on rows the search has not seen; empty where there are none, or where the budget is too small for two."""
    if not lab.task.validation or all(scored.card.split is Split.VALIDATION for scored in candidates):
        return []
    scored: list[Scored] = []
    try:
        for candidate in candidates:
            scored += lab.score([candidate.candidate], on=Split.VALIDATION)
    except OutOfBudget:
        _log.warning("The budget did not suffice to score every finalist on the validation rows.")
    own = [item for item in candidates if item.candidate.is_seed]
    return scored if len(scored) > len(own) else []
