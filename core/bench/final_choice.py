"""Which prompt a simulated run had to end with, worked out anew from its scores."""

from core.bench.trials import GOOD_ENDINGS, TrialOutcome
from core.domain.example import Split
from core.domain.runspec import FinalRule


def wrong_choice(found: TrialOutcome) -> str:
    """What is wrong with the final prompt of a run; empty if it is the one that the rule names."""
    final = found.state.final
    if found.ended.outcome not in GOOD_ENDINGS or final is None:
        return f"it ended with “{found.ended.outcome}”: {found.ended.message}"
    searched_on_validation = all(scored.card.split is Split.VALIDATION for scored in found.results)
    expected = FinalRule.SEARCH_SCORE if searched_on_validation else found.spec.final_rule
    if final.rule is not expected:
        return f"the choice fell by “{final.rule.value}”"
    values = _by_validation(found) if final.rule is FinalRule.VALIDATION else _by_search(found)
    best = min(values, key=lambda id_: (-values[id_], *_preference(found, id_)))
    own = {node.candidate.id for node in found.state.seeds}
    if not own <= set(values):
        return "a prompt of the person's own was not compared"
    return "" if best == final.candidate else f"{final.candidate} was chosen, and {best} is better"


def _preference(found: TrialOutcome, id_: str) -> tuple[bool, int, int]:
    """Of equals: the person's own first, then fewer words with all demonstrations, then the earlier."""
    candidate = found.state.nodes[id_].candidate
    return not candidate.is_seed, candidate.prompt.length, int(id_[1:])


def _by_search(found: TrialOutcome) -> dict[str, float]:
    return {scored.candidate.id: scored.value for scored in found.results}


def _by_validation(found: TrialOutcome) -> dict[str, float]:
    """What was scored on the validation rows on which the choice fell."""
    assert found.state.final is not None
    rows = found.state.nodes[found.state.final.candidate].cards[Split.VALIDATION].n
    cards = ((id_, node.cards.get(Split.VALIDATION)) for id_, node in found.state.nodes.items())
    return {id_: card.value for id_, card in cards if card is not None and card.n == rows}
