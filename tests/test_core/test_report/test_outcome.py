"""What a run has come to, and whether a search gets nowhere."""

import pytest

from core import events as e
from core.domain.candidate import Candidate
from core.domain.ending import Advice, Evidence, Why
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, ModelRef, Role, RunSpec
from core.domain.scoring import Verdict
from core.report.ending import ending_words
from core.report.outcome import Trouble, outcome, standstill
from core.state import fold

_SPEC = RunSpec(
    task="made up",
    task_fingerprint="a" * 64,
    test_fingerprint="b" * 64,
    seed_prompts=(Prompt("Answer."),),
    models={Role.TASK: ModelRef("none", "c" * 64)},
    method="gpo",
    params={},
    final_rule=FinalRule.SEARCH_SCORE,
    budget=Budget(calls=400),
    whet="0",
)


def scored(candidate: str, right: int, rows: int = 40) -> list[e.Event]:
    verdicts = tuple(Verdict(row, float(row < right), "x", extracted="x") for row in range(rows))
    value = right / rows
    return [
        e.BlockScored(candidate, Split.TRAIN, 0, verdicts, e.Cost(rows, 0, 0)),
        e.CandidateScored(candidate, Split.TRAIN, value, 0.0, 1.0, rows, 0),
    ]


def seeded(right: int = 20) -> list[e.Event]:
    own = e.CandidateProposed(Candidate("c0", Prompt("Answer."), (), "seed", 0))
    return [e.RunStarted(1, _SPEC), own, *scored("c0", right)]


def proposed(number: int, right: int) -> list[e.Event]:
    text = f"Answer number {number}."
    return [
        e.CandidateProposed(Candidate(f"c{number}", Prompt(text), ("c0",), "step", 1)),
        *scored(f"c{number}", right),
    ]


def refused(round_: int, times: int) -> list[e.Event]:
    return [e.CandidateRejected("nothing", "no tag", round_)] * times


def test_that_a_better_prompt_is_held_against_the_persons_own_with_an_interval() -> None:
    chosen: list[e.Event] = [e.FinalChosen("c1", FinalRule.SEARCH_SCORE, 0.9), e.RunEnded("finished")]
    found = outcome(fold([*seeded(), *proposed(1, 36), *chosen]))
    assert found is not None
    assert found.improved
    assert (found.before, found.after, found.rows) == (0.5, 0.9, 40)
    assert found.low is not None
    assert found.high is not None
    assert 0.2 < found.low < 0.4 < found.high < 0.6


def test_that_ones_own_prompt_at_the_end_is_no_improvement_and_says_what_to_try() -> None:
    evidence = Evidence(Why.UNUSABLE, Advice.ANOTHER_WRITER, 1, 16, 15, 0.0, -0.1, 0.1, 0.0, "", 300, 400)
    chosen: list[e.Event] = [e.FinalChosen("c0", FinalRule.SEARCH_SCORE, 0.5), e.RunEnded("budget", evidence=evidence)]
    found = outcome(fold([*seeded(), *proposed(1, 10), *chosen]))
    assert found is not None
    assert not found.improved
    assert found.why is Why.UNUSABLE
    assert found.low is None


def test_that_a_run_that_has_chosen_nothing_has_no_outcome() -> None:
    assert outcome(fold(seeded())) is None
    assert outcome(fold([])) is None


@pytest.mark.parametrize(
    ("rejected", "right", "trouble"),
    [(15, 10, Trouble.UNUSABLE), (0, 10, Trouble.NOT_BETTER), (15, 36, None)],
)
def test_that_two_rounds_without_a_use_are_a_standstill_and_one_is_not(
    rejected: int, right: int, trouble: Trouble | None
) -> None:
    best = "c1" if right > 20 else "c0"
    first = [e.RoundStarted(1, 8), *proposed(1, right), *refused(1, rejected), e.RoundEnded(1, best)]
    second = [e.RoundStarted(2, 8), *refused(2, rejected), *proposed(2, 5), e.RoundEnded(2, best)]
    assert standstill(fold([*seeded(), *first])) is None
    found = standstill(fold([*seeded(), *first, *second]))
    assert (found.trouble if found is not None else None) is trouble
    if found is not None:
        assert (found.rounds, found.refused, found.replies) == (2, 2 * rejected, 2 * rejected + 2)
    ended = e.RunEnded("cancelled")
    assert standstill(fold([*seeded(), *first, *second, ended])) is None


@pytest.mark.parametrize("advice", [Advice.CERTIFY, Advice.MORE_ROWS])
def test_that_a_step_that_was_taken_is_not_the_next_one(advice: Advice) -> None:
    evidence = Evidence(Why.BETTER, advice, 1, 0, 0, 0.25, 0.1, 0.4, 0.0, "", 300, 400)
    state = fold([*seeded(), *proposed(1, 30), e.RunEnded("finished", evidence=evidence)])
    assert ending_words(state)[-1].startswith("Next:")
    after = ending_words(state, certified=True)
    assert len(after) == len(ending_words(state)) - (advice is Advice.CERTIFY)
